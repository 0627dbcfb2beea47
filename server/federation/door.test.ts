import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer as createHttpsServer, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type SecureVersion, type TlsOptions } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { noteBundle } from '../../testing/bundle.ts';
import { makeGround, type Node, pairNodes, startNode } from '../../testing/federation.ts';
import { until } from '../../testing/until.ts';
import { canonical, contentHash, type JsonObject } from '../kernel/canonical.ts';
import { newId } from '../kernel/ids.ts';
import { mintReleased } from '../kernel/released.ts';
import { systemClock } from '../kernel/time.ts';
import { createKeys, type TlsIdentity } from '../plumbing/keys/index.ts';
import { sealEnvelope } from './envelope.ts';
import { federationLimits, paths } from './limits.ts';
import { createLinkClient } from './link-client.ts';
import { readBatchAnswer } from './messages.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const start = async (port: number): Promise<Node> => {
  const ground = await makeGround({ port });
  closing.push(ground.remove);
  const node = await startNode(ground, (federation) =>
    federation.onMessage('test.note', async () => undefined),
  );
  closing.push(node.stop);
  return node;
};

const startPair = async (port: number): Promise<readonly [Node, Node]> => {
  const pair = [await start(port), await start(port + 1)] as const;
  await pairNodes(...pair);
  return pair;
};

const strangerTls = async (): Promise<TlsIdentity> => {
  const folder = await mkdtemp(join(tmpdir(), 'tansiq-keys-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  return (await createKeys({ folder, commonName: 'stranger' })).tls;
};

/** One request with a TLS side of the caller's choice. */
const ask = (
  node: Node,
  choice: { tls?: TlsIdentity; version?: SecureVersion; path?: string; text?: string; method?: string },
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const { tls, version, path = paths.envelopes, text = '', method = 'POST' } = choice;
    const side = tls ? { key: tls.key, cert: tls.certificate } : {};
    const versions = version ? { minVersion: version, maxVersion: version } : {};
    const sent = request(
      new URL(path, node.needs.address),
      { ...side, ...versions, method, rejectUnauthorized: false, agent: false },
      (response) => {
        let answer = '';
        response.on('data', (part) => {
          answer += part;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: answer }));
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });

const refusalsAt = (node: Node): Promise<readonly string[]> =>
  node.act(async (unit) => {
    const entries = await node.journal.entries(unit, { verb: 'federation.refuse', limit: 500 });
    return entries.map((entry) => entry.rule);
  });

/** A batch of one envelope that `from` signs; what is wrong with it is the caller's to choose. */
const batchOf = async (
  from: Node,
  to: Node,
  wrong: { sequence?: number; facts?: JsonObject; id?: string; to?: Node; from?: Node } = {},
): Promise<string> => {
  const body = noteBundle(wrong.facts ?? { n: 1 });
  const treeHead = await from.act((unit) => from.journal.head(unit));
  const content = {
    id: newId('envelope'),
    from: (wrong.from ?? from).party,
    to: (wrong.to ?? to).party,
    sequence: wrong.sequence ?? 1,
    sentAt: systemClock.now(),
    kind: 'test.note',
    bodyHash: contentHash(body),
    treeHead,
  };
  return `{"pairing":1,"envelopes":[${sealEnvelope(content, canonical(body), from.keys.sign).text}]}`;
};

test('a client that speaks only TLS 1.2 is refused', async () => {
  const node = await start(21530);
  const tls = await strangerTls();
  await expect(ask(node, { tls, version: 'TLSv1.2' })).rejects.toThrow();
  const spoken = ask(node, { tls, version: 'TLSv1.3', method: 'GET', path: paths.descriptor });
  expect((await spoken).status).toBe(200);
});

test('strangers are answered only with the descriptor, and every refusal looks alike', async () => {
  const [a, b] = await startPair(21531);
  const text = await batchOf(b, a);
  const answers = [
    await ask(a, { text }),
    await ask(a, { text, tls: await strangerTls() }),
    await ask(a, { path: paths.link, text: '{}' }),
    await ask(a, { path: '/federation/other', tls: b.keys.tls }),
    await ask(a, { text: 'not json', tls: b.keys.tls }),
  ];
  expect(new Set(answers.map((answer) => canonical(answer))).size).toBe(1);
  expect(answers[0]).toEqual({ status: 403, text: '{"fault":{"code":"federation/refused"}}' });
  expect(await refusalsAt(a)).toEqual([
    'malformed-batch',
    'no-such-path',
    'no-certificate',
    'unknown-peer',
    'no-certificate',
  ]);
  expect((await ask(a, { text, tls: b.keys.tls })).status).toBe(200);
});

test('a partner that lies about sender, recipient, sequence or body is refused and journalled', async () => {
  const [a, b] = await startPair(21533);
  const post = async (text: string) => (await ask(a, { text, tls: b.keys.tls })).status;
  expect(await post(await batchOf(b, a, { to: b }))).toBe(403);
  expect(await post(await batchOf(b, a, { from: a }))).toBe(403);
  const good = await batchOf(b, a);
  expect(await post(good.replace('\\"n\\":1', '\\"n\\":2'))).toBe(403);
  expect(await post(good)).toBe(200);
  expect(await post(await batchOf(b, a, { facts: { n: 2 } }))).toBe(403);
  expect(await post(good.replace('"pairing":1', '"pairing":2'))).toBe(403);
  expect(await refusalsAt(a)).toEqual([
    'other-pairing',
    'sequence-reused',
    'bad-body',
    'wrong-sender',
    'wrong-recipient',
  ]);
});

test('a repeated envelope gets the same receipt, and a gap is told which sequence is expected', async () => {
  const [a, b] = await startPair(21535);
  const good = await batchOf(b, a);
  const first = await ask(a, { text: good, tls: b.keys.tls });
  const again = await ask(a, { text: good, tls: b.keys.tls });
  expect(again).toEqual(first);
  const gap = await ask(a, { text: await batchOf(b, a, { sequence: 5 }), tls: b.keys.tls });
  expect(readBatchAnswer(JSON.parse(gap.text))).toEqual({ receipts: [], expected: 2 });
});

test('an envelope that was taken on one link is not taken from another partner', async () => {
  const [a, b] = await startPair(21537);
  const c = await start(21539);
  await pairNodes(a, c);
  const text = await batchOf(b, a);
  expect((await ask(a, { text, tls: b.keys.tls })).status).toBe(200);
  expect((await ask(a, { text, tls: c.keys.tls })).status).toBe(403);
  expect(await refusalsAt(a)).toEqual(['wrong-sender']);
});

test('refusals beyond the limit are counted, not journalled one by one', async () => {
  const node = await start(21540);
  const most = federationLimits.journalledRefusalsPerMinute;
  await Promise.all(Array.from({ length: most + 20 }, () => ask(node, { text: '{}' })));
  expect((await refusalsAt(node)).length).toBeLessThanOrEqual(2 * most);
  expect((await refusalsAt(node)).length).toBeGreaterThanOrEqual(most);
});

test('a stranger cannot send more than a little, a partner can', async () => {
  const [a, b] = await startPair(21541);
  const large = 'x'.repeat(federationLimits.strangerRequestBytes + 1);
  const stranger = ask(a, { text: large, tls: await strangerTls() });
  expect(
    await stranger.then(
      ({ status }) => status,
      () => 413,
    ),
  ).toBe(413);
  expect((await ask(a, { text: large, tls: b.keys.tls })).status).toBe(403);
  const body = noteBundle({ text: randomBytes(1_000_000).toString('hex') });
  const id = await b.act((unit) =>
    b.federation.send(unit, mintReleased({ kind: 'test.note', body }, a.party, 'test')),
  );
  await until(
    async () => (await b.act((unit) => b.federation.deliveries(unit, [id])))[0]?.outcome === 'accepted',
  );
});

test('nothing is said to a server that shows another certificate than the pinned one', async () => {
  const [node, other] = [await start(21543), await strangerTls()];
  let heard = '';
  const side: TlsOptions = { key: other.key, cert: other.certificate, minVersion: 'TLSv1.3' };
  const impostor = createServer(side, (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      heard += part.toString();
    });
  });
  await new Promise<void>((resolve) => impostor.listen(21544, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => impostor.close(() => resolve())));
  const client = createLinkClient({ tls: other });
  closing.push(client.close);
  const { tlsCertificate } = node.federation.identity().descriptor;
  const peer = { address: 'https://127.0.0.1:21544', tlsCertificate };
  await expect(client.post(peer, paths.envelopes, 'secret')).rejects.toThrow();
  expect(heard).toBe('');
});

