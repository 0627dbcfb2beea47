/**
 * Private matching: a million records prepared once, ten thousand questions about them, on all cores, with
 * libsodium and without it. Held against what libsodium itself does between the slices of the same run, and
 * against two other private set intersections where they can be had, each given the same task.
 */
import { parseArgs } from 'node:util';
import { measureDatabase } from './matching-database.ts';
import { bitsOfNpm, ofNpm, ofPython } from './matching-peers.ts';
import { openCeiling, type Round, roundOf, type Sizes, withEngine } from './matching-rounds.ts';
import { type Measure, measuresOf } from './measure.ts';

const measure = measuresOf('matching');
const million = 1_000_000;

export const help = `npm run bench -- matching [--parts=native,wasm,python,npm,database] [--records=N]
  [--queries=N] [--npm-records=N]
All parts take some ten minutes on two quiet cores; one alone stays below four:
  native    ${million} records and 10000 queries with libsodium, held against libsodium itself (1.5 min)
  wasm      the same in WebAssembly (2.5 min)
  python    openmined-psi, given the same task, and we again beside it (2.5 min)
  npm       @openmined/psi.js, given 100000 records and 10000 queries, and we beside it (2 min)
  database  PostgreSQL's share: a set of ${million} records prepared, kept and published (3 min)
--records and --queries make all but npm smaller or larger; --npm-records that one.
`;

const whole = ({ prepareSeconds, askSeconds }: Round): number => prepareSeconds + askSeconds;

const measuresWith = (name: string, { records, queries }: Sizes, round: Round): readonly Measure[] => [
  measure(`${name}-prepare-per-second`, records / round.prepareSeconds, 'records/s'),
  measure(`${name}-prepare-${records}-records`, round.prepareSeconds, 's'),
  measure(`${name}-${queries}-queries`, round.askSeconds, 's'),
  measure(`${name}-bytes-per-record`, round.filterBytes / records, 'bytes'),
];

const native = (sizes: Sizes): Promise<readonly Measure[]> =>
  withEngine('native', async (oprf) => {
    const ceiling = openCeiling();
    try {
      await ceiling.warm();
      const round = await roundOf(oprf, sizes, ceiling.measure);
      const alone = { name: 'libsodium alone, all cores', value: ceiling.perSecond() };
      return [
        measure('share-of-libsodium', sizes.records / round.prepareSeconds, 'records/s', alone),
        ...measuresWith('native', sizes, round),
      ];
    } finally {
      await ceiling.close();
    }
  });

const wasm = (sizes: Sizes): Promise<readonly Measure[]> =>
  withEngine('wasm', async (oprf) => measuresWith('wasm', sizes, await roundOf(oprf, sizes)));

/** We before and after the peer, so that what else the machine does falls on both. */
const against = async (
  name: string,
  sizes: Sizes,
  ask: () => Promise<Round | null>,
): Promise<readonly Measure[]> => {
  const ours = () => withEngine('native', (oprf) => roundOf(oprf, sizes));
  const before = await ours();
  const theirs = await ask();
  if (theirs === null) return [];
  const after = await ours();
  const mean = (of: (round: Round) => number) => (of(before) + of(after)) / 2;
  const held = (value: number) => ({ name, value });
  const task = `${sizes.queries}-against-${sizes.records}`;
  return [
    measure(task, 3_600 / mean(whole), 'rounds/h', held(3_600 / whole(theirs))),
    measure(
      `${task}-prepare`,
      sizes.records / mean((round) => round.prepareSeconds),
      'records/s',
      held(sizes.records / theirs.prepareSeconds),
    ),
    measure(
      `${task}-ask`,
      sizes.queries / mean((round) => round.askSeconds),
      'queries/s',
      held(sizes.queries / theirs.askSeconds),
    ),
    measure(
      `${task}-bytes-per-record`,
      before.filterBytes / sizes.records,
      'bytes',
      held(theirs.filterBytes / sizes.records),
    ),
  ];
};

const python = (sizes: Sizes): Promise<readonly Measure[]> => {
  const task = { ...sizes, bits: 40 };
  return against('openmined-psi', sizes, () => ofPython(task));
};

const npm = (sizes: Sizes): Promise<readonly Measure[]> => {
  const task = { ...sizes, bits: bitsOfNpm(sizes) };
  return against(`@openmined/psi.js at 2^-${task.bits}`, sizes, () => ofNpm(task));
};

const options = {
  parts: { type: 'string', default: 'native,wasm,python,npm,database' },
  records: { type: 'string', default: String(million) },
  queries: { type: 'string', default: '10000' },
  'npm-records': { type: 'string', default: '100000' },
} as const;

/** Runs the parts that are wanted. */
export const run = async (args: readonly string[]): Promise<readonly Measure[]> => {
  const { values } = parseArgs({ args: [...args], options });
  const sizes = { records: Number(values.records), queries: Number(values.queries) };
  const small = { ...sizes, records: Number(values['npm-records']) };
  const parts: Readonly<Record<string, () => Promise<readonly Measure[]>>> = {
    native: () => native(sizes),
    wasm: () => wasm(sizes),
    python: () => python(sizes),
    npm: () => npm(small),
    database: () => measureDatabase(sizes.records),
  };
  const measures: Measure[] = [];
  for (const name of values.parts.split(',')) {
    const part = parts[name];
    if (part === undefined) throw new Error(`matching has no part ${name}\n${help}`);
    measures.push(...(await part()));
  }
  return measures;
};
