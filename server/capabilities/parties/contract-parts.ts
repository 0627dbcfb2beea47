/** The parts that the contracts of this capability are made of. Browsers import it: no value of Node's. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import Type from 'typebox';
import { type Role, roles } from '../../kernel/decision.ts';
import { type Language, languages } from '../../kernel/faults.ts';
import type { CircleId, DeskId, PartyId, PersonId } from '../../kernel/ids.ts';
import { type Field, fields, type Tlp, tlps } from '../../kernel/marking.ts';
import { visibleText } from '../../kernel/schemas.ts';

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
const id = <Id>(prefix: string) => Type.Unsafe<Id>(Type.String({ pattern: `^${prefix}${uuid}$` }));
export const oneOf = <Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>(Type.String({ enum: [...values] }));
export const closed = { additionalProperties: false } as const;

/** The longest and shortest texts accepted, in characters. */
export const textLimits = {
  name: 120,
  email: 254,
  passwordLeast: 12,
  passwordMost: 128,
  address: 300,
  token: 200,
  label: 80,
} as const;

export const partyId = id<PartyId>('identity--');
export const personId = id<PersonId>('person--');
export const deskId = id<DeskId>('desk--');
export const circleId = id<CircleId>('x-tansiq-circle--');
export const role = oneOf<Role>(roles);
export const language = oneOf<Language>(languages);
export const clearance = oneOf<Tlp>(tlps);
export const field = oneOf<Field>(fields);
export const name = visibleText(textLimits.name);
export const email = Type.String({
  minLength: 3,
  maxLength: textLimits.email,
  pattern: '^[^\\s@]+@[^\\s@]+$',
});
export const newPassword = Type.String({
  minLength: textLimits.passwordLeast,
  maxLength: textLimits.passwordMost,
});
/** A password that is tried: any length that can be hashed at all, so that the answer is always the same. */
export const triedPassword = Type.String({ minLength: 1, maxLength: textLimits.passwordMost });
export const secretText = Type.String({ minLength: 1, maxLength: textLimits.token });
export const instant = Type.String({ format: 'date-time' });
export const optionalInstant = Type.Union([instant, Type.Null()]);
export const country = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' });
export const label = visibleText(textLimits.label);
export const totpCode = Type.String({ pattern: '^[0-9]{6}$' });

export const wordsSchema = Type.Object({ ar: name, fr: name, en: name }, closed);

const base64url = (maxLength: number) => Type.String({ maxLength, pattern: '^[A-Za-z0-9_-]+$' });
const credential = { id: base64url(1400), rawId: base64url(1400), type: Type.Literal('public-key') };
/** What an authenticator answers at sign-in (WebAuthn §5.2.2). */
export const assertion = Type.Unsafe<AuthenticationResponseJSON>(
  Type.Object({
    ...credential,
    clientExtensionResults: Type.Object({}),
    response: Type.Object({
      clientDataJSON: base64url(8192),
      authenticatorData: base64url(8192),
      signature: base64url(4096),
      userHandle: Type.Optional(Type.String({ maxLength: 200 })),
    }),
  }),
);
/** What an authenticator answers when a passkey is made (WebAuthn §5.2.1). */
export const attestation = Type.Unsafe<RegistrationResponseJSON>(
  Type.Object({
    ...credential,
    clientExtensionResults: Type.Object({}),
    response: Type.Object({ clientDataJSON: base64url(8192), attestationObject: base64url(65536) }),
  }),
);
