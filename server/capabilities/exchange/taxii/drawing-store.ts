/** The SQL of drawing drafts from what connected systems brought. */
import { sql } from 'kysely';
import type { ItemId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';

/**
 * Marks what a connected system brought and nobody has drawn; gives it, the last version of each object. The
 * collection, which is held, says from where on to look, and is told how far all is drawn now.
 */
export const drawFresh = async (unit: Unit, needs: Drawing): Promise<readonly string[]> => {
  const { collection } = needs;
  const tables = unit.tables<object>();
  const from = (
    await sql<{ from: number }>`
      select undrawn_from as "from" from exchange_collection where id = ${collection}`.execute(tables)
  ).rows[0]?.from;
  const { rows } = await sql<{ content: string }>`
    with chosen as (
      select distinct on (stix_id) stix_id, added, content from exchange_collected
      where collection = ${collection} and added >= ${from ?? 0}::bigint and person is not null
        and drawn is null and tlp_rank <= ${needs.rankAtMost}
      order by stix_id, version_key desc, added desc limit ${needs.limit}
    ), marked as (
      update exchange_collected c set drawn = ${needs.item} from chosen
      where c.collection = ${collection} and c.stix_id = chosen.stix_id and c.drawn is null
    )
    select content from chosen order by added`.execute(tables);
  await sql`
    update exchange_collection set undrawn_from = coalesce((
      select added from exchange_collected
      where collection = ${collection} and added >= ${from ?? 0}::bigint and drawn is null
      order by added limit 1
    ), last_added + 1) where id = ${collection}`.execute(tables);
  return rows.map(({ content }) => content);
};

export interface Drawing {
  readonly collection: string;
  readonly item: ItemId;
  readonly rankAtMost: number;
  readonly limit: number;
}

/** Lets what a draft had drawn be drawn again. */
export const undraw = async (unit: Unit, item: ItemId): Promise<void> => {
  await sql`
    with given as (
      update exchange_collected set drawn = null where drawn = ${item} returning collection, added
    )
    update exchange_collection c set undrawn_from = least(undrawn_from, first)
    from (select collection, min(added) as first from given group by collection) back
    where c.id = back.collection`.execute(unit.tables<object>());
};

/** How much lies in own collections, how much of it is not drawn, and when the last came. */
export const countOwn = async (unit: Unit) => {
  const { rows } = await sql<{ collection: string; total: number; fresh: number; last: number }>`
    select collection, count(*)::int as total, max(added) as last,
      count(distinct stix_id) filter (where drawn is null)::int as fresh
    from exchange_collected where person is not null group by collection`.execute(unit.tables<object>());
  return rows;
};
