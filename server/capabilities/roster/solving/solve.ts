/**
 * Solves a plan: what is settled, a greedy beginning, chains while time or iterations last, then an even
 * share. The same plan, seed and number of iterations give the same roster.
 */
import type { Assignment, Plan } from '../plan.ts';
import type { Note, Roster } from '../roster.ts';
import { balance } from './balance.ts';
import { type Candidates, candidatesOf } from './candidates.ts';
import { coverageOf } from './coverage.ts';
import { fillGreedily } from './greedy.ts';
import { placeHolds } from './holds.ts';
import { impossibleOf } from './impossible.ts';
import { type Instance, instanceOf } from './instance.ts';
import { Chance } from './random.ts';
import { Search } from './search.ts';
import { Secondary } from './secondary.ts';
import { RosterState } from './state.ts';

/** Weighted minutes that are given away at the beginning and at the end of the search. */
const heat = { hot: 3_000, cold: 5 } as const;
/** Iterations before the speed is known; at the highest heat, so that they are the same for any length. */
const warmUp = 5_000;
const checkpoint = 500;
/** The search gets quicker as it cools: so much longer than the first iterations tell. */
const quickening = 1.4;
/** Attempts to even out for each iteration, at most so many for a post; and the share of time for them. */
const evening = { each: 4, most: 20, share: 0.05 } as const;

export interface SolveNeeds {
  /** Milliseconds of a clock that only runs on. */
  readonly now: () => number;
  /** When to end, on that clock; iterations of the plan's settings go before. */
  readonly endsAt: number;
  /** What a seat costs to fill again, by the linear programs; its own worth where they are not known. */
  readonly prices?: Float64Array;
  readonly progress?: (done: number, covered: number) => void;
}

/** What is worked with, ready for the search. */
export interface Prepared {
  readonly instance: Instance;
  readonly candidates: Candidates;
}

export const prepare = (plan: Plan): Prepared => {
  const instance = instanceOf(plan);
  return { instance, candidates: candidatesOf(instance) };
};

interface Run {
  readonly planned: number;
  readonly done: number;
}

/**
 * Cools by the number of iterations that are planned, which the first ones tell where time is the limit: what
 * time is left then is searched at the lowest heat, and where there is none it ends before.
 */
const anneal = (search: Search, state: RosterState, plan: Plan, needs: SolveNeeds): Run => {
  const { iterations, stopAfter } = plan.settings;
  const { hot, cold } = heat;
  const start = needs.now();
  const end = start + (needs.endsAt - start) * (1 - evening.share);
  let planned = iterations ?? Number.POSITIVE_INFINITY;
  let done = 0;
  let measured = start;
  const isOver = (): boolean =>
    iterations === undefined ? needs.now() >= end : done >= (stopAfter ?? iterations);
  while (!isOver()) {
    if (done === warmUp && iterations === undefined) {
      // The first iterations are slow: the last ones tell better how long one takes.
      const each = (needs.now() - measured) / checkpoint;
      const left = ((end - needs.now()) / each) * quickening;
      planned = done + Math.max(0, Math.floor(left / checkpoint)) * checkpoint;
    }
    const round =
      iterations === undefined ? checkpoint : Math.min(checkpoint, (stopAfter ?? iterations) - done);
    measured = needs.now();
    const share = planned > warmUp ? Math.max(0, (done - warmUp) / (planned - warmUp)) : 0;
    const warmth = hot * (cold / hot) ** (Number.isFinite(planned) ? Math.min(1, share) : 0);
    for (let step = 0; step < round; step += 1)
      if (!search.step(warmth)) {
        // Nothing is open any more: the same iterations come to the same step.
        const end = Math.max(Number.isFinite(planned) ? planned : 0, done + round);
        return { planned: Number.isFinite(planned) ? planned : end, done: end };
      }
    done += round;
    needs.progress?.(done, state.covered);
  }
  return Number.isFinite(planned) ? { planned, done } : { planned: done, done };
};

/** Seats of those who were told keep their number; the others take the free ones. */
export const assignmentsOf = ({ instance, on }: RosterState): readonly Assignment[] => {
  const told = new Map(instance.plan.told.map(({ unit, post, seat }) => [`${post}\n${unit}`, seat]));
  return instance.plan.posts.flatMap(({ id: post, quantity }, at) => {
    const units = (on[at] ?? []).map((unit) => instance.plan.units[unit]?.id ?? '').sort();
    const taken = new Map<number, string>();
    for (const unit of units) {
      const seat = told.get(`${post}\n${unit}`);
      if (seat !== undefined && seat < quantity && !taken.has(seat)) taken.set(seat, unit);
    }
    const seated = new Set(taken.values());
    let seat = 0;
    for (const unit of units) {
      if (seated.has(unit)) continue;
      while (taken.has(seat)) seat += 1;
      taken.set(seat, unit);
    }
    return [...taken].sort(([a], [b]) => a - b).map(([own, unit]) => ({ post, seat: own, unit }));
  });
};

/** The roster of a plan whose references were checked. */
export const solve = (prepared: Prepared, needs: SolveNeeds): Roster => {
  const { instance, candidates } = prepared;
  const { plan } = instance;
  const state = new RosterState(instance);
  const secondary = new Secondary(state);
  const seed = plan.settings.seed ?? 0;
  const chance = new Chance(seed);
  const notes: Note[] = [...impossibleOf(instance, candidates), ...placeHolds(state)];
  fillGreedily(state, candidates, secondary);
  const prices = needs.prices ?? instance.value;
  const search = new Search({ state, candidates, secondary, chance, prices });
  const { planned, done } = anneal(search, state, plan, needs);
  const attempts = Math.min(done * evening.each, instance.posts * evening.most);
  balance({ state, candidates, secondary, chance }, attempts);
  const assignments = assignmentsOf(state);
  return {
    ...{ version: 1, assignments: [...assignments], coverage: coverageOf(plan, assignments), bound: null },
    ...{ seed, iterations: planned, fairness: secondary.measure(), notes },
    ...(done === planned ? {} : { stopAfter: done }),
  };
};
