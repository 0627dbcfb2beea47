/**
 * Annealing over ejection chains: an open seat is filled, what stands in the way is taken from the unit
 * and given to others, and what comes of it is kept when it covers more, or, the warmer the search, a
 * little less.
 */
import type { Candidates } from './candidates.ts';
import { codes, free } from './feasibility.ts';
import type { Instance } from './instance.ts';
import type { Duty } from './pairs.ts';
import type { Chance } from './random.ts';
import type { Secondary } from './secondary.ts';
import type { RosterState } from './state.ts';

/** How far a chain goes, and how much of it is looked at. */
const limits = { depth: 5, ejected: 3, units: 10, direct: 48 } as const;

export interface SearchNeeds {
  readonly state: RosterState;
  readonly candidates: Candidates;
  readonly secondary: Secondary;
  readonly chance: Chance;
  /** What a seat is thought to cost when it has to be filled again. */
  readonly prices: Float64Array;
}

export class Search {
  readonly #state: RosterState;
  readonly #candidates: Candidates;
  readonly #secondary: Secondary;
  readonly #chance: Chance;
  readonly #prices: Float64Array;
  /** What the chain has taken away and not yet given to another. */
  readonly #loose: number[] = [];
  #warmth = 0;
  /** Posts that each unit could be given, in order of their beginning. */
  readonly #postsOf: readonly Int32Array[];
  /** Posts that the chain has dealt with: it does not come back to them. */
  readonly #seen: number[] = [];

  constructor({ state, candidates, secondary, chance, prices }: SearchNeeds) {
    this.#prices = prices;
    this.#state = state;
    this.#postsOf = postsOf(state.instance, candidates);
    this.#candidates = candidates;
    this.#secondary = secondary;
    this.#chance = chance;
  }

  /** One chain from one open seat; false where no seat is open. */
  step(warmth: number): boolean {
    const state = this.#state;
    if (state.open.count === 0) return false;
    const post = state.open.at(this.#chance.below(state.open.count));
    const before = state.covered;
    this.#loose.length = 0;
    this.#seen.length = 0;
    this.#warmth = warmth;
    if (this.#fill(post, limits.depth)) {
      this.#settle();
      this.#fillFreed();
    }
    const change = state.covered - before;
    if (change >= 0 || this.#chance.share() < Math.exp(change / warmth)) state.keep();
    else state.undo(0);
    return true;
  }

  #settle(): void {
    for (let depth = limits.depth - 1; this.#loose.length > 0; depth -= 1) {
      const round = this.#loose.splice(0);
      for (const post of round) this.#fill(post, depth);
    }
  }

  /** Units that lost a duty may have the time for another that is open. */
  #fillFreed(): void {
    const state = this.#state;
    if (state.open.count === 0) return;
    for (const { unit, post } of state.taken()) this.#fillUnit(unit, post);
  }

