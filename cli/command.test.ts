/** The command as an operator meets it: two nodes of his own, from `init` to a verified journal. */
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { awaitOutput, interrupt, type RunningCommand, runCommand, startCommand } from '../testing/command.ts';
import { swiftFolder } from '../testing/swift-folder.ts';
import { until } from '../testing/until.ts';
import { freePort } from '../testing/world.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

// Built once, before several run at the same time.
beforeAll(async () => {
  expect((await runCommand(['--version'])).code).toBe(0);
}, 120_000);

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(swiftFolder(), 'tansiq-command-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  return folder;
};

const initWords = async (data: string, name: string): Promise<string[]> => {
  const [port, linkPort] = [await freePort(), await freePort()];
  return [
    ...['init', '--data', data, '--name-ar', 'جهاز', '--name-fr', name, '--name-en', name],
    ...['--country', 'ma', '--languages', 'ar,fr', '--address', `http://localhost:${port}`],
    ...['--link-address', `https://127.0.0.1:${linkPort}`, '--port', `${port}`, '--link-port', `${linkPort}`],
    ...['--admin-name', 'Amina', '--admin-arabic-name', 'أمينة', '--admin-email', 'amina@police.example'],
  ];
};

const serve = async (data: string): Promise<RunningCommand> => {
  const running = startCommand(['serve', '--data', data]);
  ends.push(() => {
    interrupt(running);
    return running.ended;
  });
  await awaitOutput(running, 'is served');
  return running;
};

const subcommands = [
  ...['init', 'serve', 'status', 'pair', 'links', 'link', 'rotate-key', 'demo'],
  ...['stix import', 'stix export', 'journal verify', 'journal export', 'attachments verify'],
  ...['log tail', 'log write'],
];

test('every subcommand explains its options, --json among them', async () => {
  const helps = await Promise.all(subcommands.map((words) => runCommand([...words.split(' '), '--help'])));
  for (const [at, { code, output }] of helps.entries()) {
    expect([subcommands[at], code]).toEqual([subcommands[at], 0]);
    expect(output).toContain(`Usage: tansiq ${subcommands[at]}`);
    expect(output).toMatch(/--json +\S/);
    expect(output).toMatch(/--data <folder> +\S/);
  }
}, 90_000);

test('a mistake in the command line is JSON on standard error under --json, and ends with 64', async () => {
  const data = join(await newFolder(), 'node');
  const words = [...(await initWords(data, 'Service')), '--port', 'many', '--json'];
  const { code, output, errors } = await runCommand(words);
  expect([code, output]).toEqual([64, '']);
  expect(JSON.parse(errors).error.text).toContain('whole number from 1 to 65535');
});

