/** What the parties capability says over HTTP: schemas once; types, forms and documents derive from them. */
import Type from 'typebox';
import { roles } from '../../kernel/decision.ts';
import { languages } from '../../kernel/faults.ts';
import { tlps } from '../../kernel/marking.ts';

export const Words = Type.Object({ ar: Type.String(), fr: Type.String(), en: Type.String() });

export const PartyName = Type.Object({ id: Type.String(), name: Words, country: Type.String() });

/** The person signed in, and the one role acted under. */
export const Me = Type.Object({
  person: Type.String(),
  name: Type.String(),
  email: Type.String(),
  party: PartyName,
  role: Type.Enum(roles),
  roles: Type.Array(Type.Enum(roles)),
  desk: Type.Union([Type.String(), Type.Null()]),
  clearance: Type.Enum(tlps),
  languages: Type.Array(Type.Enum(languages)),
  demo: Type.Boolean(),
});
export type Me = Type.Static<typeof Me>;

/** The ways to sign in that this node offers; asked before anyone is signed in. */
export const Ways = Type.Object({
  password: Type.Boolean(),
  passkey: Type.Boolean(),
  oidc: Type.Union([Type.Object({ name: Type.String() }), Type.Null()]),
  demo: Type.Boolean(),
  party: Type.Optional(PartyName),
});
export type Ways = Type.Static<typeof Ways>;

export const PasswordCredentials = Type.Object({ email: Type.String(), password: Type.String() });
export type PasswordCredentials = Type.Static<typeof PasswordCredentials>;

export const SignIn = Type.Union([
  Type.Object({ kind: Type.Literal('signed-in'), me: Me }),
  Type.Object({ kind: Type.Literal('totp'), challenge: Type.String() }),
]);
export type SignIn = Type.Static<typeof SignIn>;

/** A person of this node, as the administrator sees it. */
export const Person = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  roles: Type.Array(Type.Enum(roles)),
  desk: Type.Union([Type.String(), Type.Null()]),
  clearance: Type.Enum(tlps),
  languages: Type.Array(Type.Enum(languages)),
  state: Type.Enum(['active', 'suspended']),
  lastSeenAt: Type.Union([Type.String(), Type.Null()]),
});
export type Person = Type.Static<typeof Person>;

export const NewPerson = Type.Object({
  name: Type.String({ minLength: 1 }),
  email: Type.String({ minLength: 3 }),
  password: Type.String({ minLength: 12 }),
  roles: Type.Array(Type.Enum(roles), { minItems: 1 }),
  desk: Type.Union([Type.String(), Type.Null()]),
  clearance: Type.Enum(tlps),
  languages: Type.Array(Type.Enum(languages)),
});
export type NewPerson = Type.Static<typeof NewPerson>;

export const PersonChange = Type.Partial(
  Type.Object({
    roles: Type.Array(Type.Enum(roles), { minItems: 1 }),
    desk: Type.Union([Type.String(), Type.Null()]),
    clearance: Type.Enum(tlps),
    languages: Type.Array(Type.Enum(languages)),
    state: Type.Enum(['active', 'suspended']),
  }),
);
export type PersonChange = Type.Static<typeof PersonChange>;

export const Desk = Type.Object({ id: Type.String(), name: Words });
export type Desk = Type.Static<typeof Desk>;

/** A service known here: this node's own and each one that it is or was linked with. */
export const Service = Type.Object({
  id: Type.String(),
  name: Words,
  country: Type.String(),
  self: Type.Boolean(),
  link: Type.Union([Type.Object({ state: Type.String(), since: Type.String() }), Type.Null()]),
});
export type Service = Type.Static<typeof Service>;

/** The same short fingerprint said in eight words of each language. */
export const Fingerprint = Type.Object({
  ar: Type.Array(Type.String()),
  fr: Type.Array(Type.String()),
  en: Type.Array(Type.String()),
});
export type Fingerprint = Type.Static<typeof Fingerprint>;

export const linkStates = [
  'proposed',
  'offered',
  'accepted-here',
  'accepted-there',
  'active',
  'suspended',
  'ended',
] as const;
export const Link = Type.Object({
  party: Type.String(),
  name: Words,
  address: Type.String(),
  state: Type.Enum(linkStates),
  fingerprint: Fingerprint,
  since: Type.String(),
  queue: Type.Object({
    waiting: Type.Number(),
    lastDeliveredAt: Type.Union([Type.String(), Type.Null()]),
  }),
});
export type Link = Type.Static<typeof Link>;

/** What this node shows of itself for pairing; `qr` is SVG text. */
export const NodeIdentity = Type.Object({
  party: PartyName,
  address: Type.String(),
  fingerprint: Fingerprint,
  qr: Type.String(),
});
export type NodeIdentity = Type.Static<typeof NodeIdentity>;

export const Passkey = Type.Object({
  id: Type.String(),
  name: Type.String(),
  createdAt: Type.String(),
  lastUsedAt: Type.Union([Type.String(), Type.Null()]),
});
export type Passkey = Type.Static<typeof Passkey>;

/** A new TOTP secret (RFC 6238), shown once; it counts from the first right code. `qr` is SVG text. */
export const TotpEnrolment = Type.Object({ secret: Type.String(), uri: Type.String(), qr: Type.String() });
export type TotpEnrolment = Type.Static<typeof TotpEnrolment>;

export const Session = Type.Object({
  id: Type.String(),
  startedAt: Type.String(),
  lastSeenAt: Type.String(),
  agent: Type.String(),
  address: Type.String(),
  current: Type.Boolean(),
});
export type Session = Type.Static<typeof Session>;

/** What guards this person's account. */
export const Security = Type.Object({ totp: Type.Boolean() });
export type Security = Type.Static<typeof Security>;
