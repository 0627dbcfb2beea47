/** How well and how fast names are found: pairs of a query and what is right for it, among candidates. */
import type { Hit, NameSearch } from './search.ts';

/** A name to ask for. */
export interface Question {
  readonly query: string;
  /** The candidates that are right, as they stand in the list. */
  readonly right: readonly string[];
}

/** Shares from 0 to 1, times in milliseconds. */
export interface Evaluation {
  readonly queries: number;
  readonly candidates: number;
  /** Queries of which no right name stands among the candidates; they count as not found. */
  readonly withoutCandidate: number;
  /** Shares of queries with a right candidate first, among ten, and the mean of one over its rank. */
  readonly first: number;
  readonly amongTen: number;
  readonly meanReciprocalRank: number;
  /** Share of queries with a right candidate above the threshold that lets through 0.1 false hits a query. */
  readonly foundAtTenthFalse: number;
  readonly thresholdAtTenthFalse: number;
  /** Of hits with a probability of 0.85 to 0.95, and of all above 0.9, the share that is right. */
  readonly rightAround09: number | null;
  readonly rightAbove09: number | null;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const depth = 10;
const falseHitsAllowed = 0.1;

/** `query`, a tab, the right candidates split by `|`; empty lines are passed over. */
export const readQuestions = (text: string): readonly Question[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const [query = '', right = ''] = line.split('\t');
    const list = right
      .split('|')
      .map((one) => one.trim())
      .filter((one) => one !== '');
    return query.trim() === '' || list.length === 0 ? [] : [{ query: query.trim(), right: list }];
  });

/** Marks of direction and the way in which a letter is composed are no difference between two names. */
const plain = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

interface Judged {
  readonly probability: number;
  readonly isRight: boolean;
}

/** The share of queries found when hits are let through as long as there is room for false ones. */
const atTenthFalse = (answers: readonly (readonly Judged[])[]): { found: number; threshold: number } => {
  const room = Math.floor(answers.length * falseHitsAllowed);
  const wrong = answers.flat().filter((hit) => !hit.isRight);
  wrong.sort((one, two) => two.probability - one.probability);
  const threshold = wrong[room]?.probability ?? 0;
  const found = answers.filter((hits) => hits.some((hit) => hit.isRight && hit.probability > threshold));
  return { found: found.length / Math.max(1, answers.length), threshold };
};

const shareRight = (hits: readonly Judged[]): number | null =>
  hits.length === 0 ? null : hits.filter(({ isRight }) => isRight).length / hits.length;

/** Asks every question; `candidates` is the list that `search` was made of. */
export const evaluate = (
  search: NameSearch,
  candidates: readonly string[],
  questions: readonly Question[],
): Evaluation => {
  const times: number[] = [];
  const answers: Judged[][] = [];
  let first = 0;
  let amongTen = 0;
  let reciprocal = 0;
  const forms = candidates.map(plain);
  const known = new Set(forms);
  const wantedOf = ({ right }: Question) => new Set(right.map(plain).filter((name) => known.has(name)));
  let withoutCandidate = 0;
  for (const question of questions) {
    const { query } = question;
    const start = performance.now();
    const hits: readonly Hit[] = search.find(query, depth);
    times.push(performance.now() - start);
    const wanted = wantedOf(question);
    if (wanted.size === 0) withoutCandidate += 1;
    const judged = hits.map(({ name, verdict }): Judged => {
      const isRight = wanted.has(forms[name] ?? '');
      return { probability: verdict.probability, isRight };
    });
    const rank = judged.findIndex(({ isRight }) => isRight) + 1;
    if (rank === 1) first += 1;
    if (rank > 0) amongTen += 1;
    if (rank > 0) reciprocal += 1 / rank;
    answers.push(judged);
  }
  times.sort((one, two) => one - two);
  const { found, threshold } = atTenthFalse(answers);
  const all = answers.flat();
  const count = Math.max(1, questions.length);
  return {
    queries: questions.length,
    candidates: candidates.length,
    withoutCandidate,
    first: first / count,
    amongTen: amongTen / count,
    meanReciprocalRank: reciprocal / count,
    foundAtTenthFalse: found,
    thresholdAtTenthFalse: threshold,
    rightAround09: shareRight(all.filter(({ probability }) => probability >= 0.85 && probability < 0.95)),
    rightAbove09: shareRight(all.filter(({ probability }) => probability > 0.9)),
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
  };
};
