import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { type RunningScript, runScript } from '../../../testing/script.ts';
import { swiftFolder } from '../../../testing/swift-folder.ts';
import { until } from '../../../testing/until.ts';
import { type Embedded, type EmbeddedNeeds, startEmbedded } from './index.ts';
import { freePort } from './postmaster.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(swiftFolder(), 'tansiq-embedded-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

const start = async (needs: EmbeddedNeeds): Promise<Embedded> => {
  const embedded = await startEmbedded(needs);
  ends.push(() => embedded.stop());
  return embedded;
};

const query = async (url: string, text: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

const pidFile = (folder: string): string => join(folder, 'cluster', 'data', 'postmaster.pid');
const pidOf = async (folder: string): Promise<number> =>
  Number((await readFile(pidFile(folder), 'utf8')).split('\n')[0]);

/** Another node on the folder: a process that starts the server and stays. */
const startNode = async (folder: string): Promise<RunningScript> => {
  const node = runScript(`
    import { startEmbedded } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
    const { url } = await startEmbedded({ folder: ${JSON.stringify(folder)} });
    console.log(url);
    setInterval(() => undefined, 1000);`);
  ends.push(async () => {
    node.process.kill('SIGKILL');
    await node.ended;
  });
  await until(
    () => {
      if (node.process.exitCode !== null) throw new Error('the other node ended');
      return node.output().includes('\n');
    },
    { withinMs: 20_000 },
  );
  return node;
};

test('a new folder gets a server with a weak owner role, and its data outlive a restart', async () => {
  const folder = await newFolder();
  const first = await start({ folder });
  const roles = await query(
    first.url,
    `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, pg_get_userbyid(datdba) as owner
       from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
  );
  const weak = { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false };
  expect(roles).toEqual([{ rolname: 'tansiq', ...weak, owner: 'tansiq' }]);
  await query(first.url, "create table kept as select 'ضابط' as word");
  const pid = await pidOf(folder);
  await first.stop();
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  const second = await start({ folder });
  expect(await query(second.url, 'select word from kept')).toEqual([{ word: 'ضابط' }]);
});

test('the server is durable, listens on the loopback alone and asks for a password', async () => {
  const { url } = await start({ folder: await newFolder() });
  const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'data_checksums'];
  const rows = await query(
    url,
    names.map((name) => `select current_setting('${name}') as value`).join(' union all '),
  );
  expect(rows.map(({ value }) => value)).toEqual(['on', 'on', 'on', '127.0.0.1', 'on']);
  const wrong = new URL(url);
  wrong.password = 'wrong';
  await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
});

test('Arabic words have trigrams and letters have case', async () => {
  const { url } = await start({ folder: await newFolder() });
  const rows = await query(url, "select cardinality(show_trgm('ضابط')) > 0 as found, upper('é') as upper");
  expect(rows).toEqual([{ found: true, upper: 'É' }]);
  const extensions = await query(
    url,
    "select extname from pg_extension where extname <> 'plpgsql' order by 1",
  );
  expect(extensions.map(({ extname }) => extname)).toEqual(['btree_gist', 'pg_trgm', 'unaccent']);
});

test('passwords are readable by the node alone, and nothing that was written shows in the log', async () => {
  const folder = await newFolder();
  const { url } = await start({ folder });
  for (const name of ['cluster/credentials.json', 'server.log']) {
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  }
  await query(url, 'create table person (name text unique)');
  await query(url, "insert into person values ('a secret name')");
  await expect(query(url, "insert into person values ('a secret name')")).rejects.toThrow('duplicate');
  await expect(query(url, "select 'a secret name' nonsense nonsense")).rejects.toThrow('syntax');
  expect(await readFile(join(folder, 'server.log'), 'utf8')).not.toContain('secret');
});

test('the server of a node that was killed is adopted with all that it committed', async () => {
  const folder = await newFolder();
  const node = await startNode(folder);
  await query(node.output().trim(), 'create table kept as select 1 as id');
  const pid = await pidOf(folder);
  node.process.kill('SIGKILL');
  await node.ended;
  const said: string[] = [];
  const { url } = await start({ folder, say: (line) => said.push(line) });
  expect(await pidOf(folder)).toBe(pid);
  expect(said).toEqual([`using the database server of this folder that still ran (process ${pid})`]);
  expect(await query(url, 'select id from kept')).toEqual([{ id: 1 }]);
});

test('an adopted server moves to the port that is asked for', async () => {
  const folder = await newFolder();
  const node = await startNode(folder);
  node.process.kill('SIGKILL');
  await node.ended;
  const port = await freePort();
  const { url } = await start({ folder, port });
  expect(new URL(url).port).toBe(String(port));
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a server that was killed with its node starts again and recovers', async () => {
  const folder = await newFolder();
  const node = await startNode(folder);
  await query(node.output().trim(), 'create table kept as select 1 as id');
  const pid = await pidOf(folder);
  process.kill(pid, 'SIGKILL');
  node.process.kill('SIGKILL');
  await node.ended;
  const { url } = await start({ folder });
  expect(await query(url, 'select id from kept')).toEqual([{ id: 1 }]);
});

test('a server that is killed under a living node comes back on the same address', async () => {
  const folder = await newFolder();
  const { url } = await start({ folder });
  await query(url, 'create table kept as select 1 as id');
  const pid = await pidOf(folder);
  process.kill(pid, 'SIGKILL');
  await until(async () => (await pidOf(folder)) !== pid, { withinMs: 20_000 });
  const rows = await until(() => query(url, 'select id from kept'), { withinMs: 20_000 });
  expect(rows).toEqual([{ id: 1 }]);
  await expect(startEmbedded({ folder })).rejects.toThrow('already in use by');
});

test('a second node on the folder is refused and told who holds it', async () => {
  const folder = await newFolder();
  const node = await startNode(folder);
  const second = startEmbedded({ folder });
  await expect(second).rejects.toThrow(new RegExp(`already in use by process ${node.process.pid} on `));
  expect(await query(node.output().trim(), 'select 1 as one')).toEqual([{ one: 1 }]);
  ends.push(async () => (await startEmbedded({ folder })).stop());
  node.process.kill('SIGKILL');
  await node.ended;
});

test('of two nodes that start on a new folder at once, exactly one gets it', async () => {
  const folder = await newFolder();
  const results = await Promise.allSettled([startEmbedded({ folder }), startEmbedded({ folder })]);
  const won = results.filter((result) => result.status === 'fulfilled');
  for (const { value } of won) ends.push(() => value.stop());
  expect(won.length).toBe(1);
  const [lost] = results.filter((result) => result.status === 'rejected');
  expect(String(lost?.reason)).toContain('already in use by');
});

test('a process number that was given to a stranger is not taken for the server', async () => {
  const folder = await newFolder();
  await (await start({ folder })).stop();
  const stranger = runScript('setInterval(() => undefined, 1000)');
  ends.push(async () => {
    stranger.process.kill('SIGKILL');
    await stranger.ended;
  });
  await writeFile(pidFile(folder), `${stranger.process.pid}\n${folder}\n1\n5432\n\n127.0.0.1\n0\nready   \n`);
  const { url } = await start({ folder });
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(stranger.process.exitCode).toBeNull();
});

test('a folder of another version of PostgreSQL is refused and left alone', async () => {
  const folder = await newFolder();
  const data = join(folder, 'cluster', 'data');
  await mkdir(data, { recursive: true });
  await writeFile(join(data, 'PG_VERSION'), '12\n');
  await expect(startEmbedded({ folder })).rejects.toThrow(
    /made by PostgreSQL 12 and this program carries 18/,
  );
  expect(await readFile(join(data, 'PG_VERSION'), 'utf8')).toBe('12\n');
});

test('a port that another program uses is named in the failure', async () => {
  const other = await start({ folder: await newFolder() });
  const port = Number(new URL(other.url).port);
  await expect(startEmbedded({ folder: await newFolder(), port })).rejects.toThrow(/Address already in use/);
});

test.runIf(process.getuid?.() === 0)(
  'as root, a folder under a closed parent is refused, naming it',
  async () => {
    const closed = await newFolder();
    await chmod(closed, 0o700);
    const failure = startEmbedded({ folder: join(closed, 'deep', 'database') });
    await expect(failure).rejects.toThrow(`because ${closed} is closed to it`);
  },
);

test.runIf(process.getuid?.() === 0)(
  'as root, the server runs as another user, also in folders made for it',
  async () => {
    const root = await newFolder();
    await chmod(root, 0o755);
    const folder = join(root, 'node', 'database');
    await start({ folder });
    const { uid } = await stat(join(folder, 'cluster', 'data'));
    expect(uid).not.toBe(0);
    const status = await readFile(`/proc/${await pidOf(folder)}/status`, 'utf8');
    expect(status).toContain(`Uid:\t${uid}\t${uid}\t${uid}\t${uid}`);
  },
);
