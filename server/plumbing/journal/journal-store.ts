/** The only SQL of the journal. */
import { sql } from 'kysely';
import { assert } from '../../kernel/faults.ts';
import type { Unit } from '../database/index.ts';
import type { SignedTreeHead } from './head.ts';
import type { JournalRow } from './journal-row.ts';
import { type Hash, hashBytes, type Subtree, type Tree } from './merkle.ts';

/** Which entries, newest first: all that is given must match. */
export interface EntryFilter {
  readonly subject?: string;
  readonly actor?: string;
  readonly verb?: string;
  /** Only entries with a smaller `seq`: the cursor to older ones. */
  readonly before?: number;
  readonly limit: number;
}

interface HeadRow {
  id: number | string;
  party: string;
  size: number | string;
  root_hash: string;
  at: string;
  signature: string;
}

interface JournalTables {
  journal_entry: { seq: number; text: string; actor: string; verb: string; subject: string | null };
}

const tablesOf = (unit: Unit) => unit.tables<JournalTables>();

const splitHashes = (bytes: Buffer): readonly Hash[] =>
  Array.from({ length: Math.floor(bytes.length / hashBytes) }, (_, at) =>
    bytes.subarray(at * hashBytes, (at + 1) * hashBytes),
  );

const readHeadRow = (row: HeadRow): SignedTreeHead => ({
  party: row.party,
  size: Number(row.size),
  rootHash: row.root_hash,
  at: row.at,
  signature: row.signature,
});

/**
 * Waits for this transaction's turn to append; the turn lasts until it ends. Returns whose journal it is;
 * null while nobody has ever appended.
 */
export const lockHead = async (unit: Unit): Promise<string | null> => {
  const held = await unit.kept<{ party: string }>({ sql: lockText, parameters: [] });
  return held[0]?.party ?? null;
};
const lockText = 'select party from journal_head for update';

/** Says whose journal it is, unless another has just said so. */
export const insertHead = async (unit: Unit, party: string): Promise<void> => {
  await sql`insert into journal_head (party) values (${party}) on conflict do nothing`.execute(
    tablesOf(unit),
  );
};

/** Number of entries that this transaction sees. */
export const readSize = async (unit: Unit): Promise<number> => {
  const query = sql<{ size: number | string }>`select coalesce(max(seq) + 1, 0) as size from journal_node`;
  const { rows } = await query.execute(tablesOf(unit));
  return Number(rows[0]?.size ?? 0);
};

/**
 * The tree of the first `size` entries. Clearing the lowest set bit of a size gives the next frontier node to
 * the left, and the largest complete subtree that ends at a leaf is the last hash of its row.
 */
export const loadTree = async (unit: Unit, size: number | null): Promise<Tree> => {
  const { rows } = await sql<{ size: number | string; hash: Buffer }>`
    with recursive part(size) as (
      select coalesce(${size}::bigint, max(seq) + 1) from journal_node
      union all
      select size & (size - 1) from part where size & (size - 1) > 0
    )
    select part.size, substr(hashes, length(hashes) - ${hashBytes - 1}::int) as hash
    from part join journal_node on seq = part.size - 1
    order by part.size`.execute(tablesOf(unit));
  const found = Number(rows.at(-1)?.size ?? 0);
  assert(size === null || size === found, `the journal has no tree of size ${size}`);
  return { size: found, frontier: rows.map((row) => row.hash) };
};

/**
 * Writes entries and the subtrees that they complete, where the journal ends as the tree `before` does; false
 * where it does not, and nothing is written. The caller has the turn.
 */
export const insertRows = async (
  unit: Unit,
  before: Tree,
  rows: readonly { seq: number; text: string; closed: readonly Hash[] }[],
): Promise<boolean> => {
  const seqs = rows.map((row) => row.seq);
  const texts = rows.map((row) => row.text);
  const hashes = rows.map((row) => Buffer.concat(row.closed));
  const top = before.frontier.at(-1) ?? null;
  const parameters = [before.size, top, seqs, texts, hashes];
  const [row] = await unit.kept<{ placed: boolean }>({ sql: insertText, parameters });
  return row?.placed === true;
};
const insertText = `
  with place as (
    select where not exists (select from journal_node where seq = $1::bigint)
      and ($1::bigint = 0 or $2::bytea = (
        select substr(hashes, length(hashes) - ${hashBytes - 1}::int)
        from journal_node where seq = $1::bigint - 1))
  ), entries as (
    insert into journal_entry (seq, text)
    select added.* from place, unnest($3::bigint[], $4::text[]) as added
  ), nodes as (
    insert into journal_node (seq, hashes)
    select added.* from place, unnest($3::bigint[], $5::bytea[]) as added
  )
  select exists (select from place) as placed`;

