/** The SQL of the store of attachments. */
import { sql } from 'kysely';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../database/index.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** Bytes that the store keeps. */
export interface Content {
  readonly hash: string;
  readonly bytes: number;
}

/**
 * Takes the turn to place or remove the bytes of this hash, among all processes, until the transaction ends:
 * in between, what the rows say and what the disk holds agree.
 */
export const takeTurn = async (unit: Unit, hash: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 7))`.execute(tables(unit));
};

export const insertContent = async (unit: Unit, content: Content, at: Instant): Promise<void> => {
  await sql`
    insert into attachment_content (hash, bytes, stored_at) values (${content.hash}, ${content.bytes}, ${at})
    on conflict (hash) do nothing`.execute(tables(unit));
};

export const insertHold = async (unit: Unit, hash: string, holder: string): Promise<void> => {
  await sql`
    insert into attachment_hold (hash, holder) values (${hash}, ${holder})
    on conflict do nothing`.execute(tables(unit));
};

/** Lets go of one content, or of all that this holder holds; gives the hashes. */
export const deleteHolds = async (
  unit: Unit,
  holder: string,
  hash: string | null,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ hash: string }>`
    delete from attachment_hold where holder = ${holder} and (${hash}::text is null or hash = ${hash})
    returning hash`.execute(tables(unit));
  return rows.map((row) => row.hash);
};

export const findContent = async (unit: Unit, hash: string): Promise<Content | null> => {
  const { rows } = await sql<Content>`
    select hash, bytes from attachment_content where hash = ${hash}`.execute(tables(unit));
  return rows[0] ?? null;
};

/** Of these hashes, those that somebody holds. */
export const heldOf = async (unit: Unit, hashes: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ hash: string }>`
    select distinct hash from attachment_hold where hash = any (${[...hashes]}::text[])`.execute(
    tables(unit),
  );
  return new Set(rows.map((row) => row.hash));
};

export const deleteContent = async (unit: Unit, hash: string): Promise<void> => {
  await sql`delete from attachment_content where hash = ${hash}`.execute(tables(unit));
};

/** Contents after this hash, in order. */
export const listContents = async (unit: Unit, after: string, limit: number): Promise<readonly Content[]> => {
  const { rows } = await sql<Content>`
    select hash, bytes from attachment_content where hash > ${after} order by hash limit ${limit}`.execute(
    tables(unit),
  );
  return rows;
};

/** Contents that nobody holds. */
export const listFree = async (unit: Unit, limit: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ hash: string }>`
    select hash from attachment_content c
    where not exists (select 1 from attachment_hold h where h.hash = c.hash) limit ${limit}`.execute(
    tables(unit),
  );
  return rows.map((row) => row.hash);
};
