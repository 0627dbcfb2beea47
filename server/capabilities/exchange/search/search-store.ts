/** The SQL that searches. What it finds is what row security shows of the parts that answer the query. */

import { type RawBuilder, sql } from 'kysely';
import { isObject, readJson } from '../../../kernel/canonical.ts';
import type { ItemId, PartyId } from '../../../kernel/ids.ts';
import { tlpRank } from '../../../kernel/marking.ts';
import { between, type Instant, later } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { loadModel, otherSpellings, soundKeys } from '../../../plumbing/names/index.ts';
import { quoteLexeme } from '../../../plumbing/search/index.ts';
import type { StoredObject } from '../item.ts';
import type { ExchangeTables } from '../store.ts';
import { searchLimits } from './contract.ts';
import { everyItem } from './document.ts';
import type { Query } from './query.ts';
import type { Candidate } from './ranking.ts';

/** A longer object is not read again to show where in it the words stand. */
const shownObjectLetters = 100_000;
/** Words of the lexicon that are looked at for one word of a query. */
const similarWords = 2_000;
/** Words with a sound in common that are weighed letter by letter. */
const likeSounding = 2_000;
/** Of those, the likeliest, which are asked for among what the reader may see. */
const spellingsAsked = 60;
/** How alike two words must be written: shared groups of three letters, 0 to 1. */
const likeness = 0.4;

const tablesOf = (unit: Unit) => unit.tables<ExchangeTables>();

/** Says what this transaction searches for from now on; null for nothing. */
const ask = async (unit: Unit, query: string | null): Promise<void> => {
  await sql`select set_config('tansiq.search', ${query ?? ''}, true)`.execute(tablesOf(unit));
};

/** The query's filters on the items themselves, with the parties that `from` names. */
export interface ItemConditions {
  readonly query: Query;
  /** True where the reader sees nothing above TLP:GREEN: what he may find has an index of its own. */
  readonly openOnly: boolean;
  readonly from: readonly PartyId[] | null;
  readonly notFrom: readonly PartyId[];
}

const conditionsOf = ({ query, from, notFrom }: ItemConditions): RawBuilder<unknown>[] => {
  const { filters, excludedFilters } = query;
  const ranks = (tlps: typeof filters.tlps) => tlps.map(tlpRank);
  const when: (RawBuilder<unknown> | null)[] = [
    filters.fields.length > 0 ? sql`i.field = any(${filters.fields}::text[])` : null,
    filters.tlps.length > 0 ? sql`i.tlp_rank = any(${ranks(filters.tlps)}::int[])` : null,
    filters.states.length > 0 ? sql`i.state = any(${filters.states}::text[])` : null,
    filters.after === null ? null : sql`i.listed_at >= ${`${filters.after}T00:00:00.000Z`}`,
    filters.before === null ? null : sql`i.listed_at < ${`${filters.before}T00:00:00.000Z`}`,
    from === null ? null : sql`i.originator = any(${from}::text[])`,
    excludedFilters.fields.length > 0 ? sql`i.field <> all(${excludedFilters.fields}::text[])` : null,
    excludedFilters.tlps.length > 0 ? sql`i.tlp_rank <> all(${ranks(excludedFilters.tlps)}::int[])` : null,
    excludedFilters.states.length > 0 ? sql`i.state <> all(${excludedFilters.states}::text[])` : null,
    notFrom.length > 0 ? sql`i.originator <> all(${notFrom}::text[])` : null,
  ];
  return when.filter((condition) => condition !== null);
};

/**
 * For words in a row the planner takes the index of words and reads every part that has them, though the
 * newest would do. So the span of time over which parts lie is looked through from its newest end, as far as
 * it takes: shares of the span, the first so short that what many parts have is found in their order.
 */
const stretches = [0.02, 0.3, 0.6, 1] as const;

/** Times between the stretches, the newest first. As the house: only when there are parts, never of what. */
const stretchBounds = async (unit: Unit): Promise<readonly string[]> => {
  await ask(unit, quoteLexeme(everyItem));
  const { rows } = await sql<{ at: Instant }>`(select at from exchange_search order by at desc limit 1)
    union all (select at from exchange_search order by at limit 1)`.execute(tablesOf(unit));
  await ask(unit, null);
  const [newest, oldest] = rows.map(({ at }) => at);
  if (newest === undefined || oldest === undefined) return [];
  return stretches.slice(0, -1).map((share) => later(newest, -share * between(oldest, newest)));
};

/**
 * The newest parts that answer, one more than are weighed where there are more. `at` is cut to milliseconds,
 * as all times of the house are.
 */
export const findCandidates = async (
  unit: Unit,
  written: string,
  conditions: ItemConditions,
): Promise<readonly Candidate[]> => {
  const isRow = conditions.query.terms.some(({ words }) => words.length > 1);
  const bounds = isRow ? await unit.asHouse('search', stretchBounds) : [];
  await ask(unit, written);
  const when = conditionsOf(conditions);
  const narrowed =
    when.length === 0
      ? sql`true`
      : sql`exists (select 1 from exchange_item i where i.id = s.item and ${sql.join(when, sql` and `)})`;
  const within = [null, ...bounds].map((before, at) => {
    const from = bounds[at];
    return sql`(select s.item, s.part, s.first_object as first, s.last_object as last, s.at,
      ts_rank('{0.05, 0.2, 0.4, 1}', s.document, exchange_search_query())::float8 as rank
      from exchange_search s where ${before === null ? sql`true` : sql`s.at < ${before}`}
        and ${from === undefined ? sql`true` : sql`s.at >= ${from}`}
        and ${conditions.openOnly ? sql`s.tlp_rank <= 1` : sql`true`} and ${narrowed}
      order by s.at desc limit ${searchLimits.candidates + 1})`;
  });
  const { rows } = await sql<Candidate>`select * from (${sql.join(within, sql` union all `)}) found
    limit ${searchLimits.candidates + 1}`.execute(tablesOf(unit));
  await ask(unit, null);
  return rows;
};

