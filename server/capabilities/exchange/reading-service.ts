/** The verbs of the reader: boxes, one item, its deliveries, its export, and the mark that it was read. */
import type { Actor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { DeskId, ItemId, PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { packItem, toBundle } from '../../plumbing/stix/index.ts';
import { noteShown, permitConsultation } from './consultation/consultation-service.ts';
import type { Counts, Delivery, Item, ItemFilter, ItemPage } from './contract.ts';
import { toWire } from './copy.ts';
import { listDeliveries, type StoredDelivery } from './delivery-store.ts';
import { mergesOf } from './duplicates/merges-store.ts';
import { canFollow, type StoredItem } from './item.ts';
import {
  copyForGuest,
  type EnvelopeProgress,
  type ExchangeNeeds,
  presentItem,
  presentRow,
  viewOf,
} from './item-service.ts';
import { keepItem } from './keeping-service.ts';
import { countBoxes, listItems } from './list-store.ts';
import { mayAssign, mayList, mayMarkRead, mayRead, mayReadDeliveries } from './policy.ts';
import { type Readers, rolesOf } from './readers/readers.ts';
import { createReaders } from './readers/readers-service.ts';
import * as store from './store.ts';

const stateOf = (progress: EnvelopeProgress, readAt: Instant | null): Delivery['state'] => {
  if (readAt !== null) return 'read';
  if (progress.outcome === 'refused') return 'refused';
  if (progress.receivedAt) return 'received';
  return progress.sentAt ? 'sent' : 'queued';
};

const presentReaders = ({ count, byRole }: Readers, at: Instant | null): Delivery['readers'] => ({
  count,
  byRole: byRole === null ? null : rolesOf(byRole),
  at,
});

const present = (
  recipient: PartyId,
  version: number,
  progress: EnvelopeProgress,
  { readAt, readers, readersAt }: Pick<StoredDelivery, 'readAt' | 'readers' | 'readersAt'>,
): Delivery => ({
  recipient,
  version,
  queuedAt: progress.queuedAt,
  sentAt: progress.sentAt,
  receivedAt: progress.receivedAt,
  readAt,
  state: stateOf(progress, readAt),
  fault: progress.fault,
  readers: readers === null ? null : presentReaders(readers, readersAt),
});

export const createReading = (needs: ExchangeNeeds) => {
  const { verbs, clock, self } = needs;
  const readers = createReaders(needs);

  const load = async (unit: Unit, id: ItemId): Promise<StoredItem> => {
    const item = await store.findItem(unit, id);
    if (item === null) throw new Fault('access/absent');
    return item;
  };

  return {
    list: (actor: Actor, filter: ItemFilter): Promise<ItemPage> =>
      verbs.read({ actor, verb: 'exchange.list', subject: null }, async (work) => {
        work.permit(mayList(actor));
        const page = await listItems(work.unit, filter);
        const ids = page.items.map(({ id }) => id);
        await noteShown(work, actor, ids);
        const merged = await mergesOf(work.unit, ids);
        const row = (item: StoredItem) => ({ ...presentRow(item, self, actor.party), ...merged(item.id) });
        return { ...page, items: page.items.map(row) };
      }),

    counts: (actor: Actor): Promise<Counts> =>
      verbs.read({ actor, verb: 'exchange.count', subject: null }, async ({ unit, permit }) => {
        permit(mayList(actor));
        return countBoxes(unit);
      }),

    /** A consultation: who read what is journalled. */
    read: (actor: Actor, id: ItemId): Promise<Item> =>
      verbs.run({ actor, verb: 'exchange.read', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const item = await load(unit, id);
        permit(mayRead(actor, viewOf(item)));
        await permitConsultation(needs, work, { actor, act: 'read', item });
        await readers.record(unit, actor, item);
        note({ version: item.version, purpose: item.marking.purpose });
        return presentItem(unit, item, self);
      }),

    exportBundle: (actor: Actor, id: ItemId) =>
      verbs.run({ actor, verb: 'exchange.export', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const item = await load(unit, id);
        permit(mayRead(actor, viewOf(item)));
        await permitConsultation(needs, work, { actor, act: 'export', item });
        await readers.record(unit, actor, item);
        note({ version: item.version });
        const objects = await store.readObjects(unit, id);
        const bundle = actor.party === self ? null : (await copyForGuest(unit, item)).bundle;
        if (bundle !== null) return bundle;
        // Of a recalled item there is nothing left to export.
        if (objects.length === 0) throw new Fault('exchange/wrong-state', { state: item.state });
        return toBundle(packItem(toWire(item, objects)));
      }),

    /** Marks the first reading here and tells the originator, once. */
    markRead: (actor: Actor, id: ItemId): Promise<Item> =>
      verbs.run({ actor, verb: 'exchange.mark-read', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const item = await load(unit, id);
        permit(mayMarkRead(actor, viewOf(item)));
        await permitConsultation(needs, work, { actor, act: 'read', item });
        if (!canFollow(item.state, 'mark-read')) return presentItem(unit, item, self);
        await readers.record(unit, actor, item);
        const at = clock.now();
        const isFirst = await store.markRead(unit, id, at);
        note({ version: item.version, first: isFirst });
        if (isFirst) {
          await readers.tellFirst(unit, item, at);
          await needs.live.announce(unit, { topic: 'exchange.item', id });
        }
        return presentItem(unit, await load(unit, id), self);
      }),

    /** Gives a received item to another desk of this service. */
    assign: async (actor: Actor, id: ItemId, desk: DeskId): Promise<Item> => {
      const isDesk = await needs.isDesk(desk);
      return verbs.run({ actor, verb: 'exchange.assign', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const item = await store.lockItem(unit, id);
        if (item === null) throw new Fault('access/absent');
        permit(mayAssign(actor, viewOf(item)));
        await permitConsultation(needs, work, { actor, act: 'read', item });
        if (!canFollow(item.state, 'assign')) throw new Fault('exchange/wrong-state', { state: item.state });
        if (!isDesk) throw new Fault('exchange/unknown-desk');
        note({ from: item.desk, to: desk });
        const assigned: StoredItem = { ...item, desk };
        // TLP:RED leaves the sight of who assigns it: it is shown before, and written by the house.
        const shown = await presentItem(unit, assigned, self);
        await unit.asHouse('exchange', (house) => keepItem(needs, house, assigned));
        return shown;
      });
    },

    deliveries: async (actor: Actor, id: ItemId): Promise<Delivery[]> => {
      const stored = await verbs.read(
        { actor, verb: 'exchange.deliveries', subject: id },
        async ({ unit, permit }) => {
          const item = await load(unit, id);
          permit(mayReadDeliveries(actor, self, viewOf(item)));
          return listDeliveries(unit, id);
        },
      );
      const progress = await needs.progressOf(stored.map((delivery) => delivery.envelope));
      return stored.flatMap((delivery) => {
        const { recipient, version } = delivery;
        const found = progress.find((one) => one.envelope === delivery.envelope);
        return found === undefined ? [] : [present(recipient, version, found, delivery)];
      });
    },
  };
};
