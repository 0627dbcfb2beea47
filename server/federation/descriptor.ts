/**
 * A node's descriptor: who it is, where it listens, with which keys; signed by its identity key. A later
 * version is believed when a chain of hand-overs leads from the key that we know to the key that signs it.
 * Pure.
 */
import { X509Certificate } from 'node:crypto';
import { canonical, sha256 } from '../kernel/canonical.ts';
import { isUnconcealed, isVisible } from '../kernel/visible.ts';
import { verifySignature } from '../plumbing/keys/index.ts';
import { type Fingerprint, fingerprint } from './fingerprint-words.ts';
import type { Descriptor } from './messages.ts';

/** Signs canonical text; Ed25519, base64url. */
export type Sign = (text: string) => string;

export const signObject = <Content extends object>(
  content: Content,
  sign: Sign,
): Content & { signature: string } => ({ ...content, signature: sign(canonical(content)) });

/** Canonical text of what came from outside; null where it has none: JSON can spell a number like 1e999. */
export const canonicalOrNull = (value: unknown): string | null => {
  try {
    return canonical(value);
  } catch {
    return null;
  }
};

/** True when the key signed the canonical JSON of all members but `signature`. */
export const isSigned = (signed: { readonly signature: string }, publicKey: string): boolean => {
  const { signature, ...content } = signed;
  const text = canonicalOrNull(content);
  return text !== null && verifySignature(publicKey, text, signature);
};

/** SHA-256 of the link certificate, hexadecimal: how a peer is known on a connection. */
export const certificateOf = ({ tlsCertificate }: Pick<Descriptor, 'tlsCertificate'>): string =>
  sha256(new X509Certificate(tlsCertificate).raw).toString('hex');

/** One certificate in the one spelling that descriptors carry. */
export const plainPem = (pem: string): string => new X509Certificate(pem).toString();

const isCertificate = (pem: string): boolean => {
  try {
    return plainPem(pem).trim() === pem.trim();
  } catch {
    return false;
  }
};

/**
 * True when the descriptor is signed by the key that it names, its certificate is one, and its names show
 * something and hide nothing: a partner is known by his name wherever he is mentioned.
 */
export const isDescriptorSound = (descriptor: Descriptor): boolean =>
  Object.values(descriptor.name).every((name) => isVisible(name) && isUnconcealed(name)) &&
  isSigned(descriptor, descriptor.identityKey) &&
  isCertificate(descriptor.tlsCertificate);

/**
 * True when a chain of hand-overs leads from `known` to the identity key; the empty chain leads to itself.
 */
const leadsFrom = (known: string, descriptor: Descriptor): boolean => {
  let key = known;
  for (const handover of descriptor.previousKeys) {
    if (handover.publicKey !== key) continue;
    if (!isSigned(handover, handover.publicKey)) return false;
    key = handover.nextPublicKey;
  }
  return key === descriptor.identityKey;
};

/** True when `next` is the same party's word as `known`, or a later one that `known`'s key hands over to. */
export const isSuccessor = (known: Descriptor, next: Descriptor): boolean =>
  next.party === known.party && next.version >= known.version && leadsFrom(known.identityKey, next);

/** The words that two officers compare out of band. */
export const fingerprintOf = (publicKey: string): Fingerprint =>
  fingerprint(Buffer.from(publicKey, 'base64url'));
