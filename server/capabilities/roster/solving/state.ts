/**
 * A roster while it is being searched for: who has which duties, in structures that change a little at a
 * time.
 */
import { EscortBook } from './escorts.ts';
import { codes, dutyBlock, free, placeAmong } from './feasibility.ts';
import type { Instance } from './instance.ts';
import { type Duty, PairBook } from './pairs.ts';

/** Of a post with so many seats and so many on them, the open ones come first in a list without gaps. */
class OpenPosts {
  readonly #list: number[] = [];
  readonly #at: Int32Array;

  constructor(posts: number) {
    this.#at = new Int32Array(posts).fill(-1);
  }

  get count(): number {
    return this.#list.length;
  }

  at(place: number): number {
    return this.#list[place] ?? 0;
  }

  has(post: number): boolean {
    return (this.#at[post] ?? -1) >= 0;
  }

  set(post: number, isOpen: boolean): void {
    const at = this.#at[post] ?? -1;
    if (isOpen && at < 0) {
      this.#at[post] = this.#list.length;
      this.#list.push(post);
    } else if (!isOpen && at >= 0) {
      const last = this.#list.pop() ?? post;
      if (last !== post) {
        this.#list[at] = last;
        this.#at[last] = at;
      }
      this.#at[post] = -1;
    }
  }
}

export class RosterState {
  readonly instance: Instance;
  /** Posts of each unit, in order of their beginning. */
  readonly duties: readonly number[][];
  /** Units on each post. */
  readonly on: readonly number[][];
  /** Minutes of duty, at `unit * days + day`. */
  readonly minutes: Int32Array;
  /** All minutes of duty of a unit. */
  readonly load: Int32Array;
  /** Posts with a free seat. */
  readonly open: OpenPosts;
  /** Weighted minutes that are covered. */
  covered = 0;
  readonly #escorts: EscortBook;
  readonly #pairs: PairBook;
  readonly #fixed = new Set<number>();
  /** What was done: unit, post, 1 for given or -1 for taken away, and the host officer beside it. */
  readonly #trail: number[] = [];

  constructor(instance: Instance) {
    this.instance = instance;
    this.duties = Array.from({ length: instance.units }, () => []);
    this.on = Array.from({ length: instance.posts }, () => []);
    this.minutes = new Int32Array(instance.units * instance.days);
    this.load = new Int32Array(instance.units);
    this.open = new OpenPosts(instance.posts);
    this.#escorts = new EscortBook(instance);
    this.#pairs = new PairBook(instance);
    for (let post = 0; post < instance.posts; post += 1) this.#mark(post);
  }

  #mark(post: number): void {
    this.open.set(post, (this.on[post]?.length ?? 0) < (this.instance.quantity[post] ?? 0));
  }

  has(unit: number, post: number): boolean {
    return this.on[post]?.includes(unit) ?? false;
  }

  /** The rule that keeps a unit, which could be given the post, from it now; `free` where none does. */
  block(unit: number, post: number): number {
    const block = dutyBlock(this.instance, unit, this.duties[unit] ?? [], this.minutes, post);
    if (block !== free) return block;
    if (this.#escorts.lacks(unit, post)) return codes.escort;
    return this.#pairs.isApart(unit, post) ? codes.pairApart : free;
  }

  /** The rule that nobody sets aside and that keeps the unit from the post now; `free` where none does. */
  barred(unit: number, post: number): number {
    if (this.block(unit, post) === codes.overlap) return codes.overlap;
    if (this.#escorts.lacks(unit, post)) return codes.escort;
    return this.#pairs.isApart(unit, post) ? codes.pairApart : free;
  }

  /** Duties that keep host officer and visitor apart there: one of each clash has to go. */
  apart(unit: number, post: number): readonly Duty[] {
    return this.#pairs.inTheWay(unit, post);
  }

  /** Keeps it from being taken away: a person has settled it. */
  fix(unit: number, post: number): void {
    this.#fixed.add(unit * this.instance.posts + post);
  }

  isFixed(unit: number, post: number): boolean {
    return this.#fixed.has(unit * this.instance.posts + post) || this.#escorts.isNeeded(unit, post);
  }

  give(unit: number, post: number): void {
    const host = this.#pairs.choose(unit, post);
    this.#trail.push(unit, post, 1, host);
    this.#put(unit, post, host);
  }

  take(unit: number, post: number): void {
    this.#trail.push(unit, post, -1, this.#lift(unit, post));
  }

  /** Where `undo` returns to. */
  mark(): number {
    return this.#trail.length;
  }

  /** What was taken away since the last `keep`. */
  taken(): { readonly unit: number; readonly post: number }[] {
    const taken: { unit: number; post: number }[] = [];
    for (let at = 0; at < this.#trail.length; at += 4)
      if (this.#trail[at + 2] === -1)
        taken.push({ unit: this.#trail[at] ?? 0, post: this.#trail[at + 1] ?? 0 });
    return taken;
  }

  undo(mark: number): void {
    while (this.#trail.length > mark) {
      const host = this.#trail.pop() ?? 0;
      const change = this.#trail.pop() ?? 0;
      const post = this.#trail.pop() ?? 0;
      const unit = this.#trail.pop() ?? 0;
      if (change === 1) this.#lift(unit, post);
      else this.#put(unit, post, host);
    }
  }

  /** Forgets what could be undone. */
  keep(): void {
    this.#trail.length = 0;
  }

  #put(unit: number, post: number, host: number): void {
    this.#pairs.put(unit, post, host);
    const own = this.duties[unit];
    own?.splice(placeAmong(this.instance, own, this.instance.from[post] ?? 0), 0, post);
    this.on[post]?.push(unit);
    this.#count(unit, post, 1);
  }

  #lift(unit: number, post: number): number {
    const own = this.duties[unit];
    own?.splice(own.indexOf(post), 1);
    const units = this.on[post];
    const last = units?.pop();
    if (units !== undefined && last !== undefined && last !== unit) units[units.indexOf(unit)] = last;
    this.#count(unit, post, -1);
    return this.#pairs.lift(unit, post);
  }

  #count(unit: number, post: number, change: 1 | -1): void {
    const { firstDay, lastDay, dayShare, dayShareAt, days, value, from, to } = this.instance;
    const first = firstDay[post] ?? 0;
    const share = (dayShareAt[post] ?? 0) - first;
    for (let day = first; day <= (lastDay[post] ?? 0); day += 1) {
      const at = unit * days + day;
      this.minutes[at] = (this.minutes[at] ?? 0) + change * (dayShare[share + day] ?? 0);
    }
    this.load[unit] = (this.load[unit] ?? 0) + change * ((to[post] ?? 0) - (from[post] ?? 0));
    this.covered += change * (value[post] ?? 0);
    this.#escorts.count(unit, post, change);
    this.#mark(post);
  }
}
