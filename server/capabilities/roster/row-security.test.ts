/** Holds the row security of the roster's tables to policy.ts. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyPeer, anyPerson, holder, house, other, people } from '../../../testing/cast.ts';
import { openModuleDatabase } from '../../../testing/module-database.ts';
import { contentOf, dutyOf } from '../../../testing/roster-duties.ts';
import type { Actor } from '../../kernel/decision.ts';
import type { Database, Unit } from '../../plumbing/database/index.ts';
import * as drafts from './draft-store.ts';
import { dutiesOfEvent, tellDuties } from './duty-store.ts';
import { insertEdit, listEdits } from './edit-store.ts';
import { findJob, insertJob } from './job-store.ts';
import { liveLinks, replaceLinks } from './link-store.ts';
import { findPlan, insertPlan } from './plan-store.ts';
import { mayReadDuty, mayReadRoster } from './policy.ts';
import { findPublication, insertPublication, nextNumber } from './publication-store.ts';
import { listReceived, listUntold, markUntold, replaceReceived } from './received-store.ts';

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(['roster']));
});
afterAll(() => close());

const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 8, arbitrary: anyPerson() },
  { weight: 1, arbitrary: anyPeer },
  { weight: 1, arbitrary: fc.constant(house) },
);
const at = '2029-07-20T09:00:00.000Z';
const event = randomUUID();
const ids = { plan: randomUUID(), draft: randomUUID(), job: randomUUID(), publication: randomUUID() };
const post = 'gate';

const fill = async (unit: Unit): Promise<void> => {
  await insertPlan(unit, { id: ids.plan, holder, event, content: '{}', hash: 'h', made_at: at });
  const facts = { id: ids.draft, event, plan: ids.plan, name: 'x', copiedFrom: null, madeBy: people[0] };
  await drafts.insertDraft(unit, { ...facts, madeAt: at, holder });
  const changes = [
    { kind: 'stand', post, seat: 0, before: null, after: { unit: 'dog' } },
    { kind: 'hold', before: null, after: { kind: 'pin', unit: 'dog', post, by: 'x', reason: '' } },
  ] as const;
  await drafts.keepChanges(unit, { id: ids.draft, holder }, changes);
  const edit = { place: 1, kind: 'place', changes, by: people[0], at };
  await insertEdit(unit, { id: ids.draft, holder }, edit);
  const job = { id: ids.job, draft: ids.draft, kind: 'solve', seed: 1, iterations: 1, version: 1 } as const;
  await insertJob(unit, { ...job, plan: ids.plan, startedBy: people[0], startedAt: at, holder });
  await insertPublication(unit, {
    ...{ id: ids.publication, event, number: await nextNumber(unit, event), plan: ids.plan, assignments: [] },
    ...{ hash: 'h', proposedBy: people[0], approvedBy: people[1], publishedAt: at, holder, draft: ids.draft },
  });
  const [officer, host] = people;
  const planned = [
    dutyOf({ unit: 'dog', officer, host: null }),
    dutyOf({ unit: 'cat', officer: null, host }),
  ];
  const telling = { event, holder, publication: ids.publication, at, nameOf: () => 'x', newUid: randomUUID };
  await tellDuties(unit, { added: planned, changed: [], cancelled: [] }, telling);
  const link = { id: randomUUID(), unit: 'dog', party: holder, expiresAt: '2029-08-20T09:00:00.000Z' };
  await replaceLinks(unit, [{ ...link, secretHash: 'h' }], { event, holder, by: people[0], at });
  await markUntold(unit, { event, holder }, [{ unit: 'dog', party: other }]);
  const told = { uid: 'u', unit: 'ours', unitName: 'x', sequence: 0, state: 'standing' } as const;
  const { venue } = contentOf();
  await replaceReceived(
    unit,
    { sender: other, holder, event: { ar: 'x', fr: 'x', en: 'x' }, units: ['ours'], at },
    [
      {
        ...told,
        startsAt: at,
        endsAt: '2029-07-20T12:00:00.000Z',
        venue,
        task: null,
        hosts: [],
        acknowledgedAt: null,
      },
    ],
  );
};

test('drafts, plans, publications and links are seen by those whom the policy names', async () => {
  await database.transact(house, fill);
  await fc.assert(
    fc.asyncProperty(actor, async (reader) => {
      const seen = await database.transact(reader, async (unit) => {
        const draft = await drafts.findDraft(unit, ids.draft);
        const state = await drafts.readState(unit, { id: ids.draft, plan: ids.plan });
        const duties = await dutiesOfEvent(unit, event);
        return {
          draft: draft !== null,
          plan: (await findPlan(unit, ids.plan)) !== null,
          standing: state.standing.size === 1,
          holds: state.holds.size === 1,
          edits: (await listEdits(unit, ids.draft, 9)).length === 1,
          job: (await findJob(unit, ids.job)) !== null,
          publication: (await findPublication(unit, ids.publication)) !== null,
          links: (await liveLinks(unit, event, at)).length === 1,
          received: (await listReceived(unit, 9)).length === 1,
          untold: (await listUntold(unit)).length === 1,
          duties: duties.map(({ unit: of }) => of).sort(),
        };
      });
      const may = mayReadRoster(reader, holder).kind === 'allowed';
      const mayDuty = (officer: string | null, host: string | null) =>
        mayReadDuty(reader, holder, { officer, host }).kind === 'allowed';
      const owned = [
        ...(mayDuty(null, people[1]) ? ['cat'] : []),
        ...(mayDuty(people[0], null) ? ['dog'] : []),
      ];
      const whole = { draft: may, plan: may, standing: may, holds: may, edits: may, job: may };
      const rest = { publication: may, links: may, received: may, untold: reader.kind === 'system' };
      expect(seen).toEqual({ ...whole, ...rest, duties: owned });
    }),
    { numRuns: 150 },
  );
});

test('who reads changes nothing, and what was published nobody changes', async () => {
  const planner = { kind: 'person', party: holder, role: 'event-planner', desks: [], circles: [] } as const;
  const person = { ...planner, person: people[0], clearance: 'red' } as const;
  const renamed = await database.transact(person, (unit) =>
    sql`update roster_draft set name = 'y'`.execute(unit.tables<object>()),
  );
  expect(renamed.numAffectedRows ?? 0n).toBe(0n);
  await expect(
    database.transact(house, (unit) =>
      sql`update roster_publication set hash = 'y'`.execute(unit.tables<object>()),
    ),
  ).rejects.toThrow('a published roster is not changed');
});

test('no override of the host pair can be kept, by whatever way it comes', async () => {
  const hold = { kind: 'override', unit: 'dog', post, rules: ['rest', 'host-pair'], by: 'x', reason: 'y' };
  await expect(
    database.transact(house, (unit) =>
      sql`insert into roster_hold (draft, holder, key, hold)
        values (${ids.draft}, ${holder}, 'k', ${JSON.stringify(hold)}::jsonb)`.execute(unit.tables<object>()),
    ),
  ).rejects.toThrow('roster_hold_hold_check');
});
