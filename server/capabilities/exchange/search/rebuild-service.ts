/** Makes the index anew, item by item, while the node runs; whoever is cut short is continued by the next. */

import type { SystemActor } from '../../../kernel/decision.ts';
import { allow } from '../../../kernel/decision.ts';
import type { ItemId, PartyId } from '../../../kernel/ids.ts';
import type { Database } from '../../../plumbing/database/index.ts';
import { foldingVersion } from '../../../plumbing/search/index.ts';
import type { Verbs } from '../../../plumbing/verbs/index.ts';
import * as items from '../store.ts';
import { indexItem } from './index-service.ts';
import * as index from './index-store.ts';

/** Items looked up at once, and how long one step goes on with them. */
const stepItems = 500;
const stepMs = 2_000;

/** How far the index has come. */
export interface Indexed {
  readonly items: number;
  /** Items that the index holds as this version of the program reads them. */
  readonly indexed: number;
}

/** Makes what keeps the index whole. */
export const createRebuilding = (needs: {
  readonly database: Database;
  readonly verbs: Verbs;
  readonly self: PartyId;
}) => {
  const { database, verbs, self } = needs;
  const house: SystemActor = { kind: 'system', name: 'search', party: self };

  const count = (): Promise<Indexed> =>
    database.transact(house, (unit) => index.countIndexed(unit, foldingVersion));

  const reindex = (id: ItemId): Promise<void> =>
    database.transact(house, async (unit) => {
      // Held, so that an edit that comes meanwhile is indexed after this and not before.
      const item = await items.lockItem(unit, id);
      if (item !== null) await indexItem(unit, item, await items.readObjects(unit, id));
    });

  /** Reads items that the index lacks, for about two seconds; says how far it has come. */
  const step = async (): Promise<Indexed> => {
    const endsAt = performance.now() + stepMs;
    const stale = await database.transact(house, (unit) => index.staleItems(unit, foldingVersion, stepItems));
    for (const id of stale) {
      await reindex(id);
      if (performance.now() > endsAt) break;
    }
    return count();
  };

  return {
    step,
    /** Takes every item for one to be read anew, unless that is under way already. */
    begin: (actor: SystemActor): Promise<Indexed> =>
      verbs
        .run({ actor, verb: 'exchange.rebuild-search', subject: null }, async ({ unit, permit, note }) => {
          permit(allow('operator/holds-the-data-folder'));
          const before = await index.countIndexed(unit, foldingVersion);
          const isUnderWay = before.indexed < before.items;
          if (!isUnderWay) await index.markAllStale(unit);
          note({ items: before.items, continued: isUnderWay });
        })
        .then(count),
  };
};

/** What keeps the index whole. */
export type Rebuilding = ReturnType<typeof createRebuilding>;
