/** What to try where nothing is found: queries with less in them that do find something. */

import type { Unit } from '../../../plumbing/database/index.ts';
import type { Stems } from '../../../plumbing/search/index.ts';
import { searchLimits } from './contract.ts';
import type { Query, Term } from './query.ts';
import * as store from './search-store.ts';
import { writeQuery } from './tsquery.ts';

const textOf = (term: Term): string => {
  const text = term.words.map((word) => word.text).join(' ');
  return term.kind === 'phrase' ? `"${text}"` : text;
};

const empty = { types: [], from: [], fields: [], tlps: [], states: [] };
const queryOf = (terms: readonly Term[]): Query => ({
  terms,
  excluded: [],
  filters: { ...empty, after: null, before: null },
  excludedFilters: empty,
  notUnderstood: [],
});

/** A phrase as its words, in any order. */
const apart = (term: Term): readonly Term[] =>
  term.words.map((word) => ({ kind: 'words', words: [word], inTitle: false }));

/**
 * The words of a phrase without its order, then the terms one by one: each only if he would find something.
 */
export const suggest = async (unit: Unit, query: Query, stems: Stems): Promise<string[]> => {
  const loosened = query.terms
    .filter(({ kind, words }) => kind === 'phrase' && words.length > 1)
    .map((term) => ({ text: textOf({ ...term, kind: 'words' }), terms: apart(term) }));
  const single = query.terms.map((term) => ({ text: textOf(term), terms: [{ ...term, inTitle: false }] }));
  const suggestions = new Set<string>();
  for (const { text, terms } of [...loosened, ...single]) {
    if (suggestions.size >= searchLimits.suggestions) break;
    const written = writeQuery(queryOf(terms), stems);
    if (written !== null && (await store.findsAny(unit, written))) suggestions.add(text);
  }
  return [...suggestions];
};
