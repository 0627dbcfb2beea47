/** Federation adapter of onward sharing: questions, consents, copies passed on, reports of them. */
import type { Message } from '../../../federation/index.ts';
import { contentHash, type JsonObject } from '../../../kernel/canonical.ts';
import { Fault } from '../../../kernel/faults.ts';
import { asId, type ItemId, type PartyId } from '../../../kernel/ids.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import {
  messages,
  type OnwardConsentMessage,
  type OnwardShareMessage,
  type StixObject,
  type WireItem,
} from '../../../plumbing/stix/index.ts';
import { gapOf } from '../../agreements/index.ts';
import type { StoredItem } from '../item.ts';
import { keepItem } from '../keeping-service.ts';
import { type MessageSource, readItem, receivedItem } from '../messages.ts';
import { findItem, lockItem } from '../store.ts';
import { insertHolder } from './compliance-store.ts';
import { findConsent, insertConsent } from './consent-store.ts';
import { controlLimits } from './contract.ts';
import { announceItem, type ControlNeeds, isCovered, isVerified, tell } from './control-service.ts';
import { readMessage } from './messages.ts';
import { hearNames } from './naming-service.ts';
import type { Obeying } from './obeying-service.ts';
import { chainHead, storedConsent } from './onward-service.ts';
import { consentGap } from './policy.ts';
import * as store from './question-store.ts';
import { recallsOf } from './recall-store.ts';
import { insertShare, sharesOf } from './share-store.ts';
import { controlKinds } from './wire.ts';

type Take = (needs: ControlNeeds, unit: Unit, message: Message) => Promise<void>;

const notForUs = () => new Fault('exchange/not-for-us');
const unsound = (name: string) => new Fault('exchange/message-unsound', { problems: [name] });

const partiesOf = (ids: readonly string[]): readonly PartyId[] => ids.map((id) => asId('party', id));

/** True when this service passed the item on to that party: it carries his words and those for him. */
const isPassedBy = async (unit: Unit, self: PartyId, item: ItemId, to: PartyId): Promise<boolean> =>
  (await sharesOf(unit, item)).some(({ party, recipient }) => party === self && recipient === to);

/** Hands a signed word on towards the originator, by the way the item came. */
const forward = async (
  needs: ControlNeeds,
  unit: Unit,
  item: StoredItem,
  message: { readonly kind: string; readonly objects: readonly StixObject[] },
): Promise<void> => {
  const sent =
    (await tell(needs, unit, item.originator, message)) ??
    (item.via === null ? null : await tell(needs, unit, item.via, message));
  if (sent === null) throw new Fault('control/unreachable');
};

const takeRequest: Take = async (needs, unit, message) => {
  const request = readMessage(message.body, 'x-tansiq-onward-request', messages['x-tansiq-onward-request']);
  const item = await lockItem(unit, asId('item', request.item_ref));
  const party = asId('party', request.party_ref);
  if (item === null || party === needs.self || request.created_by_ref !== party) throw notForUs();
  await isVerified(needs, unit, party, request);
  await hearNames(needs, unit, item.id, request);
  const isOwn = item.originator === needs.self;
  const isRelayed = message.from !== party;
  if (!isOwn) {
    if (isRelayed || !(await isPassedBy(unit, needs.self, item.id, party))) throw notForUs();
    await forward(needs, unit, item, { kind: controlKinds.request, objects: [request] });
  } else {
    const isHolder = (await chainHead(unit, item.id, party)) !== null;
    if (!isHolder || item.state !== 'released' || item.version !== request.item_version) throw notForUs();
    if ((await store.countOpen(unit, item.id, party)) >= controlLimits.openRequests)
      throw new Fault('control/too-many-questions', { limit: controlLimits.openRequests });
    await store.insertRequest(unit, {
      id: request.id,
      item: item.id,
      version: request.item_version,
      party,
      via: isRelayed ? message.from : null,
      recipients: partiesOf(request.recipient_refs),
      reason: request.reason,
      askedAt: request.created,
      askedBy: null,
    });
  }
  message.note({
    verb: 'exchange.hear-onward-request',
    subject: item.id,
    rule: isOwn ? 'control/asked' : 'control/passed-to-the-originator',
    details: { request: request.id, party, recipients: request.recipient_refs },
  });
  await announceItem(needs, unit, item.id);
};