/** Those of the items of which some part answers. */
export const itemsThatAnswer = async (
  unit: Unit,
  written: string,
  items: readonly ItemId[],
): Promise<ReadonlySet<ItemId>> => {
  await ask(unit, written);
  const { rows } = await sql<{ item: ItemId }>`
    select distinct item from exchange_search where item = any(${items}::text[])`.execute(tablesOf(unit));
  await ask(unit, null);
  return new Set(rows.map(({ item }) => item));
};

/** Whether anything that the reader may see answers. */
export const findsAny = async (unit: Unit, written: string): Promise<boolean> => {
  await ask(unit, written);
  const { rows } = await sql`select 1 from exchange_search limit 1`.execute(tablesOf(unit));
  await ask(unit, null);
  return rows.length > 0;
};

/**
 * Words of the lexicon that hold the word or are written much like it, the most alike first. As the house.
 */
const similarTo = async (unit: Unit, word: string): Promise<readonly string[]> => {
  const part = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  await sql`select set_config('pg_trgm.similarity_threshold', ${String(likeness)}, true),
    set_config('tansiq.search_word', ${word}, true), set_config('tansiq.search_part', ${part}, true)`.execute(
    tablesOf(unit),
  );
  const { rows } = await sql<{ word: string }>`select word from exchange_search_word where word <> ${word}
    order by similarity(word, ${word}) desc, word limit ${similarWords}`.execute(tablesOf(unit));
  await sql`select set_config('tansiq.search_word', '', true),
    set_config('tansiq.search_part', '', true)`.execute(tablesOf(unit));
  return rows.map((row) => row.word);
};

/**
 * Words of the lexicon that are spellings of the word in the other script, the likeliest first. As the house.
 */
const spellingsOf = async (unit: Unit, word: string): Promise<readonly string[]> => {
  const sounds = soundKeys(word);
  if (sounds.length === 0) return [];
  const { rows } = await sql<{ word: string }>`select distinct word from exchange_search_sound
    where sound = any(${sounds}::text[]) limit ${likeSounding}`.execute(tablesOf(unit));
  return otherSpellings(
    loadModel(),
    word,
    rows.map((row) => row.word),
  )
    .slice(0, spellingsAsked)
    .map((spelling) => spelling.word);
};

/** As `similarTo`, of words that stand in something that the reader may see. */
export const visibleSimilar = async (unit: Unit, word: string): Promise<readonly string[]> =>
  seenOf(unit, await unit.asHouse('search', (house) => similarTo(house, word)), searchLimits.near);

/** As `spellingsOf`, of words that stand in something that the reader may see. */
export const visibleSpellings = async (unit: Unit, word: string): Promise<readonly string[]> =>
  seenOf(unit, await unit.asHouse('search', (house) => spellingsOf(house, word)), searchLimits.spellings);

/** The first of the words that stand in something that the reader may see. */
const seenOf = async (unit: Unit, similar: readonly string[], most: number): Promise<readonly string[]> => {
  if (similar.length === 0) return [];
  const { rows } = await sql<{ word: string }>`
    select word from exchange_search_seen(${similar}::text[], ${similar.map(quoteLexeme)}::text[],
      ${most}) word`.execute(tablesOf(unit));
  return rows.map((row) => row.word);
};

/** The objects of parts, as far as the reader may see them as stored. */
export const readPartObjects = async (
  unit: Unit,
  parts: readonly Candidate[],
): Promise<readonly { readonly item: ItemId; readonly object: StoredObject }[]> => {
  if (parts.length === 0) return [];
  const { rows } = await sql<{ item: ItemId; content: string }>`
    select o.item, o.content from unnest(${parts.map(({ item }) => item)}::text[],
      ${parts.map(({ first }) => first)}::int[], ${parts.map(({ last }) => last)}::int[]) p(item, first, last)
    join exchange_object o on o.item = p.item and o.ordinal between p.first and p.last
    where length(o.content) <= ${shownObjectLetters} order by o.item, o.ordinal`.execute(tablesOf(unit));
  return rows.flatMap(({ item, content }) => {
    const value = readJson(content)?.value;
    if (!isObject(value) || typeof value.id !== 'string' || typeof value.type !== 'string') return [];
    return [{ item, object: { ...value, id: value.id, type: value.type } }];
  });
};

/** The key of the journal's fingerprints. As the house. */
export const readKey = async (unit: Unit): Promise<string> => {
  const { rows } = await sql<{ key: string }>`select key from exchange_search_key`.execute(tablesOf(unit));
  return rows[0]?.key ?? '';
};

/**
 * Items that the reader may search and that are not read to their end yet; counted up to
 * `searchLimits.waitingCounted`.
 */
export const countHalfRead = async (unit: Unit): Promise<number> => {
  // Which they are is the index's to know; whether he may know of them is asked as himself.
  const waiting = await unit.asHouse('search', async (house) => {
    const { rows } = await sql<{ item: string }>`
      select item from exchange_search_item where next_object is not null
      limit ${searchLimits.waitingCounted}`.execute(tablesOf(house));
    return rows.map(({ item }) => item);
  });
  if (waiting.length === 0) return 0;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from exchange_item i
    where i.id = any(${waiting}) and exchange_is_holders(i.holder)
      and exchange_is_shown(i.personal)`.execute(tablesOf(unit));
  return rows[0]?.count ?? 0;
};
