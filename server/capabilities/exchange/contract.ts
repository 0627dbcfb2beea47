/** What an item looks like to a console, a script and (packed as STIX) to another node. */
import Type, { type Static } from 'typebox';
import type { JsonObject } from '../../kernel/canonical.ts';
import { roles } from '../../kernel/decision.ts';
import { fields, tlps } from '../../kernel/marking.ts';
import {
  agreementIdSchema,
  circleIdSchema,
  daySchema,
  deskIdSchema,
  instantSchema,
  itemIdSchema,
  languageSchema,
  markingSchema,
  nullable,
  oneOf,
  pageSchema,
  partyIdSchema,
  personIdSchema,
  textLimits,
  visibleText,
} from '../../kernel/schemas.ts';

export const itemStates = ['draft', 'proposed', 'returned', 'released', 'received', 'recalled'] as const;
export type ItemState = (typeof itemStates)[number];
export const boxes = ['inbox', 'drafts', 'to-release', 'returned', 'sent', 'recalled'] as const;
export type Box = (typeof boxes)[number];

export const exchangeLimits = {
  /** STIX objects in one item: with what is wrapped around them, no more than one reading takes (50,000). */
  objects: 49_990,
  /** Fields withheld in one item. */
  withheld: 200,
  /** Days from writing to erasure at most: ten years, as in an agreement's defaults. */
  keptDays: 3_650,
  /** Recipients named one by one; with the originator they are the hundred that a marking holds. */
  recipients: 99,
  page: 50,
  pageAtMost: 200,
} as const;

/** A STIX 2.1 object, kept as given: unknown properties stay. */
export const stixObjectSchema = Type.Unsafe<JsonObject>(
  Type.Object({ type: Type.String(), id: Type.String() }, { additionalProperties: true }),
);

/** What must not reach some recipients: a whole object, or one field of it (STIX 2.1 §7.2.3 selector). */
export const withheldSchema = Type.Object(
  {
    object: Type.String({ maxLength: 200 }),
    selector: nullable(Type.String({ maxLength: 500 })),
    /** The recipients that do get it; empty means that it never leaves. */
    except: Type.Array(partyIdSchema, { maxItems: 100, uniqueItems: true }),
  },
  { additionalProperties: false },
);
export type Withheld = Static<typeof withheldSchema>;

/** What an author writes. `releasableTo` in the marking is set from circle or recipients when he proposes. */
export const itemDraftSchema = Type.Object(
  {
    title: visibleText(textLimits.title),
    summary: Type.String({ maxLength: textLimits.text }),
    language: languageSchema,
    marking: Type.Omit(markingSchema, ['releasableTo']),
    agreement: nullable(agreementIdSchema),
    circle: nullable(circleIdSchema),
    /** Recipients when no circle is named. */
    recipients: Type.Array(partyIdSchema, { maxItems: exchangeLimits.recipients, uniqueItems: true }),
    objects: Type.Array(stixObjectSchema, { maxItems: exchangeLimits.objects }),
    withheld: Type.Array(withheldSchema, { maxItems: exchangeLimits.withheld }),
    /** The item that it answers: fixed when it is first written. */
    about: Type.Optional(itemIdSchema),
  },
  { additionalProperties: false },
);
/** What an author writes. */
export type ItemDraft = Static<typeof itemDraftSchema>;

const rowProperties = {
  id: itemIdSchema,
  version: Type.Integer({ minimum: 1 }),
  originator: partyIdSchema,
  /** Who passed it on, where that was not the originator. */
  via: nullable(partyIdSchema),
  /** True for an item that this node made. */
  own: Type.Boolean(),
  state: oneOf(itemStates),
  /** Empty where a reason is needed first. */
  title: Type.String(),
  /** True when it holds personal data and the reader has not said why he looks: its words are left out. */
  needsReason: Type.Boolean(),
  language: languageSchema,
  marking: markingSchema,
  desk: nullable(deskIdSchema),
  agreement: nullable(agreementIdSchema),
  circle: nullable(circleIdSchema),
  objectCount: Type.Integer(),
  author: nullable(personIdSchema),
  createdAt: instantSchema,
  modifiedAt: instantSchema,
  proposedAt: nullable(instantSchema),
  releasedAt: nullable(instantSchema),
  receivedAt: nullable(instantSchema),
  /** When someone of this node first read a received item. */
  readAt: nullable(instantSchema),
  returnedReason: nullable(Type.String()),
  /** The item that this one answers. */
  about: nullable(itemIdSchema),
};

export const itemRowSchema = Type.Object({
  ...rowProperties,
  /** In lists: the earlier item that this one was confirmed to tell of again. */
  mergedInto: Type.Optional(itemIdSchema),
  /** In lists: how many later items were confirmed to tell of this one again. */
  mergedFrom: Type.Optional(Type.Integer()),
});
export type ItemRow = Static<typeof itemRowSchema>;

