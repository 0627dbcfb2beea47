/** What requests look like to a console, a script and (packed as STIX) to another node. */
import Type, { type Static } from 'typebox';
import type { Json, JsonObject } from '../../kernel/canonical.ts';
import { type Field, fields } from '../../kernel/marking.ts';
import {
  deskIdSchema,
  fieldSchema,
  gradingSchema,
  instantSchema,
  itemIdSchema,
  languageSchema,
  nullable,
  oneOf,
  pageSchema,
  partyIdSchema,
  personIdSchema,
  textLimits,
  visibleText,
} from '../../kernel/schemas.ts';
import type { Item, ItemDraft } from '../exchange/index.ts';
import { handedOverSchema } from './staff/contract.ts';
import {
  followUps,
  refusalGrounds,
  requestLimits,
  stepKinds,
  strandStates,
  urgencies,
} from './vocabulary.ts';

export type { Item, ItemDraft };

const strict = { additionalProperties: false } as const;

export * from './vocabulary.ts';

/** What a request says beside the item that it is: the item's summary is what is asked. */
export const askSchema = Type.Object(
  {
    urgency: oneOf(urgencies),
    /** Why it is urgent; required unless it is ordinary or under the older rule. */
    urgencyReason: Type.String({ maxLength: textLimits.line }),
    /** What is known already, and how it is graded. */
    known: Type.String({ maxLength: textLimits.text }),
    knownGrading: nullable(gradingSchema),
    /** In which an answer may come, the preferred one first. */
    answerLanguages: Type.Array(languageSchema, { minItems: 1, maxItems: 3, uniqueItems: true }),
  },
  strict,
);
/** What a request says beside its item. */
export type Ask = Static<typeof askSchema>;

/** A request as its author writes it; the item's objects are its subjects and attachments. */
export interface RequestDraft {
  readonly item: ItemDraft;
  readonly ask: Ask;
}

export const strandSchema = Type.Object({
  item: itemIdSchema,
  requester: partyIdSchema,
  addressee: partyIdSchema,
  state: oneOf(strandStates),
  /** Whose turn it is; null where nothing is to be done any more. */
  waitsFor: nullable(oneOf(['us', 'them'])),
  urgency: oneOf(urgencies),
  field: fieldSchema,
  /** When this node's clock began to run; null before the request is known to have come. */
  startedAt: nullable(instantSchema),
  termHours: Type.Number(),
  /** Null while the clock stands still. */
  dueAt: nullable(instantSchema),
  pausedAt: nullable(instantSchema),
  stoppedAt: nullable(instantSchema),
  /** 0 none, 1 half of the time, 2 three quarters, 3 past it, 4 long past it: the centre head's. */
  level: Type.Integer({ minimum: 0, maximum: 4 }),
  /** What the addressee says of when it came and until when he means to answer. */
  saidReceivedAt: nullable(instantSchema),
  saidDueAt: nullable(instantSchema),
  ground: nullable(oneOf(refusalGrounds)),
  desk: nullable(deskIdSchema),
  assignee: nullable(personIdSchema),
  /** Whom it was brought to when its time was up. */
  escalatedTo: nullable(personIdSchema),
  openedAt: instantSchema,
  changedAt: instantSchema,
  /** The steps that this reader can take from here. */
  offered: Type.Array(oneOf(stepKinds)),
});
export type StrandView = Static<typeof strandSchema>;

export const stepSchema = Type.Object({
  id: Type.String(),
  addressee: partyIdSchema,
  by: partyIdSchema,
  kind: oneOf(stepKinds),
  text: Type.String(),
  ground: nullable(oneOf(refusalGrounds)),
  answers: Type.Array(itemIdSchema),
  usefulness: nullable(Type.Integer({ minimum: 1, maximum: 5 })),
  followUps: Type.Array(oneOf(followUps)),
  /** When the speaker says that it happened; `at` is this node's own clock. */
  saidAt: instantSchema,
  at: instantSchema,
  /** Who of this service did it; null for what the other side said, or the house itself. */
  person: nullable(personIdSchema),
  /** False: it came too late to change anything, and is kept as it was said. */
  effective: Type.Boolean(),
  /** Why the other node would not take it; null where it did, or has not answered yet. */
  fault: nullable(Type.String()),
});
export type StepView = Static<typeof stepSchema>;

export const outcomes = ['partly', 'answered'] as const;
export type Outcome = (typeof outcomes)[number];

/** An answer of this service that is being written or was released. */
export const answerSchema = Type.Object({
  id: itemIdSchema,
  outcome: oneOf(outcomes),
  state: Type.String(),
  title: Type.String(),
});

export const storySchema = {
  /** Null once the request was recalled, and its content with it. */
  ask: nullable(askSchema),
  strands: Type.Array(strandSchema),
  steps: Type.Array(stepSchema),
  answers: Type.Array(answerSchema),
  /** When it was given to somebody else here, the newest first. */
  handOvers: Type.Array(handedOverSchema),
} as const;
/** One request with all that was said about it, as far as its reader may see it. */
export interface RequestView extends Static<Type.TObject<typeof storySchema>> {
  readonly item: Item;
}

