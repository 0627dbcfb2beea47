/** The SQL of what is seen of risk at once: the map over venues and days, and what rose. */
import { sql } from 'kysely';
import type { Day, Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { tables } from '../rows-store.ts';
import type { HazardName } from './hazards.ts';

/** A place of the map; `venue` and `day` are null for an object. */
export interface HeatRow {
  readonly venue: string | null;
  readonly day: Day | null;
  readonly object: string | null;
  readonly rank: number;
  readonly hazard: HazardName;
  readonly assessed: number;
  readonly overdue: number;
}

/** One row for each target; of one hazard, what stands of it. Neither reads the history. */
const targetsOf = (event: string, hazard: HazardName | null) =>
  hazard === null
    ? sql`select kind, ref, day, rank, hazard, first_review from events_risk_target where event = ${event}`
    : sql`select t.kind, t.ref, t.day, c.rank, c.hazard, c.review_on as first_review
        from events_risk_current c join events_risk_target t on t.target = c.target
        where c.event = ${event} and c.hazard = ${hazard}`;

/**
 * The greatest level of each venue on each day. A session counts on the day and at the venue where it now
 * is, wherever it was when it was assessed; one that was cancelled does not count.
 */
export const heatOf = async (
  unit: Unit,
  asked: {
    readonly event: string;
    readonly hazard: HazardName | null;
    readonly zone: string;
    readonly today: Day;
  },
): Promise<readonly HeatRow[]> => {
  const { event, hazard, zone, today } = asked;
  const { rows } = await sql<HeatRow>`
    with placed as (
      select case t.kind when 'session' then s.venue when 'venue-day' then t.ref end as venue,
        case t.kind when 'session' then (s.starts_at at time zone ${zone})::date else t.day end as day,
        case t.kind when 'object' then t.ref end as object, t.rank, t.hazard, t.first_review
      from (${targetsOf(event, hazard)}) t
      left join events_session s on t.kind = 'session' and s.id = t.ref and s.event = ${event}
        and s.state <> 'cancelled'
      where t.kind <> 'session' or s.id is not null)
    select venue, day, object, max(rank) as rank, (array_agg(hazard order by rank desc, hazard))[1] as hazard,
      count(*) as assessed, count(*) filter (where first_review < ${today}::date) as overdue
    from placed group by venue, day, object order by day, venue, object`.execute(tables(unit));
  return rows;
};

/** Sessions that are held, by venue and day. */
export const sessionDays = async (
  unit: Unit,
  event: string,
  zone: string,
): Promise<readonly { readonly venue: string; readonly day: Day; readonly sessions: number }[]> => {
  const { rows } = await sql<{ venue: string; day: Day; sessions: number }>`
    select venue, (starts_at at time zone ${zone})::date as day, count(*) as sessions
    from events_session where event = ${event} and state <> 'cancelled' and venue is not null
    group by venue, day order by day, venue`.execute(tables(unit));
  return rows;
};

/** What has changed since a moment, with what stood then; its first version where nothing did. */
export interface ChangedSince {
  readonly target: string;
  readonly hazard: HazardName;
  readonly before: number;
  readonly after: number;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
}

export const higherSince = async (
  unit: Unit,
  asked: { readonly event: string; readonly since: Instant; readonly limit: number },
): Promise<{ readonly rose: readonly ChangedSince[]; readonly first: number; readonly fell: number }> => {
  const { event, since, limit } = asked;
  const changed = sql`select c.target, c.hazard, c.version, c.rank as after, c.at, b.rank as before,
      b.at > ${since}::timestamptz as first
    from events_risk_current c left join lateral (
      select v.rank, v.at from events_risk_version v
      where v.target = c.target and v.hazard = c.hazard
        and (v.at <= ${since}::timestamptz or v.version = 1)
      order by v.version desc limit 1) b on true
    where c.event = ${event} and c.at > ${since}::timestamptz`;
  const [listed, counted] = await Promise.all([
    sql<ChangedSince>`select d.target, d.hazard, d.before, d.after, d.at, v.by, v.reason from (${changed}) d
      join events_risk_version v on v.target = d.target and v.hazard = d.hazard and v.version = d.version
      where d.after > d.before order by d.after desc, d.at desc, d.target limit ${limit}`.execute(
      tables(unit),
    ),
    sql<{ first: number; fell: number }>`select count(*) filter (where d.first) as first,
      count(*) filter (where after < before) as fell from (${changed}) d`.execute(tables(unit)),
  ]);
  return { rose: listed.rows, first: counted.rows[0]?.first ?? 0, fell: counted.rows[0]?.fell ?? 0 };
};
