/** Shows a follower the items that were kept before it followed them. */
import type { SystemActor } from '../../kernel/decision.ts';
import type { ItemId, PartyId } from '../../kernel/ids.ts';
import type { Database } from '../../plumbing/database/index.ts';
import type { ItemFollower } from './keeping-service.ts';
import { ownAfter } from './replaying-store.ts';
import { findItem, lockItem, readObjects } from './store.ts';

/**
 * Shows the follower up to `limit` of this service's own items after one, each in a transaction of its own,
 * as if it were kept now; the last that was shown, null at the end.
 */
export const createReplaying =
  ({ database, self }: { readonly database: Database; readonly self: PartyId }) =>
  async (follower: ItemFollower, after: string, limit: number): Promise<ItemId | null> => {
    const house: SystemActor = { kind: 'system', name: 'exchange', party: self };
    const ids = await database.transact(house, (unit) => ownAfter(unit, self, after, limit));
    for (const id of ids)
      await database.transact(house, async (unit) => {
        const item = (await lockItem(unit, id)) ?? (await findItem(unit, id));
        if (item !== null) await follower.kept(unit, item, await readObjects(unit, id));
      });
    return ids.at(-1) ?? null;
  };