  #fillUnit(unit: number, around: number): void {
    const state = this.#state;
    const { from, to, value } = state.instance;
    const own = this.#postsOf[unit] ?? new Int32Array();
    const [start, end] = [(from[around] ?? 0) - 1_440, (to[around] ?? 0) + 1_440];
    for (;;) {
      let best = -1;
      let most = 0;
      for (let at = firstFrom(own, from, start); at < own.length; at += 1) {
        const post = own[at] ?? 0;
        if ((from[post] ?? 0) > end) break;
        if (!state.open.has(post) || (value[post] ?? 0) <= most) continue;
        if (state.has(unit, post) || state.block(unit, post) !== free) continue;
        [best, most] = [post, value[post] ?? 0];
      }
      if (best < 0) return;
      state.give(unit, best);
    }
  }

  /** Puts a unit on the post: one that is free, or, while the chain may go on, one that can be freed. */
  #fill(post: number, depth: number): boolean {
    const able = this.#candidates[post] ?? new Uint16Array();
    if (able.length === 0) return false;
    const start = this.#chance.below(able.length);
    const direct = this.#freeUnit(post, able, start);
    if (direct >= 0) {
      this.#state.give(direct, post);
      return true;
    }
    if (depth <= 0) return false;
    this.#seen.push(post);
    return this.#eject(post, able, start);
  }

  #freeUnit(post: number, able: Uint16Array, start: number): number {
    const looked = Math.min(able.length, limits.direct * 4);
    let found = 0;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let step = 0; step < looked && found < 4; step += 1) {
      const unit = able[(start + step) % able.length] ?? 0;
      if (this.#state.block(unit, post) !== free || this.#state.has(unit, post)) continue;
      found += 1;
      const cost = this.#secondary.ofGiving(unit, post);
      if (cost < least) [best, least] = [unit, cost];
    }
    return best;
  }

  #eject(post: number, able: Uint16Array, start: number): boolean {
    const state = this.#state;
    const worth = state.instance.value[post] ?? 0;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let step = 0; step < Math.min(able.length, limits.units); step += 1) {
      const unit = able[(start + step) % able.length] ?? 0;
      if (state.has(unit, post)) continue;
      const mark = state.mark();
      const cost = this.#clear(unit, post);
      state.undo(mark);
      // Chance breaks ties, so that the same two posts do not change places for ever.
      const weighed = cost + this.#chance.share() * worth * 0.1;
      if (weighed < least) [best, least] = [unit, weighed];
    }
    if (best < 0 || least > worth * 1.05 + 3 * this.#warmth) return false;
    const mark = state.mark();
    const loose = this.#loose.length;
    if (this.#clear(best, post, this.#loose) === Number.POSITIVE_INFINITY) {
      state.undo(mark);
      this.#loose.length = loose;
      return false;
    }
    state.give(best, post);
    return true;
  }

  /** Takes from the unit what is in the way of the post; what that was worth, or infinity where it cannot. */
  #clear(unit: number, post: number, taken?: number[]): number {
    const state = this.#state;
    let cost = 0;
    for (let count = 0; ; count += 1) {
      const block = state.block(unit, post);
      if (block === free) return cost;
      if (count === limits.ejected || block === codes.escort) return Number.POSITIVE_INFINITY;
      const victim = block === codes.pairApart ? this.#apart(unit, post) : this.#own(unit, post, block);
      if (victim === null) return Number.POSITIVE_INFINITY;
      state.take(victim.unit, victim.post);
      taken?.push(victim.post);
      cost += this.#prices[victim.post] ?? 0;
    }
  }

  /** A duty that keeps a host officer and his visitor apart; null where one of them has to stay. */
  #apart(unit: number, post: number): Duty | null {
    const state = this.#state;
    const apart = state.apart(unit, post);
    const stays = apart.some((duty) => state.isFixed(duty.unit, duty.post) || this.#seen.includes(duty.post));
    return stays ? null : (apart[0] ?? null);
  }

  #own(unit: number, post: number, block: number): Duty | null {
    const own = this.#victim(unit, post, block);
    return own < 0 ? null : { unit, post: own };
  }

  /** The duty to take away: the one that matters least among those whose absence could lift the rule. */
  #victim(unit: number, post: number, block: number): number {
    const state = this.#state;
    const { from, to, firstDay, lastDay, rest, travel, place, places } = state.instance;
    const [start, end] = [from[post] ?? 0, to[post] ?? 0];
    const pause = rest[unit] ?? 0;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const duty of state.duties[unit] ?? []) {
      const [begins, ends] = [from[duty] ?? 0, to[duty] ?? 0];
      const [first, last] = [firstDay[duty] ?? 0, lastDay[duty] ?? 0];
      let isNear = false;
      if (block === codes.overlap) isNear = begins < end && ends > start;
      else if (block === codes.travel)
        isNear =
          begins >= end
            ? end + (travel[(place[post] ?? 0) * places + (place[duty] ?? 0)] ?? 0) > begins
            : ends + (travel[(place[duty] ?? 0) * places + (place[post] ?? 0)] ?? 0) > start;
      else if (block === codes.perWeek)
        isNear = first <= (lastDay[post] ?? 0) + 6 && last >= (firstDay[post] ?? 0) - 6;
      else isNear = begins < end + 2 * pause && ends > start - 2 * pause;
      if (!isNear || state.isFixed(unit, duty) || this.#seen.includes(duty)) continue;
      const cost = (this.#prices[duty] ?? 0) * (0.7 + 0.6 * this.#chance.share());
      if (cost < least) [best, least] = [duty, cost];
    }
    return best;
  }
}

const postsOf = (instance: Instance, candidates: Candidates): readonly Int32Array[] => {
  const able = Array.from({ length: instance.units }, (): number[] => []);
  const order = candidates
    .map((_, post) => post)
    .sort((a, b) => (instance.from[a] ?? 0) - (instance.from[b] ?? 0) || a - b);
  for (const post of order) for (const unit of candidates[post] ?? []) able[unit]?.push(post);
  return able.map((posts) => Int32Array.from(posts));
};

const firstFrom = (posts: Int32Array, from: Int32Array, start: number): number => {
  let [low, high] = [0, posts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((from[posts[middle] ?? 0] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
};
