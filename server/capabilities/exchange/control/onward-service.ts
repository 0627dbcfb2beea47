/** The verbs of onward sharing: a holder asks, the originator answers, the contact point passes on. */
import { canonical, contentHash } from '../../../kernel/canonical.ts';
import type { Actor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import { type AgreementId, asId, type ItemId, type PartyId } from '../../../kernel/ids.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { type OnwardConsentMessage, packItem, toBundle } from '../../../plumbing/stix/index.ts';
import { gapOf } from '../../agreements/index.ts';
import { noteShown, permitConsultation } from '../consultation/consultation-service.ts';
import { copyFor, toWire } from '../copy.ts';
import { listDeliveries } from '../delivery-store.ts';
import { canFollow, type StoredItem } from '../item.ts';
import { viewOf } from '../item-service.ts';
import { lockItem, readObjects } from '../store.ts';
import { requireAnswerPassable } from '../threads/answering-service.ts';
import { findConsent, insertConsent, type StoredConsent } from './consent-store.ts';
import { controlLimits, type OnwardAsk, type OnwardDecision, type OnwardShareDraft } from './contract.ts';
import { announceItem, asObject, type ControlNeeds, speakerOf, tell } from './control-service.ts';
import { presentRequest } from './following-service.ts';
import { namesOf, type ToldName } from './names-store.ts';
import {
  consentGap,
  mayAskOnward,
  mayDecideOnward,
  mayListQuestions,
  mayShareOnward,
  releaseOnward,
} from './policy.ts';
import * as store from './question-store.ts';
import { insertShare, sharesOf } from './share-store.ts';
import { consentToWire, controlKinds, requestToWire, shareToWire } from './wire.ts';

const personOf = (actor: Actor) => (actor.kind === 'person' ? actor.person : null);

/** The objects of the item as this node holds it, wrapper and content: what a consent is given for. */
export const copyHeld = async (unit: Unit, item: StoredItem) =>
  packItem(toWire(item, await readObjects(unit, item.id)));

/** The first holder in the chain by which the item came to a party: whose copy it is. */
export const chainHead = async (unit: Unit, item: ItemId, party: PartyId): Promise<PartyId | null> => {
  const direct = new Set((await listDeliveries(unit, item)).map(({ recipient }) => recipient));
  const shares = await sharesOf(unit, item);
  const seen = new Set<PartyId>();
  let at: PartyId | undefined = party;
  while (at !== undefined && !direct.has(at) && !seen.has(at)) {
    seen.add(at);
    const holder: PartyId = at;
    at = shares.find(({ recipient }) => recipient === holder)?.party;
  }
  return at !== undefined && direct.has(at) ? at : null;
};

export const createOnward = (needs: ControlNeeds) => {
  const { verbs, clock, self } = needs;

  const load = async (unit: Unit, id: ItemId): Promise<StoredItem> => {
    const item = await lockItem(unit, id);
    if (item === null) throw new Fault('access/absent');
    return item;
  };

  const requireState = (item: StoredItem, verb: 'recall' | 'share-onward'): void => {
    if (!canFollow(item.state, verb)) throw new Fault('exchange/wrong-state', { state: item.state });
  };

  /** What a decision says, checked against the question and the item. */
  const judge = (item: StoredItem, request: store.StoredRequest, draft: OnwardDecision): void => {
    const unasked = draft.recipients.filter((party) => !request.recipients.includes(party));
    if (unasked.length > 0) throw new Fault('control/recipients-unsound', { parties: unasked });
    if (draft.decision === 'refused') return;
    if (item.marking.tlp === 'red' && !draft.namesRed) throw new Fault('control/red-unnamed');
    if (draft.until < dayOf(clock.now()) || draft.until > item.marking.eraseOn)
      throw new Fault('control/until-unsound');
  };

  const decisionOf = async (
    unit: Unit,
    item: StoredItem,
    request: store.StoredRequest,
    draft: OnwardDecision,
  ): Promise<OnwardConsentMessage> => {
    const head = await chainHead(unit, item.id, request.party);
    if (head === null) throw new Fault('control/recipients-unsound', { parties: [request.party] });
    const itemHash =
      draft.decision === 'granted'
        ? contentHash(copyFor(item, await readObjects(unit, item.id), head).bundle.objects)
        : null;
    return consentToWire(
      {
        ...draft,
        request: request.id,
        item: item.id,
        version: request.version,
        party: request.party,
        tlp: item.marking.tlp,
        itemHash,
      },
      await speakerOf(needs, unit),
    );
  };

  /** Passes the copy to one recipient, and tells the originator, directly or by the way it came. */
  const passOn = async (
    unit: Unit,
    about: { item: StoredItem; consent: StoredConsent; agreement: AgreementId; actor: Actor },
    recipient: PartyId,
  ): Promise<void> => {
    const { item, consent, agreement, actor } = about;
    await requireAnswerPassable(unit, item, recipient);
    const objects = await copyHeld(unit, item);
    const copy = { version: item.version, hash: contentHash(objects), tlp: item.marking.tlp };
    const by = await speakerOf(needs, unit);
    const gap = consentGap(consent, copy, { party: self, recipient, day: dayOf(by.at) });
    if (gap !== null) throw new Fault('control/no-consent', { gap, parties: [recipient] });
    const covering = await needs.agreements.hold(unit, agreement);
    const missing =
      covering === null
        ? 'no-agreement'
        : (gapOf(covering, item.marking, self) ?? gapOf(covering, item.marking, recipient));
    if (missing !== null) throw new Fault('exchange/not-covered', { gap: missing, parties: [recipient] });
    const linked = await needs.isLinked(unit, recipient);
    const share = shareToWire(
      { item: item.id, version: item.version, consent: consent.id, agreement, recipient },
      by,
    );
    const kept = {
      id: share.id,
      item: item.id,
      version: item.version,
      consent: consent.id,
      party: self,
      recipient,
      sharedAt: by.at,
      sharedBy: personOf(actor),
      envelope: null,
      message: canonical(share),
    };
    if (!(await insertShare(unit, kept))) throw new Fault('control/already-shared', { parties: [recipient] });
    const body = toBundle([...objects, asObject(consent.message), share]);
    const grounds = { consent: gap, agreement: missing, linked };
    const released = releaseOnward(recipient, grounds, { kind: controlKinds.onward, body });
    if (released === null) throw new Fault('exchange/not-linked', { parties: [recipient] });
    await needs.federation.send(unit, released);
    const report = { kind: controlKinds.report, objects: [share] };
    const reported =
      (await tell(needs, unit, item.originator, report)) ??
      (item.via === null ? null : await tell(needs, unit, item.via, report));
    // The originator must be able to know every holder: without a way to tell him nothing is passed on.
    if (reported === null) throw new Fault('control/unreachable');
  };

  return {
    /** Asks the originator to let this service pass the item on to named parties. */
    askOnward: (actor: Actor, id: ItemId, draft: OnwardAsk): Promise<void> =>
      verbs.run({ actor, verb: 'exchange.ask-onward', subject: id }, async ({ unit, permit, note }) => {
        const item = await load(unit, id);
        permit(mayAskOnward(actor, self, viewOf(item)));
        requireState(item, 'share-onward');
        if (item.version !== draft.version) throw new Fault('state/changed');
        const odd = draft.recipients.filter(
          (party) => party === self || party === item.originator || party === item.via,
        );
        if (odd.length > 0) throw new Fault('control/recipients-unsound', { parties: odd });
        if ((await store.countOpen(unit, id, self)) >= controlLimits.openRequests)
          throw new Fault('control/too-many-questions', { limit: controlLimits.openRequests });
        const request = requestToWire({ ...draft, item: id }, await speakerOf(needs, unit));
        await unit.asHouse('exchange', async (house) => {
          await store.insertRequest(house, {
            id: request.id,
            item: id,
            version: draft.version,
            party: self,
            via: null,
            recipients: draft.recipients,
            reason: draft.reason,
            askedAt: request.created,
            askedBy: personOf(actor),
          });
          const message = { kind: controlKinds.request, objects: [request] };
          const asked =
            (await tell(needs, house, item.originator, message)) ??
            (item.via === null ? null : await tell(needs, house, item.via, message));
          if (asked === null) throw new Fault('control/unreachable');
          await announceItem(needs, house, id);
        });
        note({ request: request.id, recipients: draft.recipients });
      }),

    /** The originator answers: for whom, until when; or not. */
    decideOnward: (actor: Actor, requestId: string, draft: OnwardDecision): Promise<void> =>
      verbs.run({ actor, verb: 'exchange.decide-onward', subject: requestId }, async (work) => {
        const { unit, permit, note, subject } = work;
        const request = await store.lockRequest(unit, requestId);
        if (request === null) throw new Fault('access/absent');
        const item = await load(unit, request.item);
        permit(mayDecideOnward(actor, self, viewOf(item)));
        await permitConsultation(needs, work, { actor, act: 'read', item });
        subject(item.id);
        requireState(item, 'recall');
        if (request.state !== 'asked') throw new Fault('state/changed');
        judge(item, request, draft);
        const consent = await decisionOf(unit, item, request, draft);
        await unit.asHouse('exchange', async (house) => {
          const decided = { id: request.id, state: draft.decision, at: consent.created };
          await store.decideRequest(house, { ...decided, by: personOf(actor), reason: draft.reason });
          if (draft.decision === 'granted') await insertConsent(house, storedConsent(consent, true));
          const message = { kind: controlKinds.consent, objects: [consent] };
          const told = await tell(needs, house, request.via ?? request.party, message);
          if (told === null) throw new Fault('control/unreachable');
          await announceItem(needs, house, item.id);
        });
        note({
          request: request.id,
          decision: draft.decision,
          to: request.party,
          recipients: draft.recipients,
          until: draft.until,
        });
      }),

    /** Passes the copy that is held here on, untouched, to parties that the consent names. */
    shareOnward: (actor: Actor, consentId: string, draft: OnwardShareDraft): Promise<void> =>
      verbs.run({ actor, verb: 'exchange.share-onward', subject: consentId }, async (work) => {
        const { unit, permit, note, subject } = work;
        const consent = await findConsent(unit, consentId);
        if (consent === null) throw new Fault('access/absent');
        const item = await load(unit, consent.item);
        const request = await store.lockRequest(unit, consent.request);
        permit(mayShareOnward(actor, self, viewOf(item), request?.askedBy ?? null));
        await permitConsultation(needs, work, { actor, act: 'release', item });
        subject(item.id);
        requireState(item, 'share-onward');
        await unit.asHouse('exchange', async (house) => {
          const about = { item, consent, agreement: draft.agreement, actor };
          for (const recipient of draft.recipients) await passOn(house, about, recipient);
          await announceItem(needs, house, item.id);
        });
        note({ consent: consent.id, agreement: draft.agreement, disclosedTo: draft.recipients });
      }),

    /** Questions that wait for this service's contact point, oldest first. */
    listToDecide: (actor: Actor) =>
      verbs.read({ actor, verb: 'exchange.list-to-decide', subject: null }, async (work) => {
        work.permit(mayListQuestions(actor, self));
        const waiting = await store.listWaiting(work.unit, self, controlLimits.listed);
        await noteShown(
          work,
          actor,
          waiting.map(({ item }) => item),
        );
        const names = new Map<ItemId, readonly ToldName[]>();
        for (const { item } of waiting) if (!names.has(item)) names.set(item, await namesOf(work.unit, item));
        return waiting.map(({ title, tlp, ...one }) => ({
          ...presentRequest(one),
          title: title ?? '',
          needsReason: title === null,
          tlp,
          named: [...(names.get(one.item) ?? [])],
        }));
      }),
  };
};

/** A consent as a node keeps it. */
export const storedConsent = (consent: OnwardConsentMessage, verified: boolean): StoredConsent => ({
  id: consent.id,
  request: consent.request_ref,
  item: asId('item', consent.item_ref),
  version: consent.item_version,
  originator: asId('party', consent.created_by_ref),
  party: asId('party', consent.party_ref),
  recipients: consent.recipient_refs.map((party) => asId('party', party)),
  withdrawn: [],
  tlp: consent.tlp,
  validUntil: consent.valid_until,
  itemHash: consent.item_hash ?? '',
  givenAt: consent.created,
  verified,
  message: canonical(consent),
});
