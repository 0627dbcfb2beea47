/**
 * TAXII side by side: the same objects to this node, to medallion and to OpenTAXII, over HTTP on loopback,
 * one request after the other and four at once, batches of a POST to each in turn. This node checks each
 * object against STIX 2.1, enforces each one's marking, keeps a journal and commits to disk; the others run
 * as they come.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isObject, readJson } from '../server/kernel/canonical.ts';
import { buildCommand, makeProcessNode, type ProcessNode } from '../testing/process-node.ts';
import { type Measure, measuresOf, memoryOf, percentile, timesOf } from './measure.ts';
import { ask, isLate } from './taxii-client.ts';
import { type Peer, type SeedObject, startPeers, type TaxiiServer } from './taxii-peers.ts';

const measure = measuresOf('taxii');
const pageSize = 1_000;
const rounds = 15;
const sizes = [1_000, 20_000, 200_000] as const;
/** A figure is the middle of so many rounds, or of those that fit into this time. */
const figureWithinMs = 12_000;
/** Who has not given a page by then is held to have needed so long, and is asked for no larger ones. */
const answerWithinMs = 60_000;
const lastPage = 200;

const now = '2024-07-01T08:00:00.000Z';
const indicatorOf = (number: number): SeedObject => ({
  type: 'indicator',
  spec_version: '2.1',
  id: `indicator--${crypto.randomUUID()}`,
  created: now,
  modified: now,
  name: `Invented indicator ${number}`,
  pattern: `[ipv4-addr:value = '198.51.${Math.floor(number / 250) % 250}.${number % 250}']`,
  pattern_type: 'stix',
  valid_from: now,
  indicator_types: ['malicious-activity'],
  // TLP:GREEN of TLP 1, which every server knows.
  object_marking_refs: ['marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da'],
});
const indicators = (count: number): readonly SeedObject[] =>
  Array.from({ length: count }, (_, number) => indicatorOf(number));
/** As bytes: nothing is left to be done for it once the clock runs. */
const envelopeOf = (count: number): Buffer => Buffer.from(JSON.stringify({ objects: indicators(count) }));

const post = async (server: TaxiiServer, body: Buffer): Promise<void> => {
  const { status, text } = await ask(server, { path: 'objects/', body });
  const resource = readJson(text)?.value;
  if (status !== 202 || !isObject(resource) || resource.failure_count !== 0)
    throw new Error(`${server.name}: ${status} ${text.slice(0, 500)}`);
};

/** A page of a thousand after a moment; when its last object was added. */
const getPage = async (server: TaxiiServer, after: string | null): Promise<string> => {
  const query = `limit=${pageSize}${after === null ? '' : `&added_after=${after}`}`;
  const { status, headers, text } = await ask(server, {
    path: `objects/?${query}`,
    withinMs: answerWithinMs,
  });
  const body = readJson(text)?.value;
  const count = isObject(body) && Array.isArray(body.objects) ? body.objects.length : 0;
  if (status !== 200 || count !== pageSize)
    throw new Error(`${server.name}: ${status}, ${count} objects: ${text.slice(0, 300)}`);
  return String(headers['x-taxii-date-added-last'] ?? '');
};

/** The middle time of `rounds` runs after a first one that warms up. */
const middleTime = async (rounds: number, work: (round: number) => Promise<unknown>): Promise<number> => {
  await work(0);
  const times: number[] = [];
  const began = Date.now();
  while (times.length < rounds && Date.now() - began < figureWithinMs)
    times.push(...(await timesOf(1, () => work(times.length + 1))));
  return percentile(times, 0.5);
};

const getTime = async (server: TaxiiServer, after: string | null = null): Promise<number> =>
  middleTime(rounds, () => getPage(server, after));

/** How many objects a batch has, how many batches are under way at once, and how often that is measured. */
interface Posting {
  readonly batch: number;
  readonly atOnce: number;
  readonly rounds: number;
}
const postings: readonly Posting[] = [
  { batch: 100, atOnce: 1, rounds: 40 },
  { batch: 100, atOnce: 4, rounds: 15 },
  { batch: 1_000, atOnce: 1, rounds: 10 },
];
/** Who is slow is posted to less often: a figure is the middle of what fitted into its time. */
const postWithinMs = 25_000;
/** Batches that each server is sent before any counts: a service has been running for long. */
const warmUpRounds = 20;
const warmUpBatch = 100;

interface Posted {
  readonly server: TaxiiServer;
  readonly times: number[];
}

/** Objects per second; batches to each in turn, so that all share what disturbs. */
const postInTurn = async (servers: readonly TaxiiServer[], posting: Posting) => {
  const { batch, atOnce, rounds } = posting;
  const posted: readonly Posted[] = servers.map((server) => ({ server, times: [] }));
  const began = Date.now();
  for (let round = 0; round <= rounds && (round < 3 || Date.now() - began < postWithinMs); round += 1) {
    for (const { server, times } of posted) {
      const bodies = Array.from({ length: atOnce }, () => envelopeOf(batch));
      const send = () => Promise.all(bodies.map((body) => post(server, body)));
      const [time = 0] = await timesOf(1, send);
      // The first warms up.
      if (round > 0) times.push(time);
    }
  }
  return {
    posting,
    sent: batch * atOnce * ((posted[0]?.times.length ?? 0) + 1),
    rates: posted.map(({ times }) => (batch * atOnce) / (percentile(times, 0.5) / 1_000)),
  };
};