test('a partner that closes every connection is reached and pinned each time', async () => {
  const [own, other] = [await strangerTls(), await strangerTls()];
  let connections = 0;
  const side = { key: other.key, cert: other.certificate, requestCert: true, rejectUnauthorized: false };
  const server = createHttpsServer(side, (_request, response) => {
    response.setHeader('connection', 'close');
    response.end('{}');
  });
  server.on('secureConnection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(21549, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(() => resolve())));
  const client = createLinkClient({ tls: own });
  closing.push(client.close);
  const peer = { address: 'https://127.0.0.1:21549', tlsCertificate: other.certificate };
  for (let time = 0; time < 3; time += 1)
    expect(await client.post(peer, paths.envelopes, '{}')).toMatchObject({ status: 200 });
  expect(connections).toBe(3);
});

test('an offer over another certificate than the descriptor’s is refused', async () => {
  const [a, b] = await startPair(21545);
  const c = await start(21547);
  const { descriptor } = c.federation.identity();
  const notice = {
    protocol: 'tansiq/1',
    from: c.party,
    to: a.party,
    pairing: 1,
    revision: 1,
    stance: 'proposed',
    at: systemClock.now(),
    descriptor,
  };
  const text = canonical({ ...notice, signature: c.keys.sign(canonical(notice)) });
  expect((await ask(a, { path: paths.link, text, tls: b.keys.tls })).status).toBe(403);
  expect(await refusalsAt(a)).toEqual(['other-certificate']);
  expect((await ask(a, { path: paths.link, text, tls: c.keys.tls })).status).toBe(200);
});

test('a partner that shows two journals of one size raises an alarm', async () => {
  const [a, b] = await startPair(21550);
  await ask(a, { text: await batchOf(b, a), tls: b.keys.tls });
  const [kept] = await a.act(async (unit) => {
    const head = await b.act((other) => b.journal.head(other));
    await a.journal.keepPartnerHead(unit, head);
    return [head];
  });
  const forked = { party: kept.party, size: kept.size, rootHash: 'f'.repeat(64), at: kept.at };
  const treeHead = { ...forked, signature: b.keys.sign(canonical(forked)) };
  const body = noteBundle({ n: 2 });
  const content = {
    id: newId('envelope'),
    from: b.party,
    to: a.party,
    sequence: 2,
    sentAt: systemClock.now(),
    kind: 'test.note',
    bodyHash: contentHash(body),
    treeHead,
  };
  const text = `{"pairing":1,"envelopes":[${sealEnvelope(content, canonical(body), b.keys.sign).text}]}`;
  expect((await ask(a, { text, tls: b.keys.tls })).status).toBe(200);
  const alarms = await a.act((unit) => a.journal.entries(unit, { verb: 'federation.judge-head', limit: 10 }));
  expect(alarms.map((entry) => entry.rule)).toEqual(['equivocation']);
});
