/** One seed of the simulation: what people and the weather do to two nodes, and what must be true then. */
import { expect } from 'vitest';
import { isReceiptFor } from '../server/federation/envelope.ts';
import type { Assembly } from '../server/federation/federation.ts';
import { readReceipt } from '../server/federation/messages.ts';
import { readJson } from '../server/kernel/canonical.ts';
import { Fault } from '../server/kernel/faults.ts';
import { mintReleased } from '../server/kernel/released.ts';
import type { Unit } from '../server/plumbing/database/index.ts';
import { factsIn, noteBundle } from './bundle.ts';
import { storm, type Weather, World } from './simulation.ts';
import {
  type Facts,
  forgetCalm,
  insertEvent,
  insertOutcome,
  readFacts,
  readState,
  type Side,
} from './simulation-facts.ts';
import { SimulatedNode } from './simulation-node.ts';

/** What is particular about a seed; several may be. */
interface Shape {
  /** Both pair while the storm is on. */
  readonly pairs: boolean;
  /** One of them ends the link in the storm: what is on its way is lost, nothing arrives after the end. */
  readonly ends: boolean;
  /** Processes of each node. */
  readonly processes: number;
  readonly rotates: boolean;
  readonly tears: boolean;
}
const shapeOf = (seed: number): Shape => ({
  pairs: seed % 4 === 0,
  ends: seed % 4 === 2,
  processes: seed % 3 === 0 ? 2 : 1,
  rotates: seed % 5 === 0 && seed % 3 !== 0,
  tears: seed % 3 === 1,
});

/** Refusals that the storm explains. */
const explained = ({ rotates, tears }: Shape): readonly string[] => [
  'link-inactive',
  'other-pairing',
  ...(rotates ? ['bad-receipt', 'bad-signature', 'other-key'] : []),
  ...(tears ? ['bad-receipt', 'other-sequence', 'envelope-reused'] : []),
];

interface Note {
  readonly number: number;
  readonly isRefused: boolean;
}

type Pair = readonly [SimulatedNode, SimulatedNode];

/** All of one seed. */
interface Scene {
  readonly seed: number;
  readonly shape: Shape;
  readonly world: World<SimulatedNode>;
  readonly pair: Pair;
}

const prepare = (seed: number, world: World<SimulatedNode>) => (assembly: Assembly) => {
  const meetBug = (): void => {
    if (world.weather.crash < 1_000 && world.chance.oneIn(30)) throw new Error('a bug that comes and goes');
  };
  assembly.onMessage('test.note', async (unit, { body }) => {
    const { number, isPoison } = factsIn(body);
    await insertEvent(unit, seed, 'received', Number(number));
    if (isPoison === true) throw new Fault('input/invalid', { fields: ['number'] });
    meetBug();
  });
  assembly.onReceipt('test.note', async (unit, { outcome, envelope }) => {
    await insertOutcome(unit, seed, outcome, envelope);
    meetBug();
  });
  assembly.onLinkChange(async (unit, { state }) => {
    await insertEvent(unit, seed, `link ${state}`, 0);
  });
};

/** One thing that people do, tried again until it is done; false when `mayFail` and it was refused. */
const insist = (
  { world, pair }: Scene,
  node: SimulatedNode,
  about: { what: string; mayFail?: boolean },
  work: (unit: Unit, a: Assembly) => Promise<unknown>,
): Promise<boolean> =>
  new Promise((resolve) => {
    const other = node === pair[0] ? pair[1] : pair[0];
    const attempt = (): void => {
      world.after(20 + world.chance.below(300), {
        what: `${node.name} ${about.what}`,
        isWanted: () => true,
        run: async () => {
          const done = await node.act(other.ground.party, work).catch((error: unknown) => {
            if (error instanceof Fault) return 'refused' as const;
            throw error;
          });
          if (done === null || (done === 'refused' && !about.mayFail)) attempt();
          else resolve(done !== 'refused');
        },
      });
    };
    attempt();
  });

