/** Who was sent which version of an item, by which envelope, and when he first read it. */
import type { JSONColumnType } from 'kysely';
import type { EnvelopeId, ItemId, PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Readers } from './readers/readers.ts';

interface DeliveryTable {
  item: ItemId;
  version: number;
  recipient: PartyId;
  envelope: EnvelopeId;
  withheld: string[];
  read_at: Instant | null;
  readers: number | null;
  readers_by_role: JSONColumnType<Readers['byRole']> | null;
  readers_at: Instant | null;
}
interface Tables {
  exchange_delivery: DeliveryTable;
}

export interface StoredDelivery {
  readonly item: ItemId;
  readonly version: number;
  readonly recipient: PartyId;
  readonly envelope: EnvelopeId;
  readonly withheld: readonly string[];
  readonly readAt: Instant | null;
  /** What the recipient told of his readers, and when. */
  readonly readers: Readers | null;
  readonly readersAt: Instant | null;
}

export const insertDelivery = async (
  unit: Unit,
  delivery: Omit<StoredDelivery, 'readAt' | 'readers' | 'readersAt'>,
): Promise<void> => {
  await unit
    .tables<Tables>()
    .insertInto('exchange_delivery')
    .values({ ...delivery, withheld: [...delivery.withheld], read_at: null })
    .execute();
};

export const listDeliveries = async (unit: Unit, item: ItemId): Promise<readonly StoredDelivery[]> => {
  const rows = await unit
    .tables<Tables>()
    .selectFrom('exchange_delivery')
    .selectAll()
    .where('item', '=', item)
    .orderBy('version', 'desc')
    .orderBy('recipient')
    .execute();
  return rows.map(({ read_at, readers, readers_by_role, readers_at, ...row }) => ({
    ...row,
    readAt: read_at,
    readers: readers === null ? null : { count: readers, byRole: readers_by_role },
    readersAt: readers_at,
  }));
};

/** Which item an envelope carried; null when it carried none. */
export const findDelivery = async (
  unit: Unit,
  envelope: EnvelopeId,
): Promise<{ readonly item: ItemId; readonly recipient: PartyId } | null> => {
  const row = await unit
    .tables<Tables>()
    .selectFrom('exchange_delivery')
    .select(['item', 'recipient'])
    .where('envelope', '=', envelope)
    .executeTakeFirst();
  return row ?? null;
};

/** Keeps when the recipient first read this version. */
export const markDeliveryRead = async (
  unit: Unit,
  read: {
    readonly item: ItemId;
    readonly version: number;
    readonly recipient: PartyId;
    readonly at: Instant;
  },
): Promise<boolean> => {
  const row = await unit
    .tables<Tables>()
    .updateTable('exchange_delivery')
    .set({ read_at: read.at })
    .where('item', '=', read.item)
    .where('version', '=', read.version)
    .where('recipient', '=', read.recipient)
    .where('read_at', 'is', null)
    .returning('item')
    .executeTakeFirst();
  return row !== undefined;
};

/** Keeps what the recipient told of his readers of this version; false when newer was told before. */
export const putDeliveryReaders = async (
  unit: Unit,
  told: {
    readonly item: ItemId;
    readonly version: number;
    readonly recipient: PartyId;
    readonly at: Instant;
    readonly readers: Readers;
  },
): Promise<boolean> => {
  const { count, byRole } = told.readers;
  const row = await unit
    .tables<Tables>()
    .updateTable('exchange_delivery')
    .set({
      readers: count,
      readers_by_role: byRole === null ? null : JSON.stringify(byRole),
      readers_at: told.at,
    })
    .where('item', '=', told.item)
    .where('version', '=', told.version)
    .where('recipient', '=', told.recipient)
    .where((where) => where.or([where('readers_at', 'is', null), where('readers_at', '<', told.at)]))
    .returning('item')
    .executeTakeFirst();
  return row !== undefined;
};
