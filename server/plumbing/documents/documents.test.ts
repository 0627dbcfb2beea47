/** Documents typeset by the real compiler in its real thread. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { houseFolder } from '../../node-database.ts';
import { createTypesetter, documentLimits, type PrintedDocument, type Typesetter } from './index.ts';

let folder = '';
let typesetter: Typesetter;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'));
  typesetter = createTypesetter({ house: houseFolder(), folder });
});
afterAll(async () => {
  await typesetter.close();
  await rm(folder, { recursive: true });
});

const documentOf = (changes: Partial<PrintedDocument> = {}): PrintedDocument => ({
  language: 'ar',
  title: 'موجز الوضع اليومي',
  issuer: 'المديرية العامة للأمن الوطني',
  reference: 'SITREP-2026-11-28/2',
  tlp: 'amber',
  marking: 'TLP:AMBER · PAP:AMBER · H1',
  madeAt: '28 نونبر 2026، 09:30',
  pageWords: 'صفحة {page} من {pages}',
  facts: [{ label: 'الفترة', value: { text: '2026-11-27 07:00 – 2026-11-28 07:00', isCode: true } }],
  blocks: [
    { kind: 'heading', level: 1, text: 'الأحداث' },
    { kind: 'paragraph', phrase: { text: 'Un drone signalé près du stade, Łódź.', language: 'fr' } },
    {
      kind: 'table',
      head: ['الوقت', 'الحدث'],
      widths: [1, 4],
      rows: [[{ text: '08:15', isCode: true }, { text: 'تدفق كبير على البوابة رقم 4' }]],
    },
    { kind: 'list', phrases: [{ text: 'أولاً' }, { text: '#strong[ليس ترميزاً] $x$ @ref' }] },
    { kind: 'notice', phrase: { text: 'لا شيء آخر.' } },
  ],
  ...changes,
});

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-';

test('a document in each language is typeset as PDF/A, whatever its texts look like', async () => {
  for (const language of ['ar', 'fr', 'en'] as const) {
    const pdf = await typesetter.typeset(documentOf({ language }));
    expect(isPdf(pdf)).toBe(true);
    expect(Buffer.from(pdf).toString('latin1')).toContain('pdfaid');
  }
});

test('a text that asks for a file gets none: it is a text', async () => {
  const asking = '#read("/etc/hostname")';
  const pdf = await typesetter.typeset(
    documentOf({ blocks: [{ kind: 'paragraph', phrase: { text: asking, language: 'en' } }] }),
  );
  expect(isPdf(pdf)).toBe(true);
});

test('two thousand entries are typeset while the node goes on answering', async () => {
  const rows = Array.from({ length: 2_000 }, (_, at) => [
    { text: `2026-11-28 ${at}`, isCode: true },
    { text: `الحدث رقم ${at}: تدفق كبير على البوابة` },
  ]);
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 5);
  const pdf = await typesetter.typeset(
    documentOf({ blocks: [{ kind: 'table', head: ['الوقت', 'الحدث'], widths: [1, 4], rows }] }),
  );
  clearInterval(turning);
  expect(isPdf(pdf)).toBe(true);
  expect(turns).toBeGreaterThan(5);
});

test('what is too large is refused, and so is one more than may wait', async () => {
  const text = 'x'.repeat(documentLimits.bytes);
  await expect(typesetter.typeset(documentOf({ title: text }))).rejects.toMatchObject({
    code: 'documents/too-large',
  });
  const many = Array.from({ length: documentLimits.waiting + 2 }, () => typesetter.typeset(documentOf()));
  const ended = await Promise.allSettled(many);
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(documentLimits.waiting + 1);
  expect(ended.at(-1)).toMatchObject({ reason: { code: 'documents/busy' } });
});
