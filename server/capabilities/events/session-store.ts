/** The SQL of sessions. */
import { type RawBuilder, sql } from 'kysely';
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { eventsLimits } from './contract.ts';
import { type After, putRows, tables } from './rows-store.ts';
import { foundBy } from './session.ts';
import type { Calendar, Session, SessionRow, SessionState } from './session-contract.ts';

const shortColumns = sql`id, event, code, venue, title, discipline, phase, starts_at as "startsAt",
  ends_at as "endsAt", nations, spectators, expected_spectators as "expectedSpectators", state, version`;
const columns = sql`${shortColumns}, units`;

const sessionRow = (holder: PartyId, session: Session) => ({
  ...{ id: session.id, holder, event: session.event, venue: session.venue, code: session.code },
  ...{ title: session.title, discipline: session.discipline, phase: session.phase },
  ...{ starts_at: session.startsAt, ends_at: session.endsAt, nations: session.nations },
  ...{ spectators: session.spectators, expected_spectators: session.expectedSpectators },
  ...{ units: session.units, state: session.state, found_by: foundBy(session), version: session.version },
});

export const putSessions = (unit: Unit, holder: PartyId, sessions: readonly Session[]): Promise<void> =>
  putRows(
    unit,
    'events_session',
    sessions.map((session) => sessionRow(holder, session)),
  );

/** All sessions of an event with their units, cancelled ones too, by their code: for who compares. */
export const allSessions = async (unit: Unit, event: string): Promise<readonly Session[]> => {
  const { rows } = await sql<Session>`select ${columns} from events_session where event = ${event}
    order by code limit ${eventsLimits.sessions}`.execute(tables(unit));
  return rows;
};

export const findSession = async (unit: Unit, event: string, id: string): Promise<Session | null> => {
  const { rows } = await sql<Session>`select ${columns} from events_session
    where id = ${id} and event = ${event}`.execute(tables(unit));
  return rows[0] ?? null;
};

/** What a list is narrowed to; `words` are folded. */
export interface SessionWanted {
  readonly event: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly venue: string | null;
  readonly state: SessionState | null;
  readonly words: readonly string[];
}

/** Of the text of a pattern, what LIKE would read as more than itself. */
const literally = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

const conditionOf = (wanted: SessionWanted): RawBuilder<boolean> => {
  const parts = [
    sql`event = ${wanted.event}`,
    ...(wanted.from === null ? [] : [sql`starts_at >= ${wanted.from}::timestamptz`]),
    ...(wanted.to === null ? [] : [sql`starts_at < ${wanted.to}::timestamptz`]),
    ...(wanted.venue === null ? [] : [sql`venue = ${wanted.venue}`]),
    ...(wanted.state === null ? [] : [sql`state = ${wanted.state}`]),
    ...wanted.words.map((word) => sql`found_by like ${`%${literally(word)}%`}`),
  ];
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
};

/** One page in the order of time. */
export const listSessions = async (
  unit: Unit,
  wanted: SessionWanted,
  page: { readonly after: After | null; readonly limit: number },
): Promise<readonly SessionRow[]> => {
  const { after } = page;
  const further = after === null ? sql`true` : sql`(starts_at, id) > (${after.at}::timestamptz, ${after.id})`;
  const { rows } = await sql<SessionRow>`select ${shortColumns}, jsonb_array_length(units) as "unitCount"
    from events_session where ${conditionOf(wanted)} and ${further}
    order by starts_at, id limit ${page.limit}`.execute(tables(unit));
  return rows;
};

export const countSessions = async (unit: Unit, wanted: SessionWanted): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from events_session
    where ${conditionOf(wanted)}`.execute(tables(unit));
  return rows[0]?.count ?? 0;
};

/** Sessions by the day on which they begin, and by venue. */
export const calendarOf = async (
  unit: Unit,
  wanted: SessionWanted,
  timeZone: string,
): Promise<Calendar['cells']> => {
  const { rows } = await sql<Calendar['cells'][number]>`
    select (starts_at at time zone ${timeZone})::date as day, venue, count(*) as sessions,
      count(*) filter (where state = 'cancelled') as cancelled,
      min(starts_at) as "from", max(ends_at) as "to",
      sum(spectators) filter (where state <> 'cancelled') as spectators
    from events_session where ${conditionOf(wanted)}
    group by day, venue order by day, venue`.execute(tables(unit));
  return rows;
};

/** How many sessions an event has beside this one, and whether another one has this code. */
export const codeFacts = async (
  unit: Unit,
  event: string,
  code: string,
  except: string,
): Promise<{ readonly count: number; readonly taken: boolean }> => {
  const { rows } = await sql<{ count: number; taken: boolean }>`select count(*) as count,
    coalesce(bool_or(code = ${code}), false) as taken
    from events_session where event = ${event} and id <> ${except}`.execute(tables(unit));
  return rows[0] ?? { count: 0, taken: false };
};
