/**
 * Names that the model did not learn: pairs of ANETAC (single names) of which it knows neither form, and
 * historical narrators (full names). Both are for testing alone; no licence lets the model learn from them.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { learnedFiles, readPairs, singles } from '../scripts/names/pairs.ts';
import { type Pair, partsOf, type Question, wordsOf } from '../server/plumbing/names/index.ts';

const learned = [...learnedFiles.words, learnedFiles.people];
const unseen = { single: 'anetac_train_person.tsv', full: 'rawi_rest.tsv' } as const;
const filesNeeded: readonly string[] = [...learned, ...Object.values(unseen)];

const asked = { single: 2_000, full: 800 } as const;
/** The bar is stated for lists of 26,000 to 30,000 names; of the narrators there are fewer. */
const listed = 28_000;

/** What is asked, and the list in which it is looked for. */
export interface Trial {
  readonly questions: readonly Question[];
  readonly candidates: readonly string[];
}

/** Throws with the names of the files that the folder lacks. */
export const requireFiles = (folder: string): void => {
  const missing = filesNeeded.filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0) throw new Error(`${folder} lacks ${missing.join(' and ')}: see bench/names.ts.`);
};

const learnedForms = (folder: string): ReadonlySet<string> =>
  new Set(
    learned.flatMap((file) =>
      readPairs(folder, file).flatMap(({ a, b }) => [...wordsOf(a), ...wordsOf(b)].map(({ text }) => text)),
    ),
  );

/** Both forms whole: as many parts in each, and none that breaks off after a particle. */
const isWhole = ({ a, b }: Pair): boolean => {
  const [one, two] = [partsOf(a), partsOf(b)];
  return one.length > 1 && one.length === two.length && ![...one, ...two].some(({ light }) => light);
};

const thinned = <One>(all: readonly One[], count: number): readonly One[] => {
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, at) => at % step === 0).slice(0, count);
};

const trial = (pairs: readonly Pair[], others: readonly Pair[], count: number): Trial => {
  const rightOf = new Map<string, Set<string>>();
  for (const { a, b } of [...pairs, ...others]) rightOf.set(a, (rightOf.get(a) ?? new Set()).add(b));
  const queries = thinned([...new Set(pairs.map(({ a }) => a))], count);
  const questions = queries.map((query) => ({ query, right: [...(rightOf.get(query) ?? [])] }));
  const names = [...questions.flatMap(({ right }) => right), ...others.map(({ b }) => b)];
  return { questions, candidates: [...new Set(names)].slice(0, listed) };
};

const turnedRound = (pairs: readonly Pair[]): readonly Pair[] => pairs.map(({ a, b }) => ({ a: b, b: a }));

/** Single names, asked in Arabic, or in Latin letters. */
export const singleTrial = (folder: string, asks: 'arabic' | 'latin'): Trial => {
  const known = learnedForms(folder);
  const pairs = singles(readPairs(folder, unseen.single));
  const fresh = pairs.filter(({ a, b }) => !known.has(a) && !known.has(b));
  return asks === 'arabic'
    ? trial(fresh, pairs, asked.single)
    : trial(turnedRound(fresh), turnedRound(pairs), asked.single);
};

/** Full names, asked in Arabic, or in Latin letters. */
export const fullTrial = (folder: string, asks: 'arabic' | 'latin'): Trial => {
  const pairs = readPairs(folder, unseen.full);
  const whole = pairs.filter(isWhole);
  return asks === 'arabic'
    ? trial(whole, pairs, asked.full)
    : trial(turnedRound(whole), turnedRound(pairs), asked.full);
};

/** The parts from last to first, each with what stands before it: «son of» stays with its father. */
const partsTurned = (name: string): string => {
  const words = wordsOf(name);
  const parts = partsOf(name).toReversed();
  return parts.flatMap(({ from, to }) => words.slice(from, to).map(({ text }) => text)).join(' ');
};

/** The same, with the parts of each query in the opposite order. */
export const turned = ({ questions, candidates }: Trial): Trial => ({
  candidates,
  questions: questions.map(({ query, right }) => ({ query: partsTurned(query), right })),
});
