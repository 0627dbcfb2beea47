/**
 * A second opinion on what was found for a name of one part: how often the chunks of the best way stand for
 * each other, counted plainly. It errs in other places than the learned weights: both together err less.
 */
import type { Script } from './letters.ts';
import type { Model } from './model.ts';
import { align, alone, prepare, unlike } from './transducer.ts';

/** A part as it is written, with and without what stands before it. */
export interface Looked {
  readonly script: Script;
  readonly full: string;
  readonly bare: string;
}

/** What the count has to say beside the weights. */
const share = 0.3;

/** Nats to add to the weight of two parts; nothing where both are of one script. */
export const lookAgain = (model: Model, one: Looked, two: Looked): number => {
  if (one.script === two.script) return 0;
  const [arabic, latin] = one.script === 'arabic' ? [one, two] : [two, one];
  const pair = model['arabic-latin'];
  const look = (a: string, b: string) => align(pair, prepare(pair.a, a), prepare(pair.b, b));
  const full = look(arabic.full, latin.full);
  const isPlain = arabic.full === arabic.bare && latin.full === latin.bare;
  const bare = isPlain ? full : look(arabic.bare, latin.bare);
  const { steps } = bare.score > full.score ? bare : full;
  const counted = steps.reduce((sum, { index, i, i2, j, j2 }) => {
    if (index >= 0) return sum + (pair.counted[index] ?? 0);
    return sum + (i2 - i + j2 - j === 1 ? alone : unlike);
  }, 0);
  return share * (counted - Math.max(bare.score, full.score));
};
