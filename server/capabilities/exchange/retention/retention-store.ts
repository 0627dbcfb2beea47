/** SQL of review and erasure: what is due, by keyset; metadata of items without their content. */
import { sql } from 'kysely';
import { Fault } from '../../../kernel/faults.ts';
import { type ItemId, readId } from '../../../kernel/ids.ts';
import { type Day, type Instant, isDay } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { exchangeLimits } from '../contract.ts';
import type { StoredItem } from '../item.ts';
import { type ExchangeTables, type ItemWithWords, toItem, wordsOfItem } from '../store.ts';
import type { ItemMetadata } from './contract.ts';

interface KeepingTable {
  item: ItemId;
  review_on: Day;
  erase_on: Day;
  due_on: Day;
  reviewed_at: Instant | null;
  reviewed_by: string | null;
  reason: string | null;
  erase_failed_at: Instant | null;
  erase_attempts: number;
  erase_retry_at: Instant | null;
}
type Tables = ExchangeTables & { exchange_keeping: KeepingTable };
type Found = ItemWithWords & {
  readonly kept_review_on: Day;
  readonly kept_erase_on: Day;
  readonly due_on: Day;
  readonly reviewed_at: Instant | null;
  readonly erase_failed_at: Instant | null;
};
/** The item's own columns, and beside them the dates that hold on this node. */
const columns = [
  'exchange_keeping.review_on as kept_review_on',
  'exchange_keeping.erase_on as kept_erase_on',
  'exchange_keeping.due_on',
  'exchange_keeping.reviewed_at',
  'exchange_keeping.erase_failed_at',
] as const;

/** An item with its own dates: those of the marking, or of the last review held here. */
export interface DueItem {
  readonly item: StoredItem;
  readonly metadata: ItemMetadata;
}

const metadataOf = (item: StoredItem, row: Found): ItemMetadata => ({
  id: item.id,
  version: item.version,
  state: item.state,
  originator: item.originator,
  desk: item.desk,
  author: item.author,
  tlp: item.marking.tlp,
  field: item.marking.field,
  purpose: item.marking.purpose,
  legalBasis: item.marking.legalBasis,
  personCategories: [...item.marking.personCategories],
  agreement: item.agreement,
  recipients: item.marking.releasableTo.filter((party) => party !== item.originator),
  personal: row.personal,
  objectCount: item.objectCount,
  createdAt: item.createdAt,
  releasedAt: item.releasedAt,
  receivedAt: item.receivedAt,
  reviewOn: row.kept_review_on,
  eraseOn: row.kept_erase_on,
  dueOn: row.due_on,
  reviewedAt: row.reviewed_at,
  erasureFailedAt: row.erase_failed_at,
});

const toDue = (row: Found): DueItem => {
  const item = toItem(row);
  return { item, metadata: metadataOf(item, row) };
};

/** Where a page ended: `2024-07-26~grouping--…`. */
const readCursor = (text: string | undefined) => {
  if (text === undefined) return null;
  const [day, id] = text.split('~');
  const known = readId('item', id ?? '');
  if (day === undefined || known === null || !isDay(day))
    throw new Fault('input/invalid', { fields: ['cursor'] });
  return { day, id: known };
};

/** What this reader may see that is due up to a day, the longest overdue first. */
export const listDue = async (
  unit: Unit,
  wanted: { readonly until: Day; readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<{ readonly items: readonly DueItem[]; readonly next: string | null }> => {
  const { limit = exchangeLimits.page } = wanted;
  const cursor = readCursor(wanted.cursor);
  let query = unit
    .tables<Tables>()
    .selectFrom('exchange_keeping')
    .innerJoin('exchange_item', 'exchange_item.id', 'exchange_keeping.item')
    .selectAll('exchange_item')
    .select([...columns, wordsOfItem])
    .where('due_on', '<=', wanted.until);
  if (cursor !== null)
    query = query.where(sql<boolean>`(due_on, item) > (${cursor.day}::date, ${cursor.id})`);
  const rows = await query
    .orderBy('due_on')
    .orderBy('item')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map(toDue);
  const last = items.at(-1)?.metadata;
  return { items, next: rows.length > limit && last ? `${last.dueOn}~${last.id}` : null };
};

/** Metadata of these items, as far as the reader may know of them. */
export const readMetadata = async (unit: Unit, ids: readonly ItemId[]): Promise<readonly ItemMetadata[]> => {
  if (ids.length === 0) return [];
  const rows = await unit
    .tables<Tables>()
    .selectFrom('exchange_keeping')
    .innerJoin('exchange_item', 'exchange_item.id', 'exchange_keeping.item')
    .selectAll('exchange_item')
    .select([...columns, wordsOfItem])
    .where('item', 'in', ids)
    .orderBy('item')
    .execute();
  return rows.map((row) => toDue(row).metadata);
};

/** Where a round of erasure has come to. */
export interface ErasurePlace {
  readonly eraseOn: Day;
  readonly item: ItemId;
}

/** The next items whose erasure date has come and that may be tried now, the oldest first. */
export const listErasable = async (
  unit: Unit,
  wanted: { readonly today: Day; readonly now: Instant; readonly after: ErasurePlace | null },
  limit: number,
): Promise<readonly ErasurePlace[]> => {
  const { today, now, after } = wanted;
  let query = unit
    .tables<Tables>()
    .selectFrom('exchange_keeping')
    .select(['item', 'erase_on as eraseOn'])
    .where('erase_on', '<=', today)
    .where((build) => build.or([build('erase_retry_at', 'is', null), build('erase_retry_at', '<=', now)]));
  if (after !== null)
    query = query.where(sql<boolean>`(erase_on, item) > (${after.eraseOn}::date, ${after.item})`);
  return query.orderBy('erase_on').orderBy('item').limit(limit).execute();
};

/** Remembers that the item could not be erased; returns how often that has been so. */
export const putErasureFailure = async (unit: Unit, item: ItemId, at: Instant): Promise<number> => {
  const { rows } = await sql<{ attempts: number }>`
    update exchange_keeping set erase_attempts = erase_attempts + 1,
      erase_failed_at = coalesce(erase_failed_at, ${at}::timestamptz),
      erase_retry_at = ${at}::timestamptz + least(interval '15 minutes' * (2 ^ least(erase_attempts, 10)),
        interval '1 day')
    where item = ${item} returning erase_attempts as attempts`.execute(unit.tables<object>());
  return rows[0]?.attempts ?? 0;
};

/** Writes that the item was reviewed and is kept. */
export const putReview = async (
  unit: Unit,
  review: {
    readonly item: ItemId;
    readonly reviewOn: Day;
    readonly at: Instant;
    readonly by: string;
    readonly reason: string;
  },
): Promise<void> => {
  await unit
    .tables<Tables>()
    .updateTable('exchange_keeping')
    .set({
      review_on: review.reviewOn,
      reviewed_at: review.at,
      reviewed_by: review.by,
      reason: review.reason,
    })
    .where('item', '=', review.item)
    .execute();
};
