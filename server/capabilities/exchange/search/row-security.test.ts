/**
 * Holds the row security of the index of words and the policies together, whatever becomes of the items after
 * they were read into it.
 */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  anyParty,
  anyPeer,
  anyPersonWithReasons,
  desks,
  holder,
  house,
  people,
} from '../../../../testing/cast.ts';
import { openModuleDatabase } from '../../../../testing/module-database.ts';
import { plainItem, plainMarking } from '../../../../testing/stored-item.ts';
import type { Actor } from '../../../kernel/decision.ts';
import { asId } from '../../../kernel/ids.ts';
import { tlpRank, tlps } from '../../../kernel/marking.ts';
import type { Database, Unit } from '../../../plumbing/database/index.ts';
import { serviceIdentity } from '../../../plumbing/stix/index.ts';
import { mayConsult } from '../consultation/policy.ts';
import { itemStates } from '../contract.ts';
import type { StoredItem } from '../item.ts';
import { mayRead } from '../policy.ts';
import * as store from '../store.ts';
import { seesOpenOnly } from './policy.ts';

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(['exchange']));
});
afterAll(() => close());

const nullOr = <Value>(value: fc.Arbitrary<Value>) => fc.oneof(fc.constant(null), value);

/** What an item may become: it is proposed, released, marked anew, passed on, recalled, given to a desk. */
const standing = fc.record({
  originator: fc.oneof(fc.constant(holder), anyParty),
  state: fc.constantFrom(...itemStates),
  tlp: fc.constantFrom(...tlps),
  releasableTo: fc.uniqueArray(fc.oneof(fc.constant(holder), anyParty), { minLength: 1 }),
  via: nullOr(anyParty),
  author: nullOr(fc.constantFrom(...people)),
  desk: nullOr(fc.constantFrom(...desks)),
  personal: fc.boolean(),
});
type Standing = typeof standing extends fc.Arbitrary<infer One> ? One : never;

const itemOf = (id: string, { tlp, releasableTo, ...given }: Standing): StoredItem => ({
  ...plainItem,
  ...given,
  id: asId('item', id),
  holder,
  identity: serviceIdentity({ party: given.originator, name: 'Service', country: 'FR' }),
  marking: { ...plainMarking, tlp, releasableTo },
});

/** A part for the holder's people and one for guests, which claim to be for everybody. */
const putParts = async (unit: Unit, { id }: StoredItem): Promise<void> => {
  const tables = unit.tables<object>();
  await sql`insert into exchange_search_item (item, folding, words) values (${id}, 1, '{}')`.execute(tables);
  await sql`insert into exchange_search (item, part, for_guests, first_object, last_object, at, document,
      holder, tlp_rank, personal, settled)
    select ${id}, part, part = 1, 0, -1, now(), '''word'':1', holder, 0, false, true
    from generate_series(0, 1) part, unnest(array[${holder}]) holder`.execute(tables);
};

const replaceAll = (made: readonly { readonly first: StoredItem; readonly now: StoredItem }[]) =>
  database.transact(house, async (unit) => {
    await sql`delete from exchange_item`.execute(unit.tables<object>());
    for (const { first, now } of made) {
      await store.putItem(unit, first);
      await putParts(unit, first);
      await store.putItem(unit, now);
    }
  });

interface Shown {
  readonly item: string;
  readonly guests: boolean;
  readonly rank: number;
}
const shown = (reader: Actor, word = "'word'"): Promise<readonly Shown[]> =>
  database.transact(reader, async (unit) => {
    const tables = unit.tables<object>();
    await sql`select set_config('tansiq.search', ${word}, true)`.execute(tables);
    const { rows } = await sql<Shown>`
      select item, for_guests as guests, tlp_rank as rank from exchange_search order by item, part`.execute(
      tables,
    );
    return rows;
  });

const actor: fc.Arbitrary<Actor> = fc.oneof(
  {
    weight: 8,
    arbitrary: anyPersonWithReasons(fc.oneof({ weight: 3, arbitrary: fc.constant(holder) }, anyParty)),
  },
  { weight: 1, arbitrary: anyPeer },
  { weight: 1, arbitrary: fc.constant(house) },
);

test('a part is found by those who may read and consult its item as it is now', async () => {
  const found = { own: 0, guests: 0, compared: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(standing, nullOr(standing)), { minLength: 1, maxLength: 15 }),
      fc.array(actor, { minLength: 1, maxLength: 20 }),
      async (given, readers) => {
        const made = given.map(([first, then]) => {
          const id = `grouping--${crypto.randomUUID()}`;
          return { first: itemOf(id, first), now: itemOf(id, then ?? first) };
        });
        await replaceAll(made);
        for (const reader of readers) {
          const isGuest = reader.kind === 'person' && reader.party !== holder;
          const wanted = made
            .filter(({ now }) => mayRead(reader, now).kind === 'allowed')
            .filter(({ now }) => mayConsult(reader, now.personal ?? true).kind === 'allowed')
            .flatMap(({ now }) =>
              (reader.kind === 'system' ? [false, true] : [isGuest]).map((guests) => ({
                item: now.id,
                guests,
                rank: tlpRank(now.marking.tlp),
              })),
            )
            .sort((a, b) => (a.item === b.item ? 0 : a.item < b.item ? -1 : 1));
          expect(await shown(reader)).toEqual(wanted);
          if (seesOpenOnly(reader)) expect(wanted.every(({ rank }) => rank <= 1)).toBe(true);
          expect(await shown(reader, '')).toEqual([]);
          found[isGuest ? 'guests' : 'own'] += wanted.length;
          found.compared += made.length;
        }
      },
    ),
    { numRuns: 40 },
  );
  // A rule that refuses everyone everything would agree with a database that shows nothing.
  expect(found.own).toBeGreaterThan(found.compared / 20);
  expect(found.guests).toBeGreaterThan(found.compared / 400);
});

test('a person’s change of an item reaches parts not shown to him, and alters no search', async () => {
  const [writer, other] = people;
  const given = {
    originator: holder,
    via: null,
    author: writer,
    desk: null,
    releasableTo: [holder],
  } as const;
  const id = `grouping--${crypto.randomUUID()}`;
  const plain: Standing = {
    ...given,
    releasableTo: [holder],
    state: 'released',
    tlp: 'amber',
    personal: true,
  };
  const before = itemOf(id, plain);
  await replaceAll([{ first: before, now: before }]);
  const person = { kind: 'person', person: writer, party: holder, role: 'analyst' } as const;
  // Under no reason: the parts of what is personal are not shown to him, the item is.
  const analyst = { ...person, desks: [], circles: [], clearance: 'red' } as const;
  const asked = await database.transact(analyst, async (unit) => {
    const tables = unit.tables<object>();
    await sql`select set_config('tansiq.search', '''other''', true)`.execute(tables);
    await store.putItem(unit, itemOf(id, { ...plain, tlp: 'red' }));
    const { rows } = await sql<{ asked: string }>`select current_setting('tansiq.search') as asked`.execute(
      tables,
    );
    return rows;
  });
  expect(asked).toEqual([{ asked: "'other'" }]);
  const withReason = { ...analyst, context: 'a stated reason' };
  expect(await shown({ ...withReason, person: other })).toEqual([]);
  expect(await shown(analyst)).toEqual([]);
  expect(await shown(withReason)).toEqual([{ item: id, guests: false, rank: 4 }]);
});
