/** Pages of the log and of what is found in it, by keyset: a page costs the same however long the log is. */
import { type RawBuilder, sql } from 'kysely';
import { Fault } from '../../../kernel/faults.ts';
import { type EntryId, readId } from '../../../kernel/ids.ts';
import { tlpRank } from '../../../kernel/marking.ts';
import { isDay } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { watchLimits } from '../contract.ts';
import type { EntryFilter } from './contract.ts';
import { beside, type EntryRow, type StoredEntry, tables, toEntry } from './log-store.ts';

const cursorTime = /^[12]\d{3}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** Where a page ended: `2024-07-26T09:00:00.000Z~entry--…`. */
const readCursor = (text: string | undefined): { readonly at: string; readonly id: EntryId } | null => {
  if (text === undefined || text === '') return null;
  const [at = '', id = ''] = text.split('~');
  const known = readId('entry', id);
  if (known === null || !cursorTime.test(at) || !isDay(at.slice(0, 10)))
    throw new Fault('input/invalid', { fields: ['cursor'] });
  return { at, id: known };
};

/** Years that the database holds: what comes by schema as digits may be the year 0. */
const requireMoments = (filter: EntryFilter): void => {
  const fields = (['from', 'to'] as const).filter((name) => {
    const at = filter[name];
    return (
      at !== undefined && (Number.isNaN(Date.parse(at)) || !/^[1-9]/.test(at) || !isDay(at.slice(0, 10)))
    );
  });
  if (fields.length > 0) throw new Fault('input/invalid', { fields });
};

/**
 * Who is cleared to little sees little: for him the label is asked as well, so that an index of the few open
 * entries may answer. Row security asks it again.
 */
const openOnly = ({ reader }: Unit): boolean =>
  reader.kind === 'person' && (reader.role === 'observer' || tlpRank(reader.clearance) <= tlpRank('green'));

const conditionsOf = (unit: Unit, filter: EntryFilter): readonly RawBuilder<unknown>[] => {
  const when: (RawBuilder<unknown> | null)[] = [
    filter.author === undefined ? null : sql`e.author = ${filter.author}`,
    filter.desk === undefined ? null : sql`e.desk = ${filter.desk}`,
    filter.circle === undefined
      ? null
      : filter.circle === '-'
        ? sql`e.circle is null`
        : sql`e.circle = ${filter.circle}`,
    filter.kind === undefined ? null : sql`e.kind = ${filter.kind}`,
    filter.from === undefined ? null : sql`e.recorded_at >= ${filter.from}::timestamptz`,
    filter.to === undefined ? null : sql`e.recorded_at < ${filter.to}::timestamptz`,
    filter.pinned === true ? sql`e.id = any (array(select entry from watch_pin))` : null,
    openOnly(unit) ? sql`e.tlp_rank <= 1` : null,
  ];
  return when.filter((condition) => condition !== null);
};

const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql.join(conditions, sql` and `);

interface Found {
  readonly items: readonly StoredEntry[];
  readonly next: string | null;
}

const pageOf = (rows: readonly EntryRow[], limit: number): Found => {
  const items = rows.slice(0, limit).map(toEntry);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? `${last.recordedAt}~${last.id}` : null };
};

/** One page of the log, newest first. */
export const listEntries = async (unit: Unit, filter: EntryFilter): Promise<Found> => {
  requireMoments(filter);
  const limit = filter.limit ?? watchLimits.page;
  const cursor = readCursor(filter.cursor);
  const after =
    cursor === null ? sql`true` : sql`(e.recorded_at, e.id) < (${cursor.at}::timestamptz, ${cursor.id})`;
  const found = sql`select * from watch_entry e where ${all([after, ...conditionsOf(unit, filter)])}
    order by e.recorded_at desc, e.id desc limit ${limit + 1}`;
  const { rows } = await beside(found).execute(tables(unit));
  return pageOf(rows, limit);
};

/** Says what this transaction searches for from now on; null for nothing. */
const ask = async (unit: Unit, query: string | null): Promise<void> => {
  await sql`select set_config('tansiq.search', ${query ?? ''}, true)`.execute(tables(unit));
};

/** Entries from the newest on that are looked through first: a word that many have is found among them. */
const near = 1_000;
/** The same for a guest, who sees few: his own entries are looked through, at first a few of them. */
const nearOfGuest = [500, 5_000] as const;
/** So many answers are looked for without an order then: fewer are all there are, and are sorted here. */
const probed = 600;

interface Hit {
  readonly entry: EntryId;
  readonly recorded_at: string;
}

/** What answers, and the entries among which it is looked for: those that the filter lets through. */
interface Asked {
  readonly answering: RawBuilder<unknown>;
  /** The entries, by `e`: after the cursor, and as the filter says. */
  readonly after: RawBuilder<unknown>;
  readonly when: readonly RawBuilder<unknown>[];
  readonly limit: number;
}

