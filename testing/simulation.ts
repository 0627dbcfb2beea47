/**
 * Two real federations over real databases in a world where the time, the network and the power are chosen by
 * a seed: messages are dropped, repeated, delayed and reordered, and a node dies before or after any
 * transaction or request. Exactly one step runs at a time, so that the seed alone decides what happens.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { certificateOf } from '../server/federation/descriptor.ts';
import { type Assembly, assembleFederation } from '../server/federation/federation.ts';
import { federationLimits } from '../server/federation/limits.ts';
import type { Answer, Timers, Transport } from '../server/federation/needs.ts';
import type { Clock } from '../server/kernel/time.ts';
import type { Database, Unit } from '../server/plumbing/database/index.ts';
import type { Ground } from './federation.ts';
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
}
export const storm: Weather = { crash: 25, drop: 6, repeat: 6, delay: 4 };
export const calm: Weather = { crash: 1e9, drop: 1e9, repeat: 1e9, delay: 1e9 };

const stepsAtMost = 20_000;
const longestDelayMs = 8_000;
const longestRebootMs = 2_000;

/** The world of one seed. */
export class World {
  chance: Chance;
  readonly clock: Clock;
  readonly nodes: SimulatedNode[] = [];
  /** What happened, newest last: printed when a seed fails. */
  readonly log: string[] = [];
  weather: Weather = calm;
  #nowMs = Date.parse('2026-01-01T00:00:00.000Z');
  #steps: Step[] = [];
  #timers: Timer[] = [];

  constructor() {
    this.chance = seededChance(0);
    this.clock = { now: () => new Date(this.#nowMs).toISOString() };
  }

  /** From here on the seed decides, whatever came before. */
  breakLoose(seed: number): void {
    this.chance = seededChance(seed);
    this.weather = storm;
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

  nodeAt(address: string): SimulatedNode | undefined {
    return this.nodes.find((node) => node.ground.needs.address === address);
  }
}

/** A node that can lose power. Its ground, the database and the keys, stays. */
export class SimulatedNode {
  readonly name: string;
  readonly ground: Ground;
  readonly #world: World;
  readonly #prepare: (assembly: Assembly) => void;
  #life = 0;
  assembly: Assembly | null = null;

  constructor(world: World, name: string, ground: Ground, prepare: (assembly: Assembly) => void) {
    this.#world = world;
    this.name = name;
    this.ground = ground;
    this.#prepare = prepare;
    world.nodes.push(this);
  }

  /** Starts a life; everything of an earlier one is dead. */
  boot(): void {
    this.#life += 1;
    const life = this.#life;
    const { needs } = this.ground;
    const database = this.#database(life);
    const transport = this.#transport(life);
    const timers: Timers = {
      after: (ms, run) =>
        this.#world.after(ms, { what: `${this.name} timer`, isWanted: () => this.#life === life, run }),
      random: () => this.#world.chance.next(),
    };
    const { clock } = this.#world;
    void assembleFederation({ ...needs, database, transport, timers, clock }).then(async (assembly) => {
      this.#prepare(assembly);
      this.assembly = assembly;
      await assembly.begin();
    });
  }

  #crash(what: string): void {
    this.#world.log.push(`  ${this.name} dies ${what}`);
    this.#life += 1;
    this.assembly = null;
    const life = this.#life;
    this.#world.after(this.#world.chance.below(longestRebootMs), {
      what: `${this.name} boots`,
      isWanted: () => this.#life === life,
      run: () => this.boot(),
    });
  }

  #mayCrash(what: string): boolean {
    if (!this.#world.chance.oneIn(this.#world.weather.crash)) return false;
    this.#crash(what);
    return true;
  }

  #database(life: number): Database {
    const { database } = this.ground;
    return {
      ...database,
      listen: async () => async () => undefined,
      transact: (reader, work) =>
        new Promise((resolve, reject) => {
          const run = async (): Promise<void> => {
            if (this.#mayCrash('before a transaction')) return;
            try {
              const result = await database.transact(reader, work);
              if (!this.#mayCrash('after a transaction')) resolve(result);
            } catch (error) {
              reject(error);
            }
          };
          this.#world.add({ what: `${this.name} transaction`, isWanted: () => this.#life === life, run });
        }),
    };
  }

  /** Runs in a transaction as something that the node's people do; returns what became of it. */
  act<T>(work: (unit: Unit, assembly: Assembly) => Promise<T>): Promise<T> | null {
    const { assembly } = this;
    if (assembly === null) return null;
    return this.ground.database.transact(this.ground.actor, (unit) => work(unit, assembly));
  }

  #transport(life: number): Transport {
    const isWanted = (): boolean => this.#life === life;
    return {
      describe: async (address) => {
        const target = this.#world.nodeAt(address)?.assembly;
        if (!target) throw new Error('nobody answers');
        const { descriptor } = target.identity();
        return { text: JSON.stringify(descriptor), certificate: certificateOf(descriptor) };
      },
      post: (peer, path, text) =>
        new Promise((resolve, reject) => {
          if (this.#mayCrash('before a request')) return;
          const cancel = this.#world.after(federationLimits.requestMs, {
            what: `${this.name} gives up a request`,
            isWanted,
            run: () => reject(new Error('no answer')),
          });
          this.#carry(peer.address, path, text, (answer) => {
            this.#world.add({
              what: `${this.name} gets an answer ${answer.status}`,
              isWanted,
              run: () => {
                cancel();
                if (!this.#mayCrash('on an answer')) resolve(answer);
              },
            });
          });
        }),
      close: async () => undefined,
    };
  }

  /** What the network does to one request: perhaps nothing arrives, perhaps twice, perhaps late. */
  #carry(address: string, path: string, text: string, reply: (answer: Answer) => void): void {
    const { chance, weather } = this.#world;
    const certificate = certificateOf({ tlsCertificate: this.ground.keys.tls.certificate });
    const arrive = (): void => {
      const delayMs = chance.oneIn(weather.delay) ? chance.below(longestDelayMs) : 0;
      this.#world.after(delayMs, {
        what: `${path} from ${this.name} arrives`,
        isWanted: () => true,
        run: () => {
          const door = this.#world.nodeAt(address)?.assembly?.door;
          void door?.({ method: 'POST', path, certificate, text }).then((answer) => {
            if (!chance.oneIn(weather.drop)) reply(answer);
          });
        },
      });
    };
    if (!chance.oneIn(weather.drop)) arrive();
    if (chance.oneIn(weather.repeat)) arrive();
  }
}
