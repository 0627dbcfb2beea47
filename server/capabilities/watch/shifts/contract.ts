/** What the rota and a handover look like to a console and a script. None of it leaves the node. */
import Type, { type Static } from 'typebox';
import {
  daySchema,
  deskIdSchema,
  entryIdSchema,
  instantSchema,
  itemIdSchema,
  nullable,
  oneOf,
  partyIdSchema,
  personIdSchema,
  shiftIdSchema,
  tlpSchema,
} from '../../../kernel/schemas.ts';

export const shiftLimits = {
  officers: 20,
  /** Days for which the same shift is made at once. */
  days: 31,
  /** How far from today a shift may begin: what was worked is still written down, a season is planned. */
  plannedBackDays: 31,
  plannedAheadDays: 400,
  /** Shifts shown at once. */
  listed: 500,
  /** Letters under one heading of a note. */
  heading: 8_000,
  /** Pinned entries named in a note. */
  pinned: 200,
  /** Requests named in a note. */
  requests: 200,
  noteKeptDays: 365,
} as const;

const closed = { additionalProperties: false } as const;
const clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });

/** A shift by the clock on the wall, on one day or on several in a row. */
export const newShiftSchema = Type.Object(
  {
    desk: deskIdSchema,
    officers: Type.Array(personIdSchema, { minItems: 1, maxItems: shiftLimits.officers, uniqueItems: true }),
    day: daySchema,
    from: clock,
    /** At or before `from`: on the day after. */
    to: clock,
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: shiftLimits.days })),
  },
  closed,
);
export type NewShift = Static<typeof newShiftSchema>;

export const shiftStates = [
  'planned',
  'running',
  'signed-out',
  'handed-over',
  'without-handover',
  'cancelled',
] as const;
export type ShiftState = (typeof shiftStates)[number];

const signature = nullable(Type.Object({ by: personIdSchema, at: instantSchema }));

export const shiftSchema = Type.Object({
  id: shiftIdSchema,
  desk: deskIdSchema,
  officers: Type.Array(personIdSchema),
  startsAt: instantSchema,
  endsAt: instantSchema,
  state: oneOf(shiftStates),
  signedOut: signature,
  signedIn: signature,
});
/** A shift as its own service sees it. */
export type Shift = Static<typeof shiftSchema>;

export const rotaSchema = Type.Object({ shifts: Type.Array(shiftSchema), timeZone: Type.String() });
export type Rota = Static<typeof rotaSchema>;
export const rotaQuerySchema = Type.Object(
  { from: Type.Optional(instantSchema), to: Type.Optional(instantSchema) },
  closed,
);

export const headings = ['situation', 'open', 'expected', 'means'] as const;
const text = Type.String({ maxLength: shiftLimits.heading });
/** What the outgoing officer writes, heading by heading. */
export const headingsSchema = Type.Object(
  { situation: text, open: text, expected: text, means: text },
  closed,
);
export type Headings = Static<typeof headingsSchema>;

export const writeNoteSchema = Type.Object(
  { headings: headingsSchema, tlp: tlpSchema, version: Type.Integer({ minimum: 0 }) },
  closed,
);
export type WriteNote = Static<typeof writeNoteSchema>;

/** An entry by its number; its words where it holds no personal data and was not erased. */
const entryNamed = Type.Object({
  entry: entryIdSchema,
  number: Type.Integer(),
  text: nullable(Type.String()),
});
const dueThing = Type.Object({
  id: Type.String(),
  title: Type.String(),
  dueAt: instantSchema,
  breached: Type.Boolean(),
});
export type DueThing = Static<typeof dueThing>;

const requestNamed = Type.Object({
  item: itemIdSchema,
  requester: partyIdSchema,
  addressee: partyIdSchema,
  /** Null where it tells of persons and the reader has not said why he looks. */
  title: nullable(Type.String()),
  waitsFor: nullable(oneOf(['us', 'them'])),
  dueAt: nullable(instantSchema),
  breachedAt: nullable(instantSchema),
});
export type RequestNamed = Static<typeof requestNamed>;

export const handoverSchema = Type.Object({
  shift: shiftSchema,
  /** 0 until something is written. */
  version: Type.Integer(),
  tlp: tlpSchema,
  headings: headingsSchema,
  /** Since when it looks back: the handover before it, or the beginning of the shift. */
  since: instantSchema,
  /** Entries that are pinned, as far as the reader may see them. */
  pinned: Type.Array(entryNamed),
  /** Alerts that some country has not acknowledged, those past their time among them. */
  alerts: Type.Array(dueThing),
  /**
   * Requests at each addressee, as far as the reader may see them: those open for this desk, those of the
   * service that are due soon or past their time, and those that ran over since the last handover.
   */
  requests: nullable(Type.Array(requestNamed)),
  /** SHA-256 of the note as signed, hexadecimal; null until the outgoing officer has signed. */
  hash: nullable(Type.String()),
  erased: Type.Boolean(),
});
export type Handover = Static<typeof handoverSchema>;

export const shiftParamsSchema = Type.Object({ id: shiftIdSchema });
export const signOutSchema = Type.Object({ version: Type.Integer({ minimum: 1 }) }, closed);
/** The incoming officer signs what he has read: the hash says so. */
export const signInSchema = Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, closed);
