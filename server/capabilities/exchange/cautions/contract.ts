/** What is unusual about an own item: pointed out to its author and the contact point before its release. */
import Type, { type Static } from 'typebox';
import { loosenedParts } from '../../../kernel/marking.ts';
import { oneOf } from '../../../kernel/schemas.ts';

export const cautionLimits = {
  /** Objects of foreign creators named one by one; their number is told whole. */
  named: 20,
} as const;

export const cautionsSchema = Type.Object({
  /** Where the marking is looser than what the agreement takes by default. */
  looser: Type.Array(oneOf(loosenedParts)),
  /** Objects whose creator (STIX 2.1 §3.2) is neither this service nor an identity of the item. */
  foreign: Type.Object({ count: Type.Integer(), objects: Type.Array(Type.String()) }),
});
export type Cautions = Static<typeof cautionsSchema>;
