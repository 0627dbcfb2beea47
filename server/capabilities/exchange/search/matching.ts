/** Where in a text the words of a query stand: the same rule as the index, told in places. Pure. */
import { formsOf, isEmptyWord, type Stems, type Word } from '../../../plumbing/search/index.ts';
import type { Term } from './query.ts';
import { type Near, runsOf } from './tsquery.ts';

/** A stretch of a text that answers a term: UTF-16 units, `end` excluded. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly term: number;
}

/** Finds marks in a text, given its words; `stems` are those of the text's words. */
export interface Matcher {
  marks(words: readonly Word[], stems: Stems): readonly Mark[];
  /** The words whose stems must be known: others cannot match. */
  maybe(word: string): boolean;
}

interface Wanted {
  readonly exact: ReadonlySet<string>;
  readonly loose: readonly string[];
}

const isWanted = (word: Word, wanted: Wanted, stems: Stems): boolean => {
  const { exact, loose } = formsOf(word.text, stems);
  return exact.some((form) => wanted.exact.has(form)) || loose.some((form) => wanted.loose.includes(form));
};

interface ReadTerm {
  readonly term: Term;
  readonly wholes: ReadonlySet<string>;
  /** Any of these rows of words answers; null stands for a common word, whichever it is. */
  readonly rows: readonly Row[];
}
type Row = readonly (Wanted | null)[];

const readTerm = (term: Term, stems: Stems, near: Near): ReadTerm => {
  const isExact = term.kind === 'phrase';
  const row = term.words.map(({ text }): Wanted | null => {
    if (isEmptyWord(text)) return null;
    if (isExact) return { exact: new Set([text]), loose: [] };
    const { exact, loose } = formsOf(text, stems);
    return { exact: new Set([...exact, ...(near.get(text) ?? [])]), loose };
  });
  const [first, ...rest] = term.words;
  const single = first !== undefined && rest.length === 0 && !isExact ? first.text : '';
  const split = runsOf(single).map((run): Wanted => ({ exact: new Set([run]), loose: [] }));
  // A name of several words may stand as one word of the other script, and the other way round.
  const named = [...(first?.whole?.texts ?? []), single];
  const replaced = isExact ? [] : named.flatMap((one) => near.get(one) ?? []);
  const inOne = replaced.length === 0 ? [] : [{ exact: new Set(replaced), loose: [] }];
  return {
    term,
    wholes: new Set([...named, ...replaced]),
    rows: [trimmed(row), split, inOne].filter((one) => one.length > 0),
  };
};

/** The words from `at` on that answer the row, one after the other; null when they do not. */
const followRow = (words: readonly Word[], at: number, row: Row, stems: Stems): number | null => {
  for (const [step, wanted] of row.entries()) {
    const word = words[at + step];
    if (word === undefined || (wanted !== null && !isWanted(word, wanted, stems))) return null;
  }
  return words[at + row.length - 1]?.end ?? null;
};

const trimmed = (row: Row): Row => {
  const first = row.findIndex((wanted) => wanted !== null);
  const last = row.findLastIndex((wanted) => wanted !== null);
  return first < 0 ? [] : row.slice(first, last + 1);
};

/** Makes the matcher of a query's terms; `stems` are those of the query's words. */
export const createMatcher = (terms: readonly Term[], stems: Stems, near: Near): Matcher => {
  const read = terms.map((term) => readTerm(term, stems, near));
  const wanted = read.flatMap(({ rows }) => rows.flat()).filter((one) => one !== null);
  const beginnings = new Set(wanted.flatMap(({ exact }) => [...exact].map((form) => form.slice(0, 2))));
  const arabic = wanted.flatMap(({ exact, loose }) => [...exact, ...loose]);
  const needed = [
    ...new Set(arabic.filter((form) => /[\u0621-\u064a]/.test(form)).map((form) => form.replace('~', ''))),
  ];
  const markAt = ({ term, wholes, rows }: ReadTerm, words: readonly Word[], at: number, stemsHere: Stems) => {
    const word = words[at];
    if (word === undefined) return null;
    if (word.whole?.texts.some((text) => wholes.has(text))) {
      const { start, end } = word.whole;
      return { start, end };
    }
    if (term.kind === 'prefix')
      return word.text.startsWith(term.words[0]?.text ?? '\0') ? { start: word.start, end: word.end } : null;
    for (const row of rows) {
      const end = followRow(words, at, row, stemsHere);
      if (end !== null) return { start: word.start, end };
    }
    return null;
  };
  return {
    maybe: (word) =>
      beginnings.has(word.slice(0, 2)) ||
      (/[\u0621-\u064a]/.test(word) && needed.some((form) => isWithin(form, word))),
    marks: (words, stemsHere) => {
      const marks: Mark[] = [];
      for (const [number, one] of read.entries()) {
        for (let at = 0; at < words.length; at += 1) {
          const mark = markAt(one, words, at, stemsHere);
          if (mark !== null) marks.push({ ...mark, term: number });
        }
      }
      return marks.sort((a, b) => a.start - b.start || b.end - a.end);
    },
  };
};

/** True when most letters of the form stand in the word in their order: an Arabic stem may be inside it. */
const isWithin = (form: string, word: string): boolean => {
  let at = 0;
  for (const letter of word) if (letter === form[at]) at += 1;
  return at >= Math.min(form.length, 2);
};
