/** The verbs of sessions. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import { dayMs, dayOf, later } from '../../kernel/time.ts';
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
import { sessionErrors, wordsOfQuestion } from './session.ts';
import type {
  Calendar,
  Session,
  SessionChange,
  SessionDraft,
  SessionFilter,
  SessionPage,
} from './session-contract.ts';
import * as store from './session-store.ts';

const shownAtOnce = 200;

/** Makes the verbs. They throw the faults of their policy and of faults.ts. */
export const createSessionVerbs = (needs: EventsNeeds, keeping: Keeping) => {
  const { verbs, self, timeZone } = needs;

  /** The moment at which a day begins here; null where it is none. */
  const begins = (day: string | undefined, days = 0): string | null => {
    if (day === undefined || Number.isNaN(Date.parse(day))) return null;
    const shifted = dayOf(later(`${day}T12:00:00.000Z`, days * dayMs));
    return momentOf(timeZone, { day: shifted, time: '00:00' });
  };
  const wantedOf = (event: string, filter: SessionFilter): store.SessionWanted => ({
    event,
    from: begins(filter.from),
    to: begins(filter.to, 1),
    venue: filter.venue ?? null,
    state: filter.state ?? null,
    words: wordsOfQuestion(filter.q ?? ''),
  });
  const requireSession = async (
    unit: Unit,
    event: string,
    draft: SessionDraft,
    id: string,
  ): Promise<void> => {
    const isPlaced = draft.venue === null || (await findVenue(unit, event, draft.venue)) !== null;
    requireSound([...sessionErrors(draft), ...(isPlaced ? [] : ['venue'])]);
    const { count, taken } = await store.codeFacts(unit, event, draft.code, id);
    if (taken) throw new Fault('events/code-taken', { code: draft.code });
    if (count >= eventsLimits.sessions) throw new Fault('events/too-many', { limit: eventsLimits.sessions });
  };

  return {
    list: (actor: Actor, event: string, filter: SessionFilter): Promise<SessionPage> =>
      verbs.read({ actor, verb: 'events.list-sessions', subject: event }, async ({ unit, permit }) => {
        permit(mayReadEvents(actor, self));
        await requireReadable(unit, event);
        const wanted = wantedOf(event, filter);
        const limit = filter.limit ?? shownAtOnce;
        const page = { after: readCursor(filter.cursor), limit };
        const [rows, total] = await Promise.all([
          store.listSessions(unit, wanted, page),
          store.countSessions(unit, wanted),
        ]);
        const last = rows.length === limit ? rows.at(-1) : undefined;
        const next = last === undefined ? null : writeCursor({ at: last.startsAt, id: last.id });
        return { items: [...rows], next, total };
      }),

    calendar: (actor: Actor, event: string, filter: SessionFilter): Promise<Calendar> =>
      verbs.read({ actor, verb: 'events.list-sessions', subject: event }, async ({ unit, permit }) => {
        permit(mayReadEvents(actor, self));
        await requireReadable(unit, event);
        return { timeZone, cells: await store.calendarOf(unit, wantedOf(event, filter), timeZone) };
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
        await requireSession(unit, event, draft, session.id);
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
