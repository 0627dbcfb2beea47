/**
 * May this unit be given a task? One answer for the API, every import and the roster, so that there is no way
 * round it: without a host pair nobody is tasked. Pure.
 */

import { type Day, dayOf, type Instant, later } from '../../../kernel/time.ts';
import type { Specialty } from '../../../plumbing/specialties/index.ts';
import {
  type CertificateKind,
  neededCertificates,
  type Stage,
  type TaskingReason,
  type UnitKind,
} from './vocabulary.ts';

/** From the first moment to the last, both UTC. */
export interface Period {
  readonly from: Instant;
  readonly until: Instant;
}

/** What the rule looks at. */
export interface TaskableFacts {
  readonly kind: UnitKind;
  readonly stage: Stage;
  readonly specialty: Specialty;
  readonly certificates: readonly { readonly kind: CertificateKind; readonly expires: Day }[];
  readonly available: Period;
  /** Of the badge that is in force; null without one. */
  readonly badge: Period | null;
  /** Pairs that stand: not ended, with a host officer who is not withdrawn. */
  readonly pairs: readonly Period[];
  /** Its content was erased on its date. */
  readonly erased: boolean;
}

export const overlaps = (one: Period, other: Period): boolean =>
  one.from < other.until && other.from < one.until;

/** True where the periods, one after the other, leave no gap in this one. */
export const covers = (periods: readonly Period[], wanted: Period): boolean => {
  let reached = wanted.from;
  for (const { from, until } of periods.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from > reached) break;
    if (until > reached) reached = until;
    if (reached >= wanted.until) break;
  }
  const begins = periods.some(({ from, until }) => from <= wanted.from && wanted.from <= until);
  return begins && reached >= wanted.until;
};

/** The last day of each kind of paper: an older one does not count where it was renewed. */
const expiries = (facts: Pick<TaskableFacts, 'certificates'>): ReadonlyMap<CertificateKind, Day> => {
  const latest = new Map<CertificateKind, Day>();
  for (const { kind, expires } of facts.certificates) {
    const before = latest.get(kind);
    if (before === undefined || before < expires) latest.set(kind, expires);
  }
  return latest;
};

/** Papers that are wanting until a moment: not there at all, or expired before its day is over. */
export const wantingPapers = (
  facts: Pick<TaskableFacts, 'specialty' | 'certificates'>,
  until: Instant,
): { readonly missing: readonly CertificateKind[]; readonly expired: readonly CertificateKind[] } => {
  const latest = expiries(facts);
  return {
    missing: (neededCertificates[facts.specialty] ?? []).filter((kind) => !latest.has(kind)),
    expired: [...latest].flatMap(([kind, expires]) => (expires < dayOf(later(until, -1)) ? [kind] : [])),
  };
};

/** Papers that are wanting for the whole of a period: missing, or expired before its last day is over. */
export const paperReasons = (
  facts: Pick<TaskableFacts, 'specialty' | 'certificates'>,
  until: Instant,
): readonly TaskingReason[] => {
  const { missing, expired } = wantingPapers(facts, until);
  const reasons: TaskingReason[] = [];
  if (missing.length > 0) reasons.push('certificate-missing');
  if (expired.length > 0) reasons.push('certificate-expired');
  return reasons;
};

/** What keeps a visiting officer back, beyond his papers and his time here. */
const visitingReasons = (facts: TaskableFacts, period: Period): readonly TaskingReason[] => {
  const reasons: TaskingReason[] = [];
  const { stage, badge } = facts;
  if (stage === 'draft' || stage === 'named') reasons.push('not-vetted');
  if (stage === 'draft' || stage === 'named' || stage === 'vetted') reasons.push('not-accredited');
  else if (badge === null || !covers([badge], period)) reasons.push('badge-not-valid');
  if (stage !== 'arrived') reasons.push('not-arrived');
  if (!covers(facts.pairs, period)) reasons.push('no-host-pair');
  return reasons;
};

const ended: Readonly<Partial<Record<Stage, TaskingReason>>> = {
  withdrawn: 'withdrawn',
  refused: 'refused',
  released: 'released',
  debriefed: 'released',
};

/** May it? With every reason why not, so that each can be mended. A moment is a period of no length. */
export type Tasking =
  | { readonly may: true }
  | { readonly may: false; readonly reasons: readonly TaskingReason[] };

/** Whether a unit may be tasked for the whole of a period: the rule that API, import and roster share. */
export const mayBeTasked = (facts: TaskableFacts, period: Period): Tasking => {
  if (facts.erased) return { may: false, reasons: ['erased'] };
  const over = ended[facts.stage];
  if (over !== undefined) return { may: false, reasons: [over] };
  // An officer sent to a partner is tasked there, by those who host him.
  if (facts.kind === 'sent') return { may: false, reasons: ['not-arrived'] };
  const reasons = [
    ...(facts.kind === 'visiting' ? visitingReasons(facts, period) : []),
    ...paperReasons(facts, period.until),
    ...(covers([facts.available], period) ? [] : (['outside-availability'] as const)),
  ];
  return reasons.length === 0 ? { may: true } : { may: false, reasons };
};
