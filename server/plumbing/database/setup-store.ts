/** What the superuser does to an embedded server before the node uses it. The only SQL run as superuser. */
import type { Client } from 'pg';

const extensions = ['pg_trgm', 'unaccent', 'btree_gist'];
/**
 * The key of the lock that a node holds on its folder's server as long as it lives ("tansiq" as a number).
 */
const holderLock = 0x74_61_6e_73;
const duplicateObject = '42710';

/** The folder that the server which answers works in. */
export const dataFolderOf = async (client: Client): Promise<string> => {
  const { rows } = await client.query<{ data_directory: string }>('show data_directory');
  return rows[0]?.data_directory ?? '';
};

/** Takes the folder for this connection; the server gives it back by itself when the connection ends. */
export const takeHolderLock = async (client: Client): Promise<boolean> => {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    holderLock,
  ]);
  return rows[0]?.taken === true;
};

/** The `application_name` of who holds the folder. */
export const readHolder = async (client: Client): Promise<string | null> => {
  const { rows } = await client.query<{ name: string }>(
    `select activity.application_name as name
       from pg_locks locks join pg_stat_activity activity using (pid)
      where locks.locktype = 'advisory' and locks.granted and locks.objid = $1
        and locks.database = (select oid from pg_database where datname = current_database())`,
    [holderLock],
  );
  return rows[0]?.name ?? null;
};

/**
 * Makes the extensions in template1, so that every later database has them, then the owner role and its
 * database. May be repeated: a start that was cut short is finished by the next.
 */
export const setUpServer = async (
  connect: (database: string) => Promise<Client>,
  owner: { role: string; password: string },
): Promise<void> => {
  const client = await connect('postgres');
  try {
    const { rows } = await client.query('select from pg_database where datname = $1', [owner.role]);
    if (rows.length > 0) return;
    const template = await connect('template1');
    try {
      const available = await template.query<{ name: string }>(
        'select name from pg_available_extensions where name = any($1)',
        [extensions],
      );
      for (const { name } of available.rows) {
        await template.query(`create extension if not exists ${template.escapeIdentifier(name)}`);
      }
    } finally {
      await template.end();
    }
    const role = client.escapeIdentifier(owner.role);
    const password = client.escapeLiteral(owner.password);
    const attributes = `login nosuperuser nobypassrls nocreatedb nocreaterole password ${password}`;
    await client.query(`create role ${role} ${attributes}`).catch(async (failure: { code?: string }) => {
      if (failure.code !== duplicateObject) throw failure;
      await client.query(`alter role ${role} ${attributes}`);
    });
    await client.query(`create database ${role} owner ${role}`);
  } finally {
    await client.end();
  }
};
