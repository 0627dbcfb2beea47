/** What an event is missing, with the lines of an ask that would fill it. Browsers import it. */
import Type, { type Static } from 'typebox';
import { languages } from '../../kernel/faults.ts';
import { daySchema } from '../../kernel/schemas.ts';
import { requirementSchema, specialties } from '../../plumbing/specialties/index.ts';
import { askedLineSchema, nullable, oneOf, uuidSchema } from './ask-contract.ts';

const count = Type.Integer({ minimum: 0 });

const missingDaySchema = Type.Object({
  day: daySchema,
  /** Seats at once, at most. */
  peak: count,
  seatHours: Type.Number(),
  /** Own officers and teams, and those accepted of partners, who are there for all of it and fit. */
  own: count,
  accepted: count,
  /** Who are there and lack a skill, a language or a power that is wanted. */
  unfit: count,
  /** Seats at once, at most, that nobody there can take. */
  missing: count,
});

const wanting = {
  posts: count,
  seatHours: Type.Number(),
  /** How many are to be asked for, so that no seat stays empty. */
  missing: count,
  /** Asked of partners for this event, in drafts too, and not accepted. */
  asked: count,
  /** The day on which most seats stay empty; where none do, the one of the highest peak. */
  worst: missingDaySchema,
  places: Type.Array(Type.Object({ name: Type.String(), seatHours: Type.Number() })),
} as const;

export const missingSchema = Type.Object({
  event: Type.Object({ id: uuidSchema, name: Type.String(), code: Type.String() }),
  specialties: Type.Array(
    Type.Object({
      ...wanting,
      specialty: oneOf(specialties),
      days: Type.Array(missingDaySchema),
      /** By the skills, languages and powers that posts want, the most missing first. */
      sets: Type.Array(
        Type.Object({
          ...wanting,
          requirement: requirementSchema,
          /** A line for those who are missing and not asked for yet; null where there are none. */
          line: nullable(askedLineSchema),
        }),
      ),
    }),
  ),
});
/** What an event is missing, by specialty and by what else is wanted, the most missing first. */
export type Missing = Static<typeof missingSchema>;

export const missingParamsSchema = Type.Object({ event: uuidSchema });
export const missingQuerySchema = Type.Object(
  /** In which names of places and of the event are given, where they have one in it. */
  { language: Type.Optional(oneOf(languages)) },
  { additionalProperties: false },
);
