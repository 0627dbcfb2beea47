/** Ed25519 signatures over canonical text (RFC 8032 over RFC 8785), keys and signatures in base64url. */
import { createPublicKey, type KeyObject, sign as signBytes, verify as verifyBytes } from 'node:crypto';

const publicKeyBytes = 32;
const signatureBytes = 64;

/** Signs the text's UTF-8 bytes; returns base64url. */
export const signText = (key: KeyObject, text: string): string =>
  signBytes(null, Buffer.from(text), key).toString('base64url');

const importPublicKey = (publicKey: string): KeyObject | null => {
  const bytes = Buffer.from(publicKey, 'base64url');
  if (bytes.length !== publicKeyBytes) return null;
  return createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') },
    format: 'jwk',
  });
};

/**
 * True when `signature` is the key's over the text, in the one base64url spelling of its bytes. A malformed
 * key or signature is false, never an error.
 */
export const verifySignature = (publicKey: string, text: string, signature: string): boolean => {
  const bytes = Buffer.from(signature, 'base64url');
  if (bytes.length !== signatureBytes || bytes.toString('base64url') !== signature) return false;
  const key = importPublicKey(publicKey);
  if (key === null) return false;
  return verifyBytes(null, Buffer.from(text), key, bytes);
};
