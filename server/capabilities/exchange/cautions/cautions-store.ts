/** The only SQL of cautions. */
import { sql } from 'kysely';
import type { ItemId, PartyId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { ExchangeTables } from '../store.ts';

/** Objects of an item whose creator is neither this service nor an identity of the item, in their order. */
export const findForeign = async (
  unit: Unit,
  item: ItemId,
  self: PartyId,
  limit: number,
): Promise<{ readonly count: number; readonly objects: string[] }> => {
  const { rows } = await sql<{ stix_id: string; count: number }>`
    with own as materialized (
      select ordinal, stix_id, content::json ->> 'created_by_ref' as creator
      from exchange_object where item = ${item}
    )
    select stix_id, count(*) over ()::int as count
    from own
    where creator is not null and creator <> ${self}
      and not exists (select 1 from own as held where held.stix_id = own.creator)
    order by ordinal
    limit ${limit}
  `.execute(unit.tables<ExchangeTables>());
  return { count: rows[0]?.count ?? 0, objects: rows.map((row) => row.stix_id) };
};
