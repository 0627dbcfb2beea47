/**
 * The fewest workers who can do all jobs. No number below that of jobs at one moment is possible, so that
 * many are tried first: jobs are moved between them, from warm to cold; where some stay undone, workers are
 * called until none is, which gives a plan; then again, longer, with a number between. Pure.
 */
import { Chance } from './random.ts';
import type { ShiftProblem } from './shift-reading.ts';
import { Annealing } from './shifts-annealing.ts';
import { none, ShiftState } from './shifts-state.ts';

/** Who does which job, and how many workers that takes. */
export interface ShiftPlan {
  /** Worker of each job. */
  readonly worker: Int32Array;
  readonly used: number;
  /** Fewer workers are not possible. */
  readonly bound: number;
  readonly steps: number;
}

/** A job that nobody can do; no plan holds it. */
export class NobodyCan extends Error {
  override readonly name = 'NobodyCan';
  readonly job: number;
  constructor(job: number) {
    super(`nobody can do job ${job}`);
    this.job = job;
  }
}

/** The most jobs at one moment. */
export const mostAtOnce = ({ from, to, jobs }: ShiftProblem): number => {
  const moments = Array.from({ length: jobs }, (_, job) => [from[job] ?? 0, to[job] ?? 0] as const);
  const changes = moments.flatMap(([begin, end]) => [[begin, 1] as const, [end, -1] as const]);
  let [now, most] = [0, 0];
  for (const [, change] of changes.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    now += change;
    most = Math.max(most, now);
  }
  return most;
};

/** Moves for each job of the first cooling; later ones are longer. */
const firstMoves = 200;
const mostMoves = 50_000;
const growth = 2;
/** Moves for each job after workers were called. */
const settlingMoves = 20;
/** So many jobs that are undone, one worker is called. */
const jobsForOne = 6;
/** Of those at home one in so many is exchanged before each cooling. */
const exchanged = 10;

/** How much dearer long jobs are, in turn: the second helps where few jobs make a day. */
const spreads = [70, 140, 70] as const;

class Shifts {
  readonly state: ShiftState;
  readonly annealing: Annealing;

  constructor(state: ShiftState, annealing: Annealing) {
    this.state = state;
    this.annealing = annealing;
  }

  #those(isWorking: boolean): readonly number[] {
    return [...this.state.atWork.keys()].filter((worker) => (this.state.atWork[worker] === 1) === isWorking);
  }

  /** The one of some who can do most of what is undone comes to work. */
  call(): void {
    const { state } = this;
    const home = this.#those(false);
    let [best, most] = [none, -1];
    for (const worker of home) {
      let share = state.chance.share();
      for (let at = 0; at < state.pooled; at += 1) if (state.can(worker, state.pool[at] ?? 0)) share += 1;
      if (share > most) [best, most] = [worker, share];
    }
    if (best >= 0) state.call(best);
  }

  /** Some one goes home. */
  send(): void {
    const working = this.#those(true);
    this.state.send(working[this.state.chance.below(working.length)] ?? 0);
  }

  /** So many are at work, some of them others than before. */
  number(wanted: number): void {
    const { state } = this;
    const home = state.problem.workers - wanted;
    const exchanges = state.working === 0 ? 0 : Math.ceil(home / exchanged);
    for (let count = 0; count < exchanges; count += 1) this.send();
    while (state.working > wanted) this.send();
    while (state.working < wanted) this.call();
  }

  /** Calls workers until no job is undone, at most so many. */
  complete(most: number): boolean {
    const { state, annealing } = this;
    while (state.working < most) {
      const wanted = Math.min(most, state.working + Math.max(1, Math.floor(state.pooled / jobsForOne)));
      while (state.working < wanted) this.call();
      if (annealing.settle(settlingMoves * state.problem.jobs)) return true;
    }
    return false;
  }
}

export interface ShiftNeeds {
  readonly seed: number;
  readonly isOver: () => boolean;
  /** So few workers are wanted, and no fewer. */
  readonly enough?: number;
}

/** Null where even all workers were not brought to do all jobs before time was over. Throws `NobodyCan`. */
export const solveShifts = (
  problem: ShiftProblem,
  { seed, isOver, enough = 0 }: ShiftNeeds,
): ShiftPlan | null => {
  const { jobs, workers } = problem;
  const state = new ShiftState(problem, new Chance(seed));
  const nobodys = state.worker.findIndex((_, job) => state.starts[job] === state.starts[job + 1]);
  if (nobodys >= 0) throw new NobodyCan(nobodys);
  const annealing = new Annealing(state, isOver);
  const shifts = new Shifts(state, annealing);
  const bound = mostAtOnce(problem);
  let [best, used]: [Int32Array | null, number] = [null, workers + 1];
  let [wanted, moves, cooling] = [bound, firstMoves, 0];
  while (used > Math.max(bound, enough) && !isOver()) {
    state.weigh(spreads[cooling % spreads.length] ?? 0);
    cooling += 1;
    shifts.number(wanted);
    if (annealing.cool(moves * jobs) || shifts.complete(used - 1)) {
      best = state.worker.slice();
      used = new Set(best).size;
    }
    if (wanted >= used - 1) moves = Math.min(mostMoves, moves * growth);
    wanted = Math.min(used - 1, wanted + Math.max(1, Math.ceil((used - 1 - wanted) / 2)));
  }
  return best === null ? null : { worker: best, used, bound, steps: annealing.moves };
};
