/** The SQL of duties of own officers in rosters of others, and of who is still to be told of ours. */
import { sql } from 'kysely';
import type { Words } from '../../kernel/faults.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { ReceivedDuty } from './contract.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** What a sender says of all duties of these units now: what was said of them before is gone. */
export const replaceReceived = async (
  unit: Unit,
  from: {
    readonly sender: PartyId;
    readonly holder: PartyId;
    /** What the sender calls its event. */
    readonly event: Words;
    readonly units: readonly string[];
    readonly at: Instant;
  },
  duties: readonly Omit<ReceivedDuty, 'sender' | 'event' | 'receivedAt'>[],
): Promise<void> => {
  await sql`delete from roster_received
    where sender = ${from.sender} and unit = any(${[...from.units]})`.execute(tables(unit));
  const rows = duties.map((duty) => ({
    uid: duty.uid,
    unit: duty.unit,
    sequence: duty.sequence,
    state: duty.state,
    starts_at: duty.startsAt,
    ends_at: duty.endsAt,
    acknowledged_at: duty.acknowledgedAt,
    content: {
      event: from.event,
      unitName: duty.unitName,
      venue: duty.venue,
      task: duty.task,
      hosts: duty.hosts,
    },
  }));
  await sql`insert into roster_received (sender, holder, uid, unit, sequence, state, starts_at, ends_at,
      content, acknowledged_at, received_at)
    select ${from.sender}, ${from.holder}, uid, unit, sequence, state, starts_at, ends_at,
      content, acknowledged_at, ${from.at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (uid text, unit text, sequence int,
      state text, starts_at timestamptz, ends_at timestamptz, content jsonb, acknowledged_at timestamptz)
    on conflict (sender, uid) do nothing`.execute(tables(unit));
};

export const listReceived = async (unit: Unit, limit: number): Promise<readonly ReceivedDuty[]> => {
  const { rows } = await sql<ReceivedDuty>`select sender, uid, content -> 'event' as event, unit,
      content ->> 'unitName' as "unitName", sequence, state, starts_at as "startsAt", ends_at as "endsAt",
      content ->> 'venue' as venue, content ->> 'task' as task, content -> 'hosts' as hosts,
      acknowledged_at as "acknowledgedAt", received_at as "receivedAt"
    from roster_received order by starts_at, unit limit ${limit}`.execute(tables(unit));
  return rows;
};

export const forgetReceived = async (unit: Unit, before: Instant): Promise<void> => {
  await sql`delete from roster_received where ends_at < ${before}::timestamptz`.execute(tables(unit));
};

/** These units' services have yet to hear how their duties stand. */
export const markUntold = async (
  unit: Unit,
  of: { readonly event: string; readonly holder: PartyId },
  units: readonly { readonly unit: string; readonly party: PartyId }[],
): Promise<void> => {
  await sql`insert into roster_untold (event, holder, party, unit)
    select ${of.event}, ${of.holder}, party, unit
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as n (party text, unit text)
    on conflict do nothing`.execute(tables(unit));
};

export interface Untold {
  readonly event: string;
  readonly party: PartyId;
  readonly units: readonly string[];
}

/** Who is to be told, by event and service. */
export const listUntold = async (unit: Unit): Promise<readonly Untold[]> => {
  const { rows } = await sql<Untold>`select event, party, array_agg(unit order by unit) as units
    from roster_untold group by event, party order by event, party`.execute(tables(unit));
  return rows;
};

export const markTold = async (unit: Unit, { event, party, units }: Untold): Promise<void> => {
  await sql`delete from roster_untold where event = ${event} and party = ${party}
    and unit = any(${[...units]})`.execute(tables(unit));
};
