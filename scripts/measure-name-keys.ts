/**
 * `npx tsx scripts/measure-name-keys.ts PAIRS.tsv…`: how well the keys of names with birth dates meet across
 * scripts. A line has a name in Arabic, a tab, and the same in Latin letters; each pair is given an invented
 * day of birth. Prints for each file how many pairs meet, and how often two different names of one day do.
 */
import { readFileSync } from 'node:fs';
import { readIdentifier } from '../server/plumbing/identifiers/index.ts';

const day = '1990-05-14';
/** Days of birth among which people of working age are spread. */
const days = 50 * 365;

const keyOf = (name: string): string | null => {
  const reading = readIdentifier('name-birth', `${name}, ${day}`);
  return reading.kind === 'read' ? reading.form : null;
};
/** The fold under which two lines are of one name, whatever their key. */
const folded = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}]/gu, '');

const measure = (file: string) => {
  const lines = readFileSync(file, 'utf8').split('\n');
  const pairs = lines.flatMap((line) => {
    const [arabic = '', latin = ''] = line.split('\t');
    const [one, other] = [keyOf(arabic), keyOf(latin)];
    return one === null || other === null ? [] : [{ latin: folded(latin), one, other }];
  });
  const met = pairs.filter(({ one, other }) => one === other).length;
  const names = new Map<string, Set<string>>();
  for (const { latin, other } of pairs) names.set(other, (names.get(other) ?? new Set()).add(latin));
  const distinct = new Set(pairs.map(({ latin }) => latin)).size;
  const wrong = [...names.values()].reduce((sum, { size }) => sum + size * (size - 1), 0);
  const chance = wrong / (distinct * (distinct - 1));
  return {
    file: file.split('/').at(-1),
    pairs: pairs.length,
    met: met / pairs.length,
    /** Two different names of one day have one key; and false hits of a query among a million people. */
    twoOfOneDayMeet: chance,
    falseHitsOfAQueryInAMillion: (1_000_000 / days) * chance,
  };
};

for (const file of process.argv.slice(2)) process.stdout.write(`${JSON.stringify(measure(file))}\n`);
