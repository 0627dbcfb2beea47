/**
 * The words of a STIX pattern (STIX 2.1 §9.8), read from left to right without ever going back: the time is
 * linear in the text, whatever it holds.
 */
import { isStixTime } from './values.ts';

/** Keywords and signs stand for themselves; the rest is named for what it is. */
export type TokenKind = Keyword | Sign | 'name' | 'hyphenated' | Literal | 'end' | 'unknown';
export type Literal = 'integer' | 'decimal' | 'text' | 'hex' | 'binary' | 'time' | 'boolean';

const keywords = [
  'AND',
  'OR',
  'NOT',
  'FOLLOWEDBY',
  'LIKE',
  'MATCHES',
  'ISSUPERSET',
  'ISSUBSET',
  'EXISTS',
  'LAST',
  'IN',
  'START',
  'STOP',
  'SECONDS',
  'WITHIN',
  'REPEATS',
  'TIMES',
] as const;
type Keyword = (typeof keywords)[number];
// The longer before the shorter that it begins with.
const signs = ['==', '=', '!=', '<>', '<=', '<', '>=', '>', '[', ']', '(', ')', ':', ',', '.', '*'] as const;
export type Sign = (typeof signs)[number];

export interface Token {
  readonly kind: TokenKind;
  /** Where it begins and ends, in UTF-16 units. */
  readonly at: number;
  readonly end: number;
  /** For what is `unknown`: the form that was begun. */
  readonly expected?: string;
  /** True for a number with a minus before it. */
  readonly negative?: boolean;
}

const keywordSet: ReadonlySet<string> = new Set(keywords);
const isKeyword = (word: string): word is Keyword => keywordSet.has(word);

const space = /[\s\u0085]/;
const word = /[A-Za-z_][A-Za-z0-9_-]*/y;
const number = /[+-]?(?:\d*\.\d+|0|[1-9]\d*)/y;

const match = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};

/** Past spaces and comments; the place of a comment that never ends. */
const skip = (text: string, from: number): number => {
  let at = from;
  while (at < text.length) {
    if (space.test(text.charAt(at))) at += 1;
    else if (text.startsWith('//', at)) at = endOfLine(text, at);
    else if (text.startsWith('/*', at)) {
      const close = text.indexOf('*/', at + 2);
      if (close < 0) return at;
      at = close + 2;
    } else return at;
  }
  return at;
};

const endOfLine = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && text.charAt(at) !== '\n' && text.charAt(at) !== '\r') at += 1;
  return at;
};

/** Where a quoted text ends, past its quote; null where it does not, or escapes what may not be escaped. */
const endOfText = (text: string, quote: number): number | null => {
  for (let at = quote + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "'") return at + 1;
    if (character !== '\\') continue;
    at += 1;
    if (text.charAt(at) !== "'" && text.charAt(at) !== '\\') return null;
  }
  return null;
};

const isBase64 = (value: string): boolean =>
  value !== '' && value.length % 4 === 0 && !/[^A-Za-z0-9+/=]|=[^=]|={3}/.test(value);

/** `h'…'`, `b'…'` and `t'…'`, each with the form that is meant. */
const prefixed = {
  h: {
    kind: 'hex',
    form: "h'0f'",
    holds: (value: string) => !/[^0-9a-fA-F]/.test(value) && value.length % 2 === 0,
  },
  b: { kind: 'binary', form: "b'AQ=='", holds: isBase64 },
  t: { kind: 'time', form: "t'2024-07-26T17:30:00Z'", holds: isStixTime },
} as const;
const isPrefix = (letter: string): letter is keyof typeof prefixed => Object.hasOwn(prefixed, letter);

const readPrefixed = (text: string, at: number, letter: keyof typeof prefixed): Token => {
  const { kind, form, holds } = prefixed[letter];
  const close = text.indexOf("'", at + 2);
  const isSound = close >= 0 && holds(text.slice(at + 2, close));
  return isSound ? { kind, at, end: close + 1 } : { kind: 'unknown', at, end: at + 1, expected: form };
};

const readWord = (at: number, found: string): Token => {
  const end = at + found.length;
  if (isKeyword(found)) return { kind: found, at, end };
  if (found === 'true' || found === 'false') return { kind: 'boolean', at, end };
  return { kind: found.includes('-') ? 'hyphenated' : 'name', at, end };
};

/** The token that begins at or after `from`. */
export const readToken = (text: string, from: number): Token => {
  const at = skip(text, from);
  const letter = text.charAt(at);
  if (letter === '') return { kind: 'end', at, end: at };
  if (letter === "'") {
    const end = endOfText(text, at);
    return end === null ? { kind: 'unknown', at, end: at + 1, expected: "'…'" } : { kind: 'text', at, end };
  }
  if (isPrefix(letter) && text.charAt(at + 1) === "'") return readPrefixed(text, at, letter);
  const found = match(word, text, at);
  if (found !== null) return readWord(at, found);
  const digits = match(number, text, at);
  if (digits !== null) {
    const kind = digits.includes('.') ? 'decimal' : 'integer';
    return { kind, at, end: at + digits.length, negative: digits.startsWith('-') };
  }
  const sign = signs.find((one) => text.startsWith(one, at));
  return sign === undefined
    ? { kind: 'unknown', at, end: at + 1 }
    : { kind: sign, at, end: at + sign.length };
};
