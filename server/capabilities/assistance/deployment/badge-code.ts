/**
 * The code on a badge: a statement that its service signed with Ed25519, as a JWS in compact form (RFC 7515
 * §3.1, RFC 8037), so that it is checked without a network by who has the service's public key. Pure; the
 * same for the node, the command line and a browser.
 */
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { daySchema, oneOf, partyIdSchema } from '../../../kernel/schemas.ts';
import { powers, specialties } from '../../../plumbing/specialties/index.ts';

export const badgeLimits = { code: 2_000, name: 80, zones: 8, zone: 24, revoked: 50_000 } as const;

/** Kept short: every letter makes the QR code denser. */
const statementSchema = Type.Object({
  v: Type.Literal(1),
  /** The service that issued it. */
  p: partyIdSchema,
  /** The badge's number. */
  b: Type.String({ pattern: '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$' }),
  n: Type.String({ minLength: 1, maxLength: badgeLimits.name }),
  /** Country or service that he comes from. */
  s: Type.String({ maxLength: 40 }),
  r: oneOf(specialties),
  f: daySchema,
  u: daySchema,
  /** Armed. */
  w: Type.Boolean(),
  z: Type.Array(Type.String({ maxLength: badgeLimits.zone }), { maxItems: badgeLimits.zones }),
  k: Type.Array(oneOf(powers), { maxItems: powers.length }),
});
/** What a badge states. */
export type BadgeStatement = Static<typeof statementSchema>;

const shortHashSchema = Type.String({ pattern: '^[A-Za-z0-9_-]{11}$' });
const listSchema = Type.Object({
  v: Type.Literal(1),
  p: partyIdSchema,
  /** When it was made. */
  t: Type.String({ maxLength: 30 }),
  /** The first eight bytes of the SHA-256 of each revoked badge's number, base64url. */
  h: Type.Array(shortHashSchema, { maxItems: badgeLimits.revoked }),
  /**
   * Of each badge in force that a former key signed: the same of what was signed. A former key that was
   * stolen signs nothing that stands here, whatever date it writes.
   */
  o: Type.Optional(Type.Array(shortHashSchema, { maxItems: badgeLimits.revoked })),
});
/** Badges that hold no more, as a dated list to carry along. */
export type RevocationList = Static<typeof listSchema>;

const kinds = { badge: 'tqb', revoked: 'tqr' } as const;
type Kind = keyof typeof kinds;

const toBase64url = (text: string): string => {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};
const fromBase64url = (text: string): string | null => {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};
const parse = (text: string | null): unknown => {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
};

const headerOf = (kind: Kind): string => toBase64url(JSON.stringify({ alg: 'EdDSA', typ: kinds[kind] }));

/** Signs what is stated; `sign` is the node's own (RFC 8032, base64url). */
export const writeCode = (
  kind: Kind,
  stated: BadgeStatement | RevocationList,
  sign: (text: string) => string,
): string => {
  const signed = `${headerOf(kind)}.${toBase64url(JSON.stringify(stated))}`;
  return `${signed}.${sign(signed)}`;
};

/** A code taken apart. Nothing in it is believed before the signature is checked. */
export interface CodeParts {
  readonly signed: string;
  readonly signature: string;
  readonly content: unknown;
}

/** Takes a code apart; null where it is none of this kind. The algorithm is not the code's choice. */
export const openCode = (kind: Kind, code: string): CodeParts | null => {
  const text = code.trim();
  if (text.length > (kind === 'badge' ? badgeLimits.code : badgeLimits.revoked * 40)) return null;
  const [header, payload, signature, ...more] = text.split('.');
  if (header !== headerOf(kind) || payload === undefined || signature === undefined || more.length > 0)
    return null;
  if (!/^[A-Za-z0-9_-]{86}$/.test(signature)) return null;
  return { signed: `${header}.${payload}`, signature, content: parse(fromBase64url(payload)) };
};

export const readStatement = (content: unknown): BadgeStatement | null =>
  Value.Check(statementSchema, content) ? content : null;
export const readList = (content: unknown): RevocationList | null =>
  Value.Check(listSchema, content) ? content : null;
