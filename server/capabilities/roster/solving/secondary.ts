/**
 * What is weighed where coverage is the same: that units of a service, and the services, carry alike
 * shares of what they could, and that little time is spent on the way. In minutes. Pure but for what it
 * counts.
 */

import type { Fairness } from '../roster.ts';
import { placeAmong } from './feasibility.ts';
import type { Instance } from './instance.ts';
import type { RosterState } from './state.ts';

/** Between two services it counts more than between two units. */
const partyShare = 2;
const unitShare = 1;
const travelShare = 0.25;

export class Secondary {
  readonly #state: RosterState;
  readonly #instance: Instance;
  readonly #party: Int32Array;
  /** Minutes that a unit, or all of a service, could serve. */
  readonly #room: Float64Array;
  readonly #partyRoom: Float64Array;

  constructor(state: RosterState) {
    this.#state = state;
    this.#instance = state.instance;
    const parties = [...new Set(state.instance.plan.units.map(({ party }) => party))];
    this.#party = Int32Array.from(state.instance.plan.units, ({ party }) => parties.indexOf(party));
    this.#room = Float64Array.from(state.instance.plan.units, (_, unit) => roomOf(state.instance, unit));
    this.#partyRoom = new Float64Array(parties.length);
    for (const [unit, party] of this.#party.entries())
      this.#partyRoom[party] = (this.#partyRoom[party] ?? 0) + (this.#room[unit] ?? 0);
  }

  #partyLoads(): Float64Array {
    const loads = new Float64Array(this.#partyRoom.length);
    for (const [unit, party] of this.#party.entries())
      loads[party] = (loads[party] ?? 0) + (this.#state.load[unit] ?? 0);
    return loads;
  }

  /** The share of its hours that a unit serves. */
  shareOf(unit: number): number {
    return (this.#state.load[unit] ?? 0) / (this.#room[unit] ?? 1);
  }

  partyOf(unit: number): number {
    return this.#party[unit] ?? 0;
  }

  /** Minutes from one place to another; none from nowhere. */
  #between(one: number, two: number): number {
    const { travel, places } = this.#instance;
    return one < 0 || two < 0 ? 0 : (travel[one * places + two] ?? 0);
  }

  /** Minutes more on the way when the unit also has this post. */
  #way(unit: number, post: number): number {
    const { from, to, place, home, rest } = this.#instance;
    const duties = this.#state.duties[unit] ?? [];
    const at = placeAmong(this.#instance, duties, from[post] ?? 0);
    const [before, after] = [duties[at - 1] ?? -1, duties[at] ?? -1];
    const pause = rest[unit] ?? 0;
    const stay = home[unit] ?? -1;
    const here = place[post] ?? 0;
    const last = before >= 0 && (from[post] ?? 0) - (to[before] ?? 0) < pause ? (place[before] ?? 0) : stay;
    const next = after >= 0 && (from[after] ?? 0) - (to[post] ?? 0) < pause ? (place[after] ?? 0) : stay;
    const joined = last !== stay && next !== stay ? this.#between(last, next) : 0;
    const spared = last !== stay && next === stay ? this.#between(last, stay) : 0;
    const sparedLater = next !== stay && last === stay ? this.#between(stay, next) : 0;
    return this.#between(last, here) + this.#between(here, next) - joined - spared - sparedLater;
  }

  /** What giving the post to the unit costs: the less, the better. */
  ofGiving(unit: number, post: number): number {
    const length = (this.#instance.to[post] ?? 0) - (this.#instance.from[post] ?? 0);
    const share = (this.#state.load[unit] ?? 0) / (this.#room[unit] ?? 1);
    return length * 2 * unitShare * share + travelShare * this.#way(unit, post);
  }

  /** The change when a post goes from one unit, which no longer has it, to another. */
  ofMoving(post: number, one: number, two: number, loads: Float64Array): number {
    const length = (this.#instance.to[post] ?? 0) - (this.#instance.from[post] ?? 0);
    const units = this.ofGiving(two, post) - this.ofGiving(one, post);
    const [from, to] = [this.#party[one] ?? 0, this.#party[two] ?? 0];
    if (from === to) return units;
    const shares = this.#shareOfParty(to, loads) - this.#shareOfParty(from, loads);
    return units + partyShare * 2 * length * shares;
  }

  #shareOfParty(party: number, loads: Float64Array): number {
    return (loads[party] ?? 0) / (this.#partyRoom[party] ?? 1);
  }

  /** Loads of services, kept up by who moves posts between them. */
  loads(): Float64Array {
    return this.#partyLoads();
  }

  measure(): Fairness {
    let travelMinutes = 0;
    for (const [unit, duties] of this.#state.duties.entries()) travelMinutes += this.#wayOf(unit, duties);
    const loads = this.#partyLoads();
    const units = [...this.#room.entries()].filter(([, room]) => room > 0);
    return {
      units: spread(units.map(([unit, room]) => (this.#state.load[unit] ?? 0) / room)),
      parties: spread([...loads].map((load, party) => load / (this.#partyRoom[party] || 1))),
      travelMinutes,
    };
  }

  #wayOf(unit: number, duties: readonly number[]): number {
    const { from, to, place, home, rest } = this.#instance;
    const stay = home[unit] ?? -1;
    let sum = 0;
    let at = stay;
    let end = Number.NEGATIVE_INFINITY;
    for (const post of duties) {
      const isRested = (from[post] ?? 0) - end >= (rest[unit] ?? 0);
      if (isRested && end !== Number.NEGATIVE_INFINITY) sum += this.#between(at, stay);
      sum += this.#between(isRested ? stay : at, place[post] ?? 0);
      at = place[post] ?? 0;
      end = to[post] ?? 0;
    }
    return duties.length === 0 ? 0 : sum + this.#between(at, stay);
  }
}

const roomOf = (instance: Instance, unit: number): number => {
  const windows = instance.available[unit] ?? [];
  let days = 0;
  for (let at = 0; at < windows.length; at += 2)
    days += ((windows[at + 1] ?? 0) - (windows[at] ?? 0)) / 1_440;
  const perDay = Math.min(instance.perDay[unit] ?? 0, (instance.perWeek[unit] ?? 0) / 7);
  return Math.max(1, Math.min(days, instance.days) * perDay);
};

const spread = (values: readonly number[]): number => {
  if (values.length === 0) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return mean === 0 ? 0 : Math.sqrt(variance) / mean;
};
