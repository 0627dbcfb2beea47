/**
 * Names across scripts: a million names on one core, asked in Arabic. Without data they are of made-up
 * syllables; `npm run bench -- names --data FOLDER`, the folder that the model was learned from (it holds
 * wd_arabic_80.tsv and google_ar2en.tsv: Arabic, tab, Latin), makes them of real parts, and finds names that
 * were kept apart, as trigrams, Jaro-Winkler and double metaphone do on the same queries and candidates.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
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
import { askPeer, jaroWinklerPeer, metaphonePeer, type Peer, withTrigrams } from './names-peers.ts';

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

const askMillion = (parts: readonly Pair[]): readonly Measure[] => {
  const names = namesOf(parts, million, 5);
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

/** Peers look at every candidate for every query: fewer queries are enough for them. */
const askedOfPeers = 150;

const againstPeers = async (
  name: string,
  list: readonly string[],
  all: readonly Question[],
): Promise<readonly Measure[]> => {
  const step = Math.max(1, Math.floor(all.length / askedOfPeers));
  const questions = all.filter((_, at) => at % step === 0);
  const ours = evaluate(createNameSearch(loadModel(), createNameList(list)), list, questions);
  const beside = async (peer: Peer): Promise<readonly Measure[]> => {
    const theirs = await askPeer(peer, questions);
    const held = (figure: string, mine: number, value: number, unit: string): Measure =>
      measure(`${name}-${figure}`, mine, unit, { name: peer.name, value });
    return [
      held('right-first', ours.first * 100, theirs.first * 100, '%'),
      held('right-among-ten', ours.amongTen * 100, theirs.amongTen * 100, '%'),
      held('per-query-p50', ours.p50Ms, theirs.p50Ms, 'ms'),
    ];
  };
  return [
    ...(await withTrigrams(list, beside)),
    ...(await beside(jaroWinklerPeer(list))),
    ...(await beside(metaphonePeer(list))),
  ];
};

const askKeptApart = async (words: readonly Pair[]): Promise<readonly Measure[]> => {
  const { learn, test } = splitPairs(words, keptApart);
  const full = namesOf(test, 1_500, 3);
  const turned = full.map(({ a, b }) => ({ a: a.split(' ').reverse().join(' '), b }));
  const others = namesOf(learn, 26_000, 4).map(({ b }) => b);
  const measures: Measure[] = [];
  const ask = async (name: string, list: readonly string[], pairs: readonly Pair[]): Promise<void> => {
    const candidates = [...new Set([...pairs.map(({ b }) => b), ...list])];
    const search = createNameSearch(loadModel(), createNameList(candidates));
    measures.push(...measuresFrom(name, evaluate(search, candidates, questionsOf(pairs))));
    measures.push(...(await againstPeers(name, candidates, questionsOf(pairs))));
  };
  await ask(
    'single',
    learn.slice(0, 24_000).map(({ b }) => b),
    test,
  );
  await ask('full', others, full);
  await ask('full-turned', others, turned);
  return measures;
};

/** The folder after --data, or of TANSIQ_NAMES_DATA; null where none is given. */
const dataFolder = (): string | null => {
  const at = process.argv.indexOf('--data');
  return (at < 0 ? process.env.TANSIQ_NAMES_DATA : process.argv[at + 1]) ?? null;
};

const wordsFrom = (folder: string): readonly Pair[] => {
  const files = ['wd_arabic_80.tsv', 'google_ar2en.tsv'];
  const missing = files.filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0) throw new Error(`${folder} lacks ${missing.join(' and ')}: see bench/names.ts.`);
  return files.flatMap((file) => singles(readPairs(folder, file)));
};

export const run = async (): Promise<readonly Measure[]> => {
  const folder = dataFolder();
  if (folder === null) {
    process.stderr.write('Made-up names alone: add --data FOLDER to hold real ones against the peers.\n');
    return askMillion(makeParts());
  }
  const words = wordsFrom(folder);
  return [...askMillion(words), ...(await askKeptApart(words))];
};