/** Hashes of the given complete subtrees. */
export const readSubtrees = async (
  unit: Unit,
  subtrees: readonly Subtree[],
): Promise<(subtree: Subtree) => Hash> => {
  const lasts = subtrees.map((subtree) => subtree.last);
  const { rows } = await sql<{ seq: number | string; hashes: Buffer }>`
    select seq, hashes from journal_node where seq = any(${lasts}::bigint[])`.execute(tablesOf(unit));
  const bySeq = new Map(rows.map((row) => [Number(row.seq), splitHashes(row.hashes)]));
  return ({ last, level }) => {
    const hash = bySeq.get(last)?.[level];
    assert(hash, `the journal lacks the subtree of level ${level} that ends at ${last}`);
    return hash;
  };
};

/** The next stored leaves after `after`, in order; what is only an entry or only a hash comes as well. */
export const readRows = async (unit: Unit, after: number, limit: number): Promise<readonly JournalRow[]> => {
  const { rows } = await sql<{ seq: number | string; text: string | null; hashes: Buffer | null }>`
    select seq, entry.text, node.hashes
    from (select seq, text from journal_entry where seq > ${after} order by seq limit ${limit}) entry
    full join (select seq, hashes from journal_node where seq > ${after} order by seq limit ${limit}) node
    using (seq) order by seq limit ${limit}`.execute(tablesOf(unit));
  return rows.map((row) => ({
    seq: Number(row.seq),
    text: row.text,
    hashes: row.hashes === null ? null : splitHashes(row.hashes),
  }));
};

/** Texts of entries, newest first. */
export const readTexts = async (unit: Unit, filter: EntryFilter): Promise<readonly string[]> => {
  let query = tablesOf(unit).selectFrom('journal_entry').select('text');
  if (filter.subject !== undefined) query = query.where('subject', '=', filter.subject);
  if (filter.actor !== undefined) query = query.where('actor', '=', filter.actor);
  if (filter.verb !== undefined) query = query.where('verb', '=', filter.verb);
  if (filter.before !== undefined) query = query.where('seq', '<', filter.before);
  const rows = await query.orderBy('seq', 'desc').limit(filter.limit).execute();
  return rows.map((row) => row.text);
};

/** The largest head that this node signed. */
export const readLatestOwnHead = async (unit: Unit): Promise<SignedTreeHead | null> => {
  const { rows } = await sql<HeadRow>`
    select * from journal_own_head order by size desc, id desc limit 1`.execute(tablesOf(unit));
  return rows[0] ? readHeadRow(rows[0]) : null;
};

export const insertOwnHead = async (unit: Unit, head: SignedTreeHead): Promise<void> => {
  await sql`
    insert into journal_own_head (party, size, root_hash, at, signature)
    values (${head.party}, ${head.size}, ${head.rootHash}, ${head.at}, ${head.signature})`.execute(
    tablesOf(unit),
  );
};

export const insertPartnerHead = async (unit: Unit, head: SignedTreeHead, keptAt: string): Promise<void> => {
  await sql`
    insert into journal_partner_head (party, size, root_hash, at, signature, kept_at)
    values (${head.party}, ${head.size}, ${head.rootHash}, ${head.at}, ${head.signature}, ${keptAt})
    on conflict do nothing`.execute(tablesOf(unit));
};

/** A held head of the party: of this size if there is one (one of another root first), else the largest. */
export const readPartnerHead = async (
  unit: Unit,
  wanted: { party: string; size: number; rootHash: string },
): Promise<SignedTreeHead | null> => {
  const { rows } = await sql<HeadRow>`
    (select * from journal_partner_head where party = ${wanted.party} and size = ${wanted.size}
      order by (root_hash = ${wanted.rootHash}), id limit 1)
    union all
    (select * from journal_partner_head where party = ${wanted.party} order by size desc, id limit 1)
    limit 1`.execute(tablesOf(unit));
  return rows[0] ? readHeadRow(rows[0]) : null;
};

/** All heads that this node signed, in the order of their sizes. */
export const readOwnHeads = async (unit: Unit): Promise<readonly SignedTreeHead[]> => {
  const { rows } = await sql<HeadRow>`select * from journal_own_head order by size, id`.execute(
    tablesOf(unit),
  );
  return rows.map(readHeadRow);
};

/** All heads of partners that this node holds. */
export const readPartnerHeads = async (unit: Unit): Promise<readonly SignedTreeHead[]> => {
  const { rows } = await sql<HeadRow>`
    select * from journal_partner_head order by party, size, id`.execute(tablesOf(unit));
  return rows.map(readHeadRow);
};
