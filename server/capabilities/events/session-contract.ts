/** Sessions of an event: what spectators come for, at one venue, from one time to another. */
import Type, { type Static } from 'typebox';
import { daySchema, instantSchema, nullable, oneOf, visibleText } from '../../kernel/schemas.ts';
import { changeOf, codeSchema, eventsLimits, strict, uuidSchema } from './contract.ts';

export const sessionStates = ['planned', 'moved', 'cancelled'] as const;
export type SessionState = (typeof sessionStates)[number];

/** ISO 3166-1 alpha-2, or what a side is called that is no country of that list: «Scotland». */
export const nationSchema = visibleText(80);
const spectators = Type.Integer({ minimum: 0, maximum: eventsLimits.capacity });

/** The smallest thing on the programme: a heat, a match, a ceremony of medals. */
export const unitSchema = Type.Object(
  {
    code: codeSchema,
    title: visibleText(eventsLimits.name),
    startsAt: instantSchema,
    endsAt: instantSchema,
    state: oneOf(sessionStates),
  },
  strict,
);
export type ScheduledUnit = Static<typeof unitSchema>;

const writtenSession = {
  code: codeSchema,
  /** Null where it is at none of the venues: on a route, or not known yet. */
  venue: nullable(uuidSchema),
  title: visibleText(eventsLimits.name),
  discipline: nullable(visibleText(eventsLimits.name)),
  phase: nullable(visibleText(eventsLimits.name)),
  startsAt: instantSchema,
  endsAt: instantSchema,
  nations: Type.Array(nationSchema, { maxItems: eventsLimits.nations, uniqueItems: true }),
  /** All of them; null where nobody has said. */
  spectators: nullable(spectators),
  /** Of them, by nationality. */
  expectedSpectators: Type.Array(Type.Object({ nation: nationSchema, count: spectators }, strict), {
    maxItems: eventsLimits.nations,
  }),
  /** What it is made of, where the programme is finer than sessions. */
  units: Type.Array(unitSchema, { maxItems: eventsLimits.units }),
  state: oneOf(sessionStates),
} as const;
export const sessionDraftSchema = Type.Object(writtenSession, strict);
export type SessionDraft = Static<typeof sessionDraftSchema>;
export const sessionChangeSchema = changeOf(writtenSession);
export type SessionChange = Static<typeof sessionChangeSchema>;

const identified = { id: uuidSchema, event: uuidSchema, version: Type.Integer() } as const;
export const sessionSchema = Type.Object({ ...writtenSession, ...identified });
/** What spectators come for. */
export type Session = Static<typeof sessionSchema>;

const { units: _units, ...shortSession } = writtenSession;
/** In a list the units are counted. */
export const sessionRowSchema = Type.Object({ ...shortSession, ...identified, unitCount: Type.Integer() });
export type SessionRow = Static<typeof sessionRowSchema>;

export const sessionPageSchema = Type.Object({
  items: Type.Array(sessionRowSchema),
  next: nullable(Type.String()),
  /** Of all pages; of a search that finds a great many, what was counted of them. */
  total: Type.Integer(),
  /** There are more than `total`. */
  isMore: Type.Boolean(),
});
export type SessionPage = Static<typeof sessionPageSchema>;

/** What the list is narrowed to. */
export const sessionFilterSchema = Type.Object(
  {
    /** Days of the node's zone: the first, and the last one that is shown. */
    from: Type.Optional(daySchema),
    to: Type.Optional(daySchema),
    venue: Type.Optional(uuidSchema),
    state: Type.Optional(oneOf(sessionStates)),
    /** In title, discipline, phase, code, nations and units: each word, in any form or as a beginning. */
    q: Type.Optional(Type.String({ maxLength: eventsLimits.question })),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: eventsLimits.page })),
  },
  strict,
);
export type SessionFilter = Static<typeof sessionFilterSchema>;

/** What a calendar is narrowed to. */
export const calendarFilterSchema = Type.Object(
  {
    /** Days of the node's zone: the first that is wanted, and the last. */
    from: Type.Optional(daySchema),
    to: Type.Optional(daySchema),
    venue: Type.Optional(uuidSchema),
  },
  strict,
);
export type CalendarFilter = Static<typeof calendarFilterSchema>;

/** How many sessions stand where on which day. */
export const calendarSchema = Type.Object({
  /** The zone by whose clock days are counted (IANA). */
  timeZone: Type.String(),
  /** All days that have sessions, in their order. */
  days: Type.Array(Type.Object({ day: daySchema, sessions: Type.Integer() })),
  /** Of whole days from the first that was wanted on, as many as fit (`eventsLimits.calendarCells`). */
  cells: Type.Array(
    Type.Object({
      day: daySchema,
      venue: nullable(uuidSchema),
      sessions: Type.Integer(),
      cancelled: Type.Integer(),
      from: instantSchema,
      to: instantSchema,
      spectators: nullable(Type.Integer()),
    }),
  ),
});
export type Calendar = Static<typeof calendarSchema>;
