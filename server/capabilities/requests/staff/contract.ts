/** Who heads which desk, who is away, and work given to somebody else. None of it leaves the node. */
import Type, { type Static } from 'typebox';
import {
  deskIdSchema,
  instantSchema,
  itemIdSchema,
  nullable,
  partyIdSchema,
  personIdSchema,
} from '../../../kernel/schemas.ts';

export const staffLimits = {
  /** Requests given to somebody else at once. */
  handedOver: 200,
  /** Letters of the note that goes with them. */
  note: 4_000,
  /** Days that one absence lasts at most. */
  absenceDays: 400,
  /** Absences that are kept and shown: those that have not ended. */
  absences: 1_000,
  /** Times that work was given to somebody else, shown at once. */
  listed: 50,
  /** Days for which an ended absence is kept. */
  endedDays: 30,
} as const;

const strict = { additionalProperties: false } as const;

export const absenceIdSchema = Type.String({ pattern: '^absence--[0-9a-f-]{36}$' });
export const handOverIdSchema = Type.String({ pattern: '^hand-over--[0-9a-f-]{36}$' });

/** Somebody's time away. Why he is away is nobody's business here. */
export const newAbsenceSchema = Type.Object(
  { person: personIdSchema, standIn: personIdSchema, from: instantSchema, until: instantSchema },
  strict,
);
export type NewAbsence = Static<typeof newAbsenceSchema>;

export const absenceSchema = Type.Object({
  id: absenceIdSchema,
  person: personIdSchema,
  standIn: personIdSchema,
  from: instantSchema,
  until: instantSchema,
  /** He may end it, as far as the reader may. */
  mayEnd: Type.Boolean(),
});
export type Absence = Static<typeof absenceSchema>;

/** Null: the desk has no head. */
export const namedHeadSchema = Type.Object({ person: nullable(personIdSchema) }, strict);

export const staffSchema = Type.Object({
  heads: Type.Array(Type.Object({ desk: deskIdSchema, person: personIdSchema })),
  /** Those that have not ended, the next first. */
  absences: Type.Array(absenceSchema),
  /** Who can be given work: active, of this service, in a role that writes. */
  officers: Type.Array(
    Type.Object({
      person: personIdSchema,
      desks: Type.Array(deskIdSchema),
      /** Open requests in his hand. */
      open: Type.Integer(),
      absent: Type.Boolean(),
    }),
  ),
  mayNameHeads: Type.Boolean(),
  mayMarkOthers: Type.Boolean(),
});
export type Staff = Static<typeof staffSchema>;

/** One or several requests, to an officer or to a desk, with a word. */
export const handOverSchema = Type.Object(
  {
    strands: Type.Array(Type.Object({ item: itemIdSchema, addressee: partyIdSchema }, strict), {
      minItems: 1,
      maxItems: staffLimits.handedOver,
      uniqueItems: true,
    }),
    desk: Type.Optional(deskIdSchema),
    assignee: nullable(personIdSchema),
    note: Type.String({ maxLength: staffLimits.note }),
  },
  strict,
);
export type HandOver = Static<typeof handOverSchema>;

const placeSchema = Type.Object({ desk: nullable(deskIdSchema), assignee: nullable(personIdSchema) });
export const handedOverSchema = Type.Object({
  id: handOverIdSchema,
  item: itemIdSchema,
  addressee: partyIdSchema,
  note: Type.String(),
  /** Null: the house itself. */
  person: nullable(personIdSchema),
  at: instantSchema,
  before: placeSchema,
  after: placeSchema,
  undoneAt: nullable(instantSchema),
  undoneBy: nullable(personIdSchema),
});
/** One request of those that were given to somebody else at once. */
export type HandedOver = Static<typeof handedOverSchema>;

/** What came of giving work over, or of taking that back. */
export const handOverResultSchema = Type.Object({
  id: handOverIdSchema,
  changed: Type.Integer(),
  /** Of those taken back: who got it has given it on since, or it is done. */
  kept: Type.Integer(),
});
export type HandOverResult = Static<typeof handOverResultSchema>;

export const deskParamsSchema = Type.Object({ desk: deskIdSchema });
export const absenceParamsSchema = Type.Object({ absence: absenceIdSchema });
export const handOverParamsSchema = Type.Object({ handOver: handOverIdSchema });