/** Sends two notes or more, some of them in one transaction; returns those that were queued. */
const sendNotes = (scene: Scene, from: SimulatedNode, to: SimulatedNode): Note[] => {
  const { world, seed, shape } = scene;
  const sent: Note[] = [];
  const last = 2 + world.chance.below(3);
  const sendFrom = async (unit: Unit, assembly: Assembly, first: number, notes: readonly Note[]) => {
    for (const [at, { isRefused }] of notes.entries()) {
      const number = first + at;
      const kind = isRefused && world.chance.oneIn(3) ? 'test.unheard-of' : 'test.note';
      const content = { kind, body: noteBundle({ number, isPoison: isRefused }) };
      const envelope = await assembly.send(unit, mintReleased(content, to.ground.party, 'test'));
      await insertEvent(unit, seed, envelope, number);
    }
    unit.afterCommit(() => sent.push(...notes));
  };
  const sendAll = async (): Promise<void> => {
    for (let first = 1; first <= last; ) {
      const count = 1 + world.chance.below(last - first + 1);
      const notes = Array.from({ length: count }, (_, at) => ({
        number: first + at,
        isRefused: world.chance.oneIn(6),
      }));
      const about = { what: `sends ${first} and on: ${count}`, mayFail: shape.ends };
      if (!(await insist(scene, from, about, (unit, node) => sendFrom(unit, node, first, notes)))) return;
      first += count;
    }
  };
  void sendAll();
  return sent;
};

const pairUp = async (scene: Scene): Promise<void> => {
  const [a, b] = scene.pair;
  await insist(scene, a, { what: 'proposes' }, async (unit, node) =>
    node.propose(unit, await node.inspect(b.ground.needs.address)),
  );
  await Promise.all([
    insist(scene, a, { what: 'accepts' }, (unit, node) => node.accept(unit, b.ground.party)),
    insist(scene, b, { what: 'accepts' }, (unit, node) => node.accept(unit, a.ground.party)),
  ]);
};

const drawSides = ({ world, pair }: Scene): Pair => (world.chance.oneIn(2) ? pair : [pair[1], pair[0]]);

const suspendForAWhile = async (scene: Scene): Promise<void> => {
  const [who, other] = drawSides(scene);
  await insist(scene, who, { what: 'suspends' }, (unit, node) => node.suspend(unit, other.ground.party));
  await insist(scene, who, { what: 'resumes' }, (unit, node) => node.resume(unit, other.ground.party));
};

const end = async (scene: Scene, [who, other]: Pair): Promise<boolean> =>
  insist(scene, who, { what: 'ends' }, (unit, node) => node.end(unit, other.ground.party));

const rotate = ({ world }: Scene, [who]: Pair): void => {
  const attempt = (): void => {
    world.after(world.chance.below(1_000), {
      what: `${who.name} hands its key over`,
      isWanted: () => true,
      run: () => {
        if (!who.rotateKey()) attempt();
      },
    });
  };
  attempt();
};

/** Lets all that the last seed left come to rest; then the link is there, or not where it is to be made. */
const settle = async (scene: Scene): Promise<void> => {
  const { world, pair, shape } = scene;
  for (const node of pair) node.boot();
  await world.run();
  const state = await readState(pair[0].ground, pair[1].ground.party);
  if (shape.pairs && state === 'active') void end(scene, pair);
  if (!shape.pairs && state !== 'active') void pairUp(scene);
  await world.run();
};

const rage = (scene: Scene): void => {
  const { world, shape, seed } = scene;
  const weather: Weather = { ...storm, tear: shape.tears ? 3 : storm.tear };
  world.breakLoose(seed, weather);
  if (shape.pairs) void pairUp(scene);
  else if (shape.ends)
    world.after(world.chance.below(2_000), {
      what: 'the end draws near',
      isWanted: () => true,
      run: () => void end(scene, drawSides(scene)),
    });
  else if (world.chance.oneIn(3)) void suspendForAWhile(scene);
  if (shape.rotates) rotate(scene, drawSides(scene));
};

const sideOf = ([here, there]: Pair): Side => ({ here: here.ground, there: there.ground });

