/** The kernel's words as schemas: declared once, used by contracts, forms, API documents and wire schemas. */
import Type, { type TSchema } from 'typebox';
import { languages } from './faults.ts';
import type {
  AgreementId,
  AlertId,
  CircleId,
  DeskId,
  EntryId,
  ItemId,
  PartyId,
  PersonId,
  ShiftId,
  SitrepId,
} from './ids.ts';
import { idPattern } from './ids.ts';
import { fields, gradingSchemes, handlingCodes, paps, personCategories, purposes, tlps } from './marking.ts';
import { dayPattern } from './time.ts';
import { visiblePattern } from './visible.ts';

/** Limits of text, in UTF-16 units. */
export const textLimits = { title: 300, line: 1_000, text: 100_000 } as const;

/** A text that shows something to its reader; the edge says so where one does not. */
export const visibleText = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: visiblePattern });

/** One of the values, as a JSON Schema enumeration. */
export const oneOf = <const Values extends readonly string[]>(values: Values) =>
  Type.Unsafe<Values[number]>(Type.Enum([...values]));

const id = <Kind extends string>(of: Parameters<typeof idPattern>[0]) =>
  Type.Unsafe<Kind>(Type.String({ pattern: idPattern(of) }));

export const partyIdSchema = id<PartyId>('party');
export const personIdSchema = id<PersonId>('person');
export const deskIdSchema = id<DeskId>('desk');
export const itemIdSchema = id<ItemId>('item');
export const agreementIdSchema = id<AgreementId>('agreement');
export const circleIdSchema = id<CircleId>('circle');
export const entryIdSchema = id<EntryId>('entry');
export const shiftIdSchema = id<ShiftId>('shift');
export const sitrepIdSchema = id<SitrepId>('sitrep');
export const alertIdSchema = id<AlertId>('alert');

/** `2024-07-26`. */
export const daySchema = Type.String({ pattern: `^${dayPattern}$` });
/** RFC 3339 in UTC. What comes over HTTP is brought to milliseconds at the door. */
export const instantSchema = Type.String({
  pattern: `^${dayPattern}T(?:[01]\\d|2[0-3])(?::[0-5]\\d){2}(?:\\.\\d{1,9})?Z$`,
});
export const languageSchema = oneOf(languages);

/** A short text in the three languages. */
export const wordsSchema = Type.Object(
  {
    ar: visibleText(textLimits.title),
    fr: visibleText(textLimits.title),
    en: visibleText(textLimits.title),
  },
  { additionalProperties: false },
);

export const tlpSchema = oneOf(tlps);
export const papSchema = oneOf(paps);
export const handlingSchema = oneOf(handlingCodes);
export const fieldSchema = oneOf(fields);
export const purposeSchema = oneOf(purposes);

export const gradingSchema = Type.Object(
  {
    scheme: oneOf(gradingSchemes),
    source: Type.String({ maxLength: 1 }),
    information: Type.String({ maxLength: 1 }),
    handling: Type.Optional(Type.String({ maxLength: 1 })),
  },
  { additionalProperties: false },
);

/** The marking of kernel/marking.ts; the rules between its parts are `markingErrors`. */
export const markingSchema = Type.Object(
  {
    tlp: tlpSchema,
    pap: papSchema,
    handling: Type.Array(handlingSchema, { minItems: 1, maxItems: 3, uniqueItems: true }),
    handlingText: Type.Optional(Type.String({ maxLength: textLimits.line })),
    grading: Type.Optional(gradingSchema),
    field: fieldSchema,
    purpose: purposeSchema,
    legalBasis: visibleText(textLimits.line),
    personCategories: Type.Array(oneOf(personCategories), { maxItems: 5, uniqueItems: true }),
    releasableTo: Type.Array(partyIdSchema, { minItems: 1, maxItems: 100, uniqueItems: true }),
    reviewOn: daySchema,
    eraseOn: daySchema,
  },
  { additionalProperties: false },
);

/** One page of a list; `next` is the cursor of the following page, null at the end. */
export const pageSchema = <Row extends TSchema>(row: Row) =>
  Type.Object({
    items: Type.Array(row),
    next: Type.Union([Type.String(), Type.Null()]),
    total: Type.Integer(),
  });

export const nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
