/** What a situation report looks like to a console and a script. What leaves the node is an item. */
import Type, { type Static } from 'typebox';
import { tlps } from '../../../kernel/marking.ts';
import {
  agreementIdSchema,
  circleIdSchema,
  entryIdSchema,
  gradingSchema,
  instantSchema,
  itemIdSchema,
  languageSchema,
  markingSchema,
  nullable,
  oneOf,
  personIdSchema,
  sitrepIdSchema,
  visibleText,
  wordsSchema,
} from '../../../kernel/schemas.ts';

export const productKinds = ['daily', 'intelligence', 'general'] as const;
export type ProductKind = (typeof productKinds)[number];

export const sectionKeys = [
  'assessment',
  'incidents',
  'decisions',
  'calls',
  'observations',
  'requests',
  'threats',
  'crime',
  'event',
  'order',
] as const;
export type SectionKey = (typeof sectionKeys)[number];

export const sitrepStates = ['draft', 'approved', 'sent', 'superseded', 'recalled', 'erased'] as const;
export type SitrepState = (typeof sitrepStates)[number];

export const leftOutReasons = [
  'other-parties',
  'above-label',
  'corrected',
  'erased',
  'reason-needed',
  'not-of-product',
  'not-graded',
  'expires',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

export const sitrepLimits = {
  /** Entries of a period that are looked through. */
  entries: 20_000,
  /** Requests asked, answered or past their time in a period. */
  requests: 2_000,
  /** Entries and free paragraphs of one product. */
  paragraphs: 5_000,
  /** Letters of one paragraph, in UTF-16 units. */
  paragraphText: 8_000,
  /** Letters of all its paragraphs together. */
  text: 3_000_000,
  /** Bytes of a request that writes one. */
  bodyBytes: 16_777_216,
  /** Days that one product looks back. */
  periodDays: 31,
  page: 50,
  pageAtMost: 200,
} as const;

/** Names what came of a request: the item, what it was, and of whom or by which word. */
const requestRef = Type.String({
  pattern: '^grouping--[0-9a-f-]{36}/(asked|answered|breached)(/[a-z-]+--[0-9a-f-]{36})?$',
});

const closed = { additionalProperties: false } as const;
/** A product goes to a circle: what is for named people alone (TLP:RED) is never in one. */
export const productLabels = [
  'clear',
  'green',
  'amber',
  'amber+strict',
] as const satisfies readonly (typeof tlps)[number][];
export type ProductLabel = (typeof productLabels)[number];
export const productLabelSchema = oneOf(productLabels);

/** What is asked for: the product, for whom, and over which period. */
export const assembleSchema = Type.Object(
  {
    product: oneOf(productKinds),
    circle: circleIdSchema,
    language: languageSchema,
    /** Entries recorded from (default: the end of the last one sent), and before (default: now). */
    from: Type.Optional(instantSchema),
    until: Type.Optional(instantSchema),
    tlp: Type.Optional(productLabelSchema),
  },
  closed,
);
export type Assemble = Static<typeof assembleSchema>;

const told = {
  at: instantSchema,
  grading: nullable(gradingSchema),
  tlp: oneOf(tlps),
  personal: Type.Boolean(),
};
/** An entry of the log, or what came of a request. */
export const sourceSchema = Type.Union([
  Type.Object({ entry: entryIdSchema, number: Type.Integer(), ...told }),
  Type.Object({ request: requestRef, item: itemIdSchema, ...told }),
]);
export type ParagraphSource = Static<typeof sourceSchema>;

const paragraphId = Type.String({ pattern: '^[0-9a-f-]{36}$' });
const written = {
  id: paragraphId,
  text: visibleText(sitrepLimits.paragraphText),
  language: languageSchema,
};

export const paragraphSchema = Type.Object({ ...written, source: nullable(sourceSchema) });
export type Paragraph = Static<typeof paragraphSchema>;
export const sectionSchema = Type.Object({
  key: oneOf(sectionKeys),
  paragraphs: Type.Array(paragraphSchema),
});
export type Section = Static<typeof sectionSchema>;

/** What an editor writes: sources by their entry or request; one that was not assembled is refused. */
export const editSchema = Type.Object(
  {
    revision: Type.Integer({ minimum: 1 }),
    title: wordsSchema,
    /** Its label from now on; none that is stricter may stand in it. */
    tlp: Type.Optional(productLabelSchema),
    sections: Type.Array(
      Type.Object(
        {
          key: oneOf(sectionKeys),
          paragraphs: Type.Array(
            Type.Object(
              {
                ...written,
                entry: nullable(entryIdSchema),
                request: Type.Optional(nullable(requestRef)),
              },
              closed,
            ),
            { maxItems: sitrepLimits.paragraphs },
          ),
        },
        closed,
      ),
      { maxItems: sectionKeys.length },
    ),
  },
  closed,
);
export type Edit = Static<typeof editSchema>;

export const sitrepRowSchema = Type.Object({
  id: sitrepIdSchema,
  /** The first of its versions. */
  series: sitrepIdSchema,
  version: Type.Integer(),
  revision: Type.Integer(),
  product: oneOf(productKinds),
  circle: circleIdSchema,
  state: oneOf(sitrepStates),
  from: instantSchema,
  until: instantSchema,
  marking: markingSchema,
  personal: Type.Boolean(),
  corrects: nullable(sitrepIdSchema),
  assembledBy: nullable(personIdSchema),
  editors: Type.Array(personIdSchema),
  assembledAt: instantSchema,
  editedAt: instantSchema,
  approvedBy: nullable(personIdSchema),
  approvedAt: nullable(instantSchema),
  /** The item as which it goes out, once it was sent to the contact point. */
  item: nullable(itemIdSchema),
  sentAt: nullable(instantSchema),
});
export type SitrepRow = Static<typeof sitrepRowSchema>;

export const leftOutSchema = Type.Array(
  Type.Object({ reason: oneOf(leftOutReasons), count: Type.Integer() }),
);

export const sitrepSchema = Type.Object({
  ...sitrepRowSchema.properties,
  title: nullable(wordsSchema),
  /** Null once it was recalled or erased with its item. */
  sections: nullable(Type.Array(sectionSchema)),
  /** Entries of the period that the circle does not get, of those that its assembler may read. */
  leftOut: leftOutSchema,
  /** The files of the entries that stand in it, as far as the reader may open them; the log gives them. */
  files: Type.Array(
    Type.Object({
      entry: entryIdSchema,
      number: Type.Integer(),
      hash: Type.String(),
      name: Type.String(),
      bytes: Type.Integer(),
    }),
  ),
  /** Sources that were corrected or erased since. */
  stale: Type.Array(
    Type.Object({
      /** Null for a request. */
      entry: nullable(entryIdSchema),
      number: nullable(Type.Integer()),
      why: oneOf(['corrected', 'erased']),
    }),
  ),
});
/** A situation report as this service's people see it. */
export type Sitrep = Static<typeof sitrepSchema>;

export const sitrepPageSchema = Type.Object({
  items: Type.Array(sitrepRowSchema),
  next: nullable(Type.String()),
  timeZone: Type.String(),
});
export type SitrepPage = Static<typeof sitrepPageSchema>;

export const sitrepFilterSchema = Type.Object(
  {
    product: Type.Optional(oneOf(productKinds)),
    circle: Type.Optional(circleIdSchema),
    state: Type.Optional(oneOf(sitrepStates)),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: sitrepLimits.pageAtMost })),
  },
  closed,
);
export type SitrepFilter = Static<typeof sitrepFilterSchema>;

