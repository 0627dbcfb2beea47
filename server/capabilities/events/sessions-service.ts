/** The verbs of sessions. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import { type Day, dayMs, dayOf, type Instant, isDay, later } from '../../kernel/time.ts';
import { momentOf } from '../../kernel/zone.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { eventsLimits } from './contract.ts';
import {
  type EventsNeeds,
  type Keeping,
  requireEvent,
  requireSound,
  requireVersion,
} from './keeping-service.ts';
import { findVenue } from './place-store.ts';
import { requireReadable } from './places-service.ts';
import { mayPlanEvents, mayReadEvents } from './policy.ts';
import { readCursor, writeCursor } from './rows-store.ts';
import { daysShown, sessionErrors } from './session.ts';
import type {
  Calendar,
  CalendarFilter,
  Session,
  SessionChange,
  SessionDraft,
  SessionFilter,
  SessionPage,
} from './session-contract.ts';
import { calendarOf, countByDays, type DaysWanted, sessionDaysOf } from './session-days-store.ts';
import * as store from './session-store.ts';
import { wordsOfQuestion } from './session-words.ts';

const shownAtOnce = 200;

/** A day that there is; null where none is said, or one that no calendar has. */
const dayIn = (day: Day | undefined): Day | null => (day !== undefined && isDay(day) ? day : null);

/** Makes the verbs. They throw the faults of their policy and of faults.ts. */
export const createSessionVerbs = (needs: EventsNeeds, keeping: Keeping) => {
  const { verbs, self, timeZone } = needs;

  /** The moment at which a day begins here; null where it is none. */
  const begins = (day: Day | null, days = 0): Instant | null => {
    if (day === null) return null;
    const shifted = dayOf(later(`${day}T12:00:00.000Z`, days * dayMs));
    return momentOf(timeZone, { day: shifted, time: '00:00' });
  };
  const daysWanted = (event: string, filter: CalendarFilter): DaysWanted => ({
    ...{ event, from: dayIn(filter.from), to: dayIn(filter.to), venue: filter.venue ?? null },
  });
  const wantedOf = (event: string, filter: SessionFilter): store.SessionWanted => ({
    ...{ event, venue: filter.venue ?? null, state: filter.state ?? null },
    ...{ from: begins(dayIn(filter.from)), to: begins(dayIn(filter.to), 1) },
  });
  const pageOf = async (unit: Unit, event: string, filter: SessionFilter, limit: number) => {
    const page = { after: readCursor(filter.cursor), limit };
    const words = wordsOfQuestion(filter.q ?? '');
    if (words.length > 0) return store.foundSessions(unit, wantedOf(event, filter), words, page);
    const [rows, total] = await Promise.all([
      store.listSessions(unit, wantedOf(event, filter), page),
      countByDays(unit, daysWanted(event, filter), timeZone, filter.state ?? null),
    ]);
    return { rows, total, isMore: false };
  };
  const requireSession = async (
    unit: Unit,
    event: string,
    draft: SessionDraft,
    id: string | null,
  ): Promise<void> => {
    const isPlaced = draft.venue === null || (await findVenue(unit, event, draft.venue)) !== null;
    requireSound([...sessionErrors(draft), ...(isPlaced ? [] : ['venue'])]);
    if (await store.isCodeTaken(unit, event, draft.code, id))
      throw new Fault('events/code-taken', { code: draft.code });
    const there = await countByDays(unit, daysWanted(event, {}), timeZone, null);
    if (id === null && there >= eventsLimits.sessions)
      throw new Fault('events/too-many', { limit: eventsLimits.sessions });
  };

  return {
    list: (actor: Actor, event: string, filter: SessionFilter): Promise<SessionPage> =>
      verbs.read({ actor, verb: 'events.list-sessions', subject: event }, async ({ unit, permit }) => {
        permit(mayReadEvents(actor, self));
        await requireReadable(unit, event);
        const limit = filter.limit ?? shownAtOnce;
        const { rows, ...counted } = await pageOf(unit, event, filter, limit);
        const last = rows.length === limit ? rows.at(-1) : undefined;
        const next = last === undefined ? null : writeCursor({ at: last.startsAt, id: last.id });
        return { items: [...rows], next, ...counted };
      }),

    calendar: (actor: Actor, event: string, filter: CalendarFilter): Promise<Calendar> =>
      verbs.read({ actor, verb: 'events.list-sessions', subject: event }, async ({ unit, permit }) => {
        permit(mayReadEvents(actor, self));
        await requireReadable(unit, event);
        const wanted = daysWanted(event, filter);
        const all = await sessionDaysOf(unit, { ...wanted, from: null, to: null }, timeZone);
        const shown = daysShown(all, wanted);
        const days = all.map(({ day, sessions }) => ({ day, sessions }));
        if (shown === null) return { timeZone, days, cells: [] };
        return { timeZone, days, cells: await calendarOf(unit, { ...wanted, ...shown }, timeZone) };
      }),

    read: (actor: Actor, event: string, id: string): Promise<Session> =>
      verbs.read({ actor, verb: 'events.read-session', subject: event }, async ({ unit, permit }) => {
        permit(mayReadEvents(actor, self));
        const session = await store.findSession(unit, event, id);
        if (session === null) throw new Fault('access/absent');
        return session;
      }),

    add: (actor: Actor, event: string, draft: SessionDraft): Promise<Session> =>
      verbs.run({ actor, verb: 'events.add-session', subject: event }, async ({ unit, permit, note }) => {
        permit(mayPlanEvents(actor, self));
        await requireEvent(unit, event);
        const session = { ...draft, id: randomUUID(), event, version: 0 };
        await requireSession(unit, event, draft, null);
        note({ session: session.id });
        const [kept = session] = await keeping.sessions(unit, actor, event, [
          { before: null, after: session },
        ]);
        return kept;
      }),

    change: (actor: Actor, event: string, id: string, change: SessionChange): Promise<Session> =>
      verbs.run({ actor, verb: 'events.change-session', subject: event }, async ({ unit, permit, note }) => {
        permit(mayPlanEvents(actor, self));
        const { version, reason = null, ...draft } = change;
        await requireEvent(unit, event);
        const before = await store.findSession(unit, event, id);
        if (before === null) throw new Fault('access/absent');
        requireVersion(version, before);
        await requireSession(unit, event, draft, id);
        note({ session: id });
        const after = { ...draft, id, event, version };
        const because = { reason, import: null };
        const [kept = after] = await keeping.sessions(unit, actor, event, [{ before, after }], because);
        return kept;
      }),
  };
};
export type SessionVerbs = ReturnType<typeof createSessionVerbs>;
