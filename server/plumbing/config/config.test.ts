import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import {
  checkSettings,
  type NodeSettings,
  readEnvironment,
  readSettings,
  settingsFile,
  writeSettings,
} from './index.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'tansiq-config-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

const settings: NodeSettings = {
  party: newId('party'),
  name: { ar: 'جهاز', fr: 'Service', en: 'Service' },
  country: 'MA',
  languages: ['ar', 'fr'],
  console: { host: '127.0.0.1', port: 7001 },
  publicAddress: 'https://tansiq.example',
  federation: { host: '127.0.0.1', port: 7301 },
  federationAddress: 'https://tansiq.example:7301',
  databaseUrl: null,
  demo: false,
  oidc: null,
};

test('an unknown key of ours in the environment stops the start, with the keys that are known', () => {
  expect(() => readEnvironment({ TANSIQ_LOGLEVEL: 'info', HOME: '/' })).toThrow(
    /Unknown setting TANSIQ_LOGLEVEL.*TANSIQ_DATA, TANSIQ_LOG_LEVEL, DATABASE_URL/,
  );
});

test('wrong values in the environment are named', () => {
  expect(() => readEnvironment({ TANSIQ_LOG_LEVEL: 'loud' })).toThrow('“loud”');
  expect(() => readEnvironment({ DATABASE_URL: 'mysql://x' })).toThrow('postgresql://');
  expect(readEnvironment({ DATABASE_URL: '' }).databaseUrl).toBeNull();
});

test('settings are read as they were written, by the owner alone', async () => {
  const folder = await newFolder();
  await writeSettings(folder, settings);
  expect(await readSettings(folder)).toEqual(settings);
  expect((await stat(join(folder, settingsFile))).mode & 0o777).toBe(0o600);
  await expect(writeSettings(folder, settings)).rejects.toThrow('already holds a node');
});

test('unknown and wrong keys of the settings are named with their place', async () => {
  const folder = await newFolder();
  const wrong = { ...settings, colour: 'blue', console: { host: '127.0.0.1', port: 70_000 } };
  await writeFile(join(folder, settingsFile), JSON.stringify(wrong));
  await expect(readSettings(folder)).rejects.toThrow(/additional properties[\s\S]*\/console\/port/);
  await writeFile(join(folder, settingsFile), '{');
  await expect(readSettings(folder)).rejects.toThrow('is not JSON');
  await rm(join(folder, settingsFile));
  await expect(readSettings(folder)).rejects.toThrow('npx tansiq init --data');
});

test('a folder with other files is not made into a node', async () => {
  const folder = await newFolder();
  await writeFile(join(folder, 'letter.txt'), 'mine');
  await expect(writeSettings(folder, settings)).rejects.toThrow('holds other files');
});

const mailTo = (host: string, security: 'none' | 'starttls') => ({
  host,
  port: 25,
  security,
  from: 'node@centre.example',
  to: ['duty@centre.example'],
});

test.each<[string, NodeSettings['notices'], boolean]>([
  ['mail in the clear beyond this machine', { mail: mailTo('mail.example', 'none') }, false],
  ['mail under TLS', { mail: mailTo('mail.example', 'starttls') }, true],
  ['mail in the clear on this machine', { mail: mailTo('127.0.0.1', 'none') }, true],
  ['a webhook in the clear', { webhook: { address: 'http://hook.example/' } }, false],
  ['a webhook under TLS', { webhook: { address: 'https://hook.example/' } }, true],
  [
    'a host that only begins like this machine',
    { webhook: { address: 'http://127.0.0.1.evil.example/' } },
    false,
  ],
])('settings with %s are taken or stop the start', (_what, notices, taken) => {
  const check = () => checkSettings({ ...settings, notices }, 'tansiq.json');
  if (taken) expect(check()).toMatchObject({ notices });
  else expect(check).toThrow('unprotected');
});
