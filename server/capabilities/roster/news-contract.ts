/** What publishing a draft would change of what was told, and what waits for whom. */
import Type, { type Static } from 'typebox';
import { instantSchema, nullable, oneOf, partyIdSchema } from '../../kernel/schemas.ts';
import { specialties } from '../../plumbing/specialties/index.ts';

const counts = { added: Type.Integer(), changed: Type.Integer(), cancelled: Type.Integer() };
const whenAndWhere = { startsAt: instantSchema, endsAt: instantSchema, venue: Type.String() };

/** What of a duty is another than its unit was told; `again` stands once more after it was cancelled. */
export const newsParts = ['time', 'place', 'host', 'task', 'again'] as const;

export const dutyNewsSchema = Type.Object({
  post: Type.String(),
  kind: oneOf(['added', 'changed', 'cancelled']),
  specialty: oneOf(specialties),
  ...whenAndWhere,
  /** As its unit was told, where that was otherwise. */
  before: nullable(Type.Object(whenAndWhere)),
  parts: Type.Array(oneOf(newsParts)),
});
/** One duty that is new, another, or gone. */
export type DutyNewsShown = Static<typeof dutyNewsSchema>;

export const newsSchema = Type.Object({
  ...counts,
  /** Duties that stay as they were told. */
  unchanged: Type.Integer(),
  /** Units that hear of it; of how many it is shown what. */
  units: Type.Integer(),
  parties: Type.Array(Type.Object({ party: partyIdSchema, units: Type.Integer(), ...counts })),
  people: Type.Array(
    Type.Object({
      unit: Type.String(),
      name: Type.String(),
      party: partyIdSchema,
      ...counts,
      duties: Type.Array(dutyNewsSchema),
    }),
  ),
});
/** What would be told if the draft were published as it stands. */
export type News = Static<typeof newsSchema>;

export const waitingSchema = Type.Array(
  Type.Object({
    event: Type.String(),
    /** Drafts that somebody else proposed, for who approves. */
    toApprove: Type.Integer(),
    /** For who plans: drafts that came back, and units whose published duties no longer hold. */
    returned: Type.Integer(),
    lapsed: Type.Integer(),
  }),
);
/** What waits for the reader, by event. */
export type Waiting = Static<typeof waitingSchema>;
