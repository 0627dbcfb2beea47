import { createServer } from 'node:net';
import { hostname } from 'node:os';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { factsIn, noteBundle } from '../../testing/bundle.ts';
import { type Ground, makeGround, type Node, pairNodes, startNode } from '../../testing/federation.ts';
import { until } from '../../testing/until.ts';
import type { JsonObject } from '../kernel/canonical.ts';
import { Fault } from '../kernel/faults.ts';
import { type EnvelopeId, newId, type PartyId } from '../kernel/ids.ts';
import { mintReleased } from '../kernel/released.ts';
import { type Instant, later, systemClock } from '../kernel/time.ts';
import type { Unit } from '../plumbing/database/index.ts';
import type { Message, MessageHandler, ReceiptNews } from './index.ts';
import { federationLimits } from './index.ts';
import { insertLink } from './link-store.ts';
import { openPresence } from './needs.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Recorder {
  readonly messages: Message[];
  readonly receipts: ReceiptNews[];
}

const ground = async (port: number): Promise<Ground> => {
  const made = await makeGround({ port });
  closing.push(made.remove);
  return made;
};

const start = async (on: Ground, handle?: MessageHandler): Promise<Node & Recorder> => {
  const messages: Message[] = [];
  const receipts: ReceiptNews[] = [];
  const node = await startNode(on, (federation) => {
    federation.onMessage('test.note', async (unit, message) => {
      await handle?.(unit, message);
      unit.afterCommit(() => messages.push(message));
    });
    federation.onReceipt('test.note', async (unit, receipt) => {
      unit.afterCommit(() => receipts.push(receipt));
    });
  });
  closing.push(node.stop);
  return { ...node, messages, receipts };
};

const released = (to: PartyId, facts: JsonObject, kind = 'test.note') =>
  mintReleased({ kind, body: noteBundle(facts) }, to, 'test');

const send = (from: Node, to: Node, facts: JsonObject, kind?: string): Promise<EnvelopeId> =>
  from.act((unit) => from.federation.send(unit, released(to.party, facts, kind)));

/** A stranger's offer as it would be stored. */
const insertOffer = (unit: Unit, node: Node, since: Instant): Promise<void> =>
  insertLink(unit, {
    party: newId('party'),
    pairing: 1,
    descriptor: node.federation.identity().descriptor,
    ownStance: 'unanswered',
    ownRevision: 0,
    toldRevision: 0,
    toldDescriptor: 0,
    theirStance: 'proposed',
    theirRevision: 1,
    state: 'offered',
    since,
  });

test('a message crosses to a paired node and its signed receipt comes back', async () => {
  const a = await start(await ground(21500));
  const b = await start(await ground(21501));
  await pairNodes(a, b);
  const facts = { text: 'تنسيق', n: 1 };
  const envelope = await send(a, b, facts);
  await until(() => a.receipts.length === 1);
  expect(b.messages).toMatchObject([{ from: a.party, envelope, body: noteBundle(facts) }]);
  expect(a.receipts).toMatchObject([{ to: b.party, envelope, outcome: 'accepted', fault: null }]);
  const [delivery] = await a.act((unit) => a.federation.deliveries(unit, [envelope]));
  expect(delivery).toMatchObject({ envelope, to: b.party, outcome: 'accepted', link: 'active' });
  expect(delivery?.sentAt).not.toBeNull();
});

test('nothing can be queued for a party without a link', async () => {
  const a = await start(await ground(21502));
  const to = newId('party');
  const sending = a.act((unit) => a.federation.send(unit, released(to, {})));
  await expect(sending).rejects.toMatchObject({ code: 'federation/link-inactive' });
});

const numbersAt = (node: Recorder): readonly unknown[] =>
  node.messages.map((message) => factsIn(message.body).n);

const stateAt = (here: Node, there: Node) => here.act((unit) => here.federation.linkState(unit, there.party));

const refusalsAt = (node: Node): Promise<readonly string[]> =>
  node.act(async (unit) => {
    const entries = await node.journal.entries(unit, { verb: 'federation.refuse', limit: 100 });
    return entries.map((entry) => entry.rule);
  });

