/**
 * Passkeys (WebAuthn level 3): discoverable credentials, the user always verified. An RP id is a domain, so a
 * console that is opened by a bare address has none; the demo's work at http://localhost:PORT.
 */

import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { partiesLimits } from './limits.ts';
import type { PersonFile } from './person.ts';
import type { PasskeyRow } from './rows.ts';

/** Which site the passkeys belong to. */
export interface RelyingParty {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
}

const loopbackNames: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** True for an address in digits, as a URL spells it. */
const isAddress = (hostname: string): boolean => /^(\[.*\]|\d+(\.\d+){3})$/.test(hostname);

/** The relying party of a public address; null where the address names no domain. */
export const relyingParty = (publicAddress: string, name: string): RelyingParty | null => {
  const { origin, hostname, port, protocol } = new URL(publicAddress);
  if (loopbackNames.includes(hostname)) {
    const at = (host: string): string => `${protocol}//${host}${port === '' ? '' : `:${port}`}`;
    return { id: 'localhost', name, origins: [at('localhost'), at('127.0.0.1')] };
  }
  return isAddress(hostname) ? null : { id: hostname, name, origins: [origin] };
};

export const registrationOptions = (
  site: RelyingParty,
  person: PersonFile,
  existing: readonly string[],
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    rpName: site.name,
    rpID: site.id,
    userName: person.email,
    userDisplayName: person.name,
    userID: new Uint8Array(Buffer.from(person.id)),
    timeout: partiesLimits.challengeMs,
    attestationType: 'none',
    excludeCredentials: existing.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });

export interface NewPasskey {
  readonly id: string;
  readonly publicKey: string;
  readonly counter: number;
}

/** The credential that the authenticator made, or null when anything about it is wrong. */
export const checkRegistration = async (
  site: RelyingParty,
  challenge: string,
  response: RegistrationResponseJSON,
): Promise<NewPasskey | null> => {
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: [...site.origins],
    expectedRPID: site.id,
    requireUserVerification: true,
  }).catch(() => null);
  if (checked?.verified !== true) return null;
  const { credential } = checked.registrationInfo;
  return {
    id: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
  };
};

export const authenticationOptions = (site: RelyingParty): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({
    rpID: site.id,
    timeout: partiesLimits.challengeMs,
    userVerification: 'required',
  });

/** The credential's new counter, or null when the answer is wrong or the counter went back (a cloned key). */
export const checkAuthentication = async (
  site: RelyingParty,
  challenge: string,
  response: AuthenticationResponseJSON,
  passkey: PasskeyRow,
): Promise<number | null> => {
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: [...site.origins],
    expectedRPID: site.id,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(Buffer.from(passkey.public_key, 'base64url')),
      counter: passkey.counter,
    },
  }).catch(() => null);
  return checked?.verified === true ? checked.authenticationInfo.newCounter : null;
};
