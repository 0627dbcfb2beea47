/**
 * What no roster can surpass, from prices: whatever a minute on each post is priced at, the best that
 * every unit could earn by itself, and what is left to earn above the prices, together bound what all can
 * cover. The prices are moved until the bound is low (subgradients after Polyak, with a memory of the last
 * direction). Pure.
 */
import type { Instance } from './instance.ts';
import type { SpanTable, UnitClass } from './spans.ts';

const weekDays = 7;

/** Prices of posts (weighted minutes of a seat) and of a minute of duty in each week, by class. */
export interface Prices {
  readonly post: Float64Array;
  readonly week: readonly Float64Array[];
}

interface Earned {
  bound: number;
  readonly used: Float64Array;
  readonly usedWeek: readonly Float64Array[];
}

export class Pricing {
  readonly #instance: Instance;
  readonly #table: SpanTable;
  readonly #windows: number;
  readonly #net: Float64Array;
  /** What a unit can earn that begins in a region at a span or later, at `region * (spans + 1) + span`. */
  readonly #best: Float64Array;
  readonly #dayPrice: Float64Array;
  readonly #dayUsed: Float64Array;
  readonly #profit: Float64Array;

  constructor(instance: Instance, table: SpanTable) {
    this.#instance = instance;
    this.#table = table;
    this.#windows = Math.max(1, instance.days - weekDays + 1);
    this.#net = new Float64Array(instance.posts);
    const most = table.classes.reduce((sum, { spans }) => Math.max(sum, spans.length), 0);
    this.#best = new Float64Array((most + 1) * table.regions);
    this.#profit = new Float64Array(most);
    this.#dayPrice = new Float64Array(instance.days);
    this.#dayUsed = new Float64Array(instance.days);
  }

  /** Weeks without a price. */
  noWeeks(): Float64Array[] {
    return this.#table.classes.map(() => new Float64Array(this.#windows));
  }

  /** The bound that these prices prove, and what units would do at them. */
  earn({ post, week }: Prices): Earned {
    const { quantity, value, posts } = this.#instance;
    const used = new Float64Array(posts);
    const usedWeek = this.noWeeks();
    let bound = 0;
    for (let at = 0; at < posts; at += 1)
      bound += (quantity[at] ?? 0) * Math.max(0, (value[at] ?? 0) - (post[at] ?? 0));
    for (const [at, one] of this.#table.classes.entries())
      bound += this.#earnClass(one, post, week[at], used, usedWeek[at]);
    return { bound, used, usedWeek };
  }

  #earnClass(
    one: UnitClass,
    prices: Float64Array,
    week: Float64Array | undefined,
    used: Float64Array,
    usedWeek: Float64Array | undefined,
  ): number {
    const count = one.units.length;
    const free = this.#priceDays(week) * one.perWeek * count;
    this.#netOf(one, prices);
    this.#earnSpans(one);
    this.#follow(one, used, usedWeek);
    const length = one.spans.length;
    return free + count * (this.#best[this.#bestRegion(one, length) * (length + 1)] ?? 0);
  }

  /** From the last span to the first: what it brings, with the best that can follow. */
  #earnSpans(one: UnitClass): void {
    const { posts, at, regions } = this.#table;
    const best = this.#best;
    const length = one.spans.length;
    const rows = length + 1;
    for (let region = 0; region < regions; region += 1) best[region * rows + length] = 0;
    for (let place = length - 1; place >= 0; place -= 1) {
      const span = one.spans[place] ?? 0;
      let profit = 0;
      for (let region = 0; region < regions; region += 1) {
        profit = Math.max(profit, best[region * rows + (one.next[region]?.[place] ?? length)] ?? 0);
        best[region * rows + place] = best[region * rows + place + 1] ?? 0;
      }
      for (let step = at[span] ?? 0; step < (at[span + 1] ?? 0); step += 1)
        profit += this.#net[posts[step] ?? 0] ?? 0;
      this.#profit[place] = profit;
      const own = (one.region[place] ?? 0) * rows + place;
      best[own] = Math.max(profit, best[own] ?? 0);
    }
  }

