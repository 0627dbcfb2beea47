/** Venues that stand twice: which they may be, what merging two would move, and what was merged. */
import Type, { type Static } from 'typebox';
import { nullable, oneOf, visibleText } from '../../../kernel/schemas.ts';
import { eventsLimits, nameSchema, strict, uuidSchema } from '../contract.ts';

export const mergeLimits = {
  /** Pairs that are proposed, and merges that are listed. */
  listed: 200,
} as const;

const pair = Type.Array(uuidSchema, { minItems: 2, maxItems: 2, uniqueItems: true });

const alikePairSchema = Type.Object({
  venues: pair,
  by: oneOf(['words', 'sound', 'place']),
  isSure: Type.Boolean(),
});
/** Two venues of one event that may be one, and by what. */
export type AlikePair = Static<typeof alikePairSchema>;
export const alikeListSchema = Type.Object({ items: Type.Array(alikePairSchema) });

/** That two which look alike are two, or may be one after all. */
export const apartBodySchema = Type.Object({ venues: pair, apart: Type.Boolean() }, strict);
export type ApartBody = Static<typeof apartBodySchema>;

const which = { stays: uuidSchema, goes: uuidSchema } as const;
export const mergeWhichSchema = Type.Object(which, strict);
/** The venue that stays, and the one that goes into it. */
export type MergeWhich = Static<typeof mergeWhichSchema>;

export const mergePreviewSchema = Type.Object({
  /** Stands for what was looked at: merging is refused where anything of it has changed since. */
  digest: Type.String(),
  /** Standing at the venue that goes. */
  sessions: Type.Integer(),
  posts: Type.Integer(),
  /** Assessments of its days that go over; and those that the venue that stays has as high or higher. */
  assessments: Type.Integer(),
  outdone: Type.Integer(),
  /** By which the venue that stays is found from then on, beside its own. */
  codes: Type.Array(Type.String()),
  /** What the venue that stays takes over, because it does not have it. */
  fields: Type.Array(Type.Object({ field: Type.String(), before: Type.Unknown(), after: Type.Unknown() })),
});
export type MergePreview = Static<typeof mergePreviewSchema>;

export const mergeBodySchema = Type.Object(
  {
    ...which,
    digest: Type.String({ maxLength: 64 }),
    reason: Type.Optional(visibleText(eventsLimits.reason)),
  },
  strict,
);
export type MergeBody = Static<typeof mergeBodySchema>;

export const mergeSchema = Type.Object({
  id: uuidSchema,
  at: Type.String(),
  /** A person's id. */
  by: Type.String(),
  stays: uuidSchema,
  /** What the venue that went was called. */
  code: Type.String(),
  name: nameSchema,
  sessions: Type.Integer(),
  posts: Type.Integer(),
  undoneAt: nullable(Type.String()),
});
/** Two venues that were merged. */
export type Merge = Static<typeof mergeSchema>;
export const mergeListSchema = Type.Object({ items: Type.Array(mergeSchema) });
