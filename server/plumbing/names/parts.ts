/** The parts of a name: words with what belongs to them, the article, «son of», «father of», «servant of». */
import { type Script, type Word, wordsOf } from './letters.ts';

/** What stands before a part and may be missing, joined or apart; a set of bits. */
export const prefixes = { article: 1, son: 2, father: 4, mother: 8 } as const;

/** A word of a name with what belongs to it. */
export interface Part {
  readonly script: Script;
  /** As it is written in one word, with what stands before it. */
  readonly full: string;
  /** Without what stands before it; the same as `full` where nothing does. */
  readonly bare: string;
  readonly prefix: number;
  readonly initial: boolean;
  /** The words of the name that it was made of, first and one past the last. */
  readonly from: number;
  readonly to: number;
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const sons = list('بن ابن بنت ولد ben bin ibn bent bint ould wuld walad wld bn binti binte oulad uld');
const fathers = list('ابو ابي ابا بو abu abou abi aba bou bu abo abul aboul aboel');
const mothers = list('ام umm um oum oumm');
const servants = list(
  'عبد abd abdel abdal abdul abdol abdoul abdil abdou abdu abde abder abdur abdus abdes abdel abdun',
);
const articles = list('ال al el ul il');
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
    { pattern: /^بن(?=....)/, prefix: prefixes.son },
    { pattern: /^ابو(?=...)/, prefix: prefixes.father },
    { pattern: /^بو(?=....)/, prefix: prefixes.father },
  ],
  latin: [
    { pattern: /^[ae]l(?=....)/, prefix: prefixes.article },
    { pattern: /^[ae]([sdtnrz])(?=\1...)/, prefix: prefixes.article },
    { pattern: /^[ae](?:sh(?=sh..)|ch(?=ch..))/, prefix: prefixes.article },
    { pattern: /^b[ei]n(?=....)/, prefix: prefixes.son },
    { pattern: /^abo?u(?=....)/, prefix: prefixes.father },
    { pattern: /^bou(?=....)/, prefix: prefixes.father },
  ],
};

const partOf = (word: Word, before: readonly Word[], prefix: number, from: number, to: number): Part => {
  const found = joined[word.script].find(({ pattern }) => pattern.test(word.text));
  // «son of» is written to a name only by itself: bin al-Khatib is never one word.
  const glued = before.length > 1 ? before.filter(({ text }) => !sons.has(text)) : before;
  const mine = glued.filter(({ script }) => script === word.script);
  return {
    script: word.script,
    full: mine.map(({ text }) => text).join('') + word.text,
    bare: found ? word.text.replace(found.pattern, '') : word.text,
    prefix: prefix | (found?.prefix ?? 0),
    initial: word.initial && prefix === 0,
    from,
    to,
  };
};

/** The servant's name is one part whatever is between: عبد الله, Abd al-Rahman, Abdel Nasser. */
const servantPart = (words: readonly Word[], at: number): Part | null => {
  const [word, next, after] = words.slice(at, at + 3);
  if (!word || !next || next.script !== word.script) return null;
  if (!servants.has(word.text.replace(/^'/, ''))) return null;
  const withArticle = after && after.script === word.script && isArticle(next, after);
  const to = at + (withArticle ? 3 : 2);
  const text = words
    .slice(at, to)
    .map((one) => one.text)
    .join('');
  return { script: word.script, full: text, bare: text, prefix: 0, initial: false, from: at, to };
};

/** «of the faith», «of God»: they end the name before them, apart or joined to it. */
const endings = list(
  'الدين الله eddine eddin uddin uddine aldin aldine addin addine eldin eldine edin ' +
    'edine udin din dine deen ' +
    'uldin uldine aldeen eldeen uddeen eddeen addeen allah ullah ollah elah lah',
);

const limitOfParts = 12;

const endsName = (before: readonly Word[], word: Word): boolean =>
  before.every((one) => articles.has(one.text) || sunArticle.test(one.text)) &&
  (endings.has(word.text) || endings.has(before.map(({ text }) => text).join('') + word.text));

/** The parts of a name in their order; at most twelve, for a longer text is none. */
export const partsOf = (name: string): readonly Part[] => {
  const words = wordsOf(name);
  const parts: Part[] = [];
  let before: Word[] = [];
  let prefix = 0;
  for (let at = 0; at < words.length && parts.length < limitOfParts; at += 1) {
    const word = words[at];
    const next = words[at + 1];
    if (!word) break;
    const last = parts.at(-1);
    const servant = servantPart(words, at);
    if (last && !last.initial && last.script === word.script && endsName(before, word)) {
      const ending = before.map(({ text }) => text).join('') + word.text;
      parts[parts.length - 1] = { ...last, full: last.full + ending, bare: last.bare + ending, to: at + 1 };
    } else if (servant) {
      parts.push({ ...servant, prefix, from: at - before.length });
      at = servant.to - 1;
    } else {
      const found = next ? prefixOf(word, next) : 0;
      if (found !== 0) {
        prefix |= found;
        before.push(word);
        continue;
      }
      parts.push(partOf(word, before, prefix, at - before.length, at + 1));
    }
    before = [];
    prefix = 0;
  }
  return parts;
};
