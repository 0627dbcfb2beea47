/** Keeps what this service's own items name beside them, in the transaction that keeps the items. */
import type { PartyId } from '../../kernel/ids.ts';
import type { ItemFollower } from '../exchange/index.ts';
import { observedIn } from './observed.ts';
import * as records from './record-store.ts';

/** Follows the content of items. What came from others is theirs to tell of, and is not kept here. */
export const createMatchingFollower = ({ self }: { readonly self: PartyId }): ItemFollower => ({
  kept: async (unit, item, objects) => {
    if (item.originator !== self) return;
    await unit.asHouse('matching', async (house) => {
      if (await records.putItem(house, item.id, { holder: self, marking: item.marking }))
        await records.noteChange(house, item.id, self);
      if (objects !== null) await records.putRecords(house, item.id, self, observedIn(objects));
    });
  },
  dropped: (unit, item) =>
    unit.asHouse('matching', async (house) => {
      await records.noteChange(house, item.id, self);
      await records.deleteItem(house, item.id);
    }),
});
