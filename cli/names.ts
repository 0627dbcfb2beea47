/** `tansiq names`: a name sought in a list of names, and how well that goes on pairs that are known. */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import {
  type Comparison,
  compareNames,
  createNameList,
  createNameSearch,
  evaluate,
  loadModel,
  type NameSearch,
  readQuestions,
} from '../server/plumbing/names/index.ts';
import { wholeNumber } from './arguments.ts';
import { CommandError, createOutput } from './output.ts';

const mebibyte = 2 ** 20;

/** One name a line; a name that stands there twice is one candidate. */
const readList = (path: string): readonly string[] => [
  ...new Set(
    readFileSync(path, 'utf8')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

interface Built {
  readonly search: NameSearch;
  readonly buildSeconds: number;
}

const build = (names: readonly string[]): Built => {
  if (names.length === 0) throw new CommandError('The list holds no name. Put one name on each line.');
  const start = performance.now();
  const search = createNameSearch(loadModel(), createNameList(names));
  return { search, buildSeconds: (performance.now() - start) / 1000 };
};

interface SearchOptions {
  readonly list: string;
  readonly most: number;
  readonly json: boolean;
}

/** One part beside its fellow, cut where letters stand for each other; a dot stands for nothing. */
const describeFellow = ({ one, two, kind, spellings }: Comparison['fellows'][number]): string => {
  if (kind === 'left-over')
    return `${one ?? two ?? ''}: only in ${one === null ? 'the list' : 'the question'}`;
  if (kind === 'initial') return `${one} = ${two}: first letter`;
  return `${one} = ${two}: ${spellings.map((step) => `${step.one || '·'}:${step.two || '·'}`).join(' ')}`;
};

const searchNames = (name: string, options: SearchOptions): void => {
  const names = readList(options.list);
  const hits = build(names)
    .search.find(name, options.most)
    .map(({ name: place, verdict }) => {
      const found = names[place] ?? '';
      const { fellows } = compareNames(loadModel(), name, found);
      return { name: found, probability: verdict.probability, fellows };
    });
  createOutput(options.json).result({ query: name, hits }, (say) => {
    if (hits.length === 0) say('No name of the list is like it.');
    for (const { probability, name: found, fellows } of hits) {
      say(`${probability.toFixed(2)}  ${found}`);
      for (const fellow of fellows) say(`        ${describeFellow(fellow)}`);
    }
  });
};

interface EvalOptions {
  readonly queries: string;
  readonly candidates: string;
  readonly json: boolean;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const evaluateNames = (options: EvalOptions): void => {
  const names = readList(options.candidates);
  const questions = readQuestions(readFileSync(options.queries, 'utf8'));
  if (questions.length === 0)
    throw new CommandError('There is no pair to ask. Each line: query, tab, right candidates split by |.');
  const { search, buildSeconds } = build(names);
  const result = { ...evaluate(search, names, questions), buildSeconds, memoryMiB: 0 };
  const memoryMiB = Math.round(process.memoryUsage().rss / mebibyte);
  createOutput(options.json).result({ ...result, memoryMiB }, (say) => {
    say(`${result.queries} queries among ${result.candidates} candidates`);
    say(`first              ${percent(result.first)}`);
    say(`among ten          ${percent(result.amongTen)}`);
    say(`MRR                ${result.meanReciprocalRank.toFixed(4)}`);
    say(`at 0.1 false hits  ${percent(result.foundAtTenthFalse)} found`);
    say(`per query          p50 ${result.p50Ms.toFixed(2)} ms, p99 ${result.p99Ms.toFixed(2)} ms`);
    say(`build              ${buildSeconds.toFixed(2)} s`);
    say(`memory             ${memoryMiB} MiB`);
  });
};

const mostHits = 1000;

/** Adds `names` to the command. */
export const addNames = (program: Command): void => {
  const names = program.command('names').description('names across Arabic and Latin letters');
  names
    .command('search')
    .description('find a name in a list, however it is spelled there')
    .argument('<name>', 'in Arabic or Latin letters')
    .requiredOption('--list <file>', 'the list: one name a line')
    .option('--most <count>', 'hits at most', wholeNumber(1, mostHits), 10)
    .option('--json', 'print as JSON', false)
    .action(searchNames);
  names
    .command('eval')
    .description('how well and how fast names are found, on pairs that are known')
    .requiredOption('--queries <file>', 'each line: query, tab, right candidates split by |')
    .requiredOption('--candidates <file>', 'the list: one name a line')
    .option('--json', 'print as JSON', false)
    .action(evaluateNames);
};
