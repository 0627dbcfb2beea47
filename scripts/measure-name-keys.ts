/**
 * `npx tsx scripts/measure-name-keys.ts PAIRS.tsv…`: how well the keys of names with birth dates meet across
 * scripts. A line has a name in Arabic, a tab, and the same in Latin letters; each pair is given an invented
 * day of birth. Prints for each file how many pairs meet, and how often two different names of one day do: by
 * one key for the whole name, as it is, and by one for each two of its parts, as it might be.
 */
import { readFileSync } from 'node:fs';
import { readIdentifier } from '../server/plumbing/identifiers/index.ts';

const day = '1990-05-14';
/** Days of birth among which people of working age are spread. */
const days = 50 * 365;

const wholeKey = (name: string): readonly string[] => {
  const reading = readIdentifier('name-birth', `${name}, ${day}`);
  return reading.kind === 'read' ? [reading.form] : [];
};

/** What is left of the whole key when all parts but two are left out, for each two. */
const pairKeys = (name: string): readonly string[] => {
  const [parts = ''] = wholeKey(name).map((key) => key.slice(0, key.indexOf('|')));
  const sounds = parts.split(' ');
  const pairs = sounds.flatMap((one, at) => sounds.slice(at + 1).map((two) => `${one} ${two}`));
  return [...new Set(pairs)];
};
/** The fold under which two lines are of one name, whatever their key. */
const folded = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}]/gu, '');

const measure = (file: string, keys: 'whole' | 'pairs') => {
  const keysOf = keys === 'whole' ? wholeKey : pairKeys;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pairs = lines.flatMap((line) => {
    const [arabic = '', latin = ''] = line.split('\t');
    const [ones, others] = [keysOf(arabic), keysOf(latin)];
    return ones.length === 0 || others.length === 0 ? [] : [{ latin: folded(latin), ones, others }];
  });
  const met = pairs.filter(({ ones, others }) => ones.some((one) => others.includes(one))).length;
  const names = new Map<string, Set<string>>();
  for (const { latin, others } of pairs)
    for (const other of others) names.set(other, (names.get(other) ?? new Set()).add(latin));
  const distinct = new Set(pairs.map(({ latin }) => latin)).size;
  const wrong = [...names.values()].reduce((sum, { size }) => sum + size * (size - 1), 0);
  const chance = wrong / (distinct * (distinct - 1));
  return {
    file: file.split('/').at(-1),
    keys,
    keysOfAName: pairs.reduce((sum, { others }) => sum + others.length, 0) / pairs.length,
    pairs: pairs.length,
    met: met / pairs.length,
    /** Two different names of one day have one key; and false hits of a query among a million people. */
    twoOfOneDayMeet: chance,
    falseHitsOfAQueryInAMillion: (1_000_000 / days) * chance,
  };
};

for (const file of process.argv.slice(2))
  for (const keys of ['whole', 'pairs'] as const)
    process.stdout.write(`${JSON.stringify(measure(file, keys))}\n`);
