/**
 * The demo world as a newcomer starts it: three processes, one account for each role, kept between starts.
 */
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { awaitOutput, interrupt, type RunningCommand, runCommand, startCommand } from '../testing/command.ts';
import { swiftFolder } from '../testing/swift-folder.ts';
import { connectors, inventedVisitors, people } from './scenario/index.ts';

/** Away from the ports of a demo world that somebody uses on this machine. */
const portOffset = '2850';
const readyWithinMs = 120_000;

const start = async (folder: string, ...words: readonly string[]): Promise<RunningCommand> => {
  const running = startCommand(['demo', '--data', folder, ...words]);
  onTestFinished(async () => {
    if (running.process.exitCode === null) interrupt(running);
    await running.ended;
  });
  await awaitOutput(running, 'The demo world is ready', readyWithinMs);
  return running;
};

const stop = async (running: RunningCommand, folder: string): Promise<void> => {
  interrupt(running);
  expect((await running.ended).code).toBe(0);
  for (const node of ['fr', 'ma', 'es'])
    expect(await readdir(join(folder, node, 'postgres/cluster/data'))).not.toContain('postmaster.pid');
  expect(await readdir(folder)).not.toContain('supervisor.pid');
};

const readNodes = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'demo-accounts.json'), 'utf8')).nodes;

const get = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(url, { headers });
  return { status: response.status, body: await response.json() };
};

test('the demo world starts, lets every role in, keeps its state and leaves no process', async () => {
  const folder = await mkdtemp(join(swiftFolder(), 'tansiq-demo-'));
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const first = await start(folder, '--fresh', '--port-offset', portOffset);
  const nodes = await readNodes(folder);
  for (const node of ['fr', 'ma', 'es']) {
    const { url, accounts, country } = nodes[node];
    expect(country).toBe(node.toUpperCase());
    expect((await get(`${url}/healthz`)).body).toMatchObject({ status: 'ok' });
    expect((await get(`${url}/openapi.json`)).body).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\./),
      info: { title: expect.stringContaining('Tansiq') },
      paths: { '/api/session': expect.anything(), '/api/exchange/items': expect.anything() },
    });
    const roles = [...people, ...connectors].filter((person) => person.node === node).map(({ role }) => role);
    expect(Object.keys(accounts).sort()).toEqual([...roles].sort());
    for (const [role, { token }] of Object.entries<{ token: string }>(accounts))
      expect((await get(`${url}/api/session`, { authorization: `Bearer ${token}` })).body.role).toBe(role);
  }
  // A roster can be begun: the host has officers of its own, and a partner has named some.
  const planner = { authorization: `Bearer ${nodes.fr.accounts['event-planner'].token}` };
  const officers = async (kind: string) =>
    (await get(`${nodes.fr.url}/api/assistance/units?kind=${kind}`, planner)).body.units.length;
  expect(await officers('own')).toBeGreaterThan(50);
  await vi.waitFor(async () => expect(await officers('visiting')).toBe(inventedVisitors.length), 30_000);
  const { url, accounts, taxii } = nodes.ma;
  const { email, password } = accounts.analyst;
  const basic = Buffer.from(`${email}:${password}`).toString('base64');
  expect((await get(`${url}/api/session`, { authorization: `Basic ${basic}` })).status).toBe(200);
  const asSystem = Buffer.from(`${accounts.connector.email}:${accounts.connector.password}`).toString(
    'base64',
  );
  const system = { authorization: `Basic ${asSystem}` };
  expect((await get(taxii, system)).body.api_roots).toEqual([expect.stringContaining(taxii)]);
  expect((await get(accounts.connector.collection, system)).body).toMatchObject({ can_write: true });
  const signedIn = await fetch(`${url}/api/session/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  expect(await signedIn.json()).toMatchObject({ kind: 'signed-in' });
  const inbox = async (token: string) =>
    (await get(`${url}/api/exchange/items?box=inbox`, { authorization: `Bearer ${token}` })).body.total;
  const before = await inbox(accounts.analyst.token);
  expect(before).toBeGreaterThan(0);
  const second = await runCommand(['demo', '--data', folder, '--fresh']);
  expect([second.code, second.errors]).toEqual([1, expect.stringContaining('runs already')]);
  await stop(first, folder);

  const again = await start(folder);
  expect(again.output()).not.toContain('Pairing');
  expect(await inbox((await readNodes(folder)).ma.accounts.analyst.token)).toBe(before);
  await stop(again, folder);
}, 300_000);
