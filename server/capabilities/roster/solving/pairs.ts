/**
 * With which host officer each visitor stands who has one of his own, and where that officer is bound to be:
 * at his own duties, and beside whom he accompanies, with the time that he is on the way between two of
 * those. Pure.
 */
import type { Instance } from './instance.ts';

/** Nobody of the host is needed beside the unit. */
const nobody = -1;
/** Every host officer of the unit is somewhere else. */
export const noHost = -2;

/** A duty of a unit. */
export interface Duty {
  readonly unit: number;
  readonly post: number;
}

export class PairBook {
  readonly #instance: Instance;
  /** Duties that bind each host officer: his own and those of his visitors. */
  readonly #bound: readonly Duty[][];
  /** The host officer who accompanies a visitor there, by `unit * posts + post`. */
  readonly #beside = new Map<number, number>();

  constructor(instance: Instance) {
    this.#instance = instance;
    this.#bound = Array.from({ length: instance.hosts }, () => []);
  }

  /** True where the unit would be without its host officer there, or its visitors without it. */
  isApart(unit: number, post: number): boolean {
    const own = this.#instance.hostOf[unit] ?? nobody;
    if (own >= 0 && !this.#isFree(own, post)) return true;
    return this.choose(unit, post) === noHost;
  }

  /** The host officer who can stand beside the unit there, one who is there before others; or `noHost`. */
  choose(unit: number, post: number): number {
    const paired = this.#instance.paired[unit];
    if (!paired) return nobody;
    let chosen = noHost;
    for (const { host, windows } of paired) {
      if (!this.#holds(windows, post)) continue;
      if (host < 0) return nobody;
      if (!this.#isFree(host, post)) continue;
      if (this.#isThere(host, post)) return host;
      if (chosen === noHost) chosen = host;
    }
    return chosen;
  }

  /** Duties, of whomever, that keep a host officer of the unit, or the unit as one, elsewhere. */
  inTheWay(unit: number, post: number): readonly Duty[] {
    const own = this.#instance.hostOf[unit] ?? nobody;
    if (own >= 0 && !this.#isFree(own, post)) return this.#clashes(own, post);
    let fewest: readonly Duty[] = [];
    for (const { host, windows } of this.#instance.paired[unit] ?? []) {
      if (host < 0 || !this.#holds(windows, post)) continue;
      const clashes = this.#clashes(host, post);
      if (fewest.length === 0 || clashes.length < fewest.length) fewest = clashes;
    }
    return fewest;
  }

  /** Notes a duty; `host` is whom `choose` named. */
  put(unit: number, post: number, host: number): void {
    const own = this.#instance.hostOf[unit] ?? nobody;
    if (own >= 0) this.#bound[own]?.push({ unit, post });
    if (host < 0) return;
    this.#bound[host]?.push({ unit, post });
    this.#beside.set(unit * this.#instance.posts + post, host);
  }

  /** Forgets a duty; who stood beside it. */
  lift(unit: number, post: number): number {
    const own = this.#instance.hostOf[unit] ?? nobody;
    if (own >= 0) this.#unbind(own, unit, post);
    const key = unit * this.#instance.posts + post;
    const host = this.#beside.get(key) ?? nobody;
    if (host < 0) return host;
    this.#beside.delete(key);
    this.#unbind(host, unit, post);
    return host;
  }

  #unbind(host: number, unit: number, post: number): void {
    const bound = this.#bound[host] ?? [];
    const at = bound.findIndex((duty) => duty.unit === unit && duty.post === post);
    const last = bound.pop();
    if (last !== undefined && at < bound.length) bound[at] = last;
  }

  #holds(windows: readonly number[], post: number): boolean {
    const [from, to] = [this.#instance.from[post] ?? 0, this.#instance.to[post] ?? 0];
    for (let at = 0; at < windows.length; at += 2)
      if ((windows[at] ?? 0) <= from && to <= (windows[at + 1] ?? 0)) return true;
    return false;
  }

  #isFree(host: number, post: number): boolean {
    for (const duty of this.#bound[host] ?? []) if (this.#areApart(duty.post, post)) return false;
    return true;
  }

  /** Nobody can be at both: they are at two places at one time, or too near for the way between them. */
  #areApart(one: number, other: number): boolean {
    const { from, to, place, places, travel } = this.#instance;
    const [here, there] = [place[one] ?? 0, place[other] ?? 0];
    if (here === there) return false;
    const [begins, ends] = [from[one] ?? 0, to[one] ?? 0];
    const [start, end] = [from[other] ?? 0, to[other] ?? 0];
    return begins <= start
      ? ends + (travel[here * places + there] ?? 0) > start
      : end + (travel[there * places + here] ?? 0) > begins;
  }

  #isThere(host: number, post: number): boolean {
    const { from, to, place } = this.#instance;
    const [start, end, here] = [from[post] ?? 0, to[post] ?? 0, place[post]];
    for (const { post: other } of this.#bound[host] ?? [])
      if ((from[other] ?? 0) < end && start < (to[other] ?? 0) && place[other] === here) return true;
    return false;
  }

  #clashes(host: number, post: number): readonly Duty[] {
    return (this.#bound[host] ?? []).filter((duty) => this.#areApart(duty.post, post));
  }
}
