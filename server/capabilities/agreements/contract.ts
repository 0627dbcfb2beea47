/** What the agreements capability says over HTTP: agreements, and the circles that name who receives. */
import Type from 'typebox';
import { fields, handlingCodes, paps, purposes, tlps } from '../../kernel/marking.ts';

const Words = Type.Object({ ar: Type.String(), fr: Type.String(), en: Type.String() });

/** How an item under the agreement is marked unless its author says otherwise. */
export const Defaults = Type.Object({
  tlp: Type.Enum(tlps),
  pap: Type.Enum(paps),
  handling: Type.Array(Type.Enum(handlingCodes), { minItems: 1 }),
});

export const agreementStates = ['draft', 'proposed', 'in-force', 'ended'] as const;
export const NewAgreement = Type.Object({
  title: Words,
  legalBasis: Type.String({ minLength: 1 }),
  parties: Type.Array(Type.String(), { minItems: 2 }),
  fields: Type.Array(Type.Enum(fields), { minItems: 1 }),
  purposes: Type.Array(Type.Enum(purposes), { minItems: 1 }),
  validFrom: Type.String(),
  validUntil: Type.String(),
  defaults: Defaults,
});
export type NewAgreement = Type.Static<typeof NewAgreement>;

export const Agreement = Type.Object({
  id: Type.String(),
  state: Type.Enum(agreementStates),
  signatures: Type.Array(Type.Object({ party: Type.String(), at: Type.String() })),
  ...NewAgreement.properties,
});
export type Agreement = Type.Static<typeof Agreement>;

export const circleKinds = ['bilateral', 'event', 'region'] as const;
export const NewCircle = Type.Object({
  name: Words,
  kind: Type.Enum(circleKinds),
  members: Type.Array(Type.String(), { minItems: 2 }),
});
export type NewCircle = Type.Static<typeof NewCircle>;

export const Circle = Type.Object({
  id: Type.String(),
  owner: Type.String(),
  ...NewCircle.properties,
});
export type Circle = Type.Static<typeof Circle>;
