/**
 * Names across scripts: a million names of made-up syllables on one core, asked in Arabic. With
 * TANSIQ_NAMES_DATA, the folder that the model was learned from, also how many names kept apart are found.
 */

import { readPairs, singles, splitPairs } from '../scripts/names/pairs.ts';
import {
  createNameList,
  createNameSearch,
  type Evaluation,
  evaluate,
  loadModel,
  type Pair,
  type Question,
} from '../server/plumbing/names/index.ts';
import { type Measure, measuresOf } from './measure.ts';

const measure = measuresOf('names');
const million = 1_000_000;
const distinctParts = 60_000;
const asked = 400;
const keptApart = 0.1;
const mebibyte = 2 ** 20;

/** Syllables in both scripts; what they make up is nobody's name. */
const syllables: readonly Pair[] = [
  ...['با:ba', 'دي:di', 'سو:su', 'را:ra', 'كي:ki', 'مو:mo', 'نا:na', 'شي:shi', 'خو:khu', 'لا:la', 'في:fi'],
  ...['غا:gha', 'تو:tu', 'زي:zi', 'جا:ja', 'هو:hu', 'قا:qa', 'صي:si', 'طا:ta', 'ضو:du', 'ين:yan', 'بر:bar'],
].map((text) => ({ a: text.split(':')[0] ?? '', b: text.split(':')[1] ?? '' }));

const createDice = (seed: number) => {
  let state = seed;
  return <Value>(values: readonly Value[]): Value | undefined => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return values[Math.floor((state / 2 ** 32) * values.length)];
  };
};

const joined = (pairs: readonly (Pair | undefined)[], between: string): Pair => ({
  a: pairs.map((pair) => pair?.a ?? '').join(between),
  b: pairs.map((pair) => pair?.b ?? '').join(between),
});

const namesOf = (parts: readonly Pair[], count: number, seed: number): readonly Pair[] => {
  const pick = createDice(seed);
  const names = new Map<string, Pair>();
  while (names.size < count) {
    const size = pick([2, 2, 3, 3, 4]) ?? 2;
    const name = joined(
      Array.from({ length: size }, () => pick(parts)),
      ' ',
    );
    names.set(name.b, name);
  }
  return [...names.values()];
};

const makeParts = (): readonly Pair[] => {
  const pick = createDice(11);
  const parts = new Map<string, Pair>();
  while (parts.size < distinctParts) {
    const size = pick([2, 3, 3, 4]) ?? 3;
    const part = joined(
      Array.from({ length: size }, () => pick(syllables)),
      '',
    );
    parts.set(part.a, part);
  }
  return [...parts.values()];
};

const measuresFrom = (name: string, result: Evaluation): readonly Measure[] => [
  measure(`${name}-right-first`, result.first * 100, '%'),
  measure(`${name}-right-among-ten`, result.amongTen * 100, '%'),
  measure(`${name}-found-at-0.1-false-hits`, result.foundAtTenthFalse * 100, '%'),
  measure(`${name}-per-query-p50`, result.p50Ms, 'ms'),
  measure(`${name}-per-query-p99`, result.p99Ms, 'ms'),
];

const askMillion = (): readonly Measure[] => {
  const names = namesOf(makeParts(), million, 5);
  const list = names.map(({ b }) => b);
  const start = performance.now();
  const search = createNameSearch(loadModel(), createNameList(list));
  const seconds = (performance.now() - start) / 1000;
  const step = Math.floor(names.length / asked);
  const questions = names
    .filter((_, at) => at % step === 0)
    .map(({ a, b }): Question => ({ query: a, right: [b] }));
  const result = evaluate(search, list, questions);
  return [
    measure('build-of-1M-names', seconds, 's'),
    measure('memory-with-1M-names', process.memoryUsage().rss / mebibyte, 'MiB'),
    ...measuresFrom('1M', result),
  ];
};

const questionsOf = (pairs: readonly Pair[]): readonly Question[] => {
  const right = new Map<string, string[]>();
  for (const { a, b } of pairs) right.set(a, [...(right.get(a) ?? []), b]);
  return [...right].map(([query, list]) => ({ query, right: list }));
};

const askKeptApart = (folder: string): readonly Measure[] => {
  const words = [
    ...singles(readPairs(folder, 'wd_arabic_80.tsv')),
    ...singles(readPairs(folder, 'google_ar2en.tsv')),
  ];
  const { learn, test } = splitPairs(words, keptApart);
  const ask = (name: string, list: readonly string[], pairs: readonly Pair[]): readonly Measure[] => {
    const candidates = [...new Set([...pairs.map(({ b }) => b), ...list])];
    const search = createNameSearch(loadModel(), createNameList(candidates));
    return measuresFrom(name, evaluate(search, candidates, questionsOf(pairs)));
  };
  const full = namesOf(test, 1_500, 3);
  const others = namesOf(learn, 26_000, 4).map(({ b }) => b);
  const turned = full.map(({ a, b }) => ({ a: a.split(' ').reverse().join(' '), b }));
  return [
    ...ask(
      'single',
      learn.slice(0, 24_000).map(({ b }) => b),
      test,
    ),
    ...ask('full', others, full),
    ...ask('full-turned', others, turned),
  ];
};

export const run = async (): Promise<readonly Measure[]> => {
  const folder = process.env.TANSIQ_NAMES_DATA;
  return [...askMillion(), ...(folder === undefined ? [] : askKeptApart(folder))];
};
