/** What a major event looks like to a console and a script. Nothing of it leaves the node. */
import Type, { type Static } from 'typebox';
import { daySchema, nullable, oneOf, purposeSchema, textLimits, visibleText } from '../../kernel/schemas.ts';

/** Most of each thing: beyond it, a call is refused with a fault that names the limit. */
export const eventsLimits = {
  /** Events that a node keeps. */
  events: 1_000,
  /** Of one event. */
  venues: 5_000,
  sessions: 250_000,
  objects: 20_000,
  teams: 2_000,
  posts: 250_000,
  /** Due at one milestone, beside what is usual. */
  ownDue: 30,
  /** UTF-16 units. */
  code: 120,
  name: 300,
  town: 200,
  reason: 1_000,
  /** Of one venue. */
  zones: 60,
  gates: 100,
  /** Points of one outline or line. */
  points: 5_000,
  capacity: 5_000_000,
  /** Hours of one session. */
  sessionHours: 31 * 24,
  /** Days of one event. */
  days: 400,
  /** Of one session. */
  nations: 250,
  units: 500,
  /** Of one page of a list. */
  page: 500,
  question: 200,
  /** Days and venues of one calendar that is shown; at least one day. */
  calendarCells: 2_000,
  /** Posts written in one transaction. */
  postsAtOnce: 20_000,
  /** Of the history of one thing, newest first. */
  history: 200,
} as const;

/** Days of events and their sessions: what lies before or after is a mistyped year. */
export const plannable = { earliest: '2000-01-01', latest: '2100-12-31' } as const;

export const strict = { additionalProperties: false } as const;
export const uuidSchema = Type.String({ format: 'uuid' });
/** How a thing is called where it comes from: it is found again by this. */
export const codeSchema = visibleText(eventsLimits.code);

const inLanguage = Type.Optional(visibleText(eventsLimits.name));
/** A name in one to three languages. */
export const nameSchema = Type.Object(
  { ar: inLanguage, fr: inLanguage, en: inLanguage },
  { ...strict, minProperties: 1 },
);
/** A name in one to three languages; who shows it takes the reader’s, else the first there is. */
export type Name = Static<typeof nameSchema>;

/** WGS 84, degrees. */
export const pointSchema = Type.Object(
  { lat: Type.Number({ minimum: -90, maximum: 90 }), lon: Type.Number({ minimum: -180, maximum: 180 }) },
  strict,
);
/** A place on the map: WGS 84, degrees. */
export type Point = Static<typeof pointSchema>;

/** Longitude first (RFC 7946 §3.1.1); a height after it is not kept. */
const positionSchema = Type.Array(Type.Number({ minimum: -180, maximum: 180 }), { minItems: 2, maxItems: 2 });
const path = Type.Array(positionSchema, { minItems: 2, maxItems: eventsLimits.points });
const ring = Type.Array(positionSchema, { minItems: 4, maxItems: eventsLimits.points });
const rings = Type.Array(ring, { minItems: 1, maxItems: 100 });

/** What encloses: GeoJSON Polygon or MultiPolygon (RFC 7946). */
export const outlineSchema = Type.Union([
  Type.Object({ type: Type.Literal('Polygon'), coordinates: rings }, strict),
  Type.Object(
    { type: Type.Literal('MultiPolygon'), coordinates: Type.Array(rings, { minItems: 1, maxItems: 100 }) },
    strict,
  ),
]);
export type Outline = Static<typeof outlineSchema>;

/** What leads: GeoJSON LineString or MultiLineString. */
export const lineSchema = Type.Union([
  Type.Object({ type: Type.Literal('LineString'), coordinates: path }, strict),
  Type.Object(
    { type: Type.Literal('MultiLineString'), coordinates: Type.Array(path, { minItems: 1, maxItems: 100 }) },
    strict,
  ),
]);
export type Line = Static<typeof lineSchema>;

export const milestoneKinds = ['t-8-weeks', 't-2-weeks', 't-0', 'after'] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

/** What is usually due; the words are in the catalogue of the screens. */
export const dueCodes = [
  'risk-first',
  'visitor-risk-asked',
  'posts-drafted',
  'specialists-asked',
  'risk-reviewed',
  'visitor-risk-updated',
  'officers-accredited',
  'roster-published',
  'officers-paired',
  'officers-briefed',
  'contacts-checked',
  'officers-released',
  'debriefed',
  'lessons-kept',
] as const;
export type DueCode = (typeof dueCodes)[number];