/** The answer to our own question. */
const keepDecision = async (unit: Unit, consent: OnwardConsentMessage, verified: boolean): Promise<void> => {
  const request = await store.lockRequest(unit, consent.request_ref);
  const isAnswer =
    request !== null &&
    request.item === consent.item_ref &&
    request.version === consent.item_version &&
    consent.recipient_refs.every((party) => request.recipients.some((asked) => asked === party));
  if (!isAnswer) throw notForUs();
  if (request.state !== 'asked') return;
  const decided = { id: request.id, state: consent.decision, at: consent.created, by: null };
  await store.decideRequest(unit, { ...decided, reason: consent.reason ?? null });
  if (consent.decision === 'granted') await insertConsent(unit, storedConsent(consent, verified));
};

const takeConsent: Take = async (needs, unit, message) => {
  const consent = readMessage(message.body, 'x-tansiq-onward-consent', messages['x-tansiq-onward-consent']);
  const item = await lockItem(unit, asId('item', consent.item_ref));
  if (item === null || item.originator !== consent.created_by_ref) throw notForUs();
  if (message.from !== item.originator && message.from !== item.via) throw notForUs();
  if ((consent.decision === 'granted') !== (consent.item_hash !== undefined)) throw unsound('item_hash');
  const verified = await isVerified(needs, unit, item.originator, consent);
  await hearNames(needs, unit, item.id, consent);
  const party = asId('party', consent.party_ref);
  if (party === needs.self) await keepDecision(unit, consent, verified);
  else {
    if (!(await isPassedBy(unit, needs.self, item.id, party))) throw notForUs();
    const carried = { kind: controlKinds.consent, objects: [consent] };
    if ((await tell(needs, unit, party, carried)) === null) throw new Fault('control/unreachable');
  }
  message.note({
    verb: 'exchange.hear-onward-consent',
    subject: item.id,
    rule: party === needs.self ? `control/${consent.decision}` : 'control/passed-to-who-asked',
    details: { request: consent.request_ref, recipients: consent.recipient_refs, verified },
  });
  await announceItem(needs, unit, item.id);
};

/** The objects of the originator's item, as they were consented to: all but what was added for the way. */
const itemObjects = (body: JsonObject, added: readonly string[]): JsonObject[] =>
  (Array.isArray(body.objects) ? body.objects : []).filter(
    (object) => typeof object?.id === 'string' && !added.includes(object.id),
  );

/** What the passer asserted is asserted again: consent, its signature, the agreement between him and us. */
const requireConsented = async (
  needs: ControlNeeds,
  unit: Unit,
  message: Message,
  given: { consent: OnwardConsentMessage; share: OnwardShareMessage; item: WireItem },
): Promise<boolean> => {
  const { consent, share, item } = given;
  const { from } = message;
  const isOneThing =
    share.consent_ref === consent.id &&
    share.item_ref === item.id &&
    consent.item_ref === item.id &&
    share.item_version === item.version &&
    share.party_ref === from &&
    share.created_by_ref === from &&
    share.recipient_ref === needs.self &&
    consent.created_by_ref === item.originator.id &&
    item.originator.id !== needs.self &&
    consent.decision === 'granted';
  if (!isOneThing) throw notForUs();
  const hash = contentHash(itemObjects(message.body, [consent.id, share.id]));
  const copy = { version: item.version, hash, tlp: item.marking.tlp };
  const way = { party: from, recipient: needs.self, day: dayOf(share.shared_at) };
  const gap = consentGap(storedConsent(consent, true), copy, way);
  if (gap !== null) throw new Fault('control/no-consent', { gap, parties: [needs.self] });
  await isVerified(needs, unit, from, share);
  const agreement = await needs.agreements.find(unit, asId('agreement', share.agreement_ref));
  for (const party of [from, needs.self]) {
    const lack = agreement === null ? 'no-agreement' : gapOf(agreement, item.marking, party);
    if (lack !== null) throw new Fault('exchange/not-covered', { gap: lack, parties: [party] });
  }
  return isVerified(needs, unit, asId('party', consent.created_by_ref), consent);
};

