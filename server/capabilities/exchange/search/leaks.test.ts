/**
 * Nothing that a reader may not see is found, counted, suggested or shown, by the service or by the table
 * itself.
 */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyParty, anyPersonWithReasons, desks, holder, house, people } from '../../../../testing/cast.ts';
import { openModuleDatabase } from '../../../../testing/module-database.ts';
import { plainItem, plainMarking } from '../../../../testing/stored-item.ts';
import type { Actor, PersonActor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import { asId } from '../../../kernel/ids.ts';
import { tlps } from '../../../kernel/marking.ts';
import { systemClock } from '../../../kernel/time.ts';
import type { Database } from '../../../plumbing/database/index.ts';
import { createJournal } from '../../../plumbing/journal/index.ts';
import { serviceIdentity } from '../../../plumbing/stix/index.ts';
import { createVerbs } from '../../../plumbing/verbs/index.ts';
import { mayConsult } from '../consultation/policy.ts';
import { itemStates } from '../contract.ts';
import type { StoredItem, StoredObject } from '../item.ts';
import { mayRead } from '../policy.ts';
import * as items from '../store.ts';
import { indexItem, searchFollower } from './index-service.ts';
import { maySearch } from './policy.ts';
import { createSearch, type SearchService } from './search-service.ts';

let database: Database;
let search: SearchService;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(['journal', 'exchange']));
  const keys = { publicKey: '', sign: () => '' };
  const journal = createJournal({ party: holder, clock: systemClock, keys });
  const verbs = createVerbs({ database, journal });
  search = createSearch({ verbs, self: holder, services: async () => [] });
});
afterAll(() => close());

const nullOr = <Value>(value: fc.Arbitrary<Value>) => fc.oneof(fc.constant(null), value);
const person = anyPersonWithReasons(
  fc.oneof({ weight: 3, arbitrary: fc.constant(holder) }, { weight: 1, arbitrary: anyParty }),
);

const item: fc.Arbitrary<StoredItem> = fc
  .record({
    originator: fc.oneof(fc.constant(holder), anyParty),
    state: fc.constantFrom(...itemStates),
    tlp: fc.constantFrom(...tlps),
    releasableTo: fc.uniqueArray(anyParty, { minLength: 1 }),
    author: nullOr(fc.constantFrom(...people)),
    proposedBy: nullOr(fc.constantFrom(...people)),
    desk: nullOr(fc.constantFrom(...desks)),
    personal: fc.boolean(),
  })
  .map(({ tlp, releasableTo, ...given }) => ({
    ...plainItem,
    ...given,
    // Only what was received is another's.
    originator: given.state === 'received' ? given.originator : holder,
    id: asId('item', `grouping--${crypto.randomUUID()}`),
    holder,
    identity: serviceIdentity({ party: given.originator, name: 'Service', country: 'FR' }),
    title: 'Perquisition à Tanger',
    summary: 'ضباط الاتصال',
    marking: { ...plainMarking, tlp, releasableTo },
  }));

/** Words of one item each, unlike one another: a misspelling of one is not found for another. */
const ownWords = [
  'brumelac',
  'jonquivert',
  'fidosque',
  'zygopate',
  'harnuchet',
  'kelwimbo',
  'ouxdrame',
  'talvigne',
  'pyrhostic',
  'wendruche',
  'cobalmine',
  'sextafur',
] as const;
const ownWordsById = new Map<string, string>();

/** A word of the item alone, of letters, so that it can be misspelt. */
const ownWord = ({ id }: StoredItem): string => ownWordsById.get(id) ?? 'nobody';
const contentOf = (one: StoredItem): StoredObject[] => [
  { type: 'note', id: `note--${one.id.slice(10)}`, content: `Coffre secret ${ownWord(one)}` },
];

const replaceAll = (all: readonly StoredItem[]): Promise<void> =>
  database.transact(house, async (unit) => {
    await sql`delete from exchange_item`.execute(unit.tables<object>());
    ownWordsById.clear();
    for (const [at, one] of all.entries()) {
      ownWordsById.set(one.id, ownWords[at] ?? 'nobody');
      await items.putItem(unit, one);
      await items.putWords(unit, one);
      await items.putObjects(unit, one.id, contentOf(one));
      await indexItem(unit, one, contentOf(one));
    }
  });

/** What a plain select of the table shows, with this asked for or nothing. */
const shownByTable = (reader: Actor, asked: string): Promise<string[]> =>
  database.transact(reader, async (unit) => {
    await sql`select set_config('tansiq.search', ${asked}, true)`.execute(unit.tables<object>());
    const { rows } = await sql<{
      item: string;
    }>`select distinct item from exchange_search order by item`.execute(unit.tables<object>());
    return rows.map((row) => row.item);
  });

const idsOf = (all: readonly StoredItem[]): string[] => all.map(({ id }) => id).sort();

const ask = async (reader: Actor, q: string) => {
  const answer = await search.search(reader, { q, limit: 50 });
  return { answer, ids: answer.found.map(({ item: row }) => row.id).sort() };
};

