/** The SQL of the objects in collections: adding, deleting, and which version counts for whom. */
import { type RawBuilder, sql } from 'kysely';
import type { ItemId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { TaxiiQuery } from '../../../plumbing/taxii/index.ts';
import { type Collectable, type Collection, type Origin, versionAt } from './collection.ts';

/**
 * Rows travel as one text for each column: canonical JSON holds no control character, and neither does any
 * other of these texts, so that a separator is enough and nothing has to be quoted.
 */
const separator = '\u0001';
const joined = (values: readonly (string | number)[]): string => values.join(separator);

const insertText = `
  insert into exchange_collected (collection, added, stix_id, stix_type, version, version_key, tlp_rank,
    party, person, author, desk, item, grounds, size, content)
  select $1, $2::bigint + at - 1, stix_id, stix_type, version, version_key, tlp_rank::smallint,
    $3, $4, $5, $6, $7, $8, octet_length(content), content
  from unnest(string_to_array($9, e'\\x01'), string_to_array($10, e'\\x01'),
    string_to_array($11, e'\\x01'), string_to_array($12, e'\\x01'),
    string_to_array($13, e'\\x01'), string_to_array($14, e'\\x01')
  ) with ordinality as row (stix_id, stix_type, version, version_key, tlp_rank, content, at)`;

/** Adds objects at the moments `first`, `first` + 1, …; the collection is held by the caller. */
export const insertCollected = (
  unit: Unit,
  collection: Collection,
  origin: Origin,
  objects: readonly Collectable[],
  first: number,
): void => {
  if (objects.length === 0) return;
  const versions = objects.map(({ version }, at) => versionAt(version, first + at));
  const { author, desk, item, grounds } = origin;
  const { id, party, person } = collection;
  unit.leave({
    sql: insertText,
    parameters: [
      ...[id, first, party, person, author, desk, item, grounds],
      joined(objects.map((object) => object.id)),
      joined(objects.map(({ type }) => type)),
      joined(versions.map(({ version }) => version)),
      joined(versions.map(({ key }) => key)),
      joined(objects.map(({ rank }) => rank)),
      joined(objects.map(({ content }) => content)),
    ],
  });
};

/**
 * Versions of these objects that are there already, the latest added first. Object by object (`offset 0`
 * keeps it so) along the index: for a list of ids PostgreSQL would go through the whole collection. It does
 * so too by a plan that was made while there was little to go through: `isLarge` says that this is over, and
 * what the policies cost to plan, which is more than the looking up, is spent once for each connection.
 */
export const knownVersions = async (
  unit: Unit,
  collection: string,
  ids: readonly string[],
  isLarge: boolean,
): Promise<readonly Known[]> => {
  if (ids.length === 0) return [];
  const query = sql<Known>`
    select stix_id, version_key, content
    from (select distinct id from unnest(${[...ids]}::text[]) as given (id)) wanted
    cross join lateral (
      select stix_id, version_key, content, added from exchange_collected
      where collection = ${collection} and stix_id = wanted.id offset 0
    ) known
    order by added desc`;
  const tables = unit.tables<object>();
  return isLarge ? unit.kept(query.compile(tables)) : (await query.execute(tables)).rows;
};

export interface Known {
  readonly stix_id: string;
  readonly version_key: string;
  readonly content: string;
}

/** Says anew, of these objects, which versions come before and after which, and who could see them. */
export const rankVersions = async (unit: Unit, collection: string, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await sql`update exchange_collected c
    set earlier_rank = r.earlier, later_rank = r.later, twin_rank = r.twin
    from (
      select added,
        coalesce(min(tlp_rank) over (partition by stix_id order by version_key
          range between unbounded preceding and current row exclude group), 5) as earlier,
        coalesce(min(tlp_rank) over (partition by stix_id order by version_key
          range between current row and unbounded following exclude group), 5) as later,
        coalesce(min(tlp_rank) over (partition by stix_id, version_key order by added
          rows between 1 following and unbounded following), 5) as twin
      from exchange_collected where collection = ${collection} and stix_id = any (${[...ids]}::text[])
    ) r
    where c.collection = ${collection} and c.added = r.added
      and (c.earlier_rank, c.later_rank, c.twin_rank) is distinct from (r.earlier, r.later, r.twin)`.execute(
    unit.tables<object>(),
  );
};

/**
 * Takes out what came with an item, of one collection or of all; gives the collections and the objects that
 * are to be ranked anew.
 */
export const deleteOfItem = async (unit: Unit, item: ItemId, collection: string | null = null) => {
  const { rows } = await sql<{ collection: string; ids: string[] }>`
    with gone as (delete from exchange_collected where item = ${item}
      and (${collection}::text is null or collection = ${collection}) returning collection, stix_id)
    select collection, array_agg(distinct stix_id) as ids from gone group by collection
    order by collection`.execute(unit.tables<object>());
  return rows;
};

/** The grounds on which the item stands in collections; null where it is in none. */
export const groundsOf = async (unit: Unit, item: ItemId): Promise<string | null> => {
  const { rows } = await sql<{ grounds: string }>`
    select grounds from exchange_collected where item = ${item} limit 1`.execute(unit.tables<object>());
  return rows[0]?.grounds ?? null;
};

/** Erases what connected systems brought before this moment. */
export const eraseOwnBefore = async (unit: Unit, added: number): Promise<void> => {
  await sql`with gone as (
      delete from exchange_collected where person is not null and added < ${added} returning collection
    ) select count(*) from gone`.execute(unit.tables<object>());
};

/** Deletes versions of one object; gives how many. */
export const deleteVersions = async (
  unit: Unit,
  collection: string,
  id: string,
  query: Pick<TaxiiQuery, 'versions' | 'speaksStix21'>,
): Promise<number> => {
  if (!query.speaksStix21) return 0;
  const { rows } = await sql`delete from exchange_collected
    where collection = ${collection} and stix_id = ${id} and ${versionFilter(query, 4)}
    returning 1`.execute(unit.tables<object>());
  return rows.length;
};

/**
 * Of the versions before, after, or twice the same, that this reader is shown: none. `sight`: `fullSight`.
 */
const unseen = (rank: RawBuilder<unknown>, sight: number) =>
  sql<boolean>`(${rank} > ${sight}::smallint or (tlp_rank = 4 and ${rank} = 5))`;

const versionFilter = ({ versions }: Pick<TaxiiQuery, 'versions'>, sight: number): RawBuilder<boolean> => {
  if (versions.all) return sql<boolean>`true`;
  const ways = [
    ...(versions.last ? [unseen(sql`later_rank`, sight)] : []),
    ...(versions.first ? [unseen(sql`earlier_rank`, sight)] : []),
    ...(versions.exact.length > 0 ? [sql<boolean>`version_key = any (${[...versions.exact]}::text[])`] : []),
  ];
  return sql<boolean>`(${sql.join(ways, sql` or `)})`;
};

/** The rows that a query asks for, in their order, one more than its limit. */
const pageOf = (collection: string, query: TaxiiQuery, sight: number, columns: RawBuilder<unknown>) => {
  const after = Math.max(query.addedAfter ?? -1, query.position ?? -1);
  return sql`select ${columns} from exchange_collected
    where collection = ${collection} and added > ${after}::bigint
      and ${query.ids === null ? sql`true` : sql`stix_id = any (${[...query.ids]}::text[])`}
      and ${query.types === null ? sql`true` : sql`stix_type = any (${[...query.types]}::text[])`}
      and ${query.speaksStix21 ? sql`true` : sql`false`}
      and ${unseen(sql`twin_rank`, sight)} and ${versionFilter(query, sight)}
    order by added limit ${query.limit + 1}`;
};

/**
 * Reads a page along the index that has its order. What row security and the ranks let through is most of a
 * collection; PostgreSQL takes it for next to nothing, and would fetch and sort the whole collection for each
 * page. A query for named objects is left to it: those are few.
 */
const alongTheOrder = async <Rows>(
  unit: Unit,
  query: TaxiiQuery,
  read: () => Promise<Rows>,
): Promise<Rows> => {
  if (query.ids !== null) return read();
  const ways = (setting: 'on' | 'off') =>
    sql`select set_config('enable_sort', ${setting}, true), set_config('enable_bitmapscan', ${setting}, true),
      set_config('enable_seqscan', ${setting}, true)`.compile(unit.tables<object>());
  unit.leave(ways('off'));
  const rows = await read();
  unit.leave(ways('on'));
  return rows;
};

export interface ObjectPage {
  /** Canonical texts, joined by commas; null for none. */
  readonly objects: string | null;
  readonly count: number;
  /** Rows found, of which there is one more than the limit where another page follows. */
  readonly found: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly items: readonly ItemId[];
}

/** A page of objects, cut at the limit and at `bytes`; their texts are joined where they lie. */
export const readObjectPage = async (
  unit: Unit,
  collection: string,
  query: TaxiiQuery,
  needs: { readonly sight: number; readonly bytes: number; readonly itemsNamed: number },
): Promise<ObjectPage> => {
  const columns = sql`added, item, size, content`;
  const text = sql<ObjectPage>`
    with page as materialized (${pageOf(collection, query, needs.sight, columns)}),
      cut as (
        select *, row_number() over way as place, sum(size) over way as bytes
        from page window way as (order by added rows unbounded preceding)
      ),
      kept as (select * from cut where place <= ${query.limit} and (place = 1 or bytes <= ${needs.bytes}))
    select string_agg(content, ',' order by added) as objects, count(*)::int as count,
      (select count(*)::int from page) as found, min(added) as first, max(added) as last,
      coalesce((array_agg(distinct item) filter (where item is not null))[1:${needs.itemsNamed}::int],
        '{}') as items
    from kept`;
  const { rows } = await alongTheOrder(unit, query, () => text.execute(unit.tables<object>()));
  const [row] = rows;
  if (row === undefined) throw new Error('bug: an aggregate gives one row');
  return row;
};

export interface RecordRow {
  readonly added: number;
  readonly stix_id: string;
  readonly version: string;
  readonly item: ItemId | null;
}

/** A page of facts about objects: what a manifest and a list of versions tell. */
export const readRecordPage = async (
  unit: Unit,
  collection: string,
  query: TaxiiQuery,
  sight: number,
): Promise<readonly RecordRow[]> => {
  const columns = sql`added, stix_id, version, item`;
  const text = sql<RecordRow>`${pageOf(collection, query, sight, columns)}`;
  const { rows } = await alongTheOrder(unit, query, () => text.execute(unit.tables<object>()));
  return rows;
};

/** True when this reader may see any version of the object. */
export const hasObject = async (unit: Unit, collection: string, id: string): Promise<boolean> => {
  const { rows } = await sql`select 1 from exchange_collected
    where collection = ${collection} and stix_id = ${id} limit 1`.execute(unit.tables<object>());
  return rows.length > 0;
};
