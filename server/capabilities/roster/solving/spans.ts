/**
 * Every span of duty (posts one after the other, without a rest between) that somebody could serve, and, for
 * units that could do the same over the whole plan, which of them are theirs. Pure.
 */
import type { Candidates } from './candidates.ts';
import { dutyBlock, free } from './feasibility.ts';
import type { Instance } from './instance.ts';
import { type Regions, regionsOf } from './regions.ts';

/** Units alike in what they could be given and in their limits. */
export interface UnitClass {
  readonly units: readonly number[];
  /** Spans in order of their beginning. */
  readonly spans: Int32Array;
  /** The region in which each begins. */
  readonly region: Uint8Array;
  /** For each region and span, the place in `spans` of the first that begins there after rest and way. */
  readonly next: readonly Int32Array[];
  /** Posts that it could be given. */
  readonly posts: Int32Array;
  readonly perWeek: number;
}

export interface SpanTable {
  /** Posts of span `i` stand in `posts` from `at[i]` to `at[i + 1]`. */
  readonly posts: Int32Array;
  readonly at: Int32Array;
  readonly regions: number;
  readonly classes: readonly UnitClass[];
}

/** Spans by class; beyond, the table is not made and the bound stays that of single days. */
const mostSpans = 40_000_000;
/** Posts of one span. */
const longest = 12;

const limitsOf = ({ span, rest, perDay, perWeek }: Instance, unit: number): string =>
  [span[unit], rest[unit], perDay[unit], perWeek[unit]].join();

interface Found {
  readonly posts: number[];
  readonly at: number[];
}

/** Spans that begin with each post, for a unit with these limits that could be given any post of the pool. */
const enumerate = (instance: Instance, unit: number, pool: readonly number[], found: Found): number[] => {
  const begin: number[] = [];
  const minutes = new Int32Array(instance.units * instance.days);
  const window = instance.span[unit] ?? 0;
  const extend = (span: readonly number[], from: number): void => {
    begin.push(found.at.length - 1);
    found.posts.push(...span);
    found.at.push(found.posts.length);
    if (span.length === longest) return;
    const [first = 0, last = first] = [span[0], span.at(-1)];
    const close = (instance.from[first] ?? 0) + window;
    for (let at = from; at < pool.length; at += 1) {
      const post = pool[at] ?? 0;
      if ((instance.from[post] ?? 0) >= close) break;
      if ((instance.from[post] ?? 0) - (instance.to[last] ?? 0) >= (instance.rest[unit] ?? 0)) break;
      if (dutyBlock(instance, unit, span, minutes, post) !== free) continue;
      countDay(instance, minutes, unit, post, 1);
      extend([...span, post], at + 1);
      countDay(instance, minutes, unit, post, -1);
    }
  };
  for (const [at, post] of pool.entries()) {
    countDay(instance, minutes, unit, post, 1);
    extend([post], at + 1);
    countDay(instance, minutes, unit, post, -1);
  }
  return begin;
};

const countDay = (i: Instance, minutes: Int32Array, unit: number, post: number, sign: 1 | -1): void => {
  const first = i.firstDay[post] ?? 0;
  const share = (i.dayShareAt[post] ?? 0) - first;
  for (let day = first; day <= (i.lastDay[post] ?? 0); day += 1) {
    const at = unit * i.days + day;
    minutes[at] = (minutes[at] ?? 0) + sign * (i.dayShare[share + day] ?? 0);
  }
};

interface Alike {
  readonly units: number[];
  readonly posts: readonly number[];
}

const alikeUnits = (instance: Instance, candidates: Candidates): readonly Alike[] => {
  const able = Array.from({ length: instance.units }, (): number[] => []);
  const order = candidates
    .map((_, post) => post)
    .sort((a, b) => (instance.from[a] ?? 0) - (instance.from[b] ?? 0) || a - b);
  for (const post of order) for (const unit of candidates[post] ?? []) able[unit]?.push(post);
  const classes = new Map<string, Alike>();
  for (const [unit, posts] of able.entries()) {
    if (posts.length === 0) continue;
    const key = `${limitsOf(instance, unit)};${posts.join()}`;
    const one = classes.get(key);
    if (one === undefined) classes.set(key, { units: [unit], posts });
    else one.units.push(unit);
  }
  return [...classes.values()];
};

/** The spans of all classes of units; null where there are too many. */
export const spansOf = (instance: Instance, candidates: Candidates): SpanTable | null => {
  const alike = alikeUnits(instance, candidates);
  const regions = regionsOf(instance);
  const found: Found = { posts: [], at: [0] };
  const shared = new Map<string, number[]>();
  const classes: UnitClass[] = [];
  let spans = 0;
  for (const { units, posts } of alike) {
    const [unit = 0] = units;
    // Classes that differ in their weeks alone have the same spans.
    const key = `${[instance.span[unit], instance.rest[unit], instance.perDay[unit]].join()};${posts.join()}`;
    const own = shared.get(key) ?? enumerate(instance, unit, posts, found);
    shared.set(key, own);
    spans += own.length * regions.count;
    if (spans > mostSpans) return null;
    classes.push(classOf({ instance, regions, found }, { units, posts }, own));
  }
  return {
    ...{ posts: Int32Array.from(found.posts), at: Int32Array.from(found.at) },
    ...{ regions: regions.count, classes },
  };
};

interface Table {
  readonly instance: Instance;
  readonly regions: Regions;
  readonly found: Found;
}

const classOf = ({ instance, regions, found }: Table, { units, posts }: Alike, own: readonly number[]) => {
  const [unit = 0] = units;
  const regionOf = (place: number): number => regions.of[instance.place[found.posts[place] ?? 0] ?? 0] ?? 0;
  const beginOf = (span: number): number => instance.from[found.posts[found.at[span] ?? 0] ?? 0] ?? 0;
  const endOf = (span: number): number => {
    let end = 0;
    for (let at = found.at[span] ?? 0; at < (found.at[span + 1] ?? 0); at += 1)
      end = Math.max(end, instance.to[found.posts[at] ?? 0] ?? 0);
    return end;
  };
  const spans = Int32Array.from(own).sort((a, b) => beginOf(a) - beginOf(b));
  const [begins, ends] = [Int32Array.from(spans, beginOf), Int32Array.from(spans, endOf)];
  const endsIn = Uint8Array.from(spans, (span) => regionOf((found.at[span + 1] ?? 0) - 1));
  const readyIn = (at: number, region: number): number => {
    const way = regions.ways[(endsIn[at] ?? 0) * regions.count + region] ?? 0;
    return (ends[at] ?? 0) + Math.max(instance.rest[unit] ?? 0, way);
  };
  return {
    ...{ units, posts: Int32Array.from(posts), spans, perWeek: instance.perWeek[unit] ?? 0 },
    region: Uint8Array.from(spans, (span) => regionOf(found.at[span] ?? 0)),
    next: Array.from({ length: regions.count }, (_, region) =>
      Int32Array.from(spans, (_span, at) => firstFrom(begins, readyIn(at, region))),
    ),
  };
};

/** The place of the first that begins then or later. */
const firstFrom = (begins: Int32Array, ready: number): number => {
  let [low, high] = [0, begins.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((begins[middle] ?? 0) < ready) low = middle + 1;
    else high = middle;
  }
  return low;
};
