/** A table of indicators or of persons, as someone exported it, on its way to one draft item. */
import Type, { type Static } from 'typebox';
import { personCategories } from '../../../kernel/marking.ts';
import { itemIdSchema, nullable, oneOf } from '../../../kernel/schemas.ts';
import { itemDraftSchema, stixObjectSchema } from '../contract.ts';

export const csvLimits = {
  /** Bytes of the file. */
  bytes: 5 * 1024 * 1024,
  /** Rows below the header. */
  rows: 10_000,
  columns: 60,
  /** UTF-16 units of one cell. */
  cell: 5_000,
  /** Rows shown as the objects that they become. */
  shown: 10,
  /** Values of each column shown beside its header. */
  samples: 3,
  /** Problems told one by one; their number is told whole. */
  problems: 200,
} as const;

export const csvKinds = ['indicators', 'persons'] as const;
export type CsvKind = (typeof csvKinds)[number];

/** What a column can hold. */
export const csvFields = {
  indicators: ['value', 'type', 'description', 'validFrom', 'validUntil', 'confidence', 'labels'],
  persons: [
    'name',
    'familyName',
    'givenName',
    'latinName',
    'arabicName',
    'birthDate',
    'nationality',
    'documentKind',
    'documentNumber',
    'documentCountry',
    'category',
    'remarks',
  ],
} as const;
export type IndicatorField = (typeof csvFields.indicators)[number];
export type PersonField = (typeof csvFields.persons)[number];
export type CsvField = IndicatorField | PersonField;

export const csvEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'windows-1252'] as const;
export type CsvEncoding = (typeof csvEncodings)[number];
export const csvSeparators = [',', ';', '\t', '|'] as const;
export type CsvSeparator = (typeof csvSeparators)[number];

const fieldSchema = oneOf([...csvFields.indicators, ...csvFields.persons]);

/** The file, and how to read it; what is null is recognised. */
export const csvFileSchema = Type.Object(
  {
    kind: oneOf(csvKinds),
    /** The bytes of the file, base64 (RFC 4648 §4). */
    content: Type.String({
      maxLength: Math.ceil(csvLimits.bytes / 3) * 4,
      pattern: '^[A-Za-z0-9+/]*={0,2}$',
    }),
    encoding: nullable(oneOf(csvEncodings)),
    separator: nullable(oneOf(csvSeparators)),
    /** True when the first row names the columns. */
    header: nullable(Type.Boolean()),
    /** What each column holds, null for what is left out. */
    mapping: nullable(Type.Array(nullable(fieldSchema), { maxItems: csvLimits.columns })),
  },
  { additionalProperties: false },
);
export type CsvFile = Static<typeof csvFileSchema>;

export const csvPreviewSchema = Type.Object({ file: csvFileSchema }, { additionalProperties: false });

/** The whole table as one draft; `leaveOut` imports the sound rows and leaves out the others. */
export const csvImportSchema = Type.Object(
  { file: csvFileSchema, draft: Type.Omit(itemDraftSchema, ['objects']), leaveOut: Type.Boolean() },
  { additionalProperties: false },
);

const problemSchema = Type.Object({
  /** As a spreadsheet numbers it, the first row being 1; null for the file itself. */
  row: nullable(Type.Integer()),
  /** The first being 1; null for the whole row. */
  column: nullable(Type.Integer()),
  rule: Type.String(),
  severity: oneOf(['error', 'warning']),
  says: Type.Object({ ar: Type.String(), fr: Type.String(), en: Type.String() }),
});
export type CsvProblem = Static<typeof problemSchema>;

/** What would become of the file: nothing is stored by asking. */
export const csvReportSchema = Type.Object({
  encoding: oneOf(csvEncodings),
  separator: oneOf(csvSeparators),
  header: Type.Boolean(),
  columns: Type.Array(
    Type.Object({
      /** The header's words; empty where the table has none. */
      title: Type.String(),
      field: nullable(fieldSchema),
      samples: Type.Array(Type.String()),
    }),
  ),
  rowCount: Type.Integer(),
  /** Rows without an error. */
  soundCount: Type.Integer(),
  objectCount: Type.Integer(),
  types: Type.Record(Type.String(), Type.Integer()),
  /** The categories of the persons: they go into the marking. */
  categories: Type.Array(oneOf(personCategories)),
  shown: Type.Array(Type.Object({ row: Type.Integer(), objects: Type.Array(stixObjectSchema) })),
  problems: Type.Array(problemSchema),
  problemCount: Type.Integer(),
});
export type CsvReport = Static<typeof csvReportSchema>;

export const csvImportReportSchema = Type.Object({
  stored: Type.Boolean(),
  item: nullable(itemIdSchema),
  report: csvReportSchema,
});
export type CsvImportReport = Static<typeof csvImportReportSchema>;
