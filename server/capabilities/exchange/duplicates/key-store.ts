/** The SQL of keys: kept with the content, and asked which items share them. */
import { sql } from 'kysely';
import { assert } from '../../../kernel/faults.ts';
import { type ItemId, readId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { StoredObject } from '../item.ts';
import { type ExchangeTables, readObject } from '../store.ts';
import { duplicateLimits } from './contract.ts';
import type { Key } from './keys.ts';

interface Tables extends ExchangeTables {
  exchange_key: Key & { item: ItemId };
  exchange_uncompared: { item: ItemId; since: Instant };
}

const keyBatch = 3_000;
/** Meetings of keys looked at for one item. */
const meetings = 5_000;

export const putKeys = async (unit: Unit, item: ItemId, keys: readonly Key[]): Promise<void> => {
  const tables = unit.tables<Tables>();
  await tables.deleteFrom('exchange_key').where('item', '=', item).execute();
  for (let at = 0; at < keys.length; at += keyBatch) {
    const rows = keys.slice(at, at + keyBatch).map((key) => ({ ...key, item }));
    await tables.insertInto('exchange_key').values(rows).execute();
  }
};

/** Notes that the item is to be compared with the others. */
export const queueItem = async (unit: Unit, item: ItemId, since: Instant): Promise<void> => {
  await unit
    .tables<Tables>()
    .insertInto('exchange_uncompared')
    .values({ item, since })
    .onConflict((conflict) => conflict.column('item').doUpdateSet({ since }))
    .execute();
};

/** Forgets the item: its keys, and that it was to be compared. */
export const dropKeys = async (unit: Unit, item: ItemId): Promise<void> => {
  const tables = unit.tables<Tables>();
  await tables.deleteFrom('exchange_key').where('item', '=', item).execute();
  await tables.deleteFrom('exchange_uncompared').where('item', '=', item).execute();
};

/** Takes some items off the list; another process that asks meanwhile gets others. */
export const takeQueued = async (unit: Unit): Promise<readonly ItemId[]> => {
  const { rows } = await sql<{ item: string }>`delete from exchange_uncompared where item in (
    select item from exchange_uncompared order by since limit ${duplicateLimits.batch} for update skip locked
  ) returning item`.execute(unit.tables<Tables>());
  return rows.map(({ item }) => {
    const id = readId('item', item);
    assert(id !== null, 'a queued item has no id');
    return id;
  });
};

export interface Meeting {
  readonly key: string;
  readonly object: string;
  readonly other: ItemId;
  readonly otherObject: string;
}

/** Where this item's keys meet those of others: rare keys only, the others with most in common only. */
export const meetingsOf = async (unit: Unit, item: ItemId): Promise<readonly Meeting[]> => {
  const { keys, heldByAtMost, compared } = duplicateLimits;
  const { rows } = await sql<Meeting>`
    with mine as materialized (select key, object from exchange_key where item = ${item} limit ${keys}),
    met as materialized (
      select mine.key, mine.object, o.item as other, o.object as other_object,
        count(*) over (partition by mine.key, mine.object) as held
      from mine cross join lateral (
        select k.item, k.object from exchange_key k
        where k.key = mine.key and k.item <> ${item} limit ${heldByAtMost + 1}
      ) o
    ),
    ranked as (
      select other from met where held <= ${heldByAtMost}
      group by other order by count(*) desc, other limit ${compared}
    )
    select met.key, met.object, met.other, met.other_object as "otherObject"
    from met join ranked using (other) where held <= ${heldByAtMost} limit ${meetings}`.execute(
    unit.tables<Tables>(),
  );
  return rows;
};

/** The content of these objects, each as its item holds it. */
export const objectsIn = async (
  unit: Unit,
  wanted: readonly { readonly item: ItemId; readonly object: string }[],
): Promise<ReadonlyMap<ItemId, readonly StoredObject[]>> => {
  const found = new Map<ItemId, StoredObject[]>();
  if (wanted.length === 0) return found;
  const { rows } = await sql<{ item: ItemId; content: string }>`
    select o.item, o.content
    from (select distinct * from unnest(${wanted.map(({ item }) => item)}::text[],
      ${wanted.map(({ object }) => object)}::text[]) w(item, object)) w
    join exchange_object o on o.stix_id = w.object and o.item = w.item`.execute(unit.tables<Tables>());
  for (const { item, content } of rows) found.set(item, [...(found.get(item) ?? []), readObject(content)]);
  return found;
};
