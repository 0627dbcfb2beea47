/** SQL of pairs. */
import { sql } from 'kysely';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { StoredPair } from './unit.ts';

const tables = (unit: Unit) => unit.tables<object>();

const columns = sql`id, visitor, host, host_person as "hostPerson", visitor_person as "visitorPerson",
  starts_at as "from", ends_at as "until", ended_at as "endedAt"`;

export const insertPair = async (
  unit: Unit,
  pair: StoredPair & { readonly holder: PartyId },
): Promise<void> => {
  await sql`insert into assistance_pair (id, holder, visitor, host, host_person, visitor_person, starts_at, ends_at)
    values (${pair.id}, ${pair.holder}, ${pair.visitor}, ${pair.host}, ${pair.hostPerson},
      ${pair.visitorPerson}, ${pair.from}, ${pair.until})`.execute(tables(unit));
};

/** Pairs that were not ended, of these units on either side. */
export const pairsOf = async (unit: Unit, ids: readonly string[]): Promise<readonly StoredPair[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<StoredPair>`select ${columns} from assistance_pair
    where ended_at is null and visitor = any(${[...ids]}::text[])
    union
    select ${columns} from assistance_pair where ended_at is null and host = any(${[...ids]}::text[])
    order by "from", id`.execute(tables(unit));
  return rows;
};

export const lockPair = async (unit: Unit, id: string): Promise<StoredPair | null> => {
  const { rows } = await sql<StoredPair>`select ${columns} from assistance_pair
    where id = ${id} and ended_at is null for update`.execute(tables(unit));
  return rows[0] ?? null;
};

/** Ends pairs of a unit, on either side; the visitors who lost their host officer. */
export const endPairsOf = async (unit: Unit, id: string, at: Instant): Promise<readonly StoredPair[]> => {
  const { rows } = await sql<StoredPair>`update assistance_pair set ended_at = ${at}
    where ended_at is null and (visitor = ${id} or host = ${id})
    returning ${columns}`.execute(tables(unit));
  return rows;
};

export const endPair = async (unit: Unit, id: string, at: Instant): Promise<void> => {
  await sql`update assistance_pair set ended_at = ${at} where id = ${id} and ended_at is null`.execute(
    tables(unit),
  );
};

/** Ends pairs whose period is over, so that they open nothing to anybody any more; as the house. */
export const endPairsDue = async (unit: Unit, at: Instant, limit: number): Promise<readonly StoredPair[]> => {
  const { rows } = await sql<StoredPair>`update assistance_pair set ended_at = ${at}
    where id in (select id from assistance_pair where ended_at is null and ends_at <= ${at}
      order by ends_at limit ${limit} for update skip locked)
    returning ${columns}`.execute(tables(unit));
  return rows;
};

/** Writes whose person a unit is into the pairs that stand, so that he sees them. */
export const setPerson = async (unit: Unit, id: string, person: string | null): Promise<void> => {
  await sql`update assistance_pair set host_person = ${person} where host = ${id} and ended_at is null`.execute(
    tables(unit),
  );
};
