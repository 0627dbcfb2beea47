/** Chance that can be repeated: the same seed gives the same numbers. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** True once in so many times. */
  oneIn(times: number): boolean;
  /** An integer from 0 up to, not including, `limit`. */
  below(limit: number): number;
}

/** mulberry32: small, quick and good enough to choose what goes wrong next. */
export const seededChance = (seed: number): Chance => {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    oneIn: (times) => next() * times < 1,
    below: (limit) => Math.floor(next() * limit),
  };
};
