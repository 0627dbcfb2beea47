/** What attachments look like to a console and a script. */
import Type, { type Static } from 'typebox';
import { fileWarnings } from '../../../kernel/files.ts';
import { instantSchema, itemIdSchema, nullable, oneOf } from '../../../kernel/schemas.ts';

export const attachmentLimits = {
  /** Bytes of one attachment. */
  fileBytes: 209_715_200,
  /** Attachments of one item, and their bytes together. */
  perItem: 20,
  itemBytes: 1_073_741_824,
  /** Characters of a name. */
  nameLength: 255,
  /** Uploads of one person that wait for their item. */
  uploadsOfOne: 50,
  /** How long an upload waits. */
  uploadKeptMs: 86_400_000,
  /** Bytes of a picture that is shown within the page. */
  pictureBytes: 20_971_520,
  /** Attachments fetched from partners at once. */
  fetches: 3,
  /** First wait after a fetch that broke off, doubled each time up to the longest. */
  retryFirstMs: 1_000,
  retryMostMs: 30_000,
  /** How long a process keeps a fetch without a sign of life, and how often it gives one. */
  claimMs: 30_000,
  progressMs: 1_000,
  /** The same while what has come is looked into. */
  inspectionMs: 120_000,
} as const;

export const attachmentStates = ['here', 'expected', 'fetching', 'failed'] as const;
/** Why an attachment is not here: still on its way, or not to be had. */
export const failures = [
  'unreachable',
  'busy',
  'broken-off',
  'refused-there',
  'size-differs',
  'hash-differs',
  'too-large',
  'unsafe-archive',
  'storage',
] as const;
export type Failure = (typeof failures)[number];

const archiveSchema = Type.Object({
  entries: Type.Integer(),
  unpackedBytes: Type.Integer(),
  depth: Type.Integer(),
});

const found = {
  mimeType: Type.String(),
  warnings: Type.Array(oneOf(fileWarnings)),
  archive: nullable(archiveSchema),
};

const stixObjectSchema = Type.Object(
  { type: Type.String(), id: Type.String() },
  { additionalProperties: true },
);

/** An upload that waits for its item: its `objects` go among those of the draft. */
export const uploadSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  bytes: Type.Integer(),
  hash: Type.String(),
  ...found,
  /** The STIX artifact and file that stand for it. */
  objects: Type.Array(stixObjectSchema),
  keptUntil: instantSchema,
});
export type Upload = Static<typeof uploadSchema>;

export const attachmentSchema = Type.Object({
  artifact: Type.String(),
  /** As its sender gave it: to be shown through `shownName`; null where it was withheld. */
  name: nullable(Type.String()),
  bytes: nullable(Type.Integer()),
  hash: Type.String(),
  ...found,
  state: oneOf(attachmentStates),
  fetchedBytes: Type.Integer(),
  failure: nullable(oneOf(failures)),
  /** When it is tried again by itself. */
  retryAt: nullable(instantSchema),
  /** True for a picture that can be shown within the page. */
  isPicture: Type.Boolean(),
});
/** An attachment of an item, as a reader sees it. */
export type Attachment = Static<typeof attachmentSchema>;
export const attachmentListSchema = Type.Array(attachmentSchema);

export const artifactPattern = '^artifact--[0-9a-f-]{36}$';
export const attachmentParamsSchema = Type.Object({
  id: itemIdSchema,
  artifact: Type.String({ pattern: artifactPattern }),
});
export const uploadQuerySchema = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: attachmentLimits.nameLength }) },
  { additionalProperties: false },
);
export const uploadParamsSchema = Type.Object({ id: Type.String({ format: 'uuid' }) });
/** `?show=true` gives a picture to be shown; everything else is given to be kept. */
export const bytesQuerySchema = Type.Object({ show: Type.Optional(Type.Boolean()) });
