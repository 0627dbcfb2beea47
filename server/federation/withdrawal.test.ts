/** Content that was erased while its message still waited: it does not leave, and the link goes on. */
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { factsIn, noteBundle } from '../../testing/bundle.ts';
import { type Ground, makeGround, type Node, pairNodes, startNode } from '../../testing/federation.ts';
import { until as untilWithin } from '../../testing/until.ts';
import { newId } from '../kernel/ids.ts';
import { mintReleased } from '../kernel/released.ts';
import type { Unit } from '../plumbing/database/index.ts';
import { paths } from './limits.ts';
import { createLinkClient } from './link-client.ts';
import type { Transport } from './needs.ts';

/** What waits for a retry on a busy machine. */
const until = (condition: () => Promise<boolean> | boolean) => untilWithin(condition, { withinMs: 20_000 });

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const ground = async (port: number): Promise<Ground> => {
  const made = await makeGround({ port });
  closing.push(made.remove);
  return made;
};

const start = async (on: Ground): Promise<Node & { readonly numbers: unknown[] }> => {
  const numbers: unknown[] = [];
  const node = await startNode(on, (federation) =>
    federation.onMessage('test.note', async (unit, { body }) => {
      unit.afterCommit(() => numbers.push(factsIn(body).n));
    }),
  );
  closing.push(node.stop);
  return { ...node, numbers };
};

const sendIn = (unit: Unit, from: Node, to: Node, n: number) => {
  const body = noteBundle({ n, text: 'secret' });
  return from.federation.send(unit, mintReleased({ kind: 'test.note', body }, to.party, 'test'));
};
const send = (from: Node, to: Node, n: number) => from.act((unit) => sendIn(unit, from, to, n));

const outcomes = (node: Node, subject: string) =>
  node.act(async (unit) => {
    const entries = await node.journal.entries(unit, { subject, limit: 10 });
    return entries.map(({ verb, outcome, rule }) => `${verb} ${outcome} ${rule}`).reverse();
  });

const bodies = (node: Node) =>
  node.act(async (unit) => {
    const { rows } = await sql<{ body: string | null }>`
      select body from federation_outbox order by sequence`.execute(unit.tables<object>());
    return rows.map(({ body }) => body ?? '');
  });

test('what waits for a partner who is down loses its content, and the others arrive in order', async () => {
  const groundOfB = await ground(21560);
  const a = await start(await ground(21561));
  let b = await start(groundOfB);
  await pairNodes(a, b);
  const first = await send(a, b, 1);
  await until(async () => (await bodies(a))[0] === '');
  await b.stop();
  const about = newId('item');
  // In one transaction, so that no attempt to post the second is on its way.
  const withdrawn = await a.act(async (unit) => {
    const [second] = [await sendIn(unit, a, b, 2), await sendIn(unit, a, b, 3)];
    return a.federation.withdraw(unit, { envelopes: [first, second], about });
  });
  expect(withdrawn).toEqual([b.party]);
  expect((await bodies(a)).map((body) => body.includes('secret'))).toEqual([false, false, true]);
  b = await start(groundOfB);
  await until(() => b.numbers.length > 0);
  expect(b.numbers).toEqual([3]);
  await until(async () => (await outcomes(a, about)).length === 2);
  expect(await outcomes(a, about)).toEqual([
    'federation.withdraw done federation/no-receipt-yet',
    'federation.confirm-withdrawal done federation/never-arrived',
  ]);
});

/** Loses the answer to each batch while it is told to; the batch itself arrives. */
const losingAnswers = (on: Ground, isLosing: () => boolean): Transport => {
  const real = createLinkClient({ tls: on.keys.tls });
  return {
    ...real,
    post: async (peer, path, text) => {
      const answer = await real.post(peer, path, text);
      if (path === paths.envelopes && isLosing()) throw new Error('the answer was lost');
      return answer;
    },
  };
};

test('what had arrived unanswered stays there; the first receipt says so, and the link goes on', async () => {
  let isLosing = false;
  const groundOfA = await ground(21562);
  const transport = losingAnswers(groundOfA, () => isLosing);
  const a = await start({ ...groundOfA, needs: { ...groundOfA.needs, transport } });
  const b = await start(await ground(21563));
  await pairNodes(a, b);
  isLosing = true;
  const envelope = await send(a, b, 1);
  await until(() => b.numbers.length === 1);
  const about = newId('item');
  await a.act((unit) => a.federation.withdraw(unit, { envelopes: [envelope], about }));
  isLosing = false;
  await send(a, b, 2);
  await until(() => b.numbers.length === 2);
  expect(b.numbers).toEqual([1, 2]);
  await until(async () => (await outcomes(a, about)).length === 2);
  expect((await outcomes(a, about))[1]).toBe('federation.confirm-withdrawal refused federation/had-arrived');
  const refused = await b.act((unit) => b.journal.entries(unit, { verb: 'federation.refuse', limit: 10 }));
  expect(refused).toEqual([]);
});
