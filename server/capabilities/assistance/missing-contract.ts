/** What an event is missing, with the lines of an ask that would fill it. Browsers import it. */
import Type, { type Static } from 'typebox';
import { languages } from '../../kernel/faults.ts';
import { daySchema } from '../../kernel/schemas.ts';
import { specialties } from '../../plumbing/specialties/index.ts';
import { askedLineSchema, nullable, oneOf, uuidSchema } from './ask-contract.ts';

const count = Type.Integer({ minimum: 0 });

const missingDaySchema = Type.Object({
  day: daySchema,
  /** Seats at once, at most. */
  peak: count,
  seatHours: Type.Number(),
  /** Own officers and teams, and those accepted of partners, who are there for all of it. */
  own: count,
  accepted: count,
  missing: count,
});

export const missingSchema = Type.Object({
  event: Type.Object({ id: uuidSchema, name: Type.String(), code: Type.String() }),
  specialties: Type.Array(
    Type.Object({
      specialty: oneOf(specialties),
      posts: count,
      seatHours: Type.Number(),
      /** Asked of partners for this event, in drafts too, and not accepted. */
      asked: count,
      /** The day on which most are missing; where none are, the one of the highest peak. */
      worst: missingDaySchema,
      days: Type.Array(missingDaySchema),
      places: Type.Array(Type.Object({ name: Type.String(), seatHours: Type.Number() })),
      /** A line that asks for what is missing on the worst day; null where nothing is. */
      line: nullable(askedLineSchema),
    }),
  ),
});
/** What an event is missing, specialty by specialty, the most missing first. */
export type Missing = Static<typeof missingSchema>;

export const missingParamsSchema = Type.Object({ event: uuidSchema });
export const missingQuerySchema = Type.Object(
  /** In which names of places and of the event are given, where they have one in it. */
  { language: Type.Optional(oneOf(languages)) },
  { additionalProperties: false },
);
