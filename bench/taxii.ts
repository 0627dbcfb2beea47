/**
 * TAXII side by side: the same objects to this node, to medallion and to OpenTAXII, over HTTP on loopback,
 * one request after the other. This node checks each object against STIX 2.1, enforces each one's marking,
 * keeps a journal and commits to disk; the others run as they come.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isObject, readJson } from '../server/kernel/canonical.ts';
import type { ProcessNode } from '../testing/process-node.ts';
import { type Measure, measuresOf, percentile, timesOf } from './measure.ts';
import { startPeers, type TaxiiServer } from './taxii-peers.ts';

const measure = measuresOf('exchange');
const mediaType = 'application/taxii+json;version=2.1';
const pageSize = 1_000;
const rounds = 15;
const sizes = [1_000, 20_000, 200_000] as const;
/** A peer is filled no further once this has passed: it would take the better part of an hour. */
const fillWithinMs = 120_000;
/** A figure is the middle of so many rounds, or of those that fit into this time. */
const figureWithinMs = 12_000;
/** Who has not given a page by then is measured no further. */
const answerWithinMs = 30_000;
const lastPage = 200;

const now = '2024-07-01T08:00:00.000Z';
const indicatorOf = (number: number) => ({
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
const envelopeOf = (objects: number): string =>
  JSON.stringify({ objects: Array.from({ length: objects }, (_, number) => indicatorOf(number)) });

const headersOf = ({ authorization }: TaxiiServer) => ({ accept: mediaType, authorization });

const post = async (server: TaxiiServer, body: string): Promise<void> => {
  const headers = { ...headersOf(server), 'content-type': mediaType };
  const answer = await fetch(`${server.collection}objects/`, { method: 'POST', headers, body });
  const status = readJson(await answer.text())?.value;
  if (answer.status !== 202 || !isObject(status) || status.failure_count !== 0)
    throw new Error(`${server.name}: ${answer.status} ${JSON.stringify(status).slice(0, 500)}`);
};

/** A page of a thousand after a moment; when its last object was added. */
const getPage = async (server: TaxiiServer, after: string | null): Promise<string> => {
  const query = `limit=${pageSize}${after === null ? '' : `&added_after=${after}`}`;
  const signal = AbortSignal.timeout(answerWithinMs);
  const headers = headersOf(server);
  const answer = await fetch(`${server.collection}objects/?${query}`, { headers, signal });
  const text = await answer.text();
  const body = readJson(text)?.value;
  const count = isObject(body) && Array.isArray(body.objects) ? body.objects.length : 0;
  if (answer.status !== 200 || count !== pageSize)
    throw new Error(`${server.name}: ${answer.status}, ${count} objects: ${text.slice(0, 300)}`);
  return answer.headers.get('x-taxii-date-added-last') ?? '';
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

/** Objects per second, of batches of this size, and how many were sent. */
const postRate = async (server: TaxiiServer, batch: number, batches: number) => {
  const bodies = Array.from({ length: batches + 1 }, () => envelopeOf(batch));
  let sent = 0;
  const time = await middleTime(batches, async (round) => {
    await post(server, bodies[round] ?? '');
    sent += batch;
  });
  return { rate: batch / (time / 1_000), sent };
};

const getTime = async (server: TaxiiServer, after: string | null = null): Promise<number> =>
  middleTime(rounds, () => getPage(server, after));

interface Figures {
  readonly posts: ReadonlyMap<number, number>;
  /** Pages of a thousand per second, at each size that was reached. */
  readonly gets: ReadonlyMap<number, number>;
}

const batchSizes = [
  [100, 20],
  [1_000, 10],
] as const;

/** Fills a server step by step and measures at each. `held` is what is in it already. */
const measureServer = async (server: TaxiiServer): Promise<Figures> => {
  const gets = new Map<number, number>();
  const posts = new Map<number, number>();
  let held = 0;
  const began = Date.now();
  const fillTo = async (size: number): Promise<boolean> => {
    for (; held < size; held += pageSize) {
      if (Date.now() - began > fillWithinMs) return false;
      await post(server, envelopeOf(pageSize));
    }
    return true;
  };
  for (const size of sizes) {
    if (!(await fillTo(size))) break;
    const time = await getTime(server).catch(() => null);
    if (time === null) break;
    gets.set(size, 1_000 / time);
    if (size !== sizes[0]) continue;
    for (const [batch, batches] of batchSizes) {
      const { rate, sent } = await postRate(server, batch, batches);
      posts.set(batch, rate);
      held += sent;
    }
  }
  return { posts, gets };
};

const sizeName = (size: number): string => `${size / 1_000}k`;

/** The peer's figure at this size, or at the largest that it reached, which its name then says. */
const peerAt = (peer: TaxiiServer, gets: Figures['gets'], size: number) => {
  const value = gets.get(size);
  if (value !== undefined) return { name: peer.name, value };
  const [largest, reached] = [...gets].at(-1) ?? [0, Number.NaN];
  return { name: `${peer.name}, of ${sizeName(largest)} only`, value: reached };
};

const compare = (ours: Figures, peer: TaxiiServer, theirs: Figures): readonly Measure[] => {
  const against = peer.name.toLowerCase();
  return [
    ...[...ours.posts].map(([batch, value]) =>
      measure(`taxii-post-in-batches-of-${batch}-against-${against}`, value, 'objects/s', {
        name: peer.name,
        value: theirs.posts.get(batch) ?? Number.NaN,
      }),
    ),
    ...[...ours.gets].map(([size, value]) =>
      measure(
        `taxii-get-1000-of-${sizeName(size)}-against-${against}`,
        value,
        'pages/s',
        peerAt(peer, theirs.gets, size),
      ),
    ),
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
  const answer = await fetch(root, { headers: { accept: mediaType, authorization } });
  const id = /"id":"([^"]+)"/.exec(await answer.text())?.[1] ?? '';
  return { name: node.name, collection: `${root}${id}/`, authorization, stop: async () => undefined };
};

/** Measures this node's TAXII server beside the others; some minutes. */
export const measureTaxii = async (node: ProcessNode): Promise<readonly Measure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'tansiq-peers-'));
  const peers = await startPeers(folder);
  try {
    const ours = await serverOf(node);
    const figures = await measureServer(ours);
    const measures: Measure[] = [];
    for (const peer of peers) measures.push(...compare(figures, peer, await measureServer(peer)));
    return [...measures, await measureFlatness(ours)];
  } finally {
    for (const peer of peers) await peer.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
