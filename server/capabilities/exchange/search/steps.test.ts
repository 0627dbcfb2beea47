/** Items of many objects are read in steps: what they hold comes to be found, what went is not found. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openModuleDatabase } from '../../../../testing/module-database.ts';
import { plainItem, plainMarking } from '../../../../testing/stored-item.ts';
import type { PersonActor } from '../../../kernel/decision.ts';
import { asId, newId } from '../../../kernel/ids.ts';
import { systemClock } from '../../../kernel/time.ts';
import type { Database } from '../../../plumbing/database/index.ts';
import { createJournal } from '../../../plumbing/journal/index.ts';
import { serviceIdentity } from '../../../plumbing/stix/index.ts';
import { createVerbs } from '../../../plumbing/verbs/index.ts';
import type { StoredItem, StoredObject } from '../item.ts';
import * as items from '../store.ts';
import { indexItem, indexNext, objectsAtOnce, searchFollower } from './index-service.ts';
import { createRebuilding, type Rebuilding } from './rebuild-service.ts';
import { countHalfRead } from './search-store.ts';

const self = newId('party');
const house = { kind: 'system', name: 'test', party: self } as const;
const objectCount = 2 * objectsAtOnce + 150;

let database: Database;
let index: Rebuilding;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(['journal', 'exchange']));
  const journal = createJournal({ party: self, clock: systemClock, keys: { publicKey: '', sign: () => '' } });
  index = createRebuilding({ database, verbs: createVerbs({ database, journal }), self });
});
afterAll(() => close());

const item: StoredItem = {
  ...plainItem,
  state: 'draft',
  originator: self,
  holder: self,
  author: null,
  desk: null,
  identity: serviceIdentity({ party: self, name: 'Service', country: 'FR' }),
  marking: { ...plainMarking, tlp: 'amber', releasableTo: [self] },
  id: asId('item', `grouping--${crypto.randomUUID()}`),
  title: 'Relevés',
  objectCount,
};

const letters = (number: number): string =>
  String(number).replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '');
/** The word of an object of the item's first or second content. */
const wordOf = (content: string, number: number): string => `${content}${letters(number)}`;
const objectsOf = (content: string): StoredObject[] =>
  Array.from({ length: objectCount }, (_, at) => ({
    type: 'note',
    id: `note--${crypto.randomUUID()}`,
    content: wordOf(content, at),
  }));

const write = (content: string, written: StoredItem = item): Promise<void> =>
  database.transact(house, async (unit) => {
    const objects = objectsOf(content);
    await items.putItem(unit, written);
    await items.putObjects(unit, written.id, objects);
    await indexItem(unit, written, objects);
  });
const readOn = (): Promise<boolean> => database.transact(house, (unit) => indexNext(unit, item));
const dropAll = (): Promise<void> =>
  database.transact(house, async (unit) => {
    await searchFollower.dropped(unit, item);
    await items.deleteItem(unit, item.id);
  });

/** The ordinals of the parts in which a word of this content is found: each object that has it lies there. */
const found = (content: string, number: number): Promise<number> =>
  database.transact(house, async (unit) => {
    const tables = unit.tables<object>();
    await sql`select set_config('tansiq.search', ${`'${wordOf(content, number)}'`}, true)`.execute(tables);
    const { rows } = await sql`select 1 from exchange_search
      where ${number} between first_object and last_object`.execute(tables);
    return rows.length;
  });
const foundOf = (content: string): Promise<number[]> =>
  Promise.all(
    [0, objectsAtOnce - 1, objectsAtOnce, 2 * objectsAtOnce, objectCount - 1].map((at) => found(content, at)),
  );
const lexicon = (like: string): Promise<number> =>
  database.transact(house, async (unit) => {
    const tables = unit.tables<object>();
    await sql`select set_config('tansiq.search_part', ${`${like}%`}, true),
      set_config('tansiq.search_word', '', true)`.execute(tables);
    const { rows } = await sql`select 1 from exchange_search_word`.execute(tables);
    return rows.length;
  });

beforeEach(dropAll);

test('the first objects are found at once, the others as they are read, each once', async () => {
  await write('alpha');
  expect(await foundOf('alpha')).toEqual([1, 1, 0, 0, 0]);
  expect(await readOn()).toBe(true);
  expect(await foundOf('alpha')).toEqual([1, 1, 1, 0, 0]);
  expect(await readOn()).toBe(false);
  expect(await foundOf('alpha')).toEqual([1, 1, 1, 1, 1]);
  expect(await readOn()).toBe(false);
});

test('what changes before it is read to its end is never found as it was', async () => {
  await write('alpha');
  await readOn();
  await write('bravo');
  expect(await foundOf('alpha')).toEqual([0, 0, 0, 0, 0]);
  await index.catchUp();
  expect(await foundOf('alpha')).toEqual([0, 0, 0, 0, 0]);
  expect(await foundOf('bravo')).toEqual([1, 1, 1, 1, 1]);
  expect([await lexicon('alpha'), await lexicon('bravo')]).toEqual([0, 2_000 - 1]);
});

test('what is dropped half read leaves no part and no word, and nothing is read on', async () => {
  await write('alpha');
  await write('bravo');
  await dropAll();
  expect([await lexicon('alpha'), await lexicon('bravo'), await readOn()]).toEqual([0, 0, false]);
  expect(await foundOf('bravo')).toEqual([0, 0, 0, 0, 0]);
});

test('a rebuild reads half-read items anew too, and counts them only when they are whole', async () => {
  await write('alpha');
  expect(await index.begin({ ...house, name: 'operator' })).toMatchObject({ items: 1, indexed: 0 });
  expect(await index.step()).toEqual({ items: 1, indexed: 1, readNow: 3 });
  expect(await foundOf('alpha')).toEqual([1, 1, 1, 1, 1]);
  expect(await index.step()).toEqual({ items: 1, indexed: 1, readNow: 0 });
});

test('a reader is told how many of his items are half read, and of no other', async () => {
  const reader: PersonActor = {
    kind: 'person',
    person: newId('person'),
    party: self,
    role: 'analyst',
    desks: [],
    circles: [],
    clearance: 'red',
    context: 'a stated reason',
  };
  const told = (actor: PersonActor) => database.transact(actor, countHalfRead);
  const { context: _reason, ...hasty } = reader;
  await write('alpha', { ...item, state: 'received', personal: true });
  expect(await told(reader)).toBe(1);
  expect(await told(hasty)).toBe(0);
  expect(await told({ ...reader, clearance: 'green' })).toBe(0);
  expect(await told({ ...reader, party: newId('party') })).toBe(0);
  await index.catchUp();
  expect(await told(reader)).toBe(0);
});
