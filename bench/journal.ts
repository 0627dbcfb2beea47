/** How fast the journal appends, signs, proves and verifies, on the embedded PostgreSQL, as it grows. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newId } from '../server/kernel/ids.ts';
import { systemClock } from '../server/kernel/time.ts';
import { migrate, openDatabase, startEmbedded } from '../server/plumbing/database/index.ts';
import {
  createJournal,
  journalSource,
  type NewEntry,
  verifyJournal,
} from '../server/plumbing/journal/index.ts';
import { type Measure, measuresOf, secondsOf } from './measure.ts';

const migrations = fileURLToPath(new URL('../server/plumbing/journal/migrations', import.meta.url));
const measure = measuresOf('journal');
const party = newId('party');
const system = { kind: 'system', name: 'bench', party } as const;
const totalEntries = 200_000;
const batchEntries = 10_000;
const oneByOneEntries = 2_000;
const transactions = 500;

const entryOf = (number: number): NewEntry => ({
  actor: system,
  verb: 'exchange.release',
  subject: newId('item'),
  outcome: 'done',
  rule: 'contact-point-releases',
  details: { recipients: [party], version: number },
});

const openWorld = async (folder: string) => {
  const { url, stop } = await startEmbedded({ folder });
  await migrate({ url, folders: [{ name: 'journal', folder: migrations }] });
  const database = await openDatabase({ url });
  const { privateKey } = generateKeyPairSync('ed25519');
  const keys = {
    publicKey: privateKey.export({ format: 'jwk' }).x ?? '',
    sign: (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  };
  const end = async (): Promise<void> => {
    await database.close();
    await stop();
  };
  return { database, journal: createJournal({ party, clock: systemClock, keys }), keys, end };
};
type World = Awaited<ReturnType<typeof openWorld>>;

const measureBatches = async ({ database, journal }: World): Promise<readonly Measure[]> => {
  const rates: number[] = [];
  for (let done = 0; done < totalEntries; done += batchEntries) {
    const entries = Array.from({ length: batchEntries }, (_, at) => entryOf(done + at));
    const seconds = await secondsOf(() =>
      database.transact(system, (unit) => journal.appendAll(unit, entries)),
    );
    rates.push(batchEntries / seconds);
  }
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  return [
    measure('append-batch-first-20k', mean(rates.slice(0, 2)), 'entries/s'),
    measure('append-batch-last-20k-of-200k', mean(rates.slice(-2)), 'entries/s'),
  ];
};

const measureSingles = async ({ database, journal }: World): Promise<readonly Measure[]> => {
  const inOne = await secondsOf(() =>
    database.transact(system, async (unit) => {
      for (let number = 0; number < oneByOneEntries; number += 1) await journal.append(unit, entryOf(number));
    }),
  );
  const alone = await secondsOf(async () => {
    for (let number = 0; number < transactions; number += 1)
      await database.transact(system, (unit) => journal.append(unit, entryOf(number)));
  });
  return [
    measure('append-one-by-one-in-a-transaction', oneByOneEntries / inOne, 'entries/s'),
    measure('append-in-its-own-transaction', transactions / alone, 'entries/s'),
  ];
};

const measureChecks = async ({ database, journal, keys }: World): Promise<readonly Measure[]> => {
  const head = await secondsOf(() => database.transact(system, (unit) => journal.head(unit)));
  const proofs = 500;
  const prove = await secondsOf(() =>
    database.transact(system, async (unit) => {
      const { size } = await journal.head(unit);
      for (let round = 0; round < proofs; round += 1)
        await journal.inclusion(unit, Math.floor((size * round) / proofs), size);
    }),
  );
  let size = 0;
  const verify = await secondsOf(() =>
    database.transact(system, async (unit) => {
      const source = await journalSource(unit, party);
      const verdict = await verifyJournal({ source, publicKeys: [keys.publicKey] });
      if (!verdict.isSound) throw new Error('bug: the journal of the bench is not sound');
      size = verdict.size;
    }),
  );
  return [
    measure('sign-head-at-200k', head * 1000, 'ms'),
    measure('inclusion-proof-at-200k', (prove * 1000) / proofs, 'ms'),
    measure('verify', size / verify, 'entries/s'),
  ];
};

/** Runs the bench in a throw-away folder; about a minute. */
export const run = async (): Promise<readonly Measure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'tansiq-bench-'));
  const world = await openWorld(folder);
  try {
    return [
      ...(await measureBatches(world)),
      ...(await measureSingles(world)),
      ...(await measureChecks(world)),
    ];
  } finally {
    await world.end();
    await rm(folder, { recursive: true, force: true });
  }
};
