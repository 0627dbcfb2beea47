/** The federation door against a partner’s text that means harm: one answer for all of it, and it lives. */
import { Agent, request } from 'node:https';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { noteBundle } from '../../testing/bundle.ts';
import { makeGround, type Node, pairNodes, startNode } from '../../testing/federation.ts';
import { garbled, mutated } from '../../testing/hostile.ts';
import { freePort } from '../../testing/world.ts';
import { canonical, contentHash, readJson } from '../kernel/canonical.ts';
import { newId } from '../kernel/ids.ts';
import { systemClock } from '../kernel/time.ts';
import { sealEnvelope } from './envelope.ts';
import { paths } from './limits.ts';
import { readBatch, readNotice } from './messages.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const start = async (): Promise<Node> => {
  const ground = await makeGround({ port: await freePort() });
  closing.push(ground.remove);
  const node = await startNode(ground, (federation) =>
    federation.onMessage('test.note', async () => undefined),
  );
  closing.push(node.stop);
  return node;
};

const batchOf = async (from: Node, to: Node, sequence: number): Promise<string> => {
  const body = noteBundle({ n: sequence });
  const treeHead = await from.act((unit) => from.journal.head(unit));
  const content = {
    id: newId('envelope'),
    from: from.party,
    to: to.party,
    sequence,
    sentAt: systemClock.now(),
    kind: 'test.note',
    bodyHash: contentHash(body),
    treeHead,
  };
  return `{"pairing":1,"envelopes":[${sealEnvelope(content, canonical(body), from.keys.sign).text}]}`;
};

/** Posts as the partner, over connections that are kept. */
const postAs = (from: Node, to: Node) => {
  const { key, certificate: cert } = from.keys.tls;
  const agent = new Agent({ keepAlive: true, maxSockets: 4, key, cert, rejectUnauthorized: false });
  closing.push(() => agent.destroy());
  return (path: string, text: string): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const sent = request(new URL(path, to.needs.address), { agent, method: 'POST' }, (response) => {
        let answer = '';
        response.on('data', (part) => {
          answer += part;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: answer }));
      });
      sent.on('error', reject);
      sent.end(text);
    });
};

test('600 mutations of a signed batch are refused alike, and the next true one is taken', async () => {
  const [a, b] = [await start(), await start()];
  await pairNodes(a, b);
  const post = postAs(b, a);
  const valid = await batchOf(b, a, 1);
  const [envelope = null] = readBatch(readJson(valid)?.value)?.envelopes ?? [];
  const parsed = readJson(JSON.stringify(envelope))?.value ?? null;
  // What is around an envelope is not signed: unknown members there are the next version's.
  const changed = mutated(parsed).filter((value) => JSON.stringify(value) !== JSON.stringify(parsed));
  const hostile = fc.oneof(
    changed.map((value) => JSON.stringify({ pairing: 1, envelopes: [value] })),
    garbled(valid).filter((text) => text.replace(/^\uFEFF/, '') !== valid),
  );
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(paths.envelopes, paths.link), hostile, async (path, text) => {
      const { status, text: answer } = await post(path, text);
      statuses.add(status);
      if (status !== 413) expect(answer).toBe('{"fault":{"code":"federation/refused"}}');
    }),
    { numRuns: 600, endOnFailure: true },
  );
  expect([...statuses].filter((status) => status !== 403 && status !== 413)).toEqual([]);
  const taken = await post(paths.envelopes, await batchOf(b, a, 1));
  expect(taken.status).toBe(200);
  expect(taken.text).toContain('"outcome":"accepted"');
});

test('no text is read as a batch or a notice that is none', () => {
  fc.assert(
    fc.property(garbled('{"pairing":1,"envelopes":[{"protocol":"tansiq/1"}]}'), (text) => {
      const value = readJson(text)?.value;
      expect(readBatch(value)).toBeNull();
      expect(readNotice(value)).toBeNull();
    }),
    { numRuns: 1_000 },
  );
});
