/** The SQL of reviews that are overdue, and of who was told. */
import { sql } from 'kysely';
import type { PersonId } from '../../../kernel/ids.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { tables } from '../rows-store.ts';
import type { OverdueReview } from './reminder-contract.ts';

/** Tells of what is overdue and was not told, so many at once: the owners of each event, as the house. */
export const remindOverdue = async (
  unit: Unit,
  today: Day,
  at: Instant,
  limit: number,
): Promise<readonly { readonly event: string; readonly owners: readonly string[] }[]> => {
  const { rows } = await sql<{ event: string; owners: string[] }>`
    with told as (
      insert into events_risk_reminder (target, hazard, version, holder, event, owner, reminded_at)
      select c.target, c.hazard, c.version, c.holder, c.event, coalesce(v.owner, v.by), ${at}::timestamptz
      from events_risk_current c
        join events_risk_version v on v.target = c.target and v.hazard = c.hazard and v.version = c.version
      where c.review_on < ${today}::date and not exists (select from events_risk_reminder r
        where r.target = c.target and r.hazard = c.hazard and r.version = c.version)
      order by c.review_on limit ${limit}
      returning event, owner)
    select event, array_agg(distinct owner) as owners from told group by event`.execute(tables(unit));
  return rows;
};

/** What a person was told of and has not reviewed, the longest overdue first; days are of this zone. */
export const overdueOf = async (
  unit: Unit,
  person: PersonId,
  { zone, limit }: { readonly zone: string; readonly limit: number },
): Promise<readonly OverdueReview[]> => {
  const { rows } = await sql<OverdueReview>`select r.event, e.name as "eventName", r.target, r.hazard,
      c.review_on as "reviewOn", jsonb_build_object(
        'place', coalesce(v.id, o.id, ''), 'name', coalesce(v.name, o.name, '{}'),
        'day', coalesce(t.day, (s.starts_at at time zone ${zone})::date), 'title', s.title) as named
    from events_risk_reminder r
      join events_risk_current c on c.target = r.target and c.hazard = r.hazard and c.version = r.version
      join events_event e on e.id = r.event
      join events_risk_target t on t.target = r.target
      left join events_session s on t.kind = 'session' and s.id = t.ref
      left join events_venue v on v.id = case t.kind when 'session' then s.venue else t.ref end
      left join events_object o on t.kind = 'object' and o.id = t.ref
    where r.owner = ${person} order by c.review_on, r.target, r.hazard limit ${limit}`.execute(tables(unit));
  return rows;
};
