/**
 * What this machine can do at all: a commit that reaches its disk, a round trip under TLS 1.3 on the
 * loopback.
 */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, createServer, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createKeys } from '../server/plumbing/keys/index.ts';
import type { ProcessNode } from '../testing/process-node.ts';
import { timesOf } from './measure.ts';

const commits = 300;
const trips = 500;

/** Milliseconds of single-row transactions, one after the other, on the node's own database server. */
export const commitTimes = async (node: ProcessNode): Promise<readonly number[]> => {
  const client = new pg.Client({ connectionString: await node.databaseUrl() });
  await client.connect();
  try {
    await client.query('create table if not exists bench_commit (n integer)');
    const times = await timesOf(commits, (n) => client.query('insert into bench_commit values ($1)', [n]));
    await client.query('drop table bench_commit');
    return times;
  } finally {
    await client.end();
  }
};

const ask = (port: number, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method: 'POST', agent }, (response) => {
      response.resume();
      response.on('end', () => resolve());
    });
    sent.on('error', reject);
    sent.end('{}');
  });

/** Milliseconds of POSTs over one kept connection. */
export const tlsTimes = async (): Promise<readonly number[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'tansiq-bench-'));
  const { tls } = await createKeys({ folder, commonName: 'bench' });
  const server = createServer(
    { key: tls.key, cert: tls.certificate, minVersion: 'TLSv1.3' },
    (arrived, answer) => {
      arrived.resume();
      arrived.on('end', () => answer.end('{}'));
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('bug: no port');
  const agent = new Agent({ keepAlive: true, maxSockets: 1, ca: tls.certificate, minVersion: 'TLSv1.3' });
  try {
    return await timesOf(trips, () => ask(address.port, agent));
  } finally {
    agent.destroy();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
};
