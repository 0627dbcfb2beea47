/**
 * The fewest workers who can do all jobs: a worker is sent home, his jobs are put to others, what they
 * displace is put to others in turn; a job that was often in the way is displaced less readily (guided
 * ejection, Nagata and Bräysy 2009). No number below that of jobs at one moment is possible. Pure.
 */
import { Chance } from './random.ts';
import type { ShiftProblem } from './shift-reading.ts';

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

class Shifts {
  readonly problem: ShiftProblem;
  readonly chance: Chance;
  /** Jobs of each worker. */
  readonly jobsOf: number[][];
  readonly worker: Int32Array;
  /** Workers who can do each job. */
  readonly able: readonly number[][];
  readonly home: Uint8Array;
  readonly weight: Float64Array;
  pool: number[] = [];
  steps = 0;

  constructor(problem: ShiftProblem, seed: number) {
    this.problem = problem;
    this.chance = new Chance(seed);
    this.jobsOf = Array.from({ length: problem.workers }, () => []);
    this.worker = new Int32Array(problem.jobs).fill(-1);
    this.able = Array.from({ length: problem.jobs }, () => []);
    for (const [worker, jobs] of problem.able.entries()) for (const job of jobs) this.able[job]?.push(worker);
    this.home = new Uint8Array(problem.workers);
    this.weight = new Float64Array(problem.jobs).fill(1);
  }

  put(job: number, worker: number): void {
    this.worker[job] = worker;
    this.jobsOf[worker]?.push(job);
  }

  lift(job: number): void {
    const own = this.jobsOf[this.worker[job] ?? -1];
    if (own === undefined) return;
    const last = own.pop();
    if (last !== undefined && last !== job) own[own.indexOf(job)] = last;
    this.worker[job] = -1;
  }

  isFree(job: number, worker: number): boolean {
    const { from, to } = this.problem;
    const [begin, end] = [from[job] ?? 0, to[job] ?? 0];
    for (const other of this.jobsOf[worker] ?? [])
      if ((from[other] ?? 0) < end && (to[other] ?? 0) > begin) return false;
    return true;
  }

  /** The worker at work for whom the job costs least to free; what he would lose is told by weights. */
  cheapest(job: number): number {
    const { from, to } = this.problem;
    const [begin, end] = [from[job] ?? 0, to[job] ?? 0];
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const worker of this.able[job] ?? []) {
      if (this.home[worker] === 1) continue;
      let cost = this.chance.share() * 0.5;
      for (const other of this.jobsOf[worker] ?? [])
        if ((from[other] ?? 0) < end && (to[other] ?? 0) > begin) cost += this.weight[other] ?? 1;
      if (cost < least) [best, least] = [worker, cost];
    }
    return best;
  }

  /** Puts the job to the worker and what is in the way into the pool. */
  force(job: number, worker: number): void {
    const { from, to } = this.problem;
    const [begin, end] = [from[job] ?? 0, to[job] ?? 0];
    for (const other of [...(this.jobsOf[worker] ?? [])])
      if ((from[other] ?? 0) < end && (to[other] ?? 0) > begin) {
        this.lift(other);
        this.pool.push(other);
      }
    this.put(job, worker);
  }

  /** Gives one random job to another who is free: the ways of the search open again. */
  stir(): void {
    const job = this.chance.below(this.problem.jobs);
    const able = this.able[job] ?? [];
    const worker = able[this.chance.below(Math.max(1, able.length))] ?? -1;
    if ((this.worker[job] ?? -1) < 0 || worker < 0 || this.home[worker] === 1) return;
    if (worker === this.worker[job] || !this.isFree(job, worker)) return;
    this.lift(job);
    this.put(job, worker);
  }

  send(worker: number): void {
    this.home[worker] = 1;
    for (const job of [...(this.jobsOf[worker] ?? [])]) {
      this.lift(job);
      this.pool.push(job);
    }
  }

  /** Empties the pool; false where it is not empty after so many steps. */
  empty(steps: number, isOver: () => boolean): boolean {
    const stirs = 10;
    for (let step = 0; this.pool.length > 0; step += 1) {
      if (step >= steps || (step % 256 === 0 && isOver())) return false;
      this.steps += 1;
      const job = this.pool.pop() ?? 0;
      const worker = this.cheapest(job);
      if (worker < 0) {
        this.pool.push(job);
        return false;
      }
      if (!this.isFree(job, worker)) this.weight[job] = (this.weight[job] ?? 0) + 1;
      this.force(job, worker);
      for (let count = 0; count < stirs; count += 1) this.stir();
    }
    return true;
  }

  snapshot(): Int32Array {
    return this.worker.slice();
  }

  restore(worker: Int32Array): void {
    this.pool = [];
    for (const own of this.jobsOf) own.length = 0;
    this.home.fill(1);
    for (const [job, one] of worker.entries()) {
      this.home[one] = 0;
      this.put(job, one);
    }
  }

  used(): number {
    return this.jobsOf.filter((jobs) => jobs.length > 0).length;
  }
}

