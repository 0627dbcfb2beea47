/** Holds the row security of all tables of matching, and the rule of what may be found, to policy.ts. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyParty, anyPeer, anyPerson, holder, house, other, people } from '../../../testing/cast.ts';
import { openModuleDatabase } from '../../../testing/module-database.ts';
import { plainMarking } from '../../../testing/stored-item.ts';
import type { Actor } from '../../kernel/decision.ts';
import { newId } from '../../kernel/ids.ts';
import { tlps } from '../../kernel/marking.ts';
import type { Database } from '../../plumbing/database/index.ts';
import { findCard, listCards, openCards } from './card-store.ts';
import { insertCheck, queriesOf } from './check-store.ts';
import { keepPart } from './part-store.ts';
import { isMatchable, mayReadCards, mayReadCheck } from './policy.ts';
import * as records from './record-store.ts';
import { findBatch, findCheck } from './result-store.ts';
import { insertSet, insertTags } from './set-store.ts';
import { decideTold, insertTold, listTold } from './told-store.ts';

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(['matching']));
});
afterAll(() => close());

const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 8, arbitrary: anyPerson() },
  { weight: 1, arbitrary: anyPeer },
  { weight: 1, arbitrary: fc.constant(house) },
);
const at = '2029-07-26T09:00:00.000Z';
const observed = { kind: 'domain', form: 'held.exemple.fr', text: 'Held.exemple.fr', first: 0 } as const;

/** A check of this officer with one hit. */
const keepCheck = (officer: (typeof people)[number]) =>
  database.transact(house, async (unit) => {
    const id = randomUUID();
    const why = { field: 'terrorism', purpose: 'prevention', reason: 'x' } as const;
    const facts = { id, officer, agreement: newId('agreement'), partner: other, ...why };
    await insertCheck(
      unit,
      { ...facts, holder, sent: 1, asked_at: at, until: null, erase_on: '2029-08-26' },
      [observed],
    );
    await openCards(unit, id, [0], at);
    return id;
  });

test('a check, what was asked in it and its hits are seen by those whom the policy names', async () => {
  const checks = new Map(await Promise.all(people.map(async (one) => [one, await keepCheck(one)] as const)));
  const cards = await database.transact(house, (unit) => listCards(unit, 10));
  expect(cards).toHaveLength(people.length);
  await fc.assert(
    fc.asyncProperty(actor, fc.constantFrom(...people), async (reader, officer) => {
      const id = checks.get(officer) ?? '';
      const card = cards.find(({ check }) => check === id)?.id ?? '';
      const seen = await database.transact(reader, async (unit) => ({
        check: (await findCheck(unit, id)) !== null,
        batch: (await findBatch(unit, id, 10)).length === 1,
        queries: (await queriesOf(unit, id)).length === 1,
        card: (await findCard(unit, card)) !== null,
      }));
      const mayRead = mayReadCheck(reader, holder, { officer }).kind === 'allowed';
      const maySee = mayReadCards(reader, holder).kind === 'allowed';
      expect(seen).toEqual({ check: mayRead, batch: mayRead, queries: mayRead, card: maySee });
    }),
    { numRuns: 150 },
  );
});

test('the records that a set is made of are those that the policy lets be found', async () => {
  const fields = ['terrorism', 'drugs'] as const;
  const today = '2029-07-26';
  const marking = fc.record({
    field: fc.constantFrom(...fields),
    tlp: fc.constantFrom(...tlps),
    named: fc.array(anyParty, { maxLength: 2 }),
    eraseOn: fc.constantFrom('2029-07-26', '2029-07-27'),
  });
  await fc.assert(
    fc.asyncProperty(marking, anyParty, async ({ named, ...rest }, partner) => {
      const item = newId('item');
      const given = { ...plainMarking, ...rest, releasableTo: [holder, ...named] };
      const agreement = { fields: [fields[0]], purposes: [given.purpose] };
      const form = `${randomUUID()}.example`;
      const found = await database.transact(house, async (unit) => {
        await records.putItem(unit, item, { holder, marking: given });
        await records.putRecords(unit, item, holder, [{ kind: 'domain', form }]);
        const asked = { partner, ...agreement, today };
        const all = await records.untagged(unit, 'no set', asked, { after: null, limit: 1_000 });
        await records.deleteItem(unit, item);
        return all.some((one) => one.form === form);
      });
      expect(found).toBe(isMatchable({ isOwn: true, marking: given }, agreement, partner, today));
    }),
    { numRuns: 150 },
  );
});

/** What the house works with and no person reads; hits that a partner told of are read as cards are. */
const housesOwn = [
  ...['matching_item', 'matching_record', 'matching_set', 'matching_tag', 'matching_change', 'matching_due'],
  ...['matching_part', 'matching_replay'],
];
/** Mostly our own people, so that each role comes about. */
const outsider: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 8, arbitrary: anyPerson(fc.constant(holder)) },
  { weight: 1, arbitrary: anyPerson() },
  { weight: 1, arbitrary: anyPeer },
);
const part = { holder, place: 0, bytes: new Uint8Array(8) };

const fillAll = (): Promise<void> =>
  database.transact(house, async (unit) => {
    const item = newId('item');
    const set = { id: randomUUID(), holder, agreement: newId('agreement'), partner: other, epoch: 1 };
    const none = { version: 0, is_compared: false };
    const marking = { ...plainMarking, tlp: 'green', releasableTo: [holder] } as const;
    await insertSet(unit, { ...set, ...none, public_key: new Uint8Array(32), looked_at: at });
    await insertTags(unit, set.id, [observed], new Uint8Array(16));
    await records.putItem(unit, item, { holder, marking });
    await records.putRecords(unit, item, holder, [observed]);
    await records.handOnChanges(unit, holder);
    await records.noteChange(unit, item, holder);
    await records.replayedTo(unit, holder);
    await keepPart(unit, { partner: other, hash: 'a filter' }, part);
    const why = { agreement: set.agreement, field: 'terrorism', purpose: 'prevention' } as const;
    const telling = { ...why, holder, question: randomUUID(), partner: other, at, eraseOn: '2029-08-26' };
    await insertTold(unit, telling, [{ kind: observed.kind, form: observed.form, hits: 1 }]);
  });

const shownOf = (reader: Actor, table: string): Promise<number> =>
  database.transact(reader, async (unit) => {
    const query = sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`;
    return (await query.execute(unit.tables<object>())).rows[0]?.n ?? 0;
  });

test('sets and what is due to them are the house’s alone; hits told are read as cards are', async () => {
  await fillAll();
  for (const table of [...housesOwn, 'matching_told']) expect(await shownOf(house, table)).toBeGreaterThan(0);
  const [told] = await database.transact(house, (unit) => listTold(unit, 1));
  const decision = { state: 'to-answer', by: 'nobody', at } as const;
  await fc.assert(
    fc.asyncProperty(outsider, fc.constantFrom(...housesOwn), async (reader, table) => {
      expect(await shownOf(reader, table)).toBe(0);
      const mayRead = mayReadCards(reader, holder).kind === 'allowed';
      expect((await shownOf(reader, 'matching_told')) > 0).toBe(mayRead);
      // Reading is all: what an officer decides is written by the house, after the policy was asked.
      expect(await database.transact(reader, (unit) => decideTold(unit, told?.id ?? '', decision))).toBe(
        false,
      );
      const forged = database.transact(reader, (unit) =>
        keepPart(unit, { partner: other, hash: randomUUID() }, part),
      );
      await expect(forged).rejects.toThrow(/row-level security/);
    }),
    { numRuns: 100 },
  );
});