/** The newest first, as the database orders them. */
const newestFirst = (one: Hit, other: Hit): number => {
  if (one.recorded_at !== other.recorded_at) return one.recorded_at < other.recorded_at ? 1 : -1;
  return one.entry < other.entry ? 1 : -1;
};

/** Lets the planner sort and gather, or walk the log from its newest end. */
const walk = (unit: Unit, on: boolean) =>
  sql`select set_config('enable_bitmapscan', ${on ? 'off' : 'on'}, true),
    set_config('enable_sort', ${on ? 'off' : 'on'}, true)`.execute(tables(unit));

const walked = async (unit: Unit, query: RawBuilder<Hit>): Promise<readonly Hit[]> => {
  await walk(unit, true);
  const { rows } = await query.execute(tables(unit));
  await walk(unit, false);
  return rows;
};

const inOrder = (query: RawBuilder<unknown>, limit: number): RawBuilder<Hit> =>
  sql<Hit>`${query} order by s.recorded_at desc, s.entry desc limit ${limit}`;

/** The hits among the newest entries of the house; null where more may answer further back. */
const nearHits = async (unit: Unit, { answering, after, limit }: Asked): Promise<readonly Hit[] | null> => {
  // By the house: who sees little of them would walk far to count them.
  const end = await unit.asHouse('watch', async (house) => {
    const { rows } = await sql<{ at: string }>`select e.recorded_at as at from watch_entry e where ${after}
      order by e.recorded_at desc, e.id desc offset ${near - 1} limit 1`.execute(tables(house));
    return rows[0]?.at ?? null;
  });
  const within = end === null ? sql`` : sql`and s.recorded_at >= ${end}::timestamptz`;
  const hits = await walked(unit, inOrder(sql`${answering} ${within}`, limit));
  return end === null || hits.length === limit ? hits : null;
};

/** The hits among the newest entries that a guest sees; null where more may answer further back. */
const nearHitsOfGuest = async (unit: Unit, asked: Asked): Promise<readonly Hit[] | null> => {
  const { answering, after, when, limit } = asked;
  for (const most of nearOfGuest) {
    const { rows } = await sql<{ id: EntryId }>`select e.id from watch_entry e
      where ${all([after, ...when])}
      order by e.recorded_at desc, e.id desc limit ${most}`.execute(tables(unit));
    const ids = rows.map(({ id }) => id);
    // Entry by entry: the index of words would gather those of the whole house.
    await sql`select set_config('enable_bitmapscan', 'off', true)`.execute(tables(unit));
    const among = sql<Hit>`${answering} and s.entry = any(${ids}::text[])`;
    const found = await among.execute(tables(unit));
    await walk(unit, false);
    if (found.rows.length >= limit || ids.length < most)
      return found.rows.toSorted(newestFirst).slice(0, limit);
  }
  return null;
};

/**
 * The newest hits. What many entries say is found among the newest; what few say, by the index of words; what
 * lies between, by walking on from the newest until enough are found: to gather them all takes the longer the
 * longer the log is.
 */
const newestHits = async (unit: Unit, asked: Asked, who: 'own' | 'guest'): Promise<readonly EntryId[]> => {
  const { answering, limit } = asked;
  const first = await (who === 'guest' ? nearHitsOfGuest(unit, asked) : nearHits(unit, asked));
  if (first !== null) return first.map(({ entry }) => entry);
  const { rows } = await sql<Hit>`${answering} limit ${probed}`.execute(tables(unit));
  const hits =
    rows.length < probed
      ? rows.toSorted(newestFirst).slice(0, limit)
      : await walked(unit, inOrder(answering, limit));
  return hits.map(({ entry }) => entry);
};

/**
 * As `listEntries`, of what answers the query; of personal data only for who has stated why he looks. A guest
 * sees few entries: for him the entry is asked for beside its words, so that the few may be where it begins.
 */
export const searchEntries = async (
  unit: Unit,
  written: string,
  filter: EntryFilter,
  who: 'own' | 'guest' = 'own',
): Promise<Found> => {
  requireMoments(filter);
  const limit = filter.limit ?? watchLimits.page;
  const cursor = readCursor(filter.cursor);
  const beyond = (one: RawBuilder<unknown>) =>
    cursor === null ? sql`true` : sql`${one} < (${cursor.at}::timestamptz, ${cursor.id})`;
  const when = conditionsOf(unit, filter);
  const narrowed =
    when.length === 0 && who === 'own'
      ? sql``
      : sql`and exists (select 1 from watch_entry e where ${all([sql`e.id = s.entry`, ...when])})`;
  const answering = sql`select s.entry, s.recorded_at from watch_search s
    where ${beyond(sql`(s.recorded_at, s.entry)`)} ${narrowed}`;
  const after = beyond(sql`(e.recorded_at, e.id)`);
  await ask(unit, written);
  const hits = await newestHits(unit, { answering, after, when, limit: limit + 1 }, who);
  await ask(unit, null);
  const found = sql`select * from watch_entry where id = any(${[...hits]}::text[])`;
  const { rows } = await beside(found).execute(tables(unit));
  return pageOf(rows, limit);
};
