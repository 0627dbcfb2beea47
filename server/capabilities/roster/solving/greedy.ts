/** A first roster: the posts that matter most and have the fewest units come first. */
import type { Candidates } from './candidates.ts';
import { free } from './feasibility.ts';
import type { Secondary } from './secondary.ts';
import type { RosterState } from './state.ts';

/** Posts in the order in which they are filled. */
const inOrder = ({ instance }: RosterState, candidates: Candidates): readonly number[] => {
  const ease = candidates.map((able, post) => able.length / Math.max(1, instance.quantity[post] ?? 1));
  const worth = (post: number): number =>
    (instance.value[post] ?? 0) / Math.max(1, (instance.to[post] ?? 0) - (instance.from[post] ?? 0));
  return candidates
    .map((_, post) => post)
    .sort((a, b) => worth(b) - worth(a) || (ease[a] ?? 0) - (ease[b] ?? 0) || a - b);
};

/** How many posts each unit could be given: one that could do little else is taken first. */
export const usesOf = (units: number, candidates: Candidates): Int32Array => {
  const uses = new Int32Array(units);
  for (const able of candidates) for (const unit of able) uses[unit] = (uses[unit] ?? 0) + 1;
  return uses;
};

/** Units that could take the post now, the one that it suits best first. */
const suited = (state: RosterState, able: Uint16Array, post: number, costOf: (unit: number) => number) =>
  [...able]
    .filter((unit) => !state.has(unit, post) && state.block(unit, post) === free)
    .map((unit) => ({ unit, cost: costOf(unit) }))
    .sort((a, b) => a.cost - b.cost || a.unit - b.unit);

/** Fills what can be filled without taking anything away. */
export const fillGreedily = (state: RosterState, candidates: Candidates, secondary: Secondary): void => {
  const uses = usesOf(state.instance.units, candidates);
  for (const post of inOrder(state, candidates)) {
    const able = candidates[post] ?? new Uint16Array();
    const costOf = (unit: number): number => (uses[unit] ?? 0) + secondary.ofGiving(unit, post);
    // Whoever stands there can make it possible for another: a host officer for his visitor.
    for (let isGiven = true; isGiven && state.open.has(post); ) {
      isGiven = false;
      for (const { unit } of suited(state, able, post, costOf)) {
        if (!state.open.has(post)) break;
        if (state.block(unit, post) !== free) continue;
        state.give(unit, post);
        isGiven = true;
      }
    }
  }
  state.keep();
};
