/** The SQL of attachments: which artifacts of which item, and how far their bytes have come. */
import { type JSONColumnType, type Selectable, sql } from 'kysely';
import type { ItemId, PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Inspection } from '../../../plumbing/attachments/index.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { StoredAttachment } from './attachment.ts';
import type { Failure } from './contract.ts';

interface AttachmentTable {
  item: string;
  artifact: string;
  hash: string;
  ordinal: number;
  name: string | null;
  bytes: number | null;
  mime_type: string | null;
  sender: PartyId | null;
  state: StoredAttachment['state'];
  fetched_bytes: number;
  failure: Failure | null;
  attempts: number;
  retry_at: Instant | null;
  claimed_by: string | null;
  claimed_until: Instant | null;
  inspection: JSONColumnType<Inspection> | null;
}
interface Tables {
  exchange_attachment: AttachmentTable;
}

const toAttachment = (row: Selectable<AttachmentTable>): StoredAttachment => ({
  item: row.item,
  artifact: row.artifact,
  hash: row.hash,
  ordinal: row.ordinal,
  name: row.name,
  bytes: row.bytes,
  mimeType: row.mime_type,
  sender: row.sender,
  state: row.state,
  fetchedBytes: row.fetched_bytes,
  failure: row.failure,
  retryAt: row.retry_at,
  inspection: row.inspection,
});

export const insertAttachment = async (
  unit: Unit,
  one: StoredAttachment,
  retryAt: Instant | null,
): Promise<void> => {
  const { mimeType, fetchedBytes, inspection, retryAt: _never, ...row } = one;
  await unit
    .tables<Tables>()
    .insertInto('exchange_attachment')
    .values({
      ...row,
      mime_type: mimeType,
      fetched_bytes: fetchedBytes,
      inspection: inspection === null ? null : JSON.stringify(inspection),
      retry_at: retryAt,
      attempts: 0,
      claimed_by: null,
      claimed_until: null,
    })
    .execute();
};

export const listAttachments = async (unit: Unit, item: string): Promise<readonly StoredAttachment[]> => {
  const rows = await unit
    .tables<Tables>()
    .selectFrom('exchange_attachment')
    .selectAll()
    .where('item', '=', item)
    .orderBy('ordinal')
    .execute();
  return rows.map(toAttachment);
};

/** Removes these artifacts of an item. */
export const deleteAttachments = async (
  unit: Unit,
  item: string,
  artifacts: readonly string[],
): Promise<void> => {
  if (artifacts.length === 0) return;
  await unit
    .tables<Tables>()
    .deleteFrom('exchange_attachment')
    .where('item', '=', item)
    .where('artifact', 'in', [...artifacts])
    .execute();
};

/** Keeps what a new version of the item says of an attachment that stays. */
export const renameAttachment = async (unit: Unit, one: StoredAttachment): Promise<void> => {
  await unit
    .tables<Tables>()
    .updateTable('exchange_attachment')
    .set({ name: one.name, ordinal: one.ordinal })
    .where('item', '=', one.item)
    .where('artifact', '=', one.artifact)
    .execute();
};

/** Bytes of this hash that are here in an item of this originator's that the reader may see. */
export const findReadable = async (
  unit: Unit,
  hash: string,
  originator: PartyId,
): Promise<StoredAttachment | null> => {
  const { rows } = await sql<Selectable<AttachmentTable>>`
    select a.* from exchange_attachment a join exchange_item i on i.id = a.item
    where a.hash = ${hash} and a.state = 'here' and i.originator = ${originator} limit 1`.execute(
    unit.tables<object>(),
  );
  return rows[0] ? toAttachment(rows[0]) : null;
};

export interface Disclosable {
  readonly item: ItemId;
  readonly version: number;
  readonly artifact: string;
  readonly bytes: number;
  readonly withheld: readonly string[];
}

/**
 * Where bytes of this hash are here in items of which this party was sent a copy: his last copy of each. What
 * was recalled, from all or from him, is not given any more.
 */
export const listDisclosable = async (
  unit: Unit,
  hash: string,
  party: PartyId,
): Promise<readonly Disclosable[]> => {
  const { rows } = await sql<Disclosable>`
    select distinct on (a.item, a.artifact) a.item, d.version, a.artifact, a.bytes, d.withheld
    from exchange_attachment a join exchange_delivery d on d.item = a.item and d.recipient = ${party}
      join exchange_item i on i.id = a.item and i.state <> 'recalled' and ${party} = any (i.releasable_to)
    where a.hash = ${hash} and a.state = 'here' and a.bytes is not null
    order by a.item, a.artifact, d.version desc limit 100`.execute(unit.tables<object>());
  return rows;
};

export interface PassedArtifact {
  readonly item: ItemId;
  readonly artifact: string;
  readonly state: StoredAttachment['state'];
  readonly bytes: number | null;
  readonly share: string;
}

/** Where this hash is in items that this service passed on to this party; the newest copy first. */
export const listPassedOn = async (
  unit: Unit,
  hash: string,
  way: { readonly self: PartyId; readonly party: PartyId },
): Promise<readonly PassedArtifact[]> => {
  const { rows } = await sql<PassedArtifact>`
    select a.item, a.artifact, a.state, a.bytes, s.id as share
    from exchange_attachment a join exchange_onward_share s
      on s.item = a.item and s.party = ${way.self} and s.recipient = ${way.party}
    where a.hash = ${hash} order by s.shared_at desc, a.artifact limit 100`.execute(unit.tables<object>());
  return rows;
};
