/**
 * Moves of jobs between workers, taken by chance as the temperature has it (simulated annealing, Kirkpatrick,
 * Gelatt and Vecchi 1983). What is in the way of a job goes where the job came from, or to the pool; the jobs
 * of the pool are the cost. Pure.
 */
import { none, type ShiftState } from './shifts-state.ts';

/** In the weights of `ShiftState`: warm, many jobs move about; cold, hardly one. */
const warm = 50;
const cold = 6;
const tableSize = 4_096;
/** So long one temperature holds. */
const movesAtOnce = 256;

export class Annealing {
  readonly #state: ShiftState;
  readonly #isOver: () => boolean;
  /** How much worse a move may be at temperature 1, by chance. */
  readonly #allowed = Float64Array.from({ length: tableSize }, (_, at) => -Math.log((at + 0.5) / tableSize));
  readonly #inTheWay: number[] = [];
  readonly #went: number[] = [];
  moves = 0;

  constructor(state: ShiftState, isOver: () => boolean) {
    this.#state = state;
    this.#isOver = isOver;
  }

  /** From warm to cold in so many moves. True, and at once, where the pool is empty. */
  cool(moves: number): boolean {
    return this.#run(moves, (done) => warm * (cold / warm) ** (done / moves));
  }

  /** So many moves in the cold. True, and at once, where the pool is empty. */
  settle(moves: number): boolean {
    return this.#run(moves, () => cold);
  }

  #run(moves: number, temperatureAt: (done: number) => number): boolean {
    const state = this.#state;
    for (let done = 0; done < moves && state.pooled > 0; done += movesAtOnce) {
      if (this.#isOver()) return false;
      const temperature = temperatureAt(done);
      for (let count = 0; count < movesAtOnce && state.pooled > 0; count += 1) {
        const most = temperature * (this.#allowed[state.chance.below(tableSize)] ?? 0);
        if ((count & 1) === 0) this.#fromPool(most);
        else if ((count & 2) === 0) this.#between(most);
        else this.#swap(most);
        this.moves += 1;
      }
    }
    return state.pooled === 0;
  }

  /** Some worker at work who can do the job, or `none`. */
  #someone(job: number): number {
    const { starts, able, chance, atWork } = this.#state;
    const start = starts[job] ?? 0;
    const worker = able[start + chance.below((starts[job + 1] ?? 0) - start)] ?? none;
    return (atWork[worker] ?? 0) === 1 ? worker : none;
  }

