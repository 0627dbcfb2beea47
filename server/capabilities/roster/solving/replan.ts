/**
 * After a change: what was told stays where it still can; what broke is filled with as few changes as can
 * be found, and nothing else is touched. A seat is filled by a unit that is free; else by one that gives
 * up a duty that another can take; else at the cost of what matters less.
 */
import type { Assignment, Rule } from '../plan.ts';
import type { Note, Roster } from '../roster.ts';
import type { Candidates } from './candidates.ts';
import { coverageOf } from './coverage.ts';
import { codes, free, ruleOf, staticBlock } from './feasibility.ts';
import { placeHolds } from './holds.ts';
import { Secondary } from './secondary.ts';
import { assignmentsOf, type Prepared } from './solve.ts';
import { RosterState } from './state.ts';

/** Looks at units for all seats, so that a change is answered at once; and bounds of those for one seat. */
const looks = { all: 1_500_000, least: 1_500, most: 400_000 } as const;
const deepest = 3;
const mostTaken = 3;

/** A told duty that can no longer be, and why. */
export interface Broken {
  readonly unit: string;
  readonly post: string;
  readonly rule: Rule | 'gone' | 'no-seat';
}

/** What differs from what people were told. */
export interface Change {
  readonly kind: 'given' | 'taken';
  readonly unit: string;
  readonly post: string;
}

/** The answer to a change: the roster, and what it changes of what people were told. */
export interface Replan {
  readonly roster: Roster;
  readonly broken: readonly Broken[];
  readonly changes: readonly Change[];
  /** Posts of which a seat that was filled is open now. */
  readonly unfilled: readonly string[];
}

/** One step of a chain: the unit takes the post and leaves others. */
interface Step {
  readonly unit: number;
  readonly post: number;
  readonly left: readonly number[];
}

/** A way to fill a seat: what weighted minutes it loses elsewhere, and how many changes it makes. */
interface Way {
  readonly loss: number;
  readonly changes: number;
  readonly steps: readonly Step[];
}

class Filler {
  readonly #state: RosterState;
  readonly #candidates: Candidates;
  readonly #secondary: Secondary;
  readonly #most: number;
  #looks = 0;

  constructor(state: RosterState, candidates: Candidates, secondary: Secondary, seats: number) {
    this.#most = Math.min(looks.most, Math.max(looks.least, looks.all / Math.max(1, seats)));
    this.#state = state;
    this.#candidates = candidates;
    this.#secondary = secondary;
  }

  /** Fills one seat of the post; false where that is not worth what it would cost. */
  fill(post: number): boolean {
    this.#looks = 0;
    const worth = this.#state.instance.value[post] ?? 0;
    let best: Way | null = null;
    for (let depth = 0; depth <= deepest && (best === null || best.loss > 0); depth += 1) {
      const way = this.#best(post, depth, worth, [post]);
      if (way !== null && (best === null || isBetter(way, best))) best = way;
    }
    if (best === null) return false;
    for (const { unit, post: given, left } of [...best.steps].reverse()) {
      for (const one of left) this.#state.take(unit, one);
      this.#state.give(unit, given);
    }
    this.#state.keep();
    return true;
  }

  /** The best way with chains of this depth that loses less than `worth`. */
  #best(post: number, depth: number, worth: number, busy: readonly number[]): Way | null {
    const able = this.#candidates[post] ?? new Uint16Array();
    const direct = this.#direct(post, able);
    if (direct >= 0) return { loss: 0, changes: 1, steps: [{ unit: direct, post, left: [] }] };
    if (depth === 0) return null;
    let best: Way | null = null;
    for (const unit of able) {
      if (this.#looks > this.#most) break;
      if (this.#state.has(unit, post)) continue;
      const way = this.#through(unit, post, depth, best?.loss ?? worth, busy);
      if (way !== null && (best === null || isBetter(way, best))) best = way;
      if (best !== null && best.loss === 0 && best.changes <= 3) break;
    }
    return best;
  }

  #direct(post: number, able: Uint16Array): number {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const unit of able) {
      this.#looks += 1;
      if (this.#state.has(unit, post) || this.#state.block(unit, post) !== free) continue;
      const cost = this.#secondary.ofGiving(unit, post);
      if (cost < least) [best, least] = [unit, cost];
    }
    return best;
  }

  /** The unit takes the post; what it has to leave goes to others, or is lost. */
  #through(unit: number, post: number, depth: number, worth: number, busy: readonly number[]): Way | null {
    const state = this.#state;
    const mark = state.mark();
    const left = this.#leave(unit, post, busy);
    if (left === null) {
      state.undo(mark);
      return null;
    }
    state.give(unit, post);
    const way = this.#refill({ unit, post, left }, depth, worth, [...busy, ...left]);
    state.undo(mark);
    return way;
  }

  #refill(step: Step, depth: number, worth: number, busy: readonly number[]): Way | null {
    const state = this.#state;
    const steps: Step[] = [step];
    let loss = 0;
    let changes = 1 + step.left.length;
    for (const post of step.left) {
      const value = state.instance.value[post] ?? 0;
      const way = this.#best(post, depth - 1, Math.min(value, worth - loss), busy);
      if (way === null) loss += value;
      else {
        loss += way.loss;
        changes += way.changes;
        for (const { unit, post: given, left } of [...way.steps].reverse()) {
          for (const one of left) state.take(unit, one);
          state.give(unit, given);
        }
        steps.unshift(...way.steps);
      }
      if (loss >= worth) return null;
    }
    return { loss, changes, steps };
  }

  /** Takes away what is in the way of the post, as little as it can; null where something has to stay. */
  #leave(unit: number, post: number, busy: readonly number[]): readonly number[] | null {
    const state = this.#state;
    const left: number[] = [];
    for (;;) {
      const block = state.block(unit, post);
      if (block === free) return left;
      if (left.length === mostTaken || isOfOthers(block)) return null;
      const one = this.#leastOf(unit, post, block, busy);
      if (one < 0) return null;
      state.take(unit, one);
      left.push(one);
    }
  }

  /** Of the duties whose absence lifts the rule by itself the one that matters least; else the nearest. */
  #leastOf(unit: number, post: number, block: number, busy: readonly number[]): number {
    const state = this.#state;
    const { value, from } = state.instance;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const duty of [...(state.duties[unit] ?? [])]) {
      this.#looks += 1;
      if (state.isFixed(unit, duty) || busy.includes(duty)) continue;
      state.take(unit, duty);
      const lifts = state.block(unit, post) !== block;
      state.give(unit, duty);
      const far = Math.abs((from[duty] ?? 0) - (from[post] ?? 0));
      const cost = lifts ? (value[duty] ?? 0) : 1e12 + far;
      if (cost < least) [best, least] = [duty, cost];
    }
    return best;
  }
}