/** Everybody at work, jobs by their beginning, to whom is already at work where one is free. */
const begin = (shifts: Shifts, isOver: () => boolean): void => {
  const { from, jobs } = shifts.problem;
  const order = Array.from({ length: jobs }, (_, job) => job).sort((a, b) => (from[a] ?? 0) - (from[b] ?? 0));
  for (const job of order) {
    const able = shifts.able[job] ?? [];
    if (able.length === 0) throw new NobodyCan(job);
    const free = able.filter((worker) => shifts.isFree(job, worker));
    const busy = free.find((worker) => (shifts.jobsOf[worker]?.length ?? 0) > 0);
    const worker = busy ?? free[0];
    if (worker === undefined) shifts.pool.push(job);
    else shifts.put(job, worker);
  }
  if (!shifts.empty(Number.POSITIVE_INFINITY, isOver)) return;
  for (const [worker, own] of shifts.jobsOf.entries()) shifts.home[worker] = own.length === 0 ? 1 : 0;
};

/** Attempts with one worker less take so many steps, then more. */
const firstSteps = 4_000;
const mostSteps = 400_000;

/** Which workers go: one, or two against one who was at home. */
const sendSome = (shifts: Shifts, attempt: number): void => {
  const { chance, home } = shifts;
  const working = (): number[] => [...home.keys()].filter((worker) => home[worker] === 0);
  const resting = [...home.keys()].filter((worker) => home[worker] === 1);
  const pick = (workers: readonly number[]): number => {
    const some = Array.from({ length: 3 }, () => workers[chance.below(workers.length)] ?? 0);
    return some.reduce((one, two) =>
      (shifts.jobsOf[two]?.length ?? 0) < (shifts.jobsOf[one]?.length ?? 0) ? two : one,
    );
  };
  const exchanges = attempt === 0 ? 0 : Math.min(resting.length, chance.below(1 + Math.min(4, attempt)));
  for (let count = 0; count < exchanges; count += 1) {
    const back = resting[chance.below(resting.length)] ?? -1;
    if (back < 0 || home[back] === 0) continue;
    home[back] = 0;
    shifts.send(pick(working().filter((worker) => worker !== back)));
  }
  shifts.send(pick(working()));
};

export interface ShiftNeeds {
  readonly seed: number;
  readonly isOver: () => boolean;
}

/** Null where even all workers were not brought to do all jobs before time was over. Throws `NobodyCan`. */
export const solveShifts = (problem: ShiftProblem, { seed, isOver }: ShiftNeeds): ShiftPlan | null => {
  const shifts = new Shifts(problem, seed);
  const bound = mostAtOnce(problem);
  begin(shifts, isOver);
  if (shifts.pool.length > 0) return null;
  let best = shifts.snapshot();
  let used = shifts.used();
  let attempt = 0;
  while (used > bound && !isOver()) {
    sendSome(shifts, attempt);
    const steps = Math.min(mostSteps, firstSteps * (1 + attempt));
    if (shifts.empty(steps, isOver)) {
      best = shifts.snapshot();
      used = shifts.used();
      attempt = 0;
      shifts.weight.fill(1);
    } else attempt += 1;
    shifts.restore(best);
  }
  return { worker: best, used, bound, steps: shifts.steps };
};
