/** The index follows the content of items, in the transaction that changes it; and can be made anew. */

import type { Unit } from '../../../plumbing/database/index.ts';
import { createForms, foldingVersion, stemsOf } from '../../../plumbing/search/index.ts';
import type { StoredItem, StoredObject } from '../item.ts';
import type { ItemFollower } from '../keeping-service.ts';
import { comparedWords, distinctWords, documentOf, partsOf } from './document.ts';
import * as index from './index-store.ts';

const house = 'search';

/** Puts an item's present content in the place of what the index held of it. */
export const indexItem = async (
  unit: Unit,
  item: StoredItem,
  objects: readonly StoredObject[],
): Promise<void> => {
  const before = await index.deleteParts(unit, item.id);
  const parts = partsOf(item, objects);
  const distinct = distinctWords(parts);
  const forms = createForms(await stemsOf(unit, distinct));
  const words = comparedWords(parts);
  const firsts = new Set([
    parts.findIndex((part) => part.forGuests),
    parts.findIndex((part) => !part.forGuests),
  ]);
  await index.insertParts(unit, item.id, item.modifiedAt, {
    folding: foldingVersion,
    words,
    parts: parts.map((part, at) => ({
      part: at,
      forGuests: part.forGuests,
      first: part.first,
      last: part.last,
      document: documentOf(part, forms, firsts.has(at)),
    })),
  });
  await index.insertWords(unit, words);
  const kept = new Set(words);
  await index.forgetWords(
    unit,
    before.filter((word) => !kept.has(word)),
  );
};

/**
 * What keepItem and dropItem call. A change around the content alone (state, desk) costs the index nothing.
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
