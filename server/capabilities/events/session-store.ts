/** The SQL of sessions. */
import { type RawBuilder, sql } from 'kysely';
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { eventsLimits } from './contract.ts';
import { type After, deleteRows, putRows, tables } from './rows-store.ts';
import { inTime } from './session.ts';
import type { Session, SessionRow, SessionState } from './session-contract.ts';
import { daysOfSessions, forgetDays, recountDays } from './session-days-store.ts';
import { putWords, searchSessions } from './session-search-store.ts';

const shortColumns = sql`id, event, code, venue, title, discipline, phase, starts_at as "startsAt",
  ends_at as "endsAt", nations, spectators, expected_spectators as "expectedSpectators", state, version`;
const columns = sql`${shortColumns}, units`;

const sessionRow = (holder: PartyId, session: Session) => ({
  ...{ id: session.id, holder, event: session.event, venue: session.venue, code: session.code },
  ...{ title: session.title, discipline: session.discipline, phase: session.phase },
  ...{ starts_at: session.startsAt, ends_at: session.endsAt, nations: session.nations },
  ...{ spectators: session.spectators, expected_spectators: session.expectedSpectators },
  ...{ units: session.units, state: session.state, version: session.version },
});

const write = async (unit: Unit, holder: PartyId, given: readonly Session[]): Promise<void> => {
  // As they are asked for, so that what a search gathers lies together on few pages.
  const sessions = given.toSorted(inTime);
  await putRows(
    unit,
    'events_session',
    sessions.map((session) => sessionRow(holder, session)),
  );
  await putWords(unit, holder, sessions);
};

/** Writes sessions of one event, their words, and what is counted by the days of this zone. */
export const putSessions = async (
  unit: Unit,
  holder: PartyId,
  sessions: readonly Session[],
  timeZone: string,
): Promise<void> => {
  const [first] = sessions;
  if (first === undefined) return;
  const ids = sessions.map(({ id }) => id);
  const before = await daysOfSessions(unit, timeZone, ids);
  await write(unit, holder, sessions);
  const after = await daysOfSessions(unit, timeZone, ids);
  await recountDays(unit, first.event, timeZone, [...before, ...after]);
};

/** As `putSessions`, a part of many: their days are counted once, by `recountDays`, when all are written. */
export const putSomeSessions = async (
  unit: Unit,
  holder: PartyId,
  sessions: readonly Session[],
): Promise<void> => {
  const [first] = sessions;
  if (first === undefined) return;
  await forgetDays(unit, first.event);
  await write(unit, holder, sessions);
};

/** Takes sessions of one event away, with all that is kept of them. */
export const deleteSessions = async (
  unit: Unit,
  event: string,
  ids: readonly string[],
  timeZone: string,
): Promise<void> => {
  if (ids.length === 0) return;
  const days = await daysOfSessions(unit, timeZone, ids);
  await deleteRows(unit, 'events_session', ids);
  await recountDays(unit, event, timeZone, days);
};

/** All sessions of an event with their units, cancelled ones too, by their code: for who compares. */
export const allSessions = async (unit: Unit, event: string): Promise<readonly Session[]> => {
  const { rows } = await sql<Session>`select ${columns} from events_session where event = ${event}
    order by code limit ${eventsLimits.sessions}`.execute(tables(unit));
  return rows;
};

/** All sessions at a venue, cancelled ones too. */
export const sessionsAt = async (unit: Unit, event: string, venue: string): Promise<readonly Session[]> => {
  const { rows } = await sql<Session>`select ${columns} from events_session
    where venue = ${venue} and event = ${event} order by starts_at, id`.execute(tables(unit));
  return rows;
};

export const findSession = async (unit: Unit, event: string, id: string): Promise<Session | null> => {
  const { rows } = await sql<Session>`select ${columns} from events_session
    where id = ${id} and event = ${event}`.execute(tables(unit));
  return rows[0] ?? null;
};

/** What a list is narrowed to. */
export interface SessionWanted {
  readonly event: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly venue: string | null;
  readonly state: SessionState | null;
}

const conditionOf = (wanted: SessionWanted): RawBuilder<boolean> => {
  const parts = [
    sql`event = ${wanted.event}`,
    ...(wanted.from === null ? [] : [sql`starts_at >= ${wanted.from}::timestamptz`]),
    ...(wanted.to === null ? [] : [sql`starts_at < ${wanted.to}::timestamptz`]),
    ...(wanted.venue === null ? [] : [sql`venue = ${wanted.venue}`]),
    ...(wanted.state === null ? [] : [sql`state = ${wanted.state}`]),
  ];
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
};

interface Page {
  readonly after: After | null;
  readonly limit: number;
}
const furtherThan = (after: After | null): RawBuilder<boolean> =>
  after === null
    ? sql<boolean>`true`
    : sql<boolean>`(starts_at, id) > (${after.at}::timestamptz, ${after.id})`;

const rowsOf = async (
  unit: Unit,
  which: RawBuilder<unknown>,
  limit: number,
): Promise<readonly SessionRow[]> => {
  const { rows } = await sql<SessionRow>`select ${shortColumns}, jsonb_array_length(units) as "unitCount"
    from events_session where ${which} order by starts_at, id limit ${limit}`.execute(tables(unit));
  return rows;
};

/** One page in the order of time. */
export const listSessions = (unit: Unit, wanted: SessionWanted, page: Page): Promise<readonly SessionRow[]> =>
  rowsOf(unit, sql`${conditionOf(wanted)} and ${furtherThan(page.after)}`, page.limit);

/** As `listSessions`, of those that have all the words of a question; and how many these are on all pages. */
export const foundSessions = async (
  unit: Unit,
  wanted: SessionWanted,
  words: readonly string[],
  page: Page,
): Promise<{ readonly rows: readonly SessionRow[]; readonly total: number; readonly isMore: boolean }> => {
  const asked = { when: conditionOf(wanted), further: furtherThan(page.after), limit: page.limit };
  const { ids, ...counted } = await searchSessions(unit, words, asked);
  return { rows: await rowsOf(unit, sql`id = any(${[...ids]}::text[])`, page.limit), ...counted };
};

/** Whether another session of the event has this code. */
export const isCodeTaken = async (
  unit: Unit,
  event: string,
  code: string,
  except: string | null,
): Promise<boolean> => {
  const { rows } = await sql`select from events_session
    where event = ${event} and code = ${code} and id is distinct from ${except}`.execute(tables(unit));
  return rows.length > 0;
};
