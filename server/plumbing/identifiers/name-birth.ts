/**
 * A name and a birth date in one form across scripts: the consonants of each part of the name, as Arabic and
 * Latin spellings have them in common, in alphabetical order, and the day. «محمد الحموشي» and "El Hammouchi
 * Mohamed" meet in it; it finds the usual spellings and not every one (README of matching says how many), so
 * it is for asking, never for excluding. Where one service leaves a part out, two others still meet. Pure.
 */
import { type Part, partsOf, prefixes } from '../names/index.ts';
import { splitBirth } from './birth-date.ts';

/** The sound that an Arabic letter and its usual Latin spellings have in common; vowels have none. */
const arabicSounds: Readonly<Record<string, string>> = {
  ...{
    ب: 'b',
    پ: 'b',
    ت: 't',
    ث: 't',
    ط: 't',
    ة: '',
    ج: 'j',
    چ: 'j',
    ح: 'h',
    ه: 'h',
    خ: 'k',
    ك: 'k',
    ق: 'k',
  },
  ...{ گ: 'k', د: 'd', ذ: 'd', ض: 'd', ظ: 'd', ر: 'r', ز: 's', ژ: 's', س: 's', ص: 's', ش: 'x', غ: 'k' },
  ...{ ف: 'f', ڤ: 'f', ل: 'l', م: 'm', ن: 'n' },
};
/** «of the faith»: its l is written in Arabic and not said, so that Nour Eddine is نور الدين. */
const faith = { arabic: /(?<=.)الدين$/, latin: /(?<=.)[aeu]ld(?=[ie]+ne?$)/ } as const;
/** Longer spellings first; in Ishaq s and h are two, in John the h is none. */
const latinSounds: readonly (readonly [RegExp, string])[] = [
  [/^ish(?=aa?[qk])/, "s'h"],
  [/(?<=jo)h(?=n)/, ''],
  [/x/g, 'ks'],
  [/t?sch|sh|t?ch/g, 'x'],
  [/kh|gh|q|g(?![ei])|ck/g, 'k'],
  [/dj|g(?=[ei])/g, 'j'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ph|v/g, 'f'],
  [/z/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/p/g, 'b'],
];

const soundsOf = (script: 'arabic' | 'latin', text: string): string => {
  const plainly = text.replace(faith[script], script === 'arabic' ? 'دين' : 'd');
  const sounds =
    script === 'arabic'
      ? [...plainly.replaceAll('تش', 'ش')].map((letter) => arabicSounds[letter] ?? '').join('')
      : latinSounds.reduce((rest, [spelling, sound]) => rest.replace(spelling, sound), plainly);
  const consonants = sounds.replaceAll(/[aeiouyw']/g, '');
  // At the end of a word h is written or not (Fatima, Fatimah); doubled letters are one.
  return consonants.replaceAll(/(.)\1+/g, '$1').replace(/(?<=.)h$/, '');
};

/** A prefix that leaves fewer sounds than this was none: Alami, Bennani and Bouazza have neither. */
const fewestSounds = 2;

/** An article without its vowel (لكبير, Lhoussaine) is kept: Latifa has none, and a key cannot tell. */
const isUnsure = (word: string): boolean => /^[لl]/.test(word);

const skeletonOf = ({ script, bare, word, prefix }: Part): string => {
  if (isUnsure(word)) return soundsOf(script, word);
  const sounds = soundsOf(script, bare);
  // In Arabic the article is one, however short what it stands before.
  const isSure = script === 'arabic' && (prefix & prefixes.article) !== 0;
  return sounds.length < fewestSounds && !isSure ? soundsOf(script, word) : sounds;
};

/** Parts of a name that its keys are made of, two by two: the longest say most. */
const keyedParts = 4;

const longestFirst = (one: string, other: string): number =>
  other.length - one.length || (one < other ? -1 : Number(one > other));

/** The keys of a name's form: itself, and where it has more than two parts each two of the longest. */
export const nameBirthKeys = (form: string): readonly string[] => {
  const [name = '', date = ''] = form.split('|');
  const parts = name.split(' ');
  if (parts.length < 3) return [form];
  const told = parts.toSorted(longestFirst).slice(0, keyedParts).toSorted();
  const pairs = told.flatMap((one, at) => told.slice(at + 1).map((other) => `${one} ${other}|${date}`));
  return [...new Set([form, ...pairs])];
};

/** A name and a day of birth in one text; null where a part of it is missing, or the day is none. */
export const nameBirthForm = (text: string): string | null => {
  const { name, born } = splitBirth(text);
  if (born === null) return null;
  const parts = partsOf(name)
    .filter(({ initial }) => !initial)
    .map(skeletonOf)
    .filter((skeleton) => skeleton !== '');
  return parts.length < 2 ? null : `${parts.sort().join(' ')}|${born}`;
};
