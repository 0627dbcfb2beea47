/** The operator's door: who comes in, and what everybody else sees of it. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openWorld, type WorldNode } from '../testing/world.ts';
import { isFromThisMachine } from './operator.ts';
import { operatorHeader, operatorSecretFile } from './plumbing/config/index.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const openNode = async (): Promise<{ node: WorldNode; secret: string; close(): Promise<void> }> => {
  const world = await openWorld(['ma']);
  const { ma: node } = world.nodes;
  if (node === undefined) throw new Error('no node');
  const secret = (await readFile(join(node.folder, operatorSecretFile), 'utf8')).trim();
  return { node, secret, close: world.close };
};

const knock = async (node: WorldNode, headers: Record<string, string>, path = '/operator/links') => {
  const response = await fetch(`${node.address}${path}`, { headers });
  return { status: response.status, text: await response.text() };
};

const refusals = async (node: WorldNode, secret: string): Promise<readonly string[]> => {
  const { text } = await knock(node, { [operatorHeader]: secret }, '/operator/journal');
  return [...text.matchAll(/\\"rule\\":\\"(operator\/[a-z-]+)\\"/g)]
    .map(([, rule]) => rule ?? '')
    .filter((rule) => rule !== 'operator/holds-the-data-folder');
};

test('the secret of the data folder opens the door; without it there is nothing there', async () => {
  const { node, secret, close } = await openNode();
  ends.push(close);
  expect((await stat(join(node.folder, operatorSecretFile))).mode & 0o777).toBe(0o600);
  expect((await knock(node, { [operatorHeader]: secret })).status).toBe(200);
  const nowhere = await knock(node, {}, '/operator/nowhere');
  expect(nowhere.status).toBe(404);
  expect(await knock(node, {})).toEqual(nowhere);
  expect(await knock(node, { [operatorHeader]: 'wrong' })).toEqual(nowhere);
  expect(await knock(node, { [operatorHeader]: secret, 'x-forwarded-for': '127.0.0.1' })).toEqual(nowhere);
  const administrator = node.accounts.get('administrator');
  expect((await knock(node, { authorization: `Bearer ${administrator?.token}` })).status).toBe(404);
  expect(await refusals(node, secret)).toEqual(['operator/wrong-secret', 'operator/from-elsewhere']);
});

test('whoever keeps guessing is refused each time and does not fill the journal', async () => {
  const { node, secret, close } = await openNode();
  ends.push(close);
  for (let guess = 0; guess < 40; guess += 1)
    expect((await knock(node, { [operatorHeader]: `guess ${guess}` })).status).toBe(404);
  // Forty guesses may run over into a second minute.
  expect((await refusals(node, secret)).length).toBeLessThanOrEqual(20);
});

test('the secret is gone when the node stops, and nothing of its making is left', async () => {
  const { node, close } = await openNode();
  await node.stop();
  expect((await readdir(node.folder)).filter((name) => name.includes('operator'))).toEqual([]);
  await close();
});

test('a wide-open file of an earlier time does not widen the rights of the secret', async () => {
  const world = await openWorld(['ma']);
  ends.push(world.close);
  const { ma } = world.nodes;
  if (ma === undefined) throw new Error('no node');
  await ma.stop();
  await writeFile(join(ma.folder, operatorSecretFile), 'old', { mode: 0o666 });
  await world.restart('ma');
  expect((await stat(join(ma.folder, operatorSecretFile))).mode & 0o777).toBe(0o600);
});

const from = (remoteAddress: string, localAddress: string, headers: Record<string, string> = {}) =>
  isFromThisMachine({ headers, socket: { remoteAddress, localAddress } });

test('only connections made on the machine itself, by no proxy, count as near', () => {
  expect(from('127.0.0.1', '127.0.0.1')).toBe(true);
  expect(from('::ffff:127.0.0.1', '::ffff:127.0.0.1')).toBe(true);
  expect(from('::1', '::1')).toBe(true);
  expect(from('10.0.0.5', '10.0.0.5')).toBe(true);
  expect(from('10.0.0.6', '10.0.0.5')).toBe(false);
  expect(from('127.0.0.1.example', '10.0.0.5')).toBe(false);
  for (const header of ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'])
    expect(from('127.0.0.1', '127.0.0.1', { [header]: 'x' })).toBe(false);
});
