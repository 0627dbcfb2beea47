/**
 * Other TAXII 2.1 servers, from the Python registry, in a throw-away environment, as they come: medallion
 * with its memory backend, OpenTAXII on gunicorn with SQLite. Each in a process of its own on loopback. One
 * thing is added to OpenTAXII: with SQLite it stores what is posted and then cannot write its own UUID into
 * the answer, so it is told how. To be asked for pages of many objects they are not filled by POST, which
 * would take hours, but given a backend that holds them before they start.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { JsonObject } from '../server/kernel/canonical.ts';
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

/** A server of others; `restartWith` starts it anew with so many objects in its backend. */
export interface Peer extends TaxiiServer {
  restartWith(objects: readonly SeedObject[]): Promise<void>;
}

/** What a backend is seeded with: whole STIX objects. */
export type SeedObject = JsonObject & { readonly id: string; readonly modified: string };

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
  if (child.exitCode === null && child.signalCode === null && child.kill('SIGTERM')) await ended;
};

type Given = Omit<Peer, 'stop' | 'restartWith'> & {
  readonly start: () => ChildProcess;
  /** Writes objects into the backend of the server, which does not run. */
  readonly seed: (objects: readonly SeedObject[]) => Promise<unknown>;
};

/** Once it is there: what it is asked is a description, which takes no look at its objects. */
const started = async ({ name, collection, authorization, start }: Given) => {
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
  return stop;
};

const serve = async (given: Given): Promise<Peer> => {
  const { name, collection, authorization, seed } = given;
  let stop = await started(given);
  return {
    name,
    collection,
    authorization,
    stop: () => stop(),
    restartWith: async (objects) => {
      await stop();
      await seed(objects);
      stop = await started(given);
    },
  };
};

const emptyCollection = {
  title: 'Bench',
  can_read: true,
  can_write: true,
  media_types: ['application/stix+json;version=2.1'],
  objects: [],
  manifest: [],
};

const manifestOf = ({ id, modified }: SeedObject, at: number) => ({
  id,
  date_added: new Date(Date.parse(modified) + at).toISOString(),
  version: modified,
  media_type: 'application/stix+json;version=2.1',
});

const medallion = async (programs: string, folder: string): Promise<Peer> => {
  const port = await freePort();
  const id = '91a7b528-80eb-42ed-a74d-c6fbd5a26116';
  const most = 1_000_000_000;
  const dataOf = (objects: readonly SeedObject[]) => ({
    bench: {
      information: { title: 'Bench', versions: [accept], max_content_length: most },
      status: [],
      collections: [{ ...emptyCollection, id, objects, manifest: objects.map(manifestOf) }],
    },
  });
  const [filename, config] = [join(folder, 'medallion-data.json'), join(folder, 'medallion.json')];
  const backend = { module: 'medallion.backends.memory_backend', module_class: 'MemoryBackend', filename };
  const seed = (objects: readonly SeedObject[]) => writeFile(filename, JSON.stringify(dataOf(objects)));
  await seed([]);
  const settings = { backend, users: { bench: 'bench' }, taxii: { max_page_size: 1_000 } };
  await writeFile(config, JSON.stringify(settings));
  return serve({
    name: 'medallion',
    collection: `http://127.0.0.1:${port}/bench/collections/${id}/`,
    authorization: `Basic ${Buffer.from('bench:bench').toString('base64')}`,
    seed,
    start: () => spawn(join(programs, 'medallion'), ['--port', String(port), config], { stdio: 'ignore' }),
  });
};

const openTaxii = async (programs: string, folder: string): Promise<Peer> => {
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
    seed: async (objects) => {
      const seedFile = join(folder, 'opentaxii-seed.json');
      await writeFile(seedFile, JSON.stringify(objects));
      await run(join(programs, 'python'), ['-c', seedObjects, join(folder, 'data.db'), seedFile]);
    },
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

/** In the form of a row that the server itself has written before. */
const seedObjects = `import datetime, json, sqlite3, sys, uuid
base = sqlite3.connect(sys.argv[1])
base.row_factory = sqlite3.Row
row = dict(base.execute('select * from opentaxii_stixobject limit 1').fetchone())
as_key = (lambda key: key.hex) if len(row['pk']) == 32 else str
columns = list(row)
added = datetime.datetime(2024, 7, 1)
def rows():
    for at, item in enumerate(json.load(open(sys.argv[2]))):
        kept = {key: item[key] for key in item if key not in ('id', 'type', 'spec_version')}
        when = (added + datetime.timedelta(microseconds=at)).strftime('%Y-%m-%d %H:%M:%S.%f')
        yield [{**row, 'pk': as_key(uuid.uuid4()), 'id': item['id'], 'date_added': when,
                'serialized_data': json.dumps(kept)}[column] for column in columns]
base.execute('delete from opentaxii_stixobject')
marks = ','.join('?' * len(columns))
base.executemany(f'insert into opentaxii_stixobject ({",".join(columns)}) values ({marks})', rows())
base.commit()
`;

/** Installs and starts both; data and settings lie in `folder`. */
export const startPeers = async (folder: string): Promise<readonly Peer[]> => {
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
