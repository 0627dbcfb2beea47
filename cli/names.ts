/** `tansiq names`: a name sought in a list of names, and how well that goes on pairs that are known. */
import type { Command } from 'commander';
import {
  type Comparison,
  compareNames,
  createNameList,
  createNameSearch,
  evaluate,
  type FactReason,
  type Facts,
  isBirthDate,
  loadModel,
  type NameSearch,
  noFacts,
  readQuestions,
  type SpellingRule,
  weighFacts,
  withFacts,
} from '../server/plumbing/names/index.ts';
import { wholeNumber } from './arguments.ts';
import { lineHelp, readNameLines } from './name-lines.ts';
import { CommandError, createOutput } from './output.ts';
import { readText } from './text-file.ts';

const mebibyte = 2 ** 20;

const ruleNames: Readonly<Record<SpellingRule['kind'], string>> = {
  letters: 'written',
  'short-vowel': 'vowel not written',
  'doubled-letter': 'doubled letter',
  'silent-letter': 'letter not heard',
  article: 'article',
  'son-of': 'son of',
  'father-of': 'father or mother of',
  'servant-of': 'servant of',
  'first-letter': 'first letter',
  'same-meaning': 'same meaning',
};

interface Built {
  readonly search: NameSearch;
  readonly buildSeconds: number;
}

/** What can be compared at all. */
const isReadable = (name: string): boolean => /[\p{Script=Arabic}\p{Script=Latin}]/u.test(name);

const build = (names: readonly string[]): Built => {
  if (!names.some(isReadable)) throw new CommandError('The list holds no name. Put one name on each line.');
  const start = performance.now();
  const search = createNameSearch(loadModel(), createNameList(names));
  return { search, buildSeconds: (performance.now() - start) / 1000 };
};

interface SearchOptions {
  readonly list: string;
  readonly most: number;
  readonly json: boolean;
  readonly born?: string;
  readonly birthPlace?: string;
  readonly nationality?: string;
  readonly document: readonly string[];
}

/** One part beside its fellow, cut where letters stand for each other; a dot stands for nothing. */
const describeFellow = ({ one, two, kind, spellings, rules }: Comparison['fellows'][number]): string => {
  if (kind === 'left-over')
    return `${one ?? two ?? ''}: only in ${one === null ? 'the list' : 'the question'}`;
  const named = rules.map((rule) => `${ruleNames[rule.kind]} ${rule.letters}`).join(', ') || 'alike';
  const cut = spellings.map((step) => `${step.one || '·'}:${step.two || '·'}`).join(' ');
  return `${one} = ${two}   ${cut}${cut === '' ? '' : '   '}(${named})`;
};

const describeFact = ({ fact, outcome, one, two }: FactReason): string =>
  `${fact}: ${one} ${outcome === 'same' ? '=' : outcome === 'near' ? '≈' : '≠'} ${two} (${outcome})`;

const askedFacts = (options: SearchOptions): Facts => {
  if (options.born !== undefined && !isBirthDate(options.born))
    throw new CommandError(`Write the date of birth as 1980-05-12, 1980-05 or 1980, not ${options.born}.`);
  return {
    born: options.born ?? null,
    birthPlace: options.birthPlace ?? null,
    nationality: options.nationality ?? null,
    documents: options.document,
  };
};

/** Places are written in both scripts as names are. */
const likelyOne = 0.5;
const isSamePlace = (one: string, two: string): boolean =>
  compareNames(loadModel(), one, two).probability >= likelyOne;

/** Facts may lift a hit over others: that many more are looked at than are shown. */
const looked = 5;

const searchNames = (name: string, options: SearchOptions): void => {
  if (!isReadable(name)) throw new CommandError('Write the name in Arabic or Latin letters.');
  const asked = askedFacts(options);
  const list = readNameLines(options.list);
  const { search } = build(list.map((line) => line.name));
  const hits = search
    .find(name, options.most * looked)
    .map(({ name: place, verdict }) => {
      const { name: found, facts } = list[place] ?? { name: '', facts: noFacts };
      const reasons = weighFacts(asked, facts, isSamePlace);
      const { fellows, turned, probability: sideBySide } = compareNames(loadModel(), name, found);
      const byName = verdict.probability;
      return {
        name: found,
        probability: withFacts(byName, reasons),
        byName,
        sideBySide,
        turned,
        fellows,
        facts: reasons,
      };
    })
    .sort((one, two) => two.probability - one.probability)
    .slice(0, options.most);
  createOutput(options.json).result({ query: name, hits }, (say) => {
    if (hits.length === 0) say('No name of the list is like it.');
    for (const hit of hits) {
      say(`${hit.probability.toFixed(2)}  ${hit.name}`);
      if (hit.byName < likelyOne && hit.sideBySide >= likelyOne)
        say(`        ${hit.sideBySide.toFixed(2)} side by side: another name of the list is nearer`);
      for (const fellow of hit.fellows) say(`        ${describeFellow(fellow)}`);
      if (hit.turned) say('        the parts stand in another order');
      for (const fact of hit.facts) say(`        ${describeFact(fact)}`);
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
  const names = readNameLines(options.candidates).map((line) => line.name);
  const text = readText(options.queries);
  const questions = readQuestions(text);
  if (questions.length === 0)
    throw new CommandError('There is no pair to ask. Each line: query, tab, right candidates split by |.');
  const { search, buildSeconds } = build(names);
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '').length;
  const counted = { passedOver: lines - questions.length, buildSeconds, memoryMiB: 0 };
  const result = { ...evaluate(search, names, questions), ...counted };
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
    if (result.withoutCandidate > 0)
      say(
        `${result.withoutCandidate} queries have no right name among the candidates and count as not found`,
      );
    if (result.passedOver > 0)
      say(`${result.passedOver} lines were passed over: each is query, tab, right candidates split by |`);
  });
};

const mostHits = 1000;
const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** Adds `names` to the command. */
export const addNames = (program: Command): void => {
  const names = program.command('names').description('names across Arabic and Latin letters');
  names
    .command('search')
    .description('find a name in a list, however it is spelled there')
    .argument('<name>', 'in Arabic or Latin letters')
    .requiredOption('--list <file>', `the list: one name a line, ${lineHelp}`)
    .option('--born <date>', 'date of birth: 1980-05-12, 1980-05 or 1980')
    .option('--birth-place <place>', 'in Arabic or Latin letters')
    .option('--nationality <code>', 'as the list writes it: MA')
    .option('--document <number>', 'AB123456 or passport:AB123456; may be repeated', collect, [])
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
