/**
 * Hashing to the group and to scalars for ristretto255-SHA512 in verifiable mode (RFC 9497 §4.1), by
 * expand_message_xmd with SHA-512 (RFC 9380 §5.3.1) to 64 bytes, which one block of output covers. Messages
 * are put together in room that is used again: a thread hashes one after the other.
 */
import { elementBytes, type Group, isZero, uniformBytes } from './group.ts';
import { createMessage, type Message } from './message.ts';

/** Verifiable mode is 1 (RFC 9497 §3.1). */
const contextString = 'OPRFV1-\x01-ristretto255-SHA512';
/** The length of a SHA-512 block: that many zeros come first. */
const blockBytes = 128;
/** Bytes of a SHA-512 hash. */
export const hashBytes = 64;

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is hashed is put into the message that is given. */
type Fill = (message: Message) => void;

/** expand_message_xmd for one domain; what it gives is good until it is asked again. */
const createExpander = (domain: string): ((group: Group, fill: Fill) => Uint8Array) => {
  const tag = ascii(domain);
  const tagPrime = Uint8Array.of(...tag, tag.length);
  const after = Uint8Array.of(0, uniformBytes, 0, ...tagPrime);
  const message = createMessage();
  const second = new Uint8Array(hashBytes + 1 + tagPrime.length);
  second.set([1, ...tagPrime], hashBytes);
  const uniform = new Uint8Array(uniformBytes);
  return (group, fill) => {
    message.begin(blockBytes);
    fill(message);
    message.put(after);
    group.sha512(second, message.room(), message.length());
    group.sha512(uniform, second, second.length);
    return uniform;
  };
};

const toGroup = createExpander(`HashToGroup-${contextString}`);
const toScalar = createExpander(`HashToScalar-${contextString}`);
const toKey = createExpander(`DeriveKeyPair${contextString}`);
const seedTag = ascii(`Seed-${contextString}`);
const finalizeTag = ascii('Finalize');
const plain = createMessage();

const hashInto = (group: Group, out: Uint8Array, fill: Fill): void => {
  plain.begin(0);
  fill(plain);
  group.sha512(out, plain.room(), plain.length());
};

/** HashToGroup, into `out`. */
export const hashToElement = (group: Group, out: Uint8Array, input: Uint8Array): void =>
  group.fromHash(
    out,
    toGroup(group, (message) => message.put(input)),
  );

/** HashToScalar, into `out`. */
export const hashToScalar = (group: Group, out: Uint8Array, fill: Fill): void =>
  group.reduce(out, toScalar(group, fill));

/** The seed of the composites of a proof (RFC 9497 §2.2.1). */
export const compositeSeed = (group: Group, publicKey: Uint8Array): Uint8Array => {
  const seed = new Uint8Array(hashBytes);
  hashInto(group, seed, (message) => {
    message.putCounted(publicKey);
    message.putCounted(seedTag);
  });
  return seed;
};

/** The output of the function for an input and its evaluated, unblinded element (RFC 9497 §3.3.2). */
export const outputOf = (group: Group, out: Uint8Array, input: Uint8Array, element: Uint8Array): void =>
  hashInto(group, out, (message) => {
    message.putCounted(input);
    message.putCounted(element);
    message.put(finalizeTag);
  });

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
  for (let counter = 0; counter < tries && isZero(secretKey); counter += 1) {
    const uniform = toKey(group, (message) => {
      message.put(seed);
      message.putCounted(info);
      message.put(Uint8Array.of(counter));
    });
    group.reduce(secretKey, uniform);
  }
  const publicKey = new Uint8Array(elementBytes);
  if (!group.multiplyGenerator(publicKey, secretKey)) throw new Error('bug: a key without a public part');
  return { secretKey, publicKey };
};
