/** Items that seem to tell of the same thing, as proposed to an analyst; he decides. */
import Type, { type Static } from 'typebox';
import {
  instantSchema,
  itemIdSchema,
  languageSchema,
  nullable,
  oneOf,
  personIdSchema,
  textLimits,
} from '../../../kernel/schemas.ts';
import { exchangeLimits, itemRowSchema } from '../contract.ts';

export const duplicateLimits = {
  page: 25,
  /** A key that more items share than this tells none of them apart. */
  heldByAtMost: 20,
  /** Keys of one item that are looked up; and names of its objects that are compared as words. */
  keys: 20_000,
  names: 20,
  /** Items compared with one item. */
  compared: 50,
  /** Reasons kept of a pair. */
  reasons: 12,
  /** Items compared in one transaction, and in one round. */
  batch: 20,
  round: 2_000,
  /** Pairs from which groups are drawn. */
  grouped: 1_000,
  counted: 1_000,
  /** Below this score a pair is not worth an analyst's time. */
  leastScore: 0.5,
} as const;

export const duplicateStates = ['open', 'confirmed', 'dismissed'] as const;
export type DuplicateState = (typeof duplicateStates)[number];

export const reasonKinds = ['title', 'observable', 'pattern', 'object', 'reference', 'hash', 'name'] as const;
export type ReasonKind = (typeof reasonKinds)[number];

const reasonSchema = Type.Object({
  kind: oneOf(reasonKinds),
  /** STIX type of the object that they share; `grouping` for titles. */
  type: Type.String(),
  /** What they share, as a person reads it: an address, a name, a hash. */
  value: Type.String(),
  /** How alike, 0 to 1; 1 for what is the same. */
  likeness: Type.Number(),
});
export type Reason = Static<typeof reasonSchema>;

export const duplicateSchema = Type.Object({
  first: itemRowSchema,
  second: itemRowSchema,
  state: oneOf(duplicateStates),
  score: Type.Number(),
  reasons: Type.Array(reasonSchema),
  foundAt: instantSchema,
  decidedAt: nullable(instantSchema),
  decidedBy: nullable(personIdSchema),
  why: nullable(Type.String()),
});
export type Duplicate = Static<typeof duplicateSchema>;

export const duplicatePageSchema = Type.Object({
  pairs: Type.Array(duplicateSchema),
  next: nullable(Type.String()),
  /** In each state, counted up to `counted`. */
  counts: Type.Object({ open: Type.Integer(), confirmed: Type.Integer(), dismissed: Type.Integer() }),
});
export type DuplicatePage = Static<typeof duplicatePageSchema>;

/** Items confirmed to tell of the same thing, each as it was. */
export const duplicateGroupsSchema = Type.Array(
  Type.Object({
    items: Type.Array(itemRowSchema),
    pairs: Type.Array(Type.Object({ first: itemIdSchema, second: itemIdSchema })),
  }),
);
export type DuplicateGroups = Static<typeof duplicateGroupsSchema>;

const strict = { additionalProperties: false } as const;

export const duplicateQuerySchema = Type.Object(
  {
    state: oneOf(duplicateStates),
    /** Only pairs with this item. */
    item: Type.Optional(itemIdSchema),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
  },
  strict,
);
export type DuplicateQuery = Static<typeof duplicateQuerySchema>;

export const pairSchema = Type.Object({ first: itemIdSchema, second: itemIdSchema });
export type Pair = Static<typeof pairSchema>;
/** The versions that the reader compared: a decision on others is refused with `state/changed`. */
const seen = {
  firstVersion: Type.Integer({ minimum: 1 }),
  secondVersion: Type.Integer({ minimum: 1 }),
};
export const confirmSchema = Type.Object(seen, strict);
export type Seen = Static<typeof confirmSchema>;
export const dismissSchema = Type.Object(
  { ...seen, why: Type.String({ minLength: 1, maxLength: textLimits.line }) },
  strict,
);
/** Tells partners too: the relationship as a contribution, in the author's words. */
export const tellSchema = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: textLimits.title }),
    language: languageSchema,
    recipients: Type.Optional(
      Type.Array(itemRowSchema.properties.originator, { maxItems: exchangeLimits.recipients }),
    ),
  },
  strict,
);
export type Telling = Static<typeof tellSchema>;
