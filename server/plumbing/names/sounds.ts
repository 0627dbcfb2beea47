/**
 * The coarse sound of a word, the same for both scripts: which consonants follow which, and what long vowel
 * is between. Only to find candidates; what is alike here is weighed letter by letter afterwards.
 */
import type { Script } from './letters.ts';

/** Classes of consonants; a letter may belong to several. The edge of a word is one as well. */
const classes = 'BFTDSZCJKLMNRH';
const edge = classes.length;
const span = classes.length + 1;

/**
 * What letters may sound like: classes, `a i u` for vowels, `h` for what is hardly heard, a blank between
 * sounds that follow each other. `<` is the beginning of the word.
 */
const arabic: Readonly<Record<string, string>> = {
  ...{
    ا: 'a',
    ب: 'B',
    پ: 'B',
    ت: 'T',
    ث: 'TS',
    ج: 'JK',
    چ: 'JC',
    ح: 'Hh',
    خ: 'KH',
    د: 'DT',
    ذ: 'DZ',
    ر: 'R',
  },
  ...{ ز: 'ZS', ژ: 'JZ', س: 'S', ش: 'CJ', ص: 'S', ض: 'D', ط: 'T', ظ: 'DZ', ع: 'h', غ: 'K', ف: 'F', ڤ: 'F' },
  ...{ ق: 'K', ك: 'K', گ: 'K', ل: 'L', م: 'M', ن: 'N', ه: 'Hh', ة: 'a', و: 'u', ي: 'i', ى: 'i' },
  ...{ تش: 'CJ', دج: 'Dh JK', تس: 'Th ZS', تز: 'Th ZS', دز: 'Dh ZJS', ستش: 'CJ' },
};
const latin: Readonly<Record<string, string>> = {
  ...{
    a: 'a',
    b: 'B',
    c: 'KSC',
    d: 'D',
    e: 'e',
    f: 'F',
    g: 'KJ',
    h: 'Hh',
    i: 'i',
    j: 'JiKC',
    k: 'K',
    l: 'L',
  },
  ...{ m: 'M', n: 'N', o: 'u', p: 'B', q: 'KC', r: 'R', s: 'SZ', t: 'T', u: 'u', v: 'FBu', w: 'uF', y: 'i' },
  ...{ x: 'KCSZ', z: 'ZS', "'": 'h', ou: 'u', oo: 'u', ee: 'i', ei: 'i', ai: 'i', au: 'u', ay: 'i', ey: 'i' },
  ...{
    kh: 'KH',
    gh: 'KJ',
    sh: 'C',
    ch: 'CKJ',
    th: 'TSD',
    dh: 'DZ',
    ph: 'F',
    dj: 'J',
    ck: 'K',
    sch: 'C',
    zh: 'JZ',
  },
  ...{
    tch: 'C',
    tsch: 'C',
    tsh: 'C',
    cch: 'CK',
    cz: 'C',
    sz: 'CSZ',
    ts: 'Th SZ',
    tz: 'Th SZ',
    tts: 'Th SZ',
    ttz: 'Th SZ',
    tx: 'C',
    ce: 'KS',
    cs: 'C',
    zs: 'J',
    dz: 'Dh ZJ',
    ds: 'Dh ZS',
    dg: 'Dh JK',
    ght: 'Kh T',
    ll: 'Lhi',
    '<st': 'SC T',
    '<sp': 'SC B',
    gn: 'Kh N',
  },
};
const tables = { arabic, latin } as const;
const longest: Readonly<Record<Script, number>> = { arabic: 3, latin: 4 };

interface Sound {
  /** Classes of a consonant by number; empty for none. */
  readonly consonants: readonly number[];
  readonly vowel: number;
  /** It may be heard as a vowel, or not at all. */
  readonly weak: boolean;
}

const soundOf = (code: string): Sound => ({
  consonants: [...code].map((one) => classes.indexOf(one)).filter((one) => one >= 0),
  vowel: code.includes('a') ? 1 : code.includes('i') ? 2 : code.includes('u') ? 3 : code === 'e' ? 4 : 0,
  weak: /[a-z]/.test(code),
});

const soundsOf = (table: Readonly<Record<string, string>>): ReadonlyMap<string, readonly Sound[]> =>
  new Map(Object.entries(table).map(([letters, code]) => [letters, code.split(' ').map(soundOf)]));
const sounds = { arabic: soundsOf(tables.arabic), latin: soundsOf(tables.latin) } as const;

/** The consonants in order, each with the vowels before it as a set of bits; the edge stands at both ends. */
interface Beat {
  readonly classes: readonly number[];
  readonly vowels: number;
  readonly weak: boolean;
}

const silentEnd = [edge];

const beatsOf = (script: Script, text: string): readonly Beat[] => {
  const beats: Beat[] = [{ classes: silentEnd, vowels: 0, weak: false }];
  let vowels = 0;
  let before = '';
  const table = sounds[script];
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longest[script], text.length - at);
    const found = (): readonly Sound[] | undefined => {
      const letters = text.slice(at, at + length);
      return (at === 0 ? table.get(`<${letters}`) : undefined) ?? table.get(letters);
    };
    while (length > 1 && !found()) length -= 1;
    const letters = text.slice(at, at + length);
    for (const { consonants, vowel, weak } of found() ?? [])
      if (consonants.length > 0 && letters !== before) {
        beats.push({ classes: consonants, vowels, weak });
        vowels = vowel > 0 ? 1 << vowel : 0;
      } else if (vowel > 0) vowels |= 1 << vowel;
    before = letters;
    at += length;
  }
  // Urwah, Fatemeh: what stands for a ta marbuta ends in a vowel.
  const silent = script === 'latin' && beats.length > 2 && /[ae]h$/.test(text) ? beats.pop() : undefined;
  beats.push({ classes: silentEnd, vowels: vowels | (silent?.vowels ?? 0), weak: false });
  return beats;
};

const pairs = span * span;
const withVowel = pairs * 4;
/** Numbers of features: two consonants, two with a vowel between, two with one between, three. */
export const featureSpan = pairs + withVowel + pairs + span ** 3;

/** The features of a word's sound, each once. */
export const featuresOf = (script: Script, text: string): readonly number[] => {
  const beats = beatsOf(script, text);
  const found = new Set<number>();
  for (const [at, beat] of beats.entries())
    for (const last of beforeBeat(beats, at)) {
      let { vowels } = beat;
      for (let skipped = last + 1; skipped < at; skipped += 1) vowels |= beats[skipped]?.vowels ?? 0;
      const lasts = beats[last]?.classes ?? [];
      for (const one of beat.classes)
        for (const two of lasts) {
          const pair = two * span + one;
          found.add(pair);
          for (let vowel = 1; vowel <= 3; vowel += 1)
            if (vowels & (1 << vowel)) found.add(pairs + pair * 4 + vowel);
        }
      for (const former of beforeBeat(beats, last))
        for (const three of beats[former]?.classes ?? [])
          for (const one of beat.classes) {
            found.add(pairs + withVowel + three * span + one);
            for (const two of lasts) found.add(pairs * 2 + withVowel + three * pairs + two * span + one);
          }
    }
  return [...found];
};

/** The beats that one may follow: the last, and the one before it where the last may not be heard. */
const beforeBeat = (beats: readonly Beat[], at: number): readonly number[] =>
  at <= 0 ? [] : at > 1 && beats[at - 1]?.weak ? [at - 1, at - 2] : [at - 1];
