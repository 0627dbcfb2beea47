/**
 * What no roster can cover of the posts that begin on one day: a linear program with a column for each set of
 * posts that a group of alike units could serve. Its prices say what one more seat of a post would cost.
 *
 * A rich day has a hundred thousand sets and needs few of them: the program begins with none, and after each
 * solution those come in that are worth more at its prices than their group is (column generation, Gilmore
 * and Gomory 1961). Whatever the prices are, what every group could earn at them, and what is left to earn
 * above them, is no less than what can be covered: the bound holds wherever it stops.
 */
import type { Highs } from 'highs';
import type { Instance } from './instance.ts';
import { Program } from './linear.ts';
import type { DayPatterns, Group } from './patterns.ts';

/** Sets of a group that come in after one solution, and solutions at most. */
const limits = { joining: 30, rounds: 60 } as const;
/** What two worths must differ by, weighted minutes, and bound and program, as a share. */
const least = { worth: 1e-6, share: 1e-9 } as const;

/** A group as the program knows it: the sets that are in it, and what a unit more would be worth. */
interface Joined {
  readonly group: Group;
  readonly inside: Set<number>;
  worth: number;
}

interface Offer {
  /** What a unit of the group earns at most. */
  readonly most: number;
  /** The sets that would gain most by coming in. */
  readonly joining: readonly number[];
}

const offerOf = ({ group, inside, worth }: Joined, prices: Float64Array): Offer => {
  const earned = group.patterns.map((pattern) => pattern.reduce((sum, post) => sum + (prices[post] ?? 0), 0));
  const joining = earned
    .flatMap((sum, at) => (sum > worth + least.worth && !inside.has(at) ? [at] : []))
    .sort((a, b) => (earned[b] ?? 0) - (earned[a] ?? 0) || a - b)
    .slice(0, limits.joining);
  return { most: earned.reduce((most, sum) => Math.max(most, sum), 0), joining };
};

/** Solves the program of what has come in; puts the prices in. Its value, or null where it was not solved. */
const solveJoined = (
  highs: Highs,
  { value, quantity }: Instance,
  posts: readonly number[],
  groups: readonly Joined[],
  prices: Float64Array,
): number | null => {
  const program = new Program();
  const rowOf = new Map<number, number>();
  for (const post of posts) {
    const row = program.row(Number.NEGATIVE_INFINITY, 0);
    rowOf.set(post, row);
    program.entry(row, 1);
    program.column(value[post] ?? 0, quantity[post] ?? 0);
  }
  const rows = groups.map(({ group, inside }) => {
    const row = program.row(Number.NEGATIVE_INFINITY, group.units.length);
    for (const at of inside) {
      for (const post of group.patterns[at] ?? []) program.entry(rowOf.get(post) ?? 0, -1);
      program.entry(row, 1);
      program.column(0, Number.POSITIVE_INFINITY);
    }
    return row;
  });
  const solved = program.solve(highs, { options: { presolve: 'off' } });
  if (solved === null) return null;
  for (const [post, row] of rowOf)
    prices[post] = Math.min(value[post] ?? 0, Math.abs(solved.prices[row] ?? 0));
  for (const [at, row] of rows.entries()) {
    const group = groups[at];
    if (group !== undefined) group.worth = Math.abs(solved.prices[row] ?? 0);
  }
  return solved.value;
};

/** Puts the day's prices of posts into `prices`; null where it was not solved. */
export const boundDay = (
  highs: Highs,
  instance: Instance,
  { posts, groups }: DayPatterns,
  prices: Float64Array,
): number | null => {
  const { value, quantity } = instance;
  const joined = groups.map((group): Joined => ({ group, inside: new Set(), worth: 0 }));
  let bound = Number.POSITIVE_INFINITY;
  for (let round = 0; round < limits.rounds; round += 1) {
    let earned = 0;
    let joins = 0;
    for (const post of posts) earned += (quantity[post] ?? 0) * ((value[post] ?? 0) - (prices[post] ?? 0));
    for (const one of joined) {
      const { most, joining } = offerOf(one, prices);
      earned += one.group.units.length * most;
      joins += joining.length;
      for (const at of joining) one.inside.add(at);
    }
    bound = Math.min(bound, earned);
    if (joins === 0) return bound;
    const solved = solveJoined(highs, instance, posts, joined, prices);
    if (solved === null) return null;
    if (bound - solved <= least.share * bound) return bound;
  }
  return bound;
};
