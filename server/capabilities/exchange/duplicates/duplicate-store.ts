/** The SQL of pairs that seem to tell of the same thing. Row security shows a pair only to who reads both. */
import { type JSONColumnType, type Selectable, sql } from 'kysely';
import { Fault } from '../../../kernel/faults.ts';
import { type ItemId, type PersonId, readId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import {
  type DuplicatePage,
  type DuplicateQuery,
  type DuplicateState,
  duplicateLimits,
  duplicateStates,
  type Pair,
  type Reason,
} from './contract.ts';

interface DuplicateTable {
  first: ItemId;
  second: ItemId;
  first_version: number;
  second_version: number;
  state: DuplicateState;
  score: number;
  reasons: JSONColumnType<Reason[]>;
  found_at: Instant;
  decided_at: Instant | null;
  decided_by: PersonId | null;
  why: string | null;
  relationship: string | null;
}
interface Tables {
  exchange_duplicate: DuplicateTable;
}

export interface StoredDuplicate extends Pair {
  readonly firstVersion: number;
  readonly secondVersion: number;
  readonly state: DuplicateState;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly foundAt: Instant;
  readonly decidedAt: Instant | null;
  readonly decidedBy: PersonId | null;
  readonly why: string | null;
  readonly relationship: string | null;
}

const toDuplicate = (row: Selectable<DuplicateTable>): StoredDuplicate => ({
  first: row.first,
  second: row.second,
  firstVersion: row.first_version,
  secondVersion: row.second_version,
  state: row.state,
  score: row.score,
  reasons: row.reasons,
  foundAt: row.found_at,
  decidedAt: row.decided_at,
  decidedBy: row.decided_by,
  why: row.why,
  relationship: row.relationship,
});

const has = (item: ItemId) => sql<boolean>`(first = ${item} or second = ${item})`;

/**
 * The content of the item changed: what was found of it is no longer so, what was decided is looked at
 * again.
 */
export const forgetFindings = async (unit: Unit, item: ItemId): Promise<void> => {
  const tables = unit.tables<Tables>();
  await tables.deleteFrom('exchange_duplicate').where(has(item)).where('state', '=', 'open').execute();
  await tables.updateTable('exchange_duplicate').set({ reasons: '[]' }).where(has(item)).execute();
};

/** The item has no content any more: no pair holds, whatever was decided. */
export const dropPairs = async (unit: Unit, item: ItemId): Promise<void> => {
  await unit.tables<Tables>().deleteFrom('exchange_duplicate').where(has(item)).execute();
};

export type Finding = Pick<
  StoredDuplicate,
  'first' | 'second' | 'firstVersion' | 'secondVersion' | 'score' | 'reasons' | 'foundAt'
>;

/** Keeps a finding. A dismissal holds as long as both items are the versions that were compared then. */
export const putFinding = async (unit: Unit, found: Finding): Promise<void> => {
  const reasons = JSON.stringify(found.reasons);
  await sql`insert into exchange_duplicate as d
    (first, second, first_version, second_version, state, score, reasons, found_at)
    values (${found.first}, ${found.second}, ${found.firstVersion}, ${found.secondVersion}, 'open',
      ${found.score}, ${reasons}, ${found.foundAt})
    on conflict (first, second) do update set
      score = excluded.score, reasons = excluded.reasons,
      first_version = excluded.first_version, second_version = excluded.second_version,
      state = case when d.state = 'dismissed' and (d.first_version, d.second_version)
        is distinct from (excluded.first_version, excluded.second_version) then 'open' else d.state end,
      decided_at = case when d.state = 'dismissed' and (d.first_version, d.second_version)
        is distinct from (excluded.first_version, excluded.second_version) then null else d.decided_at end,
      decided_by = case when d.state = 'dismissed' and (d.first_version, d.second_version)
        is distinct from (excluded.first_version, excluded.second_version) then null else d.decided_by end,
      why = case when d.state = 'dismissed' and (d.first_version, d.second_version)
        is distinct from (excluded.first_version, excluded.second_version) then null else d.why end
    `.execute(unit.tables<Tables>());
};

/** The pair, held until the end of the transaction. */
export const lockDuplicate = async (unit: Unit, pair: Pair): Promise<StoredDuplicate | null> => {
  const row = await unit
    .tables<Tables>()
    .selectFrom('exchange_duplicate')
    .selectAll()
    .where('first', '=', pair.first)
    .where('second', '=', pair.second)
    .forUpdate()
    .executeTakeFirst();
  return row ? toDuplicate(row) : null;
};

/** Keeps what was decided; `open` takes a decision back. */
export const putDecision = async (unit: Unit, decided: StoredDuplicate): Promise<void> => {
  await unit
    .tables<Tables>()
    .updateTable('exchange_duplicate')
    .set({
      state: decided.state,
      decided_at: decided.decidedAt,
      decided_by: decided.decidedBy,
      why: decided.why,
      relationship: decided.relationship,
      first_version: decided.firstVersion,
      second_version: decided.secondVersion,
    })
    .where('first', '=', decided.first)
    .where('second', '=', decided.second)
    .execute();
};

const readCursor = (text: string | undefined) => {
  if (text === undefined) return null;
  const [scoreText = '', first = '', second = ''] = text.split('~');
  const score = Number(scoreText);
  if (
    scoreText === '' ||
    Number.isNaN(score) ||
    readId('item', first) === null ||
    readId('item', second) === null
  )
    throw new Fault('input/invalid', { fields: ['cursor'] });
  return { score, first, second };
};

/** One page, the surest first. */
export const listDuplicates = async (
  unit: Unit,
  asked: DuplicateQuery,
): Promise<{ readonly pairs: readonly StoredDuplicate[]; readonly next: string | null }> => {
  const cursor = readCursor(asked.cursor);
  let query = unit
    .tables<Tables>()
    .selectFrom('exchange_duplicate')
    .selectAll()
    .where('state', '=', asked.state);
  if (asked.item !== undefined) query = query.where(has(asked.item));
  if (cursor !== null)
    query = query.where(
      sql<boolean>`(-score, first, second) > (-(${cursor.score}::real), ${cursor.first}, ${cursor.second})`,
    );
  const rows = await query
    .orderBy('score', 'desc')
    .orderBy('first')
    .orderBy('second')
    .limit(duplicateLimits.page + 1)
    .execute();
  const pairs = rows.slice(0, duplicateLimits.page).map(toDuplicate);
  const last = pairs.at(-1);
  const isMore = rows.length > duplicateLimits.page && last !== undefined;
  return { pairs, next: isMore ? `${last.score}~${last.first}~${last.second}` : null };
};

/** Confirmed pairs, from which groups are drawn. */
export const listConfirmed = async (unit: Unit): Promise<readonly StoredDuplicate[]> => {
  const rows = await unit
    .tables<Tables>()
    .selectFrom('exchange_duplicate')
    .selectAll()
    .where('state', '=', 'confirmed')
    .orderBy('score', 'desc')
    .orderBy('first')
    .orderBy('second')
    .limit(duplicateLimits.grouped)
    .execute();
  return rows.map(toDuplicate);
};

/** How many pairs this reader has in each state. */
export const countDuplicates = async (unit: Unit): Promise<DuplicatePage['counts']> => {
  const counts: Record<DuplicateState, number> = { open: 0, confirmed: 0, dismissed: 0 };
  for (const state of duplicateStates) {
    const row = await unit
      .tables<Tables>()
      .selectFrom((from) =>
        from
          .selectFrom('exchange_duplicate')
          .select('first')
          .where('state', '=', state)
          .limit(duplicateLimits.counted)
          .as('found'),
      )
      .select((build) => build.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    counts[state] = row.total;
  }
  return counts;
};
