/** What is pure in attachments: STIX objects, names as they are shown, byte ranges, waits. */
import { expect, test } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { shownName } from '../../../kernel/files.ts';
import { readBundle } from '../../../plumbing/stix/index.ts';
import { attachmentsIn, objectsFor, waitAfter } from './attachment.ts';
import { attachmentLimits } from './contract.ts';

const hash = 'ab'.repeat(32);
const url = `https://node.example:7301/federation/attachments/${hash}`;
const given = { name: 'plan.pdf', bytes: 12, hash, mimeType: 'application/pdf' };
const withId = (object: JsonObject) => ({ ...object, id: String(object.id) });
const objects = objectsFor(given, url).map(withId);
const [artifact, file] = objects;
if (artifact === undefined || file === undefined) throw new Error('no objects');

test('an attachment is a sound artifact and a sound file, and is found again among other objects', () => {
  const reading = readBundle(JSON.stringify(objects));
  expect(reading.kind === 'read' ? reading.warnings : reading.problems).toEqual([]);
  const found = {
    artifact: artifact.id,
    hash,
    url,
    mimeType: 'application/pdf',
    name: 'plan.pdf',
    bytes: 12,
  };
  expect(attachmentsIn([file, { type: 'note', id: 'note--1' }, artifact])).toEqual([found]);
  expect(attachmentsIn([artifact])).toEqual([{ ...found, name: null, bytes: null }]);
});

test.each<[string, JsonObject]>([
  ['bytes within the bundle', { payload_bin: 'AAAA' }],
  ['another site', { url: 'https://site.example/plan.pdf' }],
  ['another hash in the address', { url: url.replace('ab', 'cd') }],
  ['no SHA-256', { hashes: { MD5: 'ab'.repeat(16) } }],
])('an artifact with %s stays as it is', (_title, change) => {
  expect(attachmentsIn([{ ...artifact, ...change }])).toEqual([]);
});

test.each([
  ['مخطط الملعب.pdf', 'مخطط الملعب.pdf'],
  ['list\u202Efdp.exe', 'list\ufffdfdp.exe'],
  ['../../etc/passwd', '..\u2215..\u2215etc\u2215passwd'],
  ['a\r\nb\0.txt', 'a\ufffd\ufffdb\ufffd.txt'],
  ['   ', '\ufffd'],
])('the name %j is shown as %j', (name, shown) => {
  expect(shownName(name)).toBe(shown);
});

test('waits double, up to the longest', () => {
  expect([0, 1, 2, 3].map(waitAfter)).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(waitAfter(50)).toBe(attachmentLimits.retryMostMs);
});
