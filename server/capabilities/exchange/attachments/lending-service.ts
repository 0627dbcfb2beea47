/**
 * Uploads for capabilities that keep attachments of their own: taken over from their author, and brought to
 * an item that he makes of what stands there. Inside the caller's transaction and after his policy.
 */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { objectsFor } from './attachment.ts';
import type { RoomNeeds } from './needs-service.ts';
import { deleteUpload, findUploads, insertUpload, type StoredUpload } from './upload-store.ts';
import { uploadHolder } from './uploading-service.ts';

/** A content that this node keeps, as whoever keeps it describes it. */
export type LentContent = Pick<StoredUpload, 'name' | 'hash' | 'bytes' | 'mimeType' | 'inspection'>;

/** Uploads that wait for what their author makes. */
export interface Uploads {
  /** Of these, those that the reader uploaded and that still wait; in no order. */
  find(unit: Unit, ids: readonly string[]): Promise<readonly StoredUpload[]>;
  /**
   * Ends the waiting of an upload: `holder` holds its bytes from now on. False where it is gone. Where one
   * transaction takes several, in the order of their hashes.
   */
  take(unit: Unit, upload: StoredUpload, holder: string): Promise<boolean>;
  /**
   * Makes contents that are here wait as this person's uploads, and gives the STIX objects that stand for
   * them in the item that he is about to write.
   */
  bring(unit: Unit, person: PersonId, contents: readonly LentContent[]): Promise<readonly JsonObject[]>;
}

/** Makes it. */
export const createUploads = (needs: RoomNeeds): Uploads => {
  const { attachments, clock, bytesAddress } = needs;
  return {
    find: findUploads,
    take: async (unit, upload, holder) => {
      if ((await deleteUpload(unit, upload.id)) === null) return false;
      if (!(await attachments.hold(unit, upload.hash, holder))) return false;
      await attachments.letGo(unit, uploadHolder(upload.id));
      return true;
    },
    bring: async (unit, person, contents) => {
      const ordered = contents.toSorted((one, other) => (one.hash < other.hash ? -1 : 1));
      for (const content of ordered) {
        const id = crypto.randomUUID();
        if (!(await attachments.hold(unit, content.hash, uploadHolder(id)))) continue;
        const { name, hash, bytes, mimeType, inspection } = content;
        const upload = { id, name, hash, bytes, mimeType, inspection, createdAt: clock.now() };
        await insertUpload(unit, person, upload);
      }
      return contents.flatMap((content) => objectsFor(content, bytesAddress(content.hash)));
    },
  };
};
