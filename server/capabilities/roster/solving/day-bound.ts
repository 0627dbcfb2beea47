/**
 * What no roster can cover of the posts that begin on one day: a linear program with a column for each set of
 * posts that a group of alike units could serve. Its prices say what one more seat of a post would cost.
 */
import type { Highs } from 'highs';
import type { Instance } from './instance.ts';
import { Program } from './linear.ts';
import type { DayPatterns } from './patterns.ts';

/** Puts the day's prices of posts into `prices`; null where it was not solved. */
export const boundDay = (
  highs: Highs,
  instance: Instance,
  { posts, groups }: DayPatterns,
  prices: Float64Array,
): number | null => {
  const program = new Program();
  const rowOf = new Map<number, number>();
  for (const post of posts) {
    const row = program.row(Number.NEGATIVE_INFINITY, 0);
    rowOf.set(post, row);
    program.entry(row, 1);
    program.column(instance.value[post] ?? 0, instance.quantity[post] ?? 0);
  }
  for (const { units, patterns } of groups) {
    const row = program.row(Number.NEGATIVE_INFINITY, units.length);
    for (const pattern of patterns) {
      for (const post of pattern) program.entry(rowOf.get(post) ?? 0, -1);
      program.entry(row, 1);
      program.column(0, Number.POSITIVE_INFINITY);
    }
  }
  const solved = program.solve(highs);
  if (solved === null) return null;
  for (const [post, row] of rowOf) prices[post] = Math.abs(solved.prices[row] ?? 0);
  return solved.value;
};
