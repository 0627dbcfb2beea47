/**
 * What crosses between two nodes, as schemas; the types derive from them. The protocol is additive: members
 * that a reader does not know are kept under the signature and otherwise ignored.
 */
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { JsonObject } from '../kernel/canonical.ts';
import type { Words } from '../kernel/faults.ts';
import { type EnvelopeId, idPattern, type PartyId } from '../kernel/ids.ts';
import type { SignedTreeHead } from '../plumbing/journal/index.ts';
import { kindPattern } from '../plumbing/stix/index.ts';
import { federationLimits, protocolName } from './limits.ts';
import { type Stance, stances } from './link.ts';

const protocol = Type.Literal(protocolName);
const party = Type.Unsafe<PartyId>({ type: 'string', pattern: idPattern('party') });
const envelopeId = Type.Unsafe<EnvelopeId>({ type: 'string', pattern: idPattern('envelope') });
const instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
const hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
/** Ed25519, base64url without padding. */
const publicKey = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });
const signature = Type.String({ pattern: '^[A-Za-z0-9_-]{86}$' });
const sequence = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const count = Type.Integer({ minimum: 0, maximum: 2_147_483_647 });
const shortText = Type.String({ minLength: 1, maxLength: 200 });
const words = Type.Unsafe<Words>(Type.Object({ ar: shortText, fr: shortText, en: shortText }));
const treeHead = Type.Unsafe<SignedTreeHead>(
  Type.Object({
    party: Type.String({ maxLength: 200 }),
    size: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    rootHash: hash,
    at: instant,
    signature,
  }),
);
const kind = Type.String({
  pattern: kindPattern,
  description:
    'What the body is for, capability.thing: exchange.item, exchange.read, agreements.agreement… ' +
    'An unknown kind is kept and refused in the receipt.',
});
/** A STIX 2.1 bundle (§8); what is in it is for the capability that takes the kind. */
const bundle = Type.Unsafe<JsonObject>(
  Type.Object({
    type: Type.Literal('bundle'),
    id: Type.String({ pattern: '^bundle--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
    objects: Type.Array(Type.Object({ type: Type.String(), id: Type.String() }), { minItems: 1 }),
  }),
);
const faultCode = Type.String({ pattern: '^[a-z0-9-]+/[a-z0-9-]+$', maxLength: 80 });

/** A former key's word that the next one follows it, signed by the former. */
const handoverSchema = Type.Object({
  publicKey,
  nextPublicKey: publicKey,
  at: instant,
  signature,
});

export const descriptorSchema = Type.Object({
  protocol,
  party,
  name: words,
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
  languages: Type.Array(Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]+)*$' }), {
    minItems: 1,
    maxItems: 20,
  }),
  address: Type.String({ pattern: '^https://[^\\s/?#@]+$', maxLength: 300 }),
  version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
  identityKey: publicKey,
  previousKeys: Type.Array(handoverSchema, { maxItems: federationLimits.previousKeys }),
  /** The X.509 certificate of the node's links, PEM (RFC 7468). */
  tlsCertificate: Type.String({ pattern: '^-----BEGIN CERTIFICATE-----', maxLength: 20_000 }),
  issuedAt: instant,
  signature,
});

export const noticeSchema = Type.Object({
  protocol,
  from: party,
  to: party,
  /** The how-many-eth pairing of these two parties. */
  pairing: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
  /** Grows with each change of the sender's stance: an older notice changes nothing. */
  revision: count,
  stance: Type.Unsafe<Stance>({ type: 'string', enum: [...stances] }),
  at: instant,
  descriptor: descriptorSchema,
  signature,
});

export const envelopeSchema = Type.Object({
  protocol,
  id: envelopeId,
  from: party,
  to: party,
  sequence,
  sentAt: instant,
  kind,
  body: bundle,
  bodyHash: hash,
  treeHead,
  signature,
});

export const receiptSchema = Type.Object({
  protocol,
  envelope: envelopeId,
  from: party,
  to: party,
  sequence,
  receivedAt: instant,
  outcome: Type.Union([Type.Literal('accepted'), Type.Literal('refused')]),
  fault: Type.Union([faultCode, Type.Null()]),
  bodyHash: hash,
  treeHead,
  signature,
});

const batchSchema = Type.Object({
  pairing: Type.Integer({ minimum: 1 }),
  envelopes: Type.Array(envelopeSchema, { minItems: 1, maxItems: federationLimits.batchEnvelopes }),
});

const batchAnswerSchema = Type.Object({
  receipts: Type.Array(receiptSchema, { maxItems: federationLimits.batchEnvelopes }),
  /** The sequence that the receiver takes next. */
  expected: sequence,
});

/** What links carry, by the name of its file in protocol/messages. */
export const wireSchemas = {
  descriptor: descriptorSchema,
  notice: noticeSchema,
  envelope: envelopeSchema,
  receipt: receiptSchema,
  batch: batchSchema,
  'batch-answer': batchAnswerSchema,
} as const;

export type Handover = Readonly<Type.Static<typeof handoverSchema>>;
/** What a node says of itself, signed by its identity key. */
export type Descriptor = Readonly<Type.Static<typeof descriptorSchema>>;
export type Notice = Readonly<Type.Static<typeof noticeSchema>>;
/** One message on a link, signed by its sender (Ed25519, RFC 8032, over RFC 8785 canonical JSON). */
export type Envelope = Readonly<Type.Static<typeof envelopeSchema>>;
/** The receiver's signed answer to one envelope. */
export type Receipt = Readonly<Type.Static<typeof receiptSchema>>;
export type Batch = Readonly<Type.Static<typeof batchSchema>>;
export type BatchAnswer = Readonly<Type.Static<typeof batchAnswerSchema>>;

const bundles = Compile(bundle);
const descriptors = Compile(descriptorSchema);
const notices = Compile(noticeSchema);
const envelopes = Compile(envelopeSchema);
const receipts = Compile(receiptSchema);
const batches = Compile(batchSchema);
const batchAnswers = Compile(batchAnswerSchema);

/** True for what an envelope may carry. */
export const isBody = (value: JsonObject): boolean => bundles.Check(value);

/** Each reads a value of its kind; null when the value has not its shape. Nothing is verified yet. */
export const readDescriptor = (value: unknown): Descriptor | null =>
  descriptors.Check(value) ? value : null;
export const readNotice = (value: unknown): Notice | null => (notices.Check(value) ? value : null);
export const readEnvelope = (value: unknown): Envelope | null => (envelopes.Check(value) ? value : null);
export const readReceipt = (value: unknown): Receipt | null => (receipts.Check(value) ? value : null);
export const readBatch = (value: unknown): Batch | null => (batches.Check(value) ? value : null);
export const readBatchAnswer = (value: unknown): BatchAnswer | null =>
  batchAnswers.Check(value) ? value : null;
