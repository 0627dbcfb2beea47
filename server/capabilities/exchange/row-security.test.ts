/** Holds exchange_may_read and mayRead, exchange_is_shown and mayConsult together, in the real database. */
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
  parties,
  people,
} from '../../../testing/cast.ts';
import { openModuleDatabase } from '../../../testing/module-database.ts';
import { plainItem, plainMarking } from '../../../testing/stored-item.ts';
import type { Actor, PersonActor } from '../../kernel/decision.ts';
import { asId } from '../../kernel/ids.ts';
import { tlps } from '../../kernel/marking.ts';
import type { Database } from '../../plumbing/database/index.ts';
import { serviceIdentity } from '../../plumbing/stix/index.ts';
import type { StoredAttachment } from './attachments/attachment.ts';
import { insertAttachment } from './attachments/attachment-store.ts';
import { countUploads, insertUpload } from './attachments/upload-store.ts';
import { mayConsult } from './consultation/policy.ts';
import { itemStates } from './contract.ts';
import type { StoredItem } from './item.ts';
import { mayRead } from './policy.ts';
import * as store from './store.ts';

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(['exchange']));
});
afterAll(() => close());

const nullOr = <Value>(value: fc.Arbitrary<Value>) => fc.oneof(fc.constant(null), value);

const personActor = anyPersonWithReasons();
const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 8, arbitrary: personActor },
  { weight: 2, arbitrary: anyPeer },
  { weight: 1, arbitrary: fc.constant(house) },
);

const at = '2029-07-26T09:00:00.000Z';

const item: fc.Arbitrary<StoredItem> = fc
  .record({
    originator: anyParty,
    state: fc.constantFrom(...itemStates),
    tlp: fc.constantFrom(...tlps),
    releasableTo: fc.uniqueArray(anyParty, { minLength: 1 }),
    via: nullOr(anyParty),
    author: nullOr(fc.constantFrom(...people)),
    proposedBy: nullOr(fc.constantFrom(...people)),
    desk: nullOr(fc.constantFrom(...desks)),
    personal: fc.boolean(),
  })
  .map(({ tlp, releasableTo, ...given }) => ({
    ...plainItem,
    ...given,
    id: asId('item', `grouping--${crypto.randomUUID()}`),
    holder,
    identity: serviceIdentity({ party: given.originator, name: 'Service', country: 'FR' }),
    marking: { ...plainMarking, tlp, releasableTo },
  }));

const attachmentOf = (id: string): StoredAttachment => ({
  item: id,
  artifact: 'artifact--0c7e22ad-b099-5dc3-b0df-2ea3f49ae2e6',
  hash: '00'.repeat(32),
  ordinal: 0,
  name: 'plan.pdf',
  bytes: 12,
  mimeType: null,
  sender: null,
  state: 'here',
  fetchedBytes: 0,
  failure: null,
  retryAt: null,
  inspection: null,
});

/** What a plain select shows of these items, without any filter of the application. */
const shown = (
  reader: Actor,
  table: 'exchange_item' | 'exchange_object' | 'exchange_attachment' | 'exchange_words',
): Promise<Set<string>> =>
  database.transact(reader, async (unit) => {
    const column = sql.ref(table === 'exchange_item' ? 'id' : 'item');
    const query = sql<{ id: string }>`select ${column} as id from ${sql.table(table)}`;
    const { rows } = await query.execute(unit.tables<object>());
    return new Set(rows.map(({ id }) => id));
  });

const replaceAll = (items: readonly StoredItem[]): Promise<void> =>
  database.transact(house, async (unit) => {
    await sql`delete from exchange_item`.execute(unit.tables<object>());
    for (const one of items) {
      await store.putItem(unit, one);
      await store.putWords(unit, one);
      await store.putObjects(unit, one.id, [{ type: 'note', id: `note--${one.id.slice(10)}` }]);
      await insertAttachment(unit, attachmentOf(one.id), null);
    }
  });

