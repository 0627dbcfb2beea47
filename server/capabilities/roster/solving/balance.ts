/** Evens out who has what and shortens ways, where that leaves coverage as it is. */
import type { Candidates } from './candidates.ts';
import { free } from './feasibility.ts';
import type { Chance } from './random.ts';
import type { Secondary } from './secondary.ts';
import type { RosterState } from './state.ts';

/** True where the unit is among the post's units, which are in order. */
const isAble = (able: Uint16Array | undefined, unit: number): boolean => {
  if (able === undefined) return false;
  let [low, high] = [0, able.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((able[middle] ?? 0) < unit) low = middle + 1;
    else high = middle;
  }
  return able[low] === unit;
};

export interface BalanceNeeds {
  readonly state: RosterState;
  readonly candidates: Candidates;
  readonly secondary: Secondary;
  readonly chance: Chance;
}

/** So many attempts at giving a duty to another unit, or at changing it for one of his. */
export const balance = ({ state, candidates, secondary, chance }: BalanceNeeds, attempts: number): void => {
  const { posts, from, to } = state.instance;
  const loads = secondary.loads();
  const length = (post: number): number => (to[post] ?? 0) - (from[post] ?? 0);
  const count = (unit: number, post: number, sign: 1 | -1): void => {
    const party = secondary.partyOf(unit);
    loads[party] = (loads[party] ?? 0) + sign * length(post);
  };
  const move = (post: number, one: number, two: number): number => {
    state.take(one, post);
    const change = secondary.ofMoving(post, one, two, loads);
    const isFree = state.block(two, post) === free;
    if (!isFree) return Number.POSITIVE_INFINITY;
    state.give(two, post);
    count(one, post, -1);
    count(two, post, 1);
    return change;
  };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const post = chance.below(posts);
    const units = state.on[post] ?? [];
    const able = candidates[post] ?? new Uint16Array();
    if (units.length === 0 || able.length <= units.length) continue;
    const one = units[chance.below(units.length)] ?? 0;
    const two = able[chance.below(able.length)] ?? 0;
    if (one === two || state.has(two, post) || state.isFixed(one, post)) continue;
    state.keep();
    const before = loads.slice();
    const given = swappedFor(state, candidates, one, two, post);
    if (given !== null && state.isFixed(two, given)) continue;
    if (given !== null) state.take(two, given);
    let change = move(post, one, two);
    if (given !== null && change < Number.POSITIVE_INFINITY) {
      if (state.block(one, given) === free) {
        state.give(one, given);
        change += secondary.ofMoving(given, two, one, loads);
        count(two, given, -1);
        count(one, given, 1);
      } else change = Number.POSITIVE_INFINITY;
    }
    if (change < 0) state.keep();
    else {
      state.undo(0);
      loads.set(before);
    }
  }
};

/** The duty of `two` at the time of the post that `one` could have instead; null where there is none. */
const swappedFor = (
  state: RosterState,
  candidates: Candidates,
  one: number,
  two: number,
  post: number,
): number | null => {
  const { from, to } = state.instance;
  const day = 720;
  for (const duty of state.duties[two] ?? []) {
    const isNear = (from[duty] ?? 0) < (to[post] ?? 0) + day && (to[duty] ?? 0) > (from[post] ?? 0) - day;
    if (isNear && isAble(candidates[duty], one) && !state.has(one, duty)) return duty;
  }
  return null;
};
