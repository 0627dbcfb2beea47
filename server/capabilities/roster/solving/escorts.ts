/**
 * How many escorted units and how many of their escorts stand at each place, between any two moments at which
 * somebody could come or go there. Pure.
 */
import type { Instance } from './instance.ts';

export class EscortBook {
  readonly #instance: Instance;
  readonly #isUsed: boolean;
  /** First slot of each post, and the one after its last. */
  readonly #slotFrom: Int32Array;
  readonly #slotTo: Int32Array;
  readonly #guests: readonly Int32Array[];
  readonly #hosts: readonly Int32Array[];

  constructor(instance: Instance) {
    this.#instance = instance;
    this.#isUsed = instance.escortedBy.some((group) => group >= 0);
    this.#slotFrom = new Int32Array(instance.posts);
    this.#slotTo = new Int32Array(instance.posts);
    const slots = this.#isUsed ? this.#cut() : 0;
    this.#guests = instance.perHost.map(() => new Int32Array(slots));
    this.#hosts = instance.perHost.map(() => new Int32Array(slots));
  }

  /** The slots of each place lie side by side, cut wherever a post begins or ends. */
  #cut(): number {
    const { from, to, place, places, posts } = this.#instance;
    const moments = Array.from({ length: places }, () => new Set<number>());
    for (let post = 0; post < posts; post += 1)
      moments[place[post] ?? 0]?.add(from[post] ?? 0).add(to[post] ?? 0);
    const slotOf = moments.map(() => new Map<number, number>());
    let slots = 0;
    for (const [at, set] of moments.entries())
      for (const moment of [...set].sort((one, two) => one - two)) {
        slotOf[at]?.set(moment, slots);
        slots += 1;
      }
    for (let post = 0; post < posts; post += 1) {
      const own = slotOf[place[post] ?? 0];
      this.#slotFrom[post] = own?.get(from[post] ?? 0) ?? 0;
      this.#slotTo[post] = own?.get(to[post] ?? 0) ?? 0;
    }
    return slots;
  }

  /** True where the unit needs escorts that do not stand there for the whole of the post. */
  lacks(unit: number, post: number): boolean {
    const group = this.#instance.escortedBy[unit] ?? -1;
    if (group < 0) return false;
    const [guests, hosts] = [this.#guests[group], this.#hosts[group]];
    const perHost = this.#instance.perHost[group] ?? 0;
    for (let slot = this.#slotFrom[post] ?? 0; slot < (this.#slotTo[post] ?? 0); slot += 1)
      if ((guests?.[slot] ?? 0) + 1 > perHost * (hosts?.[slot] ?? 0)) return true;
    return false;
  }

  /** True where units that stand there would be left without the escort that they need. */
  isNeeded(unit: number, post: number): boolean {
    if (!this.#isUsed) return false;
    for (const group of this.#instance.escorting[unit] ?? []) {
      const [guests, hosts] = [this.#guests[group], this.#hosts[group]];
      const perHost = this.#instance.perHost[group] ?? 0;
      for (let slot = this.#slotFrom[post] ?? 0; slot < (this.#slotTo[post] ?? 0); slot += 1)
        if ((guests?.[slot] ?? 0) > perHost * ((hosts?.[slot] ?? 0) - 1)) return true;
    }
    return false;
  }

  /** One more, or with -1 one less. */
  count(unit: number, post: number, change: 1 | -1): void {
    if (!this.#isUsed) return;
    const group = this.#instance.escortedBy[unit] ?? -1;
    if (group >= 0) this.#change(this.#guests[group], post, change);
    for (const escorted of this.#instance.escorting[unit] ?? [])
      this.#change(this.#hosts[escorted], post, change);
  }

  #change(counts: Int32Array | undefined, post: number, change: 1 | -1): void {
    if (counts === undefined) return;
    for (let slot = this.#slotFrom[post] ?? 0; slot < (this.#slotTo[post] ?? 0); slot += 1)
      counts[slot] = (counts[slot] ?? 0) + change;
  }
}
