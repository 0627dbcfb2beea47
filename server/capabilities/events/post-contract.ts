/** Posts: how many of whom are wanted where, from when to when, and why. The roster fills them. */
import Type, { type Static } from 'typebox';
import { instantSchema, nullable, visibleText } from '../../kernel/schemas.ts';
import { requirementLimits, requirementSchema } from '../../plumbing/specialties/index.ts';
import { changeOf, eventsLimits, pointSchema, strict, uuidSchema } from './contract.ts';

export {
  type Power,
  powers,
  powerWords,
  type Requirement,
  requirementLimits,
  type Specialty,
  specialties,
  specialtyWords,
} from '../../plumbing/specialties/index.ts';

/** Where the post stands. */
export const postPlaceSchema = Type.Union([
  Type.Object({ kind: Type.Literal('venue'), venue: uuidSchema }, strict),
  Type.Object({ kind: Type.Literal('zone'), venue: uuidSchema, zone: uuidSchema }, strict),
  Type.Object({ kind: Type.Literal('object'), object: uuidSchema }, strict),
]);
/** A venue, a zone of a venue, or a protected object, by id. */
export type PostPlace = Static<typeof postPlaceSchema>;

/** Where it comes from: a template of risk at a level, or an officer's own hand. */
export const postOriginSchema = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('template'),
      template: visibleText(eventsLimits.code),
      riskLevel: visibleText(eventsLimits.code),
    },
    strict,
  ),
  Type.Object({ kind: Type.Literal('by-hand') }, strict),
]);
/** A template of risk at a level, or an officer’s own hand. */
export type PostOrigin = Static<typeof postOriginSchema>;

const writtenPost = {
  place: postPlaceSchema,
  /** The session that it is for; null where it is for the place itself. */
  session: nullable(uuidSchema),
  requirement: requirementSchema,
  quantity: Type.Integer({ minimum: 1, maximum: requirementLimits.quantity }),
  from: instantSchema,
  to: instantSchema,
  /** 1 is filled first. */
  priority: Type.Integer({ minimum: 1, maximum: 5 }),
  /** True where a visiting officer may stand here only beside a host officer. */
  needsHostPair: Type.Boolean(),
  reason: visibleText(eventsLimits.reason),
} as const;
export const postDraftSchema = Type.Object(writtenPost, strict);
/** A post as it is written; `postErrors` says what must hold of it. */
export type PostDraft = Static<typeof postDraftSchema>;

/** Its own reason says why it is wanted; `because` why it changes. */
const { reason: _because, ...changed } = changeOf(writtenPost).properties;
export const postChangeSchema = Type.Object(
  {
    ...changed,
    reason: writtenPost.reason,
    because: Type.Optional(visibleText(eventsLimits.reason)),
  },
  strict,
);
export type PostChange = Static<typeof postChangeSchema>;

export const postSchema = Type.Object({
  ...writtenPost,
  id: uuidSchema,
  event: uuidSchema,
  origin: postOriginSchema,
  /** Where it stands on the map, of its place; null where the place has none. */
  at: nullable(pointSchema),
  version: Type.Integer(),
});
/** Somebody is wanted here. */
export type Post = Static<typeof postSchema>;

export const postPageSchema = Type.Object({
  items: Type.Array(postSchema),
  next: nullable(Type.String()),
  /** Posts of all pages, and officers or teams that they want. */
  total: Type.Integer(),
  wanted: Type.Integer(),
});
export type PostPage = Static<typeof postPageSchema>;
export const postFilterSchema = Type.Object(
  {
    venue: Type.Optional(uuidSchema),
    object: Type.Optional(uuidSchema),
    session: Type.Optional(uuidSchema),
    /** Those that stand at some time of this period. */
    from: Type.Optional(instantSchema),
    to: Type.Optional(instantSchema),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: eventsLimits.page })),
  },
  strict,
);
/** Which posts are wanted, and from which page on; times are UTC instants. */
export type PostFilter = Static<typeof postFilterSchema>;
/** Why it is taken away; it can be put back. */
export const postRemovalSchema = Type.Object(
  { version: Type.Integer({ minimum: 1 }), because: visibleText(eventsLimits.reason) },
  strict,
);
