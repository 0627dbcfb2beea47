/** What to try where nothing is found: queries with less in them that do find something. */
import type { Unit } from '../../../plumbing/database/index.ts';
import { searchLimits } from './contract.ts';
import type { Stems } from './document.ts';
import type { Query, Term } from './query.ts';
import * as store from './search-store.ts';
import { writeQuery } from './tsquery.ts';

const textOf = (term: Term): string => {
  const text = term.words.map((word) => word.text).join(' ');
  return term.kind === 'phrase' ? `"${text}"` : text;
};

/** The terms one by one, and the words of a phrase without its order: each only if the reader would find something. */
export const suggest = async (unit: Unit, query: Query, stems: Stems): Promise<string[]> => {
  const loosened = query.terms.flatMap((term): Term[] =>
    term.kind === 'phrase' && term.words.length > 1 ? [{ ...term, kind: 'words' }] : [],
  );
  const tries = [...loosened, ...query.terms.map((term) => ({ ...term, inTitle: false }))];
  const suggestions = new Set<string>();
  for (const term of tries) {
    if (suggestions.size >= searchLimits.suggestions) break;
    const empty = { types: [], from: [], fields: [], tlps: [], states: [] };
    const written = writeQuery(
      {
        terms: [term],
        excluded: [],
        filters: { ...empty, after: null, before: null },
        excludedFilters: empty,
        notUnderstood: [],
      },
      stems,
    );
    if (written !== null && (await store.findsAny(unit, written))) suggestions.add(textOf(term));
  }
  return [...suggestions];
};