test('what is found is what may be read, by the service and by the table with no filter', async () => {
  let found = 0;
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { minLength: 1, maxLength: ownWords.length }),
      fc.array(person, { minLength: 1, maxLength: 8 }),
      async (all, readers) => {
        await replaceAll(all);
        for (const reader of readers) {
          // Of what was recalled a guest finds nothing: his service's own copy is recalled there.
          const isGone = (one: StoredItem) => one.state === 'recalled' && reader.party !== holder;
          // What holds personal data is not there at all for who has not said why he looks.
          const isSaid = (one: StoredItem) => mayConsult(reader, one.personal ?? true).kind === 'allowed';
          const readable = all.filter(
            (one) => mayRead(reader, one).kind === 'allowed' && !isGone(one) && isSaid(one),
          );
          expect(await shownByTable(reader, "'tanger'")).toEqual(idsOf(readable));
          expect(await shownByTable(reader, '')).toEqual([]);
          const withContent = reader.party === holder ? readable : [];
          expect(await shownByTable(reader, "'coffre'")).toEqual(idsOf(withContent));
          compared += all.length;
          found += readable.length;
          if (maySearch(reader).kind === 'refused') continue;
          const { answer, ids } = await ask(reader, 'Tanger');
          expect(ids).toEqual(idsOf(readable));
          expect(answer.total).toBe(readable.length);
          const hidden = all.find((one) => !withContent.includes(one));
          if (hidden === undefined) continue;
          // Exactly, misspelt, in part, beside a word that he may find: as if it were not there.
          const word = ownWord(hidden);
          for (const q of [word, `${word.slice(0, 5)}${word.slice(6)}`, word.slice(2, 9)]) {
            const { answer: none, ids: nearIds } = await ask(reader, q);
            expect(nearIds).not.toContain(hidden.id);
            expect(JSON.stringify(none)).not.toContain(word);
          }
          const mixed = await search.search(reader, { q: `Tanger ${word}` });
          expect(mixed).toMatchObject({ total: 0, suggestions: readable.length > 0 ? ['tanger'] : [] });
        }
      },
    ),
    { numRuns: 15 },
  );
  expect(found).toBeGreaterThan(compared / 50);
});

test('nobody but the house reads the lexicon, the key, or what the index holds of an item', async () => {
  const [one] = fc.sample(item, 1);
  if (one === undefined) throw new Error('no sample');
  await replaceAll([one]);
  const reader = { ...fc.sample(person, 1)[0], role: 'analyst', clearance: 'red', party: holder } as const;
  const actor = { ...reader, kind: 'person', person: people[0], desks: [...desks], circles: [] } as const;
  const count = (who: Actor, table: string) =>
    database.transact(who, async (unit) => {
      await sql`select set_config('tansiq.search_word', 'coffre', true)`.execute(unit.tables<object>());
      const { rows } = await sql`select 1 from ${sql.table(table)}`.execute(unit.tables<object>());
      return rows.length;
    });
  for (const table of ['exchange_search_item', 'exchange_search_word', 'exchange_search_key']) {
    expect(await count(actor, table)).toBe(0);
    expect(await count(house, table)).toBe(1);
  }
});

test('what is dropped leaves no part and no word', async () => {
  const [one, other] = fc.sample(item, 2);
  if (one === undefined || other === undefined) throw new Error('no sample');
  await replaceAll([one, other]);
  await database.transact(house, async (unit) => {
    await searchFollower.dropped(unit, one);
    await items.deleteItem(unit, one.id);
  });
  expect(await shownByTable(house, "'tanger'")).toEqual([other.id]);
  const kept = (word: string) =>
    database.transact(house, async (unit) => {
      await sql`select set_config('tansiq.search_word', ${word}, true)`.execute(unit.tables<object>());
      const { rows } = await sql`select 1 from exchange_search_word where word = ${word}`.execute(
        unit.tables<object>(),
      );
      return rows.length;
    });
  expect([await kept(ownWord(one)), await kept(ownWord(other)), await kept('coffre')]).toEqual([0, 1, 1]);
});

const reader: PersonActor = {
  kind: 'person',
  person: people[0],
  party: holder,
  role: 'analyst',
  desks: [],
  circles: [],
  clearance: 'red',
};

test('every text is a query: it is answered, or refused as input, and never breaks', async () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }).filter((text) => !text.includes('\0')),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc
      .array(
        fc.constantFrom(
          ...[
            "'",
            '"',
            '\\',
            '&',
            '|',
            '!',
            '<->',
            ':*',
            ':A',
            '(',
            ')',
            '-',
            '%',
            '_',
            '*',
            '::',
            'titre:',
            'tlp:',
          ],
          ...[
            'type:',
            'from:',
            'بعد:',
            'ضابط',
            'é',
            '٠',
            '+0 0',
            "';drop table x;--",
            '\u202e',
            'a',
            ' ',
            '$1',
            '~',
          ],
        ),
        { maxLength: 20 },
      )
      .map((pieces) => pieces.join('')),
  );
  await fc.assert(
    fc.asyncProperty(hostile, fc.boolean(), async (q, near) => {
      const answer = await search.search(reader, { q, near }).catch((error: unknown) => error);
      if (answer instanceof Fault) expect(answer.entry.status).toBe(400);
      else expect(answer).toMatchObject({ near: expect.any(Boolean) });
    }),
    { numRuns: 300 },
  );
});
