/** The boxes: filters, and pages by keyset over many items. */
import { afterEach, expect, test, vi } from 'vitest';
import { faultOf, nodeOf, ok, okList, items as path } from '../../../testing/story.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { isObject, type JsonObject } from '../../kernel/canonical.ts';
import { asId, newId } from '../../kernel/ids.ts';
import { fields, tlps } from '../../kernel/marking.ts';
import { dayMs, later } from '../../kernel/time.ts';
import { serviceIdentity } from '../../plumbing/stix/index.ts';
import type { StoredItem } from './item.ts';
import * as store from './store.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let world: World | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

const open = async (): Promise<WorldNode> => {
  world = await openWorld(['fr'], { pair: false });
  return nodeOf(world, 'fr');
};

const start = '2026-01-01T00:00:00.000Z';
const senders = [newId('party'), newId('party')] as const;

/** The nth received item: hundreds share a moment, as a batch does that arrives at once. */
const received = (holder: WorldNode['party'], index: number): StoredItem => {
  const originator = senders[index % 2] ?? holder;
  const listedAt = later(start, Math.floor(index / 100) * dayMs);
  return {
    id: asId('item', `grouping--${crypto.randomUUID()}`),
    version: 1,
    originator,
    via: null,
    holder,
    identity: serviceIdentity({ party: originator, name: 'Service', country: 'MA' }),
    state: 'received',
    title: `Item ${index}`,
    summary: '',
    language: 'fr',
    marking: {
      tlp: tlps[index % 3] ?? 'amber',
      pap: 'amber',
      handling: ['H1'],
      grading: { scheme: 'admiralty', source: index % 5 === 0 ? 'A' : 'B', information: '2' },
      field: fields[index % 4] ?? 'drugs',
      purpose: 'prevention',
      legalBasis: 'Article 4',
      personCategories: [],
      releasableTo: [originator, holder],
      reviewOn: '2030-01-01',
      eraseOn: '2031-01-01',
    },
    agreement: null,
    circle: null,
    recipients: [],
    withheld: [],
    desk: null,
    author: null,
    editors: [],
    objectCount: 0,
    types: {},
    createdAt: start,
    modifiedAt: start,
    proposedAt: null,
    proposedBy: null,
    releasedAt: null,
    releasedBy: null,
    receivedAt: listedAt,
    readAt: index % 10 === 0 ? listedAt : null,
    returnedReason: null,
    listedAt,
  };
};

const fill = async (node: WorldNode, count: number): Promise<readonly StoredItem[]> => {
  const made = Array.from({ length: count }, (_, index) => received(node.party, index));
  await node.database.transact({ kind: 'system', name: 'test', party: node.party }, async (unit) => {
    for (const item of made) await store.putItem(unit, item);
  });
  return made;
};

/** Every page of a box, with how long each took. */
const readPages = async (node: WorldNode, query: string) => {
  const rows: JsonObject[] = [];
  const tookMs: number[] = [];
  let cursor = '';
  for (;;) {
    const began = performance.now();
    const page = await ok(node.call('analyst', 'GET', `${path}?box=inbox&${query}${cursor}`));
    tookMs.push(performance.now() - began);
    if (Array.isArray(page.items)) rows.push(...page.items.filter(isObject));
    if (typeof page.next !== 'string') return { rows, tookMs, total: page.total };
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
};

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

test('pages over five hundred items lose none, repeat none, and cost the same to the end', async () => {
  const node = await open();
  const made = await fill(node, 500);
  const { rows, tookMs, total } = await readPages(node, 'limit=20');
  expect(total).toBe(500);
  expect(tookMs).toHaveLength(25);
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(made.map(({ id }) => id)));
  expect(rows).toHaveLength(500);
  const order = rows.map(({ receivedAt, id }) => `${String(receivedAt)} ${String(id)}`);
  expect(order).toEqual([...order].sort().reverse());
  // Generous, because the machine is shared: a page by offset, or without an index, grows far more than this.
  expect(median(tookMs.slice(-10))).toBeLessThan(5 * median(tookMs.slice(0, 10)) + 50);
  const [first] = await okList(
    Promise.resolve({
      status: 200,
      body: (await ok(node.call('analyst', 'GET', `${path}?box=inbox`))).items,
    }),
  );
  expect(first?.id).toBe(rows[0]?.id);
});

test('each filter shows what it names and counts it', async () => {
  const node = await open();
  const made = await fill(node, 300);
  const expectFiltered = async (query: string, wanted: (item: StoredItem) => boolean) => {
    const { rows, total } = await readPages(node, `limit=200&${query}`);
    const ids = made.filter(wanted).map(({ id }) => id);
    expect(new Set(rows.map(({ id }) => id)), query).toEqual(new Set(ids));
    expect(total).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.length).toBeLessThan(made.length);
  };
  await expectFiltered('field=drugs', ({ marking }) => marking.field === 'drugs');
  await expectFiltered('tlp=green', ({ marking }) => marking.tlp === 'green');
  await expectFiltered('grade=A2', ({ marking }) => marking.grading?.source === 'A');
  await expectFiltered(`party=${senders[1]}`, ({ originator }) => originator === senders[1]);
  await expectFiltered('unread=true', ({ readAt }) => readAt === null);
  await expectFiltered('from=2026-01-02&to=2026-01-02', ({ listedAt }) => listedAt.startsWith('2026-01-02'));
  await expectFiltered(
    'field=drugs&tlp=amber',
    ({ marking }) => [marking.field, marking.tlp].join() === 'drugs,amber',
  );
  const counts = await ok(node.call('analyst', 'GET', '/api/exchange/counts'));
  expect(counts).toMatchObject({ inboxUnread: 270, drafts: 0 });
  expect(await ok(node.call('observer', 'GET', `${path}?box=inbox`))).toMatchObject({ total: 200 });
  expect(await faultOf(node.call('administrator', 'GET', `${path}?box=inbox`))).toBe('403 access/refused');
});

test.each([
  'cursor=5',
  'cursor=2026-01-01T00:00:00.000Z',
  'cursor=2026-02-30T00:00:00.000Z~grouping--0c7e22ad-b099-4dc3-b0df-2ea3f49ae2e6',
  'cursor=2026-01-01T00:00:00.000Z~grouping--1',
  'from=2026-02-30',
  'to=0000-01-01',
  'limit=0',
  'limit=201',
  'offset=20',
  'grade=a',
])('a list asked for with %s is refused, not answered with its first page', async (query) => {
  const node = await open();
  expect(await faultOf(node.call('analyst', 'GET', `${path}?box=inbox&${query}`))).toBe('400 input/invalid');
});
