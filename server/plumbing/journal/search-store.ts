/** Entries as whoever oversees asks for them: by keyset, at the same cost however long the journal is. */
import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../database/index.ts';
import type { Outcome } from './entry.ts';

/** Which entries, newest first: all that is given must match. */
export interface EntrySearch {
  readonly actor?: string | undefined;
  readonly subjects?: readonly string[] | undefined;
  readonly verbs?: readonly string[] | undefined;
  /** A party that acted, was disclosed to, or is what it is about. */
  readonly party?: string | undefined;
  readonly outcome?: Outcome | undefined;
  /** True for consultations of personal data alone. */
  readonly personal?: boolean | undefined;
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  /** Only entries with a smaller `seq`: the cursor to older ones. */
  readonly before?: number | undefined;
  readonly limit: number;
}

const tablesOf = (unit: Unit) => unit.tables<object>();

/** The seq of the first entry at or after a moment; null when there is none. */
const firstSeqAt = async (unit: Unit, at: Instant): Promise<number | null> => {
  const { rows } = await sql<{ seq: number }>`
    select seq from journal_entry where at >= ${at} order by at, seq limit 1`.execute(tablesOf(unit));
  return rows[0]?.seq ?? null;
};

type Condition = RawBuilder<unknown>;

const conditionsOf = async (unit: Unit, search: EntrySearch): Promise<readonly Condition[] | null> => {
  const conditions: Condition[] = [];
  if (search.from !== undefined) {
    const first = await firstSeqAt(unit, search.from);
    if (first === null) return null;
    conditions.push(sql`e.seq >= ${first}`);
  }
  const end = search.to === undefined ? null : await firstSeqAt(unit, search.to);
  const before = Math.min(end ?? Number.MAX_SAFE_INTEGER, search.before ?? Number.MAX_SAFE_INTEGER);
  if (before < Number.MAX_SAFE_INTEGER) conditions.push(sql`e.seq < ${before}`);
  if (search.actor !== undefined) conditions.push(sql`e.actor = ${search.actor}`);
  if (search.outcome !== undefined) conditions.push(sql`e.outcome = ${search.outcome}`);
  if (search.personal === true) conditions.push(sql`e.personal`);
  return conditions;
};

/** One reading for each verb and subject: each walks one index from its end, and stops at the limit. */
const branchesOf = (search: EntrySearch): readonly (readonly Condition[])[] => {
  const bySubject = search.subjects?.map((subject) => [sql`e.subject = ${subject}`]) ?? [[]];
  const verbs = search.verbs;
  if (verbs === undefined) return bySubject;
  // A thing has few entries: its verbs need no reading of their own.
  if (search.subjects !== undefined)
    return bySubject.map((branch) => [...branch, sql`e.verb = any(${[...verbs]}::text[])`]);
  return verbs.map((verb) => [sql`e.verb = ${verb}`]);
};

const branchSql = (search: EntrySearch, conditions: readonly Condition[]): Condition => {
  const source =
    search.party === undefined
      ? sql`journal_entry e`
      : sql`(select seq as party_seq from journal_party where party = ${search.party}) p
          join journal_entry e on e.seq = p.party_seq`;
  const order = search.party === undefined ? sql`e.seq` : sql`party_seq`;
  const where = conditions.length === 0 ? sql`` : sql`where ${sql.join([...conditions], sql` and `)}`;
  return sql`(select e.seq, e.text from ${source} ${where} order by ${order} desc limit ${search.limit})`;
};

/** Texts of the entries that match, newest first. */
export const searchTexts = async (unit: Unit, search: EntrySearch): Promise<readonly string[]> => {
  const shared = await conditionsOf(unit, search);
  const branches = branchesOf(search);
  if (shared === null || branches.length === 0) return [];
  const parts = branches.map((branch) => branchSql(search, [...shared, ...branch]));
  const { rows } = await sql<{ text: string }>`
    select text from (${sql.join(parts, sql` union all `)}) found
    order by seq desc limit ${search.limit}`.execute(tablesOf(unit));
  return rows.map((row) => row.text);
};
