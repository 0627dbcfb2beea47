/**
 * Databases of whole nodes: the migrations of the house run once in a test run, and each node gets a copy of
 * what they made. The tests of the migrations, and of single modules, begin with empty databases.
 */
import pg from 'pg';
import { inject } from 'vitest';
import { migrationFolders } from '../server/node-database.ts';
import { migrate } from '../server/plumbing/database/index.ts';
import { freshDatabase, pattern, type TestServer, urlOf } from './database.ts';

/** Held while the pattern is made: files run beside one another. Any number nobody else uses. */
const patternLock = 7_126_001;

const makePattern = async (server: TestServer): Promise<void> => {
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [patternLock]);
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [pattern]);
    if (rowCount !== 0) return;
    // It takes its name when it is whole.
    const unfinished = `${pattern}_unfinished`;
    await admin.query(`drop database if exists ${unfinished} with (force)`);
    await admin.query(`create database ${unfinished} owner tansiq`);
    await migrate({ url: urlOf(server, unfinished), folders: migrationFolders() });
    await admin.query(`alter database ${unfinished} rename to ${pattern}`);
  } finally {
    await admin.end();
  }
};

let made: Promise<void> | null = null;

/** A database with all tables of the house and nothing in them; a node of another owner each time. */
export const migratedDatabase = async (
  server: TestServer = inject('testServer'),
): Promise<{ url: string; drop(): Promise<void> }> => {
  made ??= makePattern(server);
  await made;
  return freshDatabase(server, pattern);
};
