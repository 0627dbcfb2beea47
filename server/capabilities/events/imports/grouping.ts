/**
 * Units of a programme as sessions: what spectators come for is everything at one venue on one day, as long
 * as no long pause lies between. Pure.
 */
import { between } from '../../../kernel/time.ts';
import { wallTimeOf } from '../../../kernel/zone.ts';
import { eventsLimits } from '../contract.ts';
import type { ScheduledUnit, Session, SessionDraft } from '../session-contract.ts';
import { slug } from './row.ts';

/** A unit with what a session takes of it. */
export interface Unit extends ScheduledUnit {
  readonly venue: string | null;
  /** What the venue is called in codes. */
  readonly venueCode: string;
  readonly discipline: string | null;
  readonly phase: string | null;
  readonly nations: readonly string[];
  readonly spectators: number | null;
}

/** Of moments: as texts, which the words of a language have no part in. */
const inOrder = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** Units that belong together, in the order of time. */
const blocksOf = (units: readonly Unit[], gapMs: number, timeZone: string): readonly (readonly Unit[])[] => {
  const places = new Map<string, Unit[]>();
  for (const unit of units) {
    const key = unit.venue ?? `-${unit.code}`;
    const there = places.get(key);
    if (there === undefined) places.set(key, [unit]);
    else there.push(unit);
  }
  return [...places.values()].flatMap((atPlace) => {
    const inTime = atPlace.sort(
      (one, other) => inOrder(one.startsAt, other.startsAt) || one.code.localeCompare(other.code),
    );
    const blocks: Unit[][] = [];
    let end = '';
    let day = '';
    for (const unit of inTime) {
      const last = blocks.at(-1);
      const today = wallTimeOf(timeZone, unit.startsAt).day;
      const follows =
        last !== undefined &&
        last.length < eventsLimits.units &&
        today === day &&
        between(end, unit.startsAt) <= gapMs;
      if (follows) last.push(unit);
      else blocks.push([unit]);
      end = follows && end > unit.endsAt ? end : unit.endsAt;
      day = today;
    }
    return blocks;
  });
};

const distinct = (texts: readonly (string | null)[]): readonly string[] => [
  ...new Set(texts.filter((text) => text !== null)),
];
/** So many are named; the others are what opening the session shows. */
const namedAtMost = 3;
const listed = (texts: readonly string[]): string =>
  `${texts.slice(0, namedAtMost).join(', ')}${texts.length > namedAtMost ? '…' : ''}`;

const titleOf = (units: readonly Unit[]): string => {
  const titles = distinct(units.map(({ title }) => title));
  return (titles.length <= 2 ? titles.join(', ') : listed(titles)).slice(0, eventsLimits.name);
};
const stateOf = (units: readonly Unit[]): SessionDraft['state'] => {
  if (units.every(({ state }) => state === 'cancelled')) return 'cancelled';
  return units.some(({ state }) => state === 'moved') ? 'moved' : 'planned';
};

const sessionOf = (units: readonly Unit[], code: string): SessionDraft => {
  const [first] = units;
  const standing = units.filter(({ state }) => state !== 'cancelled');
  const timed = standing.length > 0 ? standing : units;
  const counted = units.flatMap(({ spectators }) => spectators ?? []);
  const disciplines = distinct(units.map(({ discipline }) => discipline));
  const phases = distinct(units.map(({ phase }) => phase));
  return {
    ...{ code, venue: first?.venue ?? null, title: titleOf(units), state: stateOf(units) },
    discipline: disciplines.length === 0 ? null : listed(disciplines).slice(0, eventsLimits.name),
    phase: phases.length === 1 ? (phases[0] ?? null) : null,
    startsAt: timed.map(({ startsAt }) => startsAt).sort()[0] ?? '',
    endsAt:
      timed
        .map(({ endsAt }) => endsAt)
        .sort()
        .at(-1) ?? '',
    nations: [...distinct(units.flatMap(({ nations }) => [...nations]))].slice(0, eventsLimits.nations),
    // The same seats serve all units of a session.
    spectators: counted.length === 0 ? null : Math.max(...counted),
    expectedSpectators: [],
    units: units.map(({ code, title, startsAt, endsAt, state }) => ({
      code,
      title,
      startsAt,
      endsAt,
      state,
    })),
  };
};

/**
 * Codes for blocks: that of the session that has most of the block's units already, so that a session stays
 * itself when units move, come or go; a new one is called by venue, day and number.
 */
const codesOf = (
  blocks: readonly (readonly Unit[])[],
  there: readonly Session[],
  timeZone: string,
): ReadonlyMap<readonly Unit[], string> => {
  const holder = new Map(there.flatMap(({ code, units }) => units.map((unit) => [unit.code, code] as const)));
  const claims = blocks.flatMap((block) => {
    const shared = new Map<string, number>();
    for (const { code } of block) {
      const session = holder.get(code);
      if (session !== undefined) shared.set(session, (shared.get(session) ?? 0) + 1);
    }
    return [...shared].map(([code, count]) => ({ block, code, count }));
  });
  const codes = new Map<readonly Unit[], string>();
  const taken = new Set<string>();
  for (const { block, code } of claims.sort((one, other) => other.count - one.count)) {
    if (codes.has(block) || taken.has(code)) continue;
    codes.set(block, code);
    taken.add(code);
  }
  for (const { code } of there) taken.add(code);
  const numbers = new Map<string, number>();
  for (const block of blocks) {
    const [first] = block;
    if (codes.has(block) || first === undefined) continue;
    const day = wallTimeOf(timeZone, first.startsAt).day.replaceAll('-', '');
    const stem = `${(first.venueCode || slug(first.title)).slice(0, eventsLimits.code - 20)}-${day}`;
    let number = numbers.get(stem) ?? 1;
    while (taken.has(`${stem}-${number}`)) number += 1;
    codes.set(block, `${stem}-${number}`);
    numbers.set(stem, number + 1);
  }
  return codes;
};

/** Sessions of these units; `there` are the sessions that the event has already. */
export const groupUnits = (
  units: readonly Unit[],
  how: { readonly gapMinutes: number; readonly timeZone: string; readonly there: readonly Session[] },
): readonly SessionDraft[] => {
  const blocks = blocksOf(units, how.gapMinutes * 60_000, how.timeZone);
  const codes = codesOf(blocks, how.there, how.timeZone);
  return blocks.map((block) => sessionOf(block, codes.get(block) ?? ''));
};
