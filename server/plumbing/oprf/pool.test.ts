import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { elementBytes, type Oprf, openOprf, oprfLimits, tagBytes } from './index.ts';

let oprf: Oprf;
const house = fileURLToPath(new URL('../../../', import.meta.url));
const seed = new Uint8Array(32).fill(7);
const wordsOf = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `word ${at + from}`);

beforeAll(async () => {
  oprf = await openOprf({ house, threads: 2 });
});
afterAll(() => oprf.close());

test('an asker finds the tags that the holder has for the same inputs, over several pieces', async () => {
  const keys = oprf.deriveKeyPair(seed, 'pool');
  const inputs = wordsOf(oprfLimits.piece * 2 + 3);
  const heard: number[] = [];
  const held = await oprf.evaluate(keys.secretKey, inputs, (done) => void heard.push(done));
  expect(heard.at(-1)).toBe(inputs.length);
  const blinded = await oprf.blind(inputs);
  expect(await oprf.check(blinded.elements)).toBe(true);
  const answer = await oprf.answer(keys, blinded.elements);
  if (answer === null) throw new Error('refused');
  const tags = await oprf.finalise(keys.publicKey, { ...blinded, inputs }, answer);
  expect(Buffer.from(tags ?? []).equals(Buffer.from(held))).toBe(true);
  expect(held.length).toBe(inputs.length * tagBytes);
});

test('one piece under another key, a proof too few or one element that is none spoils it all', async () => {
  const keys = oprf.deriveKeyPair(seed, 'pool');
  const inputs = wordsOf(oprfLimits.piece + 2);
  const blinded = await oprf.blind(inputs);
  const asked = { ...blinded, inputs };
  const answer = await oprf.answer(keys, blinded.elements);
  const other = await oprf.answer(oprf.deriveKeyPair(seed, 'another'), blinded.elements);
  if (answer === null || other === null) throw new Error('refused');
  const cut = oprfLimits.piece * elementBytes;
  const evaluated = Buffer.concat([answer.evaluated.subarray(0, cut), other.evaluated.subarray(cut)]);
  const proofs = Buffer.concat([answer.proofs.subarray(0, 64), other.proofs.subarray(64)]);
  expect(await oprf.finalise(keys.publicKey, asked, { evaluated, proofs })).toBeNull();
  const short = { ...answer, proofs: answer.proofs.subarray(64) };
  expect(await oprf.finalise(keys.publicKey, asked, short)).toBeNull();
  const bad = Uint8Array.from(blinded.elements);
  bad.fill(0, cut, cut + elementBytes);
  expect(await oprf.check(bad)).toBe(false);
  expect(await oprf.answer(keys, bad)).toBeNull();
});
