/**
 * Places between which the way is longer than a rest, put apart: who served in one region begins in another
 * only when he can be there. Any parting gives a true bound, a finer one a lower. Pure.
 */
import type { Instance } from './instance.ts';

export interface Regions {
  readonly count: number;
  /** The region of each place. */
  readonly of: Int32Array;
  /** The shortest way from region to region, in minutes, at `from * count + to`; none within one. */
  readonly ways: Int32Array;
}

/** Each region is one more way that a unit can go on: beyond, the plan is looked at as one. */
const mostRegions = 12;
const never = 2 ** 31 - 1;

const postPlaces = ({ place }: Instance): readonly number[] => [...new Set(place)];

/** Places that hang together by ways no longer than a rest. */
const parted = (instance: Instance): { of: Int32Array; count: number } => {
  const { travel, places } = instance;
  const rest = instance.rest.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  const wayOf = (from: number, to: number): number => travel[from * places + to] ?? 0;
  const known = postPlaces(instance);
  const of = new Int32Array(places).fill(-1);
  let count = 0;
  for (const start of known) {
    if ((of[start] ?? -1) >= 0) continue;
    of[start] = count;
    const next = [start];
    for (let here = next.pop(); here !== undefined; here = next.pop())
      for (const there of known) {
        if ((of[there] ?? -1) >= 0 || Math.min(wayOf(here, there), wayOf(there, here)) > rest) continue;
        of[there] = count;
        next.push(there);
      }
    count += 1;
  }
  return { of, count };
};

/** The regions of a plan: one where every way is shorter than a rest, as in one town. */
export const regionsOf = (instance: Instance): Regions => {
  const { of, count } = parted(instance);
  if (count <= 1 || count > mostRegions)
    return { count: 1, of: new Int32Array(instance.places), ways: new Int32Array(1) };
  const ways = new Int32Array(count * count).fill(never);
  for (const here of postPlaces(instance))
    for (const there of postPlaces(instance)) {
      const at = (of[here] ?? 0) * count + (of[there] ?? 0);
      ways[at] = Math.min(ways[at] ?? 0, instance.travel[here * instance.places + there] ?? 0);
    }
  return { count, of, ways };
};
