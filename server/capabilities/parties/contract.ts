/**
 * What goes in and out of parties over HTTP, declared once: types, forms and API documentation derive from
 * it.
 * A browser imports this file, so it takes only types and plain lists from the kernel.
 */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import Type, { type Static } from 'typebox';
import { roles } from '../../kernel/decision.ts';
import { languages } from '../../kernel/faults.ts';
import {
  assertion,
  attestation,
  circleId,
  clearance,
  closed,
  country,
  deskId,
  email,
  field,
  instant,
  label,
  language,
  name,
  newPassword,
  oneOf,
  optionalInstant,
  partyId,
  personId,
  role,
  secretText,
  totpCode,
  triedPassword,
  wordsSchema,
} from './contract-parts.ts';

export * from './link-contract.ts';

// ---- who I am, and how I sign in

const deskNameSchema = Type.Object({ id: deskId, name: wordsSchema });

const serviceNameSchema = Type.Object({ id: partyId, name: wordsSchema, country });

export const meSchema = Type.Object({
  person: personId,
  name: Type.String({ description: 'In Latin script' }),
  nameArabic: Type.String({ description: 'In Arabic script' }),
  email: Type.String(),
  party: serviceNameSchema,
  role,
  roles: Type.Array(role),
  desk: Type.Union([deskNameSchema, Type.Null()], { description: 'The first of his desks' }),
  desks: Type.Array(deskNameSchema),
  clearance,
  languages: Type.Array(language),
  demo: Type.Boolean(),
  guest: Type.Boolean({ description: 'Belongs to a partner service' }),
});
/** Who is signed in, under which role. */
export type Me = Static<typeof meSchema>;

export const signedInSchema = Type.Object({ kind: Type.Literal('signed-in'), me: meSchema });
export const signInAnswerSchema = Type.Union([
  signedInSchema,
  Type.Object({ kind: Type.Literal('totp'), challenge: Type.String() }),
]);
export type SignInAnswer = Static<typeof signInAnswerSchema>;

export const passwordSignInSchema = Type.Object({ email, password: triedPassword }, closed);
export const totpSignInSchema = Type.Object(
  { challenge: secretText, code: Type.String({ minLength: 6, maxLength: 24 }) },
  { ...closed, description: 'The code of the authenticator, or one recovery code' },
);
export const passkeyRequestSchema = Type.Object({
  challenge: Type.String(),
  options: Type.Unsafe<PublicKeyCredentialRequestOptionsJSON>(
    Type.Object({}, { additionalProperties: true }),
  ),
});
export const passkeyCreationSchema = Type.Object({
  challenge: Type.String(),
  options: Type.Unsafe<PublicKeyCredentialCreationOptionsJSON>(
    Type.Object({}, { additionalProperties: true }),
  ),
});
export const passkeySignInSchema = Type.Object({ challenge: secretText, response: assertion }, closed);
export const roleSwitchSchema = Type.Object({ role }, closed);
export const waysSchema = Type.Object({
  password: Type.Literal(true),
  passkey: Type.Boolean({ description: 'False where the public address has no domain' }),
  party: serviceNameSchema,
  oidc: Type.Union([Type.Object({ name: Type.String() }), Type.Null()]),
  demo: Type.Boolean(),
  filling: Type.Boolean({ description: 'True while the demo world is still being filled' }),
});
export type Ways = Static<typeof waysSchema>;

// ---- my own security

export const passkeyRegistrationSchema = Type.Object(
  { challenge: secretText, label, response: attestation },
  closed,
);
export const passkeySchema = Type.Object({
  id: Type.String(),
  label: Type.String(),
  createdAt: instant,
  lastUsedAt: optionalInstant,
});
export type Passkey = Static<typeof passkeySchema>;
export const totpSetupSchema = Type.Object({
  secret: Type.String({ description: 'Base32; shown once' }),
  uri: Type.String({ description: 'otpauth: address of the same' }),
  qr: Type.String({ description: 'SVG of the same' }),
});
export const totpConfirmSchema = Type.Object({ code: totpCode }, closed);
export const recoveryCodesSchema = Type.Object({
  recoveryCodes: Type.Array(Type.String(), { description: 'Shown once; each works once' }),
});
export const passwordChangeSchema = Type.Object({ current: triedPassword, next: newPassword }, closed);
export const sessionSchema = Type.Object({
  id: Type.String(),
  way: oneOf(['password', 'password+totp', 'recovery-code', 'passkey', 'oidc', 'enrolment'] as const),
  role,
  createdAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  address: Type.String({ description: 'Network address that it was opened from' }),
  agent: Type.String({ description: 'What the browser called itself' }),
  current: Type.Boolean(),
});
export type Session = Static<typeof sessionSchema>;
export const tokenSchema = Type.Object({
  id: Type.String(),
  label: Type.String(),
  role,
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: optionalInstant,
});
export type Token = Static<typeof tokenSchema>;
export const newTokenSchema = Type.Object(
  { label, role, days: Type.Integer({ minimum: 1, maximum: 365 }) },
  closed,
);
export const madeTokenSchema = Type.Object({
  token: tokenSchema,
  bearer: Type.String({ description: 'Shown once' }),
});

