/**
 * What crosses between nodes, declared once: types derive from these schemas, and scripts/protocol.ts writes
 * them to protocol/messages as JSON Schema 2020-12 for those who implement the protocol elsewhere.
 * STIX parts name their properties as STIX does (§3.1); messages around STIX are in our own spelling.
 */
import Type, { type Static } from 'typebox';
import { type ExtensionName, extensionIds } from './extensions.ts';
import { defineMessage } from './message.ts';
import * as part from './message-parts.ts';

/** The item extension on a grouping. */
const item = Type.Object({
  extension_type: Type.Literal('property-extension'),
  version: part.counter,
  language: part.languageTag,
  tlp: part.tlp,
  pap: part.pap,
  handling: part.handling,
  handling_text: Type.Optional(part.sentence()),
  grading: Type.Optional(part.grading),
  field: part.field,
  purpose: part.purpose,
  legal_basis: part.sentence(),
  person_categories: Type.Optional(Type.Array(part.personCategory, { minItems: 1, uniqueItems: true })),
  releasable_to_refs: part.parties,
  review_on: part.day,
  erase_on: part.day,
  agreement_ref: Type.Optional(part.agreementId),
  circle_ref: Type.Optional(part.circleId),
});

/** On content that was written here: what STIX has no word for of whom or what an item is about. */
const subject = Type.Object({
  extension_type: Type.Literal('property-extension'),
  birth_date: Type.Optional(part.day),
  nationality: Type.Optional(part.country),
  country: Type.Optional(part.country),
  vehicle: Type.Optional(
    Type.Object({
      plate: Type.Optional(part.line),
      country: Type.Optional(part.country),
      model: Type.Optional(part.line),
      colour: Type.Optional(part.line),
    }),
  ),
  document: Type.Optional(
    Type.Object({
      kind: Type.Enum(['passport', 'identity-card', 'residence-permit', 'driving-licence', 'other']),
      number: Type.Optional(part.line),
      country: Type.Optional(part.country),
    }),
  ),
});

const releasableTo = Type.Object({
  extension_type: Type.Literal('property-extension'),
  releasable_to_refs: part.parties,
});

const agreement = Type.Object({
  ...part.domainObject('x-tansiq-agreement', extensionIds['x-tansiq-agreement']),
  title: part.words(),
  legal_basis: part.sentence(),
  party_refs: Type.Array(part.party, {
    minItems: 2,
    maxItems: part.messageLimits.parties,
    uniqueItems: true,
  }),
  fields: Type.Array(part.field, { minItems: 1, uniqueItems: true }),
  purposes: Type.Array(part.purpose, { minItems: 1, uniqueItems: true }),
  valid_from: part.day,
  valid_until: part.day,
  defaults: Type.Object({
    tlp: part.tlp,
    pap: part.pap,
    handling: part.handling,
    review_after_days: part.counter,
    erase_after_days: part.counter,
  }),
});

const circle = Type.Object({
  ...part.domainObject('x-tansiq-circle', extensionIds['x-tansiq-circle']),
  name: part.words(),
  kind: Type.Enum(['bilateral', 'event', 'region']),
  owner_ref: part.party,
  member_refs: part.parties,
  version: part.counter,
});

const agreementSignature = Type.Object({
  ...part.domainObject('x-tansiq-signature', extensionIds['x-tansiq-signature']),
  agreement_ref: part.agreementId,
  agreement_hash: part.hash,
  party_ref: part.party,
  signed_at: part.instant,
  public_key: part.publicKey,
  signature: part.signature,
  withdrawn_at: Type.Optional(part.instant),
});

const readReceipt = Type.Object({
  ...part.domainObject('x-tansiq-receipt', extensionIds['x-tansiq-receipt']),
  item_ref: part.itemId,
  item_version: part.counter,
  party_ref: part.party,
  read_at: part.instant,
});

