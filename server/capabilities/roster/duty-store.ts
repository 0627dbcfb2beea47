/** The SQL of duties as units were told of them, and of what units said about it. */
import { sql } from 'kysely';
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Duty, Lapsed } from './contract.ts';
import type { DutyNews, ToldDuty } from './duty.ts';
import type { Engagement } from './engagements.ts';
import type { Lapse } from './lapsing.ts';
import type { DutyOwners } from './policy.ts';

const tables = (unit: Unit) => unit.tables<object>();

const columns =
  sql.raw(`event, unit, unit_name as "unitName", post, party, officer, host, uid, sequence, state,
  starts_at as "startsAt", ends_at as "endsAt", content, told_at as "toldAt",
  acknowledged_at as "acknowledgedAt", acknowledged_before as "acknowledgedBefore"`);

/** A duty as it is kept. */
export type StoredDuty = Duty & ToldDuty;

/** Every duty that units of an event were told of, those that were cancelled too. */
export const dutiesOfEvent = async (unit: Unit, event: string): Promise<readonly StoredDuty[]> => {
  const { rows } = await sql<StoredDuty>`select ${columns} from roster_duty
    where event = ${event} order by starts_at, unit`.execute(tables(unit));
  return rows;
};

export const dutiesOfUnit = async (unit: Unit, event: string, of: string): Promise<readonly StoredDuty[]> => {
  const { rows } = await sql<StoredDuty>`select ${columns} from roster_duty
    where event = ${event} and unit = ${of} order by starts_at`.execute(tables(unit));
  return rows;
};

/** Of several units, in the order of time. */
export const dutiesOfUnits = async (
  unit: Unit,
  event: string,
  units: readonly string[],
): Promise<readonly StoredDuty[]> => {
  const { rows } = await sql<StoredDuty>`select ${columns} from roster_duty
    where event = ${event} and unit = any(${[...units]}) order by starts_at, unit`.execute(tables(unit));
  return rows;
};

/** What a unit still has before it, of any event; the rows stay as they are until the transaction ends. */
export const standingAhead = async (
  unit: Unit,
  of: string,
  now: Instant,
): Promise<readonly (StoredDuty & { readonly lapsedAt: Instant | null })[]> => {
  const { rows } = await sql<StoredDuty & { lapsedAt: Instant | null }>`select ${columns},
      lapsed_at as "lapsedAt" from roster_duty
    where unit = ${of} and ends_at > ${now}::timestamptz and state = 'standing'
    order by starts_at for update`.execute(tables(unit));
  return rows;
};

/** Tells duties that changed since they were published: whoever reads them has to say so again. */
export const retell = async (unit: Unit, lapses: readonly Lapse[], at: Instant): Promise<void> => {
  const rows = lapses.map(({ duty: { uid, host, sequence, state, content }, lapsedAt }) => ({
    ...{ uid, host, sequence, state, content },
    lapsed_at: lapsedAt,
  }));
  await sql`update roster_duty d set host = n.host, sequence = n.sequence, state = n.state,
      content = n.content, lapsed_at = n.lapsed_at, told_at = ${at}::timestamptz,
      acknowledged_before = coalesce(d.acknowledged_at, d.acknowledged_before), acknowledged_at = null,
      acknowledged_by = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (uid text, host text, sequence int,
      state text, content jsonb, lapsed_at timestamptz)
    where d.uid = n.uid`.execute(tables(unit));
};

/** Standing duties of these units in other events. */
export const engagedElsewhere = async (
  unit: Unit,
  event: string,
  units: readonly string[],
): Promise<readonly Engagement[]> => {
  const { rows } = await sql<Engagement>`select unit, event, starts_at as "startsAt", ends_at as "endsAt"
    from roster_duty where unit = any(${[...units]}) and event <> ${event} and state = 'standing'
    order by unit, starts_at`.execute(tables(unit));
  return rows;
};

/** Units that stand somewhere without the host officer whom they need. */
export const unitsAlone = async (unit: Unit, now: Instant): Promise<readonly string[]> => {
  const { rows } = await sql<{ unit: string }>`select distinct unit from roster_duty
    where lapsed_at is not null and state = 'standing' and ends_at > ${now}::timestamptz`.execute(
    tables(unit),
  );
  return rows.map((row) => row.unit);
};

/** Units of an event whose published duties no longer hold, and why. */
export const lapsedIn = async (unit: Unit, event: string, now: Instant): Promise<readonly Lapsed[]> => {
  const { rows } = await sql<Lapsed>`select unit, min(unit_name) as name, count(*)::int as duties,
      case when state = 'standing' then 'host-pair' else 'gone' end as why
    from roster_duty where event = ${event} and lapsed_at is not null and ends_at > ${now}::timestamptz
    group by unit, state order by name, unit`.execute(tables(unit));
  return rows;
};

