/** Holds the row security of migration 001, and the rule of what may be found, to policy.ts. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
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
import { isMatchable, mayReadCards, mayReadCheck } from './policy.ts';
import * as records from './record-store.ts';
import { findBatch, findCheck } from './result-store.ts';

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
const observed = { kind: 'domain', form: 'held.exemple.fr', text: 'Held.exemple.fr' } as const;

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
