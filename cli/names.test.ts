/** Lists of names and of identifiers as people keep them, and as they should not. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../testing/command.ts';
import { swiftFolder } from '../testing/swift-folder.ts';

let folder = '';
const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

beforeAll(async () => {
  folder = await mkdtemp(join(swiftFolder(), 'tansiq-names-'));
  expect((await runCommand(['--version'])).code).toBe(0);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** «محمد» as Windows writes it in Arabic. */
const windows1256 = Uint8Array.from([0xe3, 0xcd, 0xe3, 0xcf]);

test('a file that is not UTF-8 is refused by its line, with what turns it over', async () => {
  const list = await file('1256.txt', Buffer.concat([Buffer.from('Fatima\n'), windows1256]));
  const search = await runCommand(['names', 'search', '--list', list, 'محمد']);
  expect([search.code, search.errors]).toEqual([1, expect.stringMatching(/line 2.*iconv -f WINDOWS-1256/s)]);
  const read = await runCommand(['match', 'read', list, '--json']);
  expect(JSON.parse(read.errors)).toMatchObject({ error: { code: 'command/failed' } });
  const zeros = await file('zeros.txt', 'Fatima\nF\0a\0');
  const refused = await runCommand(['names', 'search', '--list', zeros, 'Fatima']);
  expect([refused.code, refused.errors]).toEqual([1, expect.stringContaining('line 2')]);
});

test('UTF-16 with its mark, and UTF-8 with one, are read', async () => {
  const wide = await file('utf16.txt', Buffer.from('\ufeffفاطمة العلوي\r\n', 'utf16le'));
  const found = await runCommand(['names', 'search', '--list', wide, 'Fatima Alaoui', '--json']);
  expect(JSON.parse(found.output)).toMatchObject({ hits: [{ name: 'فاطمة العلوي' }] });
  const marked = await file('marked.txt', '\ufeff+33 6 39 98 40 17\r\n');
  const read = await runCommand(['match', 'read', marked, '--json']);
  expect(JSON.parse(read.output)).toMatchObject({ readings: [{ form: '+33639984017' }], refused: 0 });
});

test('a name of no letters, and a list of none, say so', async () => {
  const list = await file('list.txt', 'Fatima Alaoui\n');
  const digits = await file('digits.txt', '123\n---\n');
  for (const [from, name] of [
    [list, ' '],
    [list, '123'],
    [digits, 'Fatima'],
  ] as const) {
    const { code, errors } = await runCommand(['names', 'search', '--list', from, name]);
    expect([code, errors]).toEqual([1, expect.stringMatching(/letters|holds no name/)]);
  }
});

test('of two spellings in the list the further one says how near it is by itself', async () => {
  const list = await file('both.txt', 'محمد الحموشي\nMohamed El Hammouchi\n');
  const { output } = await runCommand(['names', 'search', '--list', list, 'محمد الحموشي']);
  expect(output).toMatch(/0\.\d\d {2}Mohamed El Hammouchi\n +[01]\.\d\d side by side/);
});

test('what could not be asked, and what no candidate answers, is counted beside the shares', async () => {
  const candidates = await file('candidates.txt', 'Re\u0301da Alaoui\nFatima  Alaoui\n');
  const queries = await file(
    'pairs.tsv',
    'رضا العلوي\tR\u00e9da Alaoui\nفاطمة العلوي\t\u200eFatima Alaoui\nسعيد\tSomebody Else\nبلا جواب\n',
  );
  const words = ['names', 'eval', '--queries', queries, '--candidates', candidates];
  const { output } = await runCommand([...words, '--json']);
  expect(JSON.parse(output)).toMatchObject({ queries: 3, first: 2 / 3, withoutCandidate: 1, passedOver: 1 });
  expect((await runCommand(words)).output).toMatch(/1 queries have no right name.*1 lines were passed over/s);
});
