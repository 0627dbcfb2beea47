/** Attachments follow the content of their item: here once uploaded or fetched, gone with the last item. */
import { Fault } from '../../../kernel/faults.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { StoredItem, StoredObject } from '../item.ts';
import type { ItemFollower } from '../keeping-service.ts';
import { attachmentsIn, type StoredAttachment, type Wanted } from './attachment.ts';
import * as store from './attachment-store.ts';
import { attachmentLimits } from './contract.ts';
import { makeDue } from './fetch-store.ts';
import { gatheringOf, type RoomNeeds } from './needs-service.ts';
import { deleteUpload, findUploadOf } from './upload-store.ts';
import { uploadHolder } from './uploading-service.ts';

/** Names in a fault. */
const namesTold = 5;

const requireWithinLimits = (attachments: readonly StoredAttachment[]): void => {
  const { perItem, itemBytes } = attachmentLimits;
  const bytes = attachments.reduce((sum, one) => sum + (one.bytes ?? 0), 0);
  if (attachments.length > perItem || bytes > itemBytes)
    throw new Fault('exchange/attachments-too-many', { count: perItem, limitBytes: itemBytes });
};

/** Who gives the bytes of what was received: whoever passed the item on, or its originator. */
const senderOf = (item: StoredItem): PartyId => item.via ?? item.originator;

const asStored = (item: StoredItem, wanted: Wanted, ordinal: number) => ({
  item: item.id,
  artifact: wanted.artifact,
  hash: wanted.hash,
  ordinal,
  name: wanted.name,
  bytes: wanted.bytes,
  mimeType: wanted.mimeType,
  fetchedBytes: 0,
  failure: null,
  retryAt: null,
});

/** Makes the follower of items. */
export const createFollower = (needs: RoomNeeds & { wakeFetching(): void }): ItemFollower => {
  const { attachments, clock, self, bytesAddress } = needs;
  // What another item still waits for is fetched from the beginning then: rare, and no harm.
  const giveUp = (hash: string, sender: PartyId): void => {
    attachments.giveUp(gatheringOf(hash, sender)).catch(() => undefined);
  };

  /**
   * Bytes for an item of our own: uploaded by its author, or in an item of ours that he may read. Knowing a
   * hash is not enough.
   */
  const takeOwn = async (unit: Unit, item: StoredItem, wanted: Wanted, ordinal: number) => {
    const { reader } = unit;
    const upload = reader.kind === 'person' ? await findUploadOf(unit, reader.person, wanted.hash) : null;
    const source = upload ?? (await store.findReadable(unit, wanted.hash, self));
    const { inspection, bytes } = source ?? {};
    if (!source || !inspection || !(await attachments.hold(unit, wanted.hash, item.id))) return null;
    if (upload !== null) {
      await deleteUpload(unit, upload.id);
      await attachments.letGo(unit, uploadHolder(upload.id));
    }
    const held = { sender: null, state: 'here', inspection } as const;
    return { ...asStored(item, wanted, ordinal), ...held, bytes: bytes ?? null };
  };

  /** Bytes that another node has: to be fetched, or here already from him. */
  const takeTheirs = async (unit: Unit, item: StoredItem, wanted: Wanted, ordinal: number) => {
    const sender = senderOf(item);
    const theirs = { ...asStored(item, wanted, ordinal), sender };
    const before = await store.findReadable(unit, wanted.hash, item.originator);
    const isHere = before?.sender === sender && (await attachments.hold(unit, wanted.hash, item.id));
    return isHere
      ? { ...theirs, state: 'here' as const, inspection: before.inspection, bytes: before.bytes }
      : { ...theirs, state: 'expected' as const, inspection: null };
  };

  const letGo = async (unit: Unit, item: StoredItem, gone: readonly StoredAttachment[]): Promise<void> => {
    await unit.asHouse('attachments', async (house) => {
      await store.deleteAttachments(
        house,
        item.id,
        gone.map(({ artifact }) => artifact),
      );
    });
    for (const { hash } of gone) await attachments.letGo(unit, item.id, hash);
    for (const { hash, sender, state } of gone)
      if (sender !== null && state !== 'here') unit.afterCommit(() => giveUp(hash, sender));
  };

  const kept = async (
    unit: Unit,
    item: StoredItem,
    objects: readonly StoredObject[] | null,
  ): Promise<void> => {
    if (objects === null) return;
    const isOwn = item.originator === self;
    const wanted = attachmentsIn(objects)
      .filter(({ url, hash }) => !isOwn || url === bytesAddress(hash))
      .slice(0, isOwn ? undefined : attachmentLimits.perItem);
    // A first version without attachments has none to lose.
    if (wanted.length === 0 && item.version === 1) return;
    const before = await unit.asHouse('attachments', (house) => store.listAttachments(house, item.id));
    const staying = new Map(before.map((one) => [`${one.artifact} ${one.hash}`, one]));
    const after: StoredAttachment[] = [];
    const added: StoredAttachment[] = [];
    const unknown: string[] = [];
    // In the order of their hashes, so that two who keep the same contents do not wait for each other.
    const ordered = wanted
      .map((one, ordinal) => ({ one, ordinal }))
      .sort((left, right) => (left.one.hash < right.one.hash ? -1 : 1));
    for (const { one, ordinal } of ordered) {
      const stays = staying.get(`${one.artifact} ${one.hash}`);
      // What is still waited for is asked of whoever sent the present version.
      const isGood = isOwn || stays?.state === 'here' || stays?.sender === senderOf(item);
      if (stays && isGood) after.push({ ...stays, name: one.name, ordinal });
      else {
        const taken = await (isOwn ? takeOwn : takeTheirs)(unit, item, one, ordinal);
        if (taken === null) unknown.push(one.name ?? one.artifact);
        else added.push(taken);
      }
    }
    if (unknown.length > 0)
      throw new Fault('exchange/attachment-unknown', { names: unknown.slice(0, namesTold) });
    if (isOwn) requireWithinLimits([...after, ...added]);
    const kept = new Set(after.map(({ artifact }) => artifact));
    const gone = before.filter(({ artifact }) => !kept.has(artifact));
    await letGo(unit, item, gone);
    const now = clock.now();
    await unit.asHouse('attachments', async (house) => {
      for (const one of after) await store.renameAttachment(house, one);
      for (const one of added)
        await store.insertAttachment(house, one, one.state === 'expected' ? now : null);
      // Who sends us something can be reached: what waits for him is tried at once.
      if (!isOwn) await makeDue(house, senderOf(item), now);
    });
    if (!isOwn) unit.afterCommit(() => needs.wakeFetching());
  };

  return {
    kept,
    attachmentsOf: async (unit, item) =>
      (await unit.asHouse('attachments', (house) => store.listAttachments(house, item.id))).length,
    dropped: async (unit, item) => {
      const gone = await unit.asHouse('attachments', (house) => store.listAttachments(house, item.id));
      await letGo(unit, item, gone);
    },
  };
};
