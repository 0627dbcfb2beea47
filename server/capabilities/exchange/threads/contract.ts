/** What others have to say on an item, as a console and a script see it. */
import Type, { type Static } from 'typebox';
import {
  agreementIdSchema,
  gradingSchema,
  instantSchema,
  itemIdSchema,
  languageSchema,
  markingSchema,
  nullable,
  oneOf,
  partyIdSchema,
  personIdSchema,
  textLimits,
  tlpSchema,
} from '../../../kernel/schemas.ts';
import { exchangeLimits, itemStates } from '../contract.ts';

export const threadLimits = {
  /** Contributions on one page of a thread. */
  page: 100,
  /** Objects looked at in one contribution: what it says is among the first. */
  objectsRead: 10,
  /** Notes for this service alone on one item. */
  ownNotes: 500,
  /** How far ahead of this node's clock the clock of who saw it may be. */
  seenAheadMs: 300_000,
  /** Most that a sighting counts (STIX 2.1 §5.2). */
  count: 999_999_999,
} as const;

/** opinion-enum (STIX 2.1 §10.18), from least to most. */
export const opinions = ['strongly-disagree', 'disagree', 'neutral', 'agree', 'strongly-agree'] as const;
export type OpinionValue = (typeof opinions)[number];

const text = Type.String({ minLength: 1, maxLength: textLimits.text });
const said = {
  title: Type.String({ minLength: 1, maxLength: textLimits.title }),
  language: languageSchema,
  /** The object of the item that it is on; null for the item as a whole. */
  target: nullable(Type.String({ maxLength: 200 })),
  grading: Type.Optional(gradingSchema),
  /** As the item answered when absent; never milder. */
  tlp: Type.Optional(tlpSchema),
  /** Whom it is for; the originator and those who hold the item when absent; never others. */
  recipients: Type.Optional(
    Type.Array(partyIdSchema, { maxItems: exchangeLimits.recipients, uniqueItems: true }),
  ),
};
const strict = { additionalProperties: false } as const;

const placeSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: textLimits.title }),
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
  },
  strict,
);

/** A note, an opinion or a sighting, as its author writes it. */
export const contributionSchema = Type.Union([
  Type.Object({ kind: Type.Literal('note'), ...said, text }, strict),
  Type.Object({ kind: Type.Literal('opinion'), ...said, opinion: oneOf(opinions), text }, strict),
  Type.Object(
    {
      kind: Type.Literal('sighting'),
      ...said,
      text: Type.String({ maxLength: textLimits.text }),
      count: Type.Integer({ minimum: 1, maximum: threadLimits.count }),
      firstSeen: instantSchema,
      lastSeen: instantSchema,
      place: nullable(placeSchema),
    },
    strict,
  ),
]);
export type Contribution = Static<typeof contributionSchema>;

/** What is proposed to who answers: the marking, the agreement, and whom the answer may reach. */
export const answerFormSchema = Type.Object({
  marking: Type.Omit(markingSchema, ['releasableTo']),
  agreement: nullable(agreementIdSchema),
  recipients: Type.Array(
    Type.Object({
      party: partyIdSchema,
      /** Why it cannot be answered under the agreement or over a link; null where it can. */
      gap: nullable(Type.String()),
    }),
  ),
});
export type AnswerForm = Static<typeof answerFormSchema>;

export const contributionKinds = [
  'note',
  'opinion',
  'sighting',
  'relationship',
  'other',
  'own-note',
] as const;
export type ContributionKind = (typeof contributionKinds)[number];

export const threadEntrySchema = Type.Object({
  /** The contribution's item; of a note for this service alone, the note itself. */
  id: Type.String(),
  kind: oneOf(contributionKinds),
  originator: partyIdSchema,
  /** Null for a note for this service alone: it has no way out. */
  state: nullable(oneOf(itemStates)),
  author: nullable(personIdSchema),
  language: languageSchema,
  title: Type.String(),
  text: Type.String(),
  /** True when it holds personal data and the reader has not said why he looks: its words are left out. */
  needsReason: Type.Boolean(),
  /** When its author made it. */
  at: instantSchema,
  readAt: nullable(instantSchema),
  tlp: tlpSchema,
  grading: nullable(gradingSchema),
  target: nullable(Type.String()),
  opinion: nullable(oneOf(opinions)),
  sighting: nullable(
    Type.Object({
      count: Type.Integer(),
      firstSeen: nullable(instantSchema),
      lastSeen: nullable(instantSchema),
      place: nullable(Type.Object({ name: Type.String(), country: nullable(Type.String()) })),
    }),
  ),
});
export type ThreadEntry = Static<typeof threadEntrySchema>;

export const threadSchema = Type.Object({
  /** What the item itself answers; null where it answers nothing, or that is not here for this reader. */
  answered: nullable(
    Type.Object({
      id: itemIdSchema,
      title: Type.String(),
      needsReason: Type.Boolean(),
      language: languageSchema,
    }),
  ),
  entries: Type.Array(threadEntrySchema),
  next: nullable(Type.String()),
  /** The latest opinion of each service. */
  opinions: Type.Array(Type.Object({ party: partyIdSchema, opinion: oneOf(opinions), at: instantSchema })),
});
export type Thread = Static<typeof threadSchema>;

export const threadQuerySchema = Type.Object(
  { cursor: Type.Optional(Type.String({ maxLength: 200 })) },
  strict,
);

/** A note that stays in this service. */
export const ownNoteSchema = Type.Object({ text, language: languageSchema }, strict);
export type OwnNoteDraft = Static<typeof ownNoteSchema>;
export const ownNoteParamsSchema = Type.Object({
  id: Type.String({ pattern: '^note--[0-9a-f-]{36}$' }),
});
