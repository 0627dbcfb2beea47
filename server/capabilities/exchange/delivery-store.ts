/** Who was sent which version of an item, by which envelope, and when he first read it. */
import type { EnvelopeId, ItemId, PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';

interface DeliveryTable {
  item: ItemId;
  version: number;
  recipient: PartyId;
  envelope: EnvelopeId;
  withheld: string[];
  read_at: Instant | null;
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
}

export const insertDelivery = async (unit: Unit, delivery: Omit<StoredDelivery, 'readAt'>): Promise<void> => {
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
  return rows.map(({ read_at, ...row }) => ({ ...row, readAt: read_at }));
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