const ownDueSchema = Type.Object({ text: visibleText(eventsLimits.name), done: Type.Boolean() }, strict);
const milestoneKeptSchema = Type.Object(
  {
    kind: oneOf(milestoneKinds),
    /** Set by hand; null for the one worked out from the event's days. */
    day: nullable(daySchema),
    done: Type.Array(oneOf(dueCodes), { maxItems: dueCodes.length, uniqueItems: true }),
    /** What else is due here. */
    own: Type.Array(ownDueSchema, { maxItems: eventsLimits.ownDue }),
  },
  strict,
);
/** What was set by hand of a milestone. */
export type MilestoneKept = Static<typeof milestoneKeptSchema>;
export const milestonesChangeSchema = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    milestones: Type.Array(milestoneKeptSchema, { maxItems: milestoneKinds.length }),
  },
  strict,
);
export type MilestonesChange = Static<typeof milestonesChangeSchema>;

const milestoneSchema = Type.Object({
  kind: oneOf(milestoneKinds),
  /** The day that counts, and the one worked out from the event's days. */
  day: daySchema,
  computedDay: daySchema,
  due: Type.Array(Type.Object({ code: oneOf(dueCodes), done: Type.Boolean() })),
  own: Type.Array(ownDueSchema),
});
/** A day on which the preparation is looked at. */
export type Milestone = Static<typeof milestoneSchema>;

/** What an officer writes of an event. */
const writtenEvent = {
  /** What it is called in files and in other systems: «paris-2024». Once on a node. */
  code: codeSchema,
  name: nameSchema,
  firstDay: daySchema,
  lastDay: daySchema,
  /** ISO 3166-1 alpha-2; null where it is in several. */
  country: nullable(Type.String({ pattern: '^[A-Z]{2}$' })),
  purpose: purposeSchema,
  legalBasis: visibleText(textLimits.line),
} as const;

export const eventDraftSchema = Type.Object(writtenEvent, strict);
export type EventDraft = Static<typeof eventDraftSchema>;

export const eventSchema = Type.Object({
  ...writtenEvent,
  id: uuidSchema,
  /** Goes up with each change; who changes says which one he saw. */
  version: Type.Integer(),
  milestones: Type.Array(milestoneSchema),
  /** What stands, without what was cancelled or removed. */
  counts: Type.Object({
    venues: Type.Integer(),
    sessions: Type.Integer(),
    objects: Type.Integer(),
    teams: Type.Integer(),
    posts: Type.Integer(),
  }),
});
/** A major event as its planner sees it. */
export type MajorEvent = Static<typeof eventSchema>;

export const eventListSchema = Type.Object({ items: Type.Array(eventSchema) });
export const eventParamsSchema = Type.Object({ event: uuidSchema });
export const thingParamsSchema = Type.Object({ event: uuidSchema, id: uuidSchema });

/** A change of something that exists: what is said of it, which version was seen, and why. */
export const changeOf = <Draft extends Parameters<typeof Type.Object>[0]>(written: Draft) =>
  Type.Object(
    {
      ...written,
      version: Type.Integer({ minimum: 1 }),
      reason: Type.Optional(visibleText(eventsLimits.reason)),
    },
    strict,
  );
export const eventChangeSchema = changeOf(writtenEvent);
export type EventChange = Static<typeof eventChangeSchema>;

export const subjectKinds = ['event', 'venue', 'session', 'object', 'team', 'post'] as const;
export type SubjectKind = (typeof subjectKinds)[number];
/** What can be done to a thing; `cancelled` is still seen, `removed` is not, `merged` is two in one. */
export const acts = ['made', 'changed', 'cancelled', 'restored', 'removed', 'merged'] as const;
export type HistoryAct = (typeof acts)[number];

export const historySchema = Type.Object({
  items: Type.Array(
    Type.Object({
      at: Type.String(),
      /** A person's id, or a part of the house. */
      by: Type.String(),
      act: oneOf(acts),
      reason: nullable(Type.String()),
      /** The import that did it. */
      import: nullable(Type.String()),
      fields: Type.Array(
        Type.Object({ field: Type.String(), before: Type.Unknown(), after: Type.Unknown() }),
      ),
    }),
  ),
});
export type History = Static<typeof historySchema>;
