/** The console and the command as they run: built once before the journeys, and only where they changed. */
import { execFile } from 'node:child_process';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '../until.ts';

export const root = join(import.meta.dirname, '../..');
export const command = join(root, 'dist/tansiq.mjs');

/** A build on a busy machine with two cores. */
const buildWithinMs = 120_000;
const lock = join(root, 'dist/.building');

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Takes the lock, or returns null while another test file of the same run builds. */
const takeLock = async (): Promise<true | null> => {
  const file = await open(lock, 'wx').catch(() => null);
  if (file) {
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  }
  // A run that was killed leaves its lock behind.
  const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
  if (holder > 0 && !isRunning(holder)) await rm(lock, { force: true });
  return null;
};

/** Builds what changed since the last build. Throws with the build's own words when it fails. */
export const build = async (): Promise<void> => {
  await mkdir(join(root, 'dist'), { recursive: true });
  await until(takeLock, { withinMs: buildWithinMs, everyMs: 100 });
  try {
    await promisify(execFile)(process.execPath, ['--import', 'tsx', join(root, 'scripts/build.ts')], {
      cwd: root,
    });
  } finally {
    await rm(lock, { force: true });
  }
};

/** Runs the built command as an operator would; returns what it printed. */
export const runCommand = async (...given: readonly string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [command, ...given])).stdout;
