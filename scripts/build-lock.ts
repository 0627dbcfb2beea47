/** One build at a time in this folder: a second one waits, then finds its work done. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** How often one who waits looks again. */
const lookEveryMs = 100;

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const pidIn = (path: string): number | null => {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
};

/** The lock comes into being with its content: nobody reads one that is still empty. */
const take = (lock: string): boolean => {
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, lock);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
};

/** A build that was killed leaves its lock: moved aside first, so that only one who waits removes it. */
const clearStale = (lock: string): void => {
  const holder = pidIn(lock);
  if (holder === null || isRunning(holder)) return;
  const aside = `${lock}.stale.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (pidIn(aside) !== holder) linkSync(aside, lock);
  } catch {
    // Another was quicker.
  } finally {
    rmSync(aside, { force: true });
  }
};

/** Runs the work while nobody else who names this lock runs his, in this process or in another. */
export const whileLocked = async (lock: string, work: () => Promise<void>): Promise<void> => {
  mkdirSync(dirname(lock), { recursive: true });
  while (!take(lock)) {
    clearStale(lock);
    await wait(lookEveryMs);
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
};
