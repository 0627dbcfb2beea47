/**
 * A query as PostgreSQL's tsquery (§8.11.2). Built from its parts; no text of a reader is read as grammar.
 * Pure.
 */
import { formsOf, isEmptyWord, quoteLexeme, type Stems, type Word } from '../../../plumbing/search/index.ts';
import { everyItem, typeMark } from './document.ts';
import type { Query, Term } from './query.ts';

/** Word → words that are written nearly so, which take its place as well. */
export type Near = ReadonlyMap<string, readonly string[]>;

const mostRuns = 4;

const any = (alternatives: readonly string[]): string =>
  alternatives.length === 1 ? (alternatives[0] ?? '') : `(${alternatives.join(' | ')})`;

/** Words in a row; common ones count as a step. Null when all are common. */
const inRow = (words: readonly string[], write: (word: string) => string): string | null => {
  let written: string | null = null;
  let step = 1;
  for (const word of words) {
    if (isEmptyWord(word)) {
      step += 1;
      continue;
    }
    written = written === null ? write(word) : `${written} <${step}> ${write(word)}`;
    step = 1;
  }
  return written === null ? null : `(${written})`;
};

/** An identifier of digits and signs, or an address: its pieces mean nothing apart. */
const isIndivisible = (whole: string): boolean =>
  whole.includes('@') || /^[\d.:/+]+$/.test(whole) || /:.*:/.test(whole);

/** A plate or a number written in one, as the runs that others write apart; none where it is not one. */
export const runsOf = (word: string): readonly string[] => {
  const runs = word.match(/\d+|\D+/g) ?? [];
  return runs.length > 1 && runs.length <= mostRuns ? runs : [];
};

/** What is looked for, of a term: the words that have forms. */
export const plainWords = (term: Term): readonly string[] =>
  term.words.filter((word) => !isEmptyWord(word.text)).map((word) => word.text);

/** What other spellings may take the place of: a name of several words as one, else each word. */
export const replaceable = (term: Term): readonly string[] => {
  const [first, ...rest] = term.words;
  const wholes = first === undefined ? [] : wholesOf(first, rest);
  return wholes.length === 0 ? plainWords(term) : wholes.filter((whole) => /^\p{L}+$/u.test(whole));
};

const writeTerm = (term: Term, stems: Stems, near: Near): string | null => {
  const weight = term.inTitle ? ':A' : '';
  const exactly = (text: string): string => `${quoteLexeme(text)}${weight}`;
  // A skeleton stands in the document with the least weight wherever its word stands.
  const loosely = (word: string): string => {
    const { exact, loose } = formsOf(word, stems);
    const skeleton = term.inTitle ? [] : loose.map(quoteLexeme);
    const replaced = (near.get(word) ?? []).map(exactly);
    return any([...exact.map(exactly), ...skeleton, ...replaced]);
  };
  const [first, ...rest] = term.words;
  if (first === undefined) return null;
  const texts = term.words.map((word) => word.text);
  if (term.kind === 'phrase') return inRow(texts, exactly);
  if (term.kind === 'prefix') return `${quoteLexeme(first.text)}:*${term.inTitle ? 'A' : ''}`;
  const wholes = wholesOf(first, rest);
  if (wholes.length > 0) {
    const row = isIndivisible(wholes[0] ?? '') ? null : inRow(texts, exactly);
    const replaced = wholes.flatMap((whole) => near.get(whole) ?? []);
    return any([...[...wholes, ...replaced].map(exactly), ...(row === null ? [] : [row])]);
  }
  if (rest.length > 0) return inRow(texts, loosely);
  const runs = runsOf(first.text);
  const split = inRow(runs, exactly);
  return split === null ? loosely(first.text) : any([loosely(first.text), split]);
};

/** The identifiers of a term that is one identifier. */
const wholesOf = (first: Word, rest: readonly Word[]): readonly string[] => {
  if (first.whole === undefined) return [];
  return rest.every((word) => word.end <= (first.whole?.end ?? 0)) ? first.whole.texts : [];
};

const all = (conditions: readonly (string | null)[]): string | null => {
  const written = conditions.filter((condition) => condition !== null);
  return written.length === 0 ? null : written.join(' & ');
};

/**
 * What the parts must hold; null when the query asks for nothing. With filters alone every item is a
 * candidate.
 */
export const writeQuery = (query: Query, stems: Stems, near: Near = new Map()): string | null => {
  const words = all(query.terms.map((term) => writeTerm(term, stems, near)));
  const { types, ...others } = query.filters;
  const ofTypes = types.length === 0 ? null : any(types.map((type) => quoteLexeme(typeMark(type))));
  const isFiltered = Object.values(others).some((values) => values !== null && values.length > 0);
  const isNarrowed =
    isFiltered || Object.values(query.excludedFilters).some((values) => values !== null && values.length > 0);
  return all([words, ofTypes]) ?? (isNarrowed ? quoteLexeme(everyItem) : null);
};

/** What none of an item's parts may hold; null where nothing is excluded. */
export const writeExcluded = (query: Query, stems: Stems): string | null => {
  const words = query.excluded.map((term) => writeTerm(term, stems, new Map()));
  const types = query.excludedFilters.types.map((type) => quoteLexeme(typeMark(type)));
  const written = [...words, ...types].filter((condition) => condition !== null);
  return written.length === 0 ? null : any(written);
};
