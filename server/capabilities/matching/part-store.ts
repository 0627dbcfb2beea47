/** The SQL of filters that are being fetched: what came of each so far. The house's alone. */
import { sql } from 'kysely';
import type { PartyId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** What is fetched of whom. */
export interface Fetched {
  readonly partner: PartyId;
  readonly hash: string;
}

/** Keeps what came after `place` bytes; what another process kept meanwhile stays. */
export const keepPart = async (
  unit: Unit,
  { partner, hash }: Fetched,
  part: { readonly holder: PartyId; readonly place: number; readonly bytes: Uint8Array },
): Promise<void> => {
  await sql`insert into matching_part (partner, holder, hash, place, bytes)
    values (${partner}, ${part.holder}, ${hash}, ${part.place}, ${Buffer.from(part.bytes)})
    on conflict do nothing`.execute(tables(unit));
};

/** All of it in order. */
export const readParts = async (unit: Unit, { partner, hash }: Fetched): Promise<Uint8Array> => {
  const { rows } = await sql<{ bytes: Uint8Array }>`select bytes from matching_part
    where partner = ${partner} and hash = ${hash} order by place`.execute(tables(unit));
  return Buffer.concat(rows.map(({ bytes }) => bytes));
};

/** Of this partner nothing is being fetched any more. */
export const dropParts = async (unit: Unit, partner: PartyId): Promise<void> => {
  await sql`delete from matching_part where partner = ${partner}`.execute(tables(unit));
};
