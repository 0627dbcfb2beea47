/**
 * How many seats posts want at once, day by day and sort by sort. Pure. A day is the node's; sorts are numbers
 * that the caller gives.
 */
import type { Day } from '../../kernel/time.ts';

/** Seats of one sort from a moment to another, in milliseconds. */
export interface Seats {
  readonly sort: number;
  readonly quantity: number;
  readonly from: number;
  readonly to: number;
}

/** When a day begins. */
export interface DayStart {
  readonly day: Day;
  readonly starts: number;
}

/** What is wanted at one moment: seats by sort, in the order of sorts. */
export type Moment = readonly (readonly [sort: number, seats: number])[];

interface Wanted {
  /** Seats at once, at most. */
  peak: number;
  seatMs: number;
}

/** What one day wants. */
export interface DemandDay extends Wanted {
  readonly day: Day;
  /** When the first seat of the day is taken, and the last one left. */
  first: number;
  last: number;
  readonly bySort: Map<number, Wanted>;
  /** The moments that no other of the day exceeds in each sort. */
  readonly moments: Moment[];
}

interface Change {
  readonly at: number;
  readonly sort: number;
  readonly by: number;
}
/** At the beginning of a day nothing changes; what is wanted then is looked at anew. */
const nobody = -1;

const add = (wanted: Wanted, seats: number, ms: number): void => {
  wanted.peak = Math.max(wanted.peak, seats);
  wanted.seatMs += seats * ms;
};

/** All changes in the order of time, those of one moment together. */
const changesOf = (seats: readonly Seats[], days: readonly DayStart[]): readonly (readonly Change[])[] => {
  const changes: Change[] = days.map(({ starts }) => ({ at: starts, sort: nobody, by: 0 }));
  for (const { sort, quantity, from, to } of seats)
    changes.push({ at: from, sort, by: quantity }, { at: to, sort, by: -quantity });
  const groups: Change[][] = [];
  for (const change of changes.sort((one, other) => one.at - other.at)) {
    const last = groups.at(-1);
    if (last?.[0]?.at === change.at) last.push(change);
    else groups.push([change]);
  }
  return groups;
};

const take = (standing: Map<number, number>, changes: readonly Change[]): void => {
  for (const { sort, by } of changes) {
    const seats = (standing.get(sort) ?? 0) + by;
    if (seats === 0) standing.delete(sort);
    else standing.set(sort, seats);
  }
};

const newDay = (day: Day, first: number): DemandDay => ({
  ...{ day, first, last: first, peak: 0, seatMs: 0 },
  bySort: new Map(),
  moments: [],
});

const count = (
  today: DemandDay,
  standing: ReadonlyMap<number, number>,
  from: number,
  until: number,
): void => {
  let all = 0;
  for (const [sort, seats] of standing) {
    const wanted = today.bySort.get(sort) ?? { peak: 0, seatMs: 0 };
    today.bySort.set(sort, wanted);
    add(wanted, seats, until - from);
    all += seats;
  }
  add(today, all, until - from);
  today.last = until;
};

/**
 * Walks through all moments at which a seat is taken or left; days on which nobody is wanted are left out. Two
 * who relieve each other are one seat. `days` follow each other and hold all of the seats.
 */
export const demandOf = (seats: readonly Seats[], days: readonly DayStart[]): readonly DemandDay[] => {
  const groups = changesOf(seats, days);
  const standing = new Map<number, number>();
  const found: DemandDay[] = [];
  let [at, rose] = [-1, false];
  for (const [index, group] of groups.entries()) {
    const [moment, next] = [group[0]?.at ?? 0, groups[index + 1]];
    while ((days[at + 1]?.starts ?? Number.POSITIVE_INFINITY) <= moment) at += 1;
    take(standing, group);
    rose ||= group.some(({ by }) => by >= 0);
    const day = days[at]?.day;
    if (day === undefined || next === undefined || standing.size === 0) continue;
    const known = found.at(-1);
    const today = known?.day === day ? known : newDay(day, moment);
    if (today !== known) found.push(today);
    count(today, standing, moment, next[0]?.at ?? moment);
    // What only grows until then is exceeded by what comes.
    if (!rose || !next.some(({ by }) => by <= 0)) continue;
    today.moments.push([...standing].sort(([one], [other]) => one - other));
    rose = false;
  }
  return found;
};
