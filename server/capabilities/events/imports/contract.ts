/** A file of venues, sessions, objects or teams on its way into an event: looked at, imported, undone. */
import Type, { type Static } from 'typebox';
import { daySchema, languageSchema, nullable, oneOf, visibleText } from '../../../kernel/schemas.ts';
import { codeSchema, strict, uuidSchema } from '../contract.ts';
import { objectKinds } from '../place-contract.ts';

export const importLimits = {
  /** Bytes of the file. */
  bytes: 16 * 1024 * 1024,
  rows: 50_000,
  columns: 300,
  /** UTF-16 units of the name of a column; the rest is cut off. */
  title: 300,
  /** UTF-16 units of one cell. */
  cell: 5_000,
  /** Values of each column shown beside its name. */
  samples: 3,
  /** Rows shown of each sort; their number is told whole. */
  shown: 200,
  /** Notes of one row; of more, only that there are more is said. */
  notes: 20,
  /** Occurrences of one entry of a calendar that repeats. */
  occurrences: 1_000,
  /** Imports of an event that are listed, the last first. */
  listed: 100,
  source: 120,
  /** Venues named in a file that can be chosen by hand. */
  choices: 1_000,
  /** Minutes between two units that still belong to one session. */
  gapMinutes: 240,
} as const;

export const importFormats = ['csv', 'json', 'geojson', 'icalendar'] as const;
export type ImportFormat = (typeof importFormats)[number];

export const importTargets = ['venues', 'sessions', 'objects', 'teams'] as const;
export type ImportTarget = (typeof importTargets)[number];

const names = ['name', 'nameAr', 'nameFr', 'nameEn'] as const;
const places = ['town', 'lat', 'lon', 'point'] as const;
/** What a column can hold, by what the file is of. Several columns together make a code or a name. */
export const importFields = {
  venues: ['code', ...names, ...places, 'country', 'capacity', 'firstDay', 'lastDay', 'state'],
  sessions: [
    ...['code', 'name', 'discipline', 'phase', 'venueCode', 'venueName', 'startsAt', 'endsAt'],
    ...['day', 'startTime', 'endTime', 'nation', 'spectators', 'state'],
  ],
  objects: ['code', ...names, ...places, 'kind', 'startsAt', 'endsAt', 'state'],
  teams: ['code', ...names, 'nation', 'part', 'state'],
} as const satisfies Record<ImportTarget, readonly string[]>;
const allFields = [
  ...['code', 'name', 'nameAr', 'nameFr', 'nameEn', 'town', 'lat', 'lon', 'point', 'country', 'capacity'],
  ...['firstDay', 'lastDay', 'state', 'discipline', 'phase', 'venueCode', 'venueName', 'startsAt', 'endsAt'],
  ...['day', 'startTime', 'endTime', 'nation', 'spectators', 'kind', 'part'],
] as const;
export type ImportField = (typeof allFields)[number];

/** Days outside the event are taken as they are, or left out: sessions whole, of other things the days. */
export const outsideChoices = ['take', 'leave-out'] as const;

/** What of a file goes where; null is recognised. */
export const importSettingsSchema = Type.Object(
  {
    target: nullable(oneOf(importTargets)),
    /** What each column holds, by its name; a column that is not named holds what is guessed. */
    mapping: Type.Record(Type.String({ maxLength: importLimits.title }), nullable(oneOf(allFields))),
    /** The language of a name that says none. */
    language: nullable(languageSchema),
    /** Of objects whose kind no column says. */
    kind: nullable(oneOf(objectKinds)),
    /**
     * Units of a programme become sessions: those at one venue on one day, as long as no more than so many
     * minutes lie between them. Null where each row is a session.
     */
    gapMinutes: nullable(Type.Integer({ minimum: 0, maximum: importLimits.gapMinutes })),
    /** Venues for what sessions say of theirs, chosen by hand; null where it is none. */
    venues: Type.Record(Type.String({ maxLength: 700 }), nullable(uuidSchema), {
      maxProperties: importLimits.choices,
    }),
    /** What came under this name before and is not in the file now is cancelled. */
    cancelGone: Type.Boolean(),
    /**
     * Codes of things of which the file goes before what was changed by hand since the last import, or all of
     * them; what is not named stays as the hand left it.
     */
    overrule: Type.Optional(
      Type.Union([Type.Literal('all'), Type.Array(codeSchema, { maxItems: importLimits.choices })]),
    ),
    /**
     * Which venue that is there already a code of this file means, chosen by hand; null where it is a new
     * one. Once imported, the venue is found by that code as well.
     */
    links: Type.Optional(
      Type.Record(Type.String({ maxLength: 700 }), nullable(uuidSchema), {
        maxProperties: importLimits.choices,
      }),
    ),
    /**
     * What becomes of days outside those of the event. Asked each time: where a file has such days, nothing
     * is imported before it is said.
     */
    outside: Type.Optional(oneOf(outsideChoices)),
  },
  strict,
);
export type ImportSettings = Static<typeof importSettingsSchema>;
/** All of it recognised. */
export const recognised: ImportSettings = {
  ...{
    target: null,
    mapping: {},
    language: null,
    kind: null,
    gapMinutes: null,
    venues: {},
    cancelGone: true,
  },
};

