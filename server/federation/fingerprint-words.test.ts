import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { languages } from '../kernel/faults.ts';
import { fingerprint, fingerprintWords } from './fingerprint-words.ts';

/** As heard or typed in haste: without diacritics, hamza, taa marbuta. */
const fold = (word: string): string =>
  word
    .replaceAll('œ', 'oe')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[أإآ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ئ', 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('ؤ', 'و');

const editDistance = (a: string, b: string): number => {
  let row = [...b, ''].map((_, index) => index);
  [...a].forEach((letter, i) => {
    const next = [i + 1];
    [...b].forEach((other, j) => {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    });
    row = next;
  });
  return row.at(-1) ?? 0;
};

const pairs = (words: readonly string[]): readonly (readonly [string, string])[] =>
  words.flatMap((word, index) => words.slice(index + 1).map((other) => [word, other] as const));

describe.each(languages)('the fingerprint words in %s', (language) => {
  const words = fingerprintWords.map((row) => row[language]);

  test('are 256, all different', () => {
    expect(new Set(words).size).toBe(256);
  });

  test('are single lower-case words in normal form C, of their script, without diacritics or article', () => {
    const shape = language === 'ar' ? /^(?!ال)[\u0621-\u063A\u0641-\u064A]{2,}$/ : /^[a-zà-ÿœ]{2,}$/;
    expect(words.filter((word) => word !== word.normalize('NFC') || !shape.test(word))).toEqual([]);
  });

  test('differ in two letters at least, accents, hamza and taa marbuta not counted', () => {
    const close = pairs(words.map(fold)).filter(([a, b]) => editDistance(a, b) < 2);
    expect(close).toEqual([]);
  });
});

test('the order is fixed: the list hashes to the value that partners implement', () => {
  const text = fingerprintWords.map(({ ar, fr, en }) => `${en}/${fr}/${ar}`).join('\n');
  expect(createHash('sha256').update(text).digest('hex')).toBe(
    '52f0219e16eb9795dc0c42e4acadf2c73e2666162b1def8a2b64a65f72ff7895',
  );
});

test('the edit distance counts letters changed, added and removed', () => {
  expect([editDistance('lac', 'lac'), editDistance('lac', 'sac'), editDistance('lion', 'ion')]).toEqual([
    0, 1, 1,
  ]);
});

test('a fingerprint is the same eight things in each language, and changes with the key', () => {
  const words = fingerprint(new Uint8Array(32));
  const rows = words.en.map((en) => fingerprintWords.find((row) => row.en === en));
  expect(rows.map((row) => row?.ar)).toEqual(words.ar);
  expect(rows.map((row) => row?.fr)).toEqual(words.fr);
  expect(words.en.join(' ')).toBe('snail drill telescope jasmine cocoa tiger chocolate lizard');
  expect(fingerprint(new Uint8Array(32).fill(1)).en).not.toEqual(words.en);
});
