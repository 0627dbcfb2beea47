/** The SQL that keeps the index of items, all of it as the house. */
import { sql } from 'kysely';
import type { ItemId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { soundKeys } from '../../../plumbing/names/index.ts';
import type { StoredObject } from '../item.ts';
import { readObject } from '../store.ts';

/** Words that one statement keeps. */
const wordBatch = 5_000;
/** Parts written in one statement. */
const partBatch = 50;

const tablesOf = (unit: Unit) => unit.tables<object>();

const batches = <One>(all: readonly One[], size: number): One[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

/** A part as it is written. */
export interface PartRow {
  readonly part: number;
  readonly forGuests: boolean;
  readonly first: number;
  readonly last: number;
  readonly document: string;
}

/** What the index holds of an item, beside its parts. */
export interface IndexedItem {
  readonly folding: number;
  /** The words that misspelt ones are compared with. */
  readonly words: readonly string[];
  /** Words that it had before it changed; null once all of it is read anew. */
  readonly former: readonly string[] | null;
  /** The ordinal of the first object that is still to be read; null when all are. */
  readonly nextObject: number | null;
  readonly nextPart: number;
}

/** Writes what is held of the item; none of it may be there. */
export const insertItem = async (unit: Unit, item: ItemId, held: IndexedItem): Promise<void> => {
  const { folding, words, former, nextObject, nextPart } = held;
  await sql`insert into exchange_search_item (item, folding, words, former, next_object, next_part)
    values (${item}, ${folding}, ${words}, ${former}, ${nextObject}, ${nextPart})`.execute(tablesOf(unit));
};

export const updateItem = async (unit: Unit, item: ItemId, held: IndexedItem): Promise<void> => {
  await sql`update exchange_search_item set words = ${held.words}, former = ${held.former},
    next_object = ${held.nextObject}, next_part = ${held.nextPart} where item = ${item}`.execute(
    tablesOf(unit),
  );
};

export const findIndexed = async (unit: Unit, item: ItemId): Promise<IndexedItem | null> => {
  const { rows } = await sql<IndexedItem>`
    select folding, words, former, next_object as "nextObject", next_part as "nextPart"
    from exchange_search_item where item = ${item}`.execute(tablesOf(unit));
  return rows[0] ?? null;
};

/** Writes parts of an item; what is held of it must be there. */
export const insertParts = async (
  unit: Unit,
  item: ItemId,
  at: Instant,
  parts: readonly PartRow[],
): Promise<void> => {
  for (const rows of batches(parts, partBatch))
    await sql`insert into exchange_search (item, part, for_guests, first_object, last_object, at, document)
      select ${item}, part, guests, first, last, ${at}, document::tsvector
      from unnest(${rows.map(({ part }) => part)}::int[], ${rows.map(({ forGuests }) => forGuests)}::bool[],
        ${rows.map(({ first }) => first)}::int[], ${rows.map(({ last }) => last)}::int[],
        ${rows.map(({ document }) => document)}::text[]) row(part, guests, first, last, document)`.execute(
      tablesOf(unit),
    );
};

/** Deletes what the index holds of an item; the words that it was compared by are returned. */
export const deleteParts = async (unit: Unit, item: ItemId): Promise<readonly string[]> => {
  const { rows } = await sql<{ words: string[]; former: string[] | null }>`
    delete from exchange_search_item where item = ${item} returning words, former`.execute(tablesOf(unit));
  return rows.flatMap(({ words, former }) => [...new Set([...words, ...(former ?? [])])]);
};

/** Objects of an item from one ordinal on, as stored. */
export const readObjectsFrom = async (
  unit: Unit,
  item: ItemId,
  from: number,
  limit: number,
): Promise<readonly StoredObject[]> => {
  const { rows } = await sql<{ content: string }>`
    select content from exchange_object where item = ${item} and ordinal >= ${from}
    order by ordinal limit ${limit}`.execute(tablesOf(unit));
  return rows.map(({ content }) => readObject(content));
};

/**
 * Keeps words to compare others with, and what they sound like. In one order, so that two who write at once
 * do not wait in a ring.
 */
export const insertWords = async (unit: Unit, words: readonly string[]): Promise<void> => {
  for (const batch of batches([...words].sort(), wordBatch)) {
    await sql`select set_config('tansiq.search_part', '%', true)`.execute(tablesOf(unit));
    const { rows } = await sql<{ word: string }>`
      insert into exchange_search_word (word) select unnest(${batch}::text[])
      on conflict do nothing returning word`.execute(tablesOf(unit));
    await sql`select set_config('tansiq.search_part', '', true)`.execute(tablesOf(unit));
    const heard = rows.flatMap(({ word }) => soundKeys(word).map((sound) => ({ sound, word })));
    if (heard.length > 0)
      await sql`insert into exchange_search_sound (sound, word)
        select * from unnest(${heard.map(({ sound }) => sound)}::text[],
          ${heard.map(({ word }) => word)}::text[])`.execute(tablesOf(unit));
  }
};

/** Forgets those of the words that no item holds any more. */
export const forgetWords = async (unit: Unit, words: readonly string[]): Promise<void> => {
  if (words.length > 0)
    await sql`select exchange_search_forget(${[...words].sort()}::text[])`.execute(tablesOf(unit));
};

/** Items, oldest first, that the index does not hold in this folding. */
export const staleItems = async (unit: Unit, folding: number, limit: number): Promise<readonly ItemId[]> => {
  const { rows } = await sql<{ id: ItemId }>`
    select i.id from exchange_item i
    left join exchange_search_item s on s.item = i.id and s.folding = ${folding}
    where s.item is null order by i.listed_at limit ${limit}`.execute(tablesOf(unit));
  return rows.map(({ id }) => id);
};

/** Items of which objects are still to be read. */
export const waitingItems = async (
  unit: Unit,
  folding: number,
  limit: number,
): Promise<readonly ItemId[]> => {
  const { rows } = await sql<{ item: ItemId }>`select item from exchange_search_item
    where next_object is not null and folding = ${folding} order by item limit ${limit}`.execute(
    tablesOf(unit),
  );
  return rows.map(({ item }) => item);
};

/**
 * How many items there are, how many of them the index holds whole and in this folding, and whether it still
 * holds some in another.
 */
export const countIndexed = async (
  unit: Unit,
  folding: number,
): Promise<{ readonly items: number; readonly indexed: number; readonly others: boolean }> => {
  const { rows } = await sql<{ items: number; indexed: number; others: boolean }>`
    select (select count(*)::int from exchange_item) as items,
      (select count(*)::int from exchange_search_item where folding = ${folding} and next_object is null)
        as indexed,
      exists (select 1 from exchange_search_item where folding <> ${folding}) as others`.execute(
    tablesOf(unit),
  );
  return rows[0] ?? { items: 0, indexed: 0, others: false };
};

/** Takes every item for one that is to be read anew. */
export const markAllStale = async (unit: Unit): Promise<void> => {
  await sql`update exchange_search_item set folding = 0`.execute(tablesOf(unit));
};
