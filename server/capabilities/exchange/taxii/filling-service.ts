/**
 * How released and received items come into the collections of the service and of partners, and leave them.
 * An item is queued in the transaction that keeps it, and placed in one of its own, which holds the
 * collection: so the order of a collection is that of its commits, and no release waits for another.
 */
import { canonical, contentHash } from '../../../kernel/canonical.ts';
import type { ItemId } from '../../../kernel/ids.ts';
import { tlpRank } from '../../../kernel/marking.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import {
  extensionDefinitions,
  packItem,
  protocolIdentity,
  type StixObject,
  tlpMarkings,
} from '../../../plumbing/stix/index.ts';
import { microsOf } from '../../../plumbing/taxii/index.ts';
import { makeCopy, toWire } from '../copy.ts';
import type { StoredItem } from '../item.ts';
import type { ItemFollower } from '../keeping-service.ts';
import { findItem, readObjects } from '../store.ts';
import * as collected from './collected-store.ts';
import { type Collectable, type Collection, collectables, collectionLimits } from './collection.ts';
import * as collections from './collection-store.ts';
import { undraw } from './drawing-store.ts';
import type { TaxiiNeeds } from './taxii-service.ts';

const isOut = (item: StoredItem): boolean => item.state === 'released' || item.state === 'received';

/** Public constants that travel with every item: in a collection once, for all of its readers. */
const constants = new Map<string, string>(
  [protocolIdentity, ...Object.values(tlpMarkings), ...Object.values(extensionDefinitions)].map((object) => [
    object.id,
    canonical(object),
  ]),
);

/** True for what says nothing of the item: the house's constants, and who its originator is. */
const isPublic = ({ id, content }: Collectable, item: StoredItem): boolean =>
  constants.get(id) === content || (id === item.identity.id && content === canonical(item.identity));

const noOrigin = { item: null, grounds: null, author: null, desk: null } as const;

/** All about an item that decides what its readers get and who they are. */
const groundsFor = ({ version, state, marking, withheld, author, desk }: StoredItem): string =>
  contentHash({ version, state, marking, withheld, author, desk });

/** The objects of an item for the readers of a collection; none where they get none. */
const objectsFor = (
  collection: Collection,
  item: StoredItem,
  objects: readonly StixObject[],
): readonly StixObject[] => {
  if (collection.kind === 'service') return packItem(toWire(item, objects));
  if (item.state !== 'released' || !item.marking.releasableTo.includes(collection.party)) return [];
  const copy = makeCopy(item, objects, collection.party);
  return copy.kind === 'copy' ? copy.bundle.objects : [];
};

/** Adds what is public and not there yet. */
const addPublic = async (
  unit: Unit,
  collection: Collection,
  objects: readonly Collectable[],
  next: number,
) => {
  const ids = objects.map(({ id }) => id);
  const known = await collected.knownVersions(unit, collection.id, ids, false);
  const here = new Set(known.map(({ content }) => content));
  const fresh = objects.filter(({ content }) => !here.has(content)).map((one) => ({ ...one, rank: 0 }));
  collected.insertCollected(unit, collection, noOrigin, fresh, next);
  return fresh;
};

/** Puts an item's objects where they belong; `next` is the first free moment, the answer the one after. */
const placeItem = async (unit: Unit, collection: Collection, item: StoredItem, next: number) => {
  const [before] = await collected.deleteOfItem(unit, item.id, collection.id);
  const objects = objectsFor(collection, item, await readObjects(unit, item.id));
  const all = collectables(objects, tlpRank(item.marking.tlp));
  const shared = await addPublic(
    unit,
    collection,
    all.filter((one) => isPublic(one, item)),
    next,
  );
  const own = all.filter((one) => !isPublic(one, item));
  const origin = { item: item.id, grounds: groundsFor(item), author: item.author, desk: item.desk };
  const ids = [...shared, ...own].map((one) => one.id);
  const known = await collected.knownVersions(unit, collection.id, ids, false);
  collected.insertCollected(unit, collection, origin, own, next + shared.length);
  const again = new Set(known.map(({ stix_id }) => stix_id));
  const twice = ids.filter((one, at) => again.has(one) || ids.indexOf(one) !== at);
  await collected.rankVersions(unit, collection.id, [...twice, ...(before?.ids ?? [])]);
  return next + ids.length;
};

/** Keeps the collections of the service and of partners in step with items. */
export const createFilling = (needs: TaxiiNeeds) => {
  const { database, clock, self } = needs;
  const house = { kind: 'system', name: 'collections', party: self } as const;

  /** Places some of what waits; true when more does. */
  const placeSome = (id: string): Promise<boolean> =>
    database.transact(house, async (unit) => {
      if (!(await collections.isWaiting(unit, id))) return false;
      const collection = await collections.findCollection(unit, id);
      const held = await collections.lockCollection(unit, id);
      if (collection === null || held === null) return false;
      const waiting = await collections.holdQueuedItems(unit, id, collectionLimits.itemsPlacedAtOnce);
      if (waiting.length === 0) return false;
      let next = Math.max(microsOf(clock.now()), held.last + 1);
      for (const queued of waiting) {
        const item = await findItem(unit, queued);
        if (item !== null && isOut(item)) next = await placeItem(unit, collection, item, next);
      }
      collections.setLastAdded(unit, id, next - 1);
      await collections.unqueue(unit, id, waiting);
      return waiting.length === collectionLimits.itemsPlacedAtOnce;
    });

  /** Places all that waits for this collection: a reader finds what was released before he asked. */
  const place = async (id: string): Promise<void> => {
    while (await placeSome(id));
  };

  const placeAll = async (): Promise<void> => {
    for (const id of await database.transact(house, collections.collectionsWaiting)) await place(id);
  };

  const takeOut = async (unit: Unit, item: ItemId): Promise<void> => {
    await collections.unqueueItem(unit, item);
    for (const { collection, ids } of await collected.deleteOfItem(unit, item)) {
      await collections.lockCollection(unit, collection);
      await collected.rankVersions(unit, collection, ids);
    }
  };

  const keep = async (unit: Unit, item: StoredItem, changed: boolean): Promise<void> => {
    // What was placed stays as long as nothing changed that its readers would see, or who they are.
    const stays = isOut(item) && !changed && (await collected.groundsOf(unit, item.id)) === groundsFor(item);
    if (stays) return;
    await takeOut(unit, item.id);
    if (!isOut(item)) return;
    const partners = item.state === 'released' ? item.marking.releasableTo.filter((one) => one !== self) : [];
    await collections.queueItem(unit, item.id, partners, clock.now());
  };

  const follower: ItemFollower = {
    kept: (unit, item, objects) => unit.asHouse('collections', (part) => keep(part, item, objects !== null)),
    dropped: (unit, item) =>
      unit.asHouse('collections', async (part) => {
        await takeOut(part, item.id);
        // What a discarded draft had drawn can be drawn again; what was released or erased stays drawn.
        if (item.state === 'draft' || item.state === 'returned') await undraw(part, item.id);
      }),
  };

  needs.scheduler.every('exchange.place-in-collections', collectionLimits.placeEveryMs, placeAll);
  return { follower, place };
};
