/** The SQL of what this service's own items name. Read by the house alone. */
import { sql } from 'kysely';
import type { ItemId, PartyId } from '../../kernel/ids.ts';
import { type Marking, type Tlp, tlpRank } from '../../kernel/marking.ts';
import type { Day } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { IdentifierKind } from '../../plumbing/identifiers/index.ts';
import type { Observed } from './observed.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** False where it was there, and marked like this. */
export const putItem = async (
  unit: Unit,
  item: ItemId,
  facts: { readonly holder: PartyId; readonly marking: Marking },
): Promise<boolean> => {
  const { holder, marking } = facts;
  const { numAffectedRows = 0n } = await sql`
    insert into matching_item as i (item, holder, field, purpose, tlp_rank, releasable_to, erase_on)
    values (${item}, ${holder}, ${marking.field}, ${marking.purpose}, ${tlpRank(marking.tlp)},
      ${[...marking.releasableTo]}, ${marking.eraseOn})
    on conflict (item) do update set field = excluded.field, purpose = excluded.purpose,
      tlp_rank = excluded.tlp_rank, releasable_to = excluded.releasable_to, erase_on = excluded.erase_on
    where (i.field, i.purpose, i.tlp_rank, i.releasable_to, i.erase_on) is distinct from (excluded.field,
      excluded.purpose, excluded.tlp_rank, excluded.releasable_to, excluded.erase_on)`.execute(tables(unit));
  return numAffectedRows > 0n;
};

/** What the item names from now on; what it began to name, or ceased to, is noted as changed. */
export const putRecords = async (
  unit: Unit,
  item: ItemId,
  holder: PartyId,
  observed: readonly Observed[],
): Promise<void> => {
  const [kinds, forms] = [observed.map(({ kind }) => kind), observed.map(({ form }) => form)];
  const named = sql`select kind, form from unnest(${kinds}::text[], ${forms}::text[]) u(kind, form)`;
  await sql`with named as (${named}),
      gone as (delete from matching_record r where item = ${item}
        and not exists (select 1 from named n where n.kind = r.kind and n.form = r.form)
        returning kind, form)
    insert into matching_change (holder, kind, form) select ${holder}, kind, form from gone`.execute(
    tables(unit),
  );
  await sql`with named as (${named}),
      come as (insert into matching_record (item, kind, form) select ${item}, kind, form from named
        on conflict do nothing returning kind, form)
    insert into matching_change (holder, kind, form) select ${holder}, kind, form from come`.execute(
    tables(unit),
  );
};

/** Everything that the item names may be found by others than before. */
export const noteChange = async (unit: Unit, item: ItemId, holder: PartyId): Promise<void> => {
  await sql`insert into matching_change (holder, kind, form)
    select ${holder}, kind, form from matching_record where item = ${item}`.execute(tables(unit));
};

export const deleteItem = async (unit: Unit, item: ItemId): Promise<void> => {
  await sql`delete from matching_item where item = ${item}`.execute(tables(unit));
};

/** Hands what changed on to every set. */
export const handOnChanges = async (unit: Unit, holder: PartyId): Promise<void> => {
  await sql`with taken as (delete from matching_change returning kind, form)
    insert into matching_due (holder, set_id, kind, form)
    select distinct ${holder}, s.id, t.kind, t.form from taken t cross join matching_set s`.execute(
    tables(unit),
  );
};

/** Something that is due to a set: an identifier that may have come, or gone. */
export interface Due extends Observed {
  readonly id: number;
}

export const dueTo = async (unit: Unit, set: string, limit: number): Promise<readonly Due[]> => {
  const { rows } = await sql<Due>`
    select id, kind, form from matching_due where set_id = ${set} order by id
    limit ${limit}`.execute(tables(unit));
  return rows;
};

