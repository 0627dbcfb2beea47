/**
 * Learns the model of names: `npm run train-names -- --data FOLDER [--keep-apart 0.1]`. FOLDER holds pairs of
 * one name in Arabic and Latin letters, a tab between. With --keep-apart that share of the names is not learned
 * from, so that it can be tested on. The same data give the same file.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { alphabets, type Script } from '../server/plumbing/names/letters.ts';
import { type PairName, scriptsOf, writeModel } from '../server/plumbing/names/model.ts';
import {
  type Correspondence,
  createTransducer,
  letterSpan,
  places,
  type Transducer,
} from '../server/plumbing/names/transducer.ts';
import { contrast } from './names/contrast.ts';
import { expectCorrespondences } from './names/expectation.ts';
import { type Pair, partPairs, readPairs, singles, splitPairs } from './names/pairs.ts';

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

const words = [
  ...singles(readPairs(folder, 'wd_arabic_80.tsv')),
  ...singles(readPairs(folder, 'google_ar2en.tsv')),
];
const people = splitPairs(readPairs(folder, 'wikipedia_people_en_ar.tsv'), share).learn;
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

/** Below this a pair is rather two names than two spellings of one. */
const leastFit: Readonly<Record<PairName, number>> = {
  'arabic-latin': -3.1,
  'latin-latin': -3.2,
  'arabic-arabic': -3.2,
};

const correspondencesOf = (model: Transducer, first: readonly Correspondence[]): readonly Correspondence[] =>
  first.map((one, index) => {
    const around: (readonly [(typeof places)[number], number, number])[] = [];
    for (const [number, place] of places.entries())
      for (let letter = 0; letter < letterSpan; letter += 1) {
        const value = model.around[(index * places.length + number) * letterSpan + letter] ?? 0;
        if (value !== 0) around.push([place, letter, value]);
      }
    return { ...one, weight: model.weight[index] ?? 0, around };
  });

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const learn = (name: PairName, pairs: readonly Pair[]): readonly Correspondence[] => {
  say(`${name}: ${pairs.length} pairs`);
  const first = expectCorrespondences(scriptsOf[name], pairs);
  const good = pairs.filter((_, at) => (first.fits[at] ?? 0) >= leastFit[name]);
  say(`${good.length} of them fit`);
  const { correspondences } = expectCorrespondences(scriptsOf[name], good);
  const model = createTransducer(scriptsOf[name], correspondences);
  contrast(model, good, say);
  return correspondencesOf(model, correspondences);
};

/** Each letter stands for itself, known from pairs or not. */
const itself = (script: Script): readonly Pair[] => [...alphabets[script]].map((a) => ({ a, b: a }));

const across = unique([...splitPairs(words, share).learn, ...parts]);
const model = {
  'arabic-latin': learn('arabic-latin', across),
  'latin-latin': learn('latin-latin', [...spellings(across, false), ...itself('latin')]),
  'arabic-arabic': learn('arabic-arabic', [...spellings(across, true), ...itself('arabic')]),
};
writeFileSync(values.out, `${writeModel(model)}\n`);
