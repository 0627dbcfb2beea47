/** The news that an item was read, as it travels (x-tansiq-receipt). Pure. */

import type { JsonObject } from '../../kernel/canonical.ts';
import { nameBasedUuid } from '../../kernel/canonical.ts';
import type { ItemId, PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import { extensionIds, messages, type ReadReceiptMessage } from '../../plumbing/stix/index.ts';
import { type Readers, readersToWire } from './readers/readers.ts';

/** The kind of envelope that tells an originator that his item was read. */
export const readKind = 'exchange.read';

/** Our namespace for receipts: all that a party tells of the readers of one version has the same id. */
const namespace = 'd1f6c3a2-7d0e-4c55-9a41-2b6f0e8d9c17';

export const readReceiptOf = (
  item: { readonly id: ItemId; readonly version: number },
  party: PartyId,
  {
    readAt,
    at,
    readers,
  }: { readonly readAt: Instant; readonly at: Instant; readonly readers: Readers | null },
): ReadReceiptMessage => ({
  type: 'x-tansiq-receipt',
  spec_version: '2.1',
  id: `x-tansiq-receipt--${nameBasedUuid(namespace, `${item.id} ${item.version} ${party}`)}`,
  created_by_ref: party,
  created: readAt,
  modified: at,
  extensions: { [extensionIds['x-tansiq-receipt']]: { extension_type: 'new-sdo' } },
  item_ref: item.id,
  item_version: item.version,
  party_ref: party,
  read_at: readAt,
  ...(readers === null ? {} : { readers: readersToWire(readers) }),
});

/** Reads it from a bundle; null when the bundle holds none that is sound. */
export const findReadReceipt = (body: JsonObject): ReadReceiptMessage | null => {
  const objects = Array.isArray(body.objects) ? body.objects : [];
  for (const object of objects) {
    const reading = messages['x-tansiq-receipt'].read(object);
    if (reading.kind === 'read') return reading.message;
  }
  return null;
};
