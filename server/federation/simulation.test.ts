/**
 * SIMULATION_SEEDS=200 runs fewer; SIMULATION_FIRST=12345 SIMULATION_SEEDS=1 repeats the one that failed.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { factsIn, noteBundle } from '../../testing/bundle.ts';
import { type Ground, makeGround } from '../../testing/federation.ts';
import { SimulatedNode, storm, World } from '../../testing/simulation.ts';
import { readJson } from '../kernel/canonical.ts';
import { Fault } from '../kernel/faults.ts';
import { mintReleased } from '../kernel/released.ts';
import type { Unit } from '../plumbing/database/index.ts';
import { isReceiptFor } from './envelope.ts';
import type { Assembly } from './federation.ts';
import { readReceipt } from './messages.ts';

const seeds = Number(process.env['SIMULATION_SEEDS'] ?? 1_000);
const first = Number(process.env['SIMULATION_FIRST'] ?? 1);
const lanes = 4;
const messagesEachWay = 3;
/** More than one seed ever journals. */
const entriesOfOneSeed = 300;

interface Note {
  readonly number: number;
  readonly isPoison: boolean;
}

const makeTables = (unit: Unit) =>
  sql`create table note_event (seed int, place bigint generated always as identity, what text, number int,
    primary key (seed, place))`.execute(unit.tables());
const writeEvent = (unit: Unit, seed: number, what: string, number: number) =>
  sql`insert into note_event (seed, what, number) values (${seed}, ${what}, ${number})`.execute(
    unit.tables(),
  );

const lane = async (): Promise<readonly [Ground, Ground]> => {
  const pair = [await makeGround({ port: 21590 }), await makeGround({ port: 21591 })] as const;
  for (const ground of pair) await ground.database.transact(ground.actor, makeTables);
  return pair;
};

const prepare = (seed: number, world: World) => (assembly: Assembly) => {
  assembly.onMessage('test.note', async (unit, { body }) => {
    const { number, isPoison } = factsIn(body);
    await writeEvent(unit, seed, 'received', Number(number));
    if (isPoison === true) throw new Fault('input/invalid', { fields: ['number'] });
    if (world.weather === storm && world.chance.oneIn(30)) throw new Error('a bug that comes and goes');
  });
  assembly.onReceipt('test.note', async (unit, { outcome, envelope }) => {
    await sql`insert into note_event (seed, what, number)
      select ${seed}, ${outcome}, number from note_event where what = ${envelope}`.execute(unit.tables());
    if (world.weather === storm && world.chance.oneIn(30)) throw new Error('a bug that comes and goes');
  });
};

/** One thing that people do, tried again until it is done. */
const insist = (
  world: World,
  node: SimulatedNode,
  what: string,
  work: (unit: Unit, a: Assembly) => Promise<unknown>,
) =>
  new Promise<void>((resolve) => {
    const attempt = (): void => {
      world.after(20 + world.chance.below(300), {
        what: `${node.name} ${what}`,
        isWanted: () => true,
        run: async () => {
          const done = await node.act(work)?.then(
            () => true,
            (error: unknown) => {
              if (error instanceof Fault) return false;
              throw error;
            },
          );
          if (done === true) resolve();
          else attempt();
        },
      });
    };
    attempt();
  });

interface Facts {
  readonly state: string;
  readonly queued: number;
  readonly received: number;
  readonly events: readonly { readonly what: string; readonly number: number }[];
  readonly outbox: readonly { sequence: number; receipt: string; body_hash: string; body: string | null }[];
  readonly alarms: number;
}

/** Refusals that a storm explains: what was late for a link that was suspended or ended. */
const isExpected = sql`((text::jsonb) ->> 'rule') in ('link-inactive', 'other-pairing')`;

/** All that is judged at the end of a seed, in one reading; events in the order of their commits. */
const readFacts = (seed: number, here: SimulatedNode, there: SimulatedNode): Promise<Facts | undefined> =>
  here.ground.database.transact(here.ground.actor, async (unit) => {
    const { rows } = await sql<Facts>`
      select state, queued, received,
        (select coalesce(json_agg(json_build_object('what', what, 'number', number) order by place), '[]')
          from note_event where seed = ${seed}) as events,
        (select coalesce(json_agg(x order by sequence), '[]') from federation_outbox x
          where x.link = l.link and x.sequence > queued - ${messagesEachWay}) as outbox,
        (select count(*) from journal_entry
          where seq > (select max(seq) from journal_node) - ${entriesOfOneSeed} and (verb = 'federation.judge-head'
            or (verb = 'federation.refuse' and not ${isExpected}))) as alarms
      from federation_link l join federation_outbound o using (link) join federation_inbound i using (link)
      where party = ${there.ground.party} and current`.execute(unit.tables());
    return rows[0];
  });

const expectSignedReceipts = (facts: Facts | undefined, from: SimulatedNode, to: SimulatedNode): void => {
  const outbox = facts?.outbox ?? [];
  const last = facts?.queued ?? 0;
  expect(outbox.map((row) => row.sequence)).toEqual([last - 2, last - 1, last]);
  for (const { sequence, receipt, body_hash: bodyHash, body } of outbox) {
    const read = readReceipt(readJson(receipt)?.value);
    const sent = { from: from.ground.party, to: to.ground.party, sequence, bodyHash };
    expect(read && isReceiptFor(read, { ...sent, id: read.envelope }, [to.ground.keys.publicKey])).toBe(true);
    expect(body).toBeNull();
  }
};

