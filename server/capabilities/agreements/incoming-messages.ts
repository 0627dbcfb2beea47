/**
 * Federation adapter, inward: agreements, signatures and circles that other nodes send. No logic of its
 * own.
 */
import type { Federation, Message } from '../../federation/index.ts';
import type { JsonObject } from '../../kernel/canonical.ts';
import { Fault } from '../../kernel/faults.ts';
import { type AgreementId, type PartyId, readId } from '../../kernel/ids.ts';
import { type Clock, dayOf } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Live } from '../../plumbing/live/index.ts';
import { type AgreementMessage, messages, type SignatureMessage } from '../../plumbing/stix/index.ts';
import { agreementHash, circleErrors, draftErrors, signatureText } from './agreement.ts';
import * as circles from './circle-store.ts';
import { decide } from './policy.ts';
import * as store from './store.ts';
import { circleFromWire, draftFromWire, kinds, withdrawalText } from './wire.ts';

/** Signatures of one party that may wait for the texts that they sign. */
const earlySignaturesAtMost = 200;

export interface AgreementMessageNeeds {
  readonly self: PartyId;
  readonly live: Live;
  readonly clock: Clock;
  /** True when the text is signed by a key that this party has, or had. */
  isSignedBy(unit: Unit, party: PartyId, text: string, signature: string): Promise<boolean>;
}

const objectsOf = (body: JsonObject): readonly unknown[] => (Array.isArray(body.objects) ? body.objects : []);

const unsound = (...fields: string[]): Fault => new Fault('agreements/message-unsound', { fields });

const takeAgreement = async (
  needs: AgreementMessageNeeds,
  unit: Unit,
  from: PartyId,
  message: AgreementMessage,
): Promise<void> => {
  const { self, clock } = needs;
  const id = readId('agreement', message.id);
  const draft = draftFromWire(message);
  if (id === null || draft === null) throw unsound('x-tansiq-agreement');
  const errors = draftErrors(draft, self, dayOf(clock.now()));
  if (errors.length > 0) throw unsound(...errors);
  const known = await store.findAgreement(unit, id);
  const contentHash = agreementHash(id, draft);
  if (known !== null && known.contentHash !== contentHash) throw unsound('agreement');
  const subject = { self, parties: draft.parties, owner: known?.agreement.proposer ?? from };
  const decision = decide({ kind: 'peer', party: from }, 'propose', subject);
  if (decision.kind === 'refused') throw new Fault(decision.fault);
  await store.insertAgreement(unit, {
    id,
    proposer: from,
    draft,
    contentHash,
    proposed: true,
    createdAt: message.created,
  });
};

const isGenuine = (
  needs: AgreementMessageNeeds,
  unit: Unit,
  from: PartyId,
  id: AgreementId,
  message: SignatureMessage,
) => {
  const text = message.withdrawn_at === undefined ? signatureText : withdrawalText;
  return needs.isSignedBy(unit, from, text(id, from, message.agreement_hash), message.signature);
};

/** Among three, a signature may overtake the text; it counts once the text with this very hash is here. */
const keepEarly = async (
  needs: AgreementMessageNeeds,
  unit: Unit,
  from: PartyId,
  id: AgreementId,
  message: SignatureMessage,
) => {
  if (!(await isGenuine(needs, unit, from, id, message))) throw unsound('signature');
  if (message.withdrawn_at !== undefined) {
    await store.deleteSignature(unit, id, from);
    return id;
  }
  if ((await store.countEarlySignatures(unit, from)) >= earlySignaturesAtMost) throw unsound('agreement');
  await store.insertSignature(unit, {
    agreement: id,
    party: from,
    contentHash: message.agreement_hash,
    signature: message.signature,
    at: message.signed_at,
  });
  return id;
};

const takeSignature = async (
  needs: AgreementMessageNeeds,
  unit: Unit,
  from: PartyId,
  object: unknown,
): Promise<AgreementId> => {
  const reading = messages['x-tansiq-signature'].read(object);
  if (reading.kind === 'refused') throw unsound('x-tansiq-signature');
  const { message } = reading;
  const id = readId('agreement', message.agreement_ref);
  if (id === null || message.party_ref !== from) throw unsound('agreement');
  const stored = await store.lockAgreement(unit, id);
  if (stored === null) return keepEarly(needs, unit, from, id, message);
  const subject = { self: needs.self, parties: stored.agreement.parties, owner: stored.agreement.proposer };
  const decision = decide({ kind: 'peer', party: from }, 'sign', subject);
  if (decision.kind === 'refused') throw new Fault(decision.fault);
  if (message.agreement_hash !== stored.contentHash) throw unsound('agreement_hash');
  if (!(await isGenuine(needs, unit, from, id, message))) throw unsound('signature');
  const withdrawn = message.withdrawn_at;
  if (withdrawn === undefined)
    await store.insertSignature(unit, {
      agreement: id,
      party: from,
      contentHash: stored.contentHash,
      signature: message.signature,
      at: message.signed_at,
    });
  else await store.markEnded(unit, id, from, withdrawn);
  return id;
};

const takeCircle = async (needs: AgreementMessageNeeds, unit: Unit, message: Message): Promise<void> => {
  const { self } = needs;
  const { from, body, note } = message;
  const reading = messages['x-tansiq-circle'].read(objectsOf(body)[0]);
  const circle = reading.kind === 'read' ? circleFromWire(reading.message) : null;
  if (circle === null || circleErrors(circle, self).length > 0) throw unsound('x-tansiq-circle');
  const subject = { self, parties: circle.members, owner: circle.owner };
  const decision = decide({ kind: 'peer', party: from }, 'compose-circle', subject);
  if (decision.kind === 'refused') throw new Fault(decision.fault);
  const known = await circles.lockCircle(unit, circle.id);
  if (known !== null && (known.owner !== from || known.kind !== circle.kind))
    throw unsound('x-tansiq-circle');
  const isNewer = await circles.putCircle(unit, circle);
  const rule = isNewer ? 'agreements/owner-versions' : 'agreements/already-here';
  note({ verb: 'agreements.hear-circle', subject: circle.id, rule, details: { version: circle.version } });
  await needs.live.announce(unit, { topic: 'agreements.circle', id: circle.id });
};

/** Names who takes agreements, signatures and circles. */
export const registerAgreementMessages = (
  source: Pick<Federation, 'onMessage'>,
  needs: AgreementMessageNeeds,
): void => {
  const { live } = needs;
  source.onMessage(kinds.agreement, async (unit, { from, body, note }) => {
    const [first, second] = objectsOf(body);
    const reading = messages['x-tansiq-agreement'].read(first);
    if (reading.kind === 'refused') throw unsound('x-tansiq-agreement');
    await takeAgreement(needs, unit, from, reading.message);
    const id = await takeSignature(needs, unit, from, second);
    note({ verb: 'agreements.hear-proposed', subject: id, rule: 'agreements/owner-versions' });
    await live.announce(unit, { topic: 'agreements.agreement', id });
  });

  source.onMessage(kinds.signature, async (unit, { from, body, note }) => {
    const id = await takeSignature(needs, unit, from, objectsOf(body)[0]);
    note({ verb: 'agreements.hear-answer', subject: id, rule: 'agreements/party-answers' });
    await live.announce(unit, { topic: 'agreements.agreement', id });
  });

  source.onMessage(kinds.circle, (unit, message) => takeCircle(needs, unit, message));
};
