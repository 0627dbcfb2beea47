/** What must hold of a session, and which days of a programme are shown at once. Pure. */
import { type Day, dayOf, type Instant } from '../../kernel/time.ts';
import { eventsLimits, plannable } from './contract.ts';
import type { SessionDraft } from './session-contract.ts';

/** From one moment to a later one, not longer than a session is and in years that can be meant. */
export const isSpan = (startsAt: Instant, endsAt: Instant): boolean => {
  const ms = Date.parse(endsAt) - Date.parse(startsAt);
  return ms >= 0 && ms <= eventsLimits.sessionHours * hourMs && isOurTime(startsAt) && isOurTime(endsAt);
};
const hourMs = 3_600_000;
const isOurTime = (at: Instant): boolean => plannable.earliest <= dayOf(at) && dayOf(at) <= plannable.latest;

/** What is wrong with a session: the names of its fields; none where it is sound. */
export const sessionErrors = (session: SessionDraft): readonly string[] => {
  const { startsAt, endsAt, units, expectedSpectators, spectators } = session;
  const counted = expectedSpectators.reduce((sum, { count }) => sum + count, 0);
  const nations = new Set(expectedSpectators.map(({ nation }) => nation));
  const codes = new Set(units.map(({ code }) => code));
  return [
    ...(isSpan(startsAt, endsAt) ? [] : ['times']),
    ...(spectators !== null && counted > spectators ? ['spectators'] : []),
    ...(nations.size === expectedSpectators.length ? [] : ['spectators']),
    ...(codes.size === units.length &&
    units.every((one) => Date.parse(one.endsAt) >= Date.parse(one.startsAt))
      ? []
      : ['units']),
  ];
};

/** The first and the last day of a calendar that is shown: whole days, as many as fit; null where none is. */
export const daysShown = (
  days: readonly { readonly day: Day; readonly cells: number }[],
  wanted: { readonly from: Day | null; readonly to: Day | null },
): { readonly from: Day; readonly to: Day } | null => {
  const asked = days.filter(
    ({ day }) => (wanted.from === null || day >= wanted.from) && (wanted.to === null || day <= wanted.to),
  );
  const [first] = asked;
  if (first === undefined) return null;
  let [to, cells] = [first.day, first.cells];
  for (const one of asked.slice(1)) {
    cells += one.cells;
    if (cells > eventsLimits.calendarCells) break;
    to = one.day;
  }
  return { from: first.day, to };
};

/** The order of time. */
export const inTime = (one: Pick<SessionDraft, 'startsAt'>, other: Pick<SessionDraft, 'startsAt'>): number =>
  one.startsAt < other.startsAt ? -1 : Number(one.startsAt > other.startsAt);
