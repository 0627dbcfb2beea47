/**
 * PostgreSQL's first process. It outlives a node that is killed, so it is found by the file `postmaster.pid`
 * that it keeps in its data folder, whose lines are documented in PostgreSQL's `pidfile.h`.
 */
import { execFile, spawn } from 'node:child_process';
import { open, readFile, readlink, realpath, rename, stat, unlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { type Cluster, serverEnvironment } from './cluster.ts';
import { DatabaseFault } from './faults.ts';

const run = promisify(execFile);
const pollMs = 15;
/** Enough for the recovery of a large write-ahead log on a slow disk. */
const readyWithinMs = 120_000;
const fastStopWithinMs = 30_000;
const forcedStopWithinMs = 10_000;
const logLimitBytes = 10 * 1024 * 1024;
const logTailBytes = 2_000;
/** A client of a Unix socket cannot name a longer path (sun_path is 104 to 108 bytes). */
const socketFolderLimit = 90;

const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  cluster_name: 'tansiq',
  shared_buffers: '64MB',
  max_connections: '60',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  // The log must not hold what the journal and the marking protect: no statement, no value, no client error.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_timezone: 'UTC',
};
/** Only for a server whose data nobody needs after a crash: the one of the tests. */
const fleetingSettings: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // Forty nodes may share it, each with ten connections for its work and more that listen.
  max_connections: '600',
};

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

const pidFile = (cluster: Cluster): string => join(cluster.dataFolder, 'postmaster.pid');

const readPidFile = async (cluster: Cluster): Promise<Postmaster | null> => {
  const text = await readFile(pidFile(cluster), 'utf8').catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return null;
    throw failure;
  });
  if (text === null) return null;
  const [pid = '', , , port = '', , , , status = ''] = text.split('\n');
  return { pid: Number(pid), port: Number(port), ready: status.trim() === 'ready' };
};

/** Whether a process of this number runs. */
export const isAlive = async (pid: number): Promise<boolean> => {
  try {
    process.kill(pid, 0);
  } catch (failure) {
    return failure instanceof Error && 'code' in failure && failure.code === 'EPERM';
  }
  // Where nothing collects orphans, as in some containers, a process that has ended keeps its number.
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) [ZX] /.test(status);
};

/**
 * Whether the process is PostgreSQL and works in this data folder: a number alone may have been given anew.
 */
const isOurs = async (cluster: Cluster, pid: number): Promise<boolean> => {
  if (process.platform === 'linux') {
    const [program, workingFolder] = await Promise.all([
      readFile(`/proc/${pid}/comm`, 'utf8').catch(() => ''),
      readlink(`/proc/${pid}/cwd`).catch(() => null),
    ]);
    if (!program.startsWith('postgres')) return false;
    return workingFolder === null || workingFolder === (await realpath(cluster.dataFolder));
  }
  if (process.platform === 'win32') return true;
  const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes('postgres') && stdout.includes(cluster.dataFolder);
};

/** The server that runs on this data folder, whoever started it; null when there is none. */
export const findPostmaster = async (cluster: Cluster): Promise<Postmaster | null> => {
  const found = await readPidFile(cluster);
  if (!found || !Number.isInteger(found.pid) || found.pid <= 1 || !(await isAlive(found.pid))) return null;
  if (await isOurs(cluster, found.pid)) return found;
  // PostgreSQL would take the stranger for its own and refuse to start.
  const again = await readPidFile(cluster);
  if (again?.pid === found.pid) await unlink(pidFile(cluster));
  return null;
};

/** Waits until the server of this process number takes connections; null when it went away instead. */
export const awaitReady = async (
  cluster: Cluster,
  pid: number | undefined,
  hasEnded: () => boolean | Promise<boolean>,
): Promise<Postmaster | null> => {
  const endsAt = performance.now() + readyWithinMs;
  while (performance.now() < endsAt) {
    const ended = await hasEnded();
    const found = await readPidFile(cluster);
    // A server that was killed has left its own file, which says ready.
    if (found?.ready && found.pid === pid && !ended) return found;
    if (ended) return null;
    await wait(pollMs);
  }
  throw new DatabaseFault('database/server-failed', {
    reason: `not ready within ${readyWithinMs} ms`,
    log: cluster.log,
  });
};

/** A port of the loopback that is free now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

const openLog = async (cluster: Cluster) => {
  const size = await stat(cluster.log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > logLimitBytes) await rename(cluster.log, `${cluster.log}.1`);
  return open(cluster.log, 'a', 0o600);
};

const readTail = async (cluster: Cluster, from: number): Promise<string> =>
  (await readFile(cluster.log)).subarray(from).toString('utf8').slice(-logTailBytes).trim();

/** Starts the server and returns it once it takes connections. It goes on when this process ends. */
export const startPostmaster = async (needs: {
  cluster: Cluster;
  binaries: Binaries;
  account: Account;
  port: number;
  fleeting: boolean;
}): Promise<Postmaster> => {
  const { cluster, binaries, account, port, fleeting } = needs;
  const log = await openLog(cluster);
  try {
    const from = (await log.stat()).size;
    const socketFolder = cluster.dataFolder.length <= socketFolderLimit ? '.' : '';
    const chosen = {
      ...settings,
      ...(fleeting ? fleetingSettings : {}),
      port: String(port),
      ...(process.platform === 'win32' ? {} : { unix_socket_directories: socketFolder }),
    };
    const options = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(binaries.postgres, ['-D', cluster.dataFolder, ...options], {
      ...account.ids,
      ...serverEnvironment,
      cwd: '/',
      // A process group of its own: Ctrl-C in the terminal is the node's, which then stops the server in
      // order.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    let ended = false;
    child.once('exit', () => {
      ended = true;
    });
    child.once('error', () => {
      ended = true;
    });
    child.unref();
    const ready = await awaitReady(cluster, child.pid, () => ended);
    if (ready) return ready;
    throw new DatabaseFault('database/server-failed', {
      reason: await readTail(cluster, from),
      log: cluster.log,
    });
  } finally {
    await log.close();
  }
};

const hasGone = async (cluster: Cluster, pid: number, withinMs: number): Promise<boolean> => {
  const endsAt = performance.now() + withinMs;
  while (performance.now() < endsAt) {
    if (!(await isAlive(pid)) && (await readPidFile(cluster))?.pid !== pid) return true;
    if (!(await isAlive(pid))) return true;
    await wait(pollMs);
  }
  return false;
};

/** PostgreSQL's fast shutdown (SIGINT); immediate (SIGQUIT) when that takes too long. Resolves when gone. */
export const stopPostmaster = async (cluster: Cluster, pid: number): Promise<void> => {
  for (const [signal, withinMs] of [
    ['SIGINT', fastStopWithinMs],
    ['SIGQUIT', forcedStopWithinMs],
  ] as const) {
    if (!(await isAlive(pid)) || !(await isOurs(cluster, pid))) return;
    process.kill(pid, signal);
    if (await hasGone(cluster, pid, withinMs)) return;
  }
  throw new DatabaseFault('database/server-failed', {
    reason: `process ${pid} does not stop`,
    log: cluster.log,
  });
};
