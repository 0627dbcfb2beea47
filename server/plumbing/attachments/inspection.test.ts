/** What files are by their bytes, what their readers are warned of, and which archives are refused. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import tar from 'tar-stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ArchiveEntry, zipOf } from '../../../testing/archives.ts';
import { inspectFile } from './inspection.ts';
import { attachmentLimits } from './limits.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tansiq-inspection-'));
});
afterAll(() => rm(folder, { recursive: true }));

const inspect = async (name: string, content: Uint8Array | string) => {
  const bytes = Buffer.from(content);
  const path = join(folder, crypto.randomUUID());
  await writeFile(path, bytes);
  return inspectFile(path, bytes.length, name);
};

const text = (name: string, content = 'text'): ArchiveEntry => ({ name, content: Buffer.from(content) });
const zeros = (name: string, bytes: number): ArchiveEntry => ({ name, content: Buffer.alloc(bytes) });
const nested = (depth: number): Buffer =>
  depth === 0 ? zipOf([text('a.txt')]) : zipOf([{ name: 'in.zip', content: nested(depth - 1) }]);
const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000', 'hex');
const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);

test.each([
  ['مخطط.txt', 'مداخل الملعب', 'text/plain', []],
  ['list.csv', 'plate;country\n1;MA\n2;FR\n', 'text/csv', []],
  ['data.json', '{"a":[1,2]}', 'application/json', []],
  ['mail.eml', 'From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n\r\nhello', 'message/rfc822', []],
  ['track.cot', '<?xml version="1.0"?><event version="2.0" uid="x" type="a-f-G"/>', 'application/xml', []],
  ['photo.png', png, 'image/png', []],
  ['nothing.bin', Buffer.from([1, 2, 3, 4]), 'application/octet-stream', []],
  ['empty.txt', '', 'text/plain', []],
  ['photo.jpg', png, 'image/png', ['wrong-ending']],
  ['photo.jpg', program, 'application/x-msdownload', ['executable', 'wrong-ending']],
  ['report.pdf', 'not a document', 'text/plain', ['wrong-ending']],
  ['list\u202Excod.exe', program, 'application/x-msdownload', ['executable', 'disguised']],
  ['../../etc/passwd', 'root', 'text/plain', ['disguised']],
  ['run.txt', '#!/bin/sh\nrm', 'text/x-script', ['script']],
  ['setup.bat', 'echo', 'text/plain', ['script']],
  ['plan.svg', '<?xml version="1.0"?><!-- plan --><svg onload="x"/>', 'image/svg+xml', ['active']],
  ['page.txt', '  <!DOCTYPE html><script>', 'text/html', ['active']],
] as const)('%s is what its bytes say', async (name, content, mimeType, warnings) => {
  const found = await inspect(name, content);
  expect(found).toMatchObject({ mimeType, warnings, refusal: null });
});

test('an archive is looked into, archives within it too', async () => {
  const inner = zipOf([text('b.txt'), text('c.txt')]);
  const found = await inspect('a.zip', zipOf([text('a.txt', 'four'), { name: 'in.zip', content: inner }]));
  expect(found).toMatchObject({
    mimeType: 'application/zip',
    warnings: [],
    archive: { entries: 4, unpackedBytes: 4 + inner.length + 8, depth: 2 },
    refusal: null,
  });
});

test('a document with macros says so', async () => {
  const found = await inspect('a.zip', zipOf([text('word/vbaProject.bin')]));
  expect(found.warnings).toEqual(['macros']);
});

test('an archive that is encrypted, broken or only recognised is kept, and its reader warned', async () => {
  const whole = zipOf([text('a.txt', 'a longer text, so that there is something to cut off')]);
  const sevenZip = Buffer.concat([Buffer.from('377abcaf271c0004', 'hex'), Buffer.alloc(32)]);
  const cases = [
    await inspect('a.zip', zipOf([{ ...text('a.txt'), isEncrypted: true }])),
    await inspect('a.zip', whole.subarray(0, 50)),
    await inspect('a.zip', zipOf([{ ...text('a.txt'), saysBytes: 9 }])),
    await inspect('a.7z', sevenZip),
  ];
  expect(cases.map(({ warnings }) => warnings)).toEqual([
    ['encrypted'],
    ['unchecked'],
    ['unchecked'],
    ['unchecked'],
  ]);
  expect(cases.every(({ refusal }) => refusal === null)).toBe(true);
});

test('a bomb is refused by the limit that it breaks', async () => {
  const { archiveRatioFromBytes: most, archiveDepth, archiveEntries } = attachmentLimits;
  const entries = Array.from({ length: archiveEntries + 1 }, (_, at) => zeros(`${at}`, 0));
  const refusals = {
    ratio: await inspect('a.zip', zipOf([zeros('a', most + 1)])),
    // Its headers say little, its content is without end.
    lies: await inspect('a.zip', zipOf([{ ...zeros('a', most + 1), saysBytes: 10 }])),
    gzip: await inspect('a.gz', gzipSync(Buffer.alloc(most + 1))),
    depth: await inspect('a.zip', nested(archiveDepth)),
    entries: await inspect('a.zip', zipOf(entries)),
  };
  expect(Object.fromEntries(Object.entries(refusals).map(([name, { refusal }]) => [name, refusal]))).toEqual({
    ratio: 'archive-ratio',
    // Cut off where the headers end it: it cannot be looked into, and does no harm here.
    lies: null,
    gzip: 'archive-ratio',
    depth: 'archive-depth',
    entries: 'archive-entries',
  });
  expect(refusals.lies.warnings).toEqual(['unchecked']);
});

test('the limits themselves are still allowed', async () => {
  const { archiveRatioFromBytes: most, archiveDepth } = attachmentLimits;
  expect((await inspect('a.zip', zipOf([zeros('a', most)]))).refusal).toBeNull();
  expect((await inspect('a.zip', nested(archiveDepth - 1))).archive?.depth).toBe(archiveDepth);
});

test('a packed tar counts its entries, and its frame', async () => {
  const pack = tar.pack();
  pack.entry({ name: 'a.txt' }, 'hello');
  pack.entry({ name: 'in.zip' }, zipOf([text('b.txt')]));
  pack.finalize();
  const parts: Buffer[] = [];
  for await (const part of pack) if (Buffer.isBuffer(part)) parts.push(part);
  const whole = Buffer.concat(parts);
  const found = await inspect('a.tar.gz', gzipSync(whole));
  expect(found).toMatchObject({ warnings: [], refusal: null });
  expect(found.archive).toEqual({ entries: 3, unpackedBytes: whole.length + 4, depth: 2 });
});
