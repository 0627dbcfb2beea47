/** The verbs of the originator: recall, withdraw a consent, remind; and what he follows of each item. */
import { canonical } from '../../../kernel/canonical.ts';
import type { Actor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { ItemId, PartyId } from '../../../kernel/ids.ts';
import { type Marking, markingErrors, tlpRank } from '../../../kernel/marking.ts';
import { between, dayMs, dayOf, type Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { RecallMessage } from '../../../plumbing/stix/index.ts';
import { makeCopy } from '../copy.ts';
import { listDeliveries } from '../delivery-store.ts';
import { canFollow, dateErrors, type StoredItem } from '../item.ts';
import { viewOf } from '../item-service.ts';
import { keepItem } from '../keeping-service.ts';
import { findItem, lockItem, readObjects } from '../store.ts';
import * as compliance from './compliance-store.ts';
import { findConsent, passersTo, withdrawConsent } from './consent-store.ts';
import type { ConsentWithdrawal, RecallDraft } from './contract.ts';
import { controlLimits } from './contract.ts';
import { announceItem, type ControlNeeds, onwardHolders, speakerOf, tellHolder } from './control-service.ts';
import { mayRecall } from './policy.ts';
import * as store from './recall-store.ts';
import { recallToWire } from './wire.ts';

interface Holder {
  readonly party: PartyId;
  readonly via: PartyId | null;
}

const requireDeadline = (complyBy: Instant, now: Instant): void => {
  const ms = between(now, complyBy);
  if (!(ms > 0 && ms <= controlLimits.complyWithinDays * dayMs))
    throw new Fault('control/deadline-unsound', { days: controlLimits.complyWithinDays });
};

const asHouse = <T>(unit: Unit, work: (house: Unit) => Promise<T>): Promise<T> =>
  unit.asHouse('exchange', work);

/** The recall as this node keeps it. */
const toStored = (
  message: RecallMessage,
  item: Pick<StoredItem, 'id' | 'originator'>,
  about: { readonly actor: Actor; readonly parties: readonly PartyId[] },
): store.StoredRecall => ({
  id: message.id,
  item: item.id,
  version: message.item_version,
  originator: item.originator,
  kind: message.recall_kind,
  parties: about.parties,
  reason: message.reason,
  recalledAt: message.created,
  complyBy: message.comply_by,
  recalledBy: about.actor.kind === 'person' ? about.actor.person : null,
  verified: true,
  tombstone: canonical(message),
});

export const createRecalling = (needs: ControlNeeds) => {
  const { verbs, clock, self } = needs;

  const load = async (unit: Unit, id: ItemId): Promise<StoredItem> => {
    const item = await lockItem(unit, id);
    if (item === null) throw new Fault('access/absent');
    // A recall is urgent and shows nothing: it needs no reason, and the whole item.
    const whole = item.needsReason === true ? await asHouse(unit, (house) => findItem(house, id)) : item;
    return whole ?? item;
  };

  /** Everybody who was sent the item, by us or onward. */
  const holdersOf = async (unit: Unit, item: ItemId): Promise<readonly Holder[]> => {
    const holders = new Map<PartyId, Holder>();
    for (const { recipient } of await listDeliveries(unit, item))
      holders.set(recipient, { party: recipient, via: null });
    for (const holder of await onwardHolders(unit, item))
      if (!holders.has(holder.party)) holders.set(holder.party, holder);
    return [...holders.values()].filter(({ party }) => party !== self);
  };

  /** The item under its new marking; a fault where the change is none, or would widen what was given. */
  const remark = async (unit: Unit, item: StoredItem, draft: RecallDraft): Promise<StoredItem> => {
    const change = draft.marking;
    if (change === null) throw new Fault('exchange/marking-unsound', { fields: ['marking'] });
    const allowed = new Set([
      ...item.marking.releasableTo,
      ...(await onwardHolders(unit, item.id)).map(({ party }) => party),
    ]);
    const wider = change.releasableTo.filter((party) => !allowed.has(party));
    if (wider.length > 0 || !change.releasableTo.includes(self)) throw new Fault('control/would-widen');
    const marking: Marking = {
      ...item.marking,
      tlp: change.tlp,
      pap: change.pap,
      handling: change.handling,
      handlingText: change.handlingText ?? '',
      releasableTo: change.releasableTo.filter((party) => item.marking.releasableTo.includes(party)),
      reviewOn: change.reviewOn,
      eraseOn: change.eraseOn,
    };
    const { handlingText: words, ...plain } = marking;
    const changed: StoredItem = { ...item, marking: words ? { ...plain, handlingText: words } : plain };
    const now = clock.now();
    const errors = new Set([...markingErrors(changed.marking, dayOf(now)), ...dateErrors(change, now)]);
    if (errors.size > 0) throw new Fault('exchange/marking-unsound', { fields: [...errors] });
    if (canonical(changed.marking) === canonical(item.marking)) throw new Fault('control/nothing-changes');
    if (tlpRank(change.tlp) < tlpRank(item.marking.tlp)) await requireSameCopies(unit, item, changed);
    return changed;
  };

  /** A looser label must not leave with a holder what, under it, he would not have been sent. */
  const requireSameCopies = async (unit: Unit, before: StoredItem, after: StoredItem): Promise<void> => {
    const objects = await asHouse(unit, (house) => readObjects(house, before.id));
    for (const party of after.marking.releasableTo.filter((one) => one !== self)) {
      const [was, is] = [makeCopy(before, objects, party), makeCopy(after, objects, party)];
      const isSame =
        was.kind === 'copy' && is.kind === 'copy' && canonical(was.objects) === canonical(is.objects);
      if (!isSame) throw new Fault('control/label-too-low');
    }
  };

  /** Keeps the recall and whom it concerns, and tells those who can be reached now. */
  const spread = async (
    unit: Unit,
    recall: store.StoredRecall,
    holders: readonly Holder[],
  ): Promise<readonly PartyId[]> => {
    await store.insertRecall(unit, recall);
    for (const { party, via } of holders)
      await compliance.insertHolder(unit, { recall: recall.id, party, via });
    const told: PartyId[] = [];
    for (const holder of holders)
      if (await tellHolder(needs, unit, recall, { ...holder, isReminder: false })) told.push(holder.party);
    return told;
  };

  return {
    /** Takes back what was released, or puts it under another marking; every holder is told. */
    recall: (actor: Actor, id: ItemId, draft: RecallDraft): Promise<void> =>
      verbs.run({ actor, verb: 'exchange.recall', subject: id }, async ({ unit, permit, note }) => {
        const item = await load(unit, id);
        permit(mayRecall(actor, self, viewOf(item)));
        if (!canFollow(item.state, 'recall')) throw new Fault('exchange/wrong-state', { state: item.state });
        if (item.version !== draft.version) throw new Fault('state/changed');
        const at = clock.now();
        requireDeadline(draft.complyBy, at);
        const kept: StoredItem =
          draft.kind === 'withdraw'
            ? { ...item, state: 'recalled', listedAt: at }
            : await remark(unit, item, draft);
        const marking = draft.kind === 'withdraw' ? null : draft.marking;
        const speaker = await speakerOf(needs, unit);
        const message = recallToWire({ ...draft, marking, item: id, parties: [] }, { ...speaker, at });
        const recall = toStored(message, item, { actor, parties: [] });
        const holders = await holdersOf(unit, id);
        // What follows the content looks at it anew: guests find nothing of it any more.
        const isWithdrawn = draft.kind === 'withdraw';
        const objects = isWithdrawn ? await asHouse(unit, (house) => readObjects(house, id)) : null;
        const told = await unit.asHouse('exchange', async (house) => {
          await keepItem(needs, house, kept, objects);
          return spread(house, recall, holders);
        });
        note({
          recall: recall.id,
          kind: recall.kind,
          version: item.version,
          complyBy: recall.complyBy,
          holders: holders.map(({ party }) => party),
          told: [...told],
        });
      }),

    /** Takes consent back: those for whom it was given remove their copies, who passed them on sees to it. */
    withdrawConsent: (actor: Actor, consentId: string, draft: ConsentWithdrawal): Promise<void> =>
      verbs.run(
        { actor, verb: 'exchange.withdraw-consent', subject: consentId },
        async ({ unit, permit, note, subject }) => {
          const consent = await findConsent(unit, consentId);
          if (consent === null) throw new Fault('access/absent');
          const item = await load(unit, consent.item);
          subject(item.id);
          permit(mayRecall(actor, self, viewOf(item)));
          const parties = consent.recipients.filter((party) => !consent.withdrawn.includes(party));
          if (!canFollow(item.state, 'recall') || parties.length === 0)
            throw new Fault('exchange/wrong-state', { state: item.state });
          const at = clock.now();
          requireDeadline(draft.complyBy, at);
          const { version } = consent;
          const withdrawal = { ...draft, kind: 'withdraw', marking: null, item: item.id, version, parties };
          const speaker = await speakerOf(needs, unit);
          const message = recallToWire({ ...withdrawal, kind: 'withdraw' }, { ...speaker, at });
          const recall = toStored(message, item, { actor, parties });
          const passed = (await onwardHolders(unit, item.id)).filter(({ party }) => parties.includes(party));
          const passers = await passersTo(unit, item.id, parties);
          const holders = [...passers.map((party) => ({ party, via: null })), ...passed];
          const told = await unit.asHouse('exchange', async (house) => {
            await withdrawConsent(house, item.id, parties);
            const sent = await spread(house, recall, holders);
            await announceItem(needs, house, item.id);
            return sent;
          });
          note({ consent: consentId, recall: recall.id, parties: [...parties], told: [...told] });
        },
      ),

    /** Tells whoever could not be reached before, and reminds whoever is late. Comes round by itself. */
    remind: async (): Promise<void> => {
      const actor = { kind: 'system', name: 'recalls', party: self } as const;
      await needs.database.transact(actor, async (unit) => {
        const now = clock.now();
        const due = await compliance.dueHolders(unit, { now, limit: controlLimits.toldAtOnce });
        for (const holder of due) {
          const recall = await store.findRecall(unit, holder.recall);
          if (recall === null || !(await tellHolder(needs, unit, recall, holder))) continue;
          const item = await findItem(unit, recall.item);
          await needs.journal.append(unit, {
            actor,
            verb: holder.isReminder ? 'exchange.remind-recall' : 'exchange.tell-recall',
            subject: recall.item,
            outcome: 'done',
            rule: holder.isReminder ? 'control/overdue' : 'control/untold',
            details: { recall: recall.id, party: holder.party },
          });
          if (item !== null) await announceItem(needs, unit, item.id);
        }
      });
    },
  };
};
