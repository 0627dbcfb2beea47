/** `tansiq badge verify` with files alone: no node, no network. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addBadge } from '../cli/badge.ts';
import { writeCode } from '../server/capabilities/assistance/deployment/badge-code.ts';
import { shortHash } from '../server/capabilities/assistance/deployment/badges-service.ts';
import { signText } from '../server/plumbing/keys/index.ts';
import { holder, other } from './cast.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const sign = (text: string) => signText(privateKey, text);
const statement = {
  v: 1,
  p: holder,
  b: '7K2M-Q4XZ',
  n: 'Youssef EL AMRANI',
  s: 'DGSN',
  r: 'explosive-dog',
} as const;
const code = writeCode(
  'badge',
  { ...statement, f: '2029-07-01', u: '2029-07-20', w: true, z: ['Stade'], k: ['search'] },
  sign,
);
const listOf = (numbers: readonly string[]) =>
  writeCode('revoked', { v: 1, p: holder, t: '2029-07-05T06:00:00.000Z', h: numbers.map(shortHash) }, sign);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'badge-'));
  const publicKeys = [publicKey.export({ format: 'jwk' }).x];
  const write = (name: string, file: object) => writeFile(join(folder, name), JSON.stringify(file));
  await write('keys.json', { party: holder, publicKeys, revoked: listOf([]) });
  await write('elsewhere.json', { party: other, publicKeys });
  await writeFile(join(folder, 'later.txt'), listOf([statement.b]));
  await writeFile(join(folder, 'forged.txt'), `${listOf([]).slice(0, -86)}${'A'.repeat(86)}`);
});
afterAll(async () => {
  process.exitCode = 0;
  await rm(folder, { recursive: true });
});

const verify = async (...words: readonly string[]) => {
  process.exitCode = 0;
  const printed: string[] = [];
  const write = vi
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => printed.push(String(text)) > 0);
  const program = new Command();
  addBadge(program);
  try {
    await program.parseAsync(['badge', 'verify', '--day', '2029-07-05', '--json', ...words], {
      from: 'user',
    });
  } finally {
    write.mockRestore();
  }
  const { verdict } = JSON.parse(printed.join(''));
  const exit = process.exitCode;
  process.exitCode = 0;
  return [verdict, exit];
};
const file = (name: string) => join(folder, name);

test('a badge holds by the keys of its service, and its command says so by its exit code', async () => {
  expect(await verify(code, '--key', file('keys.json'))).toEqual(['valid', 0]);
  expect(await verify(`${code.slice(0, -4)}AAAA`, '--key', file('keys.json'))).toEqual(['forged', 1]);
  expect(await verify(code, '--key', file('elsewhere.json'))).toEqual(['other-service', 1]);
  expect(await verify(code, '--key', file('keys.json'), '--day', '2029-08-01')).toEqual(['expired', 1]);
  expect(await verify(code, '--key', file('keys.json'), '--revoked', file('later.txt'))).toEqual([
    'revoked',
    1,
  ]);
});

test('a list that the service did not sign is not gone by', async () => {
  await expect(verify(code, '--key', file('keys.json'), '--revoked', file('forged.txt'))).rejects.toThrow(
    'not signed by the service',
  );
});
