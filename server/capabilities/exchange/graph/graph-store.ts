/**
 * The SQL of the graph. Every list is one index read from where the page before ended, a named number of
 * entries at most, so that a step costs the same however many objects there are; row security stands on
 * the items.
 */
import { type RawBuilder, sql } from 'kysely';
import { isObject, type JsonObject, readJson } from '../../../kernel/canonical.ts';
import { assert } from '../../../kernel/faults.ts';
import type { ItemId } from '../../../kernel/ids.ts';
import { dayMs, later } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { ExchangeTables } from '../store.ts';
import { type EdgeSort, type GraphQuery, graphLimits } from './contract.ts';
import type { Reference } from './references.ts';

interface Tables extends ExchangeTables {
  exchange_reference: Reference & { item: ItemId };
}

const referenceBatch = 2_000;

export const putReferences = async (
  unit: Unit,
  item: ItemId,
  references: readonly Reference[],
): Promise<void> => {
  const tables = unit.tables<Tables>();
  await tables.deleteFrom('exchange_reference').where('item', '=', item).execute();
  for (let at = 0; at < references.length; at += referenceBatch) {
    const rows = references.slice(at, at + referenceBatch).map((reference) => ({ ...reference, item }));
    await tables.insertInto('exchange_reference').values(rows).execute();
  }
};

/** One edge as read: the key is what the next page goes on from. */
interface EdgeRow {
  readonly key: string;
  readonly far: string;
  readonly relation: string;
  readonly outward: boolean;
  readonly item: ItemId;
}

/** The entries of one sort after a key, in the order of their index. */
const entriesOf = (sort: EdgeSort, node: string, after: string, most: number): RawBuilder<EdgeRow> => {
  switch (sort) {
    case 'outgoing':
      return sql`select target as key, target as far, relation, true as outward, item
        from exchange_reference where source = ${node} and target > ${after} order by target limit ${most}`;
    case 'incoming':
      return sql`select source as key, source as far, relation, false as outward, item
        from exchange_reference where target = ${node} and source > ${after} order by source limit ${most}`;
    case 'holders':
      return sql`select item as key, item as far, 'holds' as relation, false as outward, item
        from exchange_object where stix_id = ${node} and item > ${after} order by item limit ${most}`;
    case 'contents':
      return sql`select lpad(ordinal::text, 6, '0') as key, stix_id as far, 'holds' as relation,
        true as outward, item from exchange_object
        where item = ${node} and ordinal > ${after === '' ? -1 : Number(after)}
        and stix_type <> all (array['relationship', 'marking-definition', 'extension-definition'])
        order by ordinal limit ${most}`;
    case 'answers':
      return sql`select id as key, id as far, 'answers' as relation, false as outward, id as item
        from exchange_item where about = ${node} and id > ${after} order by id limit ${most}`;
    case 'answered':
      return sql`select about as key, about as far, 'answers' as relation, true as outward, id as item
        from exchange_item where id = ${node} and about > ${after} limit ${most}`;
  }
};

/** What of a edge the reader asked for; the items that say it are joined in as `i`. */
const wanted = (query: GraphQuery): RawBuilder<boolean> => {
  const conditions: RawBuilder<boolean>[] = [sql<boolean>`true`];
  if (query.type !== undefined) conditions.push(sql`split_part(e.far, '--', 1) = any (${query.type})`);
  if (query.relation !== undefined) conditions.push(sql`e.relation = any (${query.relation})`);
  if (query.service !== undefined) conditions.push(sql`i.originator = any (${query.service})`);
  if (query.from !== undefined) conditions.push(sql`i.created_at >= ${`${query.from}T00:00:00.000Z`}`);
  if (query.to !== undefined)
    conditions.push(sql`i.created_at < ${later(`${query.to}T00:00:00.000Z`, dayMs)}`);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
};

/** A page ends between two keys, so that the next one can go on after the last. */
const endOfPage = (rows: readonly { readonly key: string }[]): number => {
  let end: number = graphLimits.page;
  while (end < rows.length && rows[end]?.key === rows[end - 1]?.key) end += 1;
  return end;
};

