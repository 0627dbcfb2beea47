/** Makes the index anew, item by item, while the node runs; whoever is cut short is continued by the next. */

import type { SystemActor } from '../../../kernel/decision.ts';
import { allow } from '../../../kernel/decision.ts';
import type { ItemId, PartyId } from '../../../kernel/ids.ts';
import type { Database, Unit } from '../../../plumbing/database/index.ts';
import { foldingVersion } from '../../../plumbing/search/index.ts';
import type { StoredItem } from '../item.ts';
import * as items from '../store.ts';
import type { ExchangeVerbs } from '../verbs.ts';
import { indexItem, indexNext, objectsAtOnce } from './index-service.ts';
import * as index from './index-store.ts';

/** Items looked up at once, and how long one step goes on with them; the last transaction ends after it. */
const stepItems = 500;
const stepMs = 2_000;
/** Items begun in one transaction, where they are small. */
const itemsAtOnce = 25;

/** How far the index has come. */
export interface Indexed {
  readonly items: number;
  /** Items that the index holds as this version of the program reads them. */
  readonly indexed: number;
  /** Stretches of items that this step has read. */
  readonly readNow: number;
}

/** Makes what keeps the index whole. */
export const createRebuilding = (needs: {
  readonly database: Database;
  readonly verbs: ExchangeVerbs;
  readonly self: PartyId;
}) => {
  const { database, verbs, self } = needs;
  const house: SystemActor = { kind: 'system', name: 'search', party: self };

  const count = async (readNow: number): Promise<Indexed> => {
    const { items: all, indexed } = await database.transact(house, (unit) =>
      index.countIndexed(unit, foldingVersion),
    );
    return { items: all, indexed, readNow };
  };

  // Held, so that an edit that comes meanwhile is indexed after this and not before.
  const withItem = (id: ItemId, work: (unit: Unit, item: StoredItem) => Promise<boolean>): Promise<boolean> =>
    database.transact(house, async (unit) => {
      const item = await items.lockItem(unit, id);
      return item === null ? false : work(unit, item);
    });

  /** Begins with the first of the items, as many as make one transaction; says how many. */
  const begin = (ids: readonly ItemId[]): Promise<number> =>
    database.transact(house, async (unit) => {
      let [begun, objects] = [0, 0];
      for (const id of ids.slice(0, itemsAtOnce)) {
        if (objects >= objectsAtOnce) break;
        begun += 1;
        const item = await items.lockItem(unit, id);
        if (item === null) continue;
        // One more than are read at once, to know whether there is more.
        const read = await items.readObjects(unit, id, objectsAtOnce + 1);
        await indexItem(unit, item, read);
        objects += read.length;
      }
      return begun;
    });

  /** Reads what waits, each transaction short, until all is read or the time is over. */
  const readOn = async (endsAt: number): Promise<number> => {
    let readNow = 0;
    const waiting = await database.transact(house, (unit) =>
      index.waitingItems(unit, foldingVersion, stepItems),
    );
    for (const id of waiting)
      for (let more = true; more; ) {
        if (performance.now() > endsAt) return readNow;
        more = await withItem(id, indexNext);
        readNow += 1;
      }
    return readNow;
  };

  /** Reads on what is begun, for about two seconds; then comes round again. */
  const catchUp = async (): Promise<void> => void (await readOn(performance.now() + stepMs));

  /** Reads items that the index lacks, for about two seconds; says how far it has come. */
  const step = async (): Promise<Indexed> => {
    const endsAt = performance.now() + stepMs;
    let readNow = await readOn(endsAt);
    const stale = await database.transact(house, (unit) => index.staleItems(unit, foldingVersion, stepItems));
    for (let at = 0; at < stale.length && performance.now() <= endsAt; ) {
      const begun = await begin(stale.slice(at));
      at += begun;
      readNow += begun + (await readOn(endsAt));
    }
    return count(readNow);
  };

  return {
    step,
    catchUp,
    /** Takes every item for one to be read anew, unless that is under way already. */
    begin: (actor: SystemActor): Promise<Indexed> =>
      verbs
        .run({ actor, verb: 'exchange.rebuild-search', subject: null }, async ({ unit, permit, note }) => {
          permit(allow('operator/holds-the-data-folder'));
          const before = await index.countIndexed(unit, foldingVersion);
          const isUnderWay = before.others;
          if (!isUnderWay) await index.markAllStale(unit);
          note({ items: before.items, continued: isUnderWay });
        })
        .then(() => count(0)),
  };
};

/** What keeps the index whole. */
export type Rebuilding = ReturnType<typeof createRebuilding>;