// ---- people and desks

export const personSchema = Type.Object({
  id: personId,
  party: partyId,
  name: Type.String(),
  nameArabic: Type.String(),
  email: Type.String(),
  roles: Type.Array(role),
  clearance: Type.Union([clearance, Type.Null()], { description: 'Null for whom it does not concern' }),
  languages: Type.Array(language),
  desks: Type.Array(deskId),
  circles: Type.Array(circleId),
  state: oneOf(['invited', 'active', 'suspended'] as const),
  demo: Type.Boolean(),
  createdAt: instant,
});
export type Person = Static<typeof personSchema>;

const personParts = {
  name,
  nameArabic: name,
  roles: Type.Array(role, { minItems: 1, maxItems: roles.length, uniqueItems: true }),
  clearance,
  languages: Type.Array(language, { minItems: 1, maxItems: languages.length, uniqueItems: true }),
  desks: Type.Array(deskId, { maxItems: 20, uniqueItems: true }),
  circles: Type.Array(circleId, { maxItems: 200, uniqueItems: true }),
};
export const newPersonSchema = Type.Object(
  {
    ...personParts,
    email,
    party: Type.Optional(partyId),
    desks: Type.Optional(personParts.desks),
    circles: Type.Optional(personParts.circles),
  },
  closed,
);
/** An invitation: who a person is and what he may do. Without `party` he is of the node's own service. */
export type NewPerson = Static<typeof newPersonSchema>;
export const personChangeSchema = Type.Partial(
  Type.Object({ ...personParts, state: oneOf(['active', 'suspended'] as const) }),
  closed,
);
export type PersonChange = Static<typeof personChangeSchema>;
export const enrolmentLinkSchema = Type.Object({
  address: Type.String({ description: 'One-time link, for the invited person alone' }),
  expiresAt: instant,
});
export type EnrolmentLink = Static<typeof enrolmentLinkSchema>;
export const invitedSchema = Type.Object({ person: personSchema, enrolment: enrolmentLinkSchema });
export const personPathSchema = Type.Object({ id: personId });
export const textPathSchema = Type.Object({ id: Type.String({ maxLength: 1400 }) });

export const deskSchema = Type.Object({
  id: deskId,
  name: wordsSchema,
  partner: Type.Union([partyId, Type.Null()], { description: 'The service that it is the desk for' }),
  fields: Type.Array(field),
});
export type Desk = Static<typeof deskSchema>;
export const newDeskSchema = Type.Object(
  {
    name: wordsSchema,
    partner: Type.Optional(Type.Union([partyId, Type.Null()])),
    fields: Type.Optional(Type.Array(field, { uniqueItems: true })),
  },
  closed,
);
export type NewDesk = Static<typeof newDeskSchema>;

// ---- enrolment of an invited person

export const enrolmentTokenSchema = Type.Object({ token: secretText }, closed);
export const enrolmentSchema = Type.Object({
  name: Type.String(),
  nameArabic: Type.String(),
  email: Type.String(),
  party: serviceNameSchema,
  expiresAt: instant,
});
export const enrolmentFinishSchema = Type.Union([
  Type.Object(
    { kind: Type.Literal('password'), token: secretText, password: newPassword, code: totpCode },
    closed,
  ),
  Type.Object(
    { kind: Type.Literal('passkey'), token: secretText, challenge: secretText, label, response: attestation },
    closed,
  ),
]);
export type EnrolmentFinish = Static<typeof enrolmentFinishSchema>;
export const enrolledSchema = Type.Object({
  kind: Type.Literal('signed-in'),
  me: meSchema,
  recoveryCodes: Type.Array(Type.String(), { description: 'Shown once; each works once' }),
});
