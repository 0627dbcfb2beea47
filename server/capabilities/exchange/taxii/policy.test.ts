/** The rules of collections: a table for each verb, and the database held to the same rules. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openModuleDatabase } from '../../../../testing/module-database.ts';
import { type Actor, type PersonActor, type Role, roles } from '../../../kernel/decision.ts';
import { newId } from '../../../kernel/ids.ts';
import { tlps } from '../../../kernel/marking.ts';
import type { Database } from '../../../plumbing/database/index.ts';
import type { CollectedView, Collection } from './collection.ts';
import * as policy from './policy.ts';

const parties = [newId('party'), newId('party')] as const;
const [self, partner] = parties;
const people = [newId('person'), newId('person')] as const;
const desks = [newId('desk'), newId('desk')] as const;
const house = { kind: 'system', name: 'test', party: self } as const;

const personOf = (role: Role, changes: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  person: people[0],
  party: self,
  role,
  desks: [],
  circles: [],
  clearance: 'red',
  ...changes,
});
const own = { party: self, person: people[0] };
const service = { party: self, person: null };
const ofPartner = { party: partner, person: null };
const answer = (decision: { kind: string; rule: string; fault?: string }) =>
  decision.kind === 'allowed' ? 'yes' : `${decision.fault}`;

describe('mayReadCollection and mayWriteCollection', () => {
  test.each<[string, Actor, Pick<Collection, 'party' | 'person'>, string, string]>([
    ['its own system', personOf('connector'), own, 'yes', 'yes'],
    ['another system', personOf('connector', { person: people[1] }), own, 'access/absent', 'access/absent'],
    ['the same account as an analyst', personOf('analyst'), own, 'access/absent', 'access/absent'],
    ['a system, of the service', personOf('connector'), service, 'yes', 'access/refused'],
    ['an analyst, of the service', personOf('analyst'), service, 'yes', 'access/refused'],
    ['an administrator', personOf('administrator'), service, 'access/absent', 'access/absent'],
    [
      'a data protection officer',
      personOf('data-protection-officer'),
      service,
      'access/absent',
      'access/absent',
    ],
    [
      'a guest, of the service',
      personOf('analyst', { party: partner }),
      service,
      'access/absent',
      'access/absent',
    ],
    ['a guest, of his party', personOf('connector', { party: partner }), ofPartner, 'yes', 'access/refused'],
    ['our own, of a partner', personOf('contact-point'), ofPartner, 'access/absent', 'access/absent'],
    ['a node', { kind: 'peer', party: partner }, ofPartner, 'access/absent', 'access/absent'],
  ])('%s', (_who, actor, collection, reads, writes) => {
    expect(answer(policy.mayReadCollection(actor, collection))).toBe(reads);
    expect(answer(policy.mayWriteCollection(actor, collection))).toBe(writes);
  });
});

describe('mayDraw', () => {
  const onDesk = { desks: [desks[0]] };
  test.each<[string, Actor, { desks: (typeof desks)[number][] }, string]>([
    ['who writes, on its desk', personOf('analyst', onDesk), onDesk, 'yes'],
    ['who writes, on another desk', personOf('analyst', { desks: [desks[1]] }), onDesk, 'access/absent'],
    ['who only reads', personOf('observer', onDesk), onDesk, 'access/refused'],
    ['a system', personOf('connector', onDesk), onDesk, 'access/refused'],
    ['a guest', personOf('analyst', { ...onDesk, party: partner }), onDesk, 'access/refused'],
    ['nobody’s system', personOf('analyst', onDesk), { desks: [] }, 'access/absent'],
  ])('%s', (_who, actor, system, wanted) => {
    expect(answer(policy.mayDraw(actor, self, system))).toBe(wanted);
  });
});

test('what is brought is bound by the clearance of who brings it; a status is for who posted', () => {
  const low = personOf('connector', { clearance: 'green' });
  expect([1, 2].map((rank) => answer(policy.mayBring(low, rank)))).toEqual(['yes', 'access/refused']);
  expect(people.map((person) => answer(policy.mayReadStatus(low, person)))).toEqual(['yes', 'access/absent']);
  expect(answer(policy.mayDiscover(low))).toBe('yes');
  expect(answer(policy.mayDiscover({ kind: 'peer', party: partner }))).toBe('access/absent');
});

describe('the database', () => {
  let database: Database;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ database, close } = await openModuleDatabase(['exchange']));
  });
  afterAll(() => close());

  const nullOr = <Value>(value: fc.Arbitrary<Value>) => fc.oneof(fc.constant(null), value);
  const view: fc.Arbitrary<CollectedView> = fc.record({
    party: fc.constantFrom(...parties),
    person: nullOr(fc.constantFrom(...people)),
    rank: fc.integer({ min: 0, max: 4 }),
    author: nullOr(fc.constantFrom(...people)),
    desk: nullOr(fc.constantFrom(...desks)),
  });
  const actor: fc.Arbitrary<Actor> = fc.oneof(
    {
      weight: 9,
      arbitrary: fc.record({
        kind: fc.constant('person' as const),
        person: fc.constantFrom(...people),
        party: fc.constantFrom(...parties),
        role: fc.oneof(fc.constant('connector' as const), fc.constantFrom(...roles)),
        desks: fc.uniqueArray(fc.constantFrom(...desks)),
        circles: fc.constant([]),
        clearance: fc.constantFrom(...tlps),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('peer' as const), party: fc.constantFrom(...parties) }),
    },
  );

  const put = (views: readonly CollectedView[]): Promise<void> =>
    database.transact(house, async (unit) => {
      const tables = unit.tables<object>();
      await sql`delete from exchange_collected`.execute(tables);
      await sql`delete from exchange_collection`.execute(tables);
      for (const [added, { party, person, rank, author, desk }] of views.entries()) {
        const id = crypto.randomUUID();
        await sql`insert into exchange_collection (id, kind, party, person, created_at)
          values (${id}, ${person === null ? 'service' : 'own'}, ${party}, ${person}, now())
          on conflict do nothing`.execute(tables);
        await sql`insert into exchange_collected (collection, added, stix_id, stix_type, version, version_key,
            tlp_rank, party, person, author, desk, size, content)
          select id, ${added}, 'x', 'x', 'x', 'x', ${rank}, party, person, ${author}, ${desk}, 2, '{}'
          from exchange_collection where party = ${party} and person is not distinct from ${person}`.execute(
          tables,
        );
      }
    });

  test('shows exactly the collections and the objects that the policy lets an actor read', async () => {
    let [compared, allowed] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.array(view, { minLength: 1, maxLength: 20 }),
        fc.array(actor, { minLength: 1, maxLength: 20 }),
        async (views, actors) => {
          await put(views);
          for (const reader of actors) {
            const { objects, collections } = await database.transact(reader, async (unit) => {
              const tables = unit.tables<object>();
              const found = await sql<{
                added: number;
              }>`select added from exchange_collected order by added`.execute(tables);
              const listed = await sql<{
                party: string;
                person: string | null;
              }>`select party, person from exchange_collection`.execute(tables);
              return { objects: found.rows.map(({ added }) => added), collections: listed.rows };
            });
            const wanted = [...views.entries()].filter(
              ([, one]) => policy.mayReadCollected(reader, one).kind === 'allowed',
            );
            expect(objects).toEqual(wanted.map(([added]) => added));
            const keys = new Set(
              views
                .filter((one) => policy.mayReadCollection(reader, one).kind === 'allowed')
                .map(({ party, person }) => `${party} ${person}`),
            );
            expect(new Set(collections.map(({ party, person }) => `${party} ${person}`))).toEqual(keys);
            compared += views.length;
            allowed += wanted.length;
          }
        },
      ),
      { numRuns: 25 },
    );
    // A rule that refuses everyone everything would agree with a database that shows nothing.
    expect(allowed).toBeGreaterThan(compared / 50);
  });
});
