/** A node of the simulated world: processes on one ground, each of which can lose power at any await. */
import { certificateOf } from '../server/federation/descriptor.ts';
import type { Door } from '../server/federation/door.ts';
import { type Assembly, assembleFederation } from '../server/federation/federation.ts';
import { federationLimits, paths } from '../server/federation/limits.ts';
import type { Answer, Timers, Transport } from '../server/federation/needs.ts';
import type { Database, Unit } from '../server/plumbing/database/index.ts';
import type { Ground } from './federation.ts';
import type { World } from './simulation.ts';

const longestDelayMs = 8_000;
const longestRebootMs = 2_000;
const longestNewsMs = 50;

type Prepare = (assembly: Assembly) => void;

/** What the network may do to a batch: each envelope is signed, the batch that carries them is not. */
const tear = (world: World<SimulatedNode>, text: string): string => {
  const { envelopes, ...rest } = JSON.parse(text);
  const torn: unknown[] = [...envelopes];
  const place = world.chance.below(torn.length);
  const choice = world.chance.below(3);
  if (choice === 0 && torn.length > 1) torn.splice(place, 1);
  else if (choice < 2) torn.splice(place, 0, torn[world.chance.below(torn.length)]);
  else torn.reverse();
  return JSON.stringify({ ...rest, envelopes: torn });
};

/** One process. What it has in memory dies with it; its node's ground, the database and the keys, stays. */
class SimulatedProcess {
  readonly name: string;
  readonly #world: World<SimulatedNode>;
  readonly #node: SimulatedNode;
  readonly #prepare: Prepare;
  #life = 0;
  #hear: (payload: string) => void = () => undefined;
  assembly: Assembly | null = null;

  constructor(world: World<SimulatedNode>, node: SimulatedNode, name: string, prepare: Prepare) {
    this.#world = world;
    this.#node = node;
    this.name = name;
    this.#prepare = prepare;
  }

  /** How this life of the process signs its turn to send. */
  get presence(): string {
    return `${this.name}/${this.#world.number}/${this.#life}`;
  }

  /** Starts a life; everything of an earlier one is dead. */
  boot(): void {
    this.#life += 1;
    const life = this.#life;
    const database = this.#database(life);
    const transport = this.#transport(life);
    const timers: Timers = {
      after: (ms, run) =>
        this.#world.after(ms, { what: `${this.name} timer`, isWanted: () => this.#life === life, run }),
      random: () => this.#world.chance.next(),
    };
    const { clock } = this.#world;
    const presence = { name: this.presence, isGone: (name: string) => this.#node.isGone(name) };
    const needs = { ...this.#node.ground.needs, database, transport, timers, clock, presence };
    void assembleFederation(needs).then(async (assembly) => {
      this.#prepare(assembly);
      this.assembly = assembly;
      await assembly.begin();
    });
  }

  /** What another process announced to this one: not at once, and not if it dies before. */
  hearOf(payload: string): void {
    const life = this.#life;
    this.#world.after(this.#world.chance.below(longestNewsMs), {
      what: `${this.name} hears of ${payload}`,
      isWanted: () => this.#life === life,
      run: () => this.#hear(payload),
    });
  }

  #crash(what: string): void {
    this.#world.log.push(`  ${this.name} dies ${what}`);
    this.#life += 1;
    this.assembly = null;
    this.#hear = () => undefined;
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
    const { database } = this.#node.ground;
    return {
      ...database,
      listen: async (_channel, on) => {
        this.#hear = on;
        return async () => undefined;
      },
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

  #transport(life: number): Transport {
    const isWanted = (): boolean => this.#life === life;
    return {
      describe: async (address) => {
        const target = this.#world.nodeAt(address)?.living()[0]?.assembly;
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
            const hasPatience = this.#world.chance.oneIn(this.#world.weather.repeat);
            this.#world.after(hasPatience ? this.#world.chance.below(longestDelayMs) : 0, {
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

  /** What the network does to one request: perhaps nothing arrives, perhaps twice, late or torn. */
  #carry(address: string, path: string, text: string, reply: (answer: Answer) => void): void {
    const { chance, weather } = this.#world;
    const { certificate } = this.#node;
    const arrive = (): void => {
      const delayMs = chance.oneIn(weather.delay) ? chance.below(longestDelayMs) : 0;
      const isTorn = path === paths.envelopes && chance.oneIn(weather.tear);
      const arriving = isTorn ? tear(this.#world, text) : text;
      this.#world.after(delayMs, {
        what: `${path} from ${this.name} arrives${isTorn ? ' torn' : ''}`,
        isWanted: () => true,
        run: () => {
          const door = this.#world.nodeAt(address)?.door();
          void door?.({ method: 'POST', path, certificate, text: arriving }).then((answer) => {
            if (!chance.oneIn(weather.drop)) reply(answer);
          });
        },
      });
    };
    if (!chance.oneIn(weather.drop)) arrive();
    if (chance.oneIn(weather.repeat)) arrive();
  }
}

/** A node of one party; several of its processes share the ground. */
export class SimulatedNode {
  readonly name: string;
  readonly ground: Ground;
  /** What its requests show: read once, for it stays. */
  readonly certificate: string;
  readonly #world: World<SimulatedNode>;
  readonly #processes: readonly SimulatedProcess[];

  constructor(
    world: World<SimulatedNode>,
    about: { name: string; ground: Ground; processes: number; prepare: Prepare },
  ) {
    this.#world = world;
    this.name = about.name;
    this.ground = about.ground;
    this.certificate = certificateOf({ tlsCertificate: about.ground.keys.tls.certificate });
    this.#processes = Array.from(
      { length: about.processes },
      (_, at) => new SimulatedProcess(world, this, `${about.name}${at + 1}`, about.prepare),
    );
    world.nodes.push(this);
  }

  boot(): void {
    for (const process of this.#processes) process.boot();
  }

  living(): readonly SimulatedProcess[] {
    return this.#processes.filter(({ assembly }) => assembly !== null);
  }

  isGone(presence: string): boolean {
    return !this.#processes.some((process) => process.presence === presence);
  }

  #any(): SimulatedProcess | undefined {
    const living = this.living();
    return living[this.#world.chance.below(living.length)];
  }

  /** The door of whichever process a connection comes to. */
  door(): Door | undefined {
    return this.#any()?.assembly?.door;
  }

  /** Hands the identity key over; null while nobody is alive. The hand-over may be cut short. */
  rotateKey(): boolean {
    const assembly = this.#any()?.assembly;
    if (!assembly) return false;
    void assembly.rotateKey();
    return true;
  }

  /** As `act`, for what opens its own transaction. */
  async speak<T>(
    about: string,
    work: (assembly: Assembly) => Promise<T>,
  ): Promise<{ readonly result: T } | null> {
    const process = this.#any();
    const assembly = process?.assembly;
    if (!assembly) return null;
    const result = await work(assembly);
    for (const other of this.living()) if (other !== process) other.hearOf(about);
    return { result };
  }

  /**
   * Runs in a transaction as something that the node's people do; returns what became of it. `about` is the
   * partner that the other processes then hear of.
   */
  async act<T>(
    about: string,
    work: (unit: Unit, assembly: Assembly) => Promise<T>,
  ): Promise<{ readonly result: T } | null> {
    return this.speak(about, (assembly) =>
      this.ground.database.transact(this.ground.actor, (unit) => work(unit, assembly)),
    );
  }
}
