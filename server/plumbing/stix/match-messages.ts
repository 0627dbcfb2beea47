/**
 * Private matching as it travels (RFC 9497, ristretto255-SHA512, verifiable mode): what may be asked, what is
 * asked, and what is answered. Elements and proofs stand one after the other, base64url without padding.
 */
import Type, { type Static } from 'typebox';
import { extensionIds } from './extensions.ts';
import * as part from './message-parts.ts';

/** Ten thousand elements of 32 bytes, in base64url. */
const longest = 426_667;
const base64url = (maxLength: number) =>
  Type.String({ pattern: '^[A-Za-z0-9_-]+$', minLength: 43, maxLength });
/** A compressed element of ristretto255 (RFC 9496 §4.3.2). */
const publicKey = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });
const questionId = Type.String({
  pattern: '^x-tansiq-match-question--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
});
const bytesOf = { hash: part.hash, bytes: part.counter };

/** A set that a party may ask about, in this epoch: its filter is fetched as an attachment is. */
export const matchSet = Type.Object({
  ...part.domainObject('x-tansiq-match-set', extensionIds['x-tansiq-match-set']),
  agreement_ref: part.agreementId,
  epoch: part.counter,
  public_key: publicKey,
  version: part.counter,
  filter: Type.Object(bytesOf),
  /** What makes the filter of the version before into this one. */
  delta: Type.Optional(Type.Object({ ...bytesOf, from_version: part.counter })),
});

/** Blinded identifiers: how many there are is all that they tell. */
export const matchQuestion = Type.Object({
  ...part.domainObject('x-tansiq-match-question', extensionIds['x-tansiq-match-question']),
  agreement_ref: part.agreementId,
  epoch: part.counter,
  field: part.field,
  purpose: part.purpose,
  elements: base64url(longest),
});

/** The same, evaluated; a proof for each five hundred. */
export const matchAnswer = Type.Object({
  ...part.domainObject('x-tansiq-match-answer', extensionIds['x-tansiq-match-answer']),
  question_ref: questionId,
  elements: base64url(longest),
  proofs: base64url(longest),
});

/** How many hits a question had, and which, as far as the agreement says that the holder is told. */
export const matchHit = Type.Object({
  ...part.domainObject('x-tansiq-match-hit', extensionIds['x-tansiq-match-hit']),
  question_ref: questionId,
  hits: part.counter,
  identifiers: Type.Optional(
    Type.Array(
      Type.Object({
        kind: Type.String({ minLength: 1, maxLength: 20 }),
        form: Type.String({ minLength: 1, maxLength: 400 }),
      }),
      { minItems: 1, maxItems: 10_000 },
    ),
  ),
});

/** A set that may be asked about, as it is announced. */
export type MatchSetMessage = Static<typeof matchSet>;
/** A question as it travels. */
export type MatchQuestionMessage = Static<typeof matchQuestion>;
/** Its answer as it travels. */
export type MatchAnswerMessage = Static<typeof matchAnswer>;
/** What the holder is told of hits. */
export type MatchHitMessage = Static<typeof matchHit>;
