/** Which migrations a database holds, and how one is applied. */
import type { ClientBase } from 'pg';

/** The key of the lock under which migrations run ("migr" as a number). */
const migrationLock = 0x6d_69_67_72;

export interface Applied {
  readonly module: string;
  readonly name: string;
  readonly sha256: string;
}

/** Waits until no other process migrates this database; held until the connection ends. */
export const takeMigrationLock = async (client: ClientBase, withinMs: number): Promise<void> => {
  await client.query("select set_config('lock_timeout', $1, false)", [String(withinMs)]);
  await client.query('select pg_advisory_lock($1)', [migrationLock]);
  await client.query("select set_config('lock_timeout', '0', false)");
};

export const readApplied = async (client: ClientBase): Promise<readonly Applied[]> => {
  await client.query(`create table if not exists schema_migration (
    module text not null, name text not null, sha256 text not null,
    applied_at timestamptz not null default now(), primary key (module, name))`);
  const { rows } = await client.query<Applied>(
    'select module, name, sha256 from schema_migration order by module, name',
  );
  return rows;
};

/**
 * Applies one file and records it, together or not at all. It runs as the system reader, who sees all rows.
 */
export const applyMigration = async (
  client: ClientBase,
  migration: Applied & { text: string },
): Promise<void> => {
  await client.query('begin');
  try {
    await client.query("select set_config('tansiq.reader', 'system', true)");
    await client.query(migration.text);
    await client.query('insert into schema_migration (module, name, sha256) values ($1, $2, $3)', [
      migration.module,
      migration.name,
      migration.sha256,
    ]);
    await client.query('commit');
  } catch (failure) {
    await client.query('rollback');
    throw failure;
  }
};
