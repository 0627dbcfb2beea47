/**
 * How likely two written forms are one name: the best way to cut both into chunks that stand for each other,
 * each pair of chunks weighed with the letters around it. Pure; the weights are learned by scripts/names.
 */
import { alphabets, codesOf, type Script } from './letters.ts';

/** Letters of one chunk at most. */
export const longestChunk = 3;
/** Letters of one part that are looked at. */
export const longestPart = 24;
/** Codes of letters fit below this; 0 is the edge of the word. */
export const letterSpan = 40;

/** Two chunks that stand for each other; either may be empty. */
export interface Correspondence {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
  /** How much more often the chunks stand for each other than by chance (nats); across scripts alone. */
  readonly counted?: number;
  /** What letters around it add: side and place (`a<`, `a>`, `b<`, `b>`), then the letter's code. */
  readonly around: readonly (readonly [Place, number, number])[];
}
export type Place = 'a<' | 'a>' | 'b<' | 'b>';
export const places: readonly Place[] = ['a<', 'a>', 'b<', 'b>'];

/** The chunks of one side, numbered; 0 is the empty chunk, -1 none. */
export interface Chunks {
  readonly script: Script;
  readonly texts: readonly string[];
  /** By the key of its letters; -1 where these are no chunk. */
  readonly numbers: Int16Array;
}

export interface Transducer {
  readonly a: Chunks;
  readonly b: Chunks;
  readonly count: number;
  /** Number of chunk a × chunks of b + number of chunk b → correspondence + 1, or 0. */
  readonly table: Int16Array;
  readonly weight: Float32Array;
  /** By correspondence; its weight where none was counted. */
  readonly counted: Float32Array;
  /** By correspondence × 4 places × letters. */
  readonly around: Float32Array;
}

/** A word as one side sees it: its letters, and at each the chunks of 1, 2, 3 letters that begin there. */
export interface Prepared {
  readonly length: number;
  readonly letters: Uint8Array;
  readonly chunks: Int16Array;
}

/** One number for up to three letters. */
export const keyOf = (letters: Uint8Array, from: number, length: number): number => {
  let key = 0;
  for (let at = from; at < from + length; at += 1) key = key * letterSpan + (letters[at] ?? 0);
  return key;
};

export const createChunks = (script: Script, found: Iterable<string>): Chunks => {
  const texts = ['', ...new Set([...alphabets[script], ...found].filter((text) => text !== ''))];
  const numbers = new Int16Array(letterSpan ** longestChunk).fill(-1);
  for (const [number, text] of texts.entries())
    numbers[keyOf(codesOf(script, text), 0, text.length)] = number;
  return { script, texts, numbers };
};

/** Writes the chunks of a word: three numbers for each letter, -1 for none. */
export const writeChunks = (chunks: Chunks, letters: Uint8Array, into: Int16Array, from: number): void => {
  for (let at = 0; at < letters.length; at += 1)
    for (let length = 1; length <= longestChunk; length += 1)
      into[from + at * longestChunk + length - 1] =
        at + length <= letters.length ? (chunks.numbers[keyOf(letters, at, length)] ?? -1) : -1;
};

export const prepare = (chunks: Chunks, text: string): Prepared => {
  const letters = codesOf(chunks.script, text.slice(0, longestPart));
  const numbers = new Int16Array(letters.length * longestChunk);
  writeChunks(chunks, letters, numbers, 0);
  return { length: letters.length, letters, chunks: numbers };
};

export const createTransducer = (
  scripts: readonly [Script, Script],
  correspondences: readonly Correspondence[],
): Transducer => {
  const [textsA, textsB] = [correspondences.map((one) => one.a), correspondences.map((one) => one.b)];
  // Within one script a form stands on either side: its chunks have the same numbers on both.
  const isOneScript = scripts[0] === scripts[1];
  const a = createChunks(scripts[0], isOneScript ? [...textsA, ...textsB] : textsA);
  const b = isOneScript ? a : createChunks(scripts[1], textsB);
  const table = new Int16Array(a.texts.length * b.texts.length);
  // One block more, of zeros: what stands beside letters that no correspondence joins adds nothing.
  const around = new Float32Array((correspondences.length + 1) * places.length * letterSpan);
  const numberA = new Map(a.texts.map((text, number) => [text, number]));
  const numberB = new Map(b.texts.map((text, number) => [text, number]));
  for (const [index, one] of correspondences.entries()) {
    table[(numberA.get(one.a) ?? 0) * b.texts.length + (numberB.get(one.b) ?? 0)] = index + 1;
    for (const [place, letter, value] of one.around)
      around[(index * places.length + places.indexOf(place)) * letterSpan + letter] = value;
  }
  return {
    a,
    b,
    count: correspondences.length,
    table,
    weight: Float32Array.from(correspondences, ({ weight }) => weight),
    counted: Float32Array.from(correspondences, ({ weight, counted }) => counted ?? weight),
    around,
  };
};