/** Fills each with a thousand objects and posts more; `rates` are in the order of the servers. */
const measurePosts = async (servers: readonly TaxiiServer[]) => {
  for (const server of servers) {
    await post(server, envelopeOf(pageSize));
    for (let round = 0; round < warmUpRounds; round += 1) await post(server, envelopeOf(warmUpBatch));
  }
  const posts: Awaited<ReturnType<typeof postInTurn>>[] = [];
  for (const posting of postings) posts.push(await postInTurn(servers, posting));
  return posts;
};
type Posts = Awaited<ReturnType<typeof measurePosts>>;

/** Pages of a thousand per second at each size; ours is filled by POST, as it is in life. */
const measureOurGets = async (server: TaxiiServer, held: number) => {
  const gets = new Map<number, number>();
  let filled = held;
  for (const size of sizes) {
    for (; filled < size; filled += pageSize) await post(server, envelopeOf(pageSize));
    gets.set(size, 1_000 / (await getTime(server)));
  }
  return gets;
};

/** The same of a peer with a seeded backend; null where it did not give a page in time. */
const measurePeerGets = async (peer: Peer, all: readonly SeedObject[]) => {
  const gets = new Map<number, number | null>();
  for (const size of sizes) {
    await peer.restartWith(all.slice(0, size));
    const time = await getTime(peer).catch((failure: unknown) => {
      if (isLate(failure)) return null;
      throw failure;
    });
    gets.set(size, time === null ? null : 1_000 / time);
    if (time === null) break;
  }
  return gets;
};

const sizeName = (size: number): string => `${size / 1_000}k`;

/** The peer's figure at this size; what did not answer in time is held to one page in that time. */
const peerAt = (peer: Peer, gets: ReadonlyMap<number, number | null>, size: number) => {
  const value = gets.get(size);
  if (typeof value === 'number') return { name: peer.name, value };
  const asked = value === null ? sizeName(size) : `fewer than ${sizeName(size)}`;
  const name = `${peer.name}, more than ${answerWithinMs / 1_000} s a page of ${asked}, at most`;
  return { name, value: 1_000 / answerWithinMs };
};

const postingName = ({ batch, atOnce }: Posting): string =>
  `taxii-post-in-batches-of-${batch}${atOnce === 1 ? '' : `-${atOnce}-at-once`}`;

const measurePeer = async (
  [peer, place]: readonly [Peer, number],
  ours: { readonly posts: Posts; readonly gets: ReadonlyMap<number, number> },
  all: readonly SeedObject[],
): Promise<readonly Measure[]> => {
  const against = peer.name.toLowerCase();
  const gets = await measurePeerGets(peer, all);
  return [
    ...ours.posts.map(({ posting, rates }) =>
      measure(`${postingName(posting)}-against-${against}`, rates[0] ?? Number.NaN, 'objects/s', {
        name: peer.name,
        value: rates[place] ?? Number.NaN,
      }),
    ),
    ...[...ours.gets].map(([size, value]) => {
      const name = `taxii-get-1000-of-${sizeName(size)}-against-${against}`;
      return measure(name, value, 'pages/s', peerAt(peer, gets, size));
    }),
  ];
};

/** Page 1 against page 200, in a collection of 200k, reached as a client does. */
const measureFlatness = async (server: TaxiiServer): Promise<Measure> => {
  let after: string | null = null;
  for (let page = 1; page < lastPage; page += 1) after = await getPage(server, after);
  const [first, last] = [await getTime(server), await getTime(server, after)];
  return measure('taxii-page-200-of-200k', last, 'ms', { name: 'page 1', value: first });
};

/** The connected system of a node, as a server to be measured. */
const serverOf = async (node: ProcessNode): Promise<TaxiiServer> => {
  const authorization = `Bearer ${node.tokenOf('connector')}`;
  const root = `${node.settings.publicAddress}/taxii2/exchange/collections/`;
  const server = { name: node.name, authorization, stop: async () => undefined };
  const { text } = await ask({ ...server, collection: root }, { path: '' });
  const id = /"id":"([^"]+)"/.exec(text)?.[1] ?? '';
  return { ...server, collection: `${root}${id}/` };
};

const measureBesidePeers = async (node: ProcessNode, folder: string): Promise<readonly Measure[]> => {
  const server = await serverOf(node);
  const peers = await startPeers(folder);
  try {
    const posts = await measurePosts([server, ...peers]);
    const warmth = warmUpRounds * warmUpBatch;
    const held = pageSize + warmth + posts.reduce((sum, { sent }) => sum + sent, 0);
    const ours = { posts, gets: await measureOurGets(server, held) };
    const flatness = await measureFlatness(server);
    const all = indicators(sizes[sizes.length - 1] ?? 0);
    const measures: Measure[] = [];
    for (const [at, peer] of peers.entries())
      measures.push(...(await measurePeer([peer, at + 1], ours, all)));
    return [...measures, flatness, measure('memory-of-the-node-after-taxii', await memoryOf(node), 'MiB')];
  } finally {
    for (const peer of peers) await peer.stop();
  }
};

/** Measures the TAXII server of a node of its own beside the others; some minutes. */
export const run = async (): Promise<readonly Measure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'tansiq-taxii-'));
  // The database may run as another user, who must be able to pass through.
  await chmod(folder, 0o755);
  const node = await makeProcessNode({ program: await buildCommand(), folder, name: 'fr' });
  try {
    return await measureBesidePeers(node, folder);
  } finally {
    await node.abandon();
    await rm(folder, { recursive: true, force: true });
  }
};
