/** What matching looks like to a console and a script. */
import Type, { type Static } from 'typebox';
import {
  agreementIdSchema,
  daySchema,
  fieldSchema,
  instantSchema,
  itemIdSchema,
  languageSchema,
  nullable,
  oneOf,
  partyIdSchema,
  personIdSchema,
  purposeSchema,
  textLimits,
  visibleText,
} from '../../kernel/schemas.ts';
import { identifierKinds, identifierLength, identifierProblems } from '../../plumbing/identifiers/index.ts';
import { matchingLimits } from './limits.ts';

const strict = { additionalProperties: false } as const;
const id = Type.String({ pattern: '^[0-9a-f-]{36}$' });

export const checkStates = ['waiting', 'asked', 'answered', 'done', 'refused'] as const;
export const cardStates = ['open', 'requested', 'dismissed'] as const;
/** Why a hit is not followed by a request. */
export const dismissalGrounds = ['other-person', 'known-already', 'no-longer-needed', 'other'] as const;

const typedSchema = Type.Object(
  {
    /** Left out: it is told from the text. */
    kind: Type.Optional(oneOf(identifierKinds)),
    text: Type.String({ maxLength: identifierLength }),
  },
  strict,
);
/** An identifier as it was typed. */
export type Typed = Static<typeof typedSchema>;

const typedList = Type.Array(typedSchema, { minItems: 1, maxItems: matchingLimits.identifiers });
export const previewDraftSchema = Type.Object({ identifiers: typedList }, strict);

/** How a text was read, or why it was refused; `kind` is null where none fits. */
export const readingSchema = Type.Object({
  text: Type.String(),
  kind: nullable(oneOf(identifierKinds)),
  form: nullable(Type.String()),
  /** How many are sent for it: a name of more than two parts is asked about by each two of them as well. */
  keys: Type.Integer(),
  problem: nullable(oneOf([...identifierProblems, 'birth-date', 'name-parts', 'kind', 'twice'])),
});
/** How a typed text was read. */
export type TypedReading = Static<typeof readingSchema>;
export const readingListSchema = Type.Array(readingSchema);

/** What an officer asks a partner about, and why. */
export const checkDraftSchema = Type.Object(
  {
    agreement: agreementIdSchema,
    partner: partyIdSchema,
    field: fieldSchema,
    purpose: purposeSchema,
    reason: visibleText(textLimits.line),
    identifiers: typedList,
    /** A standing watch until this day. */
    until: Type.Optional(daySchema),
    /** Chosen by who asks several partners at once; their checks are read together. */
    batch: Type.Optional(id),
  },
  strict,
);
/** What an officer asks. */
export type CheckDraft = Static<typeof checkDraftSchema>;

export const checkSchema = Type.Object({
  id,
  /** What was asked of several partners at once; its own id where it was asked of one. */
  batch: id,
  officer: personIdSchema,
  agreement: agreementIdSchema,
  partner: partyIdSchema,
  field: fieldSchema,
  purpose: purposeSchema,
  reason: Type.String(),
  state: oneOf(checkStates),
  /** Why it was refused, there or here. */
  fault: nullable(Type.String()),
  asked: Type.Integer(),
  /** Null before it is done. */
  hits: nullable(Type.Integer()),
  askedAt: instantSchema,
  doneAt: nullable(instantSchema),
  until: nullable(daySchema),
  /** When its standing watch was ended before its day. */
  stoppedAt: nullable(instantSchema),
});
/** A check as its officer sees it. */
export type Check = Static<typeof checkSchema>;
export const checkListSchema = Type.Array(checkSchema);

const queryResultSchema = Type.Object({
  kind: oneOf(identifierKinds),
  form: Type.String(),
  /** As it was typed. */
  text: Type.String(),
  hit: nullable(Type.Boolean()),
  /** A hit by two parts of a name, and not by the whole. */
  partly: Type.Boolean(),
});
export const checkResultSchema = Type.Object({
  ...checkSchema.properties,
  identifiers: Type.Array(queryResultSchema),
});
/** A check with what came of each identifier. */
export type CheckResult = Static<typeof checkResultSchema>;
export const checkResultListSchema = Type.Array(checkResultSchema);

export const cardSchema = Type.Object({
  id,
  check: id,
  officer: personIdSchema,
  agreement: agreementIdSchema,
  partner: partyIdSchema,
  field: fieldSchema,
  purpose: purposeSchema,
  kind: oneOf(identifierKinds),
  form: Type.String(),
  /** As it was typed. */
  text: Type.String(),
  /** By two parts of a name, and not by the whole. */
  partly: Type.Boolean(),
  openedAt: instantSchema,
  state: oneOf(cardStates),
  /** The request that followed. */
  item: nullable(itemIdSchema),
  /** Why it was set aside: a ground, and what was said besides. */
  ground: nullable(oneOf(dismissalGrounds)),
  remark: nullable(Type.String()),
  /** Who decided, and when. */
  decidedBy: nullable(personIdSchema),
  decidedAt: nullable(instantSchema),
});
/** A hit: a pointer to ask. */
export type Card = Static<typeof cardSchema>;
export const cardListSchema = Type.Array(cardSchema);