/** An item with its content, as an answer describes it. */
export const itemSchema = Type.Object({
  ...rowProperties,
  summary: Type.String(),
  objects: Type.Array(stixObjectSchema),
  /** True when `objects` is cut at `objectsShown`; the export holds all. */
  objectsCut: Type.Boolean(),
  /** How many objects of each STIX type. */
  types: Type.Record(Type.String(), Type.Integer()),
  withheld: Type.Array(withheldSchema),
  recipients: Type.Array(partyIdSchema),
});
/** An item as a reader sees it, its content cut at `objectsShown`. */
export type Item = Static<typeof itemSchema>;

/** Objects given with an item; more are in its export. */
export const objectsShown = 500;

export const itemPageSchema = pageSchema(itemRowSchema);
export type ItemPage = Static<typeof itemPageSchema>;

export const itemFilterSchema = Type.Object(
  {
    box: oneOf(boxes),
    desk: Type.Optional(deskIdSchema),
    field: Type.Optional(oneOf(fields)),
    tlp: Type.Optional(oneOf(tlps)),
    /** Source letter and information digit of a grade, as given: `B2`. */
    grade: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{1,2}$' })),
    party: Type.Optional(partyIdSchema),
    from: Type.Optional(daySchema),
    to: Type.Optional(daySchema),
    unread: Type.Optional(Type.Boolean()),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: exchangeLimits.pageAtMost })),
  },
  { additionalProperties: false },
);
export type ItemFilter = Static<typeof itemFilterSchema>;

export const itemParamsSchema = Type.Object({ id: itemIdSchema });
/** The version that the reader saw: a verb on another version is refused with `state/changed`. */
export const seenSchema = Type.Object({ version: Type.Integer({ minimum: 1 }) });
export const returnSchema = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  reason: visibleText(textLimits.line),
});

/** The desk that takes over a received item. */
export const assignSchema = Type.Object({ desk: deskIdSchema }, { additionalProperties: false });

/** Exactly what one recipient would get. */
export const previewSchema = Type.Array(
  Type.Object({
    recipient: partyIdSchema,
    /** Paths that he does not get, as `object-id` or `object-id / selector`. */
    withheld: Type.Array(Type.String()),
    /** Why he can get nothing: a gap of the agreement, `not-linked`, `nothing-left`, `withheld-required`. */
    refused: nullable(Type.String()),
    objects: Type.Array(stixObjectSchema),
    objectCount: Type.Integer(),
    /** Size of the bundle in canonical form (RFC 8785), as it travels. */
    bytes: Type.Integer(),
    /** SHA-256 of that form, hexadecimal: the `bodyHash` that both journals name once it is sent. */
    hash: nullable(Type.String()),
  }),
);
export type Preview = Static<typeof previewSchema>;

export const deliverySchema = Type.Object({
  recipient: partyIdSchema,
  version: Type.Integer(),
  queuedAt: instantSchema,
  sentAt: nullable(instantSchema),
  receivedAt: nullable(instantSchema),
  readAt: nullable(instantSchema),
  state: oneOf(['queued', 'sent', 'received', 'read', 'refused']),
  fault: nullable(Type.String()),
  /** What the recipient told of his readers, as far as the agreement goes; never who they are. */
  readers: nullable(
    Type.Object({
      count: Type.Integer(),
      byRole: nullable(Type.Array(Type.Object({ role: oneOf(roles), count: Type.Integer() }))),
      at: nullable(instantSchema),
    }),
  ),
});
export const deliveryListSchema = Type.Array(deliverySchema);
export type Delivery = Static<typeof deliverySchema>;

const problemSchema = Type.Object({
  path: Type.String(),
  rule: Type.String(),
  severity: oneOf(['error', 'warning']),
  says: Type.Object({ ar: Type.String(), fr: Type.String(), en: Type.String() }),
});

/** A bundle to import: becomes one draft item; `dryRun` reports and stores nothing. */
export const importSchema = Type.Object(
  { draft: Type.Omit(itemDraftSchema, ['objects']), bundle: Type.Unknown() },
  { additionalProperties: false },
);
/** `?dryRun=true` reports and stores nothing. */
export const importQuerySchema = Type.Object({ dryRun: Type.Optional(Type.Boolean()) });
export const importReportSchema = Type.Object({
  stored: Type.Boolean(),
  item: nullable(itemIdSchema),
  objectCount: Type.Integer(),
  types: Type.Record(Type.String(), Type.Integer()),
  problems: Type.Array(problemSchema),
});
export type ImportReport = Static<typeof importReportSchema>;

/** Counts for the navigation: what waits in each box. */
export const countsSchema = Type.Object({
  inboxUnread: Type.Integer(),
  drafts: Type.Integer(),
  toRelease: Type.Integer(),
  returned: Type.Integer(),
  /** Questions of holders that wait for this contact point. */
  toDecide: Type.Integer(),
});
export type Counts = Static<typeof countsSchema>;
