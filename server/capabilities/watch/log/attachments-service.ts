/** The verbs that give the bytes of an entry's attachments to its readers. */
import { Readable } from 'node:stream';
import type { Actor, Decision } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { EntryId } from '../../../kernel/ids.ts';
import type { OfferedBytes } from '../../../plumbing/http/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import { consultationPolicy } from '../../exchange/index.ts';
import { mayRead } from '../policy.ts';
import { isPicture, type StoredAttachment } from './attachment.ts';
import { findThumbnail } from './attachment-store.ts';
import { type LogNeeds, loadEntry } from './log-service.ts';

export const createLogAttachments = (needs: Pick<LogNeeds, 'verbs' | 'attachments' | 'permitTightened'>) => {
  const { verbs, attachments } = needs;

  /** Reading an attachment is reading its entry; what holds personal data is opened for a stated reason. */
  const permitted = async (
    work: Pick<Work, 'unit' | 'permit' | 'note'>,
    actor: Actor,
    asked: { readonly id: EntryId; readonly hash: string },
  ): Promise<StoredAttachment> => {
    const entry = await loadEntry(work.unit, asked.id);
    work.permit(mayRead(actor, entry));
    const about = { originator: entry.holder, marking: entry.marking };
    await needs.permitTightened(work, actor, 'read-attachments', about);
    if (entry.erasedAt !== null) throw new Fault('watch/erased');
    if (entry.personal) {
      const decision: Decision = consultationPolicy.mayConsult(actor, true);
      if (decision.kind === 'refused') work.permit(decision);
      work.note({ personal: true });
    }
    const found = entry.attachments.find(({ hash }) => hash === asked.hash);
    if (found === undefined) throw new Fault('access/absent');
    return found;
  };

  return {
    /** A consultation: who opened which content is journalled before a byte is given. */
    openAttachment: (
      actor: Actor,
      asked: { readonly id: EntryId; readonly hash: string; readonly range: string | null },
    ): Promise<OfferedBytes> =>
      verbs.run({ actor, verb: 'watch.read-attachment', subject: asked.id }, async (work) => {
        const found = await permitted(work, actor, asked);
        const { hash, bytes, name, inspection } = found;
        work.note({ hash, ...(asked.range === null ? {} : { range: asked.range }) });
        const pictureType = isPicture(found) ? inspection.mimeType : null;
        return { name, bytes, pictureType, read: (wanted) => attachments.read(hash, wanted) };
      }),

    /** The small picture, as a page of the log shows it: like that page journalled only where persons are. */
    thumbnail: (
      actor: Actor,
      asked: { readonly id: EntryId; readonly hash: string },
    ): Promise<OfferedBytes> =>
      verbs.read({ actor, verb: 'watch.read-thumbnail', subject: asked.id }, async (work) => {
        const { name } = await permitted(work, actor, asked);
        const picture = await findThumbnail(work.unit, asked.id, asked.hash);
        if (picture === null) throw new Fault('access/absent');
        const read: OfferedBytes['read'] = (wanted) =>
          Readable.from([wanted === undefined ? picture : picture.subarray(wanted.from, wanted.to + 1)]);
        return { name, bytes: picture.length, pictureType: 'image/webp', read };
      }),
  };
};
