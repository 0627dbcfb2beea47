/**
 * The index follows the content of items, in the transaction that changes it: what was there goes, title,
 * summary and the first objects are read at once. What further objects hold is read in steps after it.
 */
import type { Unit } from '../../../plumbing/database/index.ts';
import { createForms, foldingVersion, stemsOf } from '../../../plumbing/search/index.ts';
import type { StoredItem, StoredObject } from '../item.ts';
import type { ItemFollower } from '../keeping-service.ts';
import { comparedWords, distinctWords, documentOf, laterPartsOf, type Part, partsOf } from './document.ts';
import * as index from './index-store.ts';

const house = 'search';

/** Objects that are read in one transaction. */
export const objectsAtOnce = 1_000;

const rowsOf = async (unit: Unit, parts: readonly Part[], before: number): Promise<index.PartRow[]> => {
  const forms = createForms(await stemsOf(unit, distinctWords(parts)));
  const isBeginning = before === 0;
  const firsts = new Set([
    parts.findIndex((part) => part.forGuests),
    parts.findIndex((part) => !part.forGuests),
  ]);
  return parts.map((part, at) => ({
    part: before + at,
    forGuests: part.forGuests,
    first: part.first,
    last: part.last,
    document: documentOf(part, forms, isBeginning && firsts.has(at)),
  }));
};

/** Forgets what the item's former words were, once no object is left that may hold them. */
const settle = async (unit: Unit, held: index.IndexedItem): Promise<void> => {
  if (held.former === null || held.nextObject !== null) return;
  const kept = new Set(held.words);
  await index.forgetWords(
    unit,
    held.former.filter((word) => !kept.has(word)),
  );
};

/** Puts the beginning of an item's present content in the place of all that the index held of it. */
export const indexItem = async (
  unit: Unit,
  item: StoredItem,
  objects: readonly StoredObject[],
): Promise<void> => {
  const former = await index.deleteParts(unit, item.id);
  const parts = partsOf(item, objects.slice(0, objectsAtOnce));
  const words = comparedWords(parts);
  const isWhole = objects.length <= objectsAtOnce;
  const held = {
    folding: foldingVersion,
    words,
    former,
    nextObject: isWhole ? null : objectsAtOnce,
    nextPart: parts.length,
  };
  await index.insertItem(unit, item.id, isWhole ? { ...held, former: null } : held);
  await index.insertParts(unit, item.id, item.modifiedAt, await rowsOf(unit, parts, 0));
  await index.insertWords(unit, words);
  await settle(unit, held);
};

/** Reads the next objects of an item that waits for it; false when nothing is left. The item is held. */
export const indexNext = async (unit: Unit, item: StoredItem): Promise<boolean> => {
  const before = await index.findIndexed(unit, item.id);
  if (before?.folding !== foldingVersion || before.nextObject === null) return false;
  const from = before.nextObject;
  // One more, to know whether there is more.
  const read = await index.readObjectsFrom(unit, item.id, from, objectsAtOnce + 1);
  const objects = read.slice(0, objectsAtOnce);
  const parts = objects.length === 0 ? [] : laterPartsOf(item, objects, from);
  const words = comparedWords(parts, before.words);
  const nextObject = read.length > objectsAtOnce ? from + objectsAtOnce : null;
  const held = { ...before, words, nextObject, nextPart: before.nextPart + parts.length };
  await index.updateItem(unit, item.id, nextObject === null ? { ...held, former: null } : held);
  await index.insertParts(unit, item.id, item.modifiedAt, await rowsOf(unit, parts, before.nextPart));
  await index.insertWords(unit, words.slice(before.words.length));
  await settle(unit, held);
  return nextObject !== null;
};

/**
 * What keepItem and dropItem call. A change around the content alone (state, desk) costs the index
 * nothing: the database copies it to the parts, without touching their words.
 */
export const searchFollower: ItemFollower = {
  kept: async (unit, item, objects) => {
    if (objects !== null) await unit.asHouse(house, (part) => indexItem(part, item, objects));
  },
  dropped: (unit, item) =>
    unit.asHouse(house, async (part) => {
      await index.forgetWords(part, await index.deleteParts(part, item.id));
    }),
};