test('messages sent in one transaction arrive in its order, many in a batch', async () => {
  const [a, b] = [await start(await ground(21503)), await start(await ground(21504))];
  await pairNodes(a, b);
  const numbers = Array.from({ length: 300 }, (_, n) => n);
  await a.act(async (unit) => {
    for (const n of numbers) await a.federation.send(unit, released(b.party, { n }));
  });
  await until(() => a.receipts.length === numbers.length, { withinMs: 20_000 });
  expect(numbersAt(b)).toEqual(numbers);
});

test('a message that its handler refuses gets a signed refusal, and the link goes on', async () => {
  const a = await start(await ground(21505));
  const b = await start(await ground(21506), async (_unit, { body }) => {
    if (factsIn(body).n === 2) throw new Fault('input/invalid', { fields: ['n'] });
  });
  await pairNodes(a, b);
  await a.act(async (unit) => {
    for (const n of [1, 2, 3]) await a.federation.send(unit, released(b.party, { n }));
  });
  await until(() => a.receipts.length === 3);
  expect(numbersAt(b)).toEqual([1, 3]);
  expect(a.receipts.map((receipt) => receipt.fault)).toEqual([null, 'input/invalid', null]);
  const [view] = await b.act((unit) => b.federation.links(unit));
  expect(view?.queue.refused).toBe(1);
});

test('a message that meets a bug waits with its sender until the bug is gone', async () => {
  let isBroken = true;
  const a = await start(await ground(21507));
  const b = await start(await ground(21508), async () => {
    if (isBroken) throw new Error('a bug');
  });
  await pairNodes(a, b);
  const envelope = await send(a, b, { n: 1 });
  await send(a, b, { n: 2 });
  const [before] = await a.act((unit) => a.federation.deliveries(unit, [envelope]));
  expect(before?.outcome).toBeNull();
  isBroken = false;
  await until(() => a.receipts.length === 2, { withinMs: 10_000 });
  expect(numbersAt(b)).toEqual([1, 2]);
});

test('a kind that the partner does not know is refused and shown to its operator', async () => {
  const [a, b] = [await start(await ground(21509)), await start(await ground(21510))];
  await pairNodes(a, b);
  const envelope = await send(a, b, {}, 'test.unheard-of');
  const delivery = await until(async () => {
    const [found] = await a.act((unit) => a.federation.deliveries(unit, [envelope]));
    return found?.outcome ? found : null;
  });
  expect(delivery).toMatchObject({ outcome: 'refused', fault: 'federation/unknown-kind' });
});

test('suspending stops both directions at once, and resuming sends what waited', async () => {
  const [a, b] = [await start(await ground(21511)), await start(await ground(21512))];
  await pairNodes(a, b);
  await a.act((unit) => a.federation.suspend(unit, b.party));
  await expect(send(a, b, { n: 1 })).rejects.toMatchObject({ code: 'federation/link-inactive' });
  await until(async () => (await stateAt(b, a)) === 'suspended');
  await expect(send(b, a, { n: 1 })).rejects.toMatchObject({ code: 'federation/link-inactive' });
  await expect(b.act((unit) => b.federation.resume(unit, a.party))).rejects.toMatchObject({
    code: 'federation/link-state',
  });
  await a.act((unit) => a.federation.resume(unit, b.party));
  await until(async () => (await stateAt(b, a)) === 'active');
  await send(b, a, { n: 2 });
  await until(() => b.receipts.length === 1);
  expect(numbersAt(a)).toEqual([2]);
});

test('an end holds while the partner is down, is told later, and a new pairing begins anew', async () => {
  const groundOfB = await ground(21514);
  const a = await start(await ground(21513));
  let b = await start(groundOfB);
  await pairNodes(a, b);
  const changes: string[] = [];
  a.federation.onLinkChange(async (_unit, change) => void changes.push(change.state));
  await b.stop();
  const lost = await send(a, b, { n: 1 });
  await a.act((unit) => a.federation.end(unit, b.party));
  expect([await stateAt(a, b), changes]).toEqual(['ended', ['ended']]);
  b = await start(groundOfB);
  await until(async () => (await stateAt(b, a)) === 'ended', { withinMs: 10_000 });
  const [kept] = await a.act((unit) => a.federation.deliveries(unit, [lost]));
  expect(kept).toMatchObject({ outcome: null, link: 'ended' });
  await pairNodes(a, b);
  await send(a, b, { n: 2 });
  await until(() => a.receipts.length === 1);
  expect(numbersAt(b)).toEqual([2]);
});

