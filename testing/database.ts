/** Databases for tests: one embedded server for the whole run, and an empty database for each test. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { startServer } from '../server/plumbing/database/embedded.ts';
import { isAlive } from '../server/plumbing/database/postmaster.ts';
import { setUpServer } from '../server/plumbing/database/setup-store.ts';
import { swiftFolder } from './swift-folder.ts';

/** Plain texts, so that they can pass from the process that starts the server to those that run tests. */
export interface TestServer {
  /** The superuser's. */
  readonly adminUrl: string;
  /** The password of the role `tansiq`, which owns the databases. */
  readonly ownerPassword: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/** The database that whole nodes are copied from: testing/migrated-database.ts. */
export const pattern = 'tansiq_pattern';

const folderPrefix = 'tansiq-test-';

/** Ends the servers of runs that were killed: a server outlives its node, and nobody would adopt these. */
const endOrphans = async (): Promise<void> => {
  for (const name of await readdir(swiftFolder())) {
    const pid = new RegExp(`^${folderPrefix}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || (await isAlive(Number(pid)))) continue;
    const folder = join(swiftFolder(), name);
    // One that cannot be taken over is held by a run that lives elsewhere.
    const server = await startServer({ folder, fleeting: true }).catch(() => null);
    await server?.stop();
    if (server) await rm(folder, { recursive: true, force: true });
  }
};

/** Makes a given server ready: the role that owns the databases of the tests, and the extensions. */
const prepareGiven = async (adminUrl: string): Promise<TestServer> => {
  const ownerPassword = randomBytes(12).toString('hex');
  const connect = async (database: string): Promise<pg.Client> => {
    const url = new URL(adminUrl);
    url.pathname = `/${database}`;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    return client;
  };
  await setUpServer(connect, { role: 'tansiq', password: ownerPassword });
  const client = await connect('postgres');
  // Made by another run, perhaps of another version.
  await client.query(`drop database if exists ${pattern} with (force)`);
  await client.query(`alter role tansiq password ${client.escapeLiteral(ownerPassword)}`);
  await client.end();
  return { adminUrl, ownerPassword };
};

/**
 * Starts a server that does not survive a power cut, which no test waits for, in a folder of its own. With
 * `given`, a superuser's URL, the databases are made on that server instead:
 * `scripts/install-postgres-15.sh`.
 */
export const testServer = async (given?: string): Promise<TestServer & { stop(): Promise<void> }> => {
  if (given) return { ...(await prepareGiven(given)), stop: async () => undefined };
  await endOrphans();
  const folder = await mkdtemp(join(swiftFolder(), `${folderPrefix}${process.pid}-`));
  const { adminUrl, ownerPassword, stop } = await startServer({ folder, fleeting: true });
  return {
    adminUrl,
    ownerPassword,
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const asAdmin = async (server: TestServer, statement: (name: string) => string, database: string) => {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    await client.query(statement(client.escapeIdentifier(database)));
  } finally {
    await client.end();
  }
};

/** The owner's URL of a database of this server. */
export const urlOf = (server: TestServer, name: string): string => {
  const url = new URL(server.adminUrl);
  url.username = 'tansiq';
  url.password = server.ownerPassword;
  url.pathname = `/${name}`;
  return url.href;
};

/**
 * A new database, owned by the role that `url` names: empty, or a copy of the one named `like`. `drop` ends
 * its connections too.
 */
export const freshDatabase = async (
  server: TestServer = inject('testServer'),
  like = 'template1',
): Promise<{ url: string; drop(): Promise<void> }> => {
  const name = `test_${randomBytes(8).toString('hex')}`;
  // File by file: PostgreSQL would go page by page through its log, which costs three times as much.
  const create = (database: string) =>
    `create database ${database} owner tansiq template ${like} strategy file_copy`;
  await asAdmin(server, create, name);
  return {
    url: urlOf(server, name),
    drop: () => asAdmin(server, (database) => `drop database if exists ${database} with (force)`, name),
  };
};
