/** Entries as whoever oversees asks for them: by keyset, at the same cost however long the journal is. */
import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../database/index.ts';
import type { Outcome } from './entry.ts';

/** Which entries, newest first: all that is given must match. */
export interface EntrySearch {
  readonly actor?: string | undefined;
  /** What it is about, or what it showed among others. */
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

/** One walk along one index, from its end: of the entries, or of those that name a party or a thing. */
interface Branch {
  readonly named: string | null;
  readonly verb: string | null;
  readonly conditions: readonly Condition[];
}

const oneOfVerbs = (verbs: readonly string[] | undefined): readonly Condition[] =>
  verbs === undefined ? [] : [sql`e.verb = any(${[...verbs]}::text[])`];

/** One reading for each verb and subject: each walks one index from its end, and stops at the limit. */
const branchesOf = ({ subjects, verbs, party }: EntrySearch): readonly Branch[] => {
  // A thing has few entries: its verbs need no reading of their own.
  if (subjects !== undefined) {
    const among = oneOfVerbs(verbs);
    const concerned =
      party === undefined
        ? []
        : [
            sql`exists (select from journal_mention m
      where m.named = ${party} and m.verb = e.verb and m.seq = e.seq)`,
          ];
    return subjects.flatMap((subject) => [
      { named: null, verb: null, conditions: [sql`e.subject = ${subject}`, ...among, ...concerned] },
      { named: subject, verb: null, conditions: [...among, ...concerned] },
    ]);
  }
  const named = party ?? null;
  if (verbs === undefined) return [{ named, verb: null, conditions: [] }];
  return verbs.map((verb) => ({ named, verb, conditions: [] }));
};

const branchSql = (
  { named, verb, conditions }: Branch,
  walk: {
    readonly first: number;
    readonly before: number;
    readonly limit: number;
    readonly shared: readonly Condition[];
  },
): Condition => {
  const within = sql`seq >= ${walk.first} and seq < ${walk.before}`;
  const and = sql.join([sql`true`, ...walk.shared, ...conditions], sql` and `);
  if (named === null && verb === null)
    return sql`(select seq, text from journal_entry e where ${within} and ${and}
      order by seq desc limit ${walk.limit})`;
  const from = named === null ? sql`journal_entry where true` : sql`journal_mention where named = ${named}`;
  // What names it one by one from the end, each looked up by itself: no plan reads all of them to sort.
  return sql`(select found.seq, found.text
    from (select seq from ${from}
      ${verb === null ? sql`` : sql`and verb = ${verb}`} and ${within} order by seq desc offset 0) p
    cross join lateral (select seq, text from journal_entry e where e.seq = p.seq and ${and} offset 0) found
    order by p.seq desc limit ${walk.limit})`;
};

/** Texts of the entries that match, newest first. */
export const searchTexts = async (unit: Unit, search: EntrySearch): Promise<readonly string[]> => {
  const bounds = await boundsOf(unit, search);
  const branches = branchesOf(search);
  if (bounds === null || branches.length === 0) return [];
  const walk = { ...bounds, limit: search.limit, shared: conditionsOf(search) };
  const parts = branches.map((branch) => branchSql(branch, walk));
  const { rows } = await sql<{ text: string }>`
    select text from (${sql.join(parts, sql` union `)}) found
    order by seq desc limit ${search.limit}`.execute(tablesOf(unit));
  return rows.map((row) => row.text);
};
