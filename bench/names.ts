/**
 * Names across scripts: a million names on one core, asked in Arabic. Without data they are of made-up
 * syllables; `npm run bench -- names --data FOLDER`, with the folder that the model was learned from and
 * tested on (docs/decisions/0013-names.md names its files: Arabic, tab, Latin), makes them of real parts, and
 * finds names that the model did not learn, as trigrams, Jaro-Winkler and double metaphone do on the same
 * queries and candidates. It takes some three minutes; each figure is printed when it is there.
 */

import { learnedWords } from '../scripts/names/pairs.ts';
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
import { fullTrial, requireFiles, singleTrial, type Trial, turned } from './names-unseen.ts';

type Tell = (measures: readonly Measure[]) => void;

const measure = measuresOf('names');
const million = 1_000_000;
const distinctParts = 60_000;
const asked = 400;
/** How many parts the names of the million have. */
const sizes = [1, 2, 2, 3, 3, 4];
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

const namesOf = (
  parts: readonly Pair[],
  count: number,
  seed: number,
  lengths: readonly number[],
): readonly Pair[] => {
  const pick = createDice(seed);
  const names = new Map<string, Pair>();
  while (names.size < count) {
    const size = pick(lengths) ?? 2;
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
  ...timesFrom(name, result),
];

const timesFrom = (name: string, result: Evaluation): readonly Measure[] => [
  measure(`${name}-per-query-p50`, result.p50Ms, 'ms'),
  measure(`${name}-per-query-p99`, result.p99Ms, 'ms'),
];

/** Speed alone: the model knows many of these parts. */
const askMillion = (parts: readonly Pair[], tell: Tell): void => {
  const names = namesOf(parts, million, 5, sizes);
  const list = names.map(({ b }) => b);
  const start = performance.now();
  const search = createNameSearch(loadModel(), createNameList(list));
  const seconds = (performance.now() - start) / 1000;
  tell([
    measure('build-of-1M-names', seconds, 's'),
    measure('memory-with-1M-names', process.memoryUsage().rss / mebibyte, 'MiB'),
  ]);
  const ask = (name: string, pairs: readonly Pair[]): void => {
    const step = Math.floor(pairs.length / asked);
    const questions = pairs
      .filter((_, at) => at % step === 0)
      .map(({ a, b }): Question => ({ query: a, right: [b] }));
    tell(timesFrom(name, evaluate(search, list, questions)));
  };
  const isSingle = ({ a }: Pair): boolean => !a.includes(' ');
  ask('1M-single', names.filter(isSingle));
  ask(
    '1M-full',
    names.filter((name) => !isSingle(name)),
  );
};

/** Peers look at every candidate for every query: fewer queries are enough for them. */
const askedOfPeers = 150;

const againstPeers = async (
  name: string,
  list: readonly string[],
  all: readonly Question[],
  tell: Tell,
): Promise<void> => {
  const step = Math.max(1, Math.floor(all.length / askedOfPeers));
  const questions = all.filter((_, at) => at % step === 0);
  const search = createNameSearch(loadModel(), createNameList(list));
  const beside = async (peer: Peer): Promise<void> => {
    const theirs = await askPeer(peer, questions);
    // The same questions, as many as the peer had time for.
    const ours = evaluate(search, list, questions.slice(0, theirs.asked));
    const held = (figure: string, mine: number, value: number, unit: string): Measure =>
      measure(`${name}-${figure}-against-${peer.short}`, mine, unit, { name: peer.name, value });
    tell([
      held('right-first', ours.first * 100, theirs.first * 100, '%'),
      held('right-among-ten', ours.amongTen * 100, theirs.amongTen * 100, '%'),
      held('per-query-p50', ours.p50Ms, theirs.p50Ms, 'ms'),
    ]);
  };
  await withTrigrams(list, beside);
  await beside(jaroWinklerPeer(list));
  await beside(metaphonePeer(list));
};

const askUnseen = async (folder: string, tell: Tell): Promise<void> => {
  const ask = async (name: string, { questions, candidates }: Trial): Promise<void> => {
    const search = createNameSearch(loadModel(), createNameList(candidates));
    tell(measuresFrom(name, evaluate(search, candidates, questions)));
    await againstPeers(name, candidates, questions, tell);
  };
  const full = fullTrial(folder, 'arabic');
  await ask('single', singleTrial(folder, 'arabic'));
  await ask('single-from-latin', singleTrial(folder, 'latin'));
  await ask('full', full);
  await ask('full-turned', turned(full));
  await ask('full-from-latin', fullTrial(folder, 'latin'));
};

/** The folder after --data, or of TANSIQ_NAMES_DATA; null where none is given. */
const dataFolder = (): string | null => {
  const at = process.argv.indexOf('--data');
  return (at < 0 ? process.env.TANSIQ_NAMES_DATA : process.argv[at + 1]) ?? null;
};

/** Runs it; `print` is told of each figure when it is there. */
export const run = async (_options: readonly string[], print: Tell): Promise<readonly Measure[]> => {
  const measures: Measure[] = [];
  const tell: Tell = (more) => {
    print(more);
    measures.push(...more);
  };
  const folder = dataFolder();
  if (folder === null) {
    process.stderr.write('Made-up names alone: add --data FOLDER to hold real ones against the peers.\n');
    askMillion(makeParts(), tell);
    return measures;
  }
  requireFiles(folder);
  askMillion(learnedWords(folder), tell);
  await askUnseen(folder, tell);
  return measures;
};
