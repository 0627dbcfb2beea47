/**
 * Other TAXII 2.1 servers, from the Python registry, in a throw-away environment, as they come: medallion
 * with its memory backend, OpenTAXII on gunicorn with SQLite. Each in a process of its own on loopback. One
 * thing is added to OpenTAXII: with SQLite it stores what is posted and then cannot write its own UUID into
 * the answer, so it is told how.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { houseFolder } from '../server/node-database.ts';
import { until } from '../testing/until.ts';
import { freePort } from '../testing/world.ts';

const run = promisify(execFile);
const readyWithinMs = 30_000;
const root = houseFolder();

/** A TAXII server with a collection that may be written. */
export interface TaxiiServer {
  readonly name: string;
  /** The address of its collection, with a slash at its end. */
  readonly collection: string;
  readonly authorization: string;
  stop(): Promise<void>;
}

const accept = 'application/taxii+json;version=2.1';

/** Makes the environment where it is not there; gives the folder of its programs. */
const installPeers = async (): Promise<string> => {
  const folder = join(root, '.tansiq', 'python', 'taxii-peers');
  await mkdir(join(root, '.tansiq', 'python'), { recursive: true });
  const script = join(root, 'scripts', 'install-python-packages.sh');
  await run(script, [folder, join(root, 'bench', 'taxii-peers.txt')]);
  return join(folder, 'bin');
};

const stopping = (child: ChildProcess) => async (): Promise<void> => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode === null && child.kill('SIGTERM')) await ended;
};

const serve = async (
  given: Omit<TaxiiServer, 'stop'> & { readonly start: () => ChildProcess },
): Promise<TaxiiServer> => {
  const { start, ...server } = given;
  const { name, collection, authorization } = server;
  const child = start();
  const stop = stopping(child);
  const answers = async (): Promise<boolean> => {
    if (child.exitCode !== null) throw new Error(`${name} ended with code ${child.exitCode}`);
    const headers = { accept, authorization };
    return (await fetch(collection, { headers }).catch(() => null))?.ok === true;
  };
  await until(answers, { withinMs: readyWithinMs }).catch(async (failure: unknown) => {
    await stop();
    throw failure;
  });
  return { ...server, stop };
};

const emptyCollection = {
  title: 'Bench',
  can_read: true,
  can_write: true,
  media_types: ['application/stix+json;version=2.1'],
  objects: [],
  manifest: [],
};

const medallion = async (programs: string, folder: string): Promise<TaxiiServer> => {
  const port = await freePort();
  const id = '91a7b528-80eb-42ed-a74d-c6fbd5a26116';
  const most = 1_000_000_000;
  const data = {
    bench: {
      information: { title: 'Bench', versions: [accept], max_content_length: most },
      status: [],
      collections: [{ ...emptyCollection, id }],
    },
  };
  const [filename, config] = [join(folder, 'medallion-data.json'), join(folder, 'medallion.json')];
  const backend = { module: 'medallion.backends.memory_backend', module_class: 'MemoryBackend', filename };
  await writeFile(filename, JSON.stringify(data));
  const settings = { backend, users: { bench: 'bench' }, taxii: { max_page_size: 1_000 } };
  await writeFile(config, JSON.stringify(settings));
  return serve({
    name: 'medallion',
    collection: `http://127.0.0.1:${port}/bench/collections/${id}/`,
    authorization: `Basic ${Buffer.from('bench:bench').toString('base64')}`,
    start: () => spawn(join(programs, 'medallion'), ['--port', String(port), config], { stdio: 'ignore' }),
  });
};

const openTaxii = async (programs: string, folder: string): Promise<TaxiiServer> => {
  const port = await freePort();
  const config = join(folder, 'opentaxii.json');
  const database = (name: string) => `sqlite:///${join(folder, name)}`;
  const settings = {
    domain: `127.0.0.1:${port}`,
    auth_api: {
      class: 'opentaxii.auth.sqldb.SQLDatabaseAPI',
      parameters: { db_connection: database('auth.db'), create_tables: true, secret: 'bench' },
    },
    taxii1: null,
    taxii2: {
      title: 'Bench',
      max_content_length: 100_000_000,
      persistence_api: {
        class: 'opentaxii.persistence.sqldb.Taxii2SQLDatabaseAPI',
        parameters: { db_connection: database('data.db'), create_tables: true },
      },
    },
    logging: { opentaxii: 'error', root: 'error' },
  };
  // YAML takes JSON as it is.
  await writeFile(config, JSON.stringify(settings));
  const env = { PATH: `${programs}:/usr/bin:/bin`, OPENTAXII_CONFIG: config };
  const tell = (program: string, words: readonly string[]) =>
    run(join(programs, program), [...words], { env }).then(({ stdout }) => stdout);
  await tell('opentaxii-add-api-root', ['--title', 'Bench', '--default']);
  const usage = await tell('opentaxii-add-collection', ['--help']);
  const apiRoot = uuid.exec(usage.replaceAll('\n', ''))?.[0] ?? '';
  const collection = ['--rootid', apiRoot, '--title', 'Bench', '--public', '--public-write'];
  await tell('opentaxii-add-collection', collection);
  const made = await tell('opentaxii-create-account', ['--username', 'bench', '--password', 'bench']);
  await writeFile(join(folder, 'peer.py'), peerProgram);
  const id = await run(join(programs, 'python'), ['-c', findCollection, join(folder, 'data.db')]);
  const words = ['peer:app', '--chdir', folder, '--bind', `127.0.0.1:${port}`, '--timeout', '600'];
  return serve({
    name: 'OpenTAXII',
    collection: `http://127.0.0.1:${port}/taxii2/${apiRoot}/collections/${id.stdout.trim()}/`,
    // Its own token: HTTP Basic would cost it a password hash with every request.
    authorization: `Bearer ${/token: (\S+)/.exec(made)?.[1]}`,
    start: () => spawn(join(programs, 'gunicorn'), words, { env, stdio: 'ignore' }),
  });
};

const uuid = /[0-9a-f]{8}-[0-9a-f-]{27}/;
const peerProgram = `import json
json.JSONEncoder.default = lambda self, value: str(value)
from opentaxii.http import app
`;
const findCollection = `import sqlite3, sys, uuid
row = sqlite3.connect(sys.argv[1]).execute('select id from opentaxii_collection').fetchone()
print(uuid.UUID(row[0]))
`;

/** Installs and starts both; data and settings lie in `folder`. */
export const startPeers = async (folder: string): Promise<readonly TaxiiServer[]> => {
  const programs = await installPeers();
  const first = await medallion(programs, folder);
  return openTaxii(programs, folder).then(
    (second) => [first, second],
    async (failure: unknown) => {
      await first.stop();
      throw failure;
    },
  );
};
