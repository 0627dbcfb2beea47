/**
 * The demo world as a newcomer meets it: from nothing until ready, from its kept state until ready, and its
 * memory.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { nodeKeys } from '../demo/scenario/index.ts';
import { clusterIn } from '../server/plumbing/database/cluster.ts';
import { findPostmaster } from '../server/plumbing/database/postmaster.ts';
import { buildCommand } from '../testing/process-node.ts';
import { type Measure, measuresOf } from './measure.ts';

const measure = measuresOf('start');
const portOffset = 1_480;
/** Memory is read when the world has been left alone for so long. */
const restMs = 5_000;
const mebibyte = 1024;

/** Starts the demo world; resolves when it has said that it is ready. */
const startWorld = async (program: string, folder: string) => {
  const began = performance.now();
  const words = [program, 'demo', '--json', '--data', folder, '--port-offset', String(portOffset)];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'], env: {} });
  const ready = once(child.stdout, 'data');
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the demo world ended with code ${code}`);
  });
  ended.catch(() => undefined);
  await Promise.race([ready, ended]);
  return { child, seconds: (performance.now() - began) / 1_000 };
};

const stopWorld = async (child: ChildProcess): Promise<void> => {
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  await gone;
};

interface Memory {
  readonly pss: number;
  readonly rss: number;
}

/** Proportional and resident set, in KiB (proc(5), smaps_rollup). */
const memoryOf = async (pid: number): Promise<Memory> => {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const field = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);
  return { pss: field('Pss'), rss: field('Rss') };
};

const childrenOf = async (pid: number): Promise<readonly number[]> => {
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => '')),
  );
  return lists.join(' ').split(/\s+/).filter(Boolean).map(Number);
};

const commandOf = (pid: number): Promise<string> =>
  readFile(`/proc/${pid}/cmdline`, 'utf8').then(
    (text) => text.replaceAll('\0', ' '),
    () => '',
  );

const sum = async (pids: readonly number[]): Promise<Memory> => {
  const all = await Promise.all(pids.map(memoryOf));
  return all.reduce((a, b) => ({ pss: a.pss + b.pss, rss: a.rss + b.rss }), { pss: 0, rss: 0 });
};

const measureMemory = async (supervisor: number, folder: string): Promise<readonly Measure[]> => {
  const nodes: number[] = [];
  for (const pid of await childrenOf(supervisor))
    if ((await commandOf(pid)).includes('demo-node')) nodes.push(pid);
  const databases: number[] = [];
  for (const key of nodeKeys) {
    const found = await findPostmaster(clusterIn(join(folder, key, 'postgres')));
    if (found) databases.push(found.pid, ...(await childrenOf(found.pid)));
  }
  const [own, database, all] = [await sum(nodes), await sum(databases), await sum([supervisor])];
  const mean = (kibibytes: number): number => kibibytes / mebibyte / nodeKeys.length;
  return [
    measure('memory-of-a-node-process', mean(own.pss), 'MiB PSS'),
    measure('resident-memory-of-a-node-process', mean(own.rss), 'MiB RSS'),
    measure('memory-of-its-postgresql', mean(database.pss), 'MiB PSS'),
    measure('memory-of-the-demo-world', (own.pss + database.pss + all.pss) / mebibyte, 'MiB PSS'),
  ];
};

/** Runs the bench in a throw-away folder; about a minute. */
export const run = async (): Promise<readonly Measure[]> => {
  const program = await buildCommand();
  const folder = join(tmpdir(), `tansiq-bench-start-${process.pid}`);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  try {
    const cold = await startWorld(program, folder);
    await pause(restMs);
    const memory = await measureMemory(cold.child.pid ?? 0, folder);
    await stopWorld(cold.child);
    const warm = await startWorld(program, folder);
    await stopWorld(warm.child);
    return [
      measure('demo-world-from-nothing-until-ready', cold.seconds, 's'),
      measure('demo-world-started-again', warm.seconds, 's'),
      ...memory,
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