const numbersOf = (facts: Facts, what: string): readonly number[] =>
  facts.events.filter((event) => event.what === what).map((event) => event.number);

/** While a side did not call the link active, it received nothing. */
const expectClosedDoor = (facts: Facts, isOpenAtFirst: boolean): void => {
  let isOpen = isOpenAtFirst;
  for (const { what } of facts.events) {
    if (what.startsWith('link ')) isOpen = what === 'link active';
    if (what === 'received') expect(isOpen).toBe(true);
  }
};

const expectDelivered = (sent: readonly Note[], from: Facts, to: Facts, isCut: boolean): void => {
  const taken = sent.filter((note) => !note.isRefused).map((note) => note.number);
  const received = numbersOf(to, 'received');
  const receipted = numbersOf(from, 'accepted');
  expect(received).toEqual(isCut ? taken.slice(0, received.length) : taken);
  expect(receipted).toEqual(isCut ? received.slice(0, receipted.length) : received);
};

const expectSignedReceipts = (facts: Facts, [from, to]: Pair): void => {
  for (const [at, row] of facts.outbox.entries()) {
    expect(row.sequence).toBe(facts.queued - facts.outbox.length + at + 1);
    const { receipt, sequence, body_hash: bodyHash, body } = row;
    const read = readReceipt(readJson(receipt ?? '')?.value);
    const sent = { from: from.ground.party, to: to.ground.party, sequence, bodyHash };
    expect(read && isReceiptFor(read, { ...sent, id: read.envelope }, facts.keys)).toBe(true);
    expect(body).toBeNull();
  }
};

const expectSound = async (
  scene: Scene,
  before: readonly [number, number],
  sent: readonly [readonly Note[], readonly Note[]],
): Promise<void> => {
  const { seed, pair, shape } = scene;
  const back: Pair = [pair[1], pair[0]];
  const factsOf = (of: Pair, at: 0 | 1) =>
    readFacts(sideOf(of), {
      seed,
      sent: sent[at].length,
      entriesBefore: before[at],
      explained: explained(shape),
    });
  const [here, there] = [await factsOf(pair, 0), await factsOf(back, 1)];
  if (!here || !there) throw new Error('a link is gone');
  const state = shape.ends ? 'ended' : 'active';
  for (const facts of [here, there]) {
    expect(facts).toMatchObject({ state, alarms: 0 });
    expectClosedDoor(facts, !shape.pairs);
  }
  expectDelivered(sent[0], here, there, shape.ends);
  expectDelivered(sent[1], there, here, shape.ends);
  if (shape.ends) return;
  expect([here.queued, here.received]).toEqual([there.received, there.queued]);
  expect([here.outbox.length, there.outbox.length]).toEqual(sent.map((notes) => notes.length));
  expectSignedReceipts(here, pair);
  expectSignedReceipts(there, back);
};

/** Runs one seed over two grounds; throws, with the last steps, when something is lost or doubled. */
export const simulate = async (seed: number, grounds: Side): Promise<void> => {
  const world = new World<SimulatedNode>(seed);
  const shape = shapeOf(seed);
  const nodeOn = (name: string, ground: Side['here']) =>
    new SimulatedNode(world, { name, ground, processes: shape.processes, prepare: prepare(seed, world) });
  const pair = [nodeOn('A', grounds.here), nodeOn('B', grounds.there)] as const;
  const scene: Scene = { seed, shape, world, pair };
  try {
    await settle(scene);
    const { here, there } = grounds;
    const before = [
      await forgetCalm(seed, { here, there }),
      await forgetCalm(seed, { here: there, there: here }),
    ] as const;
    rage(scene);
    const sent = [sendNotes(scene, pair[0], pair[1]), sendNotes(scene, pair[1], pair[0])] as const;
    await world.run();
    await expectSound(scene, before, sent);
  } catch (error) {
    throw new Error(`seed ${seed} fails; the last steps:\n${world.log.slice(-60).join('\n')}`, {
      cause: error,
    });
  }
};
