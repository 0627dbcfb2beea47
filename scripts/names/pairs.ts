/** The pairs that the model is learned from, and those that are kept apart to test it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Pair, partsOf, prefixes, wordsOf } from '../../server/plumbing/names/index.ts';

/** What the model is learned from: single words, and full names. What tests it leaves their names out. */
export const learnedFiles = {
  words: ['wd_arabic_80.tsv', 'google_ar2en.tsv'],
  people: 'wikipedia_people_en_ar.tsv',
} as const;

/** All words of a folder that the model may be learned from. */
export const learnedWords = (folder: string): readonly Pair[] =>
  learnedFiles.words.flatMap((file) => singles(readPairs(folder, file)));

export const readPairs = (folder: string, file: string): readonly Pair[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [a, b] = line.split('\t');
      return a && b ? [{ a: a.trim(), b: b.trim() }] : [];
    });

const single = (name: string, script: string): string | null => {
  const words = wordsOf(name);
  return words.length === 1 && words[0]?.script === script && words[0].text.length > 1 ? words[0].text : null;
};

/** Pairs of one word each, in the letters of the model. */
export const singles = (pairs: readonly Pair[]): readonly Pair[] =>
  pairs.flatMap((pair) => {
    const a = single(pair.a, 'arabic');
    const b = single(pair.b, 'latin');
    return a !== null && b !== null ? [{ a, b }] : [];
  });

/** The parts of full names that stand at the same place of both forms. */
export const partPairs = (pairs: readonly Pair[]): readonly Pair[] =>
  pairs.flatMap((pair) => {
    const a = partsOf(pair.a).filter((part) => part.script === 'arabic');
    const b = partsOf(pair.b).filter((part) => part.script === 'latin');
    if (a.length !== b.length) return [];
    return a.flatMap((part, place) => {
      const other = b[place];
      if (!other || part.initial || other.initial) return [];
      const isAlike = ((part.prefix ^ other.prefix) & ~prefixes.respelled) === 0;
      return isAlike ? [{ a: part.full, b: other.full }] : [{ a: part.bare, b: other.bare }];
    });
  });

const folded = (text: string): number => {
  let value = 2166136261;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16777619) >>> 0;
  value ^= value >>> 15;
  return (Math.imul(value, 2246822519) >>> 0) / 2 ** 32;
};

/** Groups of pairs that share a form, on either side: they are never parted between learning and testing. */
const groupsOf = (pairs: readonly Pair[]): readonly string[] => {
  const parent = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    for (let next = parent.get(at); next !== undefined && next !== at; next = parent.get(at)) at = next;
    return at;
  };
  for (const { a, b } of pairs) {
    const [one, two] = [root(a), root(b)];
    if (!parent.has(one)) parent.set(one, one);
    parent.set(two, one);
  }
  return pairs.map(({ a }) => root(a));
};

export interface Split {
  readonly learn: readonly Pair[];
  readonly test: readonly Pair[];
}

/** Keeps about `share` of the names apart. */
export const splitPairs = (pairs: readonly Pair[], share: number): Split => {
  const groups = groupsOf(pairs);
  const isTest = (at: number): boolean => folded(groups[at] ?? '') < share;
  return { learn: pairs.filter((_, at) => !isTest(at)), test: pairs.filter((_, at) => isTest(at)) };
};

const plain: Readonly<Record<string, string>> = {
  ...{ ا: 'a', ب: 'b', پ: 'p', ت: 't', ث: 'th', ج: 'j', چ: 'ch', ح: 'h', خ: 'kh', د: 'd', ذ: 'dh', ر: 'r' },
  ...{ ز: 'z', ژ: 'zh', س: 's', ش: 'sh', ص: 's', ض: 'd', ط: 't', ظ: 'z', ع: "'", غ: 'gh', ف: 'f', ڤ: 'v' },
  ...{ ق: 'q', ك: 'k', گ: 'g', ل: 'l', م: 'm', ن: 'n', ه: 'h', ة: 'h', و: 'w', ي: 'y', ى: 'a' },
};

/** Some of the names once more, letter by letter and without the vowels that Arabic does not write. */
export const spelledOut = (pairs: readonly Pair[], share: number): readonly Pair[] =>
  [...new Set(pairs.map(({ a }) => a))]
    .filter((a) => a.length >= 3 && folded(`plain ${a}`) < share)
    .map((a) => ({ a, b: [...a].map((letter) => plain[letter] ?? '').join('') }));
