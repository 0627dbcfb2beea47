/** Databases for tests: one embedded server for the whole run, and an empty database for each test. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { startServer } from '../server/plumbing/database/embedded.ts';

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

/** Starts a server that does not survive a power cut, which no test waits for, in a folder of its own. */
export const testServer = async (): Promise<TestServer & { stop(): Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'tansiq-test-'));
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

/** A new empty database, owned by the role that `url` names. `drop` ends its connections too. */
export const freshDatabase = async (
  server: TestServer = inject('testServer'),
): Promise<{ url: string; drop(): Promise<void> }> => {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin(server, (database) => `create database ${database} owner tansiq`, name);
  const url = new URL(server.adminUrl);
  url.username = 'tansiq';
  url.password = server.ownerPassword;
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => asAdmin(server, (database) => `drop database if exists ${database} with (force)`, name),
  };
};
