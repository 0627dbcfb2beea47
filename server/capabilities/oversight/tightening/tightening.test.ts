/** A tightening can only refuse, and what it refuses to read the database does not show. */
import fc from 'fast-check';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openModuleDatabase } from '../../../../testing/module-database.ts';
import { type PersonActor, roles } from '../../../kernel/decision.ts';
import { newId } from '../../../kernel/ids.ts';
import { fields, personCategories, purposes, tlpRank, tlps } from '../../../kernel/marking.ts';
import type { Database, Unit } from '../../../plumbing/database/index.ts';
import type { TightenedItem } from '../../exchange/index.ts';
import { acts, type Tightening, tighteningStates, whoms } from './contract.ts';
import { tighten } from './tightening.ts';
import { insertTightening } from './tightening-store.ts';

const parties = [newId('party'), newId('party'), newId('party')] as const;
const [self] = parties;
const house = { kind: 'system', name: 'test', party: self } as const;
let now = '2026-03-15T10:20:00.000Z';
let database: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(
    ['journal', 'federation', 'parties', 'exchange', 'requests', 'oversight'],
    { clock: { now: () => now } },
  ));
  await database.transact(house, async (unit) => {
    await sql`insert into own_service (party) values (${self})`.execute(unit.tables<object>());
  });
});
afterAll(() => close());

const some = <Value extends string>(values: readonly Value[], most = 2) =>
  fc.oneof(fc.constant<Value[]>([]), fc.uniqueArray(fc.constantFrom(...values), { maxLength: most }));
const minute = fc.integer({ min: 0, max: 1_439 });
const nullOr = <Value>(value: fc.Arbitrary<Value>) => fc.oneof(fc.constant(null), value);
const day = fc.constantFrom('2026-03-14', '2026-03-15', '2026-03-16');

const tightening: fc.Arbitrary<Tightening> = fc
  .record({
    who: fc.constantFrom(...whoms),
    roles: some(roles),
    acts: fc.oneof(
      fc.constant<Tightening['acts']>(['read']),
      fc.uniqueArray(fc.constantFrom(...acts), { minLength: 1, maxLength: 3 }),
    ),
    tlpAtLeast: nullOr(fc.constantFrom(...tlps)),
    fields: some(fields.slice(0, 2)),
    purposes: some(purposes.slice(0, 2)),
    personCategories: some(personCategories),
    partners: some(parties),
    freeHours: nullOr(
      fc
        .record({
          from: minute,
          to: minute,
          zone: fc.constantFrom('UTC', 'Europe/Paris', 'Africa/Casablanca', 'Asia/Kolkata'),
        })
        .filter(({ from, to }) => from !== to),
    ),
    validFrom: day,
    validUntil: nullOr(day),
    state: fc.oneof(fc.constant<Tightening['state']>('in-force'), fc.constantFrom(...tighteningStates)),
  })
  .map((given) => ({
    ...given,
    id: crypto.randomUUID(),
    reason: 'A test',
    proposedBy: newId('person'),
    proposedAt: '2026-03-01T00:00:00.000Z',
    decidedBy: null,
    decidedAt: null,
    withdrawalProposedBy: null,
    withdrawalProposedAt: null,
    withdrawnBy: null,
    withdrawnAt: null,
  }));

const item: fc.Arbitrary<TightenedItem & { readonly id: string }> = fc.record({
  id: fc.uuid().map((id) => `grouping--${id}`),
  originator: fc.constantFrom(...parties),
  marking: fc.record({
    tlp: fc.constantFrom(...tlps),
    field: fc.constantFrom(...fields.slice(0, 3)),
    purpose: fc.constantFrom(...purposes.slice(0, 3)),
    personCategories: fc.uniqueArray(fc.constantFrom(...personCategories), { maxLength: 2 }),
    releasableTo: fc.uniqueArray(fc.constantFrom(...parties), { minLength: 1 }),
  }),
});
const reader: fc.Arbitrary<PersonActor> = fc.record({
  kind: fc.constant('person'),
  person: fc.constant(newId('person')),
  party: fc.constantFrom(...parties),
  role: fc.constantFrom(...roles),
  desks: fc.constant([]),
  circles: fc.constant([]),
  clearance: fc.constant('red'),
});

/** What certainly binds: everybody, in reading anything. */
const binding: Partial<Tightening> = {
  who: 'everyone',
  roles: [],
  acts: ['read'],
  tlpAtLeast: null,
  fields: [],
  purposes: [],
  personCategories: [],
  partners: [],
  freeHours: null,
  validFrom: '2026-03-14',
  validUntil: null,
  state: 'in-force',
};
const everyone = (role: PersonActor['role']): PersonActor => ({
  kind: 'person',
  person: newId('person'),
  party: self,
  role,
  desks: [],
  circles: [],
  clearance: 'red',
});

