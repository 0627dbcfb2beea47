/**
 * `npx tsx scripts/measure-name-keys.ts PAIRS.tsv…`: how well names with birth dates meet across scripts. A
 * line has a name in Arabic, a tab, and the same in Latin letters; each pair is given an invented day of
 * birth. Prints for each file how many pairs meet, and how often two different names of one day do: by the
 * form of the whole name alone, and by all keys, as services ask.
 */
import { readFileSync } from 'node:fs';
import { keysOf, readIdentifier } from '../server/plumbing/identifiers/index.ts';

const day = '1990-05-14';
/** Days of birth among which people of working age are spread. */
const days = 50 * 365;

type Keys = (name: string) => readonly string[];

const wholeKey: Keys = (name) => {
  const reading = readIdentifier('name-birth', `${name}, ${day}`);
  return reading.kind === 'read' ? [reading.form] : [];
};
const allKeys: Keys = (name) => wholeKey(name).flatMap((form) => keysOf('name-birth', form));

/** The fold under which two lines are of one name, whatever their key. */
const folded = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}]/gu, '');

/** The mean of the other names of one day that a name meets, as a share of all. */
const wrongShare = (names: ReadonlyMap<string, readonly string[]>): number => {
  const holders = new Map<string, string[]>();
  for (const [name, keys] of names)
    for (const key of keys) holders.set(key, [...(holders.get(key) ?? []), name]);
  let wrong = 0;
  for (const keys of names.values()) wrong += new Set(keys.flatMap((key) => holders.get(key) ?? [])).size - 1;
  return wrong / (names.size * (names.size - 1));
};

const measure = (file: string, by: 'whole' | 'keys') => {
  const keys = by === 'whole' ? wholeKey : allKeys;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pairs = lines.flatMap((line) => {
    const [arabic = '', latin = ''] = line.split('\t');
    const [ones, others] = [keys(arabic), keys(latin)];
    return ones.length === 0 || others.length === 0 ? [] : [{ latin: folded(latin), ones, others }];
  });
  const met = pairs.filter(({ ones, others }) => ones.some((one) => others.includes(one))).length;
  const chance = wrongShare(new Map(pairs.map(({ latin, others }) => [latin, others])));
  return {
    file: file.split('/').at(-1),
    by,
    keysOfAName: pairs.reduce((sum, { others }) => sum + others.length, 0) / pairs.length,
    pairs: pairs.length,
    met: met / pairs.length,
    /** Two different names of one day meet; and false hits of a query among a million people. */
    twoOfOneDayMeet: chance,
    falseHitsOfAQueryInAMillion: (1_000_000 / days) * chance,
  };
};

for (const file of process.argv.slice(2))
  for (const by of ['whole', 'keys'] as const) process.stdout.write(`${JSON.stringify(measure(file, by))}\n`);
