/**
 * The SQL of what is counted of sessions by day and venue. Who writes sessions counts their days anew in the
 * same transaction, holding the event; a list and a calendar read what was counted.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { tables } from './rows-store.ts';
import type { Calendar, SessionState } from './session-contract.ts';

/** So many days are counted by themselves; beyond them, all of the event at once. */
const mostDays = 30;

const counted = (zone: string): RawBuilder<unknown> =>
  sql`(starts_at at time zone ${zone})::date as day, venue,
    (count(*) filter (where state = 'planned'))::int as planned,
    (count(*) filter (where state = 'moved'))::int as moved,
    (count(*) filter (where state = 'cancelled'))::int as cancelled,
    min(starts_at) as from_at, max(ends_at) as to_at,
    sum(spectators) filter (where state <> 'cancelled') as spectators`;

/** The days on which these sessions begin, as they stand now. */
export const daysOfSessions = async (
  unit: Unit,
  zone: string,
  ids: readonly string[],
): Promise<readonly Day[]> => {
  const { rows } = await sql<{ day: Day }>`select distinct (starts_at at time zone ${zone})::date as day
    from events_session where id = any(${[...ids]}::text[])`.execute(tables(unit));
  return rows.map(({ day }) => day);
};

/** Says that what was counted does not hold: until it is counted anew, who reads counts for himself. */
export const forgetDays = async (unit: Unit, event: string): Promise<void> => {
  await sql`update events_event set days_zone = null where id = ${event} and days_zone is not null`.execute(
    tables(unit),
  );
};

/** When these days begin, or those so many after them: asked apart, so that an index knows the moments. */
const beginnings = async (
  unit: Unit,
  days: readonly Day[],
  later: number,
  zone: string,
): Promise<string[]> => {
  const { rows } = await sql<{
    at: string;
  }>`select (day + ${later}::int)::timestamp at time zone ${zone} as at
    from unnest(${[...days]}::date[]) day`.execute(tables(unit));
  return rows.map(({ at }) => at);
};

/** Counts these days of an event anew; all of it, where they are many or it was counted by another clock. */
export const recountDays = async (
  unit: Unit,
  event: string,
  zone: string,
  days: readonly Day[],
): Promise<void> => {
  const [isCounted] = (
    await sql<{ yes: boolean }>`select days_zone is not distinct from ${zone} as yes from events_event
      where id = ${event}`.execute(tables(unit))
  ).rows;
  const some = [...new Set(days)];
  const isPart = isCounted?.yes === true && some.length <= mostDays;
  const from = isPart
    ? sql`unnest(${await beginnings(unit, some, 0, zone)}::timestamptz[],
        ${await beginnings(unit, some, 1, zone)}::timestamptz[]) wanted (begins, ends)
        join events_session on event = ${event} and starts_at >= begins and starts_at < ends`
    : sql`events_session where event = ${event}`;
  const stale = isPart ? sql`and day = any(${some}::date[])` : sql``;
  await sql`delete from events_session_day where event = ${event} ${stale}`.execute(tables(unit));
  await sql`insert into events_session_day
      (event, holder, day, venue, planned, moved, cancelled, from_at, to_at, spectators)
    select ${event}, min(holder), ${counted(zone)} from ${from} group by day, venue`.execute(tables(unit));
  if (!isPart)
    await sql`update events_event set days_zone = ${zone} where id = ${event}`.execute(tables(unit));
};

/** What a count is narrowed to. */
export interface DaysWanted {
  readonly event: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly venue: string | null;
}

/** What was counted; counted on the spot where it was not, or by another clock. */
const cellsOf = async (unit: Unit, { event, from, to, venue }: DaysWanted, zone: string) => {
  const { rows } = await sql<{ zone: string | null }>`select days_zone as zone from events_event
    where id = ${event}`.execute(tables(unit));
  const cells =
    rows[0]?.zone === zone
      ? sql`select * from events_session_day where event = ${event}`
      : sql`select ${counted(zone)} from events_session where event = ${event} group by day, venue`;
  const parts = [
    sql`true`,
    ...(from === null ? [] : [sql`day >= ${from}::date`]),
    ...(to === null ? [] : [sql`day <= ${to}::date`]),
    ...(venue === null ? [] : [sql`venue = ${venue}`]),
  ];
  return sql`(select * from (${cells}) cell where ${sql.join(parts, sql` and `)})`;
};

/** How many sessions there are, of one state or of all. */
export const countByDays = async (
  unit: Unit,
  wanted: DaysWanted,
  zone: string,
  state: SessionState | null,
): Promise<number> => {
  const cells = await cellsOf(unit, wanted, zone);
  const many = state === null ? sql`planned + moved + cancelled` : sql.ref(state);
  const { rows } = await sql<{ count: number }>`select coalesce(sum(${many}), 0)::bigint as count
    from ${cells} cell`.execute(tables(unit));
  return rows[0]?.count ?? 0;
};

/** All days that have sessions, and how many. */
export const sessionDaysOf = async (
  unit: Unit,
  wanted: DaysWanted,
  zone: string,
): Promise<readonly (Calendar['days'][number] & { readonly cells: number })[]> => {
  const cells = await cellsOf(unit, wanted, zone);
  const { rows } = await sql<Calendar['days'][number] & { cells: number }>`
    select day, sum(planned + moved + cancelled)::int as sessions, count(*)::int as cells
    from ${cells} cell group by day order by day`.execute(tables(unit));
  return rows;
};

/** Sessions by the day on which they begin, and by venue. */
export const calendarOf = async (
  unit: Unit,
  wanted: DaysWanted,
  zone: string,
): Promise<Calendar['cells']> => {
  const cells = await cellsOf(unit, wanted, zone);
  const { rows } = await sql<Calendar['cells'][number]>`
    select day, venue, planned + moved + cancelled as sessions, cancelled, from_at as "from", to_at as "to",
      spectators from ${cells} cell order by day, venue`.execute(tables(unit));
  return rows;
};
