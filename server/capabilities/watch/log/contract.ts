/** What an entry of the log looks like to a console and a script. Entries never leave the node. */
import Type, { type Static } from 'typebox';
import { fileWarnings } from '../../../kernel/files.ts';
import {
  circleIdSchema,
  deskIdSchema,
  entryIdSchema,
  instantSchema,
  languageSchema,
  markingSchema,
  nullable,
  oneOf,
  partyIdSchema,
  personIdSchema,
  textLimits,
  visibleText,
} from '../../../kernel/schemas.ts';
import { watchLimits } from '../contract.ts';

export const entryKinds = ['note', 'incident', 'decision', 'call', 'correction'] as const;
export type EntryKind = (typeof entryKinds)[number];

const closed = { additionalProperties: false } as const;
const { releasableTo: _set, ...writtenMarking } = markingSchema.properties;

/** What is picked rather than typed; what the line says goes before it. */
export const entryDraftSchema = Type.Object(
  {
    line: Type.String({ minLength: 1, maxLength: watchLimits.line }),
    language: languageSchema,
    circle: Type.Optional(nullable(circleIdSchema)),
    place: Type.Optional(Type.String({ maxLength: watchLimits.label })),
    event: Type.Optional(Type.String({ maxLength: watchLimits.label })),
    marking: Type.Optional(Type.Partial(Type.Object(writtenMarking, closed), closed)),
    /** Uploads of the writer that wait (`POST /api/exchange/uploads`), in the order to show them in. */
    attachments: Type.Optional(
      Type.Array(
        Type.Object(
          {
            upload: Type.String({ format: 'uuid' }),
            /** What a picture shows: its alternative text. */
            description: Type.Optional(Type.String({ maxLength: watchLimits.description })),
          },
          closed,
        ),
        { maxItems: watchLimits.attachments },
      ),
    ),
  },
  closed,
);
/** What an officer writes. */
export type EntryDraft = Static<typeof entryDraftSchema>;

/** What the next entry of this writer takes where he says nothing. */
export const entryDefaultsSchema = Type.Object({
  circle: nullable(circleIdSchema),
  place: Type.String(),
  event: Type.String(),
  marking: Type.Object(writtenMarking),
  /** The zone by whose clock `/at` is read. */
  timeZone: Type.String(),
});
export type EntryDefaults = Static<typeof entryDefaultsSchema>;

/** What an entry may become. */
export const promotionKinds = ['item', 'alert', 'request'] as const;

export const entryAttachmentSchema = Type.Object({
  /** SHA-256 of the bytes: they are had under it. */
  hash: Type.String(),
  /** As its author gave it: to be shown through `shownName`. */
  name: Type.String(),
  description: nullable(Type.String()),
  bytes: Type.Integer(),
  mimeType: Type.String(),
  warnings: Type.Array(oneOf(fileWarnings)),
  /** True for a picture that can be shown within the page. */
  isPicture: Type.Boolean(),
  hasThumbnail: Type.Boolean(),
});
/** A file or photo of an entry, as a reader sees it. */
export type EntryAttachment = Static<typeof entryAttachmentSchema>;

export const contentStates = ['shown', 'reason-needed', 'erased'] as const;

export const entrySchema = Type.Object({
  id: entryIdSchema,
  number: Type.Integer(),
  kind: oneOf(entryKinds),
  /** The service that wrote it; its people's names are for that service alone. */
  party: partyIdSchema,
  author: nullable(personIdSchema),
  desk: nullable(deskIdSchema),
  circle: nullable(circleIdSchema),
  language: languageSchema,
  /** As the writer says it. */
  happenedAt: instantSchema,
  /** By the node's own clock. */
  recordedAt: instantSchema,
  marking: markingSchema,
  personal: Type.Boolean(),
  /** `reason-needed`: it holds personal data, and is opened by itself for a stated reason. */
  content: oneOf(contentStates),
  text: Type.String(),
  place: nullable(Type.String()),
  event: nullable(Type.String()),
  attachments: Type.Array(entryAttachmentSchema),
  /** The entry that it corrects, and the last one that corrects it. */
  corrects: nullable(Type.Object({ id: entryIdSchema, number: Type.Integer() })),
  correctedBy: nullable(Type.Object({ id: entryIdSchema, number: Type.Integer() })),
  pinnedAt: nullable(instantSchema),
  erasedAt: nullable(instantSchema),
  promotedTo: Type.Array(Type.Object({ kind: oneOf(promotionKinds), target: Type.String() })),
});
/** An entry as a reader sees it. */
export type Entry = Static<typeof entrySchema>;

export const entryPageSchema = Type.Object({
  items: Type.Array(entrySchema),
  next: nullable(Type.String()),
  /** In a search without a stated reason, what holds personal data was not looked through. */
  personalLeftOut: Type.Boolean(),
});
export type EntryPage = Static<typeof entryPageSchema>;

/** What the log is narrowed to, and what is searched for in it. */
export const entryFilterSchema = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: watchLimits.question })),
    author: Type.Optional(personIdSchema),
    desk: Type.Optional(deskIdSchema),
    /** `-` for what this service wrote for itself alone. */
    circle: Type.Optional(Type.Union([circleIdSchema, Type.Literal('-')])),
    kind: Type.Optional(oneOf(entryKinds)),
    pinned: Type.Optional(Type.Boolean()),
    /** Recorded from, and before. */
    from: Type.Optional(instantSchema),
    to: Type.Optional(instantSchema),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: watchLimits.pageAtMost })),
  },
  closed,
);
export type EntryFilter = Static<typeof entryFilterSchema>;

export const originParamsSchema = Type.Object({ target: Type.String({ maxLength: 100 }) });
/** The entry of which something was made; null where there is none that the reader may see. */
export const originSchema = Type.Object({
  entry: nullable(Type.Object({ id: entryIdSchema, number: Type.Integer() })),
});
export type Origin = Static<typeof originSchema>;

export const entryParamsSchema = Type.Object({ id: entryIdSchema });
export const entryAttachmentParamsSchema = Type.Object({
  id: entryIdSchema,
  hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
});
/** `?show=true` gives a picture to be shown; everything else is given to be kept. */
export const entryBytesQuerySchema = Type.Object({ show: Type.Optional(Type.Boolean()) });
export const erasureSchema = Type.Object({ reason: visibleText(textLimits.line) }, closed);