export interface EdgePage {
  readonly edges: readonly (Omit<EdgeRow, 'item'> & {
    readonly items: readonly ItemId[];
    readonly rank: number;
  })[];
  /** Where the next page goes on; null at the end. */
  readonly end: string | null;
  readonly more: number;
  readonly moreAtLeast: boolean;
}

/** One page of one sort. */
export const listEdges = async (
  unit: Unit,
  query: GraphQuery,
  sort: EdgeSort,
  after: string,
): Promise<EdgePage> => {
  const tables = unit.tables<Tables>();
  const entries = entriesOf(sort, query.node, after, graphLimits.scanned);
  const { rows } = await sql<
    Omit<EdgeRow, 'item'> & { items: ItemId[]; rank: number; scanned: string; reached: string }
  >`
    with entry as materialized (${entries}),
    asked as (
      select e.key, e.far, e.relation, e.outward, array_agg(distinct e.item) as items,
        max(i.tlp_rank) as rank
      from entry e cross join lateral (
        -- The limit keeps it a look-up of each item by its key, whatever the planner thinks of their number.
        select originator, created_at, tlp_rank from exchange_item where id = e.item limit 1
      ) i
      where ${wanted(query)}
      group by e.key, e.far, e.relation, e.outward
    )
    select asked.key, far, relation, outward, items[1:${graphLimits.seenIn}] as items, rank,
      (select count(*) from entry) as scanned, (select max(key) from entry) as reached
    from asked order by asked.key, relation, outward limit ${graphLimits.counted + 1}`.execute(tables);
  const edges = rows.slice(0, endOfPage(rows)).map(({ scanned: _s, reached: _r, ...edge }) => edge);
  const [first] = rows;
  const isFull = await scannedAll(unit, entries, first);
  const left = rows.length - edges.length;
  const moreAtLeast = left > graphLimits.counted - graphLimits.page || isFull.more;
  const last = edges.at(-1)?.key ?? null;
  return { edges, end: left > 0 ? last : isFull.more ? isFull.reached : null, more: left, moreAtLeast };
};

/** Whether entries lie beyond those that were looked at. Where no row was left, they are counted anew. */
const scannedAll = async (
  unit: Unit,
  entries: RawBuilder<EdgeRow>,
  first: { readonly scanned: string; readonly reached: string } | undefined,
): Promise<{ readonly more: boolean; readonly reached: string | null }> => {
  if (first !== undefined)
    return { more: Number(first.scanned) === graphLimits.scanned, reached: first.reached };
  const { rows } = await sql<{ scanned: string; reached: string | null }>`
    select count(*) as scanned, max(key) as reached from (${entries}) entry`.execute(unit.tables<Tables>());
  const [row] = rows;
  return { more: Number(row?.scanned ?? 0) === graphLimits.scanned, reached: row?.reached ?? null };
};

/** One readable content of each of these objects, of the item that was made last. */
export const findObjects = async (
  unit: Unit,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly object: JsonObject; readonly rank: number }>> => {
  const found = new Map<string, { readonly object: JsonObject; readonly rank: number }>();
  if (ids.length === 0) return found;
  const { rows } = await sql<{ id: string; content: string; rank: number }>`
    select wanted.id, o.content, o.rank from unnest(${[...ids]}::text[]) wanted (id)
    cross join lateral (
      select held.content, i.tlp_rank as rank from exchange_object held
      join exchange_item i on i.id = held.item
      where held.stix_id = wanted.id order by held.item limit 1
    ) o`.execute(unit.tables<Tables>());
  for (const { id, content, rank } of rows) {
    const value = readJson(content)?.value;
    assert(isObject(value), 'a stored object is not JSON');
    found.set(id, { object: value, rank });
  }
  return found;
};

/** True when something that the reader may read names it, though no object of that id is here. */
export const isNamed = async (unit: Unit, id: string): Promise<boolean> => {
  const { rows } = await sql<{ named: boolean }>`
    select exists (select 1 from exchange_reference where source = ${id})
      or exists (select 1 from exchange_reference where target = ${id}) as named`.execute(
    unit.tables<Tables>(),
  );
  return rows[0]?.named ?? false;
};
