/** The verbs of review and erasure. Erasure on its date is the scheduler's; it needs nobody. */

import type { Log } from '../../../federation/index.ts';
import type { Actor, SystemActor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { EnvelopeId, ItemId } from '../../../kernel/ids.ts';
import { dayMs, dayOf, later } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Journal } from '../../../plumbing/journal/index.ts';
import { noteShown, permitConsultation } from '../consultation/consultation-service.ts';
import { sharesOf } from '../control/share-store.ts';
import { listDeliveries } from '../delivery-store.ts';
import type { StoredItem } from '../item.ts';
import type { ExchangeNeeds } from '../item-service.ts';
import { dropItem } from '../keeping-service.ts';
import * as store from '../store.ts';
import type { ExchangeVerb } from '../verbs.ts';
import { type DueFilter, type DuePage, type Keep, retentionLimits } from './contract.ts';
import { mayErase, mayListDue, mayReview } from './policy.ts';
import { isReviewDay, lastReview, tombstoneOf } from './retention.ts';
import { type ErasurePlace, listDue, listErasable, putErasureFailure, putReview } from './retention-store.ts';

/** The days that a list of what is due looks ahead where none are named. */
const aheadDays = 30;

export const createRetention = (
  needs: ExchangeNeeds & {
    readonly journal: Pick<Journal, 'append'>;
    readonly log: Log;
    /** What originator control does once the item is gone. */
    buryControl(unit: Unit, item: StoredItem): Promise<void>;
  },
) => {
  const { verbs, clock, self } = needs;
  const house: SystemActor = { kind: 'system', name: 'erasure', party: self };

  const load = async (unit: Unit, id: ItemId): Promise<StoredItem> => {
    const item = await store.lockItem(unit, id);
    if (item === null) throw new Fault('access/absent');
    return item;
  };

  /** The copies that were sent off from here: to its recipients, and onward. */
  const envelopesOf = (unit: Unit, id: ItemId): Promise<readonly EnvelopeId[]> =>
    unit.asHouse('exchange', async (inside) => {
      const copies = [...(await listDeliveries(inside, id)), ...(await sharesOf(inside, id))];
      return copies.flatMap(({ envelope }) => (envelope === null ? [] : [envelope]));
    });

  /** Drops the item, with the copies that still wait, and returns what the journal keeps of it. */
  const bury = async (unit: Unit, item: StoredItem) => {
    const tombstone = tombstoneOf(item, await store.readObjects(unit, item.id));
    const envelopes = await envelopesOf(unit, item.id);
    await dropItem(needs, unit, item);
    const withdrawnFrom = await needs.federation.withdraw(unit, { envelopes, about: item.id });
    await needs.buryControl(unit, item);
    return withdrawnFrom.length === 0 ? tombstone : { ...tombstone, withdrawnFrom: [...withdrawnFrom] };
  };

  const eraseOnDate = (id: ItemId): Promise<void> =>
    verbs.run({ actor: house, verb: 'exchange.erase', subject: id }, async ({ unit, permit, note }) => {
      const item = await load(unit, id);
      permit(mayErase(house, item.marking.eraseOn, dayOf(clock.now())));
      note({ ...(await bury(unit, item)), ground: 'date' });
    });

  /** Erases it, or tells why not; true when it is gone. */
  const tryToErase = async (id: ItemId): Promise<boolean> => {
    try {
      await eraseOnDate(id);
      return true;
    } catch (error) {
      const fault = error instanceof Fault ? error.code : 'house/bug';
      // Erased by someone else meanwhile.
      if (fault === 'access/absent') return false;
      if (fault === 'house/bug') needs.log.error({ error, item: id }, 'an item could not be erased');
      await needs.database.transact(house, async (unit) => {
        const attempts = await putErasureFailure(unit, id, clock.now());
        await needs.journal.append(unit, {
          actor: house,
          verb: 'exchange.erase' satisfies ExchangeVerb,
          subject: id,
          outcome: 'refused',
          rule: 'exchange/erasure-failed',
          details: { fault, attempts },
        });
      });
      return false;
    }
  };

  return {
    /** What is due for review or erasure among what he may read. */
    due: (actor: Actor, filter: DueFilter): Promise<DuePage> =>
      verbs.read({ actor, verb: 'exchange.list-due', subject: null }, async (work) => {
        const { unit, permit } = work;
        permit(mayListDue(actor));
        const until = dayOf(later(clock.now(), (filter.days ?? aheadDays) * dayMs));
        const { items, next } = await listDue(unit, { until, cursor: filter.cursor, limit: filter.limit });
        const rows = items.map(({ item, metadata }) => ({
          ...metadata,
          ...(actor.party === self ? {} : { desk: null, author: null, recipients: [] }),
          title: item.needsReason === true ? null : item.title,
          decides: mayReview(actor, self, item).kind === 'allowed',
        }));
        await noteShown(
          work,
          actor,
          items.map(({ item }) => item.id),
        );
        return { items: rows, next };
      }),

    /** Keeps the item after a review: until when it is looked at again, and why. Its erasure date stays. */
    keep: (actor: Actor, id: ItemId, given: Keep): Promise<{ item: ItemId; reviewOn: string }> =>
      verbs.run({ actor, verb: 'exchange.keep', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const item = await load(unit, id);
        permit(mayReview(actor, self, item));
        if (item.version !== given.version) throw new Fault('state/changed');
        const agreement = item.agreement === null ? null : await needs.agreements.find(unit, item.agreement);
        const now = clock.now();
        const last = lastReview(item, agreement?.defaults.reviewAfterDays ?? null, now);
        if (!isReviewDay(given.reviewOn, now, last)) throw new Fault('exchange/review-too-late', { last });
        const by = actor.kind === 'person' ? actor.person : house.name;
        await putReview(unit, {
          item: id,
          reviewOn: given.reviewOn,
          at: now,
          by,
          reason: given.reason.trim(),
        });
        note({ version: item.version, reviewOn: given.reviewOn, eraseOn: item.marking.eraseOn });
        await needs.live.announce(unit, { topic: 'exchange.item', id });
        return { item: id, reviewOn: given.reviewOn };
      }),

    /** Erases the item before its date. It cannot be taken back; the journal keeps the tombstone. */
    erase: (actor: Actor, id: ItemId, version: number): Promise<void> =>
      verbs.run({ actor, verb: 'exchange.erase', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const item = await load(unit, id);
        permit(mayReview(actor, self, item));
        await permitConsultation(needs, work, { actor, act: 'read', item });
        if (item.version !== version) throw new Fault('state/changed');
        note({ ...(await bury(unit, item)), ground: 'review' });
      }),

    /**
     * Erases all that has come to its date, each in a transaction of its own; returns how many. What cannot
     * be erased is journalled, shown to the data protection officer and tried again; the others go.
     */
    eraseDue: async (): Promise<number> => {
      let erased = 0;
      for (let after: ErasurePlace | null = null; ; ) {
        const now = clock.now();
        const wanted: Parameters<typeof listErasable>[1] = { today: dayOf(now), now, after };
        const places: readonly ErasurePlace[] = await needs.database.transact(house, (unit) =>
          listErasable(unit, wanted, retentionLimits.eraseBatch),
        );
        for (const { item } of places) if (await tryToErase(item)) erased += 1;
        after = places.at(-1) ?? after;
        if (places.length < retentionLimits.eraseBatch) return erased;
      }
    },
  };
};
export type Retention = ReturnType<typeof createRetention>;
