/** The words of a deployment: what a unit goes through, who says so, and what papers it brings. Pure. */
import type {
  certificateKinds,
  Specialty,
  stepKinds,
  vettingGrounds,
} from '../../../plumbing/specialties/index.ts';

export { certificateKinds, stepKinds, vettingGrounds } from '../../../plumbing/specialties/index.ts';

/**
 * How far a unit has come. `draft` is known to its own service alone, and so is `turned-away`, which the
 * host's node refused; `standing` is an officer of the host's own.
 * Whether it is paired, tasked or extended follows from what holds at a moment: `stateOf` in machine.ts.
 */
export const stages = [
  'draft',
  'turned-away',
  'named',
  'refused',
  'vetted',
  'accredited',
  'arrived',
  'released',
  'debriefed',
  'withdrawn',
  'standing',
] as const;
export type Stage = (typeof stages)[number];

/** What a reader is shown. */
export const unitStates = [
  'draft',
  'turned-away',
  'named',
  'refused',
  'vetted',
  'accredited',
  'arrived',
  'paired',
  'tasked',
  'extended',
  'released',
  'debriefed',
  'withdrawn',
  'standing',
] as const;
export type UnitState = (typeof unitStates)[number];

/** The way that a visiting officer goes, for a row of steps. */
export const deploymentWay: readonly UnitState[] = [
  'named',
  'vetted',
  'accredited',
  'arrived',
  'paired',
  'tasked',
  'released',
  'debriefed',
];

export type StepKind = (typeof stepKinds)[number];

/** own: of this service. sent: of this service, at a partner. visiting: a partner's, here. */
export const unitKinds = ['own', 'sent', 'visiting'] as const;
export type UnitKind = (typeof unitKinds)[number];

export type CertificateKind = (typeof certificateKinds)[number];

/** Without these nobody works in the specialty. */
export const neededCertificates: Readonly<Partial<Record<Specialty, readonly CertificateKind[]>>> = {
  'explosive-dog': ['dog-team', 'dog-health'],
  'bomb-disposal': ['bomb-disposal'],
};

export type VettingGround = (typeof vettingGrounds)[number];

/** Why a unit cannot be tasked. */
export const taskingReasons = [
  'withdrawn',
  'refused',
  'not-vetted',
  'not-accredited',
  'badge-not-valid',
  'not-arrived',
  'certificate-missing',
  'certificate-expired',
  'outside-availability',
  'no-host-pair',
  'other-task',
  'released',
  'erased',
] as const;
export type TaskingReason = (typeof taskingReasons)[number];
