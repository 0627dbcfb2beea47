/** What agreements and circles look like to a console, a script and another node. */
import Type, { type Static } from 'typebox';
import { handlingCodes, paps, tlps } from '../../kernel/marking.ts';
import {
  agreementIdSchema,
  circleIdSchema,
  daySchema,
  fieldSchema,
  instantSchema,
  oneOf,
  partyIdSchema,
  purposeSchema,
  textLimits,
  visibleText,
  wordsSchema,
} from '../../kernel/schemas.ts';

export const agreementStates = ['draft', 'proposed', 'in-force', 'ended'] as const;
export type AgreementState = (typeof agreementStates)[number];
export const circleKinds = ['bilateral', 'event', 'region'] as const;
export type CircleKind = (typeof circleKinds)[number];

/** What a party tells the others of its readers of an item: that it was first read, how many, or by role. */
export const readersTerms = ['first-reading', 'count', 'roles'] as const;
/** What an agreement says of readers: `first-reading`, `count` or `roles`. */
export type ReadersTerm = (typeof readersTerms)[number];

/** Members of one circle, parties of one agreement. */
export const partiesAtMost = 100;

/** The handling that an item takes when its author states no other. */
export const defaultsSchema = Type.Object(
  {
    tlp: oneOf(tlps),
    pap: oneOf(paps),
    handling: Type.Array(oneOf(handlingCodes), { minItems: 1, maxItems: 3, uniqueItems: true }),
    reviewAfterDays: Type.Integer({ minimum: 1, maximum: 3650 }),
    eraseAfterDays: Type.Integer({ minimum: 1, maximum: 3650 }),
  },
  { additionalProperties: false },
);

const hours = Type.Integer({ minimum: 1, maximum: 24 * 365 });

/** Hours in which a request under the agreement is answered, by its urgency; the trade's own where unsaid. */
export const deadlinesSchema = Type.Object(
  { urgent: hours, urgentIndirect: hours, ordinary: hours, olderRule: hours },
  { additionalProperties: false },
);
/** Hours to answer a request, by its urgency. */
export type Deadlines = Static<typeof deadlinesSchema>;

/** Asking each other which identifiers both hold: how many a day, by a service and by one officer. */
export const matchingTermsSchema = Type.Object(
  {
    perDay: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    perOfficer: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    /** What the holder is told of hits: how many, or which; nothing where it is left out. */
    hitsTold: Type.Optional(oneOf(['count', 'identifiers'])),
    /** Each question is filled up with decoys to a multiple of this; none where it is left out. */
    decoysTo: Type.Optional(Type.Integer({ minimum: 2, maximum: 1_000 })),
  },
  { additionalProperties: false },
);
/** How many identifiers may be asked about in a day, and what the holder is told. */
export type MatchingTerms = Static<typeof matchingTermsSchema>;

const parties = Type.Array(partyIdSchema, { minItems: 2, maxItems: partiesAtMost, uniqueItems: true });

/** What the proposer writes; parties must be linked services, the proposer among them. */
export const agreementDraftSchema = Type.Object(
  {
    title: wordsSchema,
    legalBasis: visibleText(textLimits.line),
    parties,
    fields: Type.Array(fieldSchema, { minItems: 1, uniqueItems: true }),
    purposes: Type.Array(purposeSchema, { minItems: 1, uniqueItems: true }),
    validFrom: daySchema,
    validUntil: daySchema,
    defaults: defaultsSchema,
    /** `first-reading` where it is left out. */
    readers: Type.Optional(oneOf(readersTerms)),
    deadlines: Type.Optional(deadlinesSchema),
    /** No matching where it is left out. */
    matching: Type.Optional(matchingTermsSchema),
  },
  { additionalProperties: false },
);
/** What the proposer of an agreement writes. */
export type AgreementDraft = Static<typeof agreementDraftSchema>;

export const signatureSchema = Type.Object({ party: partyIdSchema, at: instantSchema });

export const agreementSchema = Type.Object({
  id: agreementIdSchema,
  proposer: partyIdSchema,
  ...agreementDraftSchema.properties,
  state: oneOf(agreementStates),
  /** One for each party that has signed; in force when all have and the dates include today. */
  signatures: Type.Array(signatureSchema),
  createdAt: instantSchema,
  endedAt: Type.Union([instantSchema, Type.Null()]),
});
/** An agreement as a reader sees it today. */
export type Agreement = Static<typeof agreementSchema>;

export const circleDraftSchema = Type.Object(
  { name: wordsSchema, kind: oneOf(circleKinds), members: parties },
  { additionalProperties: false },
);
/** What the owner of a circle writes. */
export type CircleDraft = Static<typeof circleDraftSchema>;

export const circleSchema = Type.Object({
  id: circleIdSchema,
  owner: partyIdSchema,
  ...circleDraftSchema.properties,
  version: Type.Integer({ minimum: 1 }),
  createdAt: instantSchema,
});
/** A circle as its members see it. */
export type Circle = Static<typeof circleSchema>;

export const agreementParamsSchema = Type.Object({ id: agreementIdSchema });
/** The version that the reader saw. */
export const circleSeenSchema = Type.Object({ version: Type.Integer({ minimum: 1 }) });
export const circleParamsSchema = Type.Object({ id: circleIdSchema });
export const agreementListSchema = Type.Array(agreementSchema);
export const circleListSchema = Type.Array(circleSchema);
