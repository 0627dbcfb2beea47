/**
 * A node as it runs in life: the built command in a process of its own, with its own folder, ports and
 * database.
 */
import { type ChildProcess, execFile, fork } from 'node:child_process';
import { openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { DemoNodeAccounts } from '../demo/accounts.ts';
import type { DemoNews } from '../demo/node.ts';
import type { NodeKey } from '../demo/scenario/index.ts';
import { newId, type PartyId } from '../server/kernel/ids.ts';
import { houseFolder } from '../server/node-database.ts';
import { type NodeSettings, writeSettings } from '../server/plumbing/config/index.ts';
import { clusterIn, readCredentials } from '../server/plumbing/database/cluster.ts';
import { findPostmaster } from '../server/plumbing/database/postmaster.ts';
import { until } from './until.ts';
import { freePort } from './world.ts';

const readyWithinMs = 60_000;
const stopWithinMs = 20_000;
const connectWithinMs = 5_000;

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export interface ProcessNode {
  readonly name: NodeKey;
  readonly settings: NodeSettings;
  readonly party: PartyId;
  readonly folder: string;
  /** Null while it does not run. */
  pid(): number | null;
  databasePid(): Promise<number | null>;
  /** Starts the node and returns once it answers. */
  start(): Promise<void>;
  /** In order, as Ctrl-C does. */
  stop(): Promise<void>;
  /** Ends whatever of it still runs, a database without a node too. */
  abandon(): Promise<void>;
  /** SIGKILL to the node's process; its database goes on. */
  kill(): Promise<void>;
  /** SIGKILL to the first process of its database. */
  killDatabase(): Promise<void>;
  /** Over HTTP, as someone with this role. Throws while the node does not answer. */
  call(role: string, method: string, path: string, body?: unknown): Promise<Reply>;
  /** What authenticates someone with this role. */
  tokenOf(role: string): string;
  /** The superuser's URL of its database. */
  databaseUrl(): Promise<string>;
  /** Straight from its database, as the superuser: what no reader of the node may do. */
  rows<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

const run = promisify(execFile);

/** Builds the command where the sources are newer than the build, or there is none. */
export const buildCommand = async (): Promise<string> => {
  const root = houseFolder();
  await run(process.execPath, [join(root, 'bin/tansiq.mjs'), '--version'], { cwd: root });
  return join(root, 'dist/tansiq.mjs');
};

const settingsOf = async (name: string): Promise<NodeSettings> => {
  const [port, linkPort] = [await freePort(), await freePort()];
  return {
    party: newId('party'),
    name: { ar: name, fr: name, en: name },
    country: name.toUpperCase(),
    languages: ['fr', 'en', 'ar'],
    console: { host: '127.0.0.1', port },
    publicAddress: `http://127.0.0.1:${port}`,
    federation: { host: '127.0.0.1', port: linkPort },
    federationAddress: `https://127.0.0.1:${linkPort}`,
    databaseUrl: null,
    demo: true,
    oidc: null,
  };
};

const isNews = (value: unknown): value is DemoNews =>
  typeof value === 'object' && value !== null && 'kind' in value;

const launch = (program: string, folder: string, words: readonly string[]): ChildProcess => {
  const log = openSync(join(folder, 'node.log'), 'a');
  return fork(program, [...words, '--data', folder], {
    stdio: ['ignore', log, log, 'ipc'],
    // None of the tests' own settings: the node refuses to start with one that it does not know.
    env: { TANSIQ_LOG_LEVEL: 'warn' },
    detached: true,
  });
};

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (hasEnded(child)) resolve();
    else child.once('exit', () => resolve());
  });

const logOf = (folder: string): Promise<string> =>
  readFile(join(folder, 'node.log'), 'utf8').then((text) => text.slice(-2_000));

/** The first start makes the node's database and its people; the node then runs until told to stop. */
const meetPeople = (child: ChildProcess, folder: string): Promise<DemoNodeAccounts['accounts']> =>
  new Promise((resolve, reject) => {
    child.on('message', (news) => {
      if (isNews(news) && news.kind === 'ready') resolve(news.accounts);
    });
    child.once('exit', async (code) =>
      reject(new Error(`the node ended with code ${code}: ${await logOf(folder)}`)),
    );
  });

const end = async (child: ChildProcess | null, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
  if (child === null || hasEnded(child)) return;
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  await ended(child);
  clearTimeout(timer);
};

const databaseOf = (folder: string) => {
  const cluster = clusterIn(join(folder, 'postgres'));
  const url = async (): Promise<string> => {
    const { superuserPassword } = await readCredentials(cluster);
    const found = await findPostmaster(cluster);
    if (found === null) throw new Error(`no database runs in ${folder}`);
    return `postgresql://postgres:${superuserPassword}@127.0.0.1:${found.port}/tansiq`;
  };
  const rows = async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) => {
    const client = new pg.Client({ connectionString: await url(), connectionTimeoutMillis: connectWithinMs });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(text, [...values])).rows;
    } finally {
      await client.end();
    }
  };
  return { url, rows, pid: async () => (await findPostmaster(cluster))?.pid ?? null };
};

/** Makes a node in `folder`/`name` and runs it once, so that it has its database and its people. */
export const makeProcessNode = async (given: {
  program: string;
  folder: string;
  name: NodeKey;
}): Promise<ProcessNode> => {
  const { program, name } = given;
  const folder = join(given.folder, name);
  // The database may run as another user than root, who must be able to pass through.
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const settings = await settingsOf(name);
  await writeSettings(folder, settings);
  const first = launch(program, folder, ['demo-node', name]);
  const accounts = await meetPeople(first, folder);
  const database = databaseOf(folder);
  const address = `http://127.0.0.1:${settings.console.port}`;
  let child: ChildProcess = first;
  return {
    name,
    settings,
    party: settings.party,
    folder,
    pid: () => (hasEnded(child) ? null : (child.pid ?? null)),
    databasePid: database.pid,
    rows: database.rows,
    databaseUrl: database.url,
    tokenOf: (role) => accounts[role]?.token ?? '',
    start: async () => {
      child = launch(program, folder, ['serve']);
      const answers = async (): Promise<boolean> => {
        if (hasEnded(child)) return true;
        return (await fetch(`${address}/healthz`)).ok;
      };
      await until(answers, { withinMs: readyWithinMs });
      if (hasEnded(child)) throw new Error(`the node ${name} did not start: ${await logOf(folder)}`);
    },
    stop: () => end(child, 'SIGTERM'),
    abandon: async () => {
      await end(child, 'SIGTERM');
      const pid = await database.pid();
      if (pid === null) return;
      process.kill(pid, 'SIGQUIT');
      await until(async () => (await database.pid()) === null, { withinMs: stopWithinMs });
    },
    kill: () => end(child, 'SIGKILL'),
    killDatabase: async () => {
      const pid = await database.pid();
      if (pid !== null) process.kill(pid, 'SIGKILL');
    },
    call: async (role, method, path, body) => {
      const response = await fetch(`${address}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${accounts[role]?.token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : JSON.parse(text) };
    },
  };
};
