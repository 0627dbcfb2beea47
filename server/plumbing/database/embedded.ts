/**
 * A PostgreSQL server of the node's own, so that nothing has to be installed. One node per folder: the
 * holder keeps a lock in the server itself, which the server releases however the holder ends.
 */
import { realpath } from 'node:fs/promises';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type Account, chooseAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import {
  type Cluster,
  clusterIn,
  ensureCluster,
  ownerRole,
  prepareFolder,
  readCredentials,
  removeUnfinished,
  superuser,
} from './cluster.ts';
import { DatabaseFault } from './faults.ts';
import { type Held, keepHeld } from './holding.ts';
import {
  awaitReady,
  findPostmaster,
  freePort,
  isAlive,
  type Postmaster,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { dataFolderOf, readHolder, setUpServer, takeHolderLock } from './setup-store.ts';

const answerWithinMs = 5_000;
/** A holder that was killed is noticed by the server within milliseconds; one that lives keeps the lock. */
const lockWithinMs = 2_000;
const lockEveryMs = 25;
const startAgainWithinMs = 20_000;
const startAgainEveryMs = 50;
/** The processes of a server whose first one was killed take a moment to notice. */
const passingFailures = ['pre-existing shared memory block', 'lock file "postmaster.pid"'];

/** Where the embedded server lives and where it listens. */
export interface EmbeddedNeeds {
  /** Made when it is not there; everything of the server is inside. */
  readonly folder: string;
  /** A port of the loopback; a free one is chosen when none is given. */
  readonly port?: number;
  /** Hears, line by line, what is worth showing to who starts the node. */
  readonly say?: (line: string) => void;
}
/** An embedded server that runs. */
export interface Embedded {
  /** `postgresql://tansiq:…@127.0.0.1:port/tansiq`: the owner of the node's database, never the superuser. */
  readonly url: string;
  /** Fast shutdown: running transactions are rolled back. Resolves when the server is gone. */
  stop(): Promise<void>;
}
/** What the tests need besides: the superuser, to make databases, and a server that need not survive. */
export interface EmbeddedServer extends Embedded {
  readonly adminUrl: string;
  readonly ownerPassword: string;
}

interface Served extends Postmaster {
  /** False when it was found running. */
  readonly started: boolean;
}

const urlOf = (role: string, password: string, port: number, database: string): string =>
  `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;

const connectTo = async (connectionString: string): Promise<pg.Client> => {
  const client = new pg.Client({
    connectionString,
    application_name: `process ${process.pid} on ${hostname()}`,
    connectionTimeoutMillis: answerWithinMs,
    keepAlive: true,
  });
  // Without a listener the end of the connection would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

/** Whether the server on the port accepts our password and works in our folder. */
const answers = async (cluster: Cluster, adminUrl: string): Promise<boolean> => {
  const client = await connectTo(adminUrl).catch(() => null);
  if (!client) return false;
  try {
    return (await realpath(await dataFolderOf(client))) === (await realpath(cluster.dataFolder));
  } finally {
    await client.end();
  }
};

const awaitFound = (cluster: Cluster, { pid }: Postmaster): Promise<Postmaster | null> =>
  awaitReady(cluster, pid, async () => (await findPostmaster(cluster))?.pid !== pid);

const startOnSomePort = async (
  start: (port: number) => Promise<Postmaster>,
  cluster: Cluster,
  port: number | undefined,
): Promise<Served> => {
  const endsAt = performance.now() + startAgainWithinMs;
  for (;;) {
    try {
      return { ...(await start(port ?? (await freePort()))), started: true };
    } catch (failure) {
      // Another start on the same folder was faster: its server serves, and the lock decides between us.
      const other = await findPostmaster(cluster);
      const ready = other && (await awaitFound(cluster, other));
      if (ready) return { ...ready, started: false };
      const passes = passingFailures.some((reason) => String(failure).includes(reason));
      const portTaken = port === undefined && String(failure).includes('Address already in use');
      if (!(passes || portTaken) || performance.now() >= endsAt) throw failure;
      await wait(startAgainEveryMs);
    }
  }
};

const adoptOrStart = async (needs: {
  cluster: Cluster;
  binaries: Binaries;
  account: Account;
  port: number | undefined;
  fleeting: boolean;
  adminUrl: (port: number) => string;
  say: (line: string) => void;
}): Promise<Served> => {
  const { cluster, binaries, account, port, fleeting, adminUrl, say } = needs;
  const found = await findPostmaster(cluster);
  if (found) {
    const ready = await awaitFound(cluster, found);
    if (ready && (await answers(cluster, adminUrl(ready.port)))) {
      return { ...ready, started: false };
    }
    say(`the database server of this folder (process ${found.pid}) does not answer; stopping it`);
    await stopPostmaster(cluster, found.pid);
  }
  const start = (onPort: number) => startPostmaster({ cluster, binaries, account, port: onPort, fleeting });
  return startOnSomePort(start, cluster, port);
};

const hold = async (folder: string, adminUrl: string): Promise<pg.Client> => {
  const client = await connectTo(adminUrl);
  const endsAt = performance.now() + lockWithinMs;
  while (!(await takeHolderLock(client))) {
    if (performance.now() >= endsAt) {
      const holder = (await readHolder(client)) ?? 'another process';
      await client.end();
      throw new DatabaseFault('database/folder-in-use', { folder, holder });
    }
    await wait(lockEveryMs);
  }
  return client;
};

/** As `startEmbedded`, with what only tests may have. `fleeting` gives up durability for speed. */
export const startServer = async (needs: EmbeddedNeeds & { fleeting?: boolean }): Promise<EmbeddedServer> => {
  const { port, say = () => undefined, fleeting = false } = needs;
  const folder = resolve(needs.folder);
  const cluster = clusterIn(folder);
  const account = await chooseAccount(cluster.dataFolder);
  await prepareFolder(folder, account);
  const binaries = await findBinaries({ account, cacheParent: folder, say });
  await ensureCluster(cluster, binaries, account);
  const { superuserPassword, ownerPassword } = await readCredentials(cluster);
  const adminUrl = (onPort: number, database = 'postgres') =>
    urlOf(superuser, superuserPassword, onPort, database);
  const parts = { cluster, binaries, account, fleeting, adminUrl, say };
  let server = await adoptOrStart({ ...parts, port });
  let holder = await hold(folder, adminUrl(server.port));
  if (!server.started) say(`using the database server of this folder that still ran (process ${server.pid})`);
  if (port !== undefined && server.port !== port) {
    say(`moving the database server from port ${server.port} to ${port}`);
    await stopPostmaster(cluster, server.pid);
    server = { ...(await startPostmaster({ cluster, binaries, account, port, fleeting })), started: true };
    holder = await hold(folder, adminUrl(server.port));
  }
  const { pid, port: servedPort } = server;
  await removeUnfinished(cluster, isAlive);
  await setUpServer((database) => connectTo(adminUrl(servedPort, database)), {
    role: ownerRole,
    password: ownerPassword,
  });
  const bringBack = async (): Promise<Held> => {
    const again = await adoptOrStart({ ...parts, port: servedPort });
    return { pid: again.pid, holder: await hold(folder, adminUrl(servedPort)) };
  };
  const held = keepHeld({ first: { pid, holder }, bringBack, say });
  return {
    url: urlOf(ownerRole, ownerPassword, servedPort, ownerRole),
    adminUrl: adminUrl(servedPort),
    ownerPassword,
    stop: async () => {
      const last = await held.end();
      await stopPostmaster(cluster, last.pid);
      await last.holder.end().catch(() => undefined);
    },
  };
};

/**
 * Starts the server of a folder, or adopts the one that a killed node left running there, and returns once
 * the node's database can be opened. Faults: `database/folder-in-use`, `database/folder-unreachable`,
 * `database/folder-version`, `database/no-binaries`, `database/server-failed`.
 */
export const startEmbedded = async (needs: EmbeddedNeeds): Promise<Embedded> => {
  const { url, stop } = await startServer(needs);
  return { url, stop };
};
