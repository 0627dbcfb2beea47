/**
 * How alike two names are, and keys by which those that are alike find each other. Pure but for the model of
 * names. Both belong together.
 */

import { compareNames, loadModel, soundKeys, wordsOf } from '../../../plumbing/names/index.ts';

/** A way of comparing names. */
export interface NameMatcher {
  /** Names that are alike share at least one of these with high likelihood. */
  keys(name: string): readonly string[];
  /** 0 for nothing in common, 1 for the same. */
  likeness(one: string, other: string): number;
}

const arabicFolds: Readonly<Record<string, string>> = { ى: 'ي', ة: 'ه', ؤ: 'و', ئ: 'ي', ٱ: 'ا' };
const shortest = 3;

/** Letters and digits alone, without marks and case, Arabic letters in one form, digits in one script. */
export const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}|\u0640/gu, '')
    .toLowerCase()
    .replaceAll(/[ىةؤئٱ]/g, (letter) => arabicFolds[letter] ?? letter)
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const shinglesOf = (folded: string): ReadonlySet<string> => {
  const letters = [...` ${folded} `];
  const shingles = new Set<string>();
  for (let at = 0; at + shortest <= letters.length; at += 1)
    shingles.add(letters.slice(at, at + shortest).join(''));
  return shingles;
};

/** FNV-1a, 32 bits, from a seed. */
const hash = (text: string, seed: number): number => {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) >>> 0;
};

/**
 * Eight keys of three hashes each: four in five names that are 75 % alike share one, one in ten that are
 * 40 %.
 */
const [bands, rows] = [8, 3];

const keysOf = (name: string): readonly string[] => {
  const shingles = [...shinglesOf(fold(name))];
  if (shingles.length === 0) return [];
  const keys: string[] = [];
  for (let band = 0; band < bands; band += 1) {
    const least = Array.from({ length: rows }, (_, row) => {
      const seed = Math.imul(band * rows + row + 1, 0x9e3779b1);
      return shingles.reduce((found, shingle) => Math.min(found, hash(shingle, seed)), 0xffffffff);
    });
    keys.push(`${band}-${least.map((value) => value.toString(36)).join('-')}`);
  }
  return keys;
};

/** Twice what they share over what both have (Sørensen–Dice), on runs of three letters. */
const likenessOf = (one: string, other: string): number => {
  const [a, b] = [shinglesOf(fold(one)), shinglesOf(fold(other))];
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((shingle) => b.has(shingle)).length;
  return (2 * shared) / (a.size + b.size);
};

/** Texts compared as they are written, by runs of three letters. */
export const writtenAlike: NameMatcher = { keys: keysOf, likeness: likenessOf };

/** Words of a longer text are not looked at as those of a name. */
const nameWords = 6;
const mostSoundKeys = 48;

/** Any two words of the name by their sounds, in whatever order they stand; a name of one word by its own. */
const soundsOf = (name: string): readonly string[] => {
  const words = wordsOf(name)
    .map(({ text }) => soundKeys(text))
    .filter((keys) => keys.length > 0);
  if (words.length > nameWords) return [];
  const [only] = words;
  if (words.length === 1 && only !== undefined) return only;
  const pairs = words.flatMap((ones, at) =>
    words
      .slice(at + 1)
      .flatMap((twos) => ones.flatMap((one) => twos.map((two) => [one, two].sort().join('')))),
  );
  return [...new Set(pairs)].slice(0, mostSoundKeys);
};

/** Names compared as they are written, and by how they are spelled in Arabic and in Latin letters. */
export const spelledAlike: NameMatcher = {
  keys: (name) => [...keysOf(name), ...soundsOf(name)],
  likeness: (one, other) => {
    const written = likenessOf(one, other);
    return written === 1 ? written : Math.max(written, compareNames(loadModel(), one, other).probability);
  },
};