export const importFileSchema = Type.Object(
  {
    /**
     * The bytes of the file, base64 (RFC 4648 §4). Whether it is that is seen where it is decoded: a pattern
     * over so much holds the node.
     */
    content: Type.String({ maxLength: Math.ceil(importLimits.bytes / 3) * 4 }),
    fileName: visibleText(300),
    /** Under what name it is found again when it is imported anew. */
    source: visibleText(importLimits.source),
    settings: importSettingsSchema,
  },
  strict,
);
export type ImportFile = Static<typeof importFileSchema>;

export const rowActs = ['added', 'changed', 'kept', 'gone', 'refused', 'noted'] as const;
export type RowAct = (typeof rowActs)[number];

const saysSchema = Type.Object({ ar: Type.String(), fr: Type.String(), en: Type.String() });
export const importRowSchema = Type.Object({
  act: oneOf(rowActs),
  /** As a spreadsheet numbers it, the header being 1; in a list of objects the first is 1. */
  row: nullable(Type.Integer()),
  code: Type.String(),
  label: Type.String(),
  /** Of what changes; of `kept`, what the hand left, and what the file says. */
  fields: Type.Array(Type.Object({ field: Type.String(), before: Type.Unknown(), after: Type.Unknown() })),
  /** Why it is refused, or what is worth knowing. */
  says: Type.Array(saysSchema),
});
export type ImportRow = Static<typeof importRowSchema>;

export const venueFoundBy = ['code', 'name', 'alike', 'chosen', 'new', 'none'] as const;

/** How a venue of a file was taken for one that is there: `known` by a code that was linked before. */
export const linkedBy = ['chosen', 'known', 'words', 'sound', 'place', 'none'] as const;
export type LinkedBy = (typeof linkedBy)[number];

const countsSchema = Type.Object({
  added: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  /** Things of which something stays that was changed by hand. */
  kept: Type.Optional(Type.Integer()),
  gone: Type.Integer(),
  /** Venues that were there under another code, and are found by this one from now on. */
  linked: Type.Optional(Type.Integer()),
  refused: Type.Integer(),
  noted: Type.Integer(),
});
export type ImportCounts = Static<typeof countsSchema>;

export const importReportSchema = Type.Object({
  format: oneOf(importFormats),
  encoding: nullable(Type.String()),
  settings: Type.Object({ ...importSettingsSchema.properties, target: oneOf(importTargets) }),
  columns: Type.Array(
    Type.Object({
      name: Type.String(),
      field: nullable(oneOf(allFields)),
      samples: Type.Array(Type.String()),
    }),
  ),
  /** Problems of the file as a whole: nothing of it can be imported. */
  problems: Type.Array(saysSchema),
  rowCount: Type.Integer(),
  /** Rows of a programme that became so many sessions; null where each row is one. */
  grouped: nullable(Type.Object({ units: Type.Integer(), sessions: Type.Integer() })),
  counts: countsSchema,
  /** The first of each sort. */
  rows: Type.Array(importRowSchema),
  /** What sessions say of their venues, and what that was taken for. */
  venues: Type.Array(
    Type.Object({
      text: Type.String(),
      rows: Type.Integer(),
      venue: nullable(uuidSchema),
      by: oneOf(venueFoundBy),
    }),
  ),
  /**
   * Venues of the file under codes that the event does not know, likely ones first: the venue that each looks
   * like, and whether it is taken for that one.
   */
  alike: Type.Array(
    Type.Object({
      ...{ row: Type.Integer(), code: Type.String(), label: Type.String() },
      ...{ venue: nullable(uuidSchema), by: oneOf(linkedBy), isLinked: Type.Boolean() },
    }),
  ),
  /** Rows with days outside those of the event: how many, and the first and last of those days. */
  outside: nullable(
    Type.Object({
      ...{ rows: Type.Integer(), first: daySchema, last: daySchema },
      ...{ eventFirst: daySchema, eventLast: daySchema },
    }),
  ),
  /** Of what would be done: who imports says what he has seen. */
  digest: Type.String(),
});
export type ImportReport = Static<typeof importReportSchema>;

export const importBodySchema = Type.Object(
  { id: uuidSchema, file: importFileSchema, digest: Type.String({ maxLength: 100 }) },
  strict,
);
export const importPreviewBodySchema = Type.Object({ file: importFileSchema }, strict);

export const importSchema = Type.Object({
  id: uuidSchema,
  at: Type.String(),
  by: Type.String(),
  source: Type.String(),
  file: Type.String(),
  target: oneOf(importTargets),
  counts: countsSchema,
  undoneAt: nullable(Type.String()),
  /** True for the last one that stands: it alone can be undone. */
  isLast: Type.Boolean(),
});
/** An import that was done. */
export type Import = Static<typeof importSchema>;
export const importListSchema = Type.Object({ items: Type.Array(importSchema) });

/** How far an import has come. */
export const importProgressSchema = Type.Object({
  step: oneOf(['reading', 'comparing', 'writing', 'done']),
  done: Type.Integer(),
  total: Type.Integer(),
});
export type ImportProgress = Static<typeof importProgressSchema>;

export const importSettingsOfSource = Type.Object({ settings: nullable(importSettingsSchema) });
