/** Who takes part in an event: teams, delegations. */
import Type, { type Static } from 'typebox';
import { nullable, oneOf, visibleText } from '../../kernel/schemas.ts';
import { codeSchema, eventsLimits, nameSchema, uuidSchema } from './contract.ts';
import { placeStates } from './place-contract.ts';

export const teamSchema = Type.Object({
  id: uuidSchema,
  event: uuidSchema,
  code: codeSchema,
  name: nameSchema,
  /** ISO 3166-1 alpha-2; null for a side that is no country of that list. */
  nation: nullable(Type.String({ pattern: '^[A-Z]{2}$' })),
  /** The group or pool it plays in. */
  part: nullable(visibleText(eventsLimits.code)),
  state: oneOf(placeStates),
  version: Type.Integer(),
});
/** A team or delegation that takes part. */
export type Team = Static<typeof teamSchema>;
export const teamListSchema = Type.Object({ items: Type.Array(teamSchema) });
