/**
 * Prices from whole weeks: units of a class flow from span to span, each beginning after the rest of the
 * last. Solved piece by piece, near enough for prices; what the prices prove is found in `pricing.ts`.
 */
import type { Highs } from 'highs';
import type { Instance } from './instance.ts';
import { Program } from './linear.ts';
import type { SpanTable, UnitClass } from './spans.ts';

/** Spans of one program, about: a piece with more is cut into windows of days that overlap. */
const fewColumns = 25_000;
/** Days before and after the window whose prices are not taken: what stands beyond is missing there. */
const marginDays = 1;
const leastDays = 3;
/** Near enough for prices, and many times faster than to the last digit. */
const quick = { solver: 'ipm', run_crossover: 'off', ipm_optimality_tolerance: 1e-3 } as const;

/** Classes and posts that are looked at together. */
export interface Piece {
  readonly classes: readonly UnitClass[];
  readonly posts: ReadonlySet<number>;
}

/** Posts of one specialty that the same units reach, and all who could serve any of them. */
export const piecesOf = (instance: Instance, table: SpanTable): readonly Piece[] => {
  const partOf = (post: number): string => instance.plan.posts[post]?.requirement.specialty ?? '';
  const pieces = new Map<string, { classes: Set<UnitClass>; posts: Set<number> }>();
  for (const one of table.classes) {
    const unit = instance.plan.units[one.units[0] ?? 0];
    const near = unit?.maxMinutesFromHome === undefined ? '' : (unit.home ?? '');
    for (const post of one.posts) {
      const key = `${partOf(post)} ${near}`;
      const piece = pieces.get(key) ?? { classes: new Set<UnitClass>(), posts: new Set<number>() };
      piece.classes.add(one);
      piece.posts.add(post);
      pieces.set(key, piece);
    }
  }
  return [...pieces.values()].map(({ classes, posts }) => ({ classes: [...classes], posts }));
};

/** Days whose spans are looked at together, and those of them whose prices are taken. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly takeFrom: number;
  readonly takeTo: number;
}

/** The windows of a piece; the days of `takeFrom` to `takeTo` follow each other without a gap. */
export const windowsOf = (instance: Instance, { classes }: Piece): readonly Window[] => {
  const spans = classes.reduce((sum, { spans, next }) => sum + spans.length * next.length, 0);
  const parts = Math.max(1, Math.ceil(spans / fewColumns));
  const step = Math.max(leastDays, Math.ceil(instance.days / parts));
  const windows: Window[] = [];
  for (let takeFrom = 0; takeFrom < instance.days; takeFrom += step) {
    const takeTo = Math.min(instance.days, takeFrom + step);
    const [from, to] = [Math.max(0, takeFrom - marginDays), Math.min(instance.days, takeTo + marginDays)];
    windows.push({ from, to, takeFrom, takeTo });
  }
  return windows;
};

/** Puts the piece's prices of the window into `prices`; false where it was not solved in time. */
export const priceFlow = (
  highs: Highs,
  instance: Instance,
  table: SpanTable,
  { classes, posts }: Piece,
  window: Window,
  prices: Float64Array,
  seconds: number,
): boolean => {
  const program = new Program();
  const rowOf = new Map<number, number>();
  for (const post of posts) {
    const day = instance.firstDay[post] ?? 0;
    if (day < window.from || day >= window.to) continue;
    const row = program.row(Number.NEGATIVE_INFINITY, 0);
    rowOf.set(post, row);
    program.entry(row, 1);
    program.column(instance.value[post] ?? 0, instance.quantity[post] ?? 0);
  }
  for (const one of classes) addClass({ program, instance, table, window, rowOf, prices }, one);
  const solved = program.solve(highs, { options: { ...quick, time_limit: seconds } });
  if (solved === null) return false;
  for (const [post, row] of rowOf) {
    const day = instance.firstDay[post] ?? 0;
    if (day >= window.takeFrom && day < window.takeTo)
      prices[post] = Math.min(instance.value[post] ?? 0, Math.abs(solved.prices[row] ?? 0));
  }
  return true;
};

