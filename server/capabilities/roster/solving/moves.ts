/** A move of an open post after which somebody could hold it, and all who stand somewhere still can. Pure. */
import type { Assignment, Plan, Rule } from '../plan.ts';
import { checkRoster } from './checker.ts';
import { free } from './feasibility.ts';
import { blockWhenMoved } from './single.ts';
import type { RosterState } from './state.ts';

/** The post could be held by this unit when it were moved by so many minutes. */
export interface Move {
  readonly kind: 'move';
  readonly minutes: number;
  readonly unit: string;
}

const movedMinutes = 30;
const mostMovers = 20;
/** Rules that bind two to each other: a time that suits one may part them. */
const ofTwo: readonly string[] = ['host-pair', 'pair-apart', 'escort'] satisfies readonly Rule[];
/** Minutes around the post in which those who are bound to each other are looked at. */
const around = 1_440;
const minuteMs = 60_000;

const later = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * minuteMs).toISOString();

/** Whether visitors keep their host officers and escorts when the post is moved and the unit stands there. */
const areTogether = (state: RosterState, post: number, unit: number, minutes: number): boolean => {
  const { plan, from, to } = state.instance;
  const [start, end] = [(from[post] ?? 0) - around, (to[post] ?? 0) + around];
  const near = plan.posts.flatMap((_, at) => ((from[at] ?? 0) < end && (to[at] ?? 0) > start ? [at] : []));
  const posts = near.flatMap((at): Plan['posts'] => {
    const one = plan.posts[at];
    if (one === undefined) return [];
    if (at !== post) return [one];
    return [{ ...one, from: later(one.from, minutes), to: later(one.to, minutes) }];
  });
  const assignments = near.flatMap((at): Assignment[] => {
    const units = [...(state.on[at] ?? []), ...(at === post ? [unit] : [])];
    const id = plan.posts[at]?.id ?? '';
    return units.map((one, seat) => ({ post: id, seat, unit: plan.units[one]?.id ?? '' }));
  });
  const { violations } = checkRoster({ ...plan, posts, holds: [], told: [] }, { assignments });
  return !violations.some(({ rule }) => ofTwo.includes(rule));
};

/** A move by half an hour, the first that leaves everyone his post and his pair. */
export const movesOf = (state: RosterState, units: readonly number[], post: number): readonly Move[] => {
  const couldHold = (unit: number, minutes: number): boolean => {
    const others = (state.duties[unit] ?? []).filter((duty) => duty !== post);
    const shift = { from: minutes, to: minutes };
    return blockWhenMoved(state.instance, unit, others, post, shift) === free;
  };
  for (const minutes of [-movedMinutes, movedMinutes]) {
    if (!(state.on[post] ?? []).every((unit) => couldHold(unit, minutes))) continue;
    const mover = units
      .slice(0, mostMovers)
      .find((unit) => couldHold(unit, minutes) && areTogether(state, post, unit, minutes));
    if (mover !== undefined)
      return [{ kind: 'move', minutes, unit: state.instance.plan.units[mover]?.id ?? '' }];
  }
  return [];
};
