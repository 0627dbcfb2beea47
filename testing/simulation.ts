/**
 * Two real federations over real databases in a world where the time, the network and the power are chosen by
 * a seed: messages are dropped, repeated, delayed, reordered and torn, and a process dies before or after any
 * transaction or request. Exactly one step runs at a time, so that the seed alone decides what happens.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../server/kernel/time.ts';
import { type Chance, seededChance } from './seeded.ts';

interface Step {
  readonly what: string;
  /** False when what wanted the step has died since. */
  isWanted(): boolean;
  run(): Promise<void> | void;
}
interface Timer extends Step {
  readonly at: number;
}

/** How often things go wrong: once in so many times. */
export interface Weather {
  readonly crash: number;
  readonly drop: number;
  readonly repeat: number;
  readonly delay: number;
  /** A batch arrives without an envelope, with one twice, or in another order. */
  readonly tear: number;
}
const never = 1e9;
export const storm: Weather = { crash: 25, drop: 6, repeat: 6, delay: 4, tear: never };
export const calm: Weather = { crash: never, drop: never, repeat: never, delay: never, tear: never };

const stepsAtMost = 2_000;

/** What the world knows of who lives in it. */
interface Inhabitant {
  readonly ground: { readonly needs: { readonly address: string } };
}

/** The world of one seed. */
export class World<Node extends Inhabitant> {
  chance: Chance;
  readonly clock: Clock;
  readonly nodes: Node[] = [];
  /** What happened, newest last: printed when a seed fails. */
  readonly log: string[] = [];
  weather: Weather = calm;
  #nowMs = Date.parse('2026-01-01T00:00:00.000Z');
  #steps: Step[] = [];
  #timers: Timer[] = [];

  /** Tells worlds apart that come one after the other on one ground. */
  readonly number: number;

  constructor(number: number) {
    this.number = number;
    this.chance = seededChance(0);
    this.clock = { now: () => new Date(this.#nowMs).toISOString() };
  }

  /** From here on the seed decides, whatever came before. */
  breakLoose(seed: number, weather: Weather): void {
    this.chance = seededChance(seed);
    this.weather = weather;
    this.log.length = 0;
  }

  add(step: Step): void {
    this.#steps.push(step);
  }

  after(ms: number, step: Step): () => void {
    const timer = { ...step, at: this.#nowMs + ms };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  #next(): Step | null {
    this.#steps = this.#steps.filter((step) => step.isWanted());
    this.#timers = this.#timers.filter((timer) => timer.isWanted());
    const due = this.#timers.filter((timer) => timer.at <= this.#nowMs);
    const ready = [...this.#steps, ...due];
    const chosen = ready[this.chance.below(ready.length)];
    if (chosen) {
      this.#steps = this.#steps.filter((step) => step !== chosen);
      this.#timers = this.#timers.filter((timer) => timer !== chosen);
      return chosen;
    }
    const nextMs = Math.min(...this.#timers.map((timer) => timer.at));
    if (nextMs === Number.POSITIVE_INFINITY) return null;
    this.#nowMs = nextMs;
    return this.#next();
  }

  /** Runs step after step until nothing is left to do. */
  async run(): Promise<void> {
    for (let count = 0; count < stepsAtMost; count += 1) {
      // Whatever can go on without a step does so here: it never waits for anything real.
      await turn();
      const step = this.#next();
      if (step === null) return;
      this.#nowMs += 1 + this.chance.below(3);
      this.log.push(`${this.clock.now().slice(11)} ${step.what}`);
      await step.run();
    }
    throw new Error(`not quiet after ${stepsAtMost} steps`);
  }

  nodeAt(address: string): Node | undefined {
    return this.nodes.find((node) => node.ground.needs.address === address);
  }
}
