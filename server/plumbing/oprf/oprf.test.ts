/** The function against the vectors of RFC 9497 (A.1.2) and another implementation; its properties. */
import { ristretto255_oprf } from '@noble/curves/ed25519.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { elementBytes, type Group } from './group.ts';
import { deriveKeyPair } from './hashing.ts';
import { openNative } from './native.ts';
import {
  areElements,
  blind,
  blindEvaluate,
  elementAt,
  evaluate,
  finalize,
  outputBytes,
  verifyProof,
} from './oprf.ts';
import { openWasm } from './wasm.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const text = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : Buffer.from(bytes).toString('hex');
const bytes = (word: string): Uint8Array => new TextEncoder().encode(word);

const seed = new Uint8Array(32).fill(0xa3);
const info = hex('74657374206b6579');
const firstBlind = '64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706';
const secondBlind = '222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e';
const firstBlinded = '863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945';
const firstEvaluated = 'aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e';
const firstOutput =
  'b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7d' +
  'a4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c';
const secondOutput =
  '8a9a2f3c7f085b65933594309041fc1898d42d0858e59f90814ae90571a6df60' +
  '356f4610bf816f27afdd84f47719e480906d27ecd994985890e5f539e7ea74b6';
const [one, other] = ['00', '5a'.repeat(17)];

const vectors = [
  {
    inputs: [one],
    blinds: firstBlind,
    blinded: firstBlinded,
    evaluated: firstEvaluated,
    nonce: secondBlind,
    proof:
      'ddef93772692e535d1a53903db24367355cc2cc78de93b3be5a8ffcc6985dd06' +
      '6d4346421d17bf5117a2a1ff0fcb2a759f58a539dfbe857a40bce4cf49ec600d',
    output: firstOutput,
  },
  {
    inputs: [other],
    blinds: firstBlind,
    blinded: 'cc0b2a350101881d8a4cba4c80241d74fb7dcbfde4a61fde2f91443c2bf9ef0c',
    evaluated: '60a59a57208d48aca71e9e850d22674b611f752bed48b36f7a91b372bd7ad468',
    nonce: secondBlind,
    proof:
      '401a0da6264f8cf45bb2f5264bc31e109155600babb3cd4e5af7d181a2c9dc0a' +
      '67154fabf031fd936051dec80b0b6ae29c9503493dde7393b722eafdf5a50b02',
    output: secondOutput,
  },
  {
    inputs: [one, other],
    blinds: firstBlind + secondBlind,
    blinded: `${firstBlinded}90a0145ea9da29254c3a56be4fe185465ebb3bf2a1801f7124bbbadac751e654`,
    evaluated: `${firstEvaluated}cc5ac221950a49ceaa73c8db41b82c20372a4c8d63e5dded2db920b7eee36a2a`,
    nonce: '419c4f4f5052c53c45f3da494d2b67b220d02118e0857cdbcf037f9ea84bbe0c',
    proof:
      'cc203910175d786927eeb44ea847328047892ddf8590e723c37205cb74600b0a' +
      '5ab5337c8eb4ceae0494c2cf89529dcf94572ed267473d567aeed6ab873dee08',
    output: firstOutput + secondOutput,
  },
];

const inputsOf = (count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, at) => bytes(`input ${at}`));

const outputOf = (group: Group, secretKey: Uint8Array, input: Uint8Array): Uint8Array => {
  const out = new Uint8Array(outputBytes);
  evaluate(group, secretKey, input, out);
  return out;
};

const native = openNative();

