/** Keeps what this service's own items name beside them, in the transaction that keeps the items. */
import type { PartyId } from '../../kernel/ids.ts';
import type { ItemFollower } from '../exchange/index.ts';
import { matchingLimits } from './limits.ts';
import type { MatchingNeeds } from './needs-service.ts';
import { observedIn } from './observed.ts';
import * as records from './record-store.ts';

/** Goes once through what was kept before anybody matched; broken off, it goes on from where it was. */
export const createReplay = (needs: Pick<MatchingNeeds, 'database' | 'house' | 'self' | 'replay'>) => {
  const follower = createMatchingFollower(needs);
  return async (): Promise<void> => {
    const { database, house, self } = needs;
    let after = await database.transact(house, (unit) => records.replayedTo(unit, self));
    while (after !== null) {
      const last = await needs.replay(follower, after, matchingLimits.replayed);
      await database.transact(house, (unit) => records.noteReplayed(unit, last));
      after = last;
    }
  };
};

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
