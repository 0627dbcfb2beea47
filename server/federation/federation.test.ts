import { afterEach, expect, test } from 'vitest';
import { type Ground, makeGround, type Node, pairNodes, startNode } from '../../testing/federation.ts';
import { until } from '../../testing/until.ts';
import type { JsonObject } from '../kernel/canonical.ts';
import { type EnvelopeId, newId } from '../kernel/ids.ts';
import { mintReleased } from '../kernel/released.ts';
import type { Message, ReceiptNews } from './index.ts';

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

const start = async (on: Ground): Promise<Node & Recorder> => {
  const messages: Message[] = [];
  const receipts: ReceiptNews[] = [];
  const node = await startNode(on, (federation) => {
    federation.onMessage('test.note', async (unit, message) => {
      unit.afterCommit(() => messages.push(message));
    });
    federation.onReceipt('test.note', async (unit, receipt) => {
      unit.afterCommit(() => receipts.push(receipt));
    });
  });
  closing.push(node.stop);
  return { ...node, messages, receipts };
};

const send = (from: Node, to: Node, body: JsonObject, kind = 'test.note'): Promise<EnvelopeId> =>
  from.act((unit) => from.federation.send(unit, mintReleased({ kind, body }, to.party, 'test')));

test('a message crosses to a paired node and its signed receipt comes back', async () => {
  const a = await start(await ground(21500));
  const b = await start(await ground(21501));
  await pairNodes(a, b);
  const body = { text: 'تنسيق', n: 1 };
  const envelope = await send(a, b, body);
  await until(() => a.receipts.length === 1);
  expect(b.messages).toMatchObject([{ from: a.party, envelope, body }]);
  expect(a.receipts).toMatchObject([{ to: b.party, envelope, outcome: 'accepted', fault: null }]);
  const [delivery] = await a.act((unit) => a.federation.deliveries(unit, [envelope]));
  expect(delivery).toMatchObject({ envelope, to: b.party, outcome: 'accepted', link: 'active' });
  expect(delivery?.sentAt).not.toBeNull();
});

test('nothing can be queued for a party without a link', async () => {
  const a = await start(await ground(21502));
  const to = newId('party');
  const sending = a.act((unit) =>
    a.federation.send(unit, mintReleased({ kind: 'test.note', body: {} }, to, 'test')),
  );
  await expect(sending).rejects.toMatchObject({ code: 'federation/link-inactive' });
});