export const dropDue = async (unit: Unit, due: readonly Due[]): Promise<void> => {
  await sql`delete from matching_due where id = any (${due.map(({ id }) => id)}::bigint[])`.execute(
    tables(unit),
  );
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

/** Whether a record that may be asked about has the kind and form of a row. */
const stands = (asked: Asked, row: 'r' | 't') => sql`exists (
  select 1 from matching_record s join matching_item i using (item)
  where s.kind = ${sql.ref(`${row}.kind`)} and s.form = ${sql.ref(`${row}.form`)} and ${matchable(asked)})`;
const listed = (all: readonly Observed[]) => sql`unnest(${all.map(({ kind }) => kind)}::text[],
  ${all.map(({ form }) => form)}::text[])`;
const isTagged = (set: string) => sql`exists (
  select 1 from matching_tag t where t.set_id = ${set} and t.kind = r.kind and t.form = r.form)`;
const isFound = (asked: Asked) => sql`exists (
  select 1 from matching_item i where i.item = r.item and ${matchable(asked)})`;

/**
 * The next records after one, in order, that may be asked about and have no tag yet. `after` is said of tags
 * too, so that those before are not gone through again.
 */
export const untagged = async (
  unit: Unit,
  set: string,
  asked: Asked,
  page: { readonly after: Observed | null; readonly limit: number },
): Promise<readonly Observed[]> => {
  const { kind = '', form = '' } = page.after ?? {};
  const { rows } = await sql<{ kind: IdentifierKind; form: string }>`
    select r.kind, r.form from matching_record r
    where (r.kind, r.form) > (${kind}, ${form}) and ${isFound(asked)} and not exists (
      select 1 from matching_tag t where t.set_id = ${set} and t.kind = r.kind and t.form = r.form
        and (t.kind, t.form) > (${kind}, ${form}))
    group by r.kind, r.form order by r.kind, r.form limit ${page.limit}`.execute(tables(unit));
  return rows;
};

/** Of what is due, what may be asked about and has no tag yet. */
export const untaggedOf = async (
  unit: Unit,
  set: string,
  asked: Asked,
  due: readonly Observed[],
): Promise<readonly Observed[]> => {
  const { rows } = await sql<{ kind: IdentifierKind; form: string }>`
    select distinct r.kind, r.form from ${listed(due)} r(kind, form)
    where not ${isTagged(set)} and ${stands(asked, 'r')}`.execute(tables(unit));
  return rows;
};

/** Of these, what stands here to be asked about. */
export const standing = async (
  unit: Unit,
  asked: Asked,
  named: readonly Observed[],
): Promise<readonly Observed[]> => {
  const { rows } = await sql<{ kind: IdentifierKind; form: string }>`
    select distinct r.kind, r.form from ${listed(named)} r(kind, form) where ${stands(asked, 'r')}`.execute(
    tables(unit),
  );
  return rows;
};

/** Of this service's items some that name each of these, for whoever is cleared for them. */
export const itemsNaming = async (
  unit: Unit,
  named: readonly Observed[],
  { clearance, limit }: { readonly clearance: Tlp; readonly limit: number },
): Promise<readonly (Observed & { readonly items: readonly ItemId[] })[]> => {
  const { rows } = await sql<Observed & { items: ItemId[] }>`
    select kind, form, array_agg(item order by item) as items from (
      select kind, form, item, row_number() over (partition by kind, form order by item) as place
      from ${listed(named)} n(kind, form) join matching_record r using (kind, form)
        join matching_item i using (item) where i.tlp_rank <= ${tlpRank(clearance)}) found
    where place <= ${limit} group by kind, form`.execute(tables(unit));
  return rows;
};

/** How many may be asked about. */
export const countFound = async (unit: Unit, asked: Asked): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from (
    select r.kind, r.form from matching_record r where ${isFound(asked)}
    group by r.kind, r.form) found`.execute(tables(unit));
  return rows[0]?.count ?? 0;
};

/** Tags of the set that no record stands for any more, taken away: of what is due, or of all. */
export const takeOrphans = async (
  unit: Unit,
  set: string,
  asked: Asked,
  due: readonly Observed[] | null,
): Promise<readonly Uint8Array[]> => {
  const among = due === null ? sql`` : sql`(t.kind, t.form) in (select * from ${listed(due)} d) and`;
  const { rows } = await sql<{ tag: Uint8Array }>`
    delete from matching_tag t where t.set_id = ${set} and ${among} not ${stands(asked, 't')}
    returning tag`.execute(tables(unit));
  return rows.map(({ tag }) => tag);
};

/** Where the going through items that were kept before is; null when it is over. */
export const replayedTo = async (unit: Unit, holder: PartyId): Promise<string | null> => {
  await sql`insert into matching_replay (holder, after) values (${holder}, '')
    on conflict do nothing`.execute(tables(unit));
  const { rows } = await sql<{ after: string | null }>`select after from matching_replay`.execute(
    tables(unit),
  );
  return rows[0]?.after ?? null;
};

export const noteReplayed = async (unit: Unit, after: ItemId | null): Promise<void> => {
  await sql`update matching_replay set after = ${after}`.execute(tables(unit));
};
