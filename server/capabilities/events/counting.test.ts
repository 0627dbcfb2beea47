/** What an event keeps of its counts is what a count of its rows gives, whatever was done to them. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holder, house } from '../../../testing/cast.ts';
import {
  eventDraft,
  objectDraft,
  postDraft,
  sessionDraft,
  venueDraft,
} from '../../../testing/events-cast.ts';
import { openModuleDatabase } from '../../../testing/module-database.ts';
import { later } from '../../kernel/time.ts';
import type { Database, Unit } from '../../plumbing/database/index.ts';
import { findEvent, putEvent } from './event-store.ts';
import { putObjects, putVenues } from './place-store.ts';
import { countPosts, putPosts } from './post-store.ts';
import { deleteRows, tables } from './rows-store.ts';
import { daysShown } from './session.ts';
import { sessionStates } from './session-contract.ts';
import { calendarOf, countByDays, recountDays, sessionDaysOf } from './session-days-store.ts';
import * as store from './session-store.ts';
import { wordsOfQuestion } from './session-words.ts';

const zone = 'Europe/Paris';
const everywhere = { from: null, to: null, venue: null };
let database: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(['events']));
});
afterAll(() => close());

const ids = Array.from({ length: 6 }, () => randomUUID());
const number = fc.nat({ max: ids.length - 1 });
const act = fc.record({
  kind: fc.constantFrom('session', 'some-sessions', 'session-gone', 'venue', 'object', 'post'),
  which: fc.uniqueArray(number, { minLength: 1 }),
  hours: fc.integer({ min: -30, max: 60 }),
  state: fc.constantFrom(...sessionStates),
  venue: fc.option(number, { nil: null }),
  many: fc.integer({ min: 1, max: 9 }),
});
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

interface Made {
  readonly event: string;
  readonly venues: readonly string[];
}
const nameOf = (event: string, at: number): string => `${event.slice(0, 8)}${ids[at]?.slice(8)}`;

const doing = async (unit: Unit, { event, venues }: Made, one: Act): Promise<void> => {
  const placed = one.state === 'cancelled' ? 'cancelled' : 'in-use';
  const placedAt = (at: number) => ({ id: nameOf(event, at), event, code: `C${at}`, version: 1 });
  const startsAt = later('2029-07-20T20:00:00.000Z', one.hours * 3_600_000);
  const sessions = one.which.map((at) => ({
    ...sessionDraft({ startsAt, endsAt: later(startsAt, 3_600_000), state: one.state }),
    ...placedAt(at),
    venue: one.venue === null ? null : (venues[one.venue] ?? null),
    spectators: one.many * 100,
  }));
  switch (one.kind) {
    case 'session':
      return store.putSessions(unit, holder, sessions, zone);
    case 'some-sessions':
      for (const session of sessions) await store.putSomeSessions(unit, holder, [session]);
      return recountDays(unit, event, zone, []);
    case 'session-gone':
      await deleteRows(
        unit,
        'events_post',
        one.which.map((at) => nameOf(event, at)),
      );
      return store.deleteSessions(
        unit,
        event,
        one.which.map((at) => nameOf(event, at)),
        zone,
      );
    case 'venue': {
      const changed = one.which.map((at) => ({
        ...venueDraft({ state: placed }),
        ...placedAt(at),
        id: venues[at] ?? '',
      }));
      return putVenues(unit, holder, changed);
    }
    case 'object':
      return putObjects(
        unit,
        holder,
        one.which.map((at) => ({ ...objectDraft({ state: placed }), ...placedAt(at) })),
      );
    default: {
      const origin = { kind: 'by-hand' } as const;
      const removedAt = one.state === 'cancelled' ? '2029-07-01T00:00:00.000Z' : null;
      const draft = { ...postDraft(venues[0] ?? ''), quantity: one.many, origin, removedAt };
      return putPosts(
        unit,
        holder,
        one.which.map((at) => ({ ...draft, ...placedAt(at) })),
      );
    }
  }
};

const kept = async (unit: Unit, event: string) => {
  const wanted = { event, ...everywhere };
  const found = await findEvent(unit, event);
  return {
    counts: found?.counts,
    posts: await countPosts(unit, event, {}),
    days: await sessionDaysOf(unit, wanted, zone),
    cells: await calendarOf(unit, wanted, zone),
    total: await countByDays(unit, wanted, zone, null),
    cancelled: await countByDays(unit, wanted, zone, 'cancelled'),
  };
};

/** The same, counted row by row: a calendar of days that were forgotten counts for itself. */
const recounted = async (unit: Unit, event: string) => {
  const one = async (table: string, stands: string): Promise<number> => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}
      where event = ${event} and ${sql.raw(stands)}`.execute(tables(unit));
    return rows[0]?.n ?? -1;
  };
  const stands = "state <> 'cancelled'";
  const { rows } = await sql<{ wanted: number }>`select coalesce(sum(quantity), 0)::int as wanted
    from events_post where event = ${event} and removed_at is null`.execute(tables(unit));
  await sql`update events_event set days_zone = null where id = ${event}`.execute(tables(unit));
  const calendar = await kept(unit, event);
  return {
    ...calendar,
    counts: {
      venues: await one('events_venue', stands),
      sessions: await one('events_session', stands),
      teams: 0,
      objects: await one('events_object', stands),
      posts: await one('events_post', 'removed_at is null'),
    },
    posts: { total: await one('events_post', 'removed_at is null'), wanted: rows[0]?.wanted },
  };
};

test('counts and days are right after whatever is made, moved, cancelled or taken away', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
      const event = randomUUID();
      const made = { event, venues: ids.map((_, at) => `${event}-${at}`) };
      await database.transact(house, async (unit) => {
        await putEvent(unit, holder, { ...eventDraft(), id: event, version: 1, milestones: [] });
        await putVenues(
          unit,
          holder,
          made.venues.map((id, at) => ({ ...venueDraft({ code: `C${at}` }), id, event, version: 1 })),
        );
        for (const one of acts) await doing(unit, made, one);
        const there = await kept(unit, event);
        expect(there).toEqual(await recounted(unit, event));
      });
    }),
    { numRuns: 15 },
  );
});

test('a session is found by each of its words in any form, and by no word that it has lost', async () => {
  const event = randomUUID();
  await database.transact(house, async (unit) => {
    await putEvent(unit, holder, { ...eventDraft(), id: event, version: 1, milestones: [] });
    const session = { ...sessionDraft(), id: randomUUID(), event, version: 1, discipline: 'Judo' };
    const put = (title: string) => store.putSessions(unit, holder, [{ ...session, title }], zone);
    const found = async (question: string): Promise<number> => {
      const wanted = { event, from: null, to: null, venue: null, state: null };
      const page = { after: null, limit: 10 };
      const { rows, total } = await store.foundSessions(unit, wanted, wordsOfQuestion(question), page);
      expect(rows.length).toBe(total);
      return total;
    };
    await put('نهائي الملاكمة – finales hommes');
    for (const question of ['ملاكمة', 'finale', 'hom', 'judo final', 'M01', 'النهائي'])
      expect([question, await found(question)]).toEqual([question, 1]);
    for (const question of ['judo femmes', 'escrime'])
      expect([question, await found(question)]).toEqual([question, 0]);
    await put('demi-finale');
    expect([await found('ملاكمة'), await found('demi')]).toEqual([0, 1]);
  });
});

test('a calendar shows whole days, as many as fit, and always one', () => {
  const day = (number: number, cells: number) => ({ day: `2029-07-0${number}`, cells });
  const days = [day(1, 1_500), day(2, 400), day(3, 200), day(4, 5_000)];
  const from = (first: string | null) => daysShown(days, { from: first, to: null });
  expect(from(null)).toEqual({ from: '2029-07-01', to: '2029-07-02' });
  expect(from('2029-07-03')).toEqual({ from: '2029-07-03', to: '2029-07-03' });
  expect(from('2029-07-04')).toEqual({ from: '2029-07-04', to: '2029-07-04' });
  expect(from('2029-07-05')).toBeNull();
});