  /** Where it is best to go on after the span at this place; at the beginning where there is none. */
  #bestRegion(one: UnitClass, place: number): number {
    const length = one.spans.length;
    let chosen = 0;
    let most = -1;
    for (let region = 0; region < this.#table.regions; region += 1) {
      const then = place === length ? 0 : (one.next[region]?.[place] ?? length);
      const value = this.#best[region * (length + 1) + then] ?? 0;
      if (value > most) [chosen, most] = [region, value];
    }
    return chosen;
  }

  /** The price of a minute on each day: that of all weeks that hold it. Their sum is given back. */
  #priceDays(week: Float64Array | undefined): number {
    this.#dayPrice.fill(0);
    let sum = 0;
    for (let window = 0; window < this.#windows; window += 1) {
      const price = week?.[window] ?? 0;
      if (price === 0) continue;
      sum += price;
      for (let day = window; day < Math.min(window + weekDays, this.#dayPrice.length); day += 1)
        this.#dayPrice[day] = (this.#dayPrice[day] ?? 0) + price;
    }
    return sum;
  }

  #netOf(one: UnitClass, prices: Float64Array): void {
    const { firstDay, lastDay, dayShare, dayShareAt } = this.#instance;
    for (const post of one.posts) {
      let net = prices[post] ?? 0;
      const first = firstDay[post] ?? 0;
      const share = (dayShareAt[post] ?? 0) - first;
      for (let day = first; day <= (lastDay[post] ?? 0); day += 1)
        net -= (dayShare[share + day] ?? 0) * (this.#dayPrice[day] ?? 0);
      this.#net[post] = net;
    }
  }

  #follow(one: UnitClass, used: Float64Array, usedWeek: Float64Array | undefined): void {
    const { firstDay, lastDay, dayShare, dayShareAt } = this.#instance;
    const { posts, at } = this.#table;
    const count = one.units.length;
    this.#dayUsed.fill(0);
    let region = this.#bestRegion(one, one.spans.length);
    for (let place = 0; place < one.spans.length; ) {
      const best = this.#best[region * (one.spans.length + 1) + place] ?? 0;
      if (best <= 0) break;
      if (one.region[place] !== region || (this.#profit[place] ?? 0) < best) {
        place += 1;
        continue;
      }
      const span = one.spans[place] ?? 0;
      for (let step = at[span] ?? 0; step < (at[span + 1] ?? 0); step += 1) {
        const post = posts[step] ?? 0;
        used[post] = (used[post] ?? 0) + count;
        const first = firstDay[post] ?? 0;
        const share = (dayShareAt[post] ?? 0) - first;
        for (let day = first; day <= (lastDay[post] ?? 0); day += 1)
          this.#dayUsed[day] = (this.#dayUsed[day] ?? 0) + count * (dayShare[share + day] ?? 0);
      }
      region = this.#bestRegion(one, place);
      place = one.next[region]?.[place] ?? one.spans.length;
    }
    if (usedWeek === undefined) return;
    for (let window = 0; window < this.#windows; window += 1)
      for (let day = window; day < Math.min(window + weekDays, this.#dayUsed.length); day += 1)
        usedWeek[window] = (usedWeek[window] ?? 0) + (this.#dayUsed[day] ?? 0);
  }

  /** Moves the prices for so many rounds; gives the lowest bound and the prices that prove it. */
  lower(start: Float64Array, rounds: number, known: number, stop: () => boolean): Prices & { bound: number } {
    const state = new Descent(this.#instance, this.#table, start, this.noWeeks());
    let best = { bound: Number.POSITIVE_INFINITY, post: start, week: state.week };
    let stale = 0;
    let pace = 0.2;
    for (let round = 0; round < rounds && !stop(); round += 1) {
      const earned = this.earn(state);
      if (earned.bound < best.bound) {
        best = { bound: earned.bound, post: state.post.slice(), week: state.week.map((one) => one.slice()) };
        stale = 0;
      } else stale += 1;
      if (stale >= 5) {
        pace *= 0.6;
        stale = 0;
        state.return(best);
      }
      if (best.bound - known <= 1e-9 * best.bound || pace < 1e-4) break;
      state.step(earned, pace, known);
    }
    return best;
  }
}

/** Prices on their way down. */
class Descent implements Prices {
  readonly post: Float64Array;
  readonly week: readonly Float64Array[];
  readonly #instance: Instance;
  readonly #table: SpanTable;
  readonly #way: Float64Array;
  readonly #wayWeek: readonly Float64Array[];

  constructor(instance: Instance, table: SpanTable, start: Float64Array, week: Float64Array[]) {
    this.#instance = instance;
    this.#table = table;
    this.post = start.slice();
    this.week = week;
    this.#way = new Float64Array(instance.posts);
    this.#wayWeek = week.map((one) => new Float64Array(one.length));
  }

  return({ post, week }: Prices): void {
    this.post.set(post);
    for (const [at, one] of this.week.entries()) one.set(week[at] ?? one);
    this.#way.fill(0);
    for (const one of this.#wayWeek) one.fill(0);
  }

  step({ bound, used, usedWeek }: Earned, pace: number, known: number): void {
    const { value, quantity, posts } = this.#instance;
    const fresh = 0.35;
    let length = 0;
    for (let post = 0; post < posts; post += 1) {
      const wanted = (this.post[post] ?? 0) < (value[post] ?? 0) ? (quantity[post] ?? 0) : 0;
      const slope = ((used[post] ?? 0) - wanted) * (value[post] ?? 0);
      const way = fresh * slope + (1 - fresh) * (this.#way[post] ?? 0);
      this.#way[post] = way;
      length += way * way;
    }
    for (const [at, one] of this.#wayWeek.entries()) {
      const room = (this.#table.classes[at]?.perWeek ?? 0) * (this.#table.classes[at]?.units.length ?? 0);
      for (let window = 0; window < one.length; window += 1) {
        const slope = room - (usedWeek[at]?.[window] ?? 0);
        const isIdle = slope > 0 && (this.week[at]?.[window] ?? 0) <= 0;
        const way = isIdle ? 0 : fresh * slope + (1 - fresh) * (one[window] ?? 0);
        one[window] = way;
        length += way * way;
      }
    }
    if (length === 0) return;
    this.#move((pace * Math.max(0, bound - known)) / length);
  }

  #move(far: number): void {
    const { value, posts } = this.#instance;
    for (let post = 0; post < posts; post += 1) {
      const worth = value[post] ?? 0;
      const moved = (this.post[post] ?? 0) - far * (this.#way[post] ?? 0) * worth;
      this.post[post] = Math.min(worth, Math.max(0, moved));
    }
    for (const [at, one] of this.week.entries())
      for (let window = 0; window < one.length; window += 1)
        one[window] = Math.max(0, (one[window] ?? 0) - far * (this.#wayWeek[at]?.[window] ?? 0));
  }
}
