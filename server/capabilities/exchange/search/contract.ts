/** How one asks for items by their words, and what is answered. */
import Type, { type Static } from 'typebox';
import { fields, tlps } from '../../../kernel/marking.ts';
import { daySchema, nullable, oneOf, partyIdSchema } from '../../../kernel/schemas.ts';
import { itemRowSchema, itemStates } from '../contract.ts';

export { type FilterKind, fieldNames, filterNames, typeNames } from './filter-names.ts';

export const searchLimits = {
  /** UTF-16 units of a query. */
  query: 500,
  page: 20,
  pageAtMost: 50,
  /** Parts of items that are weighed against each other: the newest that the reader may see. */
  candidates: 1_000,
  /** Places shown of one item. */
  hits: 3,
  /** UTF-16 units of a place as shown. */
  snippet: 180,
  /** Words of similar writing that may take a word's place. */
  near: 20,
  /** Spellings of a word in the other script that are looked for beside it. */
  spellings: 12,
  suggestions: 5,
  /** Items on their way into the index that are looked at to tell how many the reader may know of. */
  waitingCounted: 200,
} as const;

export const searchFilterSchema = Type.Object(
  {
    /** Words, "phrases", -exclusions, `name:value` in any of the three languages. */
    q: Type.String({ minLength: 1, maxLength: searchLimits.query }),
    /** True to take words of similar writing, and words that hold the given ones, at once. */
    near: Type.Optional(Type.Boolean()),
    cursor: Type.Optional(Type.String({ maxLength: 300 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: searchLimits.pageAtMost })),
  },
  { additionalProperties: false },
);
export type SearchFilter = Static<typeof searchFilterSchema>;

/** A piece of text as written in the item; `mark` where it is what was looked for. Text, never markup. */
const pieceSchema = Type.Object({ text: Type.String(), mark: Type.Boolean() });
export type Piece = Static<typeof pieceSchema>;

const hitSchema = Type.Object({
  place: oneOf(['title', 'summary', 'object']),
  object: nullable(Type.Object({ id: Type.String(), type: Type.String() })),
  /** The property of the object: `name`, `external_references.external_id`. */
  path: nullable(Type.String()),
  pieces: Type.Array(pieceSchema),
  cutBefore: Type.Boolean(),
  cutAfter: Type.Boolean(),
});
export type Hit = Static<typeof hitSchema>;

export const searchAnswerSchema = Type.Object({
  found: Type.Array(
    Type.Object({ item: itemRowSchema, title: Type.Array(pieceSchema), hits: Type.Array(hitSchema) }),
  ),
  next: nullable(Type.String()),
  /** Items found among the candidates. */
  total: Type.Integer(),
  /** True when there are older items beyond the candidates: narrow the search. */
  more: Type.Boolean(),
  /** True when words of similar writing were taken as well. */
  near: Type.Boolean(),
  /** Words of the query and their spellings in the other script, which were looked for beside them. */
  spellings: Type.Array(Type.Object({ word: Type.String(), as: Type.Array(Type.String()) })),
  /** Queries that find something, where this one finds nothing. */
  suggestions: Type.Array(Type.String()),
  /** What was written as a filter and means nothing. */
  notUnderstood: Type.Array(Type.String()),
  /** What the filters of the query mean. */
  filters: Type.Object({
    types: Type.Array(Type.String()),
    from: Type.Array(partyIdSchema),
    fields: Type.Array(oneOf(fields)),
    tlps: Type.Array(oneOf(tlps)),
    states: Type.Array(oneOf(itemStates)),
    after: nullable(daySchema),
    /** The first day that is too late. */
    before: nullable(daySchema),
  }),
  /** False when nothing is left to look for: common words alone. */
  asked: Type.Boolean(),
  /** True when no reason was stated: what holds personal data, if anything does, was not searched. */
  personalDataLeftOut: Type.Boolean(),
  /** Large items that he may read and of which the index holds only the beginning so far. */
  halfRead: Type.Integer(),
});
export type SearchAnswer = Static<typeof searchAnswerSchema>;

/** The words whose search is to be traced. */
export const traceSchema = Type.Object(
  { words: Type.String({ minLength: 1, maxLength: searchLimits.query }) },
  { additionalProperties: false },
);
/** Under which fingerprints the journal keeps that these words were searched for. */
export const traceAnswerSchema = Type.Object({
  words: Type.Array(Type.Object({ word: Type.String(), fingerprint: Type.String() })),
});
export type TraceAnswer = Static<typeof traceAnswerSchema>;
