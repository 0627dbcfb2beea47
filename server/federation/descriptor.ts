/**
 * A node's descriptor: who it is, where it listens, with which keys; signed by its identity key. A later version
 * is believed when a chain of hand-overs leads from the key that we know to the key that signs it. Pure.
 */
import { X509Certificate } from 'node:crypto';
import { canonical, sha256 } from '../kernel/canonical.ts';
import { verifySignature } from '../plumbing/keys/index.ts';
import { type Fingerprint, fingerprint } from './fingerprint-words.ts';
import { protocolName } from './limits.ts';
import type { Descriptor, Handover } from './messages.ts';

/** Signs canonical text; Ed25519, base64url. */
export type Sign = (text: string) => string;

export const signObject = <Content extends object>(
  content: Content,
  sign: Sign,
): Content & { signature: string } => ({ ...content, signature: sign(canonical(content)) });

/** True when the key signed the canonical JSON of all members but `signature`. */
export const isSigned = (signed: { readonly signature: string }, publicKey: string): boolean => {
  const { signature, ...content } = signed;
  return verifySignature(publicKey, canonical(content), signature);
};

const handoverText = (party: string, handover: Omit<Handover, 'signature'>): string => {
  const { version, from, to } = handover;
  return canonical({ protocol: protocolName, party, version, from, to });
};

/** The old key's word that the new one follows it from this version on. */
export const signHandover = (
  party: string,
  handover: Omit<Handover, 'signature'>,
  signByOld: Sign,
): Handover => ({ ...handover, signature: signByOld(handoverText(party, handover)) });

const isHandoverSigned = (party: string, handover: Handover): boolean =>
  verifySignature(handover.from, handoverText(party, handover), handover.signature);

/** SHA-256 of the link certificate, hexadecimal: how a peer is known on a connection. */
export const certificateOf = (descriptor: Pick<Descriptor, 'tlsCertificate'>): string =>
  sha256(Buffer.from(descriptor.tlsCertificate, 'base64url')).toString('hex');

/** PEM to the form that descriptors carry, and back. */
export const derOfPem = (pem: string): string => new X509Certificate(pem).raw.toString('base64url');
export const pemOfDer = (der: string): string =>
  new X509Certificate(Buffer.from(der, 'base64url')).toString();

const isCertificate = (der: string): boolean => {
  try {
    return new X509Certificate(Buffer.from(der, 'base64url')).raw.toString('base64url') === der;
  } catch {
    return false;
  }
};

/** True when the descriptor is signed by the key that it names, and its certificate is one. */
export const isDescriptorSound = (descriptor: Descriptor): boolean =>
  isSigned(descriptor, descriptor.publicKey) && isCertificate(descriptor.tlsCertificate);

/** True when a chain of hand-overs leads from `known` to `publicKey`; the empty chain leads to itself. */
const leadsTo = (descriptor: Descriptor, known: string): boolean => {
  let key = known;
  for (const handover of descriptor.handovers) {
    if (handover.from !== key || handover.version > descriptor.version) continue;
    if (!isHandoverSigned(descriptor.party, handover)) return false;
    key = handover.to;
  }
  return key === descriptor.publicKey;
};

/** True when `next` is the same party's word as `known`, or a later one that `known`'s key hands over to. */
export const isSuccessor = (known: Descriptor, next: Descriptor): boolean =>
  next.party === known.party && next.version >= known.version && leadsTo(next, known.publicKey);

/** The words that two officers compare out of band. */
export const fingerprintOf = (publicKey: string): Fingerprint =>
  fingerprint(Buffer.from(publicKey, 'base64url'));
