/**
 * The oblivious pseudorandom function of RFC 9497, ristretto255-SHA512, verifiable mode, in batches. The
 * asker blinds its inputs; the holder multiplies them by its key, learns nothing of them, and proves that it
 * used the key that it had published; the asker takes the blinds off and has the outputs. Elements, scalars
 * and outputs stand one after the other in flat arrays. What is refused answers null: nothing of it is used.
 */
import { randomBytes } from 'node:crypto';
import { elementBytes, type Group, isScalar, isZero, uniformBytes } from './group.ts';
import { compositeSeed, hashToElement, hashToScalar, outputOf } from './hashing.ts';

/** Bytes of an output (Nh). */
export const outputBytes = 64;
/** Bytes of a proof: challenge and response. */
export const proofBytes = 2 * elementBytes;

const compositeTag = new TextEncoder().encode('Composite');
const challengeTag = new TextEncoder().encode('Challenge');

export const elementAt = (elements: Uint8Array, at: number): Uint8Array =>
  elements.subarray(at * elementBytes, (at + 1) * elementBytes);
export const countOf = (elements: Uint8Array): number => elements.length / elementBytes;

const randomScalar = (group: Group, out: Uint8Array): void => {
  do group.reduce(out, randomBytes(uniformBytes));
  while (isZero(out));
};

/** What an asker keeps to itself, and what it shows. */
export interface Blinded {
  readonly blinds: Uint8Array;
  readonly elements: Uint8Array;
}

/** Blinds inputs, each by a scalar of its own; `blinds` are given in the tests of the RFC's vectors alone. */
export const blind = (
  group: Group,
  inputs: readonly Uint8Array[],
  blinds: Uint8Array = new Uint8Array(0),
): Blinded => {
  const used = new Uint8Array(inputs.length * elementBytes);
  const elements = new Uint8Array(inputs.length * elementBytes);
  used.set(blinds);
  const element = new Uint8Array(elementBytes);
  for (const [at, input] of inputs.entries()) {
    const scalar = elementAt(used, at);
    if (isZero(scalar)) randomScalar(group, scalar);
    hashToElement(group, element, input);
    // An input that maps to the identity cannot be found by anyone (RFC 9497 §3.3.1, InvalidInputError).
    if (!group.multiply(elementAt(elements, at), scalar, element))
      throw new Error('bug: an input maps to the identity');
  }
  return { blinds: used, elements };
};

/** Whether all are elements, and none the identity. */
export const areElements = (group: Group, elements: Uint8Array): boolean => {
  if (elements.length === 0 || elements.length % elementBytes !== 0) return false;
  for (let at = 0; at < countOf(elements); at += 1)
    if (!group.isElement(elementAt(elements, at))) return false;
  return true;
};

/** The sum of the elements, each times its own weight; null where one is none. */
const weigh = (group: Group, weights: Uint8Array, elements: Uint8Array): Uint8Array | null => {
  const sum = new Uint8Array(elementBytes);
  const one = new Uint8Array(elementBytes);
  for (let at = 0; at < countOf(elements); at += 1) {
    if (!group.multiply(one, elementAt(weights, at), elementAt(elements, at))) return null;
    if (!group.add(sum, sum, one)) return null;
  }
  return sum;
};

const weightsOf = (
  group: Group,
  publicKey: Uint8Array,
  elements: Uint8Array,
  evaluated: Uint8Array,
): Uint8Array => {
  const seed = compositeSeed(group, publicKey);
  const weights = new Uint8Array(elements.length);
  for (let at = 0; at < countOf(elements); at += 1)
    hashToScalar(group, elementAt(weights, at), (message) => {
      message.putCounted(seed);
      message.putLength(at);
      message.putCounted(elementAt(elements, at));
      message.putCounted(elementAt(evaluated, at));
      message.put(compositeTag);
    });
  return weights;
};

const challengeOf = (group: Group, parts: readonly Uint8Array[]): Uint8Array => {
  const challenge = new Uint8Array(elementBytes);
  hashToScalar(group, challenge, (message) => {
    for (const part of parts) message.putCounted(part);
    message.put(challengeTag);
  });
  return challenge;
};

/** A holder's answer to a batch. */
export interface Evaluated {
  readonly elements: Uint8Array;
  readonly proof: Uint8Array;
}

/**
 * BlindEvaluate with its proof (RFC 9497 §3.3.2, §2.2.1); null where one of the batch is no element, or the
 * identity. `nonce` is given in the tests of the RFC's vectors alone.
 */
