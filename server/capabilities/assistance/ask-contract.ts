/** An ask for assistance, as its writer states it and its readers see it. Browsers import it. */
import Type, { type Static } from 'typebox';
import { handlingCodes, paps, tlps } from '../../kernel/marking.ts';
import {
  agreementIdSchema,
  circleIdSchema,
  daySchema,
  instantSchema,
  languageSchema,
  markingSchema,
  nullable,
  oneOf,
  partyIdSchema,
  personIdSchema,
  textLimits,
  visibleText,
} from '../../kernel/schemas.ts';
import { requirementLimits, requirementSchema } from '../../plumbing/specialties/index.ts';

/** Whether those who come are to bring their service weapons. */
export const arms = ['none', 'own', 'either'] as const;
/** One of `arms`. */
export type Arms = (typeof arms)[number];

/** What an officer abroad costs, by what it is spent on. */
export const costKinds = ['travel', 'lodging', 'meals', 'pay', 'equipment', 'insurance', 'other'] as const;
/** One of `costKinds`. */
export type CostKind = (typeof costKinds)[number];

/** Who bears a cost: the service that asks, the one that sends, or both. */
export const bearers = ['host', 'sender', 'shared'] as const;
/** One of `bearers`. */
export type Bearer = (typeof bearers)[number];

export const assistanceLimits = {
  lines: 50,
  places: 20,
  recipients: 99,
  text: 4_000,
  shortText: 1_000,
  code: 100,
  costs: 30,
  /** Bytes of a request that writes; what is longer is refused before it is read. */
  bodyBytes: 262_144,
  /** Asks on a page of a list. */
  page: 50,
  /** Open asks that the overview and an event look at. */
  listed: 500,
  /** How far what waits is counted. */
  counted: 101,
  /** Letters of what is searched for. */
  search: 100,
  /** Steps that one ask may have with one partner. */
  steps: 200,
  /** Versions of one ask. */
  versions: 50,
  /** Days for which an ask is kept after the last one wanted, where nobody says otherwise; and at most. */
  keptAfterDays: 90,
  keptDays: 3_650,
  /** Days from its issue within which partners answer, where nobody says otherwise. */
  answerDays: 14,
} as const;

const closed = { additionalProperties: false } as const;
const uuidPattern = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
export const uuidSchema = Type.String({ pattern: uuidPattern });
const freeText = (maxLength: number) => Type.String({ maxLength });

export const placeSchema = Type.Object(
  {
    name: visibleText(textLimits.title),
    latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
    longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
  },
  closed,
);
/** Where it is wanted. */
export type Place = Static<typeof placeSchema>;

export const quantitySchema = Type.Integer({ minimum: 1, maximum: requirementLimits.quantity });

export const askedLineSchema = Type.Object(
  {
    /** Stays the same through the versions of an ask, so that answers find it. */
    id: uuidSchema,
    requirement: requirementSchema,
    quantity: quantitySchema,
    from: instantSchema,
    to: instantSchema,
    places: Type.Array(placeSchema, { maxItems: assistanceLimits.places }),
    arms: oneOf(arms),
    conditions: freeText(assistanceLimits.shortText),
  },
  closed,
);
/** One thing that is asked for. */
export type AskedLine = Static<typeof askedLineSchema>;

export const eventReferenceSchema = Type.Object(
  {
    id: nullable(uuidSchema),
    name: visibleText(textLimits.title),
    /** As organisers name it elsewhere. */
    code: nullable(Type.String({ minLength: 1, maxLength: assistanceLimits.code })),
  },
  closed,
);

export const costRuleSchema = Type.Object({ kind: oneOf(costKinds), bearer: oneOf(bearers) }, closed);

/** What stands in one version of an ask. */
export const askContentSchema = Type.Object(
  {
    title: visibleText(textLimits.title),
    language: languageSchema,
    event: nullable(eventReferenceSchema),
    lines: Type.Array(askedLineSchema, { minItems: 1, maxItems: assistanceLimits.lines }),
    conditions: freeText(assistanceLimits.text),
    costs: Type.Array(costRuleSchema, { maxItems: costKinds.length }),
    costsText: freeText(assistanceLimits.shortText),
    answerBy: instantSchema,
    /** Of a version after the first: what is new, in words. */
    reason: freeText(assistanceLimits.shortText),
  },
  closed,
);
/** What stands in one version of an ask. */
export type AskContent = Static<typeof askContentSchema>;

const writtenMarking = Type.Object(
  {
    tlp: oneOf(tlps),
    pap: oneOf(paps),
    handling: Type.Array(oneOf(handlingCodes), { minItems: 1, maxItems: 3, uniqueItems: true }),
    handlingText: Type.String({ maxLength: textLimits.line }),
    purpose: markingSchema.properties.purpose,
    legalBasis: visibleText(textLimits.line),
    reviewOn: daySchema,
    eraseOn: daySchema,
  },
  closed,
);

/** To whom an ask goes, and on what ground. */
export const askAddressSchema = Type.Object(
  {
    agreement: agreementIdSchema,
    circle: nullable(circleIdSchema),
    recipients: Type.Array(partyIdSchema, { maxItems: assistanceLimits.recipients, uniqueItems: true }),
    marking: Type.Optional(Type.Partial(writtenMarking, closed)),
  },
  closed,
);
export type AskAddress = Static<typeof askAddressSchema>;

/** What the planner writes. To whom it goes stays as it is once the first version was issued. */
export const askDraftSchema = Type.Object({ content: askContentSchema, address: askAddressSchema }, closed);
/** What is written anew: of which state of the version that has not gone out; 0 where there was none. */
export const askChangeSchema = Type.Object(
  { ...askDraftSchema.properties, revision: Type.Integer({ minimum: 0 }) },
  closed,
);
export type AskChange = Static<typeof askChangeSchema>;
export type AskDraft = Static<typeof askDraftSchema>;

/** An ask of this service, or one that came: `draft`, `issued`, or at its end `withdrawn`. */
export const askStates = ['draft', 'issued', 'withdrawn'] as const;
export type AskState = (typeof askStates)[number];

/** Of a version that did not go out yet: being written, or before the contact point. */
export const versionStates = ['draft', 'proposed', 'issued'] as const;

export const askVersionSchema = Type.Object({
  version: Type.Integer(),
  /** Rises each time that it is written, until it goes out. */
  revision: Type.Integer(),
  state: oneOf(versionStates),
  content: askContentSchema,
  author: nullable(personIdSchema),
  createdAt: instantSchema,
  /** When it went out, or came. */
  issuedAt: nullable(instantSchema),
  /** Why the contact point gave it back. */
  returned: nullable(Type.String()),
});
/** One version of an ask. */
export type AskVersion = Static<typeof askVersionSchema>;

export const coverSchema = Type.Object({
  party: partyIdSchema,
  /** What keeps the ask from this partner; null where nothing does. */
  gap: nullable(Type.String()),
});
export const coverListSchema = Type.Array(coverSchema);

export { agreementIdSchema, instantSchema, markingSchema, nullable, oneOf, partyIdSchema, personIdSchema };
