/** SQL of what is kept beside an item: its dates, its subjects' hashes. */
import { sql } from 'kysely';
import type { ItemId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { StoredItem } from '../item.ts';
import type { SubjectKind } from './personal-data.ts';

const tables = (unit: Unit) => unit.tables<object>();

/**
 * Writes what follows from an item's present version. A review that was held here stands until the marking
 * itself names another date.
 */
export const putKeeping = async (unit: Unit, item: Pick<StoredItem, 'id' | 'marking'>): Promise<void> => {
  const { reviewOn, eraseOn } = item.marking;
  await sql`
    insert into exchange_keeping as k (item, marked_review_on, review_on, erase_on)
    values (${item.id}, ${reviewOn}::date, ${reviewOn}::date, ${eraseOn}::date)
    on conflict (item) do update set
      marked_review_on = excluded.marked_review_on,
      review_on = case when k.marked_review_on = excluded.marked_review_on
        then k.review_on else excluded.review_on end,
      erase_on = excluded.erase_on`.execute(tables(unit));
};

/** Replaces the hashes under which an item's subjects are found. */
export const putSubjectKeys = async (
  unit: Unit,
  item: ItemId,
  keys: readonly { readonly hash: string; readonly kind: SubjectKind }[],
): Promise<void> => {
  await sql`delete from exchange_subject_key where item = ${item}`.execute(tables(unit));
  if (keys.length === 0) return;
  await sql`insert into exchange_subject_key (item, key_hash, kind)
    select ${item}, * from unnest(${keys.map(({ hash }) => hash)}::text[],
      ${keys.map(({ kind }) => kind)}::text[])`.execute(tables(unit));
};

/** Those of the items that hold personal data, as far as the reader may know of them. */
export const personalAmong = async (unit: Unit, items: readonly ItemId[]): Promise<readonly ItemId[]> => {
  if (items.length === 0) return [];
  const { rows } = await sql<{ id: ItemId }>`
    select id from exchange_item where id = any(${[...items]}::text[]) and personal order by id`.execute(
    tables(unit),
  );
  return rows.map(({ id }) => id);
};

/** Items that name a subject, and as what; for the house alone. */
export const findBySubject = async (
  unit: Unit,
  hashes: readonly string[],
  limit: number,
): Promise<readonly { readonly item: ItemId; readonly kinds: readonly SubjectKind[] }[]> => {
  const { rows } = await sql<{ item: ItemId; kinds: SubjectKind[] }>`
    select item, array_agg(distinct kind order by kind) as kinds from exchange_subject_key
    where key_hash = any(${[...hashes]}::text[]) group by item order by item limit ${limit}`.execute(
    tables(unit),
  );
  return rows;
};

/** Other items that name someone whom this one names, and as what; for the house alone. */
export const sharingSubjects = async (
  unit: Unit,
  item: ItemId,
  limit: number,
): Promise<readonly { readonly item: ItemId; readonly kinds: readonly SubjectKind[] }[]> => {
  const { rows } = await sql<{ item: ItemId; kinds: SubjectKind[] }>`
    select other.item, array_agg(distinct other.kind order by other.kind) as kinds
    from exchange_subject_key mine
    join exchange_subject_key other on other.key_hash = mine.key_hash and other.item <> mine.item
    where mine.item = ${item} group by other.item order by count(*) desc, other.item limit ${limit}`.execute(
    tables(unit),
  );
  return rows;
};
