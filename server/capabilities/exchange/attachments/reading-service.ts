/** The verbs of the reader: which attachments an item has, their bytes, another attempt to fetch them. */
import type { Actor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { ItemId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { OfferedBytes } from '../../../plumbing/http/index.ts';
import { permitConsultation, permitReason } from '../consultation/consultation-service.ts';
import type { StoredItem } from '../item.ts';
import { copyForGuest, viewOf } from '../item-service.ts';
import { mayRead } from '../policy.ts';
import { findItem } from '../store.ts';
import { isPicture, presentAttachment, type StoredAttachment } from './attachment.ts';
import { listAttachments } from './attachment-store.ts';
import type { Attachment } from './contract.ts';
import { makeOneDue } from './fetch-store.ts';
import { attachmentsTopic, type RoomNeeds } from './needs-service.ts';
import { mayRetry } from './policy.ts';

export const createAttachmentReading = (needs: RoomNeeds & { wakeFetching(): void }) => {
  const { verbs, attachments, self, clock } = needs;

  const load = async (unit: Unit, id: ItemId): Promise<StoredItem> => {
    const item = await findItem(unit, id);
    if (item === null) throw new Fault('access/absent');
    return item;
  };

  /** A guest has those of his own service's copy; the rows themselves are for the holder's people. */
  const visible = async (unit: Unit, item: StoredItem): Promise<readonly StoredAttachment[]> => {
    if (unit.reader.party === self) return listAttachments(unit, item.id);
    const { objects } = await copyForGuest(unit, item);
    const inCopy = new Set(objects.map(({ id }) => id));
    const names = new Set(objects.map(({ content_ref: of }) => of));
    const all = await unit.asHouse('attachments', (house) => listAttachments(house, item.id));
    return all
      .filter(({ artifact }) => inCopy.has(artifact))
      .map((one) => (names.has(one.artifact) ? one : { ...one, name: null }));
  };

  const find = async (unit: Unit, item: StoredItem, artifact: string): Promise<StoredAttachment> => {
    const found = (await visible(unit, item)).find((one) => one.artifact === artifact);
    if (!found) throw new Fault('access/absent');
    return found;
  };

  return {
    list: (actor: Actor, id: ItemId): Promise<Attachment[]> =>
      verbs.read({ actor, verb: 'exchange.attachments', subject: id }, async (work) => {
        const { unit, permit } = work;
        const item = await load(unit, id);
        permit(mayRead(actor, viewOf(item)));
        await permitConsultation(needs, work, { actor, act: 'read', item });
        return (await visible(unit, item)).map(presentAttachment);
      }),

    /** A consultation: who opened which content is journalled before a byte is given. */
    open: (actor: Actor, id: ItemId, artifact: string, range: string | null): Promise<OfferedBytes> =>
      verbs.run({ actor, verb: 'exchange.read-attachment', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const item = await load(unit, id);
        permit(mayRead(actor, viewOf(item)));
        await permitConsultation(needs, work, { actor, act: 'read-attachments', item });
        const found = await find(unit, item, artifact);
        const { hash, bytes, name, inspection } = found;
        if (found.state !== 'here' || bytes === null) throw new Fault('exchange/attachment-not-here');
        const { version, marking } = item;
        note({ version, artifact, hash, purpose: marking.purpose, ...(range === null ? {} : { range }) });
        const pictureType = isPicture(found) ? (inspection?.mimeType ?? null) : null;
        return { name, bytes, pictureType, read: (wanted) => attachments.read(hash, wanted) };
      }),

    /** Fetches anew at once what is waited for, or what failed. */
    retry: (actor: Actor, id: ItemId, artifact: string): Promise<void> =>
      verbs.run({ actor, verb: 'exchange.retry-attachment', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const item = await load(unit, id);
        permit(mayRetry(actor, self, viewOf(item)));
        permitReason(work, actor, item.personal ?? true);
        await find(unit, item, artifact);
        note({ artifact });
        const due = (house: Unit) => makeOneDue(house, id, artifact, clock.now());
        if (!(await unit.asHouse('attachments', due))) return;
        await needs.live.announce(unit, { topic: attachmentsTopic, id });
        unit.afterCommit(() => needs.wakeFetching());
      }),
  };
};
export type AttachmentReading = ReturnType<typeof createAttachmentReading>;
