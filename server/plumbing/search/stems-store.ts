/** The stems of words, as the database makes them. */
import { sql } from 'kysely';
import type { Unit } from '../database/index.ts';
import { fold } from './folding.ts';
import type { Stems } from './forms.ts';

/** Words that one statement stems. */
const wordBatch = 5_000;

const tablesOf = (unit: Unit) => unit.tables<object>();

const isArabic = (word: string): boolean => /^[\u0621-\u064a]/.test(word);
const isStemmed = (word: string): boolean => /^\p{L}{3,40}$/u.test(word);

const stemBatch = async (
  unit: Unit,
  words: readonly string[],
  arabic: boolean,
  into: Map<string, readonly string[]>,
): Promise<void> => {
  const { rows } = arabic
    ? await sql<{ stems: string[] | null }>`
        select ts_lexize('arabic_stem', word) as stems from unnest(${words}::text[]) word`.execute(
        tablesOf(unit),
      )
    : await sql<{ stems: string[] | null }>`
        select ts_lexize('french_stem', word) || ts_lexize('english_stem', word) as stems
        from unnest(${words}::text[]) word`.execute(tablesOf(unit));
  for (const [at, { stems }] of rows.entries()) {
    const word = words[at];
    if (word !== undefined && stems !== null)
      into.set(
        word,
        stems.map(fold).filter((stem) => stem !== ''),
      );
  }
};

/** The stems of words, as PostgreSQL's Snowball dictionaries make them (Arabic; French and English). */
export const stemsOf = async (unit: Unit, words: readonly string[]): Promise<Stems> => {
  const stems = new Map<string, readonly string[]>();
  const stemmed = words.filter(isStemmed);
  for (const arabic of [true, false]) {
    const wanted = stemmed.filter((word) => isArabic(word) === arabic);
    for (let at = 0; at < wanted.length; at += wordBatch)
      await stemBatch(unit, wanted.slice(at, at + wordBatch), arabic, stems);
  }
  return stems;
};
