/** One seed of the simulation: what people and the weather do to two nodes. */
import type { Assembly } from '../server/federation/federation.ts';
import { Fault } from '../server/kernel/faults.ts';
import { newId } from '../server/kernel/ids.ts';
import { mintReleased } from '../server/kernel/released.ts';
import type { Unit } from '../server/plumbing/database/index.ts';
import { factsIn, noteBundle } from './bundle.ts';
import type { Ground } from './federation.ts';
import { storm, type Weather, World } from './simulation.ts';
import { forgetCalm, insertEvent, insertOutcome, readState, type Side } from './simulation-facts.ts';
import { expectSound } from './simulation-judgement.ts';
import { SimulatedNode } from './simulation-node.ts';
import { giveItem, hearRecalls, remindAll, takeBack } from './simulation-recalls.ts';
import { type Note, type Pair, type Recalled, type Scene, shapeOf } from './simulation-scene.ts';

const prepare = (seed: number, world: World<SimulatedNode>, ground: Ground) => (assembly: Assembly) => {
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
  hearRecalls(ground, assembly, { clock: world.clock, meetBug });
  assembly.onLinkChange(async (unit, { state }) => {
    await insertEvent(unit, seed, `link ${state}`, 0);
  });
};

/** One thing that people do, tried again until it is done; false when `mayFail` and it was refused. */
const insist = (
  scene: Scene,
  node: SimulatedNode,
  about: { what: string; mayFail?: boolean },
  work: (unit: Unit, a: Assembly) => Promise<unknown>,
): Promise<boolean> => persist(scene, node, about, (partner) => node.act(partner, work));

/** As `insist`, for what opens its own transaction. */
const persist = (
  { world, pair }: Scene,
  node: SimulatedNode,
  about: { what: string; mayFail?: boolean },
  attemptIt: (partner: string) => Promise<object | null>,
): Promise<boolean> =>
  new Promise((resolve) => {
    const other = node === pair[0] ? pair[1] : pair[0];
    const attempt = (): void => {
      world.after(20 + world.chance.below(300), {
        what: `${node.name} ${about.what}`,
        isWanted: () => true,
        run: async () => {
          const done = await attemptIt(other.ground.party).catch((error: unknown) => {
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

/**
 * Sends two notes or more, one beside a recall, some of them in one transaction; returns those that were
 * queued.
 */
const sendNotes = (scene: Scene, from: SimulatedNode, to: SimulatedNode): Note[] => {
  const { world, seed, shape } = scene;
  const sent: Note[] = [];
  // Where an item goes to and fro as well, one note does.
  const last = shape.recalls ? 1 : 2 + world.chance.below(3);
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

const giveAndTakeBack = (scene: Scene): Recalled | null => {
  if (!scene.shape.recalls) return null;
  const [from, to] = drawSides(scene);
  const id = newId('item');
  const { clock } = scene.world;
  const run = async (): Promise<void> => {
    const about = { from: from.ground, to: to.ground, id, clock };
    await insist(scene, from, { what: 'gives an item' }, (unit, a) => giveItem(unit, a, about));
    await persist(scene, from, { what: 'takes it back' }, (partner) =>
      from.speak(partner, (a) => takeBack(from.ground, a, id, clock)),
    );
  };
  void run();
  return { from, to, id };
};

/** What comes round by itself: whoever could not be told while the link was suspended is told now. */
const lookAgain = (scene: Scene, { from }: Recalled): Promise<void> => {
  void persist(scene, from, { what: 'looks who was not told' }, (partner) =>
    from.speak(partner, (a) => remindAll(from.ground, a, scene.world.clock)),
  );
  return scene.world.run();
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

/** Runs one seed over two grounds; throws, with the last steps, when something is lost or doubled. */
export const simulate = async (seed: number, grounds: Side): Promise<void> => {
  const world = new World<SimulatedNode>(seed);
  const shape = shapeOf(seed);
  const nodeOn = (name: string, ground: Side['here']) =>
    new SimulatedNode(world, {
      name,
      ground,
      processes: shape.processes,
      prepare: prepare(seed, world, ground),
    });
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
    const recalled = giveAndTakeBack(scene);
    await world.run();
    if (recalled !== null) await lookAgain(scene, recalled);
    await expectSound(scene, before, sent, recalled);
  } catch (error) {
    throw new Error(`seed ${seed} fails; the last steps:\n${world.log.slice(-60).join('\n')}`, {
      cause: error,
    });
  }
};