test('a key handed over in mid-stream loses nothing, and old signatures stay verifiable', async () => {
  const [a, b] = [await start(await ground(21515)), await start(await ground(21516))];
  await pairNodes(a, b);
  const before = a.federation.identity().descriptor.identityKey;
  for (let n = 0; n < 30; n += 1) {
    await send(a, b, { n });
    if (n === 10) await a.federation.rotateKey();
    if (n === 20) await b.federation.rotateKey();
  }
  await until(() => a.receipts.length === 30, { withinMs: 10_000 });
  expect(numbersAt(b)).toEqual(Array.from({ length: 30 }, (_, n) => n));
  const { descriptor, fingerprint } = a.federation.identity();
  expect(descriptor.identityKey).not.toBe(before);
  const view = await until(async () => {
    const [found] = await b.act((unit) => b.federation.links(unit));
    return found?.fingerprint.en.join() === fingerprint.en.join() ? found : null;
  });
  expect(view.state).toBe('active');
  const alarms = await b.act((unit) => b.journal.entries(unit, { verb: 'federation.judge-head', limit: 10 }));
  expect(alarms).toEqual([]);
});

test('a node that starts again sends what it had queued', async () => {
  const groundOfA = await ground(21517);
  let a = await start(groundOfA);
  const b = await start(await ground(21518));
  await pairNodes(a, b);
  await b.stop();
  await send(a, b, { n: 1 });
  await a.stop();
  const again = await start(b);
  a = await start(groundOfA);
  await until(() => a.receipts.length === 1, { withinMs: 10_000 });
  expect(numbersAt(again)).toEqual([1]);
});

test('strangers fill neither the table of offers nor the journal', async () => {
  const a = await start(await ground(21519));
  const offers = federationLimits.unansweredOffers;
  const now = systemClock.now();
  await a.act(async (unit) => {
    for (let n = 0; n < offers; n += 1) await insertOffer(unit, a, now);
  });
  const b = await start(await ground(21520));
  const found = await b.federation.inspect(a.needs.address);
  await b.act((unit) => b.federation.propose(unit, found));
  await until(async () => (await refusalsAt(a)).includes('too-many-offers'));
  expect(await stateAt(a, b)).toBeNull();
});

test('a partner that takes the connection and never answers delays no other verb', async () => {
  const groundOfA = await ground(21521);
  const [a, b] = [await start(groundOfA), await start(await ground(21522))];
  let connections = 0;
  const silent = createServer((socket) => {
    connections += 1;
    socket.on('error', () => undefined);
    closing.push(async () => void socket.destroy());
  });
  await new Promise<void>((resolve) => silent.listen(21523, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => silent.close(() => resolve())));
  // More than the database has connections: had each a transaction open, nobody else could begin one.
  const inspections = Array.from({ length: 12 }, () => a.federation.inspect('https://127.0.0.1:21523'));
  const settled = Promise.allSettled(inspections);
  await until(() => connections === inspections.length);
  await pairNodes(a, b);
  await send(a, b, { n: 1 });
  await until(() => a.receipts.length === 1);
  expect((await settled).map(({ status }) => status)).toEqual(inspections.map(() => 'rejected'));
});

test('the turn of a process that was killed is taken over at once, that of a living one is not', async () => {
  const groundOfA = await ground(21524);
  const [a, b] = [await start(groundOfA), await start(await ground(21525))];
  await pairNodes(a, b);
  const hold = (process: string): Promise<void> =>
    a.act(async (unit) => {
      const term = later(systemClock.now(), 60_000);
      await sql`insert into federation_turn (link, process, until)
        select link, ${process}, ${term} from federation_link where current
        on conflict (link) do update set process = excluded.process, until = excluded.until`.execute(
        unit.tables(),
      );
    });
  const deadId = 2 ** 22 + 1;
  await hold(`${hostname()}/${deadId}/killed`);
  await send(a, b, { n: 1 });
  await until(() => a.receipts.length === 1);
  await hold(`another-host/${deadId}/perhaps-alive`);
  await send(a, b, { n: 2 });
  await until(async () => (await a.act((unit) => a.federation.links(unit)))[0]?.queue.waiting === 1);
  await hold(`${hostname()}/${process.ppid}/alive`);
  expect(openPresence().isGone(`${hostname()}/${process.ppid}/alive`)).toBe(false);
  expect(numbersAt(b)).toEqual([1]);
});
