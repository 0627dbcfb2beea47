/** Who does which job, with the jobs of each worker in order of time and the jobs that nobody does. Pure. */
import type { Chance } from './random.ts';
import type { ShiftProblem } from './shift-reading.ts';

export const none = -1;

/** What a job of mean length costs while nobody does it, and the least that any costs. */
const weightOfMean = 400;
const leastWeight = 40;

/** Lists of the workers who can do each job, one after the other; those of a job begin at `starts[job]`. */
const ableOf = ({ able, jobs }: ShiftProblem): { starts: Int32Array; list: Int32Array } => {
  const starts = new Int32Array(jobs + 1);
  for (const own of able) for (const job of own) starts[job + 1] = (starts[job + 1] ?? 0) + 1;
  for (let job = 0; job < jobs; job += 1) starts[job + 1] = (starts[job + 1] ?? 0) + (starts[job] ?? 0);
  const list = new Int32Array(starts[jobs] ?? 0);
  const filled = starts.slice();
  for (const [worker, own] of able.entries())
    for (const job of own) {
      const at = filled[job] ?? 0;
      list[at] = worker;
      filled[job] = at + 1;
    }
  return { starts, list };
};

export class ShiftState {
  readonly problem: ShiftProblem;
  readonly chance: Chance;
  readonly weight: Int32Array;
  readonly starts: Int32Array;
  readonly able: Int32Array;
  /** Worker of each job, or `none`. */
  readonly worker: Int32Array;
  /** First job of each worker, and the job after each, by time. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  readonly atWork: Uint8Array;
  working = 0;
  /** Jobs that nobody does; of the array only so many. */
  readonly pool: Int32Array;
  pooled = 0;
  readonly #slot: Int32Array;
  /** One bit for each worker and job. */
  readonly #can: Uint32Array;

  /** Nobody is at work. */
  constructor(problem: ShiftProblem, chance: Chance) {
    const { jobs, workers, able } = problem;
    this.problem = problem;
    this.chance = chance;
    this.weight = new Int32Array(jobs).fill(weightOfMean);
    const { starts, list } = ableOf(problem);
    this.starts = starts;
    this.able = list;
    this.worker = new Int32Array(jobs).fill(none);
    this.first = new Int32Array(workers).fill(none);
    this.next = new Int32Array(jobs).fill(none);
    this.atWork = new Uint8Array(workers);
    this.pool = new Int32Array(jobs);
    this.#slot = new Int32Array(jobs).fill(none);
    this.#can = new Uint32Array(Math.ceil((jobs * workers) / 32));
    for (const [worker, own] of able.entries())
      for (const job of own) {
        const bit = worker * jobs + job;
        this.#can[bit >>> 5] = (this.#can[bit >>> 5] ?? 0) | (1 << (bit & 31));
      }
    for (let job = 0; job < jobs; job += 1) this.drop(job);
  }

  /** Makes a job that is longer by one standard deviation so much dearer, or cheaper where shorter. */
  weigh(spread: number): void {
    const { from, to, jobs } = this.problem;
    const lengths = Array.from({ length: jobs }, (_, job) => (to[job] ?? 0) - (from[job] ?? 0));
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, jobs);
    const squares = lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0);
    const deviation = Math.sqrt(squares / Math.max(1, jobs)) || 1;
    for (const [job, length] of lengths.entries()) {
      const weight = weightOfMean + Math.round((spread * (length - mean)) / deviation);
      this.weight[job] = Math.max(leastWeight, weight);
    }
  }

  can(worker: number, job: number): boolean {
    const bit = worker * this.problem.jobs + job;
    return (((this.#can[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }

  /** Puts a job that is not in the pool to a worker who is free for it. */
  put(job: number, worker: number): void {
    const { next } = this;
    const { from } = this.problem;
    const begin = from[job] ?? 0;
    let before = none;
    let after = this.first[worker] ?? none;
    while (after >= 0 && (from[after] ?? 0) < begin) {
      before = after;
      after = next[after] ?? none;
    }
    next[job] = after;
    if (before < 0) this.first[worker] = job;
    else next[before] = job;
    this.worker[job] = worker;
  }

  /** Takes the job from its worker; it is in no list then. */
  lift(job: number): void {
    const { next } = this;
    const worker = this.worker[job] ?? none;
    const after = next[job] ?? none;
    let before = this.first[worker] ?? none;
    if (before === job) this.first[worker] = after;
    else {
      while ((next[before] ?? none) !== job) before = next[before] ?? none;
      next[before] = after;
    }
    this.worker[job] = none;
  }

  /** Into the pool. */
  drop(job: number): void {
    this.#slot[job] = this.pooled;
    this.pool[this.pooled] = job;
    this.pooled += 1;
  }

  /** Out of the pool. */
  take(job: number): void {
    const slot = this.#slot[job] ?? none;
    this.pooled -= 1;
    const last = this.pool[this.pooled] ?? none;
    this.pool[slot] = last;
    this.#slot[last] = slot;
    this.#slot[job] = none;
  }

  /** Whether the worker has nothing to do at the time of the job but, it may be, one job. */
  isFree(worker: number, job: number, but: number): boolean {
    const { from, to } = this.problem;
    const [begin, end] = [from[job] ?? 0, to[job] ?? 0];
    let other = this.first[worker] ?? none;
    while (other >= 0 && (from[other] ?? 0) < end) {
      if (other !== but && (to[other] ?? 0) > begin) return false;
      other = this.next[other] ?? none;
    }
    return true;
  }

  /** The worker comes to work, with nothing to do. */
  call(worker: number): void {
    this.atWork[worker] = 1;
    this.working += 1;
  }

  /** The worker goes home; his jobs go to the pool. */
  send(worker: number): void {
    this.atWork[worker] = 0;
    this.working -= 1;
    for (let job = this.first[worker] ?? none; job >= 0; job = this.first[worker] ?? none) {
      this.lift(job);
      this.drop(job);
    }
  }
}
