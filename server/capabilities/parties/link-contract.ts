/** Services and the pairing of nodes, as the console sees them. */
import Type, { type Static } from 'typebox';
import {
  closed,
  country,
  instant,
  oneOf,
  optionalInstant,
  partyId,
  textLimits,
  wordsSchema,
} from './contract-parts.ts';

/** How far a pairing is: nothing flows before `active`. */
export const linkStates = [
  'proposed',
  'offered',
  'accepted-here',
  'accepted-there',
  'active',
  'suspended',
  'ended',
] as const;
export type LinkState = (typeof linkStates)[number];
const linkState = oneOf(linkStates);

const spoken = Type.Array(Type.String());
/** The same short fingerprint as words that can be read out in each language. */
const fingerprintSchema = Type.Object({ ar: spoken, fr: spoken, en: spoken });

export const serviceSchema = Type.Object({
  id: partyId,
  name: wordsSchema,
  country,
  self: Type.Boolean(),
  link: Type.Union([Type.Object({ state: linkState, since: instant }), Type.Null()]),
});
export type Service = Static<typeof serviceSchema>;

export const linkSchema = Type.Object({
  party: partyId,
  name: wordsSchema,
  country,
  address: Type.String(),
  state: linkState,
  fingerprint: fingerprintSchema,
  since: instant,
  queue: Type.Object({ waiting: Type.Integer(), lastDeliveredAt: optionalInstant }),
});
export type Link = Static<typeof linkSchema>;

export const identitySchema = Type.Object({
  party: partyId,
  address: Type.String(),
  fingerprint: fingerprintSchema,
  qr: Type.String({ description: 'SVG of the address and the fingerprint' }),
});
export type Identity = Static<typeof identitySchema>;

export const proposalSchema = Type.Object(
  { address: Type.String({ minLength: 1, maxLength: textLimits.address, pattern: '^https?://' }) },
  closed,
);
export const linkPathSchema = Type.Object({ party: partyId });
