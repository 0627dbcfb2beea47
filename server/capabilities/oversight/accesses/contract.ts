/** The journal as the data protection officer reads it. Browsers import it. */
import Type, { type Static } from 'typebox';
import {
  daySchema,
  instantSchema,
  itemIdSchema,
  nullable,
  oneOf,
  partyIdSchema,
  personIdSchema,
} from '../../../kernel/schemas.ts';
import { contextSchema, itemMetadataSchema, subjectKinds } from './overseen-contract.ts';

export const accessKinds = [
  'consultation',
  'disclosure',
  'reception',
  'erasure',
  'reason',
  'writing',
  'control',
] as const;
export type AccessKind = (typeof accessKinds)[number];

export const accessLimits = {
  page: 50,
  pageAtMost: 200,
  /** Rows of one export. */
  exported: 10_000,
  /** Items that one person's data is looked up in. */
  items: 200,
  /** Longest name or identifier that is asked for, in characters. */
  asked: 300,
  /** Days that a tally may cover. */
  tallyDays: 31,
  /** Items that one person consults in a period before it counts as many. */
  manyItems: 50,
  /** Hours of work, in minutes of the day: what lies outside is counted. */
  workFrom: 360,
  workTo: 1_260,
} as const;

const filterProperties = {
  person: Type.Optional(personIdSchema),
  item: Type.Optional(itemIdSchema),
  /** A name or identifier of someone: entries on the items that name him. */
  subjectOfData: Type.Optional(Type.String({ minLength: 1, maxLength: accessLimits.asked })),
  partner: Type.Optional(partyIdSchema),
  kind: Type.Optional(oneOf(accessKinds)),
  outcome: Type.Optional(oneOf(['done', 'refused'] as const)),
  personal: Type.Optional(Type.Boolean()),
  from: Type.Optional(daySchema),
  to: Type.Optional(daySchema),
};
export const accessFilterSchema = Type.Object(
  {
    ...filterProperties,
    cursor: Type.Optional(Type.Integer({ minimum: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: accessLimits.pageAtMost })),
  },
  { additionalProperties: false },
);
export type AccessFilter = Static<typeof accessFilterSchema>;
export const exportFilterSchema = Type.Object(filterProperties, { additionalProperties: false });
export type ExportFilter = Static<typeof exportFilterSchema>;

export const accessSchema = Type.Object({
  seq: Type.Integer(),
  at: instantSchema,
  /** `person--…`, a partner's `identity--…` or `system:name`. */
  actor: Type.String(),
  role: nullable(Type.String()),
  verb: Type.String(),
  /** Items that a list, a search or a chart showed, where the entry names them. */
  items: Type.Array(itemIdSchema),
  subject: nullable(Type.String()),
  outcome: oneOf(['done', 'refused'] as const),
  rule: Type.String(),
  personal: Type.Boolean(),
  version: nullable(Type.Integer()),
  disclosedTo: Type.Array(Type.String()),
  fault: nullable(Type.String()),
  /** The working context that it was done in; its words where they are still kept. */
  context: nullable(Type.String()),
  /** What was kept of an erased item. */
  tombstone: nullable(
    Type.Object({
      hash: Type.String(),
      legalBasis: Type.String(),
      createdAt: Type.String(),
      eraseOn: Type.String(),
      ground: Type.String(),
      /** Parties whose copies still waited for them and were taken back with the item. */
      withdrawnFrom: Type.Array(partyIdSchema),
    }),
  ),
});
export type Access = Static<typeof accessSchema>;

export const headSchema = Type.Object({
  size: Type.Integer(),
  rootHash: Type.String(),
  at: instantSchema,
  signature: Type.String(),
});
export type SignedHead = Static<typeof headSchema>;

export const accessPageSchema = Type.Object({
  items: Type.Array(accessSchema),
  next: nullable(Type.Integer()),
  contexts: Type.Array(contextSchema),
  /** The journal's signed head: what a print can be held against later. */
  head: headSchema,
});
export type AccessPage = Static<typeof accessPageSchema>;

export const tallyFilterSchema = Type.Object(
  {
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: accessLimits.tallyDays })),
    zone: Type.Optional(Type.String({ maxLength: 60 })),
  },
  { additionalProperties: false },
);
/** Plain counts over all officers; nobody is named. */
export const tallySchema = Type.Object({
  from: instantSchema,
  to: instantSchema,
  consultations: Type.Integer(),
  personal: Type.Integer(),
  disclosures: Type.Integer(),
  refusals: Type.Integer(),
  outOfHours: Type.Integer(),
  /** People who consulted more items than `accessLimits.manyItems`. */
  manyItems: Type.Integer(),
});
export type Tally = Static<typeof tallySchema>;

export const subjectRequestSchema = Type.Object(
  { asked: Type.String({ minLength: 2, maxLength: accessLimits.asked, pattern: '\\S' }) },
  { additionalProperties: false },
);

export const subjectAnswerSchema = Type.Object({
  at: instantSchema,
  items: Type.Array(Type.Object({ item: itemMetadataSchema, kinds: Type.Array(oneOf(subjectKinds)) })),
  disclosures: Type.Array(accessSchema),
});
/** What this node holds about someone, as metadata. */
export type SubjectAnswer = Static<typeof subjectAnswerSchema>;

export const overseenDueFilterSchema = Type.Object(
  {
    days: Type.Integer({ minimum: 0, maximum: 366 }),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
export const overseenDuePageSchema = Type.Object({
  items: Type.Array(itemMetadataSchema),
  next: nullable(Type.String()),
});
export type OverseenDuePage = Static<typeof overseenDuePageSchema>;
export const overseenItemSchema = Type.Union([itemMetadataSchema, Type.Null()]);
export type ItemMetadata = Static<typeof itemMetadataSchema>;
