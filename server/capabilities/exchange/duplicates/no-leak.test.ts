/**
 * Edges and likely duplicates never show a reader anything of an item that he may not read: asked through the
 * stores, and of the tables themselves with no filter of the application at all.
 */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openModuleDatabase } from '../../../../testing/module-database.ts';
import { plainItem, plainMarking } from '../../../../testing/stored-item.ts';
import { type Actor, type PersonActor, roles } from '../../../kernel/decision.ts';
import { asId, newId } from '../../../kernel/ids.ts';
import { tlps } from '../../../kernel/marking.ts';
import { systemClock } from '../../../kernel/time.ts';
import type { Database } from '../../../plumbing/database/index.ts';
import { serviceIdentity } from '../../../plumbing/stix/index.ts';
import { itemStates } from '../contract.ts';
import { edgeSorts } from '../graph/contract.ts';
import { referenceFollower } from '../graph/graph-service.ts';
import { findObjects, listEdges } from '../graph/graph-store.ts';
import type { StoredItem, StoredObject } from '../item.ts';
import { keepItem } from '../keeping-service.ts';
import { mayRead } from '../policy.ts';
import { insertOwnNote } from '../threads/thread-store.ts';
import { listDuplicates } from './duplicate-store.ts';
import { writtenAlike } from './likeness.ts';
import { createKeyFollower, createMatching } from './matching-service.ts';

vi.setConfig({ testTimeout: 60_000 });

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(['exchange']));
});
afterAll(() => close());

const parties = [newId('party'), newId('party')] as const;
const desks = [newId('desk'), newId('desk')] as const;
const people = [newId('person'), newId('person')] as const;
const [holder] = parties;
const house = { kind: 'system', name: 'test', party: holder } as const;
const live = {
  announce: async () => undefined,
  subscribe: () => () => undefined,
  close: async () => undefined,
};
const keeping = {
  live,
  followers: [referenceFollower, createKeyFollower({ clock: systemClock, matcher: writtenAlike })],
};
const match = (): Promise<void> =>
  createMatching({ database, clock: systemClock, self: holder, matcher: writtenAlike }).match();

const actor: fc.Arbitrary<Actor> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record<PersonActor>({
      kind: fc.constant('person'),
      person: fc.constantFrom(...people),
      party: fc.constantFrom(...parties),
      role: fc.constantFrom(...roles),
      desks: fc.uniqueArray(fc.constantFrom(...desks)),
      circles: fc.constant([]),
      clearance: fc.constantFrom(...tlps),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('peer'), party: fc.constantFrom(...parties) }) },
);

/** Without him a run could have nobody who reads two items. */
const seesMost: PersonActor = {
  kind: 'person',
  person: people[0],
  party: holder,
  role: 'contact-point',
  desks,
  circles: [],
  clearance: 'red',
};

const at = '2029-07-26T09:00:00.000Z';
const shared = 'ipv4-addr--5853f6a4-638f-5b4e-9b0f-ded361ae3812';

/** All tell of the same machine, each in words of its own: every two of them are likely duplicates. */
const contentOf = (secret: string): readonly StoredObject[] => [
  { type: 'ipv4-addr', id: shared, value: '198.51.100.3', x_secret: secret },
  {
    type: 'note',
    id: `note--${crypto.randomUUID()}`,
    content: `${secret} says`,
    object_refs: [shared],
  },
];

const item = fc
  .record({
    originator: fc.constantFrom(...parties),
    state: fc.constantFrom(...itemStates),
    tlp: fc.constantFrom(...tlps),
    releasableTo: fc.uniqueArray(fc.constantFrom(...parties), { minLength: 1 }),
    author: fc.constantFrom(null, ...people),
    desk: fc.constantFrom(null, ...desks),
  })
  .map(({ tlp, releasableTo, ...given }, index = 0): StoredItem => {
    const id = asId('item', `grouping--${crypto.randomUUID()}`);
    return {
      ...plainItem,
      ...given,
      id,
      holder,
      identity: serviceIdentity({ party: given.originator, name: 'Service', country: 'FR' }),
      title: `Machine at the harbour ${id.slice(10, 14)}${index}`,
      marking: { ...plainMarking, tlp, releasableTo },
      objectCount: 2,
      types: { note: 1 },
    };
  });

const fill = async (items: readonly StoredItem[]): Promise<void> => {
  await database.transact(house, async (unit) => {
    await sql`delete from exchange_item`.execute(unit.tables<object>());
    for (const one of items) {
      await keepItem(keeping, unit, one, contentOf(one.id));
      await insertOwnNote(unit, {
        id: `note--${crypto.randomUUID()}`,
        item: one.id,
        author: people[0],
        language: 'fr',
        content: one.id,
        writtenAt: at,
      });
    }
  });
  await match();
};

/** Rows of a table as text, by a plain select of everything. */
const rowsOf = (reader: Actor, table: string): Promise<readonly string[]> =>
  database.transact(reader, async (unit) => {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(
      unit.tables<object>(),
    );
    return rows.map(({ row }) => row);
  });

/** All that the stores of graph and duplicates tell this reader. */
const toldTo = (reader: Actor, items: readonly StoredItem[]): Promise<string> =>
  database.transact(reader, async (unit) => {
    const told: unknown[] = [
      await listDuplicates(unit, { state: 'open' }),
      await findObjects(unit, [shared]),
    ];
    told[1] = Object.fromEntries(await findObjects(unit, [shared]));
    for (const node of [shared, ...items.map(({ id }) => id)])
      for (const sort of edgeSorts) told.push((await listEdges(unit, { node }, sort, '')).edges);
    return JSON.stringify(told);
  });

test('edges, keys, pairs and internal notes show only what the reader may read', async () => {
  let [pairs, hidden] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { minLength: 2, maxLength: 6 }),
      fc.array(actor, { minLength: 1, maxLength: 8 }),
      async (items, others) => {
        const readers = [...others, seesMost];
        await fill(items);
        for (const reader of readers) {
          const isHolders = reader.kind === 'peer' || reader.party === holder;
          const mayHave = (one: StoredItem) => mayRead(reader, one).kind === 'allowed' && isHolders;
          const forbidden = items.filter((one) => !mayHave(one)).map(({ id }) => id);
          const allowed = items.filter(mayHave);
          hidden += forbidden.length;
          for (const table of [
            'exchange_reference',
            'exchange_key',
            'exchange_duplicate',
            'exchange_own_note',
          ]) {
            const rows = await rowsOf(reader, table);
            expect(rows.filter((row) => forbidden.some((id) => row.includes(id)))).toEqual([]);
            if (table === 'exchange_duplicate') {
              pairs += rows.length;
              expect(rows).toHaveLength((allowed.length * (allowed.length - 1)) / 2);
            }
            if (table === 'exchange_own_note')
              expect(rows).toHaveLength(reader.kind === 'person' ? allowed.length : 0);
          }
          const told = await toldTo(reader, items);
          // An item that he may read as a guest he may know of: its edges and content stay the holder's.
          const unknown = items.filter((one) => mayRead(reader, one).kind !== 'allowed').map(({ id }) => id);
          expect(unknown.filter((id) => told.includes(id))).toEqual([]);
          expect(await rowsOf(reader, 'exchange_uncompared')).toEqual([]);
        }
      },
    ),
    { numRuns: 8 },
  );
  // Tables that show nothing to anyone would leak nothing either.
  expect(pairs).toBeGreaterThan(5);
  expect(hidden).toBeGreaterThan(50);
});
