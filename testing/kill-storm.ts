/**
 * `kill -9` in the middle of deliveries. One node releases item after item to another while a seeded killer
 * ends the node, or the node with its database, or the database alone, on either side, and starts again
 * what died.
 */
import { setTimeout as pause } from 'node:timers/promises';
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
  /** Items that had arrived by then, and those that had yet to. */
  readonly arrived: number;
  readonly outstanding: number;
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

/** How many officers work at a time. */
const hands = 4;
const arrivesWithinMs = 120_000;
const answersWithinMs = 60_000;
/** A blow falls when up to this share of the second half is released, and up to so much later. */
const lateShare = 0.5;
const mostDelayMs = 8;
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

/** Works through the list, `count` at a time. */
export const withHands = async <Item>(
  list: readonly Item[],
  count: number,
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const left = list.values();
  const hand = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: count }, hand));
};

/** Composes and proposes what the storm will release. */
export const composeItems = async (
  sender: ProcessNode,
  count: number,
  draft: (number: number) => ReturnType<typeof draftOf>,
): Promise<readonly SentItem[]> => {
  const sent: SentItem[] = [];
  await withHands([...Array(count).keys()], hands, async (number) => {
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

/**
 * A node that dies does not answer; one whose database died answers 5xx. Neither says that nothing was
 * done.
 */
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

/** Releases all of them, several at a time. */
export const releaseAll = (sender: ProcessNode, items: readonly SentItem[]): Promise<void> =>
  withHands(items, hands, ({ id }) => release(sender, id));

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

/**
 * Releases a share and resolves at the moment to strike: items flow, and some of the share have yet to be
 * released. Only what flows can be cut.
 */
const releaseShare = async (
  nodes: { readonly sender: ProcessNode; readonly receiver: ProcessNode },
  share: readonly SentItem[],
  given: { readonly before: number; readonly random: () => number },
): Promise<{ readonly released: Promise<unknown> }> => {
  const { sender, receiver } = nodes;
  const middle = Math.ceil(share.length / 2);
  let late = 0;
  const first = withHands(share.slice(0, middle), hands, ({ id }) => release(sender, id));
  first.catch(() => undefined);
  const flows = async (): Promise<boolean> => (await countArrived(receiver)) > given.before;
  await until(flows, { withinMs: arrivesWithinMs });
  const second = withHands(share.slice(middle), hands, async ({ id }) => {
    await release(sender, id);
    late += 1;
  });
  const enough = Math.floor(given.random() * (share.length - middle) * lateShare);
  await until(() => late >= enough, { withinMs: arrivesWithinMs, everyMs: 1 });
  await pause(given.random() * mostDelayMs);
  const released = Promise.all([first, second]);
  released.catch(() => undefined);
  return { released };
};

const awaitAll = (sender: ProcessNode, receiver: ProcessNode, items: number): Promise<boolean> =>
  until(
    async () => {
      const [row] = await sender.rows<{ waiting: string }>(
        'select count(*) as waiting from federation_outbox where outcome is null',
      );
      return row?.waiting === '0' && (await countArrived(receiver)) >= items;
    },
    { withinMs: arrivesWithinMs, everyMs: 100 },
  );

/** Runs the storm on the first two nodes of the world, and returns when all has arrived and is receipted. */
export const runStorm = async (world: ProcessWorld, plan: StormPlan): Promise<Storm> => {
  const [sender, receiver] = world.nodes;
  if (sender === undefined || receiver === undefined) throw new Error('a storm needs two nodes');
  const draft = (number: number) => draftOf(number, world.agreement, receiver.party);
  const sent = await composeItems(sender, plan.items, draft);
  const random = randomFrom(plan.seed);
  const began = performance.now();
  const blows: Blow[] = [];
  const releasing: Promise<unknown>[] = [];
  for (let blow = 0; blow < plan.kills; blow += 1) {
    // Each blow meets a share of its own on the way, and what the blow before has left.
    const due = Math.round((plan.items * (blow + 1)) / plan.kills);
    const share = sent.slice(Math.round((plan.items * blow) / plan.kills), due);
    const before = blows.at(-1)?.arrived ?? 0;
    const { released } = await releaseShare({ sender, receiver }, share, { before, random });
    releasing.push(released);
    const arrived = await countArrived(receiver);
    const [side, node] = blow % 2 === 0 ? (['sender', sender] as const) : (['receiver', receiver] as const);
    const victim = victimOf(blow);
    const recoveryMs = await strike(node, victim);
    blows.push({ side, victim, arrived, outstanding: due - arrived, recoveryMs });
  }
  await Promise.all(releasing);
  await awaitAll(sender, receiver, plan.items);
  return { sent, blows, stormMs: Math.round(performance.now() - began) };
};
