/** Chance that can be had again: the same seed gives the same numbers on every machine. Pure. */

/** Numbers of one seed (xorshift of 32 bits, Marsaglia 2003). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    // A state of zero would stay zero; the product spreads seeds that lie side by side.
    this.#state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ seed) | 0 || 1;
  }

  /** A whole number from 0 to `count - 1`. */
  below(count: number): number {
    return Math.floor(this.share() * count);
  }

  /** From 0 up to, not including, 1. */
  share(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return (state >>> 0) / 4_294_967_296;
  }
}
