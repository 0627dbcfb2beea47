/**
 * Two nodes as they run in life, in processes and with databases of their own: from release here to
 * readable there, and how much flows when much waits. Held against what the machine can do at all, in the
 * same run: a commit that reaches the disk, and a round trip under TLS 1.3.
 */

import type { JsonObject } from '../server/kernel/canonical.ts';
import { newId } from '../server/kernel/ids.ts';
import { composeItems, countArrived, draftOf, releaseAll, type SentItem } from '../testing/kill-storm.ts';
import type { ProcessNode } from '../testing/process-node.ts';
import { good, openProcessWorld, type ProcessWorld } from '../testing/process-world.ts';
import { until } from '../testing/until.ts';
import { hearItems } from './live.ts';
import { type Measure, measuresOf, memoryOf, percentile, secondsOf, timesOf } from './measure.ts';
import { commitTimes, tlsTimes } from './physical.ts';

const measure = measuresOf('exchange');
const singleItems = 200;
const queuedItems = 1_500;
const largeItems = 10;
const objectsInLargeItem = 2_000;
const warmUpItems = 10;
const drainWithinMs = 600_000;
const syncItems = 20;
const objectsInSyncItem = 10_000;

interface Pair {
  readonly agreement: string;
  readonly sender: ProcessNode;
  readonly receiver: ProcessNode;
}

const indicatorOf = (number: number): JsonObject => {
  const now = new Date().toISOString();
  return {
    type: 'indicator',
    spec_version: '2.1',
    id: newId('item').replace('grouping', 'indicator'),
    created: now,
    modified: now,
    pattern: `[ipv4-addr:value = '198.51.${Math.floor(number / 250) % 250}.${number % 250}']`,
    pattern_type: 'stix',
    valid_from: now,
  };
};

/**
 * From the request of the release to the answer in which the other side reads the item, told by its live
 * stream.
 */
const measureLatency = async ({ agreement, sender, receiver }: Pair): Promise<readonly Measure[]> => {
  const items = await composeItems(sender, warmUpItems + singleItems, (number) =>
    draftOf(number, agreement, receiver.party),
  );
  const live = await hearItems(receiver, 'analyst');
  const times = await timesOf(items.length, async (round) => {
    const id = items[round]?.id ?? '';
    const heard = live.next(id);
    await good(sender.call('contact-point', 'POST', `/api/exchange/items/${id}/release`, { version: 1 }));
    await heard;
    await good(receiver.call('analyst', 'GET', `/api/exchange/items/${id}`));
  });
  live.close();
  const warm = times.slice(warmUpItems);
  const [commits, trips] = [await commitTimes(receiver), await tlsTimes()];
  // The release and the reception must each reach a disk, and one round trip lies between them.
  const limit = (share: number) => ({
    name: 'two commits and a TLS round trip',
    value: 2 * percentile(commits, share) + percentile(trips, share),
  });
  return [
    measure('released-here-to-read-there-p50', percentile(warm, 0.5), 'ms', limit(0.5)),
    measure('released-here-to-read-there-p99', percentile(warm, 0.99), 'ms', limit(0.99)),
    measure('commit-to-disk-p50', percentile(commits, 0.5), 'ms'),
    measure('tls-round-trip-p50', percentile(trips, 0.5), 'ms'),
  ];
};

/**
 * Queues while the receiver is away; the time is from the first arrival after its return to the last
 * receipt.
 */
const drain = async ({ sender, receiver }: Pair, items: readonly SentItem[]): Promise<number> => {
  await receiver.stop();
  await releaseAll(sender, items);
  await receiver.start();
  const before = await until(async () => ({ arrived: await countArrived(receiver) }));
  const waiting = async (): Promise<number> => {
    const [row] = await sender.rows<{ waiting: string }>(
      'select count(*) as waiting from federation_outbox where outcome is null',
    );
    return Number(row?.waiting);
  };
  await until(async () => (await countArrived(receiver)) > before.arrived || (await waiting()) === 0, {
    withinMs: drainWithinMs,
    everyMs: 2,
  });
  const left = await waiting();
  if (left === 0) throw new Error('all arrived at once: queue more');
  const seconds = await secondsOf(() =>
    until(async () => (await waiting()) === 0, { withinMs: drainWithinMs, everyMs: 5 }),
  );
  return left / seconds;
};

const measureQueue = async (pair: Pair): Promise<readonly Measure[]> => {
  const { agreement, sender, receiver } = pair;
  let items: readonly SentItem[] = [];
  const seconds = await secondsOf(async () => {
    items = await composeItems(sender, queuedItems, (number) => draftOf(number, agreement, receiver.party));
  });
  const rate = await drain(pair, items);
  const commitsPerSecond = 1_000 / percentile(await commitTimes(receiver), 0.5);
  return [
    measure('composed-and-proposed', queuedItems / seconds, 'items/s'),
    measure('queued-items-delivered', rate, 'items/s', {
      name: 'commits one by one',
      value: commitsPerSecond,
    }),
  ];
};

const measureLarge = async (pair: Pair): Promise<readonly Measure[]> => {
  const { agreement, sender, receiver } = pair;
  const objects = Array.from({ length: objectsInLargeItem }, (_, number) => indicatorOf(number));
  let items: readonly SentItem[] = [];
  const seconds = await secondsOf(async () => {
    items = await composeItems(sender, largeItems, (number) =>
      draftOf(number, agreement, receiver.party, objects),
    );
  });
  const rate = await drain(pair, items);
  return [
    measure('objects-composed-in-large-items', (largeItems * objectsInLargeItem) / seconds, 'objects/s'),
    measure('objects-delivered-in-large-items', rate * objectsInLargeItem, 'objects/s'),
  ];
};

/** What a newly paired node is given of a service's whole holding, and what memory its process takes. */
const measureSync = async (pair: Pair): Promise<readonly Measure[]> => {
  const { agreement, sender, receiver } = pair;
  const items = await composeItems(sender, syncItems, (number) => {
    const from = number * objectsInSyncItem;
    const objects = Array.from({ length: objectsInSyncItem }, (_, at) => indicatorOf(from + at));
    return draftOf(number, agreement, receiver.party, objects);
  });
  const rate = (await drain(pair, items)) * objectsInSyncItem;
  const total = syncItems * objectsInSyncItem;
  return [
    measure('sync-of-200k-objects-to-a-newly-paired-node', total / rate, 's'),
    measure('memory-of-the-receiving-node-after-it', await memoryOf(receiver), 'MiB'),
    measure('memory-of-the-sending-node-after-it', await memoryOf(sender), 'MiB'),
  ];
};

const pairOf = ({ agreement, nodes }: ProcessWorld): Pair => {
  const [sender, receiver] = nodes;
  if (sender === undefined || receiver === undefined) throw new Error('bug: two nodes are needed');
  return { agreement, sender, receiver };
};

/** Runs the bench on two nodes of its own; some minutes. */
export const run = async (): Promise<readonly Measure[]> => {
  const world = await openProcessWorld(['fr', 'ma']);
  try {
    const pair = pairOf(world);
    return [
      ...(await measureLatency(pair)),
      ...(await measureQueue(pair)),
      ...(await measureLarge(pair)),
      ...(await measureSync(pair)),
    ];
  } finally {
    await world.close();
  }
};
