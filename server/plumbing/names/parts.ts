/** The parts of a name: words with what belongs to them, the article, «son of», «father of», «servant of». */
import { cutCompound } from './compounds.ts';
import { type Script, type Word, wordsOf } from './letters.ts';
import {
  articles,
  endings,
  fathers,
  links,
  meaningAt,
  mothers,
  noteAt,
  respelled,
  servants,
  sons,
} from './part-words.ts';

/** What stands before a part and may be missing, joined or apart; a set of bits. */
export const prefixes = {
  article: 1,
  son: 2,
  father: 4,
  mother: 8,
  servant: 16,
  head: 32,
  respelled: 64,
} as const;

/** A word of a name with what belongs to it. */
export interface Part {
  readonly script: Script;
  /** As it is written in one word, with what stands before it. */
  readonly full: string;
  /** Without what stands before it; the same as `full` where nothing does. */
  readonly bare: string;
  /** Without the words before it, and with what is written to it. */
  readonly word: string;
  readonly prefix: number;
  readonly initial: boolean;
  /** What it means in every language, where it is a title or a numeral; else empty. */
  readonly concept: string;
  /** It is often left out: a small word between names, or a prefix that nothing follows. */
  readonly light: boolean;
  /** The words of the name that it was made of, first and one past the last. */
  readonly from: number;
  readonly to: number;
}

/** The part with something changed. A million names make millions of parts: spreads cost them dearly. */
const changed = (part: Part, change: Partial<Part>): Part => ({
  script: part.script,
  full: change.full ?? part.full,
  bare: change.bare ?? part.bare,
  word: change.word ?? part.word,
  prefix: change.prefix ?? part.prefix,
  initial: part.initial,
  concept: change.concept ?? part.concept,
  light: change.light ?? part.light,
  from: change.from ?? part.from,
  to: change.to ?? part.to,
});

const sunArticle = /^[aeiu](s|sh|ch|d|dh|t|th|n|r|z|l)$/;

const isArticle = (word: Word, next: Word): boolean =>
  articles.has(word.text) ||
  (word.script === 'latin' && sunArticle.test(word.text) && next.text.startsWith(word.text.slice(1)));

const prefixOf = (word: Word, next: Word): number => {
  if (sons.has(word.text)) return prefixes.son;
  if (fathers.has(word.text)) return prefixes.father;
  if (mothers.has(word.text)) return prefixes.mother;
  return isArticle(word, next) ? prefixes.article : 0;
};

interface Joined {
  readonly pattern: RegExp;
  readonly prefix: number;
}
/** Prefixes written to the word: they are kept in `full` and left out of `bare`. */
const joined: Readonly<Record<Script, readonly Joined[]>> = {
  arabic: [
    { pattern: /^ال(?=...)/, prefix: prefixes.article },
    // In the Maghreb the article is said without its vowel: لكبير, Lhoussaine, Lmrabet.
    { pattern: /^ل(?=[حمكعفخغ]...)/, prefix: prefixes.article },
    { pattern: /^بن(?=....)/, prefix: prefixes.son },
    { pattern: /^ابو(?=...)/, prefix: prefixes.father },
    { pattern: /^بو(?=....)/, prefix: prefixes.father },
  ],
  latin: [
    { pattern: /^[ae]l(?=....)/, prefix: prefixes.article },
    { pattern: /^[ae]([sdtnrz])(?=\1...)/, prefix: prefixes.article },
    { pattern: /^[ae](?:sh(?=sh..)|ch(?=ch..))/, prefix: prefixes.article },
    { pattern: /^l(?=[bcdfghkmqrstwz][a-z]...)/, prefix: prefixes.article },
    { pattern: /^la?(?=h[aceou]...)/, prefix: prefixes.article },
    { pattern: /^b[ei]n(?=....)/, prefix: prefixes.son },
    { pattern: /^abo?u(?=....)/, prefix: prefixes.father },
    { pattern: /^bou(?=....)/, prefix: prefixes.father },
  ],
};

const partOf = (word: Word, before: readonly Word[], prefix: number, from: number, to: number): Part => {
  // What stood before the word by itself is not in it once more: «El Alaoui» is of the Alaoui.
  const found = joined[word.script].find((one) => (one.prefix & prefix) === 0 && one.pattern.test(word.text));
  // «son of» is written to a name only by itself: bin al-Khatib is never one word.
  const glued = before.length > 1 ? before.filter(({ text }) => !sons.has(text)) : before;
  const mine = glued.filter(({ script }) => script === word.script);
  const again = respelled.get(word.text);
  return {
    script: word.script,
    full: mine.map(({ text }) => text).join('') + word.text,
    bare: found ? word.text.replace(found.pattern, '') : (again ?? word.text),
    word: word.text,
    prefix: prefix | (found?.prefix ?? 0) | (again === undefined ? 0 : prefixes.respelled),
    initial: word.initial && prefix === 0,
    concept: '',
    light: false,
    from,
    to,
  };
};