const takeOnward =
  (obeying: Obeying): Take =>
  async (needs, unit, message) => {
    const { body, from } = message;
    const consent = readMessage(body, 'x-tansiq-onward-consent', messages['x-tansiq-onward-consent']);
    const share = readMessage(body, 'x-tansiq-onward-share', messages['x-tansiq-onward-share']);
    const item = readItem({ ...body, objects: itemObjects(body, [consent.id, share.id]) });
    const verified = await requireConsented(needs, unit, message, { consent, share, item });
    const originator = asId('party', consent.created_by_ref);
    await obeying.refuseRecalled(unit, { ...item, originator }, consent.created);
    const before = await lockItem(unit, item.id);
    if (before !== null && before.originator !== originator) throw notForUs();
    const isHeld = before !== null && before.state !== 'recalled';
    const isOld = isHeld && before.version >= item.version;
    message.note({
      verb: 'exchange.receive-onward',
      subject: item.id,
      rule: isOld ? 'exchange/already-here' : 'control/consented-covered-here',
      details: { version: item.version, originator, consent: consent.id, verified },
    });
    await insertConsent(unit, storedConsent(consent, verified));
    if (isOld) return;
    const desk = before?.desk ?? (await needs.intakeDesk(unit, from, item.marking));
    const received = receivedItem(item, { ...message, from: originator }, { holder: needs.self, desk });
    await keepItem(needs, unit, { ...received, via: from }, item.objects);
    await hearNames(needs, unit, item.id, consent, share);
  };

const takeReport: Take = async (needs, unit, message) => {
  const share = readMessage(message.body, 'x-tansiq-onward-share', messages['x-tansiq-onward-share']);
  const item = await findItem(unit, asId('item', share.item_ref));
  const party = asId('party', share.party_ref);
  const recipient = asId('party', share.recipient_ref);
  if (item === null || share.created_by_ref !== party) throw notForUs();
  const verified = await isVerified(needs, unit, party, share);
  await hearNames(needs, unit, item.id, share);
  const isOwn = item.originator === needs.self;
  if (!isOwn) {
    if (message.from !== party || !(await isPassedBy(unit, needs.self, item.id, party))) throw notForUs();
    await forward(needs, unit, item, { kind: controlKinds.report, objects: [share] });
  } else {
    if ((await chainHead(unit, item.id, party)) === null) throw notForUs();
    await insertShare(unit, {
      id: share.id,
      item: item.id,
      version: share.item_version,
      consent: share.consent_ref,
      party,
      recipient,
      sharedAt: share.shared_at,
      sharedBy: null,
      envelope: null,
      message: JSON.stringify(share),
    });
    // Passed on before the recall came to who passed it on: he tells them, and they are to obey as all.
    const consentAt = (await findConsent(unit, share.consent_ref))?.givenAt ?? null;
    for (const recall of await recallsOf(unit, item.id))
      if (isCovered(recall, { version: share.item_version, recipient, consentAt }))
        await insertHolder(unit, { recall: recall.id, party: recipient, via: party });
  }
  message.note({
    verb: 'exchange.hear-onward-share',
    subject: item.id,
    rule: isOwn ? 'control/known-holder' : 'control/passed-to-the-originator',
    details: { consent: share.consent_ref, party, recipient, verified },
  });
  await announceItem(needs, unit, item.id);
};

/** Names who takes questions, consents, copies passed on and reports. */
export const registerOnwardMessages = (
  source: MessageSource,
  needs: ControlNeeds,
  obeying: Obeying,
): void => {
  source.onMessage(controlKinds.request, (unit, message) => takeRequest(needs, unit, message));
  source.onMessage(controlKinds.consent, (unit, message) => takeConsent(needs, unit, message));
  source.onMessage(controlKinds.onward, (unit, message) => takeOnward(obeying)(needs, unit, message));
  source.onMessage(controlKinds.report, (unit, message) => takeReport(needs, unit, message));
};
