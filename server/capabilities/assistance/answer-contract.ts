/** What the two sides of an ask tell each other, step by step. Browsers import it. */
import Type, { type Static } from 'typebox';
import {
  instantSchema,
  languageSchema,
  nullable,
  oneOf,
  partyIdSchema,
  personIdSchema,
  textLimits,
} from '../../kernel/schemas.ts';
import { languageCodeSchema, requirementLimits } from '../../plumbing/specialties/index.ts';
import { arms, assistanceLimits, bearers, costKinds, quantitySchema, uuidSchema } from './ask-contract.ts';

/** What is told. The first five are the asked party's, the last three the host's; `withdraw` is either's. */
export const stepKinds = [
  'read',
  'offer',
  'counter',
  'decline',
  'withdraw',
  'accept',
  'reject',
  'more',
] as const;
/** One of `stepKinds`. */
export type StepKind = (typeof stepKinds)[number];

/** Why a service declines. */
export const declineGrounds = [
  'none-available',
  'own-event',
  'period',
  'conditions',
  'costs',
  'legal-basis',
  'not-held',
] as const;
/** One of `declineGrounds`. */
export type DeclineGround = (typeof declineGrounds)[number];

const closed = { additionalProperties: false } as const;
const freeText = (maxLength: number) => Type.String({ maxLength });

/** An amount as people write it, without separators: «1250.50». */
/** Below a thousand million of any currency: more is a slip of the hand. */
export const amountPattern = '^\\d{1,9}(\\.\\d{1,3})?$';
/** What was paid: as an amount, and not nothing. */
export const chargePattern = '^(?!0+(\\.0+)?$)\\d{1,9}(\\.\\d{1,3})?$';

export const offeredLineSchema = Type.Object(
  {
    /** The line of the ask that it answers. */
    line: uuidSchema,
    quantity: quantitySchema,
    /** Where it differs from what is asked. */
    from: nullable(instantSchema),
    to: nullable(instantSchema),
    languages: Type.Array(languageCodeSchema, { maxItems: requirementLimits.languages, uniqueItems: true }),
    arms: nullable(oneOf(arms)),
    conditions: freeText(assistanceLimits.shortText),
  },
  closed,
);
/** How many of one line are offered, accepted, or asked for in addition. */
export type OfferedLine = Static<typeof offeredLineSchema>;

export const costSchema = Type.Object(
  {
    kind: oneOf(costKinds),
    bearer: oneOf(bearers),
    amount: Type.String({ pattern: amountPattern }),
    /** ISO 4217. */
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
    text: freeText(textLimits.title),
  },
  closed,
);
/** What an offer costs, and who bears it. */
export type Cost = Static<typeof costSchema>;

export const stepContentSchema = Type.Object(
  {
    kind: oneOf(stepKinds),
    /** Of accept and reject: the number of the offer that is meant. */
    answers: nullable(Type.Integer({ minimum: 1 })),
    lines: Type.Array(offeredLineSchema, { maxItems: assistanceLimits.lines }),
    costs: Type.Array(costSchema, { maxItems: assistanceLimits.costs }),
    conditions: freeText(assistanceLimits.text),
    text: freeText(assistanceLimits.text),
    ground: nullable(oneOf(declineGrounds)),
    validUntil: nullable(instantSchema),
    language: languageSchema,
  },
  closed,
);
/** What a step says. */
export type StepContent = Static<typeof stepContentSchema>;

/** What is written for a step; the party is the partner whom the host answers, itself on its own node. */
export const stepDraftSchema = Type.Object({ party: partyIdSchema, content: stepContentSchema }, closed);
export type StepDraft = Static<typeof stepDraftSchema>;

/** Of a step: being written, before the contact point, gone out, come in, or turned away over there. */
export const stepStates = ['draft', 'proposed', 'released', 'heard', 'turned-away'] as const;

/** How far a message came. */
export const deliverySchema = Type.Object({
  state: oneOf(['waiting', 'delivered', 'refused']),
  at: nullable(instantSchema),
});
/** How far a message came. */
export type DeliveryState = Static<typeof deliverySchema>;

export const sides = ['host', 'partner'] as const;
/** The service that asks, or the one that is asked. */
export type Side = (typeof sides)[number];

export const stepSchema = Type.Object({
  id: uuidSchema,
  party: partyIdSchema,
  side: oneOf(sides),
  state: oneOf(stepStates),
  number: nullable(Type.Integer()),
  askVersion: Type.Integer(),
  content: stepContentSchema,
  author: nullable(personIdSchema),
  createdAt: instantSchema,
  releasedAt: nullable(instantSchema),
  /** Why the contact point gave it back. */
  returned: nullable(Type.String()),
  /** It crossed with a step of the other side and has no effect. */
  crossed: Type.Boolean(),
  delivery: nullable(deliverySchema),
});
/** A step as a reader sees it. */
export type Step = Static<typeof stepSchema>;

/** How an ask stands with one partner. */
export const threadStates = [
  'asked',
  'offered',
  'countered',
  'declined',
  'accepted',
  'rejected',
  'more-asked',
  'withdrawn',
  'cancelled',
] as const;
/** How an ask stands with one partner. */
export type ThreadState = (typeof threadStates)[number];
