/** The ways in which a word is found: itself, its stems, and more loosely its consonants. Pure. */
import { skeletonsOf } from './folding.ts';

const skeletonMark = '~';
const skeletonText = (skeleton: string): string => `${skeletonMark}${skeleton}`;

/** Word → its stems in the languages of its script, folded. */
export type Stems = ReadonlyMap<string, readonly string[]>;

/** All the ways in which a word is found: itself and its stems; and, more loosely, its skeletons. */
export interface Forms {
  readonly exact: readonly string[];
  readonly loose: readonly string[];
}

/** The forms of a folded word. */
export const formsOf = (word: string, stems: Stems): Forms => ({
  exact: [...new Set([word, ...(stems.get(word) ?? [])])],
  loose: skeletonsOf(word).map(skeletonText),
});

/** As `formsOf`, each word worked out once. */
export const createForms = (stems: Stems): ((word: string) => Forms) => {
  const known = new Map<string, Forms>();
  return (word) => {
    const found = known.get(word) ?? formsOf(word, stems);
    known.set(word, found);
    return found;
  };
};

/** A lexeme as PostgreSQL reads it (§8.11): quoted, so that nothing in it is a sign of the grammar. */
export const quoteLexeme = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
