/**
 * The words of a text with their places in it: the same reading for the index, the query and the marks in a
 * result. Beside plain words there are identifiers (addresses, plates, hashes, phones), found whole. Pure.
 */
import { fold } from './folding.ts';

/** A word, folded, at its place in the text as written. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Identifiers of which this is the first word, and the stretch that they fill. */
  readonly whole?: { readonly texts: readonly string[]; readonly start: number; readonly end: number };
}

/** The longest word that is kept, in UTF-16 units; a longer one is known by its beginning. */
const longestWord = 200;

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const letter = '[\\p{L}\\p{N}]';
const run = `${letter}[\\p{L}\\p{N}\\p{M}\\u0640\\u00ad\\u200b-\\u200f\\u2060]*`;
const sources = [
  // A phone as people write it: it begins with + or 0 and holds spaces, points, hyphens, brackets.
  `(?<phone>(?:\\+|\\(|(?<!${letter})[0\\u0660])[\\p{Nd}][\\p{Nd} ().\\u00a0\\u202f-]{6,22}\\p{Nd}(?!${letter}))`,
  // An object of STIX by its id.
  `(?<stix>[a-z][a-z0-9-]*--${uuid})`,
  `(?<uuid>${uuid})`,
  // IPv6 and hardware addresses.
  `(?<colons>(?<![\\p{L}\\p{N}:])(?:[0-9a-f]{1,4})?(?::[0-9a-f]{0,4}){2,7}(?![\\p{L}\\p{N}]))`,
  // E-mail and domains, IPv4, plates, references: words joined by one sign.
  `(?<joined>${run}(?:[._@/’'\\-]${run})+)`,
  `(?<word>${run})`,
];
const pattern = new RegExp(sources.join('|'), 'giu');
const withoutPhones = new RegExp(sources.slice(1).join('|'), 'giu');
const innerRun = new RegExp(run, 'gu');

/** Digits by which a phone is found, whether written with its country's code or without. */
const phoneDigits = 9;
const isPhone = (digits: string): boolean => digits.length >= 8 && digits.length <= 15;
const phoneText = (digits: string): string => `+${digits.slice(-phoneDigits)}`;

const cut = (text: string): string => text.slice(0, longestWord);

const ipv4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** How an identifier is also found: as written, and without what joins it. */
const wholeOf = (folded: string): readonly string[] => {
  if (!/[\d.@_]/.test(folded)) return [];
  if (folded.includes('@')) return [cut(folded)];
  const network = /^([\d.]+)\/\d{1,3}$/.exec(folded)?.[1];
  if (network !== undefined) return [cut(folded), network];
  const squeezed = folded.replace(/[^\p{L}\p{N}]/gu, '');
  const digits = /^\d+$/.test(squeezed) && isPhone(squeezed) ? [phoneText(squeezed)] : [];
  return [...new Set([cut(folded), cut(squeezed), ...digits])];
};

/** The plain words within a stretch, the first of them carrying the identifiers of the whole. */
const within = (found: string, at: number, texts: readonly string[]): Word[] => {
  const words: Word[] = [];
  for (const match of found.matchAll(innerRun)) {
    const text = fold(match[0]);
    if (text === '') continue;
    const start = at + match.index;
    words.push({ text: cut(text), start, end: start + match[0].length });
  }
  const [first, ...rest] = words;
  if (first === undefined || texts.length === 0) return words;
  return [{ ...first, whole: { texts, start: at, end: at + found.length } }, ...rest];
};

const plainWord = (found: string, at: number): Word[] => {
  const text = fold(found);
  if (text === '') return [];
  const word = { text: cut(text), start: at, end: at + found.length };
  if (!/^\d{9,15}$/.test(text)) return [word];
  return [{ ...word, whole: { texts: [phoneText(text)], start: at, end: word.end } }];
};

