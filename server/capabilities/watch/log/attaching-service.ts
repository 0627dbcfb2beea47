/** Attachments of an entry: taken over from the uploads of its author when he writes it. */
import type { Actor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import { isVisible } from '../../../kernel/visible.ts';
import { isShownWithinPage, makeThumbnail } from '../../../plumbing/attachments/index.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Uploads } from '../../exchange/index.ts';
import { watchLimits } from '../contract.ts';
import { mayWrite } from '../policy.ts';
import type { StoredAttachment } from './attachment.ts';
import { insertAttachment } from './attachment-store.ts';
import type { EntryDraft } from './contract.ts';
import type { EntryFact } from './entry.ts';
import type { LogNeeds } from './log-service.ts';

type Waiting = Awaited<ReturnType<Uploads['find']>>[number];

/** An upload with what its author says of it, and the small picture that was made of it. */
export interface Brought {
  readonly upload: Waiting;
  readonly attachment: StoredAttachment;
  readonly thumbnail: Buffer | null;
}

type Asked = NonNullable<EntryDraft['attachments']>[number];

/** What a picture shows. */
const descriptionOf = ({ description }: Asked): string | null => {
  const said = description?.trim() ?? '';
  return isVisible(said) ? said : null;
};

export const createAttaching = (needs: Pick<LogNeeds, 'verbs' | 'self' | 'uploads' | 'attachments'>) => {
  const { verbs, self, uploads, attachments } = needs;

  const findUploads = (actor: Actor, asked: readonly Asked[]): Promise<readonly Waiting[]> =>
    verbs.read({ actor, verb: 'watch.write', subject: null }, async ({ unit, permit }) => {
      permit(mayWrite(actor, self, 'clear'));
      return uploads.find(
        unit,
        asked.map(({ upload }) => upload),
      );
    });

  const broughtOf = async (one: Asked, waiting: readonly Waiting[]): Promise<Brought> => {
    const upload = waiting.find(({ id }) => id === one.upload);
    if (upload === undefined) throw new Fault('watch/attachment-unknown');
    const { hash, name, bytes, mimeType, inspection } = upload;
    if (bytes > watchLimits.attachmentBytes)
      throw new Fault('watch/attachment-too-large', { limitBytes: watchLimits.attachmentBytes });
    const thumbnail = isShownWithinPage(inspection.mimeType)
      ? await makeThumbnail(attachments.read(hash))
      : null;
    const description = descriptionOf(one);
    const hasThumbnail = thumbnail !== null;
    return {
      upload,
      thumbnail,
      attachment: { hash, name, description, bytes, mimeType, inspection, hasThumbnail },
    };
  };

  return {
    /** What the author uploaded, looked at before the entry's transaction: a picture takes its time. */
    bring: async (actor: Actor, asked: readonly Asked[]): Promise<readonly Brought[]> => {
      if (asked.length === 0) return [];
      const waiting = await findUploads(actor, asked);
      const brought: Brought[] = [];
      for (const one of asked) {
        const next = await broughtOf(one, waiting);
        // The same file twice is the same file.
        if (!brought.some(({ attachment }) => attachment.hash === next.attachment.hash)) brought.push(next);
      }
      return brought;
    },

    /** Keeps them beside the content that was just written; the entry holds their bytes from now on. */
    keep: async (unit: Unit, { id }: Pick<EntryFact, 'id'>, brought: readonly Brought[]): Promise<void> => {
      // In the order of their hashes, so that two who keep the same contents do not wait for each other.
      const ordered = brought.toSorted((one, other) => (one.upload.hash < other.upload.hash ? -1 : 1));
      for (const one of ordered) {
        if (!(await uploads.take(unit, one.upload, id))) throw new Fault('watch/attachment-unknown');
        const { attachment, thumbnail } = one;
        await insertAttachment(unit, id, { ordinal: brought.indexOf(one), attachment, thumbnail });
      }
    },
  };
};
