/** The SQL that keeps the index of items, all of it as the house. */
import { sql } from 'kysely';
import type { ItemId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';

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

/** Writes an item's parts; none of it may be there. */
export const insertParts = async (
  unit: Unit,
  item: ItemId,
  at: Instant,
  given: { readonly folding: number; readonly words: readonly string[]; readonly parts: readonly PartRow[] },
): Promise<void> => {
  await sql`insert into exchange_search_item (item, folding, words)
    values (${item}, ${given.folding}, ${given.words})`.execute(tablesOf(unit));
  for (const rows of batches(given.parts, partBatch))
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
  const { rows } = await sql<{ words: string[] }>`
    delete from exchange_search_item where item = ${item} returning words`.execute(tablesOf(unit));
  return rows[0]?.words ?? [];
};

/**
 * Keeps words to compare misspelt ones with. In one order, so that two who write at once do not wait in a
 * ring.
 */
export const insertWords = async (unit: Unit, words: readonly string[]): Promise<void> => {
  for (const batch of batches([...words].sort(), wordBatch))
    await sql`insert into exchange_search_word (word) select unnest(${batch}::text[])
      on conflict do nothing`.execute(tablesOf(unit));
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

/** How many items there are, and how many the index holds in this folding. */
export const countIndexed = async (
  unit: Unit,
  folding: number,
): Promise<{ readonly items: number; readonly indexed: number }> => {
  const { rows } = await sql<{ items: number; indexed: number }>`
    select (select count(*)::int from exchange_item) as items,
      (select count(*)::int from exchange_search_item where folding = ${folding}) as indexed`.execute(
    tablesOf(unit),
  );
  return rows[0] ?? { items: 0, indexed: 0 };
};

/** Takes every item for one that is to be read anew. */
export const markAllStale = async (unit: Unit): Promise<void> => {
  await sql`update exchange_search_item set folding = 0`.execute(tablesOf(unit));
};
