/** The SQL of who read what came from partners, all of it as the house. */
import { sql } from 'kysely';
import type { Role } from '../../../kernel/decision.ts';
import type { ItemId, PartyId, PersonId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';

const tablesOf = (unit: Unit) => unit.tables<object>();

/** Keeps that the person read this version; false when he had read it before. */
export const insertReader = async (
  unit: Unit,
  reader: {
    readonly item: ItemId;
    readonly version: number;
    readonly person: PersonId;
    readonly role: Role;
  },
): Promise<boolean> => {
  const { rows } = await sql`insert into exchange_reader (item, version, person, role)
    values (${reader.item}, ${reader.version}, ${reader.person}, ${reader.role})
    on conflict do nothing returning item`.execute(tablesOf(unit));
  return rows.length > 0;
};

/** The roles in which persons read this version, one each. */
export const listReaderRoles = async (
  unit: Unit,
  item: ItemId,
  version: number,
): Promise<readonly Role[]> => {
  const { rows } = await sql<{ role: Role }>`select role from exchange_reader
    where item = ${item} and version = ${version}`.execute(tablesOf(unit));
  return rows.map(({ role }) => role);
};

/** There is more to tell of this version. */
export const markDue = async (unit: Unit, item: ItemId, version: number): Promise<void> => {
  await sql`insert into exchange_readers_told (item, version, told_at, is_due)
    values (${item}, ${version}, null, true)
    on conflict (item) do update set is_due = true, version = excluded.version,
      told_at = case when exchange_readers_told.version = excluded.version
        then exchange_readers_told.told_at end`.execute(tablesOf(unit));
};

/** All that is to be told was told, or never will be. */
export const markTold = async (unit: Unit, item: ItemId, at: Instant | null): Promise<void> => {
  await sql`update exchange_readers_told set told_at = coalesce(${at}, told_at), is_due = false
    where item = ${item}`.execute(tablesOf(unit));
};

/** Items of whose readers there is more to tell, and nothing was told since `before`. */
export const listDue = async (
  unit: Unit,
  before: Instant,
  limit: number,
): Promise<readonly { readonly item: ItemId; readonly originator: PartyId }[]> => {
  const { rows } = await sql<{
    item: ItemId;
    originator: PartyId;
  }>`select t.item, i.originator from exchange_readers_told t
    join exchange_item i on i.id = t.item and i.version = t.version and i.read_at is not null
    where t.is_due and (t.told_at is null or t.told_at <= ${before})
    order by t.told_at nulls first limit ${limit}`.execute(tablesOf(unit));
  return rows;
};

/** Forgets who read other versions than this one; with null, all of them. */
export const forgetReaders = async (unit: Unit, item: ItemId, version: number | null): Promise<void> => {
  await sql`delete from exchange_reader
    where item = ${item} and version is distinct from ${version}::int`.execute(tablesOf(unit));
  await sql`delete from exchange_readers_told
    where item = ${item} and version is distinct from ${version}::int`.execute(tablesOf(unit));
};
