/** Where an event takes place: its venues, and what else is to be protected. */
import Type, { type Static } from 'typebox';
import { daySchema, instantSchema, nullable, oneOf, visibleText } from '../../kernel/schemas.ts';
import {
  changeOf,
  codeSchema,
  eventsLimits,
  lineSchema,
  nameSchema,
  outlineSchema,
  pointSchema,
  strict,
  uuidSchema,
} from './contract.ts';

const partOfVenue = { id: uuidSchema, code: codeSchema, name: nameSchema } as const;
/** A part of a venue that is watched by itself: stands, field of play, mixed zone. */
export const zoneSchema = Type.Object(
  { ...partOfVenue, capacity: nullable(Type.Integer({ minimum: 0, maximum: eventsLimits.capacity })) },
  strict,
);
export type Zone = Static<typeof zoneSchema>;
export const gateSchema = Type.Object({ ...partOfVenue, place: nullable(pointSchema) }, strict);
export type Gate = Static<typeof gateSchema>;

/** `cancelled`: no longer used; it stays, with what was planned there. */
export const placeStates = ['in-use', 'cancelled'] as const;
export type PlaceState = (typeof placeStates)[number];

const writtenVenue = {
  code: codeSchema,
  name: nameSchema,
  town: nullable(visibleText(eventsLimits.town)),
  country: nullable(Type.String({ pattern: '^[A-Z]{2}$' })),
  place: nullable(pointSchema),
  capacity: nullable(Type.Integer({ minimum: 0, maximum: eventsLimits.capacity })),
  zones: Type.Array(zoneSchema, { maxItems: eventsLimits.zones }),
  gates: Type.Array(gateSchema, { maxItems: eventsLimits.gates }),
  outline: nullable(outlineSchema),
  /** The days on which the event has it; null where that is not said. */
  firstDay: nullable(daySchema),
  lastDay: nullable(daySchema),
  state: oneOf(placeStates),
} as const;
export const venueDraftSchema = Type.Object(writtenVenue, strict);
export type VenueDraft = Static<typeof venueDraftSchema>;
export const venueChangeSchema = changeOf(writtenVenue);
export type VenueChange = Static<typeof venueChangeSchema>;
export const venueSchema = Type.Object({
  ...writtenVenue,
  id: uuidSchema,
  event: uuidSchema,
  version: Type.Integer(),
});
/** A place where an event's sessions are. */
export type Venue = Static<typeof venueSchema>;
export const venueListSchema = Type.Object({ items: Type.Array(venueSchema) });

export const objectKinds = [
  'fan-zone',
  'team-hotel',
  'training-site',
  'station',
  'airport',
  'route',
  'ceremony',
  'other',
] as const;
export type ObjectKind = (typeof objectKinds)[number];

const writtenObject = {
  code: codeSchema,
  kind: oneOf(objectKinds),
  name: nameSchema,
  town: nullable(visibleText(eventsLimits.town)),
  place: nullable(pointSchema),
  line: nullable(lineSchema),
  outline: nullable(outlineSchema),
  /** When it is to be protected; null where that is the whole event. */
  from: nullable(instantSchema),
  to: nullable(instantSchema),
  state: oneOf(placeStates),
} as const;
export const objectDraftSchema = Type.Object(writtenObject, strict);
export type ObjectDraft = Static<typeof objectDraftSchema>;
export const objectChangeSchema = changeOf(writtenObject);
export type ObjectChange = Static<typeof objectChangeSchema>;
export const objectSchema = Type.Object({
  ...writtenObject,
  id: uuidSchema,
  event: uuidSchema,
  version: Type.Integer(),
});
/** What is to be protected beside the venues: a place, an area or a route. */
export type ProtectedObject = Static<typeof objectSchema>;
export const objectListSchema = Type.Object({ items: Type.Array(objectSchema) });
