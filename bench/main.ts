/**
 * `npm run bench` lists the benches; `npm run bench -- exchange start` runs some, `all` runs each. Every
 * figure is a line of JSON. `--write-measured` writes them into docs/measured.md, each with its command.
 * `<name> --help` says which parts and sizes a bench can be run with, where it has some.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { measureOnDisk } from '../testing/swift-folder.ts';
import type { Measure } from './measure.ts';
import { writeMeasured } from './measured.ts';

const folder = import.meta.dirname;
const notBenches = [
  'asking',
  'assistance-event',
  'assistance-filling',
  'events-filling',
  'live',
  'main',
  'measure',
  'measured',
  'matching-database',
  'matching-peers',
  'matching-rounds',
  'names-peers',
  'physical',
  'requests-filling',
  'roster-peers',
  'roster-plan',
  'roster-shifts-plan',
  'search-filling',
  'search-writing',
  'securing-days',
  'securing-officers',
  'securing-roster',
  'securing-services',
  'securing-steps',
  'securing-told',
  'securing-world',
  'soak',
  'taxii-client',
  'taxii-peers',
  'watch-filling',
];

const benchNames = async (): Promise<readonly string[]> =>
  (await readdir(folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))
    .filter((name) => !notBenches.includes(name))
    .sort();

interface Bench {
  /**
   * `options` are the words that begin with `--`. What takes long may be printed before the end, by `print`;
   * what is given back is printed where it was not.
   */
  run(options: readonly string[], print: (measures: readonly Measure[]) => void): Promise<readonly Measure[]>;
  readonly help?: string;
}

const isRunnable = (bench: unknown): bench is Bench =>
  typeof bench === 'object' && bench !== null && 'run' in bench && typeof bench.run === 'function';

const words = process.argv.slice(2);
const options = words.filter((word) => word.startsWith('--') && word !== '--write-measured');

const runBench = async (name: string): Promise<readonly Measure[]> => {
  const bench: unknown = await import(pathToFileURL(join(folder, `${name}.ts`)).href);
  if (!isRunnable(bench)) throw new Error(`bench/${name}.ts exports no run()`);
  if (options.includes('--help')) {
    process.stdout.write(bench.help ?? `${name} is run whole, without options.\n`);
    return [];
  }
  const printed = new Set<Measure>();
  const print = (lines: readonly Measure[]): void => {
    for (const line of lines.filter((one) => !printed.has(one))) {
      printed.add(line);
      process.stdout.write(`${JSON.stringify(line)}\n`);
    }
  };
  const measures = await bench.run(options, print);
  print(measures);
  return measures;
};

measureOnDisk();
const known = await benchNames();
// The folder after --data is for the bench that reads it, not a bench.
const wanted = words.filter((word, at) => !word.startsWith('--') && words[at - 1] !== '--data');
const chosen = wanted.includes('all') ? known : wanted;
const unknown = chosen.filter((name) => !known.includes(name));
if (chosen.length === 0 || unknown.length > 0) {
  if (unknown.length > 0) process.stderr.write(`There is no bench ${unknown.join(', ')}.\n`);
  process.stdout.write(`${known.join('\n')}\n`);
  process.exit(unknown.length > 0 ? 1 : 0);
}
const measures: Measure[] = [];
for (const name of chosen) measures.push(...(await runBench(name)));
if (words.includes('--write-measured') && measures.length > 0)
  await writeMeasured(measures, {
    isPart: options.length > 0,
    given: words.includes('--data') ? ' --data FOLDER' : '',
  });
process.exit(0);
