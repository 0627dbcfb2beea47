/** Holds the row security of migration 100 to policy.ts: who sees an officer and all that hangs on him. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aProfile } from '../../../../testing/a-profile.ts';
import { anyPeer, anyPerson, holder, house, other, people } from '../../../../testing/cast.ts';
import { openModuleDatabase } from '../../../../testing/module-database.ts';
import type { Actor } from '../../../kernel/decision.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { Database } from '../../../plumbing/database/index.ts';
import { createLive } from '../../../plumbing/live/index.ts';
import { badgesOf, insertBadge } from './badge-store.ts';
import { createCourse } from './course-service.ts';
import { endPairsOf, insertPair, pairsOf } from './pair-store.ts';
import { maySee } from './policy.ts';
import { costsOf, insertCost, insertStep, insertTask, stepsOf, tasksOf } from './step-store.ts';
import { factsOf, type StoredUnit } from './unit.ts';
import { findUnit, insertUnit, listUnits } from './unit-store.ts';
import { untouched } from './wire.ts';

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(['assistance']));
});
afterAll(() => close());

const at = '2029-07-01T09:00:00.000Z';
const profile = aProfile();
const unitOf = (kind: StoredUnit['kind'], person: PersonId | null): StoredUnit => ({
  id: randomUUID(),
  holder,
  kind,
  party: kind === 'visiting' ? other : holder,
  host: kind === 'sent' ? other : holder,
  ask: null,
  line: null,
  event: null,
  stage: kind === 'own' ? 'standing' : 'arrived',
  person,
  profile,
  available: profile.available,
  grounds: { purpose: 'x', legalBasis: 'x', reviewOn: '2029-08-01', eraseOn: '2029-09-01' },
  replaces: null,
  ...untouched,
  createdAt: at,
});

/** A visitor with all that hangs on him, paired with a host officer who is this person. */
const keep = (hostPerson: PersonId | null, ended: boolean) =>
  database.transact(house, async (unit) => {
    const [visitor, host] = [unitOf('visiting', null), unitOf('own', hostPerson)];
    for (const one of [visitor, host]) await insertUnit(unit, one);
    const { from, until } = profile.available;
    const pair = { id: randomUUID(), visitor: visitor.id, host: host.id, hostPerson, visitorPerson: null };
    await insertPair(unit, { ...pair, holder, from, until, endedAt: null });
    await insertStep(unit, { id: randomUUID(), unit: visitor.id, kind: 'vet', by: holder, at, said: {} });
    await insertTask(unit, { id: randomUUID(), unit: visitor.id, text: 'x', from, until });
    const cost = { kind: 'travel', bearer: 'host', amount: '10.50', currency: 'EUR' } as const;
    await insertCost(unit, { ...cost, id: randomUUID(), unit: visitor.id, party: other, event: null, at });
    const number = randomUUID().slice(0, 9).toUpperCase();
    const badge = { number, holder, unit: visitor.id, code: 'x', from: '2029-07-01', until: '2029-07-20' };
    await insertBadge(unit, { ...badge, zones: [], armed: false, issuedAt: at, revokedAt: null });
    if (ended) await endPairsOf(unit, visitor.id, at);
    return { visitor, host };
  });

const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 8, arbitrary: anyPerson() },
  { weight: 1, arbitrary: anyPeer },
  { weight: 1, arbitrary: fc.constant(house) },
);

test('an officer and all that hangs on him are seen by those whom the policy names', async () => {
  const cases: Awaited<ReturnType<typeof keep>>[] = [];
  for (const person of [...people, null])
    for (const ended of [false, true]) cases.push(await keep(person, ended));
  const pairs = await database.transact(house, (unit) =>
    pairsOf(
      unit,
      cases.map(({ visitor }) => visitor.id),
    ),
  );
  await fc.assert(
    fc.asyncProperty(actor, fc.constantFrom(...cases), async (reader, { visitor, host }) => {
      const seen = await database.transact(reader, async (unit) => ({
        visitor: (await findUnit(unit, visitor.id)) !== null,
        listed: (await listUnits(unit, { kind: 'visiting' })).some(({ id }) => id === visitor.id),
        host: (await findUnit(unit, host.id)) !== null,
        steps: (await stepsOf(unit, visitor.id)).length === 1,
        tasks: (await tasksOf(unit, [visitor.id])).length === 1,
        badges: (await badgesOf(unit, [visitor.id])).length === 1,
      }));
      const may = (one: StoredUnit) =>
        maySee(
          reader,
          factsOf(
            one,
            pairs.filter((pair) => [pair.visitor, pair.host].includes(one.id)),
          ),
        ).kind === 'allowed';
      const mayVisitor = may(visitor);
      expect(seen).toEqual({
        visitor: mayVisitor,
        listed: mayVisitor,
        host: may(host),
        steps: mayVisitor,
        tasks: mayVisitor,
        badges: mayVisitor,
      });
    }),
    { numRuns: 200 },
  );
});

test('what an officer costs is for those who plan and head alone', async () => {
  const { visitor } = await keep(people[0], false);
  await fc.assert(
    fc.asyncProperty(actor, async (reader) => {
      const costs = await database.transact(reader, (unit) => costsOf(unit, visitor.id));
      const isPlanner =
        reader.kind === 'system' ||
        (reader.kind === 'person' &&
          reader.party === holder &&
          ['event-planner', 'centre-head'].includes(reader.role));
      expect(costs.length).toBe(isPlanner ? 1 : 0);
    }),
    { numRuns: 60 },
  );
});

test('a host officer who goes leaves his visitor unpaired, and who plans hears of both', async () => {
  const heard: string[] = [];
  const live = await createLive({ database });
  const course = createCourse({
    self: holder,
    clock: { now: () => at },
    live,
    federation: { send: () => Promise.reject(new Error('nothing is sent over no link')) },
    isLinked: async () => false,
    unitFollowers: [async (_part, { id, how }) => void heard.push(`${how} ${id}`)],
  });
  const { visitor, host } = await keep(people[0], false);
  const left = await database.transact(house, async (unit) => {
    const gone = await course.takeOwn({ unit }, host, { step: 'withdraw', text: 'x' });
    return course.endHolds({ unit }, gone);
  });
  expect(left).toEqual([visitor.id]);
  expect(heard).toEqual([`withdraw ${host.id}`, `unpair ${visitor.id}`]);
  const standing = await database.transact(house, async (unit) => [
    await pairsOf(unit, [visitor.id]),
    await tasksOf(unit, [visitor.id]),
  ]);
  expect(standing).toEqual([[], []]);
  await live.close();
});
