/** The parts that our wire messages share. Unknown members are allowed and signed with the rest. */
import Type from 'typebox';
import { idPattern } from '../../kernel/ids.ts';
import {
  fields,
  gradings,
  handlingCodes,
  paps,
  personCategories,
  purposes,
  tlps,
} from '../../kernel/marking.ts';

/** The largest counter that JSON keeps exactly (RFC 8785 §3.2.2.3). */
const mostCounted = Number.MAX_SAFE_INTEGER;

export const messageLimits = {
  /** Parties that one item, circle or agreement names. */
  parties: 500,
  textLength: 10_000,
  lineLength: 1_000,
  languages: 20,
  formerKeys: 50,
  certificateLength: 20_000,
} as const;

export const words = (length: number = messageLimits.textLength) =>
  Type.Object(
    { ar: sentence(length), fr: sentence(length), en: sentence(length) },
    { description: 'The same words in the three languages, equals.' },
  );
export const sentence = (length: number = messageLimits.textLength) =>
  Type.String({ minLength: 1, maxLength: length });

/** What fits a blank of a form. */
export const line = sentence(messageLimits.lineLength);
export const country = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2.' });

export const party = Type.String({ pattern: idPattern('party'), description: 'A service: identity--UUID.' });
export const parties = Type.Array(party, {
  minItems: 1,
  maxItems: messageLimits.parties,
  uniqueItems: true,
});
export const itemId = Type.String({ pattern: idPattern('item') });
export const agreementId = Type.String({ pattern: idPattern('agreement') });
export const circleId = Type.String({ pattern: idPattern('circle') });

const dayPattern = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
export const instant = Type.String({
  pattern: `^${dayPattern}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z$`,
  description: 'RFC 3339, UTC, milliseconds.',
});
export const day = Type.String({ pattern: `^${dayPattern}$`, description: 'A calendar day.' });
export const counter = Type.Integer({ minimum: 1, maximum: mostCounted });
export const languageTag = Type.String({
  pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,15}$',
  description: 'RFC 5646.',
});
export const hash = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256, hexadecimal.' });
export const publicKey = Type.String({
  pattern: '^[A-Za-z0-9_-]{43}$',
  description: 'Ed25519 public key (RFC 8032), base64url without padding.',
});
export const signature = Type.String({
  pattern: '^[A-Za-z0-9_-]{86}$',
  description: 'Ed25519 (RFC 8032) over the canonical text (RFC 8785), base64url without padding.',
});

export const tlp = Type.Enum(tlps);
export const pap = Type.Enum(paps);
export const field = Type.Enum(fields);
export const purpose = Type.Enum(purposes);
export const personCategory = Type.Enum(personCategories);
export const handling = Type.Array(Type.Enum(handlingCodes), { minItems: 1, uniqueItems: true });
const gradingScheme = Type.Enum(['admiralty', 'europol-4x4', '3x5x2']);

export const grading = Type.Object(
  {
    scheme: gradingScheme,
    source: Type.String({ minLength: 1, maxLength: 2 }),
    information: Type.String({ minLength: 1, maxLength: 2 }),
    handling: Type.Optional(Type.String({ minLength: 1, maxLength: 2 })),
  },
  { description: `As its giver gave it, never converted: ${Object.keys(gradings).join(', ')}.` },
);

/** The kind of an envelope: `capability.thing`. */
export const kindPattern = '^[a-z][a-z.-]{0,62}[a-z]$';

/** The common properties of our own STIX domain objects (§3.2), which declare themselves by extension. */
export const domainObject = <const Name extends string>(type: Name, extensionId: string) => ({
  type: Type.Literal(type),
  spec_version: Type.Literal('2.1'),
  id: Type.String({ pattern: `^${type}--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$` }),
  created_by_ref: party,
  created: instant,
  modified: instant,
  extensions: Type.Object({
    [extensionId]: Type.Object({ extension_type: Type.Literal('new-sdo') }),
  }),
});
