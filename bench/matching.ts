/**
 * Private matching: a million records prepared once, ten thousand questions about them, on all cores, with
 * libsodium and without it. Held against what libsodium itself can do, and against two other private set
 * intersections where they can be had: of npm (WebAssembly) and of the Python registry (native).
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { houseFolder } from '../server/node-database.ts';
import { buildFilter, type Oprf, openFilter, openOprf, tagBytes } from '../server/plumbing/oprf/index.ts';
import { pythonWith, runPython } from '../testing/python.ts';
import { type Measure, measuresOf, secondsOf } from './measure.ts';

const measure = measuresOf('matching');
const execute = promisify(execFile);
const million = 1_000_000;
const queries = 10_000;
/** The peers are asked with less, as the first takes minutes; each is held against us on the same sizes. */
const small = { records: 5_000, queries: 500 };
const wasmRecords = 100_000;
const ceilingRounds = 30_000;

/** Hash to the group and one multiplication, nothing else: what libsodium itself can do in a thread. */
const ceilingSource = `const { parentPort, workerData } = require('node:worker_threads');
const koffi = require(workerData.koffi);
const library = koffi.load(workerData.library);
library.func('int sodium_init()')();
const multiply = library.func('int crypto_scalarmult_ristretto255(void *q, const void *n, const void *p)');
const fromHash = library.func('int crypto_core_ristretto255_from_hash(void *p, const void *r)');
const [uniform, scalar, out] = [Buffer.alloc(64, 5), Buffer.alloc(32, 3), Buffer.alloc(32)];
for (let at = 0; at < workerData.rounds; at += 1) {
  uniform.writeUInt32LE(at, 0);
  fromHash(out, uniform);
  multiply(out, scalar, out);
}
parentPort.postMessage('done');`;

const ceilingPerSecond = async (): Promise<number> => {
  const workerData = {
    koffi: join(houseFolder(), 'node_modules/koffi'),
    library: 'libsodium.so.23',
    rounds: ceilingRounds,
  };
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(ceilingSource, { eval: true, workerData });
      worker.on('message', () => resolve());
      worker.on('error', reject);
    });
  const seconds = await secondsOf(() =>
    Promise.all(Array.from({ length: availableParallelism() }, () => one())),
  );
  return (ceilingRounds * availableParallelism()) / seconds;
};

const recordsOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `record ${at}`);

interface Round {
  readonly prepareSeconds: number;
  readonly askSeconds: number;
  readonly filterBytes: number;
  readonly found: number;
}

/** Prepares so many records, then asks about so many, every second of which is held. */
const roundOf = async (
  oprf: Oprf,
  sizes: { readonly records: number; readonly queries: number },
): Promise<Round> => {
  const keys = oprf.deriveKeyPair(randomBytes(32), 'bench');
  const held = recordsOf(sizes.records);
  let bytes = new Uint8Array(0);
  const prepareSeconds = await secondsOf(async () => {
    const told = (done: number) => {
      if (done % 100_000 === 0) process.stderr.write(`${oprf.engine.name}: ${done} records\n`);
    };
    bytes = Uint8Array.from(buildFilter(await oprf.evaluate(keys.secretKey, held, told)));
  });
  const inputs = Array.from({ length: sizes.queries }, (_, at) =>
    at % 2 === 0 ? `record ${at}` : `nobody ${at}`,
  );
  let found = 0;
  const askSeconds = await secondsOf(async () => {
    const blinded = await oprf.blind(inputs);
    const answer = (await oprf.check(blinded.elements)) ? await oprf.answer(keys, blinded.elements) : null;
    if (answer === null) throw new Error('the holder refused');
    const tags = await oprf.finalise(keys.publicKey, { ...blinded, inputs }, answer);
    const filter = openFilter(bytes);
    if (tags === null || filter === null) throw new Error('the asker refused');
    for (let at = 0; at < inputs.length; at += 1)
      if (filter.has(tags.subarray(at * tagBytes, (at + 1) * tagBytes))) found += 1;
  });
  if (found !== Math.ceil(sizes.queries / 2)) throw new Error(`${found} found of ${sizes.queries / 2}`);
  return { prepareSeconds, askSeconds, filterBytes: bytes.length, found };
};

const isRound = (value: unknown): value is Round =>
  typeof value === 'object' && value !== null && 'prepareSeconds' in value && 'askSeconds' in value;

const orNull = async (name: string, work: () => Promise<unknown>): Promise<Round | null> => {
  try {
    const round = await work();
    return isRound(round) ? round : null;
  } catch (error) {
    process.stderr.write(`${name} does not run here: ${String(error).slice(0, 300)}\n`);
    return null;
  }
};

const ofNpm = () =>
  orNull('@openmined/psi.js', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tansiq-psi-'));
    try {
      const wanted = [
        'install',
        '--ignore-scripts',
        '--no-save',
        '--prefix',
        folder,
        '@openmined/psi.js@2.0.6',
      ];
      await execute('npm', wanted);
      const program = join(houseFolder(), 'bench/matching-peer.cjs');
      const { stdout } = await execute(process.execPath, [
        program,
        folder,
        `${small.records}`,
        `${small.queries}`,
      ]);
      return JSON.parse(stdout);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

const ofPython = () =>
  orNull('openmined-psi', async () => {
    const python = await pythonWith('bench/matching-peers.txt', 'matching-peers');
    return runPython(python, 'bench/matching-peer.py', small);
  });

const whole = ({ prepareSeconds, askSeconds }: Round): number => prepareSeconds + askSeconds;

/** One engine on its own threads, closed when done. */
const withEngine = async (
  only: 'native' | 'wasm',
  records: number,
): Promise<{ large: Round; same: Round }> => {
  const oprf = await openOprf({ house: houseFolder(), only });
  try {
    await roundOf(oprf, { records: 1_000, queries: 100 });
    const same = await roundOf(oprf, small);
    return { large: await roundOf(oprf, { records, queries }), same };
  } finally {
    await oprf.close();
  }
};

const measuresWith = (name: string, records: number, round: Round): readonly Measure[] => [
  measure(`${name}-prepare-per-second`, records / round.prepareSeconds, 'records/s'),
  measure(`${name}-prepare-a-million`, (round.prepareSeconds / records) * million, 's'),
  measure(`${name}-ten-thousand-queries`, round.askSeconds, 's'),
  measure(`${name}-bytes-per-record`, round.filterBytes / records, 'bytes'),
];

const against = (name: string, ours: Round, theirs: Round | null): readonly Measure[] => {
  if (theirs === null) return [];
  const peer = { name, value: 1 / whole(theirs) };
  const bytes = { name, value: theirs.filterBytes / small.records };
  return [
    measure(`${small.queries}-against-${small.records}`, 1 / whole(ours), 'rounds/s', peer),
    measure('bytes-per-record', ours.filterBytes / small.records, 'bytes', bytes),
  ];
};

/** Runs the bench. */
export const run = async (): Promise<readonly Measure[]> => {
  const [npm, python] = [await ofNpm(), await ofPython()];
  const ceiling = { name: 'libsodium alone, all cores', value: await ceilingPerSecond() };
  const native = await withEngine('native', million);
  const wasm = await withEngine('wasm', wasmRecords);
  const perSecond = million / native.large.prepareSeconds;
  return [
    measure('share-of-libsodium', perSecond, 'records/s', ceiling),
    ...measuresWith('native', million, native.large),
    ...measuresWith('wasm', wasmRecords, wasm.large),
    ...against('@openmined/psi.js', native.same, npm),
    ...against('openmined-psi', native.same, python),
  ];
};
