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

/** The seqs between which the period and the cursor lie; null where the period has no entry. */
const boundsOf = async (
  unit: Unit,
  search: EntrySearch,
): Promise<{ readonly first: number; readonly before: number } | null> => {
  const first = search.from === undefined ? 0 : await firstSeqAt(unit, search.from);
  if (first === null) return null;
  const end = search.to === undefined ? null : await firstSeqAt(unit, search.to);
  return {
    first,
    before: Math.min(end ?? Number.MAX_SAFE_INTEGER, search.before ?? Number.MAX_SAFE_INTEGER),
  };
};

const conditionsOf = (search: EntrySearch): readonly Condition[] => [
  ...(search.actor === undefined ? [] : [sql`e.actor = ${search.actor}`]),
  ...(search.outcome === undefined ? [] : [sql`e.outcome = ${search.outcome}`]),
  ...(search.personal === true ? [sql`e.personal`] : []),
];

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

const branchSql = (
  search: EntrySearch,
  bounds: { readonly first: number; readonly before: number },
  conditions: readonly Condition[],
): Condition => {
  const within = sql`seq >= ${bounds.first} and seq < ${bounds.before}`;
  const and = sql.join([sql`true`, ...conditions], sql` and `);
  if (search.party === undefined)
    return sql`(select seq, text from journal_entry e where ${within} and ${and}
      order by seq desc limit ${search.limit})`;
  // A party's entries one by one from the end, each looked up by itself: no plan reads all of them to sort.
  return sql`(select found.seq, found.text
    from (select seq from journal_party where party = ${search.party} and ${within}
      order by seq desc offset 0) p
    cross join lateral (select seq, text from journal_entry e where e.seq = p.seq and ${and} offset 0) found
    order by p.seq desc limit ${search.limit})`;
};

/** Texts of the entries that match, newest first. */
export const searchTexts = async (unit: Unit, search: EntrySearch): Promise<readonly string[]> => {
  const bounds = await boundsOf(unit, search);
  const branches = branchesOf(search);
  if (bounds === null || branches.length === 0) return [];
  const shared = conditionsOf(search);
  const parts = branches.map((branch) => branchSql(search, bounds, [...shared, ...branch]));
  const { rows } = await sql<{ text: string }>`
    select text from (${sql.join(parts, sql` union all `)}) found
    order by seq desc limit ${search.limit}`.execute(tablesOf(unit));
  return rows.map((row) => row.text);
};
