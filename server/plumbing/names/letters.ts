/** Letters of names: each word of a name as the codes of one script, so that what is typed alike is alike. */

/** The scripts that are read. */
export type Script = 'arabic' | 'latin';

/** The letters that are told apart, in each script; a letter's code is its place here, from 1 on. */
export const alphabets: Readonly<Record<Script, string>> = {
  arabic: 'ابپتثجچحخدذرزژسشصضطظعغفڤقكگلمنهةويى',
  latin: "abcdefghijklmnopqrstuvwxyz'",
};

/** What is written in another way for the same letter. Marks and what has no sound are gone before. */
const written: Readonly<Record<string, string>> = {
  ...{ أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ٲ: 'ا', ٳ: 'ا', ؤ: 'و', ئ: 'ي', ء: '' },
  ...{ ک: 'ك', ڪ: 'ك', ګ: 'گ', ڭ: 'گ', ݣ: 'گ', ڨ: 'گ', ڴ: 'گ', ڥ: 'ڤ', ڢ: 'ف', ڧ: 'ق' },
  ...{ ی: 'ي', ې: 'ي', ے: 'ي', ۍ: 'ى', ہ: 'ه', ھ: 'ه', ە: 'ه', ۀ: 'ه', ۃ: 'ة', ۆ: 'و', ۋ: 'و', ۇ: 'و' },
  ...{
    ټ: 'ت',
    ٹ: 'ت',
    ډ: 'د',
    ڈ: 'د',
    ړ: 'ر',
    ڑ: 'ر',
    ڕ: 'ر',
    ڵ: 'ل',
    ں: 'ن',
    ڼ: 'ن',
    ښ: 'ش',
    ځ: 'ز',
    څ: 'س',
  },
  ...{ š: 'sh', ş: 'sh', ș: 'sh', ž: 'zh', č: 'ch', ł: 'l', ø: 'o', œ: 'oe', æ: 'ae', ß: 'ss', đ: 'd' },
  ...{ ð: 'd', þ: 'th', ı: 'i', ŋ: 'ng', ħ: 'h', ə: 'a', ɛ: 'e', ĳ: 'ij', ŀ: 'l', ĸ: 'k', ț: 't' },
  ...{ ʿ: "'", ʾ: "'", '’': "'", '‘': "'", ʻ: "'", ʼ: "'", '`': "'", '´': "'", ʽ: "'", ˁ: "'", ˀ: "'" },
};

const silent = /[\p{M}\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const codes: Readonly<Record<Script, ReadonlyMap<string, number>>> = {
  arabic: new Map([...alphabets.arabic].map((letter, place) => [letter, place + 1])),
  latin: new Map([...alphabets.latin].map((letter, place) => [letter, place + 1])),
};

/** A word of one script. `tight` says that only a hyphen parts it from the next one. */
export interface Word {
  readonly script: Script;
  readonly text: string;
  readonly tight: boolean;
  /** One letter, or letters with a point: the first letter of a name. */
  readonly initial: boolean;
  readonly pointed: boolean;
}

const scriptOf = (letter: string): Script | null =>
  codes.latin.has(letter) ? 'latin' : codes.arabic.has(letter) ? 'arabic' : null;

/** Each letter as the alphabets have it, with all else that separates as it stands. */
const spell = (text: string): string => {
  let spelled = '';
  for (const letter of text.normalize('NFKC').toLowerCase().normalize('NFC')) {
    const known = written[letter];
    if (known !== undefined) spelled += known;
    else if (scriptOf(letter)) spelled += letter;
    else for (const bare of letter.normalize('NFKD').replace(silent, '')) spelled += written[bare] ?? bare;
  }
  return spelled;
};

/** Digits that people type for sounds which Latin keyboards lack: Mo7amed, 3amrani. */
const typedDigits: Readonly<Record<string, string>> = { 2: "'", 3: "'", 5: 'kh', 7: 'h', 9: 'q' };
const digitInWord = /(?<![0-9])[23579](?=[a-z])|(?<=[a-z])[23579](?![0-9])/g;
const withoutDigits = (text: string): string =>
  text.replace(digitInWord, (digit) => typedDigits[digit] ?? digit);

const aside = /[(（[{«][^()（）[\]{}«»]*[)）\]}»]/g;
const wordPattern = /([a-z']+|[اﺍ-ﻼء-يٮ-ۓپچژڤگ]+)([.]?)(\s*[-‐‑–—]\s*|)/gu;

/**
 * The words of a name: what stands in brackets is about the person, not the name, unless there is nothing
 * else.
 */
export const wordsOf = (name: string): readonly Word[] => {
  const bare = name.replace(aside, ' ');
  const spelled = withoutDigits(spell(/\p{L}/u.test(bare) ? bare : name));
  const words: Word[] = [];
  for (const [, letters = '', point, hyphen] of spelled.matchAll(wordPattern)) {
    const text = letters.startsWith("'") || letters.endsWith("'") ? trimmed(letters) : letters;
    const script = scriptOf(text.charAt(0));
    if (!script || text === '') continue;
    const initial = text.length === 1 || (point === '.' && text.length <= 2);
    words.push({ script, text, tight: hyphen !== '', initial, pointed: point === '.' });
  }
  return words;
};

/** A stroke at the end of a word is a quotation mark; at its beginning it may be an ayn. */
const trimmed = (letters: string): string => letters.replace(/^''+|'+$/g, '').replace(/^'$/, '');

/** The codes of a word's letters. */
export const codesOf = (script: Script, text: string): Uint8Array => {
  const known = codes[script];
  const list = new Uint8Array(text.length);
  let length = 0;
  for (const letter of text) list[length++] = known.get(letter) ?? 0;
  return list;
};
