/** What is unusual about an own item before it is released: pointed out to its author and the contact point. */
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
  /** Objects that name a creator other than this service who is not an identity of the item (STIX 2.1 §3.2). */
  foreign: Type.Object({ count: Type.Integer(), objects: Type.Array(Type.String()) }),
});
export type Cautions = Static<typeof cautionsSchema>;
