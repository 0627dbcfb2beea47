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

/** So many answers are looked for without an order first: fewer are all there are, and are sorted here. */
const probed = 600;

interface Hit {
  readonly entry: EntryId;
  readonly recorded_at: string;
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

/**
 * The newest hits. A word that few entries have is answered by the index of words; one that many have, by
 * walking from the newest entry until enough are found: gathering them all would take the longer the log is.
 */
const newestHits = async (
  unit: Unit,
  answering: RawBuilder<unknown>,
  limit: number,
): Promise<readonly EntryId[]> => {
  const { rows } = await sql<Hit>`${answering} limit ${probed}`.execute(tables(unit));
  if (rows.length < probed)
    return rows
      .toSorted(newestFirst)
      .slice(0, limit)
      .map(({ entry }) => entry);
  await walk(unit, true);
  const ordered =
    await sql<Hit>`${answering} order by s.recorded_at desc, s.entry desc limit ${limit}`.execute(
      tables(unit),
    );
  await walk(unit, false);
  return ordered.rows.map(({ entry }) => entry);
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
  const after =
    cursor === null ? sql`true` : sql`(s.recorded_at, s.entry) < (${cursor.at}::timestamptz, ${cursor.id})`;
  const when = conditionsOf(unit, filter);
  const narrowed =
    when.length === 0 && who === 'own'
      ? sql``
      : sql`and exists (select 1 from watch_entry e where ${all([sql`e.id = s.entry`, ...when])})`;
  const answering = sql`select s.entry, s.recorded_at from watch_search s where ${after} ${narrowed}`;
  await ask(unit, written);
  const hits = await newestHits(unit, answering, limit + 1);
  await ask(unit, null);
  const found = sql`select * from watch_entry where id = any(${[...hits]}::text[])`;
  const { rows } = await beside(found).execute(tables(unit));
  return pageOf(rows, limit);
};
