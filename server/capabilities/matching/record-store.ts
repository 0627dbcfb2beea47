/** The SQL of what this service's own items name. Read by the house alone. */
import { sql } from 'kysely';
import type { ItemId, PartyId } from '../../kernel/ids.ts';
import { type Marking, tlpRank } from '../../kernel/marking.ts';
import type { Day } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { IdentifierKind } from '../../plumbing/identifiers/index.ts';
import type { Observed } from './observed.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** Whoever prepares sets looks again. */
export const noteChange = async (unit: Unit): Promise<void> => {
  await sql`select nextval('matching_revision')`.execute(tables(unit));
};

export const readRevision = async (unit: Unit): Promise<number> => {
  const { rows } = await sql<{ revision: number }>`
    select case when is_called then last_value else 0 end as revision from matching_revision`.execute(
    tables(unit),
  );
  return rows[0]?.revision ?? 0;
};

export const putItem = async (
  unit: Unit,
  item: ItemId,
  facts: { readonly holder: PartyId; readonly marking: Marking },
): Promise<void> => {
  const { holder, marking } = facts;
  await sql`insert into matching_item (item, holder, field, purpose, tlp_rank, releasable_to, erase_on)
    values (${item}, ${holder}, ${marking.field}, ${marking.purpose}, ${tlpRank(marking.tlp)},
      ${[...marking.releasableTo]}, ${marking.eraseOn})
    on conflict (item) do update set field = excluded.field, purpose = excluded.purpose,
      tlp_rank = excluded.tlp_rank, releasable_to = excluded.releasable_to,
      erase_on = excluded.erase_on`.execute(tables(unit));
};

export const putRecords = async (unit: Unit, item: ItemId, observed: readonly Observed[]): Promise<void> => {
  await sql`delete from matching_record where item = ${item}`.execute(tables(unit));
  if (observed.length === 0) return;
  const [kinds, forms] = [observed.map(({ kind }) => kind), observed.map(({ form }) => form)];
  await sql`insert into matching_record (item, kind, form)
    select ${item}, kind, form from unnest(${kinds}::text[], ${forms}::text[]) u(kind, form)`.execute(
    tables(unit),
  );
};

export const deleteItem = async (unit: Unit, item: ItemId): Promise<void> => {
  await sql`delete from matching_item where item = ${item}`.execute(tables(unit));
};

/** What an agreement lets a partner ask about; the same rule as isMatchable in policy.ts. */
export interface Asked {
  readonly partner: PartyId;
  readonly fields: readonly string[];
  readonly purposes: readonly string[];
  readonly today: Day;
}

const matchable = ({ partner, fields, purposes, today }: Asked) => sql`
  i.field = any (${[...fields]}::text[]) and i.purpose = any (${[...purposes]}::text[])
  and (i.tlp_rank < ${tlpRank('amber+strict')} or i.releasable_to @> array[${partner}::text])
  and i.erase_on > ${today}`;

/** Records of the set that have no tag yet. */
export const untagged = async (
  unit: Unit,
  set: string,
  asked: Asked,
  limit: number,
): Promise<readonly Observed[]> => {
  const { rows } = await sql<{ kind: IdentifierKind; form: string }>`
    select distinct r.kind, r.form from matching_record r join matching_item i using (item)
    where ${matchable(asked)} and not exists (
      select 1 from matching_tag t where t.set_id = ${set} and t.kind = r.kind and t.form = r.form)
    limit ${limit}`.execute(tables(unit));
  return rows;
};

/** Tags of the set that no record stands for any more, taken away. */
export const takeOrphans = async (unit: Unit, set: string, asked: Asked): Promise<readonly Uint8Array[]> => {
  const { rows } = await sql<{ tag: Uint8Array }>`
    delete from matching_tag t where t.set_id = ${set} and not exists (
      select 1 from matching_record r join matching_item i using (item)
      where r.kind = t.kind and r.form = t.form and ${matchable(asked)})
    returning tag`.execute(tables(unit));
  return rows.map(({ tag }) => tag);
};