  /** A job of the pool to a worker; what is in its way there goes to the pool. */
  #fromPool(most: number): void {
    const state = this.#state;
    const job = state.pool[state.chance.below(state.pooled)] ?? none;
    const worker = this.#someone(job);
    if (worker < 0) return;
    const { next, weight, first } = state;
    const { from, to } = state.problem;
    const [begin, end] = [from[job] ?? 0, to[job] ?? 0];
    const inTheWay = this.#inTheWay;
    let cost = -(weight[job] ?? 0);
    let count = 0;
    for (let other = first[worker] ?? none; other >= 0; other = next[other] ?? none) {
      if ((from[other] ?? 0) >= end) break;
      if ((to[other] ?? 0) <= begin) continue;
      cost += weight[other] ?? 0;
      if (cost > most) return;
      inTheWay[count] = other;
      count += 1;
    }
    state.take(job);
    for (let at = 0; at < count; at += 1) this.#toPool(inTheWay[at] ?? none);
    state.put(job, worker);
  }

  #toPool(job: number): void {
    this.#state.lift(job);
    this.#state.drop(job);
  }

  /** A job to another worker; what is in its way there comes to its worker where it can, else to the pool. */
  #between(most: number): void {
    const state = this.#state;
    const { next, weight, first, chance } = state;
    const { from, to, jobs } = state.problem;
    const job = chance.below(jobs);
    const one = state.worker[job] ?? none;
    const two = this.#someone(job);
    if (one < 0 || two < 0 || one === two) return;
    const [begin, end] = [from[job] ?? 0, to[job] ?? 0];
    const inTheWay = this.#inTheWay;
    let [cost, count] = [0, 0];
    for (let other = first[two] ?? none; other >= 0; other = next[other] ?? none) {
      if ((from[other] ?? 0) >= end) break;
      if ((to[other] ?? 0) <= begin) continue;
      if (!state.can(one, other) || !state.isFree(one, other, job)) cost += weight[other] ?? 0;
      if (cost > most) return;
      inTheWay[count] = other;
      count += 1;
    }
    this.#exchange(job, two, count);
  }

  #exchange(job: number, two: number, count: number): void {
    const state = this.#state;
    const one = state.worker[job] ?? none;
    state.lift(job);
    for (let at = 0; at < count; at += 1) {
      const other = this.#inTheWay[at] ?? none;
      state.lift(other);
      if (state.can(one, other) && state.isFree(one, other, none)) state.put(other, one);
      else state.drop(other);
    }
    state.put(job, two);
  }

  /**
   * Two workers exchange a job and all that overlaps, of what they do, by and by (Kempe's chain): nothing is
   * in the way of anything then, and only who cannot do his part costs something.
   */
  #swap(most: number): void {
    const state = this.#state;
    const job = state.chance.below(state.problem.jobs);
    const one = state.worker[job] ?? none;
    const two = this.#someone(job);
    if (one < 0 || two < 0 || one === two) return;
    const chain = this.#chain(job, one, two, most);
    for (let at = 0; at < chain; at += 1) {
      const other = this.#inTheWay[at] ?? none;
      this.#went[at] = state.worker[other] === one ? two : one;
      state.lift(other);
    }
    for (let at = 0; at < chain; at += 1) {
      const [other, worker] = [this.#inTheWay[at] ?? none, this.#went[at] ?? none];
      if (state.can(worker, other)) state.put(other, worker);
      else state.drop(other);
    }
  }

  /** How many jobs of the two are linked to the one; 0 where it would cost too much to exchange them. */
  #chain(job: number, one: number, two: number, most: number): number {
    const state = this.#state;
    const { next, weight, first } = state;
    const { from, to } = state.problem;
    let [begin, end] = [from[job] ?? 0, to[job] ?? 0];
    // The chain is all that two workers do between two moments: widened until nothing crosses them.
    for (let [was, is] = [-1, end - begin]; was !== is; ) {
      was = is;
      for (let side = 0; side < 2; side += 1) {
        const worker = side === 0 ? two : one;
        const taker = side === 0 ? one : two;
        for (let other = first[worker] ?? none; other >= 0; other = next[other] ?? none) {
          if ((from[other] ?? 0) >= end) break;
          if ((to[other] ?? 0) <= begin) continue;
          if ((weight[other] ?? 0) > most && !state.can(taker, other)) return 0;
          begin = Math.min(begin, from[other] ?? 0);
          end = Math.max(end, to[other] ?? 0);
        }
      }
      is = end - begin;
    }
    return this.#gather(one, two, begin, end, most);
  }

  #gather(one: number, two: number, begin: number, end: number, most: number): number {
    const state = this.#state;
    const { from, to } = state.problem;
    let [count, cost] = [0, 0];
    for (let side = 0; side < 2; side += 1) {
      const taker = side === 0 ? two : one;
      for (
        let other = state.first[side === 0 ? one : two] ?? none;
        other >= 0;
        other = state.next[other] ?? none
      ) {
        if ((from[other] ?? 0) >= end) break;
        if ((to[other] ?? 0) <= begin) continue;
        if (!state.can(taker, other)) cost += state.weight[other] ?? 0;
        if (cost > most) return 0;
        this.#inTheWay[count] = other;
        count += 1;
      }
    }
    return count;
  }
}
