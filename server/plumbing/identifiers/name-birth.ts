/**
 * A name and a birth date in one form across scripts: the consonants of each part of the name, as Arabic and
 * Latin spellings have them in common, in alphabetical order, and the day. «محمد الحموشي» and "El Hammouchi
 * Mohamed" meet in it; it finds the usual spellings and not every one (README of matching says how many), so
 * it is for asking, never for excluding. Pure.
 */
import { partsOf } from '../names/index.ts';
import { plain } from './text.ts';

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
/** Longer spellings first. */
const latinSounds: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|ch/g, 'x'],
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

const skeletonOf = (script: 'arabic' | 'latin', text: string): string => {
  const sounds =
    script === 'arabic'
      ? [...text].map((letter) => arabicSounds[letter] ?? '').join('')
      : latinSounds.reduce((rest, [spelling, sound]) => rest.replaceAll(spelling, sound), text);
  const consonants = sounds.replaceAll(/[aeiouyw']/g, '');
  // At the end of a word h is written or not (Fatima, Fatimah); doubled letters are one.
  return consonants.replaceAll(/(.)\1+/g, '$1').replace(/(?<=.)h$/, '');
};

const dayPattern = /^(.*\S)[\s,;|]+(\d{4})-(\d{2})-(\d{2})$/u;

/** `name, YYYY-MM-DD`; null where a part of it is missing, or the day is none. */
export const nameBirthForm = (text: string): string | null => {
  const [, name, year, month, day] = dayPattern.exec(plain(text)) ?? [];
  if (name === undefined) return null;
  const date = `${year}-${month}-${day}`;
  const moment = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(date)) return null;
  const parts = partsOf(name)
    .filter(({ initial }) => !initial)
    .map(({ script, bare }) => skeletonOf(script, bare))
    .filter((skeleton) => skeleton !== '');
  return parts.length < 2 ? null : `${parts.sort().join(' ')}|${date}`;
};
