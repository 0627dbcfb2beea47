/**
 * What no roster can surpass: the sum of one linear program for each day; then, with the rest between
 * days, what prices prove that come from programs over several days. It blocks its thread: call it in a
 * worker.
 */
import type { Highs } from 'highs';
import type { Bound } from '../roster.ts';
import { boundDay } from './day-bound.ts';
import { piecesOf, priceFlow, windowsOf } from './flow.ts';
import { patternsOfDay, TooManyPatterns } from './patterns.ts';
import { Pricing } from './pricing.ts';
import type { Prepared } from './solve.ts';
import { spansOf } from './spans.ts';

export interface Proof {
  readonly covered: number;
  readonly days: Bound['days'];
  /** What one more seat of each post costs, at most its worth. */
  readonly prices: Float64Array;
  /** Days whose program there was no time for. */
  readonly left: readonly number[];
}

/** Seconds for one program of several days. */
const programSeconds = 30;
const rounds = 60;

/**
 * The first proof: a program for each day. A day that is too rich, or for which there was no time, is bounded
 * by all that is wanted on it, and its seats cost what they are worth. `before` is taken up where it ended.
 */
export const proveDays = (
  highs: Highs,
  { instance, candidates }: Prepared,
  isOver: () => boolean = () => false,
  before: Proof | null = null,
): Proof => {
  const prices = before?.prices.slice() ?? new Float64Array(instance.value);
  const known = new Map(before?.days.map(({ day, covered }) => [day, covered]));
  const left: number[] = [];
  const days = instance.dayNames.map((day, at) => ({ day, covered: proveDay(at) }));
  const kept = days.filter(({ covered }) => covered > 0);
  return { covered: kept.reduce((sum, { covered }) => sum + covered, 0), days: kept, prices, left };

  function proveDay(at: number): number {
    if (before !== null && !before.left.includes(at)) return known.get(instance.dayNames[at] ?? '') ?? 0;
    if (isOver()) {
      left.push(at);
      return wantedOn(at);
    }
    try {
      const patterns = patternsOfDay(instance, candidates, at, () => '');
      if (patterns.posts.length === 0) return 0;
      const proven = boundDay(highs, instance, patterns, prices);
      return proven ?? wantedOn(at);
    } catch (error) {
      if (error instanceof TooManyPatterns) return wantedOn(at);
      throw error;
    }
  }

  function wantedOn(day: number): number {
    let sum = 0;
    for (let post = 0; post < instance.posts; post += 1)
      if (instance.firstDay[post] === day)
        sum += (instance.value[post] ?? 0) * (instance.quantity[post] ?? 0);
    return sum;
  }
};

/** A better proof from the first, and from a roster that is known: how far down it is worth going. */
export const proveWhole = (
  highs: Highs,
  { instance, candidates }: Prepared,
  first: Proof,
  known: number,
  isOver: () => boolean,
): Proof => {
  const table = isOver() ? null : spansOf(instance, candidates);
  if (table === null) return first;
  const pricing = new Pricing(instance, table);
  const prices = first.prices.slice();
  for (const piece of piecesOf(instance, table))
    for (const window of windowsOf(instance, piece)) {
      if (isOver()) break;
      priceFlow(highs, instance, table, piece, window, prices, programSeconds);
    }
  const lowered = pricing.lower(prices, rounds, known, isOver);
  return lowered.bound < first.covered ? { ...first, covered: lowered.bound, prices: lowered.post } : first;
};
