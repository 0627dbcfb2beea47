/**
 * Hashing to the group and to scalars for ristretto255-SHA512 in verifiable mode (RFC 9497 §4.1), by
 * expand_message_xmd with SHA-512 (RFC 9380 §5.3.1) to 64 bytes, which one block of output covers.
 */
import { hash } from 'node:crypto';
import { elementBytes, type Group, isZero, uniformBytes } from './group.ts';

/** Verifiable mode is 1 (RFC 9497 §3.1). */
const contextString = 'OPRFV1-\x01-ristretto255-SHA512';
/** The length of a SHA-512 block: that many zeros come first. */
const blockBytes = 128;
const sha512 = (bytes: Uint8Array): Buffer => hash('sha512', bytes, 'buffer');

const counted = (bytes: Uint8Array): readonly Uint8Array[] => [lengthOf(bytes.length), bytes];
/** I2OSP(length, 2). */
export const lengthOf = (length: number): Uint8Array => Uint8Array.of(length >> 8, length & 0xff);
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

/** expand_message_xmd for one domain: its constant parts are put together once. */
const createExpander = (domain: string): ((message: Uint8Array) => Uint8Array) => {
  const tag = ascii(domain);
  const tagPrime = Uint8Array.of(...tag, tag.length);
  const before = new Uint8Array(blockBytes);
  const after = Uint8Array.of(0, uniformBytes, 0, ...tagPrime);
  const last = Uint8Array.of(1, ...tagPrime);
  return (message) => {
    const first = sha512(Buffer.concat([before, message, after]));
    return sha512(Buffer.concat([first, last]));
  };
};

const toGroup = createExpander(`HashToGroup-${contextString}`);
const toScalar = createExpander(`HashToScalar-${contextString}`);
const toKey = createExpander(`DeriveKeyPair${contextString}`);
const seedTag = ascii(`Seed-${contextString}`);

/** HashToGroup, into `out`. */
export const hashToElement = (group: Group, out: Uint8Array, input: Uint8Array): void =>
  group.fromHash(out, toGroup(input));

/** HashToScalar, into `out`. */
export const hashToScalar = (group: Group, out: Uint8Array, input: Uint8Array): void =>
  group.reduce(out, toScalar(input));

/** The hash of parts, each but the label preceded by its length (RFC 9497 §2.2.1). */
export const transcript = (parts: readonly Uint8Array[], label: string): Uint8Array =>
  Buffer.concat([...parts.flatMap(counted), ascii(label)]);

/** The seed of the composites of a proof (RFC 9497 §2.2.1). */
export const compositeSeed = (publicKey: Uint8Array): Uint8Array =>
  sha512(transcript([publicKey, seedTag], ''));

/** The output of the function for an input and its evaluated, unblinded element (RFC 9497 §3.3.2). */
export const outputOf = (input: Uint8Array, element: Uint8Array): Uint8Array =>
  sha512(transcript([input, element], 'Finalize'));

/** A key pair of verifiable mode. */
export interface KeyPair {
  readonly secretKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** The tries that DeriveKeyPair has: that any but the first is needed has a chance of 2^-252. */
const tries = 256;

/** DeriveKeyPair (RFC 9497 §3.2.1): `seed` is 32 secret bytes, `info` public. */
export const deriveKeyPair = (group: Group, seed: Uint8Array, info: Uint8Array): KeyPair => {
  const secretKey = new Uint8Array(elementBytes);
  for (let counter = 0; counter < tries && isZero(secretKey); counter += 1)
    group.reduce(secretKey, toKey(Buffer.concat([seed, ...counted(info), Uint8Array.of(counter)])));
  const publicKey = new Uint8Array(elementBytes);
  if (!group.multiplyGenerator(publicKey, secretKey)) throw new Error('bug: a key without a public part');
  return { secretKey, publicKey };
};
