/** Holds the row security of migration 001 to policy.ts. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyPeer, anyPerson, holder, house } from '../../../testing/cast.ts';
import {
  eventDraft,
  objectDraft,
  postDraft,
  sessionDraft,
  venueDraft,
} from '../../../testing/events-cast.ts';
import { openModuleDatabase } from '../../../testing/module-database.ts';
import type { Actor } from '../../kernel/decision.ts';
import type { Database } from '../../plumbing/database/index.ts';
import { appendChanges, changesOf } from './change-store.ts';
import { findEvent, listEvents, putEvent } from './event-store.ts';
import { recognised } from './imports/contract.ts';
import { insertImport, listImports } from './imports/import-store.ts';
import { codesOf, putCodes, putSources, rememberSources, sourcesOf } from './imports/source-store.ts';
import { apartOf, insertMerge, listMerges, putApart } from './merging/merge-store.ts';
import { findObject, findVenue, putObjects, putVenues } from './place-store.ts';
import { mayPlanEvents, mayReadEvents } from './policy.ts';
import { countPosts, findPost, putPosts } from './post-store.ts';
import { findSession, foundSessions, putSessions } from './session-store.ts';
import { listTeams, putTeams } from './team-store.ts';

let database: Database;
let close: () => Promise<void>;
const [event, venue, object, session, post] = Array.from({ length: 5 }, () => randomUUID());
const stored = { version: 1, event: String(event) };
const at = '2029-07-01T09:00:00.000Z';
const anySession = { event: stored.event, from: null, to: null, venue: null, state: null };
const doing = { holder, event: stored.event, at, by: 'system:test', reason: null, import: null };
const change = {
  kind: 'venue',
  subject: String(venue),
  act: 'made',
  version: 1,
  before: {},
  after: {},
} as const;

const team = { code: 'MAR', name: { fr: 'Maroc' }, nation: 'MA', part: null, state: 'in-use' } as const;
const counts = { added: 1, changed: 0, unchanged: 0, gone: 0, refused: 0, noted: 0 };
const imported = {
  ...{ id: randomUUID(), at, by: 'system:test', source: 'file', file: 'file.csv', target: 'venues' as const },
  ...{ settings: recognised, counts },
};
const otherCode = { code: 'N1', venue: String(venue) };
const anySource = { event: stored.event, source: 'b', target: 'venues', gone: false } as const;

const told = { event: stored.event, at, by: 'system:test' };
const twice = { ...venueDraft({ code: 'N2' }), ...stored, id: randomUUID() };
const did = { goes: twice, took: { before: {}, after: {} }, sessions: [], posts: [], zones: [] };
const reversed = { stays: twice.id, did: { ...did, goes: { ...twice, id: String(venue) } } };
const merged = { ...told, id: randomUUID(), stays: String(venue), did };

beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(['events']));
  await database.transact(house, async (unit) => {
    await putEvent(unit, holder, { ...eventDraft(), id: stored.event, version: 1, milestones: [] });
    await putVenues(unit, holder, [{ ...venueDraft(), ...stored, id: String(venue) }]);
    await putObjects(unit, holder, [{ ...objectDraft(), ...stored, id: String(object) }]);
    await putSessions(unit, holder, [{ ...sessionDraft(), ...stored, id: String(session) }], 'UTC');
    const origin = { kind: 'by-hand' } as const;
    const draft = postDraft(String(venue));
    await putPosts(unit, holder, [{ ...draft, ...stored, id: String(post), origin, removedAt: null }]);
    await putTeams(unit, holder, [{ ...team, ...stored, id: randomUUID() }]);
    const sourced = { event: stored.event, source: 'file', target: 'venues', gone: false } as const;
    await putSources(unit, holder, { ...sourced, subjects: [String(venue)] });
    await rememberSources(unit, holder, { ...sourced, import: imported.id, source: 'b', subjects: ['none'] });
    await insertImport(unit, holder, { ...imported, event: stored.event });
    await putCodes(unit, holder, { import: imported.id, event: stored.event, codes: [otherCode] });
    await appendChanges(unit, doing, [change]);
    await putVenues(unit, holder, [{ ...twice, version: 1 }]);
    await insertMerge(unit, holder, merged);
    await putApart(unit, { holder, ...told }, ['a', 'b']);
  });
});
afterAll(() => close());

const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 8, arbitrary: anyPerson() },
  { weight: 1, arbitrary: anyPeer },
  { weight: 1, arbitrary: fc.constant(house) },
);

test('an event and all that belongs to it are seen by those whom the policy names', async () => {
  await fc.assert(
    fc.asyncProperty(actor, async (reader) => {
      const seen = await database.look(reader, async (unit) => [
        (await listEvents(unit)).length === 1,
        (await findEvent(unit, stored.event)) !== null,
        (await findVenue(unit, stored.event, String(venue))) !== null,
        (await findObject(unit, stored.event, String(object))) !== null,
        (await findSession(unit, stored.event, String(session))) !== null,
        (await findPost(unit, stored.event, String(post))) !== null,
        (await countPosts(unit, stored.event, {})).total === 1,
        (await sql`select from events_session_day`.execute(unit.tables<object>())).rows.length === 1,
        (await foundSessions(unit, anySession, ['ouverture'], { after: null, limit: 1 })).total === 1,
        (await listTeams(unit, stored.event)).length === 1,
        (await sourcesOf(unit, stored.event, 'venues')).size === 1,
        (await codesOf(unit, stored.event)).size === 2,
        (await sql`select from events_source_before`.execute(unit.tables<object>())).rows.length === 1,
        (await listImports(unit, stored.event)).length === 1,
        (await changesOf(unit, stored.event, String(venue))).length === 1,
        (await listMerges(unit, stored.event)).length === 1,
        (await apartOf(unit, stored.event)).length === 1,
      ]);
      const may = mayReadEvents(reader, holder).kind === 'allowed';
      expect(seen).toEqual(seen.map(() => may));
    }),
    { numRuns: 150 },
  );
});

test('they are written by those whom the policy names, and what was changed by nobody', async () => {
  const writes = [
    (unit: Unit) => putEvent(unit, holder, { ...eventDraft(), id: randomUUID(), version: 1, milestones: [] }),
    (unit: Unit) =>
      putVenues(unit, holder, [{ ...venueDraft({ town: 'Salé' }), ...stored, id: String(venue) }]),
    (unit: Unit) =>
      putSessions(unit, holder, [{ ...sessionDraft({ code: 'X' }), ...stored, id: randomUUID() }], 'UTC'),
    (unit: Unit) => putObjects(unit, holder, [{ ...objectDraft(), ...stored, id: String(object) }]),
    (unit: Unit) => putTeams(unit, holder, [{ ...team, code: 'X', ...stored, id: randomUUID() }]),
    (unit: Unit) => insertImport(unit, holder, { ...imported, id: randomUUID(), event: stored.event }),
    (unit: Unit) => putCodes(unit, holder, { import: randomUUID(), event: stored.event, codes: [otherCode] }),
    (unit: Unit) =>
      rememberSources(unit, holder, { ...anySource, import: randomUUID(), subjects: ['other'] }),
    (unit: Unit) => appendChanges(unit, doing, [change]),
    (unit: Unit) => insertMerge(unit, holder, { ...merged, id: randomUUID(), ...reversed }),
    (unit: Unit) => putApart(unit, { holder, ...told }, ['a', randomUUID()]),
  ];
  class Undone extends Error {}
  await fc.assert(
    fc.asyncProperty(actor, fc.constantFrom(...writes), async (writer, write) => {
      const outcome = await database
        .transact(writer, async (unit) => {
          await write(unit);
          throw new Undone();
        })
        .catch((error: unknown) => error);
      const may = mayPlanEvents(writer, holder).kind === 'allowed';
      expect(outcome instanceof Undone).toBe(may);
    }),
    { numRuns: 150 },
  );
});
type Unit = Parameters<Parameters<Database['transact']>[1]>[0];
