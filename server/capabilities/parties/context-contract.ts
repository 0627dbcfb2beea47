/** A working context on the wire: the reason that a person states and works under. Browsers import it. */
import Type, { type Static } from 'typebox';
import { purposes } from '../../kernel/marking.ts';
import { closed, instant, oneOf, optionalInstant, personId, role } from './contract-parts.ts';

/** The longest texts of a working context, in characters. */
export const contextLimits = { reason: 500, reference: 100 } as const;

const purpose = Type.Union([oneOf(purposes), Type.Null()]);
const reference = Type.Union([
  Type.String({ minLength: 1, maxLength: contextLimits.reference, pattern: '\\S' }),
  Type.Null(),
]);

export const newContextSchema = Type.Object(
  {
    reason: Type.String({ minLength: 3, maxLength: contextLimits.reason, pattern: '\\S' }),
    reference: Type.Optional(reference),
    purpose: Type.Optional(purpose),
  },
  { ...closed, description: 'Why personal data is consulted; a case or request where there is one' },
);
/** What is stated. */
export type NewContext = Static<typeof newContextSchema>;

export const contextSchema = Type.Object({
  id: Type.String({ description: 'The journal names a consultation’s context by it' }),
  person: personId,
  role,
  reason: Type.String(),
  reference,
  purpose,
  standing: Type.Boolean({ description: 'Of a connector’s account; an administrator ends it' }),
  startedAt: instant,
  endsAt: optionalInstant,
});
/** A working context as its person and the data protection officer see it. */
export type WorkingContext = Static<typeof contextSchema>;
export const presentContextSchema = Type.Union([contextSchema, Type.Null()]);
