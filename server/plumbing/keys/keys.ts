/**
 * The node's keys, in files of its data folder that only its own user can read. The identity key signs what
 * the node says; the TLS key and its self-signed certificate carry the links. Partners pin both by the
 * descriptor.
 */
// The one import for its effect: @peculiar/x509 refuses to load without it and does not bring it.
import 'reflect-metadata';
import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, webcrypto } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';
import { dayMs } from '../../kernel/time.ts';
import { signText } from './signature.ts';

/** What a TLS server or client needs: PEM texts. */
export interface TlsIdentity {
  readonly key: string;
  readonly certificate: string;
}

/** The node's keys, open: what they sign with, never what they are. */
export interface Keys {
  /** Ed25519 public key, base64url of 32 bytes. */
  readonly publicKey: string;
  readonly tls: TlsIdentity;
  /** Signs the UTF-8 bytes of a canonical text; base64url. */
  sign(text: string): string;
  /** Makes the next identity key, kept beside the present one until `adopt`. */
  prepareNext(): Promise<{ readonly publicKey: string; sign(text: string): string }>;
  /** Makes the prepared key the present one; the old one is kept to check what it signed. */
  adoptNext(): Promise<void>;
}

const certificateYears = 10;
const ownerOnly = 0o600;

const writePrivate = async (path: string, text: string): Promise<void> => {
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, text, { mode: ownerOnly, flush: true });
  await rename(draft, path);
};

const readOrMake = async (path: string, make: () => Promise<string>): Promise<string> => {
  const existing = await readFile(path, 'utf8').catch(() => null);
  if (existing !== null) return existing;
  const text = await make();
  await writePrivate(path, text);
  return text;
};

const newIdentityPem = async (): Promise<string> =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const publicPart = (key: KeyObject): string => {
  const { x } = key.export({ format: 'jwk' });
  if (x === undefined) throw new Error('bug: the identity key is not Ed25519');
  return x;
};

const pem = (label: string, bytes: ArrayBuffer): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(bytes)
    .toString('base64')
    .replaceAll(/(.{64})/g, '$1\n')
    .trimEnd()}\n-----END ${label}-----\n`;

const newTlsPem = async (commonName: string): Promise<string> => {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const pair = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const notBefore = new Date(Date.now() - dayMs);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: randomBytes(16).toString('hex'),
    name: `CN=${commonName}`,
    notBefore,
    notAfter: new Date(notBefore.getTime() + certificateYears * 365 * dayMs),
    signingAlgorithm: algorithm,
    keys: pair,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
    ],
  });
  const privateKey = await webcrypto.subtle.exportKey('pkcs8', pair.privateKey);
  return `${pem('PRIVATE KEY', privateKey)}${certificate.toString('pem')}\n`;
};

const splitTls = (text: string): TlsIdentity => {
  const at = text.indexOf('-----BEGIN CERTIFICATE-----');
  if (at < 0) throw new Error('The TLS key file holds no certificate: move it away and start again.');
  return { key: text.slice(0, at), certificate: text.slice(at) };
};

/**
 * Opens the keys in `folder`, making them at the first call. `commonName` goes into the certificate.
 * Errors: those of the file system.
 */
export const createKeys = async (needs: { folder: string; commonName: string }): Promise<Keys> => {
  const { folder } = needs;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const identityPath = join(folder, 'identity.pem');
  const nextPath = join(folder, 'identity-next.pem');
  let identity = createPrivateKey(await readOrMake(identityPath, newIdentityPem));
  const tls = splitTls(await readOrMake(join(folder, 'tls.pem'), () => newTlsPem(needs.commonName)));
  return {
    get publicKey() {
      return publicPart(identity);
    },
    tls,
    sign: (text) => signText(identity, text),
    prepareNext: async () => {
      const next = createPrivateKey(await readOrMake(nextPath, newIdentityPem));
      return { publicKey: publicPart(next), sign: (text) => signText(next, text) };
    },
    adoptNext: async () => {
      const next = createPrivateKey(await readFile(nextPath, 'utf8'));
      await rename(identityPath, join(folder, `identity-until-${Date.now()}.pem`));
      await rename(nextPath, identityPath);
      identity = next;
    },
  };
};

/**
 * A secret of the node, hexadecimal, 256 bits, made at the first call: for hashes that nobody without it can
 * try out. Errors: those of the file system.
 */
export const openSecret = async (needs: { folder: string; name: string }): Promise<string> => {
  await mkdir(needs.folder, { recursive: true, mode: 0o700 });
  return readOrMake(join(needs.folder, `${needs.name}.secret`), async () => randomBytes(32).toString('hex'));
};

/** The public identity keys that a node has and had, present first, from its key folder. */
export const identityKeysOf = async (folder: string): Promise<readonly string[]> => {
  const names = (await readdir(folder))
    .filter((name) => /^identity(-until-\d+)?\.pem$/.test(name))
    .sort()
    .reverse();
  const keys: string[] = [];
  for (const name of names) keys.push(publicPart(createPrivateKey(await readFile(join(folder, name)))));
  return keys;
};
