/** Sets, questions and answers as the STIX objects that travel, and back. Pure. */
import { randomUUID } from 'node:crypto';
import { isObject, type JsonObject, nameBasedUuid } from '../../kernel/canonical.ts';
import type { AgreementId, PartyId } from '../../kernel/ids.ts';
import type { Field, Purpose } from '../../kernel/marking.ts';
import type { Instant } from '../../kernel/time.ts';
import {
  extensionIds,
  type MatchAnswerMessage,
  type MatchHitMessage,
  type MatchQuestionMessage,
  type MatchSetMessage,
  messages,
} from '../../plumbing/stix/index.ts';
import type { Observed } from './observed.ts';

/** The kinds of envelopes that carry them. */
export const matchingKinds = {
  set: 'matching.set',
  question: 'matching.question',
  answer: 'matching.answer',
  hit: 'matching.hit',
} as const;

const newSdo = { extension_type: 'new-sdo' } as const;
/** Our namespace for sets: that of one epoch for one partner always has the same id. */
const namespace = '0b0f7c52-1d6e-4d3c-9a3b-5f0a6c7d8e91';

/** Bytes as the protocol writes them, and back. */
export const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
export const toBytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64url'));

/** What was announced of a set. */
export interface Announced {
  readonly agreement: AgreementId;
  readonly epoch: number;
  readonly publicKey: Uint8Array;
  readonly version: number;
  readonly filter: { readonly hash: string; readonly bytes: number };
  readonly delta: { readonly hash: string; readonly bytes: number } | null;
}

interface By {
  readonly by: PartyId;
  readonly at: Instant;
}

export const setToWire = (
  set: Announced & { readonly partner: PartyId },
  { by, at }: By,
): MatchSetMessage => ({
  type: 'x-tansiq-match-set',
  spec_version: '2.1',
  id: `x-tansiq-match-set--${nameBasedUuid(namespace, `${by} ${set.partner} ${set.agreement} ${set.epoch}`)}`,
  created_by_ref: by,
  created: at,
  modified: at,
  extensions: { [extensionIds['x-tansiq-match-set']]: newSdo },
  agreement_ref: set.agreement,
  epoch: set.epoch,
  public_key: toText(set.publicKey),
  version: set.version,
  filter: { ...set.filter },
  ...(set.delta === null ? {} : { delta: { ...set.delta, from_version: set.version - 1 } }),
});

export const questionToWire = (
  question: {
    readonly id: string;
    readonly agreement: AgreementId;
    readonly epoch: number;
    readonly field: Field;
    readonly purpose: Purpose;
    readonly elements: Uint8Array;
  },
  { by, at }: By,
): MatchQuestionMessage => ({
  type: 'x-tansiq-match-question',
  spec_version: '2.1',
  id: question.id,
  created_by_ref: by,
  created: at,
  modified: at,
  extensions: { [extensionIds['x-tansiq-match-question']]: newSdo },
  agreement_ref: question.agreement,
  epoch: question.epoch,
  field: question.field,
  purpose: question.purpose,
  elements: toText(question.elements),
});

export const answerToWire = (
  answer: { readonly question: string; readonly evaluated: Uint8Array; readonly proofs: Uint8Array },
  { by, at }: By,
): MatchAnswerMessage => ({
  type: 'x-tansiq-match-answer',
  spec_version: '2.1',
  id: `x-tansiq-match-answer--${nameBasedUuid(namespace, answer.question)}`,
  created_by_ref: by,
  created: at,
  modified: at,
  extensions: { [extensionIds['x-tansiq-match-answer']]: newSdo },
  question_ref: answer.question,
  elements: toText(answer.evaluated),
  proofs: toText(answer.proofs),
});

export const hitToWire = (
  hit: { readonly question: string; readonly hits: number; readonly identifiers: readonly Observed[] | null },
  { by, at }: By,
): MatchHitMessage => ({
  type: 'x-tansiq-match-hit',
  spec_version: '2.1',
  id: `x-tansiq-match-hit--${randomUUID()}`,
  created_by_ref: by,
  created: at,
  modified: at,
  extensions: { [extensionIds['x-tansiq-match-hit']]: newSdo },
  question_ref: hit.question,
  hits: hit.hits,
  ...(hit.identifiers === null
    ? {}
    : { identifiers: hit.identifiers.map(({ kind, form }) => ({ kind, form })) }),
});

const firstOf = (body: JsonObject): unknown =>
  Array.isArray(body.objects) ? body.objects.find((one) => isObject(one)) : undefined;

const readFirst = <Content>(
  body: JsonObject,
  message: {
    read(value: unknown): { readonly kind: 'read'; readonly message: Content } | { readonly kind: 'refused' };
  },
): Content | null => {
  const reading = message.read(firstOf(body));
  return reading.kind === 'read' ? reading.message : null;
};

/** Each null where the body is no such message. */
export const readSet = (body: JsonObject): MatchSetMessage | null =>
  readFirst(body, messages['x-tansiq-match-set']);
export const readQuestion = (body: JsonObject): MatchQuestionMessage | null =>
  readFirst(body, messages['x-tansiq-match-question']);
export const readAnswer = (body: JsonObject): MatchAnswerMessage | null =>
  readFirst(body, messages['x-tansiq-match-answer']);
export const readHit = (body: JsonObject): MatchHitMessage | null =>
  readFirst(body, messages['x-tansiq-match-hit']);