test('the database shows exactly what the policy lets an actor read', async () => {
  let compared = 0;
  let allowed = 0;
  let withheld = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { minLength: 1, maxLength: 25 }),
      fc.array(actor, { minLength: 1, maxLength: 25 }),
      async (items, actors) => {
        await replaceAll(items);
        for (const reader of actors) {
          const wanted = items.filter((one) => mayRead(reader, one).kind === 'allowed').map(({ id }) => id);
          expect([...(await shown(reader, 'exchange_item'))].sort()).toEqual([...wanted].sort());
          const said = items
            .filter(({ id }) => wanted.includes(id))
            .filter((one) => mayConsult(reader, one.personal ?? true).kind === 'allowed')
            .map(({ id }) => id);
          expect([...(await shown(reader, 'exchange_words'))].sort()).toEqual([...said].sort());
          // Of what may be read, a guest sees his own copy alone, which is made elsewhere.
          const whole = reader.kind === 'person' && reader.party !== holder ? [] : said;
          for (const table of ['exchange_attachment', 'exchange_object'] as const)
            expect([...(await shown(reader, table))].sort()).toEqual([...whole].sort());
          compared += items.length;
          allowed += said.length;
          withheld += wanted.length - said.length;
        }
      },
    ),
    { numRuns: 40 },
  );
  // A rule that refuses everyone everything would agree with a database that shows nothing.
  expect(allowed).toBeGreaterThan(compared / 50);
  expect(withheld).toBeGreaterThan(compared / 400);
});

test('the content as stored is for the people of the holder alone', async () => {
  const [one] = fc.sample(item, 1);
  if (one === undefined) throw new Error('no sample');
  const [, other] = parties;
  const released = {
    ...one,
    personal: false,
    originator: holder,
    state: 'released',
    desk: null,
    author: null,
  } as const;
  await replaceAll([
    { ...released, marking: { ...one.marking, tlp: 'green', releasableTo: [holder, other] } },
  ]);
  const guest = { ...fc.sample(personActor, 1)[0], role: 'analyst', clearance: 'red', party: other } as const;
  const reader = { ...guest, kind: 'person', person: people[0], desks: [], circles: [] } as const;
  expect((await shown(reader, 'exchange_item')).size).toBe(1);
  expect((await shown(reader, 'exchange_object')).size).toBe(0);
  expect((await shown({ ...reader, party: holder }, 'exchange_object')).size).toBe(1);
});

test('an upload that waits for its item is its author’s alone', async () => {
  const [author, other] = people;
  const inspection = { mimeType: 'text/plain', warnings: [], archive: null, refusal: null };
  const upload = { name: 'a.txt', hash: '00'.repeat(32), bytes: 1, mimeType: 'text/plain', inspection };
  const readerOf = (person: PersonActor['person'], role: PersonActor['role']): Actor => ({
    kind: 'person',
    person,
    party: holder,
    role,
    desks: [...desks],
    circles: [],
    clearance: 'red',
  });
  const id = crypto.randomUUID();
  await database.transact(readerOf(author, 'analyst'), (unit) =>
    insertUpload(unit, author, { id, ...upload, createdAt: at }),
  );
  const counted = (reader: Actor) => database.transact(reader, (unit) => countUploads(unit, author));
  expect(await counted(readerOf(author, 'analyst'))).toBe(1);
  expect(await counted(readerOf(other, 'contact-point'))).toBe(0);
  expect(await counted({ kind: 'peer', party: holder })).toBe(0);
  const asAnother = database.transact(readerOf(other, 'analyst'), (unit) =>
    insertUpload(unit, author, { id: crypto.randomUUID(), ...upload, createdAt: at }),
  );
  await expect(asAnother).rejects.toThrow('row-level security');
});

test('a person without a desk is on no desk, not on the desk without a name', async () => {
  const [one] = fc.sample(item, 1);
  if (one === undefined) throw new Error('no sample');
  const draft = { ...one, originator: holder, state: 'draft', author: null } as const;
  const open = { ...one.marking, tlp: 'clear', releasableTo: [holder] } as const;
  await replaceAll([{ ...draft, desk: null, marking: open }]);
  const reader: Actor = {
    kind: 'person',
    person: people[0],
    party: holder,
    role: 'analyst',
    desks: [],
    circles: [],
    clearance: 'red',
  };
  expect((await shown(reader, 'exchange_item')).size).toBe(0);
});