export const dismissalSchema = Type.Object(
  {
    ground: oneOf(dismissalGrounds),
    /** Needed where the ground is `other`. */
    remark: Type.String({ maxLength: textLimits.line }),
  },
  strict,
);
/** Why a hit is set aside. */
export type Dismissal = Static<typeof dismissalSchema>;

export const requestFromCardSchema = Type.Object({ language: languageSchema }, strict);
export const requestedSchema = Type.Object({ item: itemIdSchema });

export const toldStates = ['open', 'to-answer', 'not-to-answer'] as const;
export const toldSchema = Type.Object({
  id,
  agreement: agreementIdSchema,
  partner: partyIdSchema,
  field: fieldSchema,
  purpose: purposeSchema,
  /** Null where the agreement lets only the number be told. */
  kind: nullable(oneOf(identifierKinds)),
  form: nullable(Type.String()),
  hits: Type.Integer(),
  toldAt: instantSchema,
  state: oneOf(toldStates),
  /** Some of this service's own items that name it; whoever opens one must be allowed to read it. */
  items: Type.Array(itemIdSchema),
});
/** A hit that a partner had here, as he told of it: a request may follow. */
export type Told = Static<typeof toldSchema>;
export const toldListSchema = Type.Array(toldSchema);
export const toldDecisionSchema = Type.Object({ toAnswer: Type.Boolean() }, strict);

export const alarmSchema = Type.Object({
  agreement: agreementIdSchema,
  partner: partyIdSchema,
  day: daySchema,
  /** Identifiers that he asked about on that day, and on a usual one; 0 where he never asked before. */
  asked: Type.Integer(),
  usual: Type.Integer(),
});
/** A day on which a partner asked far more than he usually does. */
export type Alarm = Static<typeof alarmSchema>;
export const alarmListSchema = Type.Array(alarmSchema);

/** Use in one direction under one agreement. */
export const useSchema = Type.Object({
  agreement: agreementIdSchema,
  partner: partyIdSchema,
  /** Identifiers that we asked him about today; that the reader asked about; that he asked us about. */
  askedToday: Type.Integer(),
  askedByMe: Type.Integer(),
  answeredToday: Type.Integer(),
  perDay: Type.Integer(),
  perOfficer: Type.Integer(),
  /** His use of us in a day was far from usual within the last days, for whoever hears alarms. */
  alarm: Type.Boolean(),
  /** Whether his set is here to be asked about, and how many records it has. */
  ready: Type.Boolean(),
  /** How far our set for him is, while it is prepared for the first time. */
  preparing: nullable(Type.Object({ done: Type.Integer(), all: Type.Integer() })),
  /** The chance that a hit is none. */
  falseHits: nullable(Type.Number()),
});
/** Use in one direction under one agreement. */
export type Use = Static<typeof useSchema>;
export const useListSchema = Type.Array(useSchema);

export const usedDaySchema = Type.Object({
  agreement: agreementIdSchema,
  partner: partyIdSchema,
  day: daySchema,
  /** Identifiers that we asked him about, that the reader asked about, and that he asked us about. */
  asked: Type.Integer(),
  askedByMe: Type.Integer(),
  answered: Type.Integer(),
  /** His use of us that day was far from usual, for whoever hears alarms. */
  alarm: Type.Boolean(),
});
/** Use of one day in both directions; days without any are left out. */
export type UsedDay = Static<typeof usedDaySchema>;
export const usedDayListSchema = Type.Array(usedDaySchema);

export const countsSchema = Type.Object({
  openHits: Type.Integer(),
  /** Days far from usual, today or yesterday, for whoever hears alarms. */
  alarms: Type.Integer(),
});
/** What waits for somebody to decide. */
export type Counts = Static<typeof countsSchema>;

export const suggestionSchema = Type.Object({
  title: Type.String(),
  field: fieldSchema,
  purpose: purposeSchema,
  identifiers: Type.Array(Type.Object({ kind: oneOf(identifierKinds), text: Type.String() })),
});
/** What an item names that partners could be asked about. */
export type Suggestion = Static<typeof suggestionSchema>;
export const itemParamsSchema = Type.Object({ item: itemIdSchema });
export const idParamsSchema = Type.Object({ id });
