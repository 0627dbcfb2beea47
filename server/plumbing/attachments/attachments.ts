/**
 * The bytes of attachments, counted by who holds them. Bytes are there as long as a row holds them: what
 * takes the last hold away removes them once that is committed, and the sweep does so for whoever died in
 * between.
 */
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { SystemActor } from '../../kernel/decision.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { type Clock, later } from '../../kernel/time.ts';
import type { Database, Unit } from '../database/index.ts';
import { type ByteRange, type ByteStore, type Gathered, gatheringPath, openFolder } from './folder.ts';
import { type Inspection, inspectFile } from './inspection.ts';
import { attachmentLimits } from './limits.ts';
import * as store from './store.ts';
import { type StoreVerdict, verifyStore } from './verify.ts';

/** The store of a node's attachments. */
export interface Attachments extends Pick<ByteStore, 'gatheredSoFar' | 'giveUp' | 'gather'> {
  /** What the gathered bytes are, and what a reader should be warned of. Looks without unpacking to disk. */
  inspect(gathered: Gathered, fileName: string): Promise<Inspection>;
  /**
   * Gives gathered bytes their place and this holder. In the caller's transaction: with it they stay, or
   * without it the sweep takes them. Where one transaction keeps several, in the order of their hashes.
   */
  keep(unit: Unit, gathered: Gathered, holder: string): Promise<void>;
  /** Adds a holder to bytes that are here; false where they are not. */
  hold(unit: Unit, hash: string, holder: string): Promise<boolean>;
  /**
   * Lets go of one content, or of all that the holder holds; what nobody holds is removed after the commit.
   */
  letGo(unit: Unit, holder: string, hash?: string): Promise<void>;
  /** How many bytes of this content are on the disk; null where there are none, whatever the rows say. */
  size(hash: string): Promise<number | null>;
  /** The bytes, from the disk as they are wanted. A stream that errors where they are missing. */
  read(hash: string, range?: ByteRange): Readable;
  /** Removes what nobody holds, and gatherings that nobody goes on with. */
  sweep(): Promise<void>;
  /** Hashes all that is here anew, and compares it with the rows; `hear` hears how many are done. */
  verify(hear?: (contents: number) => void): Promise<StoreVerdict>;
  /** Waits for removals under way. */
  close(): Promise<void>;
}

/** What the store is given by name. */
export interface AttachmentsNeeds {
  /** The node's data folder. */
  readonly folder: string;
  readonly database: Database;
  readonly clock: Clock;
  readonly self: PartyId;
  /** In place of the folder: another storage. */
  readonly bytes?: ByteStore;
}

/** Removes bytes that nobody holds. The turn keeps anyone from placing them meanwhile. */
const removeFree = (database: Database, house: SystemActor, bytes: ByteStore, hash: string): Promise<void> =>
  database.transact(house, async (unit) => {
    await store.takeTurn(unit, hash);
    const held = await store.heldOf(unit, [hash]);
    if (held.has(hash)) return;
    await store.deleteContent(unit, hash);
    // Before the commit: afterwards somebody else may have placed them again.
    await bytes.remove(hash);
  });

async function* batches(all: AsyncIterable<string>): AsyncIterable<readonly string[]> {
  let batch: string[] = [];
  for await (const one of all) {
    batch.push(one);
    if (batch.length < attachmentLimits.sweepBatch) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Opens the store in the node's data folder. */
export const openAttachments = async (needs: AttachmentsNeeds): Promise<Attachments> => {
  const { database, clock, self } = needs;
  const folder = join(needs.folder, 'attachments');
  const bytes = needs.bytes ?? (await openFolder(folder));
  const house: SystemActor = { kind: 'system', name: 'attachments', party: self };
  const removals = new Set<Promise<void>>();
  const asHouse = <T>(unit: Unit, work: (house: Unit) => Promise<T>): Promise<T> =>
    unit.asHouse('attachments', work);
  const remove = (hash: string): void => {
    // A failure is the sweep's to mend.
    const removal = removeFree(database, house, bytes, hash).catch(() => undefined);
    removals.add(removal);
    void removal.finally(() => removals.delete(removal));
  };
  return {
    gatheredSoFar: bytes.gatheredSoFar,
    gather: bytes.gather,
    giveUp: bytes.giveUp,
    size: bytes.size,
    inspect: (gathered, fileName) =>
      inspectFile(gatheringPath(folder, gathered.name), gathered.bytes, fileName),
    keep: (unit, gathered, holder) =>
      asHouse(unit, async (part) => {
        await store.takeTurn(part, gathered.hash);
        await bytes.place(gathered);
        await store.insertContent(part, gathered, clock.now());
        await store.insertHold(part, gathered.hash, holder);
      }),
    hold: (unit, hash, holder) =>
      asHouse(unit, async (part) => {
        await store.takeTurn(part, hash);
        if ((await store.findContent(part, hash)) === null) return false;
        await store.insertHold(part, hash, holder);
        return true;
      }),
    letGo: (unit, holder, hash) =>
      asHouse(unit, async (part) => {
        const freed = await store.deleteHolds(part, holder, hash ?? null);
        for (const one of freed) unit.afterCommit(() => remove(one));
      }),
    read: bytes.read,
    sweep: async () => {
      const transact = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => database.transact(house, work);
      for (const hash of await transact((unit) => store.listFree(unit, attachmentLimits.sweepBatch)))
        await removeFree(database, house, bytes, hash);
      for await (const hashes of batches(bytes.all())) {
        const held = await transact((unit) => store.heldOf(unit, hashes));
        for (const hash of hashes) if (!held.has(hash)) await removeFree(database, house, bytes, hash);
      }
      const before = new Date(later(clock.now(), -attachmentLimits.gatheringKeptMs));
      for (const name of await bytes.abandoned(before)) await bytes.giveUp(name);
    },
    verify: (hear) => verifyStore({ database, house, bytes, ...(hear ? { hear } : {}) }),
    close: async () => {
      await Promise.allSettled(removals);
    },
  };
};