/** Of a rule that duties of others cause: none of the unit's own lifts it. */
const isOfOthers = (block: number): boolean => block === codes.escort || block === codes.pairApart;

const isBetter = (one: Way, two: Way): boolean =>
  one.loss < two.loss || (one.loss === two.loss && one.changes < two.changes);

const brokenRule = (state: RosterState, unit: number, post: number): Broken['rule'] | null => {
  if (unit < 0 || post < 0) return 'gone';
  const rule = staticBlock(state.instance, unit, post) ?? ruleOf(state.block(unit, post));
  if (rule !== null) return rule;
  const isFull = (state.on[post]?.length ?? 0) >= (state.instance.quantity[post] ?? 0);
  return isFull ? 'no-seat' : null;
};

/** Puts back what was told: what matters most first, hosts and escorts before their visitors. */
const putTold = (state: RosterState): readonly Broken[] => {
  const { plan, unitAt, postAt, value, escortedBy, paired } = state.instance;
  const told = plan.told.map(({ unit, post }) => ({
    ...{ unit, post, unitAt: unitAt.get(unit) ?? -1, postAt: postAt.get(post) ?? -1 },
  }));
  // The fewer hosts somebody could be beside, the earlier.
  const choices = (unit: number): number => ((escortedBy[unit] ?? -1) >= 0 ? 1 : (paired[unit]?.length ?? 0));
  told.sort(
    (a, b) => choices(a.unitAt) - choices(b.unitAt) || (value[b.postAt] ?? 0) - (value[a.postAt] ?? 0),
  );
  const broken: Broken[] = [];
  for (const one of told) {
    if (one.unitAt >= 0 && one.postAt >= 0 && state.has(one.unitAt, one.postAt)) continue;
    const rule = brokenRule(state, one.unitAt, one.postAt);
    if (rule === null) state.give(one.unitAt, one.postAt);
    else broken.push({ unit: one.unit, post: one.post, rule });
  }
  state.keep();
  return broken;
};

const changesOf = (told: readonly Assignment[], now: readonly Assignment[]): readonly Change[] => {
  const key = ({ unit, post }: Assignment): string => `${unit}\n${post}`;
  const [before, after] = [new Set(told.map(key)), new Set(now.map(key))];
  return [
    ...told.filter((one) => !after.has(key(one))).map((one) => changeOf('taken', one)),
    ...now.filter((one) => !before.has(key(one))).map((one) => changeOf('given', one)),
  ];
};

const changeOf = (kind: Change['kind'], { unit, post }: Assignment): Change => ({ kind, unit, post });

/** Seats that were told, still exist, and have nobody now; what matters most first. */
const lost = (state: RosterState): readonly number[] => {
  const { plan, postAt, quantity, value } = state.instance;
  const told = new Map<number, number>();
  for (const { post } of plan.told) {
    const at = postAt.get(post) ?? -1;
    if (at >= 0) told.set(at, (told.get(at) ?? 0) + 1);
  }
  return [...told]
    .flatMap(([post, count]) => {
      const wanted = Math.min(count, quantity[post] ?? 0);
      return new Array<number>(Math.max(0, wanted - (state.on[post]?.length ?? 0))).fill(post);
    })
    .sort((a, b) => (value[b] ?? 0) - (value[a] ?? 0) || a - b);
};

/** The roster after a change, from a plan that says what was told. */
export const replan = ({ instance, candidates }: Prepared): Replan => {
  const { plan } = instance;
  const state = new RosterState(instance);
  const secondary = new Secondary(state);
  const holds: readonly Note[] = placeHolds(state);
  const broken = putTold(state);
  const seats = lost(state);
  const filler = new Filler(state, candidates, secondary, seats.length);
  for (const post of seats) filler.fill(post);
  const unfilled = [...new Set(lost(state))].map((post) => plan.posts[post]?.id ?? '');
  const assignments = assignmentsOf(state);
  const roster: Roster = {
    ...{ version: 1, assignments: [...assignments], coverage: coverageOf(plan, assignments), bound: null },
    ...{ seed: plan.settings.seed ?? 0, iterations: 0, fairness: secondary.measure() },
    notes: [
      ...holds,
      ...broken.map(({ unit, post, rule }): Note => {
        const text = `${unit} can no longer have ${post}: ${rule}.`;
        return { kind: 'told-broken', text, units: [unit], posts: [post] };
      }),
    ],
  };
  return { roster, broken, changes: changesOf(plan.told, assignments), unfilled };
};