const bundle = Type.Object({
  type: Type.Literal('bundle'),
  id: Type.String({ pattern: '^bundle--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
  objects: Type.Array(Type.Object({ type: Type.String(), id: Type.String() }), { minItems: 1 }),
});

const protocol = Type.Literal('tansiq/1');

/** What a link carries. `signature` is over the canonical text of the envelope without it. */
const envelope = Type.Object({
  protocol,
  id: part.envelopeId,
  from: part.party,
  to: part.party,
  sequence: part.counter,
  sentAt: part.instant,
  kind: Type.String({
    pattern: part.kindPattern,
    description:
      'What the body is for, capability.thing: exchange.item, exchange.read, agreements.agreement… ' +
      'An unknown kind is kept and refused in the receipt.',
  }),
  body: bundle,
  bodyHash: part.hash,
  treeHead: part.treeHead,
  signature: part.signature,
});

/** The signed answer to an envelope: it is kept here, or refused and why. */
const receipt = Type.Object({
  protocol,
  envelope: part.envelopeId,
  from: part.party,
  to: part.party,
  sequence: part.counter,
  receivedAt: part.instant,
  outcome: Type.Enum(['kept', 'refused']),
  fault: Type.Optional(
    Type.String({
      pattern: '^[a-z-]+/[a-z-]+$',
      description: 'A code of the fault catalogue, where refused.',
    }),
  ),
  bodyHash: part.hash,
  treeHead: part.treeHead,
  signature: part.signature,
});

/** A key that this identity key took over from; signed by the former key. */
const handOver = Type.Object({
  publicKey: part.publicKey,
  nextPublicKey: part.publicKey,
  at: part.instant,
  signature: part.signature,
});

/** What a node says of itself, signed by its identity key. */
const descriptor = Type.Object({
  protocol,
  party: part.party,
  name: part.words(200),
  country: part.country,
  languages: Type.Array(part.languageTag, {
    minItems: 1,
    maxItems: part.messageLimits.languages,
    uniqueItems: true,
  }),
  identityKey: part.publicKey,
  previousKeys: Type.Array(handOver, { maxItems: part.messageLimits.formerKeys }),
  tlsCertificate: Type.String({
    pattern: '^-----BEGIN CERTIFICATE-----\\r?\\n[A-Za-z0-9+/=\\r\\n]+-----END CERTIFICATE-----\\s*$',
    maxLength: part.messageLimits.certificateLength,
    description: 'PEM (RFC 7468).',
  }),
  address: Type.String({ pattern: '^https://[^\\s/?#@]+$', maxLength: 300 }),
  version: part.counter,
  issuedAt: part.instant,
  signature: part.signature,
});

/** Every message by the name of its file in protocol/messages; `messages.envelope.read(value)` reads one. */
export const messages = {
  item: defineMessage(item),
  subject: defineMessage(subject),
  'releasable-to': defineMessage(releasableTo),
  'x-tansiq-agreement': defineMessage(agreement),
  'x-tansiq-circle': defineMessage(circle),
  'x-tansiq-signature': defineMessage(agreementSignature),
  'x-tansiq-receipt': defineMessage(readReceipt),
  envelope: defineMessage(envelope),
  receipt: defineMessage(receipt),
  descriptor: defineMessage(descriptor),
} as const satisfies Record<ExtensionName | 'envelope' | 'receipt' | 'descriptor', unknown>;
export type MessageName = keyof typeof messages;

export type ItemExtension = Static<typeof item>;
export type AgreementMessage = Static<typeof agreement>;
export type CircleMessage = Static<typeof circle>;
export type SignatureMessage = Static<typeof agreementSignature>;
export type ReadReceiptMessage = Static<typeof readReceipt>;
export type Envelope = Static<typeof envelope>;
export type Receipt = Static<typeof receipt>;
export type Descriptor = Static<typeof descriptor>;
export type HandOver = Static<typeof handOver>;
