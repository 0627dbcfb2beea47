/** All forms of a list in a few flat arrays: what is weighed by the thousand must lie close together. */
import { codesOf } from './letters.ts';
import type { Model } from './model.ts';
import type { Form } from './sound-index.ts';
import { type Chunks, longestChunk, longestPart, writeChunks } from './transducer.ts';

/** Words of one side: word `n` has the letters from `starts[n]` to before `starts[n + 1]`. */
export interface Words {
  readonly starts: Int32Array;
  readonly letters: Uint8Array;
  /** At each letter the chunks of one, two, three letters that begin there; -1 for none. */
  readonly chunks: Int16Array;
}

/** The forms as sides of a pair of their own script, and of a pair across scripts. */
export interface FormStore {
  readonly isArabic: Uint8Array;
  readonly same: Words;
  readonly across: Words;
}

export const createFormStore = (model: Model, forms: readonly Form[]): FormStore => {
  const starts = new Int32Array(forms.length + 1);
  for (const [number, { text }] of forms.entries())
    starts[number + 1] = (starts[number] ?? 0) + Math.min(longestPart, text.length);
  const end = starts[forms.length] ?? 0;
  const letters = new Uint8Array(end);
  const isArabic = new Uint8Array(forms.length);
  const same = new Int16Array(end * longestChunk);
  const across = new Int16Array(end * longestChunk);
  const pair = model['arabic-latin'];
  for (const [number, { script, text }] of forms.entries()) {
    const codes = codesOf(script, text.slice(0, longestPart));
    const at = starts[number] ?? 0;
    letters.set(codes, at);
    isArabic[number] = script === 'arabic' ? 1 : 0;
    const sides: readonly (readonly [Chunks, Int16Array])[] = [
      [script === 'arabic' ? model['arabic-arabic'].a : model['latin-latin'].a, same],
      [script === 'arabic' ? pair.a : pair.b, across],
    ];
    for (const [chunks, into] of sides) writeChunks(chunks, codes, into, at * longestChunk);
  }
  return { isArabic, same: { starts, letters, chunks: same }, across: { starts, letters, chunks: across } };
};
