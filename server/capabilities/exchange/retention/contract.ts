/** Review and erasure on the wire. Browsers import it. */
import Type, { type Static } from 'typebox';
import { fields, personCategories, purposes, tlps } from '../../../kernel/marking.ts';
import {
  agreementIdSchema,
  daySchema,
  deskIdSchema,
  itemIdSchema,
  nullable,
  oneOf,
  partyIdSchema,
  personIdSchema,
  textLimits,
} from '../../../kernel/schemas.ts';
import { exchangeLimits, itemStates } from '../contract.ts';

export const retentionLimits = {
  /** Items erased in one batch of the scheduler's work; each is a transaction of its own. */
  eraseBatch: 100,
  /** How often the scheduler looks for what has come to its date. */
  everyMs: 900_000,
  /** Characters of the legal basis that the tombstone keeps. */
  tombstoneBasis: 200,
  /** Days ahead that a list may look. */
  aheadDays: 366,
} as const;

export const dueFilterSchema = Type.Object(
  {
    /** Due within so many days; 0 is overdue and due today. */
    days: Type.Optional(Type.Integer({ minimum: 0, maximum: retentionLimits.aheadDays })),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: exchangeLimits.pageAtMost })),
  },
  { additionalProperties: false },
);
export type DueFilter = Static<typeof dueFilterSchema>;

/** What may be known of an item without its content. */
export const itemMetadataSchema = Type.Object({
  id: itemIdSchema,
  version: Type.Integer(),
  state: oneOf(itemStates),
  originator: partyIdSchema,
  desk: nullable(deskIdSchema),
  author: nullable(personIdSchema),
  tlp: oneOf(tlps),
  field: oneOf(fields),
  purpose: oneOf(purposes),
  legalBasis: Type.String(),
  personCategories: Type.Array(oneOf(personCategories)),
  agreement: nullable(agreementIdSchema),
  /** The parties it is releasable to. */
  recipients: Type.Array(partyIdSchema),
  personal: Type.Boolean(),
  objectCount: Type.Integer(),
  createdAt: Type.String(),
  releasedAt: nullable(Type.String()),
  receivedAt: nullable(Type.String()),
  reviewOn: daySchema,
  eraseOn: daySchema,
  dueOn: daySchema,
  reviewedAt: nullable(Type.String()),
  /** Since when it should be erased and could not; it is tried again by itself. */
  erasureFailedAt: nullable(Type.String()),
});
/** An item without its content: no title, no text, no object. */
export type ItemMetadata = Static<typeof itemMetadataSchema>;

export const dueRowSchema = Type.Object({
  ...itemMetadataSchema.properties,
  /** For who may read the item; null where a reason is needed first. */
  title: nullable(Type.String()),
  /** May this reader keep or erase it? */
  decides: Type.Boolean(),
});
export type DueRow = Static<typeof dueRowSchema>;
export const duePageSchema = Type.Object({
  items: Type.Array(dueRowSchema),
  next: nullable(Type.String()),
});
export type DuePage = Static<typeof duePageSchema>;

/** Kept after a review: until when, and why. */
export const keepSchema = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    reviewOn: daySchema,
    reason: Type.String({ minLength: 3, maxLength: textLimits.line, pattern: '\\S' }),
  },
  { additionalProperties: false },
);
export type Keep = Static<typeof keepSchema>;
export const reviewedSchema = Type.Object({ item: itemIdSchema, reviewOn: daySchema });
