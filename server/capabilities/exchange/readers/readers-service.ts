/**
 * Seen by whom: the originator hears how many persons read his item, or in which roles, as far as the
 * agreement under which he sent it says so. Names stay here, and go with the content.
 */
import type { Actor, SystemActor } from '../../../kernel/decision.ts';
import type { ItemId } from '../../../kernel/ids.ts';
import { type Instant, later } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { toBundle } from '../../../plumbing/stix/index.ts';
import { type ReadersTerm, readersTermOf } from '../../agreements/index.ts';
import type { StoredItem } from '../item.ts';
import { type ExchangeNeeds, viewOf } from '../item-service.ts';
import type { ItemFollower } from '../keeping-service.ts';
import { mayTellReaders, releaseReadReceipt } from '../policy.ts';
import { readKind, readReceiptOf } from '../read-receipt.ts';
import * as items from '../store.ts';
import { countReaders, type Readers, readersLimits, readersUnder } from './readers.ts';
import * as store from './readers-store.ts';

type ReadersNeeds = Pick<
  ExchangeNeeds,
  'agreements' | 'clock' | 'self' | 'verbs' | 'database' | 'federation'
> &
  Pick<ExchangeNeeds, 'isLinked'>;

const house = 'readers';

/** What the agreement says of readers; the least where there is none in force. */
export const readersTermFor = async (
  needs: Pick<ExchangeNeeds, 'agreements'>,
  unit: Unit,
  { agreement }: Pick<StoredItem, 'agreement'>,
): Promise<ReadersTerm> => {
  const found = agreement === null ? null : await needs.agreements.find(unit, agreement);
  return found?.state === 'in-force' ? readersTermOf(found) : 'first-reading';
};

/** Makes what keeps readers and tells of them. */
export const createReaders = (needs: ReadersNeeds) => {
  const { verbs, clock, self, database } = needs;
  const actor: SystemActor = { kind: 'system', name: house, party: self };

  /** Only what its originator himself sent here has readers of whom he is told. */
  const isSentHere = (item: StoredItem): boolean =>
    item.state === 'received' && item.via === null && item.originator !== self;

  const readersOf = async (unit: Unit, item: StoredItem): Promise<Readers | null> => {
    const roles = await unit.asHouse(house, (part) => store.listReaderRoles(part, item.id, item.version));
    return readersUnder(await readersTermFor(needs, unit, item), countReaders(roles));
  };

  /** Tells the originator, where a link is up; false where none is. */
  const tell = async (
    unit: Unit,
    item: StoredItem,
    given: { readonly readAt: Instant; readonly at: Instant; readonly readers: Readers | null },
  ): Promise<boolean> => {
    const copy = { kind: readKind, body: toBundle([readReceiptOf(item, self, given)]) };
    const released = releaseReadReceipt(viewOf(item), self, copy);
    if (released === null || !(await needs.isLinked(unit, item.originator))) return false;
    await needs.federation.send(unit, released);
    return true;
  };

  const tellLater = (id: ItemId): Promise<void> =>
    verbs.read({ actor, verb: 'exchange.tell-readers', subject: id }, async ({ unit, permit, note }) => {
      const item = await items.lockItem(unit, id);
      const readers = item !== null && isSentHere(item) ? await readersOf(unit, item) : null;
      permit(mayTellReaders(actor, readers !== null));
      // It may have gone since it was listed.
      if (item === null || item.readAt === null) return;
      const at = clock.now();
      const isTold = readers === null || (await tell(unit, item, { readAt: item.readAt, at, readers }));
      note({ version: item.version, count: readers?.count ?? 0, told: readers !== null && isTold });
      if (isTold) await store.markTold(unit, id, readers === null ? null : at);
    });

  return {
    /** Keeps that he was shown the item, where its originator may hear of more than the first reading. */
    record: async (unit: Unit, reader: Actor, item: StoredItem): Promise<void> => {
      if (reader.kind !== 'person' || reader.party !== self || !isSentHere(item)) return;
      if ((await readersTermFor(needs, unit, item)) === 'first-reading') return;
      const { id, version } = item;
      const { person, role } = reader;
      await unit.asHouse(house, async (part) => {
        if (await store.insertReader(part, { item: id, version, person, role }))
          await store.markDue(part, id, version);
      });
    },

    /** The first reading is told at once. */
    tellFirst: async (unit: Unit, item: StoredItem, at: Instant): Promise<void> => {
      const readers = isSentHere(item) ? await readersOf(unit, item) : null;
      const isTold = await tell(unit, item, { readAt: at, at, readers });
      if (isTold && readers !== null) await unit.asHouse(house, (part) => store.markTold(part, item.id, at));
    },

    /** Tells of later readers what was not told yet, of each item at most once in a while. */
    tellDue: async (): Promise<void> => {
      const before = later(clock.now(), -readersLimits.tellEveryMs);
      const due = await database.transact(actor, async (unit) => {
        const listed = await store.listDue(unit, before, readersLimits.items);
        const parties = new Set(listed.map(({ originator }) => originator));
        for (const party of parties) if (!(await needs.isLinked(unit, party))) parties.delete(party);
        return listed.filter(({ originator }) => parties.has(originator));
      });
      for (const { item } of due) await tellLater(item);
    },
  };
};

/** Who read goes with what he read. */
export const readersFollower: ItemFollower = {
  kept: async (unit, item, objects) => {
    if (objects !== null)
      await unit.asHouse(house, (part) => store.forgetReaders(part, item.id, item.version));
  },
  dropped: (unit, item) => unit.asHouse(house, (part) => store.forgetReaders(part, item.id, null)),
};
