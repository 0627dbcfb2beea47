/** The SQL of the programme as risk looks at it: without the units that sessions are made of. */
import { sql } from 'kysely';
import type { Unit } from '../../../plumbing/database/index.ts';
import { tables } from '../rows-store.ts';
import type { SessionFacts } from './facts.ts';

/** Sessions that are held, by the node's clock, in the order in which they begin. */
export const sessionFacts = async (
  unit: Unit,
  event: string,
  zone: string,
): Promise<readonly SessionFacts[]> => {
  const { rows } = await sql<SessionFacts>`select id, venue, (starts_at at time zone ${zone})::date as day,
      title, discipline, phase, starts_at as "startsAt", ends_at as "endsAt", spectators,
      expected_spectators as expected
    from events_session where event = ${event} and state <> 'cancelled' order by starts_at, id`.execute(
    tables(unit),
  );
  return rows;
};

/** Whether a target is there to be assessed: its session, venue or object is of this event. */
export const isThere = async (
  unit: Unit,
  event: string,
  kind: 'session' | 'venue' | 'object',
  id: string,
): Promise<boolean> => {
  const standing = kind === 'venue' ? sql`merged_into is null` : sql`true`;
  const { rows } = await sql`select 1 from ${sql.table(`events_${kind}`)}
    where id = ${id} and event = ${event} and ${standing}`.execute(tables(unit));
  return rows.length > 0;
};

/** Of which of these sessions, venues or objects anything was assessed. */
export const assessedOf = async (
  unit: Unit,
  event: string,
  ids: readonly string[],
): Promise<readonly string[]> => {
  const { rows } = await sql<{ ref: string }>`select distinct ref from events_risk_target
    where event = ${event} and ref = any(${[...ids]}::text[])`.execute(tables(unit));
  return rows.map(({ ref }) => ref);
};