/** A product of the day, for each circle that got one or is getting one. */
export const dueSchema = Type.Array(
  Type.Object({
    product: oneOf(productKinds),
    dueAt: instantSchema,
    sitreps: Type.Array(sitrepRowSchema),
  }),
);
export type Due = Static<typeof dueSchema>;

export const revisionSchema = Type.Object({ revision: Type.Integer({ minimum: 1 }) }, closed);
/** The agreement under which it goes, and the language of its title. */
export const sendSchema = Type.Object({ agreement: agreementIdSchema, language: languageSchema }, closed);
export const sitrepParamsSchema = Type.Object({ id: sitrepIdSchema });

export const changes = ['same', 'added', 'changed', 'removed'] as const;
export const pieceSchema = Type.Object({
  text: Type.String(),
  change: oneOf(['same', 'added', 'removed']),
});
export const comparisonSchema = Type.Object({
  /** What it is held against; null where there is nothing that may be shown beside it. */
  against: nullable(
    Type.Object({ id: sitrepIdSchema, version: Type.Integer(), until: instantSchema, same: Type.Boolean() }),
  ),
  sections: Type.Array(
    Type.Object({
      key: oneOf(sectionKeys),
      paragraphs: Type.Array(
        Type.Object({
          change: oneOf(changes),
          paragraph: paragraphSchema,
          /** Words added and removed, where it was changed. */
          pieces: Type.Array(pieceSchema),
        }),
      ),
    }),
  ),
});
/** A version held against an earlier one. */
export type Comparison = Static<typeof comparisonSchema>;

export const documentQuerySchema = Type.Object(
  {
    language: Type.Optional(languageSchema),
    format: Type.Optional(oneOf(['pdf', 'html'])),
    /** With what changed against the previous one marked. */
    marks: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type DocumentQuery = Static<typeof documentQuerySchema>;
