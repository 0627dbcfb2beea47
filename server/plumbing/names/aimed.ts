/**
 * One word against very many: what the word's own letters say is worked out once, so that each of the many
 * costs a few microseconds. Weighs exactly as `weigh` of the transducer does.
 */
import type { Words } from './form-store.ts';
import {
  alone,
  impossible,
  letterSpan,
  longestChunk,
  longestPart,
  mostPerLetter,
  type Prepared,
  places,
  type Transducer,
  unlike,
} from './transducer.ts';

/** A word made ready to be weighed against many. */
export interface Aimed {
  readonly length: number;
  /** Whether it is side a of the transducer. */
  readonly onSideA: boolean;
  /** Numbers of chunks that the other side has. */
  readonly width: number;
  /** By place, chunk of the other side and letters taken (0 to 3): nats, `impossible` for none. */
  readonly values: Float64Array;
  /** Likewise: where the figures of the letters around the other side's chunk begin. */
  readonly offsets: Int32Array;
  /** The most that the letters from a place on can bring. */
  readonly rest: Float64Array;
  /** The most that one letter of the other side brings which stands for nothing. */
  readonly mostInserted: number;
  readonly around: Float32Array;
}

const ways = longestChunk + 1;
const block = places.length * letterSpan;

/** By correspondence: the most that the letters around one side's chunk add. */
const mostAround = new WeakMap<Transducer, readonly [Float64Array, Float64Array]>();

const largestIn = (values: Float32Array, from: number): number => {
  let largest = Number.NEGATIVE_INFINITY;
  for (let at = from; at < from + letterSpan; at += 1) largest = Math.max(largest, values[at] ?? 0);
  return largest;
};

const mostAroundOf = (model: Transducer): readonly [Float64Array, Float64Array] => {
  const known = mostAround.get(model);
  if (known) return known;
  const ofSide = (first: number): Float64Array =>
    Float64Array.from({ length: model.count }, (_, index) => {
      const at = index * block + first * letterSpan;
      return largestIn(model.around, at) + largestIn(model.around, at + letterSpan);
    });
  const made = [ofSide(0), ofSide(2)] as const;
  mostAround.set(model, made);
  return made;
};

/** What stands where no correspondence does. */
const withoutOne = (taken: number, other: number): number => {
  if (taken + other === 1) return alone;
  return taken === 1 && other === 1 ? unlike : impossible;
};

/** What a correspondence is worth with the letters before and after it on one side. */
const beside = (
  { weight, around }: Transducer,
  index: number,
  side: number,
  before: number,
  after: number,
) => {
  const at = index * block + side * letterSpan;
  return (weight[index] ?? 0) + (around[at + before] ?? 0) + (around[at + letterSpan + after] ?? 0);
};

/** Makes the word ready. */
export const aim = (model: Transducer, word: Prepared, onSideA: boolean): Aimed => {
  const { texts } = onSideA ? model.b : model.a;
  const width = texts.length;
  const most = mostAroundOf(model)[onSideA ? 1 : 0];
  const values = new Float64Array((word.length + 1) * ways * width).fill(impossible);
  const offsets = new Int32Array(values.length).fill(model.count * block);
  const rest = new Float64Array(word.length + 1);
  const [mine, others] = onSideA ? [0, 2] : [2, 0];
  let mostInserted = 0;
  for (let place = word.length; place >= 0; place -= 1) {
    let best = place === word.length ? 0 : impossible;
    for (let taken = 0; taken <= Math.min(longestChunk, word.length - place); taken += 1) {
      const chunk = taken === 0 ? 0 : (word.chunks[place * longestChunk + taken - 1] ?? -1);
      if (chunk < 0) continue;
      const before = place > 0 ? (word.letters[place - 1] ?? 0) : 0;
      const after = place + taken < word.length ? (word.letters[place + taken] ?? 0) : 0;
      for (let other = taken === 0 ? 1 : 0; other < width; other += 1) {
        const cell = onSideA ? chunk * width + other : other * model.b.texts.length + chunk;
        const index = (model.table[cell] ?? 0) - 1;
        const at = (place * width + other) * ways + taken;
        const length = texts[other]?.length ?? 0;
        const value = index < 0 ? withoutOne(taken, length) : beside(model, index, mine, before, after);
        const hope = value + (most[index] ?? 0);
        if (index >= 0) offsets[at] = index * block + others * letterSpan;
        values[at] = value;
        if (taken === 0) mostInserted = Math.max(mostInserted, hope / Math.max(1, length));
        else best = Math.max(best, hope + (rest[place + taken] ?? 0));
      }
    }
    rest[place] = best;
  }
  const { around } = model;
  return { onSideA, length: word.length, width, values, offsets, rest, mostInserted, around };
};

const wide = longestPart + 1;
const cells = new Float64Array(wide * wide);

/** All ways onward from the cells of one row; whether any of them has hope left. */
const spreadRow = (word: Aimed, words: Words, start: number, columns: number, i: number, floor: number) => {
  const { width, values, offsets, around } = word;
  const { letters, chunks } = words;
  const rest = word.rest[i] ?? 0;
  const left = word.length - i;
  const mostTaken = Math.min(longestChunk, left);
  let hope = false;
  for (let j = 0; j <= columns; j += 1) {
    const from = cells[i * wide + j] ?? impossible;
    const few = word.onSideA ? Math.min(left, columns - j + 1) : Math.min(columns - j, left + 1);
    const most = Math.min(mostPerLetter * few, rest + word.mostInserted * (columns - j));
    if (from + most < floor) continue;
    hope = true;
    const before = j > 0 ? (letters[start + j - 1] ?? 0) : 0;
    const mostOther = Math.min(longestChunk, columns - j);
    for (let other = 0; other <= mostOther; other += 1) {
      const chunk = other === 0 ? 0 : (chunks[(start + j) * longestChunk + other - 1] ?? -1);
      if (chunk < 0) continue;
      const after = letterSpan + (j + other < columns ? (letters[start + j + other] ?? 0) : 0);
      const row = (i * width + chunk) * ways;
      for (let taken = other === 0 ? 1 : 0; taken <= mostTaken; taken += 1) {
        const own = values[row + taken] ?? impossible;
        if (own === impossible) continue;
        const offset = offsets[row + taken] ?? 0;
        const value = from + own + (around[offset + before] ?? 0) + (around[offset + after] ?? 0);
        const cell = (i + taken) * wide + j + other;
        if (value > (cells[cell] ?? 0)) cells[cell] = value;
      }
    }
  }
  return hope;
};

/** The weight of the aimed word and one of many; below `floor` the figure may be too low. */
export const weighAimed = (word: Aimed, words: Words, number: number, floor: number): number => {
  const rows = word.length;
  const start = words.starts[number] ?? 0;
  const columns = (words.starts[number + 1] ?? start) - start;
  for (let i = 0; i <= rows; i += 1) cells.fill(impossible, i * wide, i * wide + columns + 1);
  cells[0] = 0;
  let hopeless = 0;
  for (let i = 0; i <= rows; i += 1) {
    hopeless = spreadRow(word, words, start, columns, i, floor) ? 0 : hopeless + 1;
    // A step leaps over two rows at most.
    if (hopeless === longestChunk) return impossible;
  }
  return cells[rows * wide + columns] ?? impossible;
};