test('a dry run of init shows the settings and writes nothing', async () => {
  const parent = await newFolder();
  const data = join(parent, 'node');
  const { code, output } = await runCommand([...(await initWords(data, 'Service')), '--dry-run', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(output).settings).toMatchObject({ country: 'MA', languages: ['ar', 'fr'], demo: false });
  expect(await readdir(parent)).toEqual([]);
});

test('init refuses what cannot be used, by the name of the flag, and leaves nothing behind', async () => {
  const data = join(await newFolder(), 'node');
  const words = await initWords(data, 'Service');
  const refused = await Promise.all([
    runCommand([...words, '--languages', 'ar,xx']),
    runCommand([...words, '--address', 'http://tansiq.example']),
    runCommand([...words, '--database', 'mysql://x']),
    runCommand(words.slice(0, -2)),
    runCommand(words, { environment: { TANSIQ_DATABASE: 'x' } }),
  ]);
  const said = [
    '--languages ar,xx',
    'must be https',
    '--database',
    '--admin-email is missing',
    'Unknown setting',
  ];
  for (const [at, { code, errors }] of refused.entries()) {
    expect(errors).toContain(said[at]);
    expect(errors).not.toContain('    at ');
    expect(code).toBe(1);
  }
  await mkdir(data);
  await writeFile(join(data, 'a-letter.txt'), 'mine');
  const foreign = await runCommand(words);
  expect(foreign.errors).toContain('holds other files');
  expect(await readdir(data)).toEqual(['a-letter.txt']);
}, 60_000);

test('an init whose database does not answer can be repeated', async () => {
  const data = join(await newFolder(), 'node');
  const words = await initWords(data, 'Service');
  const failed = await runCommand([...words, '--database', 'postgresql://nobody:secret@127.0.0.1:1/none']);
  expect(failed.errors).toContain('database does not answer');
  expect(await readdir(data)).toEqual([]);
}, 60_000);

const tamper = async (data: string): Promise<void> => {
  const cluster = join(data, 'postgres/cluster');
  const { superuserPassword } = JSON.parse(await readFile(join(cluster, 'credentials.json'), 'utf8'));
  const port = (await readFile(join(cluster, 'data/postmaster.pid'), 'utf8')).split('\n')[3];
  const client = new pg.Client(`postgresql://postgres:${superuserPassword}@127.0.0.1:${port}/tansiq`);
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query("update journal_entry set text = replace(text, 'accept-link', 'refuse-link')");
  await client.end();
};

const bundle = {
  type: 'bundle',
  id: 'bundle--5d0092c5-5f74-4287-9642-33f4c354e56d',
  objects: [
    {
      ...{ type: 'location', spec_version: '2.1', id: 'location--a6e9345f-5a15-4c29-8bb3-7dcc5d168d64' },
      ...{ created: '2024-01-01T00:00:00.000Z', modified: '2024-01-01T00:00:00.000Z' },
      ...{ name: 'الرباط', country: 'MA' },
    },
  ],
};

const json = async (...words: readonly string[]) => {
  const { code, output, errors } = await runCommand([...words, '--json']);
  if (code !== 0) throw new Error(`${words.join(' ')}: ${errors}`);
  return JSON.parse(output);
};

test('two services pair, import and export; a tampered entry is named, served or not', async () => {
  const folder = await newFolder();
  const [here, there] = [join(folder, 'here'), join(folder, 'there')];
  const made = await Promise.all([
    runCommand(await initWords(here, 'Here')),
    runCommand(await initWords(there, 'There')),
  ]);
  expect(made.map(({ code, errors }) => [code, errors])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  expect(made[0]?.output).toContain('/enrol#');
  const [running] = await Promise.all([serve(here), serve(there)]);
  expect((await stat(join(here, 'operator.secret'))).mode & 0o777).toBe(0o600);
  const second = await runCommand(['serve', '--data', here]);
  expect([second.code, second.errors]).toEqual([1, expect.stringContaining('already in use by process')]);

  const { federationAddress } = JSON.parse(await readFile(join(there, 'tansiq.json'), 'utf8'));
  const { link } = await json('pair', federationAddress, '--data', here);
  expect(link.fingerprint.ar).toHaveLength(8);
  await json('link', 'accept', 'There', '--data', here);
  await json('link', 'accept', 'Here', '--data', there);
  await until(async () => (await json('status', '--data', here)).links.active === 1, { withinMs: 20_000 });

  const file = join(folder, 'bundle.json');
  await writeFile(file, JSON.stringify(bundle));
  const { item } = await json('stix', 'import', file, '--data', here);
  const exported = await json('stix', 'export', item, '--data', here);
  expect(exported.objects).toContainEqual(bundle.objects[0]);

  const held = join(folder, 'there.jsonl');
  await json('journal', 'export', held, '--data', there);
  expect((await json('journal', 'verify', '--data', here, '--held', held)).isSound).toBe(true);
  await tamper(here);
  const served = await runCommand(['journal', 'verify', '--data', here]);
  expect([served.code, served.output]).toEqual([1, expect.stringMatching(/Entry \d+ was changed/)]);

  interrupt(running);
  expect((await running.ended).code).toBe(0);
  await expect(stat(join(here, 'operator.secret'))).rejects.toThrow('ENOENT');
  await expect(stat(join(here, 'postgres/cluster/data/postmaster.pid'))).rejects.toThrow('ENOENT');
  const stopped = await runCommand(['journal', 'verify', '--data', here]);
  expect([stopped.code, stopped.output]).toEqual([1, expect.stringMatching(/Entry \d+ was changed/)]);
  const answer = await runCommand(['status', '--data', here]);
  expect([answer.code, answer.output]).toEqual([1, expect.stringContaining('does not answer')]);
}, 240_000);
