/** Holds the row security of migration 020 to policy.ts, and what is only added to. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyPeer, anyPerson, holder, house, other } from '../../../../testing/cast.ts';
import { eventDraft, postDraft, sessionDraft, venueDraft } from '../../../../testing/events-cast.ts';
import { openModuleDatabase } from '../../../../testing/module-database.ts';
import { templateLine, templateWith } from '../../../../testing/risk-cast.ts';
import type { Actor } from '../../../kernel/decision.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Database, Unit } from '../../../plumbing/database/index.ts';
import { putEvent } from '../event-store.ts';
import { putVenues } from '../place-store.ts';
import { mayPlanEvents } from '../policy.ts';
import { putPosts } from '../post-store.ts';
import { putSessions } from '../session-store.ts';
import { addVersions, currentOf, type NewVersion, versionsOf } from './assessment-store.ts';
import type { WantedPost } from './generation.ts';
import { keepMade, madeOf } from './generation-store.ts';
import { heatOf } from './heat-store.ts';
import { mayReadRisk } from './policy.ts';
import { overdueOf, remindOverdue } from './reminder-store.ts';
import { listTemplates, putTemplate } from './template-store.ts';
import { listAsks, putAsk } from './visitor-store.ts';

let database: Database;
let close: () => Promise<void>;
const [event, venue, session, post] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const stored = { version: 1, event };
const at = '2029-07-01T09:00:00.000Z';
const how = { holder, event, at, by: 'system:test' };
const target = `session:${session}`;
const assessed = (version: number): NewVersion => ({
  ...{ target, hazard: 'crowd', version, likelihood: 4, impact: 4, confidence: 'low', reason: 'x' },
  ...{ sources: [], owner: null, reviewOn: '2029-07-02', origin: 'person' },
});
const wanted: WantedPost = {
  ...{ key: 'k', target, hazard: 'crowd', level: 'high', template: 'crowd-venue' },
  draft: postDraft(venue),
};
const ask = {
  partner: other,
  milestone: 't-8-weeks',
  dueOn: '2029-05-25',
  item: newId('item'),
  askedAt: at,
} as const;
const template = { id: 'own', draft: templateWith([templateLine()]), version: 1, retiredAt: null };

beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(['events']));
  await database.transact(house, async (unit) => {
    await putEvent(unit, holder, { ...eventDraft(), id: event, version: 1, milestones: [] });
    await putVenues(unit, holder, [{ ...venueDraft(), ...stored, id: venue }]);
    await putSessions(unit, holder, [{ ...sessionDraft({ venue }), ...stored, id: session }], 'UTC');
    const origin = { kind: 'by-hand' } as const;
    await putPosts(unit, holder, [{ ...postDraft(venue), ...stored, id: post, origin, removedAt: null }]);
    await addVersions(unit, how, [assessed(1)]);
    await keepMade(unit, how, [{ post, wanted }]);
    await putTemplate(unit, template, how);
    await putAsk(unit, ask, how);
  });
});
afterAll(() => close());

const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 8, arbitrary: anyPerson() },
  { weight: 1, arbitrary: anyPeer },
  { weight: 1, arbitrary: fc.constant(house) },
);
const asked = { event, hazard: null, zone: 'UTC', today: '2029-07-03' };

test('risk and what came of it are seen by those whom the policy names', async () => {
  await fc.assert(
    fc.asyncProperty(actor, async (reader) => {
      const seen = await database.look(reader, async (unit) => [
        (await versionsOf(unit, event, target)).length === 1,
        (await currentOf(unit, event)).length === 1,
        (await heatOf(unit, asked)).length === 1,
        (await heatOf(unit, { ...asked, hazard: 'crowd' })).length === 1,
        (await madeOf(unit, event)).length === 1,
        (await listTemplates(unit)).length === 1,
        (await listAsks(unit, event)).length === 1,
      ]);
      const may = mayReadRisk(reader, holder).kind === 'allowed';
      expect(seen).toEqual(seen.map(() => may));
    }),
    { numRuns: 120 },
  );
});

test('they are written by those whom the policy names', async () => {
  const writes = [
    (unit: Unit) => addVersions(unit, how, [assessed(2)]),
    (unit: Unit) => keepMade(unit, how, [{ post, wanted }]),
    (unit: Unit) => putTemplate(unit, template, how),
    (unit: Unit) => putAsk(unit, ask, how),
  ];
  class Undone extends Error {}
  await fc.assert(
    fc.asyncProperty(actor, fc.constantFrom(...writes), async (writer, write) => {
      const outcome = await database
        .transact(writer, async (unit) => {
          await write(unit);
          // What row security hides is not inserted, and says nothing.
          if ((await madeOf(unit, event)).length === 0) throw new Error('hidden');
          throw new Undone();
        })
        .catch((error: unknown) => error);
      expect(outcome instanceof Undone).toBe(mayPlanEvents(writer, holder).kind === 'allowed');
    }),
    { numRuns: 120 },
  );
});

test('a version is never written twice, and the map says what is overdue', async () => {
  await expect(database.transact(house, (unit) => addVersions(unit, how, [assessed(1)]))).rejects.toThrow();
  const [row] = await database.look(house, (unit) => heatOf(unit, asked));
  expect(row).toMatchObject({ venue, day: '2029-07-20', rank: 3, hazard: 'crowd', assessed: 1, overdue: 1 });
});

test('who answers for a risk is told once that its review is overdue', async () => {
  const owner = newId('person');
  const drone = { ...assessed(1), hazard: 'drone', owner, reviewOn: '2029-07-05' } as const;
  await database.transact(house, (unit) => addVersions(unit, how, [drone]));
  const remind = (day: string) =>
    database.transact(house, (unit) => remindOverdue(unit, day, `${day}T09:00:00.000Z`, 10));
  const waiting = () => database.look(house, (unit) => overdueOf(unit, owner, { zone: 'UTC', limit: 10 }));
  // The other assessment names nobody: who wrote it is told.
  expect(await remind('2029-07-05')).toEqual([{ event, owners: ['system:test'] }]);
  expect(await waiting()).toEqual([]);
  expect(await remind('2029-07-06')).toEqual([{ event, owners: [owner] }]);
  expect(await remind('2029-07-07')).toEqual([]);
  const named = { place: venue, name: venueDraft().name, day: '2029-07-20', title: sessionDraft().title };
  expect(await waiting()).toMatchObject([{ event, target, hazard: 'drone', reviewOn: '2029-07-05', named }]);
  const anew = { ...drone, version: 2, reviewOn: '2029-07-09' };
  await database.transact(house, (unit) => addVersions(unit, how, [anew]));
  expect(await waiting()).toEqual([]);
  expect(await remind('2029-07-10')).toEqual([{ event, owners: [owner] }]);
});