const wide = longestPart + 1;
const cells = new Float64Array(wide * wide);
const ways = new Int32Array(wide * wide);
const steps = new Int16Array(wide * wide);
/** Less than any weight. */
export const impossible = -1e9;
/** What letters cost that no correspondence joins. */
export const unlike = -5;
export const alone = -4;

/** What the letters beside two chunks add. */
const surrounding = (around: Float32Array, index: number, a1: number, a2: number, b1: number, b2: number) => {
  const at = index * places.length * letterSpan;
  return (
    (around[at + a1] ?? 0) +
    (around[at + letterSpan + a2] ?? 0) +
    (around[at + 2 * letterSpan + b1] ?? 0) +
    (around[at + 3 * letterSpan + b2] ?? 0)
  );
};

/** All ways onward from one cell; 0 is the letter beyond the edge of a word. */
const spread = (model: Transducer, x: Prepared, y: Prepared, i: number, j: number): void => {
  const { table, weight, around } = model;
  const from = cells[i * wide + j] ?? impossible;
  const width = model.b.texts.length;
  const before = i > 0 ? (x.letters[i - 1] ?? 0) : 0;
  const beside = j > 0 ? (y.letters[j - 1] ?? 0) : 0;
  const mostA = Math.min(longestChunk, x.length - i);
  const mostB = Math.min(longestChunk, y.length - j);
  for (let da = 0; da <= mostA; da += 1) {
    const chunkA = da === 0 ? 0 : (x.chunks[i * longestChunk + da - 1] ?? -1);
    if (chunkA < 0) continue;
    const row = chunkA * width;
    const to = (i + da) * wide + j;
    const next = i + da < x.length ? (x.letters[i + da] ?? 0) : 0;
    for (let db = da === 0 ? 1 : 0; db <= mostB; db += 1) {
      const chunkB = db === 0 ? 0 : (y.chunks[j * longestChunk + db - 1] ?? -1);
      if (chunkB < 0) continue;
      const index = (table[row + chunkB] ?? 0) - 1;
      let value = from;
      if (index >= 0) {
        const after = j + db < y.length ? (y.letters[j + db] ?? 0) : 0;
        value += (weight[index] ?? 0) + surrounding(around, index, before, next, beside, after);
      } else if (da + db === 1) value += alone;
      else if (da === 1 && db === 1) value += unlike;
      else continue;
      const cell = to + db;
      if (value <= (cells[cell] ?? 0)) continue;
      cells[cell] = value;
      steps[cell] = da * 4 + db;
      ways[cell] = index;
    }
  }
};

/** No letter brings more than this, nearly always. */
export const mostPerLetter = 2.8;

/** Fills the table row by row, and gives up where what is left cannot reach `floor` any more. */
const fill = (model: Transducer, x: Prepared, y: Prepared, floor: number): number => {
  const rows = x.length;
  const columns = y.length;
  for (let i = 0; i <= rows; i += 1) cells.fill(impossible, i * wide, i * wide + columns + 1);
  cells[0] = 0;
  let hopeBefore = true;
  for (let i = 0; i <= rows; i += 1) {
    let hope = false;
    for (let j = 0; j <= columns; j += 1) {
      const most = mostPerLetter * Math.min(rows - i, columns - j + 1);
      if ((cells[i * wide + j] ?? impossible) + most < floor) continue;
      hope = true;
      spread(model, x, y, i, j);
    }
    // A step may leap over a row: two rows without hope are the end.
    if (!hope && !hopeBefore) return impossible;
    hopeBefore = hope;
  }
  return cells[rows * wide + columns] ?? impossible;
};

/** The weight of evidence that both are one name, in nats; 0 is as likely as not among some ten thousands. */
export const weigh = (model: Transducer, x: Prepared, y: Prepared, floor = impossible): number =>
  fill(model, x, y, floor);

/** One step of an alignment: which letters stand for which, and by which correspondence (-1 for none). */
export interface Step {
  readonly i: number;
  readonly j: number;
  readonly i2: number;
  readonly j2: number;
  readonly index: number;
}

export interface Alignment {
  readonly score: number;
  readonly steps: readonly Step[];
}

/** The best alignment, from left to right. */
export const align = (model: Transducer, x: Prepared, y: Prepared): Alignment => {
  const score = fill(model, x, y, impossible);
  const found: Step[] = [];
  let i = x.length;
  let j = y.length;
  while (i > 0 || j > 0) {
    const step = steps[i * wide + j] ?? 0;
    const index = ways[i * wide + j] ?? -1;
    found.push({ i: i - (step >> 2), j: j - (step & 3), i2: i, j2: j, index });
    i -= step >> 2;
    j -= step & 3;
  }
  return { score, steps: found.reverse() };
};