const readMatch = (groups: Readonly<Record<string, string | undefined>>, at: number): Word[] => {
  const { phone, stix, uuid: bare, colons, joined, word = '' } = groups;
  if (phone !== undefined) {
    const digits = fold(phone).replace(/\D/g, '');
    return within(phone, at, isPhone(digits) ? [phoneText(digits), digits] : []);
  }
  // The pieces of an address or an id mean nothing apart: it is one word.
  const single = stix ?? bare ?? colons;
  if (single !== undefined) return [{ text: fold(single), start: at, end: at + single.length }];
  if (joined === undefined) return plainWord(word, at);
  const folded = fold(joined);
  if (ipv4.test(folded)) return [{ text: folded, start: at, end: at + joined.length }];
  return within(joined, at, wholeOf(folded));
};

const mayHoldPhone = /[+(0\u0660].{0,2}[\d\u0660-\u0669]/;
const stixId = new RegExp(`^[a-z][a-z0-9-]*--${uuid}$`);
const chunks = /\S+/g;
/** A word of plain letters with the signs that a sentence puts around it. */
const simple = /^["'«“(]?([A-Za-z]+)[.,;:!?)"'»”]*$/;

const letters = /^\p{L}+$/u;

/** Stretch by stretch between spaces: most are a plain word, the others are read in full. */
const readChunks = (text: string): Word[] => {
  const words: Word[] = [];
  for (const match of text.matchAll(chunks)) {
    const chunk = match[0];
    const at = match.index;
    const plain = simple.exec(chunk)?.[1];
    if (plain !== undefined) {
      const start = at + chunk.indexOf(plain);
      words.push({ text: cut(plain.toLowerCase()), start, end: start + plain.length });
    } else if (letters.test(chunk)) words.push(...plainWord(chunk, at));
    else if (stixId.test(chunk) || ipv4.test(chunk))
      words.push({ text: chunk, start: at, end: at + chunk.length });
    else
      for (const found of chunk.matchAll(withoutPhones))
        words.push(...readMatch(found.groups ?? {}, at + found.index));
  }
  return words;
};

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** «servant of», which begins a name of two or three words that others write in one. */
const servants = list('عبد abd abdel abdul abdal abdoul abdou');
const articles = list('al el ul ar er ur as es us ash esh ach ech ad ed at et an en az ez');

/** The first word of such a name carries it as one word: عبد الرحمن, Abd al-Rahman, Abdel Rahman. */
const withNames = (words: Word[]): Word[] => {
  for (const [at, word] of words.entries()) {
    if (!servants.has(word.text) || word.whole !== undefined) continue;
    const next = words[at + 1];
    const last = next !== undefined && articles.has(next.text) ? words[at + 2] : next;
    if (last === undefined || !letters.test(last.text) || isEmptyWord(last.text)) continue;
    const named = words.slice(at, words.indexOf(last) + 1).map((one) => one.text);
    words[at] = { ...word, whole: { texts: [cut(named.join(''))], start: word.start, end: last.end } };
  }
  return words;
};

/** The words of a text in their order. */
export const wordsOf = (text: string): Word[] => {
  // Only a phone holds spaces: without one, what stands between spaces is read by itself.
  if (!mayHoldPhone.test(text)) return withNames(readChunks(text));
  const words: Word[] = [];
  for (const match of text.matchAll(pattern)) words.push(...readMatch(match.groups ?? {}, match.index));
  return withNames(words);
};

/** A name of several words that begins with «servant of», where it stands first in a query. */
export const servantName =
  /(?:عبد|abd(?:[aeu]l|oul?)?)\s+(?:[aeu](?:l|r|s|sh|ch|d|t|n|z)[\s-]+)?\p{L}[\p{L}\p{M}]*(?!\S)/iuy;

/** Words that every text has; they hold their place in a phrase and are not found by themselves. */
const emptyWords = list(
  'في من على الي عن ان هذا هذه التي الذي ذلك مع و او ثم قد لا ما كان كانت بين كل ' +
    'le la les l un une des du de d et a au aux en dans pour par sur avec est sont ' +
    'qui que qu ce cette ces se s ' +
    'il elle ne pas plus ou n ' +
    'the of and to in is are was were be been at by for with from that this these those it its an as on not',
);
/** True for a word that says nothing by itself, in any of the three languages: it is not looked for. */
export const isEmptyWord = (word: string): boolean => emptyWords.has(word);