type Case = [Tightening[], (TightenedItem & { readonly id: string })[], PersonActor[], number];
const certain = (): Case[] =>
  fc
    .sample(fc.record({ rule: tightening, asked: item }), 1)
    .map(({ rule, asked }) => [[{ ...rule, ...binding }], [asked], roles.map(everyone), 620]);

/** Puts items there that the floor shows as it does, and says which are shown to this reader. */
const putItems = (items: readonly (TightenedItem & { readonly id: string })[]) =>
  database.transact(house, async (unit) => {
    await sql`delete from exchange_item`.execute(unit.tables<object>());
    for (const { id, originator, marking } of items)
      await sql`insert into exchange_item (id, version, originator, holder, identity, state,
          language, tlp_rank, field, releasable_to, review_on, erase_on, marking, recipients, withheld,
          object_count, types, created_at, modified_at, listed_at)
        values (${id}, 1, ${originator}, ${self}, '{}', 'released', 'fr',
          ${tlpRank(marking.tlp)}, ${marking.field}, ${marking.releasableTo}::text[], '2030-01-01',
          '2031-01-01', ${JSON.stringify(marking)}, '{}', '[]', 0, '{}', now(), now(), now())`.execute(
        unit.tables<object>(),
      );
    const at = sql`now(), now(), now()`;
    await sql`insert into request (item, requester, urgency, drafting, changed_at)
      select id, originator, 'ordinary', false, now() from exchange_item`.execute(unit.tables<object>());
    await sql`insert into request_strand (item, addressee, requester, partner, state, urgency, field, term_ms,
        paused_ms, level, opened_at, changed_at, order_at)
      select id, ${self}, originator, originator, 'closed', 'ordinary', field, 1, 0, 0, ${at}
      from exchange_item`.execute(unit.tables<object>());
  });
/** A part of each in the index of words. */
const putParts = () =>
  database.transact(house, async (unit) => {
    const tables = unit.tables<object>();
    await sql`insert into exchange_search_item (item, folding, words)
      select id, 1, '{}' from exchange_item`.execute(tables);
    await sql`insert into exchange_search (item, part, for_guests, first_object, last_object, at, document)
      select id, 0, false, 0, 0, now(), '''word'':1' from exchange_item`.execute(tables);
  });
const putRules = (rules: readonly Tightening[]) =>
  database.transact(house, async (unit) => {
    // None is ever deleted: those of the run before are over.
    await sql`update oversight_tightening set state = 'rejected'`.execute(unit.tables<object>());
    for (const rule of rules) await insertTightening(unit, rule);
  });
const idsOf = async (unit: Unit, query: RawBuilder<{ id: string }>): Promise<readonly string[]> =>
  (await query.execute(unit.tables<object>())).rows.map(({ id }) => id);
const shown = (actor: PersonActor): Promise<readonly string[]> =>
  database.transact(actor, (unit) => idsOf(unit, sql`select id from exchange_item order by id`));
const strandsShown = (actor: PersonActor): Promise<readonly string[]> =>
  database.transact(actor, (unit) => idsOf(unit, sql`select item as id from request_strand order by item`));
const partsFound = (actor: PersonActor): Promise<readonly string[]> =>
  database.transact({ ...actor, context: 'a stated reason' }, async (unit) => {
    await sql`select set_config('tansiq.search', '''word''', true)`.execute(unit.tables<object>());
    return idsOf(unit, sql`select item as id from exchange_search order by item`);
  });

test('with any tightenings, what is shown is the floor without what they refuse', async () => {
  let bitten = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(tightening, { maxLength: 5 }),
      fc.uniqueArray(item, { minLength: 1, maxLength: 12, selector: ({ id }) => id }),
      fc.array(reader, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 1_439 }),
      async (rules, items, readers, at) => {
        now = new Date(Date.parse('2026-03-15T00:00:00.000Z') + at * 60_000).toISOString();
        await putItems(items);
        await putParts();
        await putRules([]);
        const floor = [];
        for (const one of readers) floor.push(await shown(one));
        await putRules(rules);
        for (const [place, one] of readers.entries()) {
          const before = floor[place] ?? [];
          const allowed = items
            .filter(({ id }) => before.includes(id))
            .filter(
              (asked) => tighten(rules, one, { self, act: 'read', item: asked, at: now }).kind === 'allowed',
            )
            .map(({ id }) => id)
            .sort();
          expect(await shown(one)).toEqual(allowed);
          expect(await strandsShown(one)).toEqual(one.party === self ? allowed : []);
          expect(await partsFound(one)).toEqual(one.party === self ? allowed : []);
          bitten += before.length - allowed.length;
        }
      },
    ),
    {
      numRuns: 60,
      // Rules that bind nobody would agree with a policy that is not there: the first certainly binds.
      examples: certain(),
    },
  );
  expect(bitten).toBeGreaterThan(0);
});
