/**
 * A software authenticator that really signs (WebAuthn level 3 §6): ES256 keys, attestation "none", the user
 * verified. It does what a phone does, so that the ceremony is tested whole and without a browser.
 */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';

interface Credential {
  readonly id: Buffer;
  readonly key: KeyObject;
  readonly userHandle: string;
  counter: number;
}

const flags = { userPresent: 0x01, userVerified: 0x04, attested: 0x40 } as const;

/** CBOR (RFC 8949) of the little that is needed: small integers, byte and text strings, maps. */
const cborHead = (major: number, value: number): Buffer => {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 0xff]);
};
type Cbor = number | string | Buffer | ReadonlyMap<number | string, Cbor>;
const cbor = (value: Cbor): Buffer => {
  if (typeof value === 'number') return value >= 0 ? cborHead(0, value) : cborHead(1, -1 - value);
  if (typeof value === 'string')
    return Buffer.concat([cborHead(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([cborHead(2, value.length), value]);
  const parts = [...value].flatMap(([key, content]) => [cbor(key), cbor(content)]);
  return Buffer.concat([cborHead(5, value.size), ...parts]);
};

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

const coseKey = (key: KeyObject): Buffer => {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return cbor(
    new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  );
};

const authenticatorData = (rpId: string, bits: number, counter: number, attested: Buffer): Buffer => {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(rpId), Buffer.from([bits]), count, attested]);
};

const clientData = (type: string, challenge: string, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

/** How a browser and its user behave, when not well. */
export interface Behaviour {
  readonly verified?: boolean;
  readonly origin?: string;
}

export interface Authenticator {
  create(options: PublicKeyCredentialCreationOptionsJSON, how?: Behaviour): RegistrationResponseJSON;
  get(options: PublicKeyCredentialRequestOptionsJSON, how?: Behaviour): AuthenticationResponseJSON;
  /** As someone who copied the key some uses ago. */
  turnCounterBack(): void;
}

const bitsOf = (verified: boolean): number => flags.userPresent | (verified ? flags.userVerified : 0);
const envelope = (id: Buffer) => {
  const text = id.toString('base64url');
  return { id: text, rawId: text, type: 'public-key', clientExtensionResults: {} } as const;
};

/** Makes a credential and what registers it (WebAuthn §6.3.2, §6.5.4). */
const make = (options: PublicKeyCredentialCreationOptionsJSON, origin: string, verified: boolean) => {
  const { privateKey: key, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const rpId = options.rp.id ?? '';
  const credential: Credential = { id, key, userHandle: options.user.id, counter: 1 };
  const length = Buffer.alloc(2);
  length.writeUInt16BE(id.length);
  const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)]);
  const bits = bitsOf(verified) | flags.attested;
  const attestation = new Map<string, Cbor>([
    ['fmt', 'none'],
    ['attStmt', new Map()],
    ['authData', authenticatorData(rpId, bits, credential.counter, attested)],
  ]);
  const response = {
    clientDataJSON: clientData('webauthn.create', options.challenge, origin).toString('base64url'),
    attestationObject: cbor(attestation).toString('base64url'),
  };
  return { credential, answer: { ...envelope(id), response } };
};

/** Signs a challenge (WebAuthn §6.3.3). */
const answer = (
  credential: Credential,
  options: PublicKeyCredentialRequestOptionsJSON,
  how: Required<Behaviour>,
): AuthenticationResponseJSON => {
  const nothing = Buffer.alloc(0);
  const authData = authenticatorData(options.rpId ?? '', bitsOf(how.verified), credential.counter, nothing);
  const client = clientData('webauthn.get', options.challenge, how.origin);
  const signature = sign('sha256', Buffer.concat([authData, sha256(client)]), credential.key);
  return {
    ...envelope(credential.id),
    response: {
      clientDataJSON: client.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
      userHandle: credential.userHandle,
    },
  };
};

/** An authenticator used by a browser at this origin. */
export const createAuthenticator = (browserOrigin: string): Authenticator => {
  let kept: Credential | null = null;
  const held = (): Credential => {
    if (kept === null) throw new Error('the authenticator holds no credential yet');
    return kept;
  };
  return {
    create: (options, { verified = true, origin = browserOrigin } = {}) => {
      const made = make(options, origin, verified);
      kept = made.credential;
      return made.answer;
    },
    get: (options, { verified = true, origin = browserOrigin } = {}) => {
      held().counter += 1;
      return answer(held(), options, { verified, origin });
    },
    turnCounterBack: () => {
      held().counter = 0;
    },
  };
};
