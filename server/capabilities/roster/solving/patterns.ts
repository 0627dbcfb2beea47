/**
 * What a unit can do of the posts that begin on one day: every set of them that it could serve one after the
 * other. Units that could do the same are one group. Pure.
 */
import type { Candidates } from './candidates.ts';
import { dutyBlock, free } from './feasibility.ts';
import type { Instance } from './instance.ts';

export interface Group {
  readonly units: readonly number[];
  /** Sets of posts that none contains: what a smaller one covers, a larger one covers too. */
  readonly patterns: readonly (readonly number[])[];
}

export interface DayPatterns {
  readonly day: number;
  readonly posts: readonly number[];
  readonly groups: readonly Group[];
}

/** Sets of one group at most; beyond, longer ones are left out and the bound says so. */
const mostPatterns = 20_000;

/** Thrown where a day has more sets of posts than can be written down. */
export class TooManyPatterns extends Error {
  override readonly name = 'TooManyPatterns';
}

const isPart = (small: readonly number[], large: readonly number[]): boolean =>
  small.length < large.length && small.every((post) => large.includes(post));

/** Every set that cannot be made larger, found from its first post on. */
const patternsOf = (instance: Instance, unit: number, posts: readonly number[]): readonly number[][] => {
  const none = new Int32Array(instance.units * instance.days);
  const found: number[][] = [];
  const minutes = none;
  const extend = (pattern: readonly number[], from: number): void => {
    let isWhole = true;
    for (let at = from; at < posts.length; at += 1) {
      const post = posts[at] ?? 0;
      if (dutyBlock(instance, unit, pattern, minutes, post) !== free) continue;
      isWhole = false;
      count(instance, minutes, unit, post, 1);
      extend([...pattern, post], at + 1);
      count(instance, minutes, unit, post, -1);
    }
    if (isWhole && pattern.length > 0) found.push([...pattern]);
    if (found.length > mostPatterns) throw new TooManyPatterns(`day of post ${posts[0]}`);
  };
  extend([], 0);
  return withoutParts(found);
};

const count = (instance: Instance, minutes: Int32Array, unit: number, post: number, sign: 1 | -1): void => {
  const first = instance.firstDay[post] ?? 0;
  const share = (instance.dayShareAt[post] ?? 0) - first;
  for (let day = first; day <= (instance.lastDay[post] ?? 0); day += 1) {
    const at = unit * instance.days + day;
    minutes[at] = (minutes[at] ?? 0) + sign * (instance.dayShare[share + day] ?? 0);
  }
};

const withoutParts = (found: readonly number[][]): readonly number[][] => {
  const larger = new Map<number, number[][]>();
  for (const pattern of found)
    if (pattern.length > 1)
      for (const post of pattern) {
        const list = larger.get(post) ?? [];
        list.push(pattern);
        larger.set(post, list);
      }
  return found.filter(
    (pattern) => !(larger.get(pattern[0] ?? -1) ?? []).some((other) => isPart(pattern, other)),
  );
};

/** The groups of a day; `keyOf` parts units that are priced differently. */
export const patternsOfDay = (
  instance: Instance,
  candidates: Candidates,
  day: number,
  keyOf: (unit: number) => string,
): DayPatterns => {
  const posts = candidates
    .map((_, post) => post)
    .filter((post) => instance.firstDay[post] === day)
    .sort((a, b) => (instance.from[a] ?? 0) - (instance.from[b] ?? 0) || a - b);
  const able = new Map<number, number[]>();
  for (const post of posts)
    for (const unit of candidates[post] ?? []) {
      const list = able.get(unit) ?? [];
      list.push(post);
      able.set(unit, list);
    }
  const groups = new Map<string, { units: number[]; posts: readonly number[] }>();
  for (const [unit, list] of able) {
    const { perDay, perWeek, span, rest } = instance;
    const numbers = [perDay[unit], perWeek[unit], span[unit], rest[unit]].join();
    const key = `${numbers};${keyOf(unit)};${list.join()}`;
    const group = groups.get(key) ?? { units: [], posts: list };
    group.units.push(unit);
    groups.set(key, group);
  }
  const shared = new Map<string, readonly number[][]>();
  return {
    day,
    posts,
    groups: [...groups.values()].map(({ units, posts: own }) => {
      const [unit = 0] = units;
      const { perDay, perWeek, span, rest } = instance;
      const key = [perDay[unit], perWeek[unit], span[unit], rest[unit], ...own].join();
      const patterns = shared.get(key) ?? patternsOf(instance, unit, own);
      shared.set(key, patterns);
      return { units, patterns };
    }),
  };
};
