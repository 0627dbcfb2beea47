/**
 * The files of an embedded server. In the folder that the node was given:
 *
 *   cluster/credentials.json   passwords, 0600, the node's own
 *   cluster/data/              what PostgreSQL writes, 0700, its account's
 *   server.log                 what PostgreSQL says: no statements, no values
 *   native-18/                 a copy of the programs, only where the account cannot read the package
 *
 * `cluster` appears by one rename, so a first start that is cut short leaves nothing that looks finished.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, closedParent } from './account.ts';
import type { Binaries } from './binaries.ts';
import { DatabaseFault } from './faults.ts';

const run = promisify(execFile);
const passwordBytes = 24;
/** PostgreSQL's tools need an operating-system locale that knows letters, or trigrams lose all Arabic. */
const systemLocales = ['C.UTF-8', 'en_US.UTF-8'];

export const superuser = 'postgres';
export const ownerRole = 'tansiq';

export interface Credentials {
  readonly superuserPassword: string;
  readonly ownerPassword: string;
}
export interface Cluster {
  readonly folder: string;
  readonly dataFolder: string;
  readonly log: string;
}

export const clusterIn = (folder: string): Cluster => ({
  folder,
  dataFolder: join(folder, 'cluster', 'data'),
  log: join(folder, 'server.log'),
});

/** The environment of PostgreSQL's processes: none of ours, whose PG… variables would change what they do. */
export const serverEnvironment =
  process.platform === 'win32' ? {} : { env: { TZ: 'UTC', PATH: '/usr/bin:/bin' } };

/** Makes the folder, and refuses one that the server's account cannot reach. */
export const prepareFolder = async (folder: string, account: Account): Promise<void> => {
  // Another account passes through the folders to its own part of them and cannot list them.
  const mode = account.ids.uid === undefined ? 0o700 : 0o711;
  await mkdir(folder, { recursive: true, mode });
  await chmod(folder, mode);
  const parent = await closedParent(folder, account);
  if (parent === null) return;
  throw new DatabaseFault('database/folder-unreachable', { account: account.name, folder, parent });
};

const initialise = async (dataFolder: string, binaries: Binaries, account: Account, passwordFile: string) => {
  let failure: unknown;
  for (const locale of systemLocales) {
    const settings = [
      `--pgdata=${dataFolder}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      `--locale=${locale}`,
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
    ];
    try {
      await run(binaries.initdb, settings, { ...account.ids, ...serverEnvironment, cwd: '/' });
      return;
    } catch (thrown) {
      failure = thrown;
      if (!String(thrown).includes('invalid locale name')) break;
    }
  }
  const reason = failure instanceof Error ? failure.message : String(failure);
  throw new DatabaseFault('database/server-failed', { reason, log: dataFolder }, failure);
};

/** Makes the cluster unless it is there. Two that try at once: the first rename wins, the other uses it. */
export const ensureCluster = async (
  cluster: Cluster,
  binaries: Binaries,
  account: Account,
): Promise<void> => {
  const found = await readFile(join(cluster.dataFolder, 'PG_VERSION'), 'utf8').catch(() => null);
  if (found !== null) {
    if (found.trim() === binaries.major) return;
    const details = { folder: cluster.folder, found: found.trim(), expected: binaries.major };
    throw new DatabaseFault('database/folder-version', details);
  }
  const unfinished = join(cluster.folder, `unfinished-${process.pid}-${randomBytes(4).toString('hex')}`);
  const dataFolder = join(unfinished, 'data');
  const credentials: Credentials = {
    superuserPassword: randomBytes(passwordBytes).toString('base64url'),
    ownerPassword: randomBytes(passwordBytes).toString('base64url'),
  };
  try {
    await mkdir(unfinished, { mode: 0o700 });
    await mkdir(dataFolder, { mode: 0o700 });
    await writeFile(join(unfinished, 'credentials.json'), JSON.stringify(credentials), { mode: 0o600 });
    const passwordFile = join(unfinished, 'password');
    await writeFile(passwordFile, `${credentials.superuserPassword}\n`, { mode: 0o600 });
    const { uid, gid } = account.ids;
    if (uid !== undefined && gid !== undefined) {
      await chmod(unfinished, 0o711);
      for (const path of [dataFolder, passwordFile]) await chown(path, uid, gid);
    }
    await initialise(dataFolder, binaries, account, passwordFile);
    await rm(passwordFile);
    await rename(unfinished, join(cluster.folder, 'cluster')).catch((failure: NodeJS.ErrnoException) => {
      if (failure.code !== 'ENOTEMPTY' && failure.code !== 'EEXIST') throw failure;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
};

/** Removes what first starts that were cut short have left; not what a process is about to finish. */
export const removeUnfinished = async (
  cluster: Cluster,
  isAlive: (pid: number) => Promise<boolean>,
): Promise<void> => {
  for (const name of await readdir(cluster.folder)) {
    const pid = /^unfinished-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || (await isAlive(Number(pid)))) continue;
    await rm(join(cluster.folder, name), { recursive: true, force: true });
  }
};

export const readCredentials = async (cluster: Cluster): Promise<Credentials> => {
  const kept = JSON.parse(await readFile(join(cluster.folder, 'cluster', 'credentials.json'), 'utf8'));
  return { superuserPassword: String(kept.superuserPassword), ownerPassword: String(kept.ownerPassword) };
};
