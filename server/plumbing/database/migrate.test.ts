import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { freshDatabase } from '../../../testing/database.ts';
import { runScript } from '../../../testing/script.ts';
import { until } from '../../../testing/until.ts';
import { migrate } from './index.ts';
import { takeMigrationLock } from './migration-store.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const world = async () => {
  const { url, drop } = await freshDatabase();
  const root = await mkdtemp(join(tmpdir(), 'tansiq-migrations-'));
  ends.push(drop, () => rm(root, { recursive: true, force: true }));
  const folders = ['journal', 'alerts'].map((name) => ({ name, folder: join(root, name) }));
  for (const { folder } of folders) await mkdir(folder);
  const write = (path: string, text: string): Promise<void> => writeFile(join(root, path), text);
  await write(
    'journal/001-entries.sql',
    'create table entry (id int); create table order_of (at serial, what text);',
  );
  const query = async (text: string): Promise<readonly unknown[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };
  return { url, root, folders, write, query, run: () => migrate({ url, folders }) };
};

test('files are applied once, in the order of folders and numbers', async () => {
  const { run, write, query } = await world();
  await write('alerts/002-b.sql', "insert into order_of (what) values ('alerts 2');");
  await write('alerts/001-a.sql', "insert into order_of (what) values ('alerts 1');");
  await write('journal/002-c.sql', "insert into order_of (what) values ('journal 2');");
  const names = ['journal/001-entries.sql', 'journal/002-c.sql', 'alerts/001-a.sql', 'alerts/002-b.sql'];
  expect(await run()).toEqual(names);
  expect(await run()).toEqual([]);
  const done = [{ what: 'journal 2' }, { what: 'alerts 1' }, { what: 'alerts 2' }];
  expect(await query('select what from order_of order by at')).toEqual(done);
  await write('journal/003-d.sql', 'drop table entry;');
  expect(await run()).toEqual(['journal/003-d.sql']);
});

test('a file that changed after it was applied stops the start; other line ends do not', async () => {
  const { run, write } = await world();
  await write('journal/002-two.sql', 'create table two (id int);\ncreate table three (id int);\n');
  await run();
  await write('journal/002-two.sql', 'create table two (id int);\r\ncreate table three (id int);\r\n');
  expect(await run()).toEqual([]);
  await write('journal/002-two.sql', 'create table two (id bigint);');
  await expect(run()).rejects.toThrow(/journal\/002-two\.sql was changed after it was applied/);
});

test('a file that fails leaves nothing of itself, and keeps those before it', async () => {
  const { run, write, query } = await world();
  await write('journal/002-bad.sql', 'create table half (id int); select nonsense;');
  await expect(run()).rejects.toThrow(/journal\/002-bad\.sql failed: column "nonsense" does not exist/);
  expect(await query("select to_regclass('half') as half, to_regclass('entry')::text as entry")).toEqual([
    { half: null, entry: 'entry' },
  ]);
  await write('journal/002-bad.sql', 'create table half (id int);');
  expect(await run()).toEqual(['journal/002-bad.sql']);
});

test('a database of a later version of the program is refused', async () => {
  const { run, write, root } = await world();
  await write('journal/002-later.sql', 'select 1;');
  await run();
  await rm(join(root, 'journal/002-later.sql'));
  await expect(run()).rejects.toThrow(/002-later\.sql, which this version does not know/);
});

test('a new file may not come before one that was applied, and a number is used once', async () => {
  const { run, write, root } = await world();
  await write('journal/003-three.sql', 'select 1;');
  await run();
  await write('journal/002-two.sql', 'select 1;');
  await expect(run()).rejects.toThrow(/002-two\.sql is new but its number comes before/);
  await rm(join(root, 'journal/002-two.sql'));
  await write('journal/003-twice.sql', 'select 1;');
  await expect(run()).rejects.toThrow(/The name journal\/003-twice\.sql is not accepted/);
  await rm(join(root, 'journal/003-twice.sql'));
  await write('journal/four.sql', 'select 1;');
  await expect(run()).rejects.toThrow(/The name journal\/four\.sql is not accepted/);
});

test('a migration sees the rows of tables under row-level security', async () => {
  const { run, write, query } = await world();
  await write(
    'journal/002-guarded.sql',
    `create table guarded (id int); alter table guarded enable row level security;
     alter table guarded force row level security;
     create policy readers on guarded using (current_setting('tansiq.reader', true) = 'system');
     insert into guarded values (1);`,
  );
  await run();
  await write('journal/003-copy.sql', 'create table copied as select * from guarded;');
  await run();
  expect(await query('select * from copied')).toEqual([{ id: 1 }]);
  expect(await query('select * from guarded')).toEqual([]);
});

test('processes that start together apply each file once', async () => {
  const { url, folders, write, query } = await world();
  for (let number = 2; number < 20; number += 1) {
    const name = String(number).padStart(3, '0');
    await write(`journal/${name}-more.sql`, `insert into order_of (what) values ('${name}');`);
  }
  const script = `
    import { migrate } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
    const applied = await migrate(${JSON.stringify({ url, folders })});
    console.log(applied.length);`;
  // All of them reach the lock before any may go on, so that they truly meet.
  const gate = new pg.Client({ connectionString: url });
  await gate.connect();
  await takeMigrationLock(gate, 1_000);
  const children = [runScript(script), runScript(script), runScript(script)];
  const waiting = "select count(*)::int as count from pg_locks where locktype = 'advisory' and not granted";
  const allWait = async () => (await gate.query(waiting)).rows[0]?.count === children.length;
  await until(allWait, { withinMs: 15_000 }).finally(() => gate.end());
  const counts = await Promise.all(children.map(({ ended }) => ended.then(({ output }) => Number(output))));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(19);
  expect(await query('select count(*)::int as count from order_of')).toEqual([{ count: 18 }]);
});