/** How many units of each event have published duties ahead that no longer hold. */
export const lapsedByEvent = async (
  unit: Unit,
  now: Instant,
): Promise<readonly { readonly event: string; readonly units: number }[]> => {
  const { rows } = await sql<{
    event: string;
    units: number;
  }>`select event, count(distinct unit)::int as units
    from roster_duty where lapsed_at is not null and ends_at > ${now}::timestamptz
    group by event`.execute(tables(unit));
  return rows;
};

/** A later publication stands in place of what lapsed. */
export const forgetLapses = async (unit: Unit, event: string): Promise<void> => {
  await sql`update roster_duty set lapsed_at = null
    where event = ${event} and lapsed_at is not null`.execute(tables(unit));
};

/** Duties of whoever reads, or of whom he stands beside. */
export const dutiesOfOfficer = async (
  unit: Unit,
  person: string,
  limit: number,
): Promise<readonly StoredDuty[]> => {
  const { rows } = await sql<StoredDuty>`select ${columns} from roster_duty
    where officer = ${person} or host = ${person} order by starts_at limit ${limit}`.execute(tables(unit));
  return rows;
};

interface Telling {
  readonly event: string;
  readonly holder: PartyId;
  readonly publication: string;
  readonly at: Instant;
  /** What a unit is called. */
  nameOf(unit: string): string;
  newUid(): string;
}

/** Keeps what is new to units: each must say again that it read what is new. */
export const tellDuties = async (unit: Unit, news: DutyNews, telling: Telling): Promise<void> => {
  const added = news.added.map((duty) => ({
    ...duty,
    uid: telling.newUid(),
    sequence: 0,
    state: 'standing',
  }));
  const rows = [...added, ...news.changed, ...news.cancelled].map((duty) => ({
    unit: duty.unit,
    unit_name: telling.nameOf(duty.unit),
    post: duty.post,
    party: duty.party,
    officer: duty.officer,
    host: duty.host,
    uid: duty.uid,
    sequence: duty.sequence,
    state: duty.state,
    starts_at: duty.startsAt,
    ends_at: duty.endsAt,
    content: duty.content,
  }));
  if (rows.length === 0) return;
  const { event, holder, publication, at } = telling;
  await sql`insert into roster_duty (event, holder, unit, unit_name, post, party, officer, host, uid,
      sequence, state, starts_at, ends_at, content, publication, told_at)
    select ${event}, ${holder}, unit, unit_name, post, party, officer, host, uid, sequence, state, starts_at,
      ends_at, content, ${publication}, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (unit text, unit_name text, post text,
      party text, officer text, host text, uid text, sequence int, state text, starts_at timestamptz,
      ends_at timestamptz, content jsonb)
    on conflict (event, unit, post) do update set unit_name = excluded.unit_name, officer = excluded.officer,
      host = excluded.host, sequence = excluded.sequence, state = excluded.state,
      starts_at = excluded.starts_at, ends_at = excluded.ends_at, content = excluded.content,
      publication = excluded.publication, told_at = excluded.told_at,
      acknowledged_before = coalesce(roster_duty.acknowledged_at, roster_duty.acknowledged_before),
      acknowledged_at = null, acknowledged_by = null`.execute(tables(unit));
};

/** Whose accounts they are may change though nothing is told: they come to see them, others no longer do. */
export const keepOwners = async (
  unit: Unit,
  event: string,
  planned: readonly (DutyOwners & { readonly unit: string; readonly post: string })[],
): Promise<void> => {
  if (planned.length === 0) return;
  const owners = planned.map(({ unit: of, post, officer, host }) => ({ unit: of, post, officer, host }));
  await sql`update roster_duty d set officer = n.officer, host = n.host
    from jsonb_to_recordset(${JSON.stringify(owners)}::jsonb)
      as n (unit text, post text, officer text, host text)
    where d.event = ${event} and d.unit = n.unit and d.post = n.post
      and (d.officer is distinct from n.officer or d.host is distinct from n.host)`.execute(tables(unit));
};

/** The unit has read what stands: all of it that was told by then. How many that were. */
export const acknowledge = async (
  unit: Unit,
  of: { readonly event: string; readonly unit: string },
  said: { readonly at: Instant; readonly by: string; readonly toldBy: Instant },
): Promise<number> => {
  const { numAffectedRows = 0n } = await sql`update roster_duty
    set acknowledged_at = ${said.at}, acknowledged_by = ${said.by}
    where event = ${of.event} and unit = ${of.unit} and acknowledged_at is null
      and told_at <= ${said.toldBy}::timestamptz`.execute(tables(unit));
  return Number(numAffectedRows);
};
