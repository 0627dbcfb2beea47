/** Uploads: bytes that an author brings, which wait for the item that he saves them in. */
import type { Readable } from 'node:stream';
import type { Actor, PersonActor } from '../../../kernel/decision.ts';
import { assert, Fault } from '../../../kernel/faults.ts';
import { later } from '../../../kernel/time.ts';
import { type Attachments, type Gathered, TooManyBytes } from '../../../plumbing/attachments/index.ts';
import { objectsFor } from './attachment.ts';
import { attachmentLimits, type Upload } from './contract.ts';
import type { RoomNeeds } from './needs-service.ts';
import { mayUpload } from './policy.ts';
import * as store from './upload-store.ts';

/** The name in which the store holds the bytes of an upload. */
export const uploadHolder = (id: string): string => `upload--${id}`;

const gatherUpload = async (attachments: Attachments, id: string, source: Readable): Promise<Gathered> => {
  try {
    return await attachments.gather(id, source, { atMost: attachmentLimits.fileBytes });
  } catch (error) {
    await attachments.giveUp(id);
    if (error instanceof TooManyBytes)
      throw new Fault('exchange/attachment-too-large', { limitBytes: attachmentLimits.fileBytes });
    // The browser went away or cancelled: whoever still listens is told that nothing was stored.
    if (source.errored || source.destroyed) throw new Fault('exchange/attachment-broken-off');
    throw error;
  }
};

export const createUploading = (needs: RoomNeeds) => {
  const { verbs, attachments, clock, self } = needs;

  const present = (upload: store.StoredUpload): Upload => {
    const { id, name, bytes, hash, mimeType, inspection, createdAt } = upload;
    const objects = objectsFor(upload, needs.bytesAddress(hash)).map((object) => {
      const { type, id: objectId } = object;
      assert(typeof type === 'string' && typeof objectId === 'string', 'an attachment’s object has no id');
      return { ...object, type, id: objectId };
    });
    const keptUntil = later(createdAt, attachmentLimits.uploadKeptMs);
    const found = { mimeType, warnings: [...inspection.warnings], archive: inspection.archive };
    return { id, name, bytes, hash, ...found, objects, keptUntil };
  };

  /** Asked before a byte is taken in. */
  const requireRoom = (actor: PersonActor): Promise<void> =>
    verbs.read({ actor, verb: 'exchange.upload', subject: null }, async ({ unit, permit }) => {
      permit(mayUpload(actor, self));
      if ((await store.countUploads(unit, actor.person)) >= attachmentLimits.uploadsOfOne)
        throw new Fault('exchange/uploads-too-many', { count: attachmentLimits.uploadsOfOne });
    });

  return {
    /** Takes in bytes from the author. Nothing stays of what broke off, is too large or unsafe. */
    upload: async (actor: PersonActor, name: string, source: Readable): Promise<Upload> => {
      await requireRoom(actor);
      const id = crypto.randomUUID();
      const gathered = await gatherUpload(attachments, id, source);
      try {
        const inspection = await attachments.inspect(gathered, name);
        if (inspection.refusal !== null)
          throw new Fault('exchange/attachment-unsafe', { reason: inspection.refusal });
        const { hash, bytes } = gathered;
        const { mimeType } = inspection;
        const upload = { id, name, hash, bytes, mimeType, inspection, createdAt: clock.now() };
        return await verbs.run(
          { actor, verb: 'exchange.upload', subject: id },
          async ({ unit, permit, note }) => {
            permit(mayUpload(actor, self));
            note({ hash, bytes, mimeType, warnings: [...inspection.warnings] });
            await attachments.keep(unit, gathered, uploadHolder(id));
            await store.insertUpload(unit, actor.person, upload);
            return present(upload);
          },
        );
      } finally {
        await attachments.giveUp(id);
      }
    },

    /** Gives up an upload of one's own that is in no item. */
    giveUpUpload: (actor: Actor, id: string): Promise<void> =>
      verbs.run({ actor, verb: 'exchange.give-up-upload', subject: id }, async ({ unit, permit }) => {
        permit(mayUpload(actor, self));
        if ((await store.deleteUpload(unit, id)) === null) throw new Fault('access/absent');
        await attachments.letGo(unit, uploadHolder(id));
      }),

    /** Gives up uploads that nobody saved in an item. */
    giveUpOldUploads: async (): Promise<void> => {
      const actor = { kind: 'system', name: 'attachments', party: self } as const;
      const before = later(clock.now(), -attachmentLimits.uploadKeptMs);
      await verbs.read(
        { actor, verb: 'exchange.give-up-upload', subject: null },
        async ({ unit, permit, note }) => {
          permit(mayUpload(actor, self));
          const ids = await store.deleteUploadsBefore(unit, before);
          for (const id of ids) await attachments.letGo(unit, uploadHolder(id));
          if (ids.length > 0) note({ uploads: ids.length });
        },
      );
    },
  };
};
