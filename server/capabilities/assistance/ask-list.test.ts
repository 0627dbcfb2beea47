/** Lists of asks: page after page, narrowed and searched by the database. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holder, house, other, people } from '../../../testing/cast.ts';
import { openModuleDatabase } from '../../../testing/module-database.ts';
import { plainMarking } from '../../../testing/stored-item.ts';
import type { Actor } from '../../kernel/decision.ts';
import { newId } from '../../kernel/ids.ts';
import { tlpRank } from '../../kernel/marking.ts';
import { dayMs, later } from '../../kernel/time.ts';
import type { Database } from '../../plumbing/database/index.ts';
import type { StoredAsk } from './ask.ts';
import * as asks from './ask-store.ts';
import type { AskListQuery } from './contract.ts';
import {
  closePassed,
  listSummaries,
  openAsks,
  putSummary,
  type Summary,
  waitingAsks,
} from './summary-store.ts';

const now = '2029-07-10T09:00:00.000Z';
const planner: Actor = {
  kind: 'person',
  person: people[0],
  party: holder,
  role: 'event-planner',
  desks: [],
  circles: [],
  clearance: 'red',
};
const event = randomUUID();

let database: Database;
let close: () => Promise<void>;

const put = (
  createdAt: string,
  changes: Partial<Summary> & { readonly tlp?: StoredAsk['marking']['tlp'] } = {},
): Promise<string> =>
  database.transact(house, async (unit) => {
    const { own = true, state = 'issued', tlp = 'green', ...rest } = changes;
    const id = randomUUID();
    const isOver = state === 'withdrawn';
    await asks.insertAsk(unit, {
      id,
      holder,
      originator: own ? holder : other,
      state,
      version: 1,
      agreement: newId('agreement'),
      circle: null,
      marking: { ...plainMarking, tlp, releasableTo: [holder, other] },
      author: null,
      createdAt,
      endedAt: isOver ? now : null,
      endReason: null,
    });
    await putSummary(
      unit,
      {
        ask: id,
        holder,
        tlpRank: tlpRank(tlp),
        own,
        state,
        createdAt,
        event: null,
        words: 'chiens',
        toRelease: false,
        waits: false,
        silent: false,
        answerBy: later(now, dayMs),
        lastAt: later(now, 5 * dayMs),
        ...rest,
      },
      now,
    );
    return id;
  });
const list = (asked: AskListQuery, reader: Actor = planner) =>
  database.transact(reader, (unit) => listSummaries(unit, asked, now));

const here = { received: '', withdrawn: '', over: '', named: '', secret: '', planned: '' };
beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(['assistance']));
  // Several of one moment: the order goes on by the id.
  for (let at = 0; at < 101; at += 1) await put(`2029-07-01T00:00:0${at % 2}.000Z`);
  const later = '2029-07-02T00:00:00.000Z';
  here.received = await put(later, { own: false, waits: true, toRelease: true });
  here.withdrawn = await put(later, { state: 'withdrawn', waits: true });
  here.over = await put(later, {
    lastAt: now,
    waits: true,
    silent: true,
    answerBy: '2029-07-09T00:00:00.000Z',
  });
  here.named = await put(later, { words: 'Quarante démineurs' });
  here.secret = await put(later, { tlp: 'red' });
  here.planned = await put(later, { event });
});
afterAll(() => close());

test('every ask is on one page, the newest first, fifty at once', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  const sizes: number[] = [];
  do {
    const page = await list({ view: 'own', ...(cursor === undefined ? {} : { cursor }) });
    sizes.push(page.asks.length);
    seen.push(...page.asks);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(sizes).toEqual([50, 50, 6]);
  expect(new Set(seen).size).toBe(106);
  expect(seen.slice(0, 5).sort()).toEqual(
    [here.withdrawn, here.over, here.named, here.secret, here.planned].sort(),
  );
});

test('it is narrowed by side, state, event and words, and a word is found by how it begins', async () => {
  const found = async (asked: AskListQuery) => (await list(asked)).asks;
  expect(await found({ view: 'received' })).toEqual([here.received]);
  expect((await found({ state: 'over' })).toSorted()).toEqual([here.withdrawn, here.over].toSorted());
  expect(await found({ state: 'waits' })).toEqual([here.received]);
  expect(await found({ state: 'open', event })).toEqual([here.planned]);
  expect(await found({ text: 'Démineurs' })).toEqual([here.named]);
  expect(await found({ text: 'quar démin' })).toEqual([here.named]);
  expect(await found({ text: '%' })).toEqual([]);
  expect(await found({ text: 'arante' })).toEqual([]);
  expect(await found({ text: 'démineurs', state: 'over' })).toEqual([]);
  expect(await found({ text: 'ours' })).toEqual([]);
});

test('a mark that is none is refused', async () => {
  for (const cursor of ['', 'x', '2029-07-01T00:00:00.000Z', `2029-13-01T00:00:00.000Z~${event}`])
    await expect(list({ cursor })).rejects.toThrow('input/invalid');
});

test('the database shows a list to those alone who may read its asks', async () => {
  const cleared = await list({}, { ...planner, clearance: 'green' });
  expect(cleared.asks).not.toContain(here.secret);
  for (const role of ['analyst', 'observer', 'field-officer'] as const)
    expect((await list({}, { ...planner, role })).asks).toEqual([]);
  expect((await list({}, { ...planner, party: other })).asks).toEqual([]);
});

test('of words that many have the newest come first, page after page', async () => {
  const first = await list({ view: 'own', text: 'chi' });
  const second = await list({ view: 'own', text: 'chi', cursor: first.next ?? '' });
  expect([first.asks.length, second.asks.length]).toEqual([50, 50]);
  expect(new Set([...first.asks, ...second.asks]).size).toBe(100);
});

test('what has passed is marked by the work that comes round', async () => {
  const passed = await put('2029-07-01T00:00:00.000Z', { lastAt: now, own: false });
  await database.transact(house, async (unit) => {
    await sql`update assistance_ask_summary set over = false where ask = ${passed}`.execute(
      unit.tables<object>(),
    );
    await closePassed(unit, now, 10);
  });
  expect((await list({ view: 'received', state: 'over' })).asks).toEqual([passed]);
});

test('what waits is counted without what is over', async () => {
  const [waiting, open] = await database.transact(planner, async (unit) => [
    await waitingAsks(unit, now),
    await openAsks(unit, now),
  ]);
  expect(waiting).toEqual({ toRelease: [here.received], toSettle: [here.received], overdue: [here.over] });
  expect(open).toHaveLength(104);
  expect(open).not.toContain(here.over);
});