/** After «servant of», the name: without the article, as it is written by itself. */
const servedOf = (script: Script, text: string): string | null => {
  const pattern = script === 'arabic' ? /^عبدال(?=..)/ : /^'?abd([aeiou]{1,2})(?=...)/;
  const found = pattern.exec(text);
  if (!found) return null;
  const rest = text.slice(found[0].length);
  if (script === 'arabic') return rest;
  const bare = rest.replace(/^l(?=...)/, '').replace(/^([sdtnrz])(?=\1)/, '');
  return bare.length < 3 ? null : bare;
};

const wholePart = (words: readonly Word[], from: number, to: number): Part | null => {
  const [first] = words.slice(from, to);
  if (!first) return null;
  const text = words
    .slice(from, to)
    .map((one) => one.text)
    .join('');
  const { script } = first;
  const said = { concept: '', light: false, from, to };
  return { script, full: text, bare: text, word: text, prefix: 0, initial: false, ...said };
};

/** The servant's name is one part whatever is between: عبد الله, Abd al-Rahman, Abdel Nasser. */
const servantPart = (words: readonly Word[], at: number): Part | null => {
  const [word, next, after] = words.slice(at, at + 3);
  if (!word) return null;
  const apart = next && next.script === word.script && servants.has(word.text.replace(/^'/, ''));
  const withArticle = apart && after && after.script === word.script && isArticle(next, after);
  const part = wholePart(words, at, at + (withArticle ? 3 : apart ? 2 : 1));
  if (!part) return null;
  const served = servedOf(word.script, part.full) ?? (apart && !withArticle ? next.text : null);
  if (served !== null) return changed(part, { bare: served, prefix: prefixes.servant });
  return apart ? part : null;
};

/** A title or a numeral. */
const conceptPart = (words: readonly Word[], texts: readonly string[], at: number): Part | null => {
  const meaning = meaningAt(texts, at, words[at]?.pointed ?? false);
  const part = meaning && wholePart(words, at, at + meaning.words);
  return part ? changed(part, { concept: meaning.concept }) : null;
};

const limitOfParts = 12;

const endsName = (before: readonly Word[], word: Word): boolean =>
  before.every((one) => articles.has(one.text) || sunArticle.test(one.text)) &&
  (endings.has(word.text) || endings.has(before.map(({ text }) => text).join('') + word.text));

/** The words without those that only say that something is not known. */
const withoutNotes = (words: readonly Word[]): readonly Word[] => {
  const texts = words.map(({ text }) => text);
  const kept: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const note = noteAt(texts, at);
    kept.push(...words.slice(at, at + (note === 0 ? 1 : 0)));
    at += Math.max(1, note);
  }
  return kept.length === 0 ? words : kept;
};

/** In a name that says «son of», who is not the son of anybody stands at the head. */
const withHead = (parts: readonly Part[]): readonly Part[] =>
  parts.some(({ prefix }) => prefix & prefixes.son)
    ? parts.map((part) =>
        part.prefix & prefixes.son ? part : changed(part, { prefix: part.prefix | prefixes.head }),
      )
    : parts;

/** The parts of a single word of running text: what is written in one word stays one. */
export const partsOfWord = (word: string): readonly Part[] => partsOfWords(wordsOf(word));

/** The parts of a name in their order; at most twelve, for a longer text is none. */
export const partsOf = (name: string): readonly Part[] =>
  partsOfWords(withoutNotes(wordsOf(name)).flatMap(cutCompound));

const partsOfWords = (words: readonly Word[]): readonly Part[] => {
  const texts = words.map(({ text }) => text);
  const parts: Part[] = [];
  let before: Word[] = [];
  let prefix = 0;
  for (let at = 0; at < words.length && parts.length < limitOfParts; at += 1) {
    const word = words[at];
    const next = words[at + 1];
    if (!word) break;
    const last = parts.at(-1);
    const whole = (before.length === 0 ? conceptPart(words, texts, at) : null) ?? servantPart(words, at);
    if (last && !last.initial && last.script === word.script && endsName(before, word)) {
      const ending = before.map(({ text }) => text).join('') + word.text;
      const longer = {
        full: last.full + ending,
        bare: last.bare + ending,
        word: last.word + ending,
        to: at + 1,
      };
      parts[parts.length - 1] = changed(last, longer);
    } else if (whole) {
      // Who is father or mother of a servant of God is not that servant.
      const parent = before.filter(({ text: one }) => fathers.has(one) || mothers.has(one));
      const full = parent.map(({ text: one }) => one).join('') + whole.full;
      parts.push(changed(whole, { full, prefix: prefix | whole.prefix, from: at - before.length }));
      at = whole.to - 1;
    } else {
      const found = prefixOf(word, next ?? word);
      if (found !== 0 && next) {
        prefix |= found;
        before.push(word);
        continue;
      }
      const light = words.length > 1 && (found !== 0 || links.has(word.text));
      parts.push(changed(partOf(word, before, prefix, at - before.length, at + 1), { light }));
    }
    before = [];
    prefix = 0;
  }
  return withHead(parts);
};