/** An earlier request about the same, with its answers as far as its reader may see them. */
export const earlierSchema = Type.Array(
  Type.Object({
    item: itemIdSchema,
    title: Type.String(),
    language: languageSchema,
    requester: partyIdSchema,
    openedAt: instantSchema,
    in: Type.Array(Type.String()),
    strands: Type.Array(Type.Object({ addressee: partyIdSchema, state: oneOf(strandStates) })),
    answers: Type.Array(Type.Object({ id: itemIdSchema, title: Type.String(), originator: partyIdSchema })),
  }),
);
export type Earlier = Static<typeof earlierSchema>;

/** What the board can show. */
export const boardViews = [
  'mine',
  'overdue',
  'due-soon',
  'waiting-us',
  'waiting-them',
  'drafts',
  'done',
] as const;
export type BoardView = (typeof boardViews)[number];

/** A line of the board: one addressee's strand with the title of the request; of a draft, the draft alone. */
export const boardRowSchema = Type.Object({
  item: itemIdSchema,
  title: Type.String(),
  /** True when it holds personal data and the reader has not said why he looks: its words are left out. */
  needsReason: Type.Boolean(),
  language: languageSchema,
  tlp: Type.String(),
  requester: partyIdSchema,
  addressee: nullable(partyIdSchema),
  state: oneOf([...strandStates, 'draft', 'proposed', 'returned']),
  waitsFor: nullable(oneOf(['us', 'them'])),
  urgency: oneOf(urgencies),
  field: fieldSchema,
  dueAt: nullable(instantSchema),
  pausedAt: nullable(instantSchema),
  level: Type.Integer(),
  desk: nullable(deskIdSchema),
  assignee: nullable(personIdSchema),
  escalatedTo: nullable(personIdSchema),
  changedAt: instantSchema,
  offered: Type.Array(oneOf(stepKinds)),
});
export type BoardRow = Static<typeof boardRowSchema>;
export const boardPageSchema = Type.Omit(pageSchema(boardRowSchema), ['total']);
export type BoardPage = Static<typeof boardPageSchema>;

/** What a board is narrowed to. */
export const boardFilterSchema = Type.Object(
  {
    view: Type.Optional(oneOf(boardViews)),
    desk: Type.Optional(deskIdSchema),
    field: Type.Optional(oneOf(fields)),
    party: Type.Optional(partyIdSchema),
    /** In whose hand it is. */
    assignee: Type.Optional(personIdSchema),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: requestLimits.pageAtMost })),
  },
  strict,
);
export type BoardFilter = Static<typeof boardFilterSchema> & { readonly field?: Field };

/** How many lines each view has, counted up to `countedAtMost`. */
export const boardCountsSchema = Type.Object({
  mine: Type.Integer(),
  overdue: Type.Integer(),
  'due-soon': Type.Integer(),
  'waiting-us': Type.Integer(),
  'waiting-them': Type.Integer(),
  drafts: Type.Integer(),
});
export type BoardCounts = Static<typeof boardCountsSchema>;

const text = visibleText(requestLimits.stepText);
const noText = Type.String({ maxLength: requestLimits.stepText });

/** What an officer tells the other side. `received`, `partly` and `answered` the house says by itself. */
export const stepDraftSchema = Type.Union([
  Type.Object({ kind: Type.Literal('accepted'), text: noText }, strict),
  Type.Object({ kind: Type.Literal('clarification-asked'), text }, strict),
  Type.Object({ kind: Type.Literal('clarified'), text }, strict),
  Type.Object({ kind: Type.Literal('refused'), ground: oneOf(refusalGrounds), text: noText }, strict),
  Type.Object({ kind: Type.Literal('no-record'), text: noText }, strict),
  Type.Object(
    {
      kind: Type.Literal('feedback'),
      usefulness: Type.Integer({ minimum: 1, maximum: 5 }),
      followUps: Type.Array(oneOf(followUps), { minItems: 1, maxItems: followUps.length, uniqueItems: true }),
      text: noText,
    },
    strict,
  ),
  Type.Object({ kind: Type.Literal('closed'), text: noText }, strict),
  Type.Object({ kind: Type.Literal('withdrawn'), text: noText }, strict),
]);
/** A step as an officer takes it. */
export type StepDraft = Static<typeof stepDraftSchema>;

export const outcomeSchema = Type.Object({ outcome: oneOf(outcomes) }, strict);
/** An answer: an item on the request, and whether it is all of it. */
export interface AnswerDraft {
  readonly item: ItemDraft;
  readonly outcome: Outcome;
}

/** Another desk, an officer of it, or nobody. */
export const assignSchema = Type.Object(
  { desk: Type.Optional(deskIdSchema), assignee: Type.Optional(nullable(personIdSchema)) },
  strict,
);
export type Assignment = Static<typeof assignSchema>;

/** What the reader was writing when his browser closed; null where it was nothing. */
export const scratchSchema = Type.Object({ content: Type.Unsafe<Json>(Type.Unknown()) });
export type Scratch = Static<typeof scratchSchema>;
export const keptScratchSchema = Type.Object(
  { content: Type.Unsafe<JsonObject>(Type.Object({}, { additionalProperties: true })) },
  strict,
);
/** `ask` for a new request, else the item that is answered or changed. */
export const scratchParamsSchema = Type.Object({
  name: Type.String({ pattern: '^(ask|grouping--[0-9a-f-]{36})$' }),
});

/** Names a request: the item that asks. */
export const requestParamsSchema = Type.Object({ id: itemIdSchema });
export const strandParamsSchema = Type.Object({ id: itemIdSchema, party: partyIdSchema });
export const seenQuerySchema = Type.Object({ version: Type.Integer({ minimum: 1 }) });
