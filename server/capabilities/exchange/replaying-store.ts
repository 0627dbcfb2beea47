/** The SQL that goes through this service's own items, for what did not follow them from the beginning. */
import { sql } from 'kysely';
import type { ItemId, PartyId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';

/** The next ids after one, in their order. */
export const ownAfter = async (
  unit: Unit,
  originator: PartyId,
  after: string,
  limit: number,
): Promise<readonly ItemId[]> => {
  const { rows } = await sql<{ id: ItemId }>`select id from exchange_item
    where originator = ${originator} and id > ${after} order by id limit ${limit}`.execute(
    unit.tables<object>(),
  );
  return rows.map(({ id }) => id);
};
