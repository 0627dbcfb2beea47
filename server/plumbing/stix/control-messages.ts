/**
 * What travels when an originator keeps control of what he gave: recalls, proofs of compliance, and onward
 * sharing. Each is signed by the party that speaks in it, so that it can be relayed and still be checked:
 * Ed25519 over the canonical text (RFC 8785) of all members but `signature`.
 */
import Type, { type Static } from 'typebox';
import { extensionIds } from './extensions.ts';
import * as part from './message-parts.ts';

const signed = {
  party_names: Type.Optional(
    Type.Array(Type.Object({ party_ref: part.party, name: part.words(), country: part.country }), {
      minItems: 1,
      maxItems: part.messageLimits.parties,
      description: 'How the speaker calls the parties that he names, for whoever has no link with them.',
    }),
  ),
  public_key: part.publicKey,
  signature: part.signature,
} as const;

const count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

const own = <const Name extends keyof typeof extensionIds & `x-tansiq-${string}`>(name: Name) =>
  part.domainObject(name, extensionIds[name]);

const recallId = Type.String({ pattern: '^x-tansiq-recall--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
const requestId = Type.String({
  pattern: '^x-tansiq-onward-request--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
});
const consentId = Type.String({
  pattern: '^x-tansiq-onward-consent--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
});

/** What a recall changes of a marking; the rest stays as it was released. */
const newMarking = Type.Object({
  tlp: part.tlp,
  pap: part.pap,
  handling: part.handling,
  handling_text: Type.Optional(part.sentence()),
  releasable_to_refs: part.parties,
  review_on: part.day,
  erase_on: part.day,
});

/** The originator takes back what he gave, or puts it under another marking. */
export const recall = Type.Object({
  ...own('x-tansiq-recall'),
  item_ref: part.itemId,
  item_version: Type.Integer({
    ...part.counter,
    description: 'The last version that it covers: all up to this one are recalled.',
  }),
  recall_kind: Type.Enum(['withdraw', 're-mark']),
  new_marking: Type.Optional(newMarking),
  reason: part.sentence(),
  comply_by: part.instant,
  party_refs: Type.Optional(
    Type.Array(part.party, {
      minItems: 1,
      maxItems: part.messageLimits.parties,
      uniqueItems: true,
      description: 'Only these give it up: consent to share it onward was withdrawn. Absent: every holder.',
    }),
  ),
  ...signed,
});

/** A holder has obeyed a recall. */
export const compliance = Type.Object({
  ...own('x-tansiq-compliance'),
  recall_ref: recallId,
  item_ref: part.itemId,
  party_ref: part.party,
  outcome: Type.Enum(['removed', 're-marked', 'not-held', 'relayed']),
  removed: Type.Object(
    { objects: count, attachments: count, onward_copies: count },
    { description: 'What went; onward copies are those that this party passed on, told of the recall.' },
  ),
  complied_at: part.instant,
  journal_seq: count,
  journal_leaf: Type.String({
    ...part.hash,
    description: 'Leaf hash (RFC 9162 §2.1.1) of the entry of this act in the party’s own journal.',
  }),
  ...signed,
});

/** A holder asks to share an item onward. */
export const onwardRequest = Type.Object({
  ...own('x-tansiq-onward-request'),
  item_ref: part.itemId,
  item_version: part.counter,
  party_ref: part.party,
  recipient_refs: part.parties,
  reason: part.sentence(),
  ...signed,
});

/** The originator’s answer. */
export const onwardConsent = Type.Object({
  ...own('x-tansiq-onward-consent'),
  request_ref: requestId,
  item_ref: part.itemId,
  item_version: part.counter,
  party_ref: part.party,
  decision: Type.Enum(['granted', 'refused']),
  recipient_refs: part.parties,
  reason: Type.Optional(part.sentence()),
  tlp: Type.Enum(['clear', 'green', 'amber', 'amber+strict', 'red'], {
    description: 'The highest label that this consent lets pass: TLP:RED only where it is named here.',
  }),
  valid_until: part.day,
  item_hash: Type.Optional(
    Type.String({ ...part.hash, description: 'SHA-256 of the canonical list of the objects of the copy.' }),
  ),
  ...signed,
});

/** Who passed what on to whom. */
export const onwardShare = Type.Object({
  ...own('x-tansiq-onward-share'),
  item_ref: part.itemId,
  item_version: part.counter,
  consent_ref: consentId,
  agreement_ref: part.agreementId,
  party_ref: part.party,
  recipient_ref: part.party,
  shared_at: part.instant,
  ...signed,
});

/** A recall as it travels: a tombstone that anyone who knows the originator’s key can check. */
export type RecallMessage = Static<typeof recall>;
/** A holder’s word that he has obeyed a recall. */
export type ComplianceMessage = Static<typeof compliance>;
/** A holder asks the originator to let him share an item onward. */
export type OnwardRequestMessage = Static<typeof onwardRequest>;
/** The originator’s answer: for whom, until when. */
export type OnwardConsentMessage = Static<typeof onwardConsent>;
/** Who passed an item on to whom, under which consent. */
export type OnwardShareMessage = Static<typeof onwardShare>;