const sendNotes = (world: World, seed: number, from: SimulatedNode, to: SimulatedNode): Note[] => {
  const sent: Note[] = [];
  const sendNext = async (): Promise<void> => {
    for (let number = 1; number <= messagesEachWay; number += 1) {
      const note = { number, isPoison: world.chance.oneIn(6) };
      await insist(world, from, `sends ${number}`, async (unit, assembly) => {
        const content = {
          kind: world.chance.oneIn(15) ? 'test.unheard-of' : 'test.note',
          body: noteBundle({ ...note }),
        };
        const envelope = await assembly.send(unit, mintReleased(content, to.ground.party, 'test'));
        await writeEvent(unit, seed, envelope, number);
        const isRefused = note.isPoison || content.kind !== 'test.note';
        unit.afterCommit(() => sent.push({ number, isPoison: isRefused }));
      });
    }
  };
  void sendNext();
  return sent;
};

const expectDelivered = (sent: readonly Note[], from: Facts | undefined, to: Facts | undefined): void => {
  const numbers = (isPoison: boolean): readonly number[] =>
    sent.filter((note) => note.isPoison === isPoison).map((note) => note.number);
  const events = (facts: Facts | undefined, what: string): readonly number[] | undefined =>
    facts?.events.filter((event) => event.what === what).map((event) => event.number);
  expect(sent).toHaveLength(messagesEachWay);
  expect(events(to, 'received')).toEqual(numbers(false));
  expect(events(from, 'accepted')).toEqual(numbers(false));
};

type Pair = readonly [SimulatedNode, SimulatedNode];

const pairUp = async (world: World, [a, b]: Pair): Promise<void> => {
  await insist(world, a, 'proposes', (unit, node) => node.propose(unit, b.ground.needs.address));
  await Promise.all([
    insist(world, a, 'accepts', (unit, node) => node.accept(unit, b.ground.party)),
    insist(world, b, 'accepts', (unit, node) => node.accept(unit, a.ground.party)),
  ]);
};

const suspendForAWhile = async (world: World, pair: Pair): Promise<void> => {
  const [who, other] = world.chance.oneIn(2) ? pair : [pair[1], pair[0]];
  await insist(world, who, 'suspends', (unit, node) => node.suspend(unit, other.ground.party));
  await insist(world, who, 'resumes', (unit, node) => node.resume(unit, other.ground.party));
};

/** Every fourth seed pairs in the storm; the others find an active link, made in calm weather if need be. */
const prelude = async (world: World, seed: number, pair: Pair): Promise<void> => {
  const [a, b] = pair;
  for (const node of pair) node.boot();
  await world.run();
  const state = (await readFacts(seed, a, b))?.state;
  const pairsInStorm = seed % 4 === 0;
  if (pairsInStorm && state === 'active')
    void insist(world, a, 'ends', (unit, node) => node.end(unit, b.ground.party));
  if (!pairsInStorm && state !== 'active') void pairUp(world, pair);
  await world.run();
  world.breakLoose(seed);
  if (pairsInStorm) void pairUp(world, pair);
  else if (world.chance.oneIn(4)) void suspendForAWhile(world, pair);
};

const expectSound = async (seed: number, pair: Pair, sent: readonly (readonly Note[])[]): Promise<void> => {
  const [a, b] = pair;
  const [here, there] = [await readFacts(seed, a, b), await readFacts(seed, b, a)];
  for (const facts of [here, there]) expect(facts).toMatchObject({ state: 'active', alarms: 0 });
  expect([here?.queued, here?.received]).toEqual([there?.received, there?.queued]);
  expectDelivered(sent[0] ?? [], here, there);
  expectDelivered(sent[1] ?? [], there, here);
  expectSignedReceipts(here, a, b);
  expectSignedReceipts(there, b, a);
};

const simulate = async (seed: number, grounds: readonly [Ground, Ground]): Promise<void> => {
  const world = new World();
  const pair = [
    new SimulatedNode(world, 'A', grounds[0], prepare(seed, world)),
    new SimulatedNode(world, 'B', grounds[1], prepare(seed, world)),
  ] as const;
  try {
    await prelude(world, seed, pair);
    const sent = [sendNotes(world, seed, pair[0], pair[1]), sendNotes(world, seed, pair[1], pair[0])];
    await world.run();
    await expectSound(seed, pair, sent);
  } catch (error) {
    throw new Error(`seed ${seed} fails; the last steps:\n${world.log.slice(-60).join('\n')}`, {
      cause: error,
    });
  }
};

let pairs: (readonly [Ground, Ground])[] = [];
beforeAll(async () => {
  pairs = await Promise.all(Array.from({ length: Math.min(lanes, seeds) }, lane));
});
afterAll(async () => {
  for (const pair of pairs) for (const ground of pair) await ground.remove();
});

test(`nothing is lost, doubled or out of order in ${seeds} storms`, { timeout: 1_200_000 }, async () => {
  let next = first;
  const runLane = async (pair: readonly [Ground, Ground]): Promise<void> => {
    for (let seed = next++; seed < first + seeds; seed = next++)
      await simulate(seed, pair).catch((error: unknown) => {
        next = first + seeds;
        throw error;
      });
  };
  const lost = (await Promise.allSettled(pairs.map(runLane))).find((lane) => lane.status === 'rejected');
  if (lost) throw lost.reason;
});