interface Filling {
  readonly program: Program;
  readonly instance: Instance;
  readonly table: SpanTable;
  readonly window: Window;
  readonly rowOf: ReadonlyMap<number, number>;
  /** What posts that are not of the program bring. */
  readonly prices: Float64Array;
}

/** The row of each span of a class in the window: the moment and region in which it begins. */
interface Moments {
  /** The first span of the window, by its place. */
  readonly first: number;
  readonly rows: readonly number[];
  /** For each region, of each span the row of the first of the region from there on. */
  readonly from: readonly (readonly (number | undefined)[])[];
}

/** One row for each moment at which spans begin in a region: who is ready begins one, or waits. */
const momentsOf = ({ program, instance, table, window }: Filling, one: UnitClass): Moments => {
  const { posts, at, regions } = table;
  const postOf = (place: number): number => posts[at[one.spans[place] ?? 0] ?? 0] ?? 0;
  const dayOf = (place: number): number => instance.firstDay[postOf(place)] ?? 0;
  const found = one.spans.findIndex((_, place) => dayOf(place) >= window.from);
  const first = found < 0 ? one.spans.length : found;
  const rows: number[] = [];
  const last = new Int32Array(regions).fill(-1);
  const current: number[] = [];
  for (let place = first; place < one.spans.length && dayOf(place) < window.to; place += 1) {
    const begin = instance.from[postOf(place)] ?? 0;
    const region = one.region[place] ?? 0;
    // In one region all are ready at the first moment; in several, they begin where it is best.
    const ready = regions === 1 && rows.length === 0 ? one.units.length : 0;
    if (begin !== last[region]) current[region] = program.row(ready, ready);
    last[region] = begin;
    rows.push(current[region] ?? 0);
  }
  const from = Array.from({ length: regions }, (_, region) => {
    const firsts: (number | undefined)[] = new Array(rows.length);
    for (let place = rows.length - 1; place >= 0; place -= 1)
      firsts[place] = one.region[first + place] === region ? rows[place] : firsts[place + 1];
    return firsts;
  });
  return { first, rows, from };
};

/** All of a class begin somewhere, and go from span to span, or wait; where they end there is no row. */
const addClass = (filling: Filling, one: UnitClass): void => {
  const { program, table, rowOf, prices } = filling;
  const { posts, at, regions } = table;
  const { first, rows, from } = momentsOf(filling, one);
  if (rows.length === 0) return;
  const start = regions === 1 ? [] : [program.row(one.units.length, one.units.length)];
  for (const firsts of from) {
    const moments = [...new Set(firsts)].filter((row) => row !== undefined);
    const waiting = [...start, ...moments];
    for (const [step, row] of waiting.entries()) {
      program.entry(row, 1);
      const next = waiting[step + 1];
      if (next !== undefined) program.entry(next, -1);
      program.column(0, Number.POSITIVE_INFINITY);
    }
  }
  for (const [place, row] of rows.entries()) {
    const span = one.spans[first + place] ?? 0;
    const then = from.map((firsts, region) => firsts[(one.next[region]?.[first + place] ?? 0) - first]);
    // Who goes on may wait to the end: nothing is gained by ending before.
    const ways = [...new Set(then)].filter((next) => next !== undefined);
    for (const next of ways.length === 0 ? [undefined] : ways) {
      let gain = 0;
      for (let step = at[span] ?? 0; step < (at[span + 1] ?? 0); step += 1) {
        const post = rowOf.get(posts[step] ?? 0);
        if (post === undefined) gain += prices[posts[step] ?? 0] ?? 0;
        else program.entry(post, -1);
      }
      program.entry(row, 1);
      if (next !== undefined) program.entry(next, -1);
      program.column(gain, Number.POSITIVE_INFINITY);
    }
  }
};
