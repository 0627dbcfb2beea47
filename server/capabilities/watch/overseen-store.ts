/** What whoever oversees asks of things of the watch. No word of them. */
import { sql } from 'kysely';
import type { PartyId } from '../../kernel/ids.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Unit } from '../../plumbing/database/index.ts';

/** Whose a thing of the watch is, and under which marking. */
export interface WatchedFacts {
  readonly id: string;
  readonly originator: PartyId;
  readonly marking: Marking;
}

/** Entries, alerts and situation reports of these ids that are still here; as the house. */
export const watchedFacts = async (unit: Unit, ids: readonly string[]): Promise<readonly WatchedFacts[]> => {
  const wanted = [...ids];
  const { rows } = await sql<WatchedFacts>`
    select e.id, e.holder as originator, e.marking from watch_entry e where e.id = any(${wanted}::text[])
    union all
    select a.id, a.originator, a.marking from watch_alert a where a.id = any(${wanted}::text[])
    union all
    select s.id, s.holder, s.marking from watch_sitrep s where s.id = any(${wanted}::text[])`.execute(
    unit.tables<object>(),
  );
  return rows;
};
