/** Who is away and who takes his place. Pure. */
import type { DeskId, PersonId } from '../../../kernel/ids.ts';
import { between, dayMs, type Instant } from '../../../kernel/time.ts';
import { staffLimits } from './contract.ts';

export interface StoredAbsence {
  readonly id: string;
  readonly person: PersonId;
  readonly standIn: PersonId;
  readonly from: Instant;
  readonly until: Instant;
}
type Span = Pick<StoredAbsence, 'from' | 'until'>;

/** An officer as this capability needs him. */
export interface Officer {
  readonly id: PersonId;
  readonly desks: readonly DeskId[];
}

/** Who stands in stands in step by step, and no further than this. */
const stepsAtMost = 5;

export const overlap = (one: Span, other: Span): boolean => one.from < other.until && other.from < one.until;

export const absenceAt = (
  absences: readonly StoredAbsence[],
  person: PersonId,
  now: Instant,
): StoredAbsence | null =>
  absences.find((one) => one.person === person && one.from <= now && now < one.until) ?? null;

/** He, or who stands in for him now, or for that one; null where all of them are away. */
export const presentFor = (
  absences: readonly StoredAbsence[],
  person: PersonId,
  now: Instant,
): PersonId | null => {
  let asked: PersonId = person;
  for (let step = 0; step < stepsAtMost; step += 1) {
    const absence = absenceAt(absences, asked, now);
    if (absence === null) return asked;
    asked = absence.standIn;
  }
  return null;
};

/** He and all whose place he takes now: what is theirs stands on his board. */
export const placesOf = (
  absences: readonly StoredAbsence[],
  person: PersonId,
  now: Instant,
): readonly PersonId[] => [
  person,
  ...new Set(
    absences
      .map((one) => one.person)
      .filter((away) => away !== person && presentFor(absences, away, now) === person),
  ),
];

/** What of an absence contradicts itself, or those that are known; empty when it is sound. */
export const absenceErrors = (
  wanted: Omit<StoredAbsence, 'id'>,
  known: readonly StoredAbsence[],
  now: Instant,
): readonly string[] => {
  const ofHim = known.filter((one) => one.person === wanted.person);
  const ofStandIn = known.filter((one) => one.person === wanted.standIn);
  const lasts = between(wanted.from, wanted.until);
  return [
    ...(wanted.standIn === wanted.person ? ['standIn'] : []),
    ...(lasts <= 0 || lasts > staffLimits.absenceDays * dayMs || wanted.until <= now ? ['until'] : []),
    ...(ofHim.some((one) => overlap(one, wanted)) ? ['from'] : []),
    ...(ofStandIn.some((one) => overlap(one, wanted)) ? ['standIn-away'] : []),
  ];
};