export const blindEvaluate = (
  group: Group,
  keys: { readonly secretKey: Uint8Array; readonly publicKey: Uint8Array },
  elements: Uint8Array,
  nonce: Uint8Array | null = null,
): Evaluated | null => {
  const { secretKey, publicKey } = keys;
  const evaluated = new Uint8Array(elements.length);
  for (let at = 0; at < countOf(elements); at += 1)
    if (!group.multiply(elementAt(evaluated, at), secretKey, elementAt(elements, at))) return null;
  const composite = weigh(group, weightsOf(group, publicKey, elements, evaluated), elements);
  if (composite === null) return null;
  const random = new Uint8Array(elementBytes);
  if (nonce === null) randomScalar(group, random);
  else random.set(nonce);
  const [image, commitment, other] = [0, 1, 2].map(() => new Uint8Array(elementBytes));
  if (image === undefined || commitment === undefined || other === undefined) return null;
  if (!group.multiply(image, secretKey, composite)) return null;
  if (!group.multiplyGenerator(commitment, random) || !group.multiply(other, random, composite)) return null;
  const proof = new Uint8Array(proofBytes);
  const [challenge, response] = [elementAt(proof, 0), elementAt(proof, 1)];
  challenge.set(challengeOf(group, [publicKey, composite, image, commitment, other]));
  group.multiplyScalars(response, challenge, secretKey);
  group.subtractScalars(response, random, response);
  return { elements: evaluated, proof };
};

/** VerifyProof (RFC 9497 §2.2.2): the holder used the key of this public part for every element. */
export const verifyProof = (
  group: Group,
  publicKey: Uint8Array,
  elements: Uint8Array,
  answer: Evaluated,
): boolean => {
  const { elements: evaluated, proof } = answer;
  if (evaluated.length !== elements.length || proof.length !== proofBytes) return false;
  const [challenge, response] = [elementAt(proof, 0), elementAt(proof, 1)];
  if (!isScalar(challenge) || !isScalar(response) || !group.isElement(publicKey)) return false;
  const weights = weightsOf(group, publicKey, elements, evaluated);
  const composite = weigh(group, weights, elements);
  const image = weigh(group, weights, evaluated);
  if (composite === null || image === null) return false;
  const [commitment, other, one] = [0, 1, 2].map(() => new Uint8Array(elementBytes));
  if (commitment === undefined || other === undefined || one === undefined) return false;
  const isSound =
    group.multiplyGenerator(commitment, response) &&
    group.multiply(one, challenge, publicKey) &&
    group.add(commitment, commitment, one) &&
    group.multiply(other, response, composite) &&
    group.multiply(one, challenge, image) &&
    group.add(other, other, one);
  if (!isSound) return false;
  const expected = challengeOf(group, [publicKey, composite, image, commitment, other]);
  return Buffer.compare(expected, challenge) === 0;
};

/**
 * The inverses of all blinds by one inversion (Montgomery): a blind's inverse is that of the product of all,
 * times the product of the others. Null where one is zero.
 */
const invertAll = (group: Group, scalars: Uint8Array): Uint8Array | null => {
  const inverses = new Uint8Array(scalars.length);
  const product = new Uint8Array(elementBytes);
  product[0] = 1;
  for (let at = 0; at < countOf(scalars); at += 1) {
    elementAt(inverses, at).set(product);
    group.multiplyScalars(product, product, elementAt(scalars, at));
  }
  const rest = new Uint8Array(elementBytes);
  if (!group.invert(rest, product)) return null;
  for (let at = countOf(scalars) - 1; at >= 0; at -= 1) {
    group.multiplyScalars(elementAt(inverses, at), elementAt(inverses, at), rest);
    group.multiplyScalars(rest, rest, elementAt(scalars, at));
  }
  return inverses;
};

/** Finalize (RFC 9497 §3.3.2): the outputs, one for each input; null where the proof does not hold. */
export const finalize = (
  group: Group,
  publicKey: Uint8Array,
  asked: Blinded & { readonly inputs: readonly Uint8Array[] },
  answer: Evaluated,
): Uint8Array | null => {
  if (!verifyProof(group, publicKey, asked.elements, answer)) return null;
  const outputs = new Uint8Array(asked.inputs.length * outputBytes);
  const element = new Uint8Array(elementBytes);
  const inverses = invertAll(group, asked.blinds);
  if (inverses === null) return null;
  for (const [at, input] of asked.inputs.entries()) {
    if (!group.multiply(element, elementAt(inverses, at), elementAt(answer.elements, at))) return null;
    outputOf(group, outputs.subarray(at * outputBytes, (at + 1) * outputBytes), input, element);
  }
  return outputs;
};

const own = new Uint8Array(elementBytes);

/** Evaluate (RFC 9497 §3.3.1): what the holder itself computes for one of its records, into `out`. */
export const evaluate = (group: Group, secretKey: Uint8Array, input: Uint8Array, out: Uint8Array): void => {
  hashToElement(group, own, input);
  if (!group.multiply(own, secretKey, own)) throw new Error('bug: an input maps to the identity');
  outputOf(group, out, input, own);
};
