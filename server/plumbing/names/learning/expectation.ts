/** Expectation–maximisation: which chunks stand for each other, from pairs alone. */
import { alphabets, type Script } from '../letters.ts';
import {
  type Chunks,
  type Correspondence,
  createChunks,
  longestChunk,
  type Prepared,
  prepare,
} from '../transducer.ts';
import type { Pair } from './pair.ts';

const vowels = /^[aeiouy']+$/;
const consonants = /^[b-df-hj-np-tv-z]+$/;
const leastChunk = 40;
/** Vowels and consonants together are a chunk only where they are that much more frequent: -aux, -ois. */
const shareMixed = 0.2;
/** A step over more letters than needed is not better for that. */
const priceOfLength = 0.08;
const rounds = 6;
const leastShare = 2e-6;

/** Chunks worth learning: all vowels or all consonants, and others where they are frequent. */
const chunksIn = (script: Script, words: readonly string[], most: number): Chunks => {
  const counts = new Map<string, number>();
  for (const word of words)
    for (let at = 0; at < word.length; at += 1)
      for (let length = 2; length <= most && at + length <= word.length; length += 1) {
        const text = word.slice(at, at + length);
        const pure = script === 'arabic' || vowels.test(text) || consonants.test(text);
        counts.set(text, (counts.get(text) ?? 0) + (pure ? 1 : shareMixed));
      }
  return createChunks(
    script,
    [...counts].filter(([, count]) => count >= leastChunk).map(([text]) => text),
  );
};

interface Lattice {
  readonly a: Chunks;
  readonly b: Chunks;
  readonly probability: Float64Array;
  readonly counts: Float64Array;
}

const isMove = (da: number, db: number, cross: boolean): boolean =>
  da + db > 0 && (da === 0 || db === 0 ? da + db === 1 : cross ? da <= 2 : da + db <= 4);

type Visit = (from: number, to: number, pair: number, price: number) => void;

const wide = 32;
const each = (
  x: Prepared,
  y: Prepared,
  width: number,
  cross: boolean,
  i: number,
  j: number,
  visit: Visit,
) => {
  for (let da = 0; da <= longestChunk && i + da <= x.length; da += 1)
    for (let db = 0; db <= longestChunk && j + db <= y.length; db += 1) {
      if (!isMove(da, db, cross)) continue;
      const chunkA = da === 0 ? 0 : (x.chunks[i * longestChunk + da - 1] ?? -1);
      const chunkB = db === 0 ? 0 : (y.chunks[j * longestChunk + db - 1] ?? -1);
      if (chunkA >= 0 && chunkB >= 0)
        visit(
          i * wide + j,
          (i + da) * wide + j + db,
          chunkA * width + chunkB,
          priceOfLength ** Math.max(0, da + db - 2),
        );
    }
};

const forward = new Float64Array(wide * wide);
const backward = new Float64Array(wide * wide);

/** One pair's expected counts are added; answers with its log-probability. */
const learnPair = (lattice: Lattice, x: Prepared, y: Prepared, cross: boolean): number => {
  const { probability, counts, b } = lattice;
  const width = b.texts.length;
  forward.fill(0);
  backward.fill(0);
  forward[0] = 1;
  for (let i = 0; i <= x.length; i += 1)
    for (let j = 0; j <= y.length; j += 1)
      each(x, y, width, cross, i, j, (from, to, pair, price) => {
        forward[to] = (forward[to] ?? 0) + (forward[from] ?? 0) * (probability[pair] ?? 0) * price;
      });
  const end = x.length * wide + y.length;
  const total = forward[end] ?? 0;
  if (!(total > 0)) return -200;
  backward[end] = 1;
  for (let i = x.length; i >= 0; i -= 1)
    for (let j = y.length; j >= 0; j -= 1)
      each(x, y, width, cross, i, j, (from, to, pair, price) => {
        const share = (probability[pair] ?? 0) * price * (backward[to] ?? 0);
        backward[from] = (backward[from] ?? 0) + share;
        counts[pair] = (counts[pair] ?? 0) + ((forward[from] ?? 0) * share) / total;
      });
  return Math.log(total);
};

/** Counts become probabilities; letters alone never become impossible. */
const renew = ({ a, b, probability, counts }: Lattice): void => {
  const width = b.texts.length;
  for (let one = 1; one < a.texts.length; one += 1) counts[one * width] = (counts[one * width] ?? 0) + 0.05;
  for (let two = 1; two < width; two += 1) counts[two] = (counts[two] ?? 0) + 0.05;
  let total = 0;
  for (const count of counts) total += count;
  for (let at = 0; at < counts.length; at += 1) probability[at] = (counts[at] ?? 0) / total;
  counts.fill(0);
};

const weightsOf = ({ a, b, probability }: Lattice): readonly Correspondence[] => {
  const width = b.texts.length;
  const ofA = new Float64Array(a.texts.length);
  const ofB = new Float64Array(width);
  const singleOf = (texts: readonly string[], sums: Float64Array, text: string): number => {
    let product = 1;
    for (const letter of text) product *= sums[texts.indexOf(letter)] ?? 1e-4;
    return product;
  };
  for (let one = 0; one < a.texts.length; one += 1)
    for (let two = 0; two < width; two += 1) {
      const share = probability[one * width + two] ?? 0;
      for (const letter of a.texts[one] ?? '') {
        const at = a.texts.indexOf(letter);
        ofA[at] = (ofA[at] ?? 0) + share;
      }
      for (const letter of b.texts[two] ?? '') {
        const at = b.texts.indexOf(letter);
        ofB[at] = (ofB[at] ?? 0) + share;
      }
    }
  const sumA = ofA.reduce((sum, value) => sum + value, 0);
  const sumB = ofB.reduce((sum, value) => sum + value, 0);
  const shareA = ofA.map((value) => (value + 1e-6) / sumA);
  const shareB = ofB.map((value) => (value + 1e-6) / sumB);
  const found: Correspondence[] = [];
  for (const [one, textA] of a.texts.entries())
    for (const [two, textB] of b.texts.entries()) {
      const share = probability[one * width + two] ?? 0;
      const size = textA.length + textB.length;
      if (share < leastShare && size !== 1) continue;
      if (size === 0) continue;
      const expected = singleOf(a.texts, shareA, textA) * singleOf(b.texts, shareB, textB);
      const weight = Math.log((share * priceOfLength ** Math.max(0, size - 2)) / expected);
      found.push({ a: textA, b: textB, weight, around: [] });
    }
  return found;
};

/** Learns the correspondences of two scripts, and says how well each pair fits (nats per letter). */
export const expectCorrespondences = (
  scripts: readonly [Script, Script],
  pairs: readonly Pair[],
): { readonly correspondences: readonly Correspondence[]; readonly fits: readonly number[] } => {
  const cross = scripts[0] !== scripts[1];
  const a = chunksIn(
    scripts[0],
    pairs.map((pair) => pair.a),
    2,
  );
  const b = chunksIn(
    scripts[1],
    pairs.map((pair) => pair.b),
    cross ? 3 : 2,
  );
  const size = a.texts.length * b.texts.length;
  const lattice = {
    a,
    b,
    probability: new Float64Array(size).fill(1 / size),
    counts: new Float64Array(size),
  };
  // The same letter stands for itself more often than for another.
  if (!cross)
    for (const letter of alphabets[scripts[0]]) {
      const at = a.texts.indexOf(letter) * b.texts.length + b.texts.indexOf(letter);
      lattice.probability[at] = 30 / size;
    }
  const prepared = pairs.map((pair) => [prepare(a, pair.a), prepare(b, pair.b)] as const);
  let fits: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    fits = prepared.map(([x, y]) => learnPair(lattice, x, y, cross) / (x.length + y.length));
    renew(lattice);
  }
  return { correspondences: weightsOf(lattice), fits };
};
