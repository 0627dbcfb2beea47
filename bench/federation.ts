/**
 * Two nodes on one machine, real TLS and real databases: how long a message takes from the commit that queues
 * it to the commit that receives it, and to its receipt; how many a second flow when many wait. Both nodes,
 * and the database server, share this machine and this process; fsync is off, as in tests.
 */

import { mintReleased } from '../server/kernel/released.ts';
import { factsIn, noteBundle } from '../testing/bundle.ts';
import { testServer } from '../testing/database.ts';
import { type Ground, makeGround, type Node, pairNodes, startNode } from '../testing/federation.ts';
import { until } from '../testing/until.ts';

const ports = [21580, 21581] as const;
const latencyMessages = 200;
const throughputMessages = 3_000;
const messagesInOneTransaction = 250;

interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

/** Calls whoever waits for the message, or the receipt, of this number. */
class Arrivals {
  readonly #waiting = new Map<number, () => void>();
  count = 0;
  wait(number: number): Promise<void> {
    return new Promise((resolve) => this.#waiting.set(number, resolve));
  }
  arrive(number: number): void {
    this.count += 1;
    this.#waiting.get(number)?.();
    this.#waiting.delete(number);
  }
}

const noteOf = (number: number) => ({
  kind: 'test.note',
  body: noteBundle({ number, text: 'تنسيق '.repeat(100) }),
});

const measureLatency = async (from: Node, to: Node, received: Arrivals, receipted: Arrivals) => {
  const [oneWay, roundTrip]: [number[], number[]] = [[], []];
  for (let number = 0; number < latencyMessages; number += 1) {
    const startedAt = performance.now();
    const arrived = received.wait(number).then(() => oneWay.push(performance.now() - startedAt));
    const settled = receipted.wait(number).then(() => roundTrip.push(performance.now() - startedAt));
    await from.act((unit) => from.federation.send(unit, mintReleased(noteOf(number), to.party, 'bench')));
    await Promise.all([arrived, settled]);
  }
  return [
    { name: 'delivery p50', value: percentile(oneWay, 0.5), unit: 'ms' },
    { name: 'delivery p99', value: percentile(oneWay, 0.99), unit: 'ms' },
    { name: 'receipt p50', value: percentile(roundTrip, 0.5), unit: 'ms' },
    { name: 'receipt p99', value: percentile(roundTrip, 0.99), unit: 'ms' },
  ];
};

/** Queues first, with the receiver away, and then measures from his return to the last receipt. */
const measureThroughput = async (
  from: Node,
  to: Node,
  ground: Ground,
  restart: (g: Ground) => Promise<Node>,
) => {
  await to.stop();
  for (let sent = 0; sent < throughputMessages; sent += messagesInOneTransaction)
    await from.act(async (unit) => {
      for (let number = sent; number < sent + messagesInOneTransaction; number += 1)
        await from.federation.send(unit, mintReleased(noteOf(number), to.party, 'bench'));
    });
  const before = await waiting(from);
  const again = await restart(ground);
  await until(async () => (await waiting(from)) < before, { withinMs: 30_000, everyMs: 2 });
  const [startedAt, left] = [performance.now(), await waiting(from)];
  await until(async () => (await waiting(from)) === 0, { withinMs: 120_000, everyMs: 10 });
  const seconds = (performance.now() - startedAt) / 1_000;
  await again.stop();
  return [{ name: 'messages per second', value: left / seconds, unit: '1/s' }];
};

const waiting = async (node: Node): Promise<number> => {
  const [link] = await node.act((unit) => node.federation.links(unit));
  return link?.queue.waiting ?? 0;
};

const print = ({ name, value, unit }: Measure): void => {
  const line = { bench: 'federation', name, value: Number(value.toFixed(2)), unit, peer: null, ratio: null };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** Runs the bench and prints one JSON line for each measure. */
export const run = async (): Promise<void> => {
  const server = await testServer();
  const grounds = [
    await makeGround({ port: ports[0], server }),
    await makeGround({ port: ports[1], server }),
  ] as const;
  const [received, receipted] = [new Arrivals(), new Arrivals()];
  const startReceiver = (ground: Ground): Promise<Node> =>
    startNode(ground, (federation) =>
      federation.onMessage('test.note', async (unit, { body }) =>
        unit.afterCommit(() => received.arrive(Number(factsIn(body)['number']))),
      ),
    );
  let number = 0;
  const from = await startNode(grounds[0], (federation) =>
    federation.onReceipt('test.note', async (unit) => unit.afterCommit(() => receipted.arrive(number++))),
  );
  const to = await startReceiver(grounds[1]);
  try {
    await pairNodes(from, to);
    for (const measure of await measureLatency(from, to, received, receipted)) print(measure);
    for (const measure of await measureThroughput(from, to, grounds[1], startReceiver)) print(measure);
  } finally {
    await from.stop();
    for (const ground of grounds) await ground.remove();
    await server.stop();
  }
};
