/** Holds the row security of requests and mayFollow (their policy.ts) together, in a real database. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consultationPolicy } from '../server/capabilities/exchange/index.ts';
import type { StoredItem } from '../server/capabilities/exchange/item.ts';
import { putItem } from '../server/capabilities/exchange/store.ts';
import { mayFollow } from '../server/capabilities/requests/policy.ts';
import { putScratch } from '../server/capabilities/requests/scratch-store.ts';
import { insertHandOver } from '../server/capabilities/requests/staff/hand-over-store.ts';
import { mayKnowStaff } from '../server/capabilities/requests/staff/policy.ts';
import {
  insertAbsence,
  listAbsences,
  listHeads,
  putHead,
} from '../server/capabilities/requests/staff/staff-store.ts';
import { insertAnswer, insertStep } from '../server/capabilities/requests/step-store.ts';
import { putRequest, putStrand } from '../server/capabilities/requests/store.ts';
import { newStrand } from '../server/capabilities/requests/strand.ts';
import { newStepId } from '../server/capabilities/requests/wire.ts';
import type { Actor, PersonActor } from '../server/kernel/decision.ts';
import { asId } from '../server/kernel/ids.ts';
import { tlps } from '../server/kernel/marking.ts';
import type { Database } from '../server/plumbing/database/index.ts';
import { serviceIdentity } from '../server/plumbing/stix/index.ts';
import { anyParty, anyPeer, anyPersonWithReasons, desks, holder, house, people } from './cast.ts';
import { openModuleDatabase } from './module-database.ts';
import { plainItem, plainMarking } from './stored-item.ts';

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(['exchange', 'requests']));
});
afterAll(() => close());

const at = '2029-07-26T09:00:00.000Z';

const personActor = anyPersonWithReasons(fc.oneof({ weight: 3, arbitrary: fc.constant(holder) }, anyParty));
const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 8, arbitrary: personActor },
  { weight: 1, arbitrary: anyPeer },
  { weight: 1, arbitrary: fc.constant(house) },
);
const item: fc.Arbitrary<StoredItem> = fc
  .record({
    originator: anyParty,
    state: fc.constantFrom('draft', 'proposed', 'released', 'received', 'recalled'),
    tlp: fc.constantFrom(...tlps),
    releasableTo: fc.uniqueArray(anyParty, { minLength: 1 }),
    author: fc.constantFrom(null, ...people),
    desk: fc.constantFrom(null, ...desks),
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

const tables = ['request', 'request_strand', 'request_step', 'request_answer', 'request_hand_over'] as const;
/** What was said may name a person: it is shown as the words of the item are. */
const ofWords: readonly string[] = ['request_step', 'request_hand_over'];

const keepAll = (items: readonly StoredItem[]): Promise<void> =>
  database.transact(house, async (unit) => {
    await sql`delete from exchange_item`.execute(unit.tables<object>());
    for (const { id, originator } of items) {
      const one = items.find((entry) => entry.id === id);
      if (one === undefined) continue;
      await putItem(unit, one);
      const named = { item: id, requester: originator, urgency: 'ordinary' } as const;
      await putRequest(unit, { ...named, drafting: false, changedAt: at });
      const strand = newStrand({ ...named, addressee: holder, field: 'drugs', desk: null, hours: 8, at });
      await putStrand(unit, strand, holder);
      await insertStep(
        unit,
        {
          ...{ id: newStepId(), item: id, addressee: holder, by: holder, kind: 'received', text: '' },
          ...{ ground: null, answers: [], usefulness: null, followUps: [], dueAt: null, saidAt: at },
        },
        { ordinal: 1, at, person: null, effective: true, envelope: null },
      );
      const place = { desk: null, assignee: null };
      await insertHandOver(unit, {
        ...{ id: `hand-over--${crypto.randomUUID()}`, item: id, addressee: holder, note: 'x', person: null },
        ...{ at, before: place, after: place, undoneAt: null, undoneBy: null },
      });
      await insertAnswer(unit, { answer: id, item: id, outcome: 'partly', at });
    }
  });

const shown = (reader: Actor, table: string): Promise<ReadonlySet<string>> =>
  database.transact(reader, async (unit) => {
    const query = sql<{ item: string }>`select item from ${sql.table(table)}`;
    const { rows } = await query.execute(unit.tables<object>());
    return new Set(rows.map((row) => row.item));
  });

test('the database shows of a request exactly what the policy lets an actor follow', async () => {
  const seen = { some: 0, none: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 6 }), actor, async (items, reader) => {
      await keepAll(items);
      const allowed = items.filter((one) => mayFollow(reader, one).kind === 'allowed').map(({ id }) => id);
      for (const table of tables.filter((name) => !ofWords.includes(name)))
        expect(await shown(reader, table)).toEqual(new Set(allowed));
      const read = items
        .filter((one) => allowed.includes(one.id))
        .filter(({ personal }) => consultationPolicy.mayConsult(reader, personal ?? true).kind === 'allowed');
      for (const table of ofWords)
        expect(await shown(reader, table)).toEqual(new Set(read.map(({ id }) => id)));
      seen[allowed.length > 0 ? 'some' : 'none'] += 1;
    }),
    { numRuns: 120 },
  );
  expect(Math.min(seen.some, seen.none)).toBeGreaterThan(5);
});

test('what someone was writing is his alone', async () => {
  const [mine, other] = people;
  const person = (id: typeof mine): PersonActor => ({
    ...{ kind: 'person', person: id, party: holder, role: 'contact-point', desks: [...desks] },
    ...{ circles: [], clearance: 'red' },
  });
  await database.transact(person(mine), (unit) => putScratch(unit, mine, { name: 'ask', content: '{}', at }));
  const count = (reader: Actor): Promise<number> =>
    database.transact(reader, async (unit) => {
      const query = sql<{ n: number }>`select count(*)::int as n from request_scratch`;
      return (await query.execute(unit.tables<object>())).rows[0]?.n ?? -1;
    });
  expect([
    await count(person(mine)),
    await count(person(other)),
    await count({ kind: 'peer', party: holder }),
  ]).toEqual([1, 0, 0]);
  const forged = database.transact(person(other), (unit) =>
    putScratch(unit, mine, { name: 'ask', content: '{"forged":1}', at }),
  );
  await expect(forged).rejects.toThrow(/row-level security/);
});

test('who heads a desk and who is away is for this service’s own people alone', async () => {
  const how = { holder, by: null, at };
  const until = '2029-08-26T09:00:00.000Z';
  await database.transact(house, async (unit) => {
    await putHead(unit, desks[0], people[0], how);
    const absence = { id: 'absence--1', person: people[0], standIn: people[1], from: at, until };
    await insertAbsence(unit, absence, how);
  });
  const seen = { some: 0, none: 0 };
  await fc.assert(
    fc.asyncProperty(actor, async (reader) => {
      const shown = await database.transact(reader, async (unit) => [
        (await listHeads(unit)).size,
        (await listAbsences(unit, at)).length,
      ]);
      const knows = mayKnowStaff(reader, holder).kind === 'allowed';
      expect(shown).toEqual(knows ? [1, 1] : [0, 0]);
      seen[knows ? 'some' : 'none'] += 1;
    }),
    { numRuns: 100 },
  );
  // Both came up: by chance fewer than this is not seen in a lifetime.
  expect(Math.min(seen.some, seen.none)).toBeGreaterThan(2);
});
