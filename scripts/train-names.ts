/**
 * Learns the model of names: `npm run train-names -- --data FOLDER [--keep-apart 0.1]`. FOLDER holds pairs of
 * one name in Arabic and Latin letters, a tab between. With --keep-apart that share of the names is not
 * learned from, so that it can be tested on. The same data give the same file.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  alphabets,
  countCorrespondences,
  learnCorrespondences,
  type Pair,
  type PairName,
  readModel,
  type Script,
  writeModel,
} from '../server/plumbing/names/index.ts';
import { learnedFiles, learnedWords, partPairs, readPairs, spelledOut, splitPairs } from './names/pairs.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    'keep-apart': { type: 'string', default: '0' },
    out: {
      type: 'string',
      default: fileURLToPath(new URL('../server/plumbing/names/model.tsv', import.meta.url)),
    },
  },
});
if (values.data === undefined) throw new Error('Name the folder with the pairs: --data FOLDER');
const folder = values.data;
const share = Number(values['keep-apart']);
/** Of the names, that share is learned letter by letter, without vowels, as scholars' lists have them. */
const shareSpelledOut = 0.12;

const words = learnedWords(folder);
const people = splitPairs(readPairs(folder, learnedFiles.people), share).learn;
const apart = new Set(splitPairs(words, share).test.flatMap(({ a, b }) => [a, b]));
const parts = partPairs(people).filter(({ a, b }) => !apart.has(a) && !apart.has(b));
const unique = (pairs: readonly Pair[]): readonly Pair[] => [
  ...new Map(pairs.map((pair) => [`${pair.a}\t${pair.b}`, pair])).values(),
];

/** Forms of one script that share a form of the other are spellings of one another. */
const spellings = (pairs: readonly Pair[], turned: boolean): readonly Pair[] => {
  const groups = new Map<string, Set<string>>();
  for (const { a, b } of pairs) {
    const [key, form] = turned ? [b, a] : [a, b];
    groups.set(key, (groups.get(key) ?? new Set()).add(form));
  }
  return unique(
    [...groups.values()].flatMap((forms) =>
      [...forms].flatMap((a) => [...forms].filter((b) => a < b).map((b) => ({ a, b }))),
    ),
  );
};

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const learn = (name: PairName, pairs: readonly Pair[]) => learnCorrespondences(name, pairs, say);

/** Each letter stands for itself, known from pairs or not. */
const itself = (script: Script): readonly Pair[] => [...alphabets[script]].map((a) => ({ a, b: a }));

const known = unique([...splitPairs(words, share).learn, ...parts]);
const across = unique([...known, ...spelledOut(known, shareSpelledOut)]);
const model = {
  'arabic-latin': learn('arabic-latin', across),
  'latin-latin': learn('latin-latin', [...spellings(known, false), ...itself('latin')]),
  'arabic-arabic': learn('arabic-arabic', [...spellings(known, true), ...itself('arabic')]),
};
// Counted by the weights as the file has them, so that the same file always gives the same counts.
const counted = countCorrespondences(
  readModel(writeModel(model))['arabic-latin'],
  model['arabic-latin'],
  known,
);
writeFileSync(values.out, `${writeModel({ ...model, 'arabic-latin': counted })}\n`);
