/**
 * Keys that a word and its spellings in the other script have in common, to be kept in an index of any kind:
 * the consonants as they may be heard. Vowels, h and what is hardly heard have no part in them. Pure.
 */
import { type Script, wordsOf } from './letters.ts';
import type { Model } from './model.ts';
import { prepareForm, weighForms } from './part-weights.ts';
import { type Part, partsOfWord } from './parts.ts';

/**
 * What letters may be heard as, each a letter of the key; `.` for nothing. j stands for sh and j, t for all
 * of t and d, s for s and z.
 */
const arabic: Readonly<Record<string, string>> = {
  ...{ ب: 'b', پ: 'b', ت: 't', ث: 'ts', ج: 'jk', چ: 'jk', خ: 'k.', د: 't', ذ: 'ts', ر: 'r', ز: 's', ژ: 'js' },
  ...{ س: 's', ش: 'js', ص: 's', ض: 'ts', ط: 't', ظ: 'ts', غ: 'kj', ف: 'f', ڤ: 'f', ق: 'k', ك: 'k' },
  ...{ گ: 'kj', ل: 'l', م: 'm', ن: 'n', و: '.f', تش: 'j', دج: 'j', تس: 's', تز: 's', دز: 's' },
};
const latin: Readonly<Record<string, string>> = {
  ...{
    b: 'b',
    c: 'ksj',
    d: 't',
    f: 'f',
    g: 'kj',
    j: 'j.',
    k: 'k',
    l: 'l',
    m: 'm',
    n: 'n',
    p: 'b',
    q: 'k',
    r: 'r',
  },
  ...{
    s: 'sj',
    t: 't',
    v: 'f.',
    w: '.f',
    z: 's',
    kh: 'k.',
    gh: 'kj.',
    sh: 'j',
    ch: 'jk',
    th: 'ts',
    dh: 'ts',
  },
  ...{
    ph: 'f',
    dj: 'j',
    dg: 'j',
    ck: 'k',
    sch: 'jk',
    zh: 'js',
    tch: 'j',
    tsch: 'j',
    cz: 'j',
    sz: 'js',
    ts: 's',
  },
  ...{ tz: 's', dz: 's', gn: 'n', cs: 'j', ss: 's' },
};
const tables = { arabic, latin } as const;
const longest: Readonly<Record<Script, number>> = { arabic: 2, latin: 4 };

/** Ways of hearing one word that are kept; a word of many doubtful letters has more than are worth it. */
const mostWays = 24;
/** Consonants of a word that tell it apart; the rest is for whoever compares letter by letter. */
const keyLetters = 6;

const heard = (ways: ReadonlySet<string>, as: string): ReadonlySet<string> => {
  const longer = new Set<string>();
  for (const way of ways)
    for (const sound of as)
      if (longer.size < mostWays)
        longer.add(sound === '.' || way.endsWith(sound) ? way : (way + sound).slice(0, keyLetters));
  return longer;
};

const waysOf = (script: Script, text: string): ReadonlySet<string> => {
  const sounds = tables[script];
  let ways: ReadonlySet<string> = new Set(['']);
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longest[script], text.length - at);
    while (length > 1 && sounds[text.slice(at, at + length)] === undefined) length -= 1;
    const as = sounds[text.slice(at, at + length)];
    if (as !== undefined) ways = heard(ways, as);
    at += length;
  }
  return ways;
};

/** «and», «in», «to», «like» and «so» are written to an Arabic word, before its article if it has one. */
const joinedBefore = /^(?:[وف]?(?:[بك]?ال|لل)|[وفبلك])(?=...)/;

/** The forms of a word of running text: whole, and without what may only be written to it. */
const formsOf = ({ script, full, bare }: Part): readonly string[] => {
  const alone = script === 'arabic' ? full.replace(joinedBefore, '') : full;
  return [...new Set([full, bare, alone])];
};

/**
 * Keys of one word: 1 to about 50 short texts, each beginning with `~`; a word and its usual spellings in
 * Arabic and in Latin letters share at least one. None for what has no letters of these scripts, or more than
 * one word. What shares a key may still be unlike: `otherSpellings` tells.
 */
export const soundKeys = (word: string): readonly string[] => {
  if (wordsOf(word).length !== 1) return [];
  const [part] = partsOfWord(word);
  if (part === undefined || part.initial) return [];
  // x is written for two sounds.
  const keys = formsOf(part).flatMap((text) => [...waysOf(part.script, text.replaceAll('x', 'ks'))]);
  return [...new Set(keys)].map((key) => `~${key}`);
};

/** A word that may be another spelling, with what speaks for it. */
export interface LikeWord {
  readonly word: string;
  /** Nats; 0 where as much speaks for as against it among thirty thousand names. */
  readonly weight: number;
}

/** Of pairs that are one name in two scripts, 98 in 100 reach this; of others with a common key, few do. */
const leastSpelling = -0.4;

/**
 * Those of the words that are spellings of the first in the other script, the likeliest first. Words are
 * single ones; what has no letters of the other script is passed over.
 */
export const otherSpellings = (
  model: Model,
  word: string,
  others: readonly string[],
): readonly LikeWord[] => {
  const prepared = (text: string) =>
    partsOfWord(text).flatMap((part) => formsOf(part).map((form) => prepareForm(model, part.script, form)));
  const mine = prepared(word);
  return others
    .map((other): LikeWord => {
      const weights = prepared(other).flatMap((form) =>
        mine
          .filter(({ script }) => script !== form.script)
          .map((one) => weighForms(model, one, form, leastSpelling)),
      );
      return { word: other, weight: Math.max(Number.NEGATIVE_INFINITY, ...weights) };
    })
    .filter(({ weight }) => weight >= leastSpelling)
    .sort((one, two) => two.weight - one.weight || (one.word < two.word ? -1 : 1));
};
