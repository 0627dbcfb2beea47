/** How often chunks stand for each other along the best ways: a plain opinion beside the learned weights. */
import { align, type Correspondence, prepare, type Transducer } from '../transducer.ts';
import type { Pair } from './pair.ts';

/** Below this a pair is hardly one name. */
const leastWeight = -2;
/** Every correspondence counts as met so often before the first pair. */
const metBefore = 0.5;

const addLetters = (counts: Map<string, number>, text: string): void => {
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
};

/** The logarithm of each letter's share of all letters. */
const natsOf = (counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return new Map([...counts].map(([letter, count]) => [letter, Math.log(count / all)]));
};

/**
 * Adds to each correspondence, in nats, how much more often its chunks were met than their letters alone
 * would be. `model` is made of the same correspondences.
 */
export const countCorrespondences = (
  model: Transducer,
  correspondences: readonly Correspondence[],
  pairs: readonly Pair[],
): readonly Correspondence[] => {
  const counts = new Float64Array(model.count).fill(metBefore);
  const letters = { a: new Map<string, number>(), b: new Map<string, number>() };
  for (const pair of pairs) {
    const { score, steps } = align(model, prepare(model.a, pair.a), prepare(model.b, pair.b));
    if (score < leastWeight) continue;
    addLetters(letters.a, pair.a);
    addLetters(letters.b, pair.b);
    for (const { index } of steps) if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
  }
  const all = counts.reduce((sum, count) => sum + count, 0);
  const [ofA, ofB] = [natsOf(letters.a), natsOf(letters.b)];
  const chance = (nats: ReadonlyMap<string, number>, text: string): number =>
    [...text].reduce((sum, letter) => sum + (nats.get(letter) ?? 0), 0);
  return correspondences.map((one, index) => {
    const expected = chance(ofA, one.a) + chance(ofB, one.b);
    return { ...one, counted: Math.log((counts[index] ?? metBefore) / all) - expected };
  });
};
