/**
 * Brings a database to the shape that this program needs. Each module's folder holds plain SQL files
 * `NNN-what-it-does.sql`, applied once, in the order of modules and numbers. A file that was applied is
 * history: it may not change.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { DatabaseFault } from './faults.ts';
import { type Applied, applyMigration, readApplied, takeMigrationLock } from './migration-store.ts';

const connectWithinMs = 10_000;
const lockWithinMs = 120_000;
const namePattern = /^\d{3}-[a-z0-9]+(-[a-z0-9]+)*\.sql$/;

interface Migration extends Applied {
  readonly text: string;
}

const readFolder = async (module: string, folder: string): Promise<readonly Migration[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const numbers = names.map((name) => name.slice(0, 3));
  const wrong = names.find(
    (name, at) => !namePattern.test(name) || numbers.indexOf(numbers[at] ?? '') !== at,
  );
  if (wrong !== undefined) throw new DatabaseFault('database/migration-name', { file: `${module}/${wrong}` });
  return Promise.all(
    names.map(async (name) => {
      // Line ends may differ between checkouts of the same commit.
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { module, name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
};

/** What is to be applied; throws when the database and the files do not tell the same history. */
const compare = (files: readonly Migration[], applied: readonly Applied[]): readonly Migration[] => {
  for (const { module, name, sha256 } of applied) {
    const file = files.find((candidate) => candidate.module === module && candidate.name === name);
    const details = { file: `${module}/${name}` };
    if (!file) throw new DatabaseFault('database/migration-unknown', details);
    if (file.sha256 !== sha256) throw new DatabaseFault('database/migration-changed', details);
  }
  const isApplied = (file: Migration): boolean =>
    applied.some(({ module, name }) => module === file.module && name === file.name);
  const waiting = files.filter((file) => !isApplied(file));
  for (const { module, name } of waiting) {
    const late = applied.some((other) => other.module === module && other.name > name);
    if (late) throw new DatabaseFault('database/migration-order', { file: `${module}/${name}` });
  }
  return waiting;
};

/**
 * Applies what the database does not hold yet and returns it as `module/NNN-name.sql`, in order. Folders are
 * taken in the order given. Each file runs in its own transaction; processes that start together take turns.
 * Faults: `database/migration-changed`, `-unknown`, `-order`, `-name`, `-failed`, `database/unreachable`.
 */
export const migrate = async (needs: {
  url: string;
  folders: readonly { name: string; folder: string }[];
}): Promise<readonly string[]> => {
  const folders = await Promise.all(needs.folders.map(({ name, folder }) => readFolder(name, folder)));
  const client = new pg.Client({
    connectionString: needs.url,
    application_name: 'tansiq migration',
    connectionTimeoutMillis: connectWithinMs,
  });
  client.on('error', () => undefined);
  await client.connect().catch((cause: Error) => {
    throw new DatabaseFault('database/unreachable', { reason: cause.message }, cause);
  });
  try {
    await takeMigrationLock(client, lockWithinMs);
    const waiting = compare(folders.flat(), await readApplied(client));
    for (const migration of waiting) {
      const file = `${migration.module}/${migration.name}`;
      await applyMigration(client, migration).catch((cause: Error) => {
        throw new DatabaseFault('database/migration-failed', { file, reason: cause.message }, cause);
      });
    }
    return waiting.map(({ module, name }) => `${module}/${name}`);
  } finally {
    await client.end();
  }
};
