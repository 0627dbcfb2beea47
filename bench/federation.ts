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
import { type Measure, measuresOf, percentile } from './measure.ts';

const measure = measuresOf('federation');
const ports = [21580, 21581] as const;
const latencyMessages = 200;
const throughputMessages = 3_000;
const messagesInOneTransaction = 250;

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
    measure('delivery-p50', percentile(oneWay, 0.5), 'ms'),
    measure('delivery-p99', percentile(oneWay, 0.99), 'ms'),
    measure('receipt-p50', percentile(roundTrip, 0.5), 'ms'),
    measure('receipt-p99', percentile(roundTrip, 0.99), 'ms'),
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
  return [measure('messages-per-second', left / seconds, '1/s')];
};

const waiting = async (node: Node): Promise<number> => {
  const [link] = await node.act((unit) => node.federation.links(unit));
  return link?.queue.waiting ?? 0;
};

/** Runs the bench; half a minute. */
export const run = async (): Promise<readonly Measure[]> => {
  const server = await testServer();
  const grounds = [
    await makeGround({ port: ports[0], server }),
    await makeGround({ port: ports[1], server }),
  ] as const;
  const [received, receipted] = [new Arrivals(), new Arrivals()];
  const startReceiver = (ground: Ground): Promise<Node> =>
    startNode(ground, (federation) =>
      federation.onMessage('test.note', async (unit, { body }) =>
        unit.afterCommit(() => received.arrive(Number(factsIn(body).number))),
      ),
    );
  let number = 0;
  const from = await startNode(grounds[0], (federation) =>
    federation.onReceipt('test.note', async (unit) => unit.afterCommit(() => receipted.arrive(number++))),
  );
  const to = await startReceiver(grounds[1]);
  try {
    await pairNodes(from, to);
    return [
      ...(await measureLatency(from, to, received, receipted)),
      ...(await measureThroughput(from, to, grounds[1], startReceiver)),
    ];
  } finally {
    await from.stop();
    for (const ground of grounds) await ground.remove();
    await server.stop();
  }
};
