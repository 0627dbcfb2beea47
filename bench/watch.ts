/**
 * The log at a million entries, with row security on: pages, filters and search, for an officer, for a guest
 * who sees one entry in five hundred, and for an observer; everything between the question and the answer but
 * HTTP. And an entry that one writes in the consoles of two hundred others. With
 * it run the benches of requests and of situation reports.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createTightener } from '../server/capabilities/oversight/index.ts';
import { createLogReading } from '../server/capabilities/watch/log/reading-service.ts';
import { systemClock } from '../server/kernel/time.ts';
import { houseFolder } from '../server/node-database.ts';
import { type Database, migrate, openDatabase } from '../server/plumbing/database/index.ts';
import { createJournal } from '../server/plumbing/journal/index.ts';
import { createVerbs } from '../server/plumbing/verbs/index.ts';
import { freshDatabase, testServer } from '../testing/database.ts';
import { buildCommand, makeProcessNode, type ProcessNode } from '../testing/process-node.ts';
import { hearItems } from './live.ts';
import { type Measure, measuresOf, percentile, timesOf } from './measure.ts';
import { run as runRequests } from './requests.ts';
import { run as runSitrep } from './sitrep.ts';
import { desk, fillLog, guest, observer, officer, party, writer } from './watch-filling.ts';

const measure = measuresOf('watch');
const entries = 1_000_000;
const rounds = 100;
const consoles = 200;
/** Entries written one after another; the first, on a node that has just started, is told apart. */
const writtenLive = 200;

type Reading = ReturnType<typeof createLogReading>;
interface Bench {
  readonly database: Database;
  readonly admin: pg.Client;
  readonly log: Reading;
}

const modules = [
  'plumbing/journal',
  'plumbing/attachments',
  'federation',
  'capabilities/parties',
  'capabilities/agreements',
  'capabilities/exchange',
  'capabilities/requests',
  'capabilities/watch',
  'capabilities/oversight',
];

const openBench = async (url: string, adminUrl: string): Promise<Bench> => {
  const folders = modules.map((folder) => ({
    name: folder.split('/').at(-1) ?? '',
    folder: join(houseFolder(), 'server', folder, 'migrations'),
  }));
  await migrate({ url, folders });
  const database = await openDatabase({ url });
  const keys = { publicKey: '', sign: () => '' };
  const verbs = createVerbs({ database, journal: createJournal({ party, clock: systemClock, keys }) });
  const tighten = createTightener({ clock: systemClock, self: party });
  const named = new URL(adminUrl);
  named.pathname = new URL(url).pathname;
  const admin = new pg.Client({ connectionString: named.href });
  await admin.connect();
  const log = createLogReading({
    verbs,
    self: party,
    permitTightened: async () => undefined,
    isTightened: async (unit, actor, about) => (await tighten(unit, actor, 'read', about)).kind === 'refused',
  });
  return { database, admin, log };
};

const middle = '2026-01-06T12:00:00.000Z';

const questions: readonly (readonly [string, Parameters<Reading['list']>])[] = [
  ['newest-page', [officer, {}]],
  ['page-in-the-middle', [officer, { to: middle }]],
  ['by-author', [officer, { author: writer }]],
  ['by-desk', [officer, { desk }]],
  ['by-kind', [officer, { kind: 'decision' }]],
  ['pinned', [officer, { pinned: true }]],
  ['by-author-and-kind', [officer, { author: writer, kind: 'decision' }]],
  ['guest-of-few', [guest, {}]],
  ['observer', [observer, {}]],
  ['search-rare-word', [officer, { q: 'quetzalcoatl' }]],
  ['search-frequent-word', [officer, { q: 'surveillance' }]],
  ['search-arabic-plural', [officer, { q: 'ضابط' }]],
  ['search-phrase', [officer, { q: '"point de situation"' }]],
  ['search-nothing-found', [officer, { q: 'zzyzxqv' }]],
  ['search-of-a-guest', [guest, { q: 'surveillance' }]],
  ['search-phrase-of-a-guest', [guest, { q: '"point de situation"' }]],
];

const measurePages = async ({ log }: Bench): Promise<readonly Measure[]> => {
  const measures: Measure[] = [];
  for (const [name, [actor, filter]] of questions) {
    await log.list(actor, filter);
    const times = await timesOf(rounds, () => log.list(actor, filter));
    measures.push(
      measure(`${name}-of-1m-p50`, percentile(times, 0.5), 'ms'),
      measure(`${name}-of-1m-p99`, percentile(times, 0.99), 'ms'),
    );
  }
  return measures;
};

/** From the request of who writes to the stream of each of two hundred consoles. */
const measureLive = async (node: ProcessNode): Promise<readonly Measure[]> => {
  const streams = await Promise.all(Array.from({ length: consoles }, () => hearItems(node, 'analyst')));
  const cold: number[] = [];
  const warm: number[] = [];
  for (let round = 0; round < writtenLive; round += 1) {
    const started = performance.now();
    const written = node.call('watch-officer', 'POST', '/api/watch/log', {
      line: `Entry ${round}`,
      language: 'en',
    });
    const heard = streams.map((stream) => stream.following().then(() => performance.now() - started));
    await written;
    (round === 0 ? cold : warm).push(...(await Promise.all(heard)));
  }
  for (const stream of streams) stream.close();
  return [
    measure('first-written-after-a-start-to-200-consoles', percentile(cold, 1), 'ms'),
    measure('written-to-200-consoles-p50', percentile(warm, 0.5), 'ms'),
    measure('written-to-200-consoles-p99', percentile(warm, 0.99), 'ms'),
  ];
};

const runLive = async (): Promise<readonly Measure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'tansiq-bench-watch-'));
  // The database may run as another user, who must be able to pass through.
  await chmod(folder, 0o755);
  const node = await makeProcessNode({ program: await buildCommand(), folder, name: 'fr' });
  try {
    return await measureLive(node);
  } finally {
    await node.stop();
    await node.abandon();
    await rm(folder, { recursive: true, force: true });
  }
};

const runLog = async (): Promise<readonly Measure[]> => {
  const server = await testServer(process.argv.find((word) => word.startsWith('--server='))?.slice(9));
  const { url, drop } = await freshDatabase(server);
  const bench = await openBench(url, server.adminUrl);
  try {
    await fillLog(bench.database, bench.admin, entries);
    await bench.admin.query('vacuum analyze');
    return await measurePages(bench);
  } finally {
    await bench.database.close();
    await bench.admin.end();
    await drop();
    await server.stop();
  }
};

/**
 * All that the watch of a centre is held to: the consoles, the board and its search, the situation report,
 * and the log; each on databases and nodes of its own. About ten minutes.
 */
export const run = async (): Promise<readonly Measure[]> => {
  const measures: Measure[] = [];
  for (const part of [runLive, runRequests, runSitrep, runLog]) {
    const measured = await part();
    for (const one of measured) process.stderr.write(`${JSON.stringify(one)}\n`);
    measures.push(...measured);
  }
  return measures;
};
