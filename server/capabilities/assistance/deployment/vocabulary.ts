/** The words of a deployment: what a unit goes through, who says so, and what papers it brings. Pure. */
import type { Specialty } from '../../../plumbing/specialties/index.ts';

/**
 * How far a unit has come. `draft` is known to its own service alone, and so is `turned-away`, which the host's
 * node refused; `standing` is an officer of the host's own.
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

/** What is said of a unit after it was named; each by one side, or by both. */
export const stepKinds = [
  'vet',
  'accredit',
  'revoke-badge',
  'arrive',
  'brief',
  'pair',
  'unpair',
  'task',
  'propose-extension',
  'agree-extension',
  'release',
  'debrief',
  'withdraw',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** own: of this service. sent: of this service, at a partner. visiting: a partner's, here. */
export const unitKinds = ['own', 'sent', 'visiting'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Papers that expire. */
export const certificateKinds = [
  'dog-team',
  'dog-health',
  'handler',
  'bomb-disposal',
  'firearms',
  'drone-operator',
  'medical',
  'driving',
  'other',
] as const;
export type CertificateKind = (typeof certificateKinds)[number];

/** Without these nobody works in the specialty. */
export const neededCertificates: Readonly<Partial<Record<Specialty, readonly CertificateKind[]>>> = {
  'explosive-dog': ['dog-team', 'dog-health'],
  'bomb-disposal': ['bomb-disposal'],
};

/** Why a unit is refused: a decision with a ground, never the file behind it. */
export const vettingGrounds = [
  'national-security',
  'incomplete-papers',
  'not-qualified',
  'over-quantity',
  'other',
] as const;
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
