/** What a unit is told of one duty. */
import Type, { type Static } from 'typebox';
import {
  instantSchema,
  nullable,
  oneOf,
  partyIdSchema,
  textLimits,
  wordsSchema,
} from '../../kernel/schemas.ts';
import { powers, specialties } from '../../plumbing/specialties/index.ts';
import { rosterLimits } from './limits.ts';
import { planLimits } from './plan.ts';

export { powerWords, specialtyWords } from '../../plumbing/specialties/index.ts';

const strict = { additionalProperties: false } as const;
const identifier = Type.String({ minLength: 1, maxLength: planLimits.identifier });

/** Who stands beside a visiting officer, and how he is reached. */
export const hostContactSchema = Type.Object({ name: Type.String(), phone: nullable(Type.String()) });

export const dutyContentSchema = Type.Object({
  /** As the host's planners call it. */
  event: Type.String(),
  venue: Type.String(),
  /** By whose clock the unit reads its times (IANA). */
  zone: Type.String(),
  specialty: oneOf(specialties),
  powers: Type.Array(oneOf(powers)),
  /** What is to be done there, as the planner wrote it. */
  task: nullable(Type.String({ maxLength: textLimits.line })),
  hosts: Type.Array(hostContactSchema),
});
/** What a unit is told of one duty, besides when it is. */
export type DutyContent = Static<typeof dutyContentSchema>;

export const dutyStates = ['standing', 'cancelled'] as const;

export const dutySchema = Type.Object({
  uid: Type.String(),
  event: Type.String(),
  unit: Type.String(),
  unitName: Type.String(),
  post: Type.String(),
  party: partyIdSchema,
  sequence: Type.Integer(),
  state: oneOf(dutyStates),
  startsAt: instantSchema,
  endsAt: instantSchema,
  content: dutyContentSchema,
  toldAt: instantSchema,
  acknowledgedAt: nullable(instantSchema),
  /** Of an earlier sequence: the unit read the duty before it changed. */
  acknowledgedBefore: nullable(instantSchema),
});
/** A duty as it stands, and whether its unit has said that it was read. */
export type Duty = Static<typeof dutySchema>;
export const dutyListSchema = Type.Array(dutySchema);

export const linkBodySchema = Type.Object(
  { units: Type.Array(identifier, { minItems: 1, maxItems: rosterLimits.units, uniqueItems: true }) },
  strict,
);
export const newLinksSchema = Type.Array(
  Type.Object({ unit: Type.String(), address: Type.String(), expiresAt: instantSchema }),
);
/** Links as they are given out; their secrets are never shown again. */
export type NewLinks = Static<typeof newLinksSchema>;

export const revokedSchema = Type.Object({ revoked: Type.Integer() });
/** What stood on the page when its reader said that he read it. */
export const toldBySchema = instantSchema;

export const toldUnitSchema = Type.Object({
  unit: Type.String(),
  name: Type.String(),
  party: Type.String(),
  duties: Type.Integer(),
  /** Of those, the ones beside which nobody of the host stands. */
  suspended: Type.Integer(),
  /** What the unit has not yet said that it read, cancellations too. */
  unread: Type.Integer(),
  /** Of the unread, those that were cancelled. */
  unreadCancelled: Type.Integer(),
  /** When the first unread duty begins that stands and is not over. */
  next: nullable(instantSchema),
  /** When the unit last said that it read anything. */
  acknowledgedAt: nullable(instantSchema),
  link: nullable(
    Type.Object({ madeAt: instantSchema, expiresAt: instantSchema, openedAt: nullable(instantSchema) }),
  ),
});
/** A unit and what it was told. */
export type ToldUnit = Static<typeof toldUnitSchema>;
export const toldUnitListSchema = Type.Array(toldUnitSchema);

export const receivedDutySchema = Type.Object({
  sender: Type.String(),
  uid: Type.String(),
  /** What its host calls it. */
  event: wordsSchema,
  unit: Type.String(),
  unitName: Type.String(),
  sequence: Type.Integer(),
  state: oneOf(['standing', 'cancelled']),
  startsAt: instantSchema,
  endsAt: instantSchema,
  venue: Type.String(),
  task: nullable(Type.String()),
  hosts: Type.Array(Type.String()),
  acknowledgedAt: nullable(instantSchema),
  receivedAt: instantSchema,
});
/** A duty of one of this service's officers in another's roster. */
export type ReceivedDuty = Static<typeof receivedDutySchema>;
export const receivedDutyListSchema = Type.Array(receivedDutySchema);

export const namesSchema = Type.Object({
  event: wordsSchema,
  places: Type.Record(Type.String(), wordsSchema),
});
/** What an event and the places of its plans are called. */
export type Names = Static<typeof namesSchema>;
