/**
 * `kill -9` in the middle of deliveries. One node releases item after item to another while a seeded killer ends
 * the node, or the node with its database, or the database alone, on either side, and starts again what died.
 */
import { canonical, isObject, type JsonObject } from '../server/kernel/canonical.ts';
import { newId } from '../server/kernel/ids.ts';
import type { ProcessNode, Reply } from './process-node.ts';
import { good, inDays, type ProcessWorld } from './process-world.ts';
import { until } from './until.ts';

export interface StormPlan {
  readonly items: number;
  readonly kills: number;
  readonly seed: number;
}

export type Victim = 'node' | 'node and database' | 'database';

/** One blow, and what was on its way when it fell. */
export interface Blow {
  readonly side: 'sender' | 'receiver';
  readonly victim: Victim;
  readonly released: number;
  readonly arrived: number;
  /** Until the victim answered again. */
  readonly recoveryMs: number;
}

export interface SentItem {
  readonly id: string;
  readonly title: string;
  /** Canonical JSON of its objects. */
  readonly content: string;
}

export interface Storm {
  readonly sent: readonly SentItem[];
  readonly blows: readonly Blow[];
  readonly stormMs: number;
}

const composers = 4;
const arrivesWithinMs = 120_000;
const answersWithinMs = 60_000;
/** A blow falls up to this long after the next items may be released. */
const mostDelayMs = 250;
const exchangePath = '/api/exchange/items';

/** Mulberry32: the same seed strikes in the same order. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const objectOf = (number: number): JsonObject => {
  const now = new Date().toISOString();
  return {
    type: 'note',
    spec_version: '2.1',
    id: newId('item').replace('grouping', 'note'),
    created: now,
    modified: now,
    content: `رقم ${number} — observation n° ${number}`,
    object_refs: ['identity--8c6af861-7b20-41ef-9b59-6344fd872a8f'],
    x_unknown_number: number,
  };
};

/** A small item, different from every other. */
export const draftOf = (
  number: number,
  agreement: string,
  recipient: string,
  objects: readonly JsonObject[] = [objectOf(number)],
) => ({
  title: `Item ${number}`,
  summary: 'Sent while nodes are killed.',
  language: 'fr',
  marking: {
    tlp: 'amber',
    pap: 'amber',
    handling: ['H1'],
    field: 'event-security',
    purpose: 'event-protection',
    legalBasis: 'Article 4',
    personCategories: [],
    reviewOn: inDays(30),
    eraseOn: inDays(90),
  },
  agreement,
  circle: null,
  recipients: [recipient],
  objects,
  withheld: [],
});

/** Works through the numbers with several hands. */
export const withHands = async (
  count: number,
  hands: number,
  work: (number: number) => Promise<void>,
): Promise<void> => {
  let next = 0;
  const hand = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: hands }, hand));
};

/** Composes and proposes what the storm will release. */
export const composeItems = async (
  sender: ProcessNode,
  count: number,
  draft: (number: number) => ReturnType<typeof draftOf>,
): Promise<readonly SentItem[]> => {
  const sent: SentItem[] = [];
  await withHands(count, composers, async (number) => {
    const given = draft(number);
    const { id } = await good(sender.call('analyst', 'POST', exchangePath, given));
    await good(sender.call('analyst', 'POST', `${exchangePath}/${id}/propose`, { version: 1 }));
    sent.push({ id: String(id), title: given.title, content: canonical(given.objects) });
  });
  return sent;
};

const isReleased = async (sender: ProcessNode, id: string): Promise<boolean> => {
  const { status, body } = await sender.call('contact-point', 'GET', `${exchangePath}/${id}`);
  return status === 200 && isObject(body) && body.state === 'released';
};

/** A node that dies does not answer; one whose database died answers 5xx. Neither says that nothing was done. */
const attempt = (call: Promise<Reply>): Promise<Reply> => call.catch(() => ({ status: 503, body: null }));

/** Releases, as a person would: when there was no answer he looks, and tries again. */
const release = async (sender: ProcessNode, id: string): Promise<void> => {
  const path = `${exchangePath}/${id}/release`;
  const tryOnce = async (): Promise<boolean> => {
    const reply = await attempt(sender.call('contact-point', 'POST', path, { version: 1 }));
    if (reply.status < 300) return true;
    if (reply.status < 500 && !(await isReleased(sender, id)))
      throw new Error(`release: ${reply.status} ${JSON.stringify(reply.body)}`);
    return isReleased(sender, id);
  };
  await until(tryOnce, { withinMs: answersWithinMs });
};

const answers = async (node: ProcessNode): Promise<boolean> =>
  (await node.call('contact-point', 'GET', `${exchangePath}?box=inbox&limit=1`)).status === 200;

const strike = async (node: ProcessNode, victim: Victim): Promise<number> => {
  const began = performance.now();
  if (victim !== 'database') await node.kill();
  if (victim !== 'node') await node.killDatabase();
  if (victim !== 'database') await node.start();
  await until(() => answers(node), { withinMs: answersWithinMs });
  return Math.round(performance.now() - began);
};

/** Every fifth blow takes the database too, every seventh the database alone. */
const victimOf = (blow: number): Victim => {
  if (blow % 5 === 3) return 'node and database';
  return blow % 7 === 5 ? 'database' : 'node';
};

export const countArrived = async (receiver: ProcessNode): Promise<number> => {
  const [row] = await receiver.rows<{ arrived: string }>(
    "select count(*) as arrived from federation_inbox where kind = 'exchange.item'",
  );
  return Number(row?.arrived ?? 0);
};

/** Runs the storm on the first two nodes of the world, and returns when all has arrived and is receipted. */
export const runStorm = async (world: ProcessWorld, plan: StormPlan): Promise<Storm> => {
  const [sender, receiver] = world.nodes;
  if (sender === undefined || receiver === undefined) throw new Error('a storm needs two nodes');
  const random = randomFrom(plan.seed);
  const sent = await composeItems(sender, plan.items, (number) =>
    draftOf(number, world.agreement, receiver.party),
  );
  const share = Math.ceil(plan.items / plan.kills);
  const began = performance.now();
  const blows: Blow[] = [];
  let released = 0;
  let releasing: Promise<void> = Promise.resolve();
  for (let blow = 0; blow < plan.kills; blow += 1) {
    const next = sent.slice(blow * share, (blow + 1) * share);
    const before = releasing;
    releasing = withHands(next.length, composers, async (at) => {
      const item = next[at];
      if (item === undefined) return;
      await release(sender, item.id);
      released += 1;
    }).then(() => before);
    releasing.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, random() * mostDelayMs));
    const side = blow % 2 === 0 ? 'sender' : 'receiver';
    const victim = victimOf(blow);
    const arrived = await countArrived(receiver);
    const facts = { side, victim, released, arrived } as const;
    const recoveryMs = await strike(side === 'sender' ? sender : receiver, victim);
    blows.push({ ...facts, recoveryMs });
  }
  await releasing;
  const hasAll = async (): Promise<boolean> => {
    const [row] = await sender.rows<{ waiting: string }>(
      'select count(*) as waiting from federation_outbox where outcome is null',
    );
    return row?.waiting === '0' && (await countArrived(receiver)) >= plan.items;
  };
  await until(hasAll, { withinMs: arrivesWithinMs, everyMs: 100 });
  return { sent, blows, stormMs: Math.round(performance.now() - began) };
};
