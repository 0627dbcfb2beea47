/** The SQL of what was changed: added to, and read. */
import { sql } from 'kysely';
import type { JsonObject } from '../../kernel/canonical.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { eventsLimits, type HistoryAct } from './contract.ts';
import type { Change } from './history.ts';
import { batchesOf, tables } from './rows-store.ts';

/** Who did it, when, why, and in which import. */
export interface Doing {
  readonly holder: PartyId;
  readonly event: string;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string | null;
  readonly import: string | null;
}

export const appendChanges = async (unit: Unit, doing: Doing, changes: readonly Change[]): Promise<void> => {
  for (const some of batchesOf(changes)) {
    await sql`insert into events_change
        (holder, event, at, by, reason, import, kind, subject, act, version, before, after)
      select ${doing.holder}, ${doing.event}, ${doing.at}::timestamptz, ${doing.by}, ${doing.reason},
        ${doing.import}, kind, subject, act, version, before, after
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as change (kind text, subject text, act text,
        version integer, before jsonb, after jsonb)`.execute(tables(unit));
  }
};

interface ChangeRow {
  readonly at: Instant;
  readonly by: string;
  readonly act: HistoryAct;
  readonly reason: string | null;
  readonly import: string | null;
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** What was done to a thing, the last first. */
export const changesOf = async (
  unit: Unit,
  event: string,
  subject: string,
): Promise<readonly ChangeRow[]> => {
  const { rows } = await sql<ChangeRow>`select at, by, act, reason, import, before, after from events_change
    where subject = ${subject} and event = ${event} order by id desc limit ${eventsLimits.history}`.execute(
    tables(unit),
  );
  return rows;
};
