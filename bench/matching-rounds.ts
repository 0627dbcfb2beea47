/** One round of private matching, and what libsodium alone can do beside it. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { houseFolder } from '../server/node-database.ts';
import { buildFilter, type Oprf, openFilter, openOprf, tagBytes } from '../server/plumbing/oprf/index.ts';
import { secondsOf } from './measure.ts';

/** How many records are held, and how many are asked about. */
export interface Sizes {
  readonly records: number;
  readonly queries: number;
}
/** What a round took; every second query is of a record that is held. */
export interface Round {
  readonly prepareSeconds: number;
  readonly askSeconds: number;
  readonly filterBytes: number;
  readonly found: number;
}

/** Hash to the group and one multiplication, nothing else: what libsodium itself can do in a thread. */
const ceilingSource = `const { parentPort, workerData } = require('node:worker_threads');
const koffi = require(workerData.koffi);
const library = koffi.load(workerData.library);
library.func('int sodium_init()')();
const multiply = library.func('int crypto_scalarmult_ristretto255(void *q, const void *n, const void *p)');
const fromHash = library.func('int crypto_core_ristretto255_from_hash(void *p, const void *r)');
const [uniform, scalar, out] = [Buffer.alloc(64, 5), Buffer.alloc(32, 3), Buffer.alloc(32)];
parentPort.on('message', (rounds) => {
  for (let at = 0; at < rounds; at += 1) {
    uniform.writeUInt32LE(at, 0);
    fromHash(out, uniform);
    multiply(out, scalar, out);
  }
  parentPort.postMessage('done');
});`;

const ceilingRounds = 10_000;

/** What libsodium alone does on all cores, a slice of half a second at a time. */
export const openCeiling = () => {
  const workerData = { koffi: join(houseFolder(), 'node_modules/koffi'), library: 'libsodium.so.23' };
  const threads = Array.from(
    { length: availableParallelism() },
    () => new Worker(ceilingSource, { eval: true, workerData }),
  );
  const slice = (rounds: number): Promise<unknown> =>
    Promise.all(
      threads.map((thread) => {
        thread.postMessage(rounds);
        return once(thread, 'message');
      }),
    );
  let [seconds, done] = [0, 0];
  return {
    /** The threads are started, and not counted. */
    warm: () => slice(100),
    measure: async (): Promise<void> => {
      seconds += await secondsOf(() => slice(ceilingRounds));
      done += ceilingRounds * threads.length;
    },
    perSecond: (): number => done / seconds,
    close: () => Promise.all(threads.map((thread) => thread.terminate())),
  };
};

const recordsOf = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, at) => `record ${from + at}`);

const slices = 10;

/** Evaluates and puts into a filter; between the slices something else may be measured, uncounted. */
const prepare = async (oprf: Oprf, secretKey: Uint8Array, count: number, between: () => Promise<void>) => {
  const tags = new Uint8Array(count * tagBytes);
  const size = Math.ceil(count / slices);
  let seconds = 0;
  for (let from = 0; from < count; from += size) {
    const held = recordsOf(from, Math.min(count, from + size));
    seconds += await secondsOf(async () => tags.set(await oprf.evaluate(secretKey, held), from * tagBytes));
    if (count > 50_000) process.stderr.write(`${oprf.engine.name}: ${from + held.length} of ${count}\n`);
    await between();
  }
  let bytes = new Uint8Array(0);
  seconds += await secondsOf(async () => {
    bytes = Uint8Array.from(buildFilter(tags));
  });
  return { seconds, bytes };
};

/** Prepares so many records, then asks about so many. */
export const roundOf = async (
  oprf: Oprf,
  sizes: Sizes,
  between: () => Promise<void> = async () => undefined,
): Promise<Round> => {
  const keys = oprf.deriveKeyPair(randomBytes(32), 'bench');
  const prepared = await prepare(oprf, keys.secretKey, sizes.records, between);
  const inputs = Array.from({ length: sizes.queries }, (_, at) =>
    at % 2 === 0 ? `record ${at}` : `nobody ${at}`,
  );
  let found = 0;
  const askSeconds = await secondsOf(async () => {
    const blinded = await oprf.blind(inputs);
    const answer = (await oprf.check(blinded.elements)) ? await oprf.answer(keys, blinded.elements) : null;
    if (answer === null) throw new Error('the holder refused');
    const tags = await oprf.finalise(keys.publicKey, { ...blinded, inputs }, answer);
    const filter = openFilter(prepared.bytes);
    if (tags === null || filter === null) throw new Error('the asker refused');
    for (let at = 0; at < inputs.length; at += 1)
      if (filter.has(tags.subarray(at * tagBytes, (at + 1) * tagBytes))) found += 1;
  });
  if (found !== Math.ceil(sizes.queries / 2)) throw new Error(`${found} found of ${sizes.queries / 2}`);
  return { prepareSeconds: prepared.seconds, askSeconds, filterBytes: prepared.bytes.length, found };
};

/** One engine, its threads started, closed when done. */
export const withEngine = async <T>(
  only: 'native' | 'wasm',
  work: (oprf: Oprf) => Promise<T>,
): Promise<T> => {
  const oprf = await openOprf({ house: houseFolder(), only });
  try {
    await roundOf(oprf, { records: 20_000, queries: 1_000 });
    return await work(oprf);
  } finally {
    await oprf.close();
  }
};
