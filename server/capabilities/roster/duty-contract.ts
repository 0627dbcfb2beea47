/** What a unit is told of one duty. */
import Type, { type Static } from 'typebox';
import { instantSchema, nullable, oneOf, partyIdSchema, textLimits } from '../../kernel/schemas.ts';
import { powers, specialties } from '../../plumbing/specialties/index.ts';

/** Who stands beside a visiting officer, and how he is reached. */
export const hostContactSchema = Type.Object({ name: Type.String(), phone: nullable(Type.String()) });

export const dutyContentSchema = Type.Object({
  /** As the host's planners call it. */
  event: Type.String(),
  venue: Type.String(),
  /** Where in the venue: zone, gate, stand. */
  place: nullable(Type.String()),
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
});
/** A duty as it stands, and whether its unit has said that it was read. */
export type Duty = Static<typeof dutySchema>;
export const dutyListSchema = Type.Array(dutySchema);
