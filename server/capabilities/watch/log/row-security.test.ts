/** Holds the row security of migration 001 and mayRead (policy.ts) together, through the real database. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  anyPeer,
  anyPerson,
  desks,
  holder,
  house,
  other,
  parties,
  people,
} from '../../../../testing/cast.ts';
import { openModuleDatabase } from '../../../../testing/module-database.ts';
import { plainMarking } from '../../../../testing/stored-item.ts';
import type { Actor, PersonActor } from '../../../kernel/decision.ts';
import { newId } from '../../../kernel/ids.ts';
import { tlps } from '../../../kernel/marking.ts';
import type { Database } from '../../../plumbing/database/index.ts';
import { mayRead } from '../policy.ts';
import type { StoredAttachment } from './attachment.ts';
import { insertAttachment } from './attachment-store.ts';
import { type EntryFact, hashContent } from './entry.ts';
import { listEntries, searchEntries } from './list-store.ts';
import { eraseContent, insertEntry, setPin } from './log-store.ts';

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(['watch']));
});
afterAll(() => close());

const at = '2029-07-26T09:00:00.000Z';
const content = { text: 'zibeline', place: null, event: null };
const attachment: StoredAttachment = {
  hash: 'ab'.repeat(32),
  name: 'a.jpg',
  description: null,
  bytes: 1,
  mimeType: 'image/jpeg',
  inspection: { mimeType: 'image/jpeg', warnings: [], archive: null, refusal: null },
  hasThumbnail: true,
};

const personActor = anyPerson();
const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 8, arbitrary: personActor },
  { weight: 1, arbitrary: anyPeer },
  { weight: 1, arbitrary: fc.constant(house) },
);

let number = 0;
const entry: fc.Arbitrary<EntryFact> = fc
  .record({
    tlp: fc.constantFrom(...tlps),
    others: fc.uniqueArray(fc.constantFrom(...parties.slice(1))),
    author: fc.constantFrom(null, ...people),
    desk: fc.constantFrom(null, ...desks),
  })
  .map(({ tlp, others, author, desk }) => {
    number += 1;
    return {
      id: newId('entry'),
      number,
      holder,
      kind: 'note',
      author,
      desk,
      circle: null,
      language: 'fr',
      happenedAt: at,
      recordedAt: at,
      personal: false,
      marking: { ...plainMarking, tlp, releasableTo: [holder, ...others] },
      corrects: null,
      contentHash: hashContent('salt', content),
    };
  });

const put = (entries: readonly EntryFact[], as: Actor = house): Promise<void> =>
  database.transact(as, async (unit) => {
    for (const one of entries) {
      await insertEntry(unit, one, { ...content, salt: 'salt', document: "'zibeline':1" });
      await insertAttachment(unit, one.id, { ordinal: 0, attachment, thumbnail: Buffer.from('small') });
    }
  });

const shown = (reader: Actor, table: string): Promise<readonly string[]> =>
  database.transact(reader, async (unit) => {
    const { rows } = await sql<{ id: string }>`
      select ${sql.ref(table === 'watch_entry' ? 'id' : 'entry')} as id from ${sql.table(table)}`.execute(
      unit.tables<object>(),
    );
    return rows.map(({ id }) => id);
  });

test('the database shows exactly what the policy lets an actor read, and no more beside it', async () => {
  let [compared, allowed] = [0, 0];
  const everything: EntryFact[] = [];
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { minLength: 1, maxLength: 15 }),
      fc.array(actor, { minLength: 1, maxLength: 15 }),
      async (entries, actors) => {
        await put(entries);
        everything.push(...entries);
        for (const reader of actors) {
          const mayIt = everything.filter((one) => mayRead(reader, one).kind === 'allowed');
          const wanted = mayIt.map(({ id }) => id).sort();
          expect([...(await shown(reader, 'watch_entry'))].sort()).toEqual(wanted);
          expect([...(await shown(reader, 'watch_content'))].sort()).toEqual(wanted);
          expect([...(await shown(reader, 'watch_attachment'))].sort()).toEqual(wanted);
          const found = await database.transact(reader, (unit) =>
            searchEntries(unit, "'zibeline'", { limit: 10_000 }),
          );
          expect(found.items.map(({ id }) => id).sort()).toEqual(wanted);
          expect(await shown(reader, 'watch_search')).toEqual([]);
          compared += everything.length;
          allowed += wanted.length;
        }
      },
    ),
    { numRuns: 30 },
  );
  // A rule that refuses everyone everything would agree with a database that shows nothing.
  expect(allowed).toBeGreaterThan(compared / 50);
});

const officer: PersonActor = {
  kind: 'person',
  person: people[0],
  party: holder,
  role: 'watch-officer',
  desks: [],
  circles: [],
  clearance: 'red',
};
const sample = (): EntryFact => {
  const [one] = fc.sample(entry, 1);
  if (one === undefined) throw new Error('no sample');
  return {
    ...one,
    author: people[0],
    marking: { ...one.marking, tlp: 'green', releasableTo: [holder, other] },
  };
};

test.each(['watch_entry', 'watch_content', 'watch_attachment', 'watch_erasure', 'watch_promotion'])(
  'nobody changes a row of %s, not even the house',
  async (table) => {
    const column = sql.ref(table === 'watch_entry' ? 'id' : 'entry');
    const change = (as: Actor) =>
      database.transact(as, (unit) =>
        sql`update ${sql.table(table)} set ${column} = 'x'`.execute(unit.tables<object>()),
      );
    await expect(change(house)).rejects.toThrow('append-only');
    await expect(change(officer)).rejects.toThrow('append-only');
  },
);

test('an entry is removed by nobody; its content by the house, once, with a tombstone', async () => {
  const one = sample();
  await put([one]);
  const remove = (as: Actor, table: string) =>
    database.transact(as, (unit) => sql`delete from ${sql.table(table)}`.execute(unit.tables<object>()));
  await expect(remove(house, 'watch_entry')).rejects.toThrow('append-only');
  await remove(officer, 'watch_content');
  expect(await shown(officer, 'watch_content')).toContain(one.id);
  const erase = () =>
    database.transact(house, (unit) => eraseContent(unit, one.id, { at, by: null, reason: null }));
  expect(await erase()).toBe(true);
  expect(await erase()).toBe(false);
  expect(await shown(officer, 'watch_content')).not.toContain(one.id);
  expect(await shown(officer, 'watch_attachment')).not.toContain(one.id);
  expect(await shown(officer, 'watch_entry')).toContain(one.id);
  expect(await shown(officer, 'watch_erasure')).toContain(one.id);
});

test('personal data says no word to who has not stated why, in content and in search', async () => {
  const one = { ...sample(), personal: true };
  await put([one]);
  const found = (as: Actor) =>
    database.transact(as, (unit) => searchEntries(unit, "'zibeline'", { limit: 10_000 }));
  const stated = { ...officer, context: 'a reason' };
  expect(await shown(officer, 'watch_content')).not.toContain(one.id);
  expect(await shown(officer, 'watch_attachment')).not.toContain(one.id);
  expect((await found(officer)).items.map(({ id }) => id)).not.toContain(one.id);
  expect(await shown(stated, 'watch_content')).toContain(one.id);
  expect((await found(stated)).items.map(({ id }) => id)).toContain(one.id);
});

test('nobody writes in the name of another, and a guest writes nothing and pins nothing', async () => {
  const [, another] = people;
  await expect(put([{ ...sample(), author: another }], officer)).rejects.toThrow('row-level security');
  const guest = { ...officer, party: other, person: another } as const;
  await expect(put([{ ...sample(), author: another }], guest)).rejects.toThrow('row-level security');
  const one = sample();
  await put([one], officer);
  const pin = database.transact(guest, (unit) => setPin(unit, one.id, { at, by: another }));
  await expect(pin).rejects.toThrow('row-level security');
});

test('what many entries say is found from the newest end, page by page', async () => {
  const many = Array.from({ length: 1_100 }, (_, at) => ({
    ...sample(),
    recordedAt: new Date(Date.parse('2030-01-01T00:00:00.000Z') + at * 1_000).toISOString(),
  }));
  await put(many);
  const first = await database.transact(officer, (unit) => searchEntries(unit, "'zibeline'", { limit: 3 }));
  const newest = many.slice(-3).reverse();
  expect(first.items.map(({ id }) => id)).toEqual(newest.map(({ id }) => id));
  const cursor = first.next ?? '';
  const second = await database.transact(officer, (unit) =>
    searchEntries(unit, "'zibeline'", { limit: 3, cursor }),
  );
  expect(second.items[0]?.id).toBe(many.at(-4)?.id);
});

test('what is closed to a reader is in no page of his, whatever he filters by', async () => {
  const one = { ...sample(), desk: desks[0] };
  const closed: EntryFact = { ...one, marking: { ...one.marking, releasableTo: [holder] } };
  await put([closed]);
  const guest: PersonActor = { ...officer, party: other, role: 'analyst', person: people[1] };
  for (const filter of [{}, { desk: desks[0] }, { author: people[0] }, { kind: 'note' as const }]) {
    const page = await database.transact(guest, (unit) => listEntries(unit, { ...filter, limit: 10_000 }));
    expect(page.items.map(({ id }) => id)).not.toContain(closed.id);
  }
});
