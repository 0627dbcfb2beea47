/**
 * The one place where an item is kept, changed and given up, so that whatever follows its content (search,
 * collections, attachments) does so in the same transaction, and the consoles hear of it.
 */
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Live } from '../../plumbing/live/index.ts';
import { holdsPersonalData } from './consultation/personal-data.ts';
import type { StoredItem, StoredObject } from './item.ts';
import * as store from './store.ts';

/** A part of exchange that keeps something of its own about the content of items. */
export interface ItemFollower {
  /**
   * The item was written in this transaction; `objects` is its whole content where that changed, null where
   * only the item around it did (its state, its desk, its marking).
   */
  kept(unit: Unit, item: StoredItem, objects: readonly StoredObject[] | null): Promise<void>;
  /** The content of the item is about to go; nothing of it may stay. */
  dropped(unit: Unit, item: StoredItem): Promise<void>;
  /** How many attachments it keeps of the item: what a proof of compliance names. */
  attachmentsOf?(unit: Unit, item: StoredItem): Promise<number>;
}

export interface KeepingNeeds {
  readonly live: Live;
  readonly followers: readonly ItemFollower[];
}

const announce = (needs: KeepingNeeds, unit: Unit, item: StoredItem): Promise<void> =>
  needs.live.announce(unit, { topic: 'exchange.item', id: item.id });

/** Whether it holds personal data now; what was found stays where the content was not read again. */
const isPersonal = (item: StoredItem, objects: readonly StoredObject[] | null): boolean => {
  if (objects !== null) return holdsPersonalData(item.marking, objects);
  return item.objectCount > 0 && ((item.personal ?? true) || item.marking.personCategories.length > 0);
};

/** Stores the item's present version; `objects`, where given, take the place of its content. */
export const keepItem = async (
  needs: KeepingNeeds,
  unit: Unit,
  item: StoredItem,
  objects: readonly StoredObject[] | null = null,
): Promise<void> => {
  const kept: StoredItem = { ...item, personal: isPersonal(item, objects) };
  await store.putItem(unit, kept);
  // That he may write the item was judged with its row; what it says is his to write, and not to read.
  await unit.asHouse('exchange', async (house) => {
    await store.putWords(house, kept);
    if (objects !== null) await store.putObjects(house, kept.id, objects);
  });
  for (const follower of needs.followers) await follower.kept(unit, kept, objects);
  await announce(needs, unit, item);
};

/** Deletes the item with all that it held. The journal keeps that it was. */
export const dropItem = async (needs: KeepingNeeds, unit: Unit, item: StoredItem): Promise<void> => {
  for (const follower of needs.followers) await follower.dropped(unit, item);
  await store.deleteItem(unit, item.id);
  await announce(needs, unit, item);
};

/** What went when an item was emptied. */
export interface Emptied {
  readonly objects: number;
  readonly attachments: number;
}

/**
 * Takes the content out of an item that its originator recalled: its words, its objects, and all that
 * followed them. The row stays as a tombstone: readers learn that it was recalled instead of finding nothing.
 */
export const emptyItem = async (
  needs: KeepingNeeds,
  unit: Unit,
  item: StoredItem,
  at: Instant,
): Promise<Emptied> => {
  let attachments = 0;
  for (const follower of needs.followers) attachments += (await follower.attachmentsOf?.(unit, item)) ?? 0;
  for (const follower of needs.followers) await follower.dropped(unit, item);
  const emptied: StoredItem = {
    ...item,
    state: 'recalled',
    personal: false,
    needsReason: false,
    title: '',
    summary: '',
    withheld: [],
    objectCount: 0,
    types: {},
    returnedReason: null,
    listedAt: at,
  };
  await store.putItem(unit, emptied);
  await unit.asHouse('exchange', async (house) => {
    await store.putWords(house, emptied);
    await store.putObjects(house, item.id, []);
  });
  await announce(needs, unit, item);
  return { objects: item.objectCount, attachments };
};