describe.each([
  ['native', () => Promise.resolve(native)],
  ['wasm', openWasm],
])('%s', (name, open) => {
  let group: Group;
  beforeAll(async () => {
    const opened = await open();
    if (opened !== null) group = opened;
  });
  afterAll(() => undefined);
  const isHere = name === 'wasm' || native !== null;
  const keysOf = (word: string) => deriveKeyPair(group, seed, bytes(word));

  test.runIf(isHere)('the key pair is that of the RFC', () => {
    const keys = deriveKeyPair(group, seed, info);
    expect(text(keys.secretKey)).toBe('e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909');
    expect(text(keys.publicKey)).toBe('c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e');
  });

  test.runIf(isHere).each(vectors)('the vector of $inputs.length gives the same bytes', (vector) => {
    const keys = deriveKeyPair(group, seed, info);
    const inputs = vector.inputs.map(hex);
    const blinded = blind(group, inputs, hex(vector.blinds));
    expect(text(blinded.elements)).toBe(vector.blinded);
    const answer = blindEvaluate(group, keys, blinded.elements, hex(vector.nonce));
    expect(text(answer?.elements ?? null)).toBe(vector.evaluated);
    expect(text(answer?.proof ?? null)).toBe(vector.proof);
    if (answer === null) return;
    expect(text(finalize(group, keys.publicKey, { ...blinded, inputs }, answer))).toBe(vector.output);
    expect(inputs.map((input) => text(outputOf(group, keys.secretKey, input))).join('')).toBe(vector.output);
  });

  test.runIf(isHere)('another implementation answers, and is answered, with the same outputs', () => {
    const keys = keysOf('common');
    const inputs = inputsOf(5);
    const { elements, ...rest } = blind(group, inputs);
    const theirs = ristretto255_oprf.voprf.blindEvaluateBatch(
      keys.secretKey,
      keys.publicKey,
      inputs.map((_, at) => elementAt(elements, at)),
    );
    const answer = { elements: Uint8Array.from(Buffer.concat(theirs.evaluated)), proof: theirs.proof };
    const outputs = finalize(group, keys.publicKey, { ...rest, elements, inputs }, answer);
    const expected = inputs.map((input) => text(outputOf(group, keys.secretKey, input))).join('');
    expect(text(outputs)).toBe(expected);
  });

  test.runIf(isHere)('what was asked of one key proves nothing under another', () => {
    const keys = keysOf('one');
    const inputs = inputsOf(3);
    const blinded = { ...blind(group, inputs), inputs };
    const wrong = blindEvaluate(group, keysOf('other'), blinded.elements);
    expect(wrong).not.toBeNull();
    if (wrong === null) return;
    expect(finalize(group, keys.publicKey, blinded, wrong)).toBeNull();
    // One element under another key is enough to refuse the batch.
    const right = blindEvaluate(group, keys, blinded.elements);
    if (right === null) return;
    const mixed = Uint8Array.from(right.elements);
    mixed.set(elementAt(wrong.elements, 1), elementBytes);
    expect(verifyProof(group, keys.publicKey, blinded.elements, { ...right, elements: mixed })).toBe(false);
    expect(verifyProof(group, keys.publicKey, blinded.elements, right)).toBe(true);
  });

  test.runIf(isHere)('the identity, and bytes that are no element, are refused', () => {
    const keys = keysOf('one');
    const identity = new Uint8Array(elementBytes);
    const none = new Uint8Array(elementBytes).fill(0xff);
    const { elements } = blind(group, inputsOf(2));
    for (const bad of [identity, none]) {
      const batch = Uint8Array.from(Buffer.concat([elements, bad]));
      expect(areElements(group, batch)).toBe(false);
      expect(blindEvaluate(group, keys, batch)).toBeNull();
    }
    expect(areElements(group, elements)).toBe(true);
    expect(areElements(group, elements.subarray(1))).toBe(false);
  });

  test.runIf(isHere)('the same input is never shown twice alike, and has one output for each key', () => {
    const [input] = inputsOf(1);
    if (input === undefined) return;
    const shown = Array.from({ length: 20 }, () => text(blind(group, [input]).elements));
    expect(new Set(shown).size).toBe(20);
    const outputs = ['epoch 1', 'epoch 2'].map((epoch) =>
      text(outputOf(group, keysOf(epoch).secretKey, input)),
    );
    expect(new Set(outputs).size).toBe(2);
  });

  test.runIf(isHere)('two keys applied in either order give the same element', () => {
    const [input] = inputsOf(1);
    if (input === undefined) return;
    const [a, b] = [keysOf('a').secretKey, keysOf('b').secretKey];
    const { elements } = blind(group, [input], hex(firstBlind));
    const [ab, ba] = [new Uint8Array(elementBytes), new Uint8Array(elementBytes)];
    expect(group.multiply(ab, a, elements) && group.multiply(ab, b, ab)).toBe(true);
    expect(group.multiply(ba, b, elements) && group.multiply(ba, a, ba)).toBe(true);
    expect(text(ab)).toBe(text(ba));
  });
});

test('this machine says which of the two it uses', async () => {
  const { openGroup } = await import('./opening.ts');
  expect((await openGroup()).name).toBe(native === null ? 'wasm' : 'native');
});
