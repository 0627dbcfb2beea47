/** What the exchange capability says over HTTP: items, their marking, preview, deliveries, import. */
import Type from 'typebox';
import { languages } from '../../kernel/faults.ts';
import { fields, handlingCodes, paps, personCategories, purposes, tlps } from '../../kernel/marking.ts';

const Nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const Words = Type.Object({ ar: Type.String(), fr: Type.String(), en: Type.String() });

export const gradingSchemes = ['admiralty', 'europol-4x4', '3x5x2'] as const;
export const Grading = Type.Object({
  scheme: Type.Enum(gradingSchemes),
  source: Type.String(),
  information: Type.String(),
  handling: Type.Optional(Type.String()),
});
export type Grading = Type.Static<typeof Grading>;

export const Marking = Type.Object({
  tlp: Type.Enum(tlps),
  pap: Type.Enum(paps),
  handling: Type.Array(Type.Enum(handlingCodes)),
  handlingText: Type.Optional(Type.String()),
  grading: Type.Optional(Grading),
  field: Type.Enum(fields),
  purpose: Type.Enum(purposes),
  legalBasis: Type.String(),
  personCategories: Type.Array(Type.Enum(personCategories)),
  releasableTo: Type.Array(Type.String()),
  reviewOn: Type.String(),
  eraseOn: Type.String(),
});
export type Marking = Type.Static<typeof Marking>;

/** A STIX 2.1 object, carried as it came: whatever properties it has stay. */
export const StixObject = Type.Object(
  { type: Type.String(), id: Type.String() },
  { additionalProperties: true },
);
export type StixObject = Type.Static<typeof StixObject> & { readonly [property: string]: unknown };

export const itemStates = ['draft', 'proposed', 'returned', 'released', 'received'] as const;
export const ItemRow = Type.Object({
  id: Type.String(),
  version: Type.Number(),
  originator: Type.Object({ id: Type.String(), name: Words }),
  own: Type.Boolean(),
  state: Type.Enum(itemStates),
  title: Type.String(),
  summary: Type.String(),
  language: Type.Enum(languages),
  marking: Marking,
  content: Type.Object({ count: Type.Number(), types: Type.Record(Type.String(), Type.Number()) }),
  desk: Nullable(Type.String()),
  author: Nullable(Type.String()),
  createdAt: Type.String(),
  modifiedAt: Type.String(),
  releasedAt: Nullable(Type.String()),
  receivedAt: Nullable(Type.String()),
  readAt: Nullable(Type.String()),
  circle: Nullable(Type.String()),
  agreement: Nullable(Type.String()),
  returnReason: Type.Optional(Nullable(Type.String())),
});
export type ItemRow = Type.Static<typeof ItemRow>;

export const Item = Type.Object({ ...ItemRow.properties, objects: Type.Optional(Type.Array(StixObject)) });
export type Item = Omit<Type.Static<typeof Item>, 'objects'> & { readonly objects?: readonly StixObject[] };

export const boxes = ['inbox', 'drafts', 'to-release', 'sent', 'returned'] as const;
export type Box = (typeof boxes)[number];

export const ItemPage = Type.Object({
  items: Type.Array(ItemRow),
  next: Nullable(Type.String()),
  total: Type.Number(),
});
export type ItemPage = Type.Static<typeof ItemPage>;

/** What the author hands in: an item before it has an id. Exactly one of `circle` and `recipients` is used. */
export const Composition = Type.Object({
  title: Type.String({ minLength: 1 }),
  summary: Type.String(),
  language: Type.Enum(languages),
  objects: Type.Array(StixObject),
  marking: Marking,
  agreement: Nullable(Type.String()),
  circle: Type.Optional(Type.String()),
  recipients: Type.Optional(Type.Array(Type.String())),
});
export type Composition = Omit<Type.Static<typeof Composition>, 'objects'> & {
  readonly objects: readonly StixObject[];
};

export const Proposal = Type.Object({
  agreement: Type.String(),
  circle: Type.Optional(Type.String()),
  recipients: Type.Optional(Type.Array(Type.String())),
});
export type Proposal = Type.Static<typeof Proposal>;

export const Bundle = Type.Object({
  type: Type.Literal('bundle'),
  id: Type.String(),
  objects: Type.Array(StixObject),
});

/** Exactly what one recipient gets; `withheld` are JSON paths that the marking takes out. */
export const PreviewRow = Type.Object({
  recipient: Type.String(),
  name: Words,
  withheld: Type.Array(Type.String()),
  bundle: Bundle,
});
export type PreviewRow = Type.Static<typeof PreviewRow>;

export const deliveryStates = ['waiting', 'sent', 'received', 'read', 'failed'] as const;
export const Delivery = Type.Object({
  recipient: Type.String(),
  name: Type.Optional(Words),
  sentAt: Nullable(Type.String()),
  receivedAt: Nullable(Type.String()),
  readAt: Nullable(Type.String()),
  state: Type.Enum(deliveryStates),
});
export type Delivery = Type.Static<typeof Delivery>;

/** What an import did, or would do (`dryRun`). A refused object is named with its reason. */
export const ImportReport = Type.Object({
  accepted: Type.Number(),
  types: Type.Record(Type.String(), Type.Number()),
  refused: Type.Array(Type.Object({ id: Type.String(), reason: Type.String() })),
  items: Type.Array(Type.String()),
});
export type ImportReport = Type.Static<typeof ImportReport>;
