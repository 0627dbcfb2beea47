/** What a node says of itself is refused where a name shows nothing, or other than what it says. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { createKeys, type Keys } from '../plumbing/keys/index.ts';
import { isDescriptorSound, plainPem, signObject } from './descriptor.ts';
import { protocolName } from './limits.ts';

let folder: string;
let keys: Keys;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tansiq-keys-'));
  keys = await createKeys({ folder, commonName: 'a node' });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Signed by its own key, whatever it is called. */
const named = (name: { ar?: string; fr?: string; en?: string }) =>
  signObject(
    {
      protocol: protocolName,
      party: newId('party'),
      name: { ar: 'المصلحة المركزية', fr: 'Service central', en: 'Central service', ...name },
      country: 'MA',
      languages: ['ar', 'fr'],
      address: 'https://127.0.0.1:1',
      version: 1,
      identityKey: keys.publicKey,
      previousKeys: [],
      tlsCertificate: plainPem(keys.tls.certificate),
      issuedAt: '2026-01-01T00:00:00.000Z',
    },
    keys.sign,
  );

test.each([
  ['marks alone', { ar: '\u200F\u200E' }],
  ['zero-width characters', { fr: '\u200B\u2060' }],
  ['spaces', { en: ' \u00A0 ' }],
  ['an override', { fr: 'Service \u202Elartnec' }],
  ['an isolate that stays open', { ar: '\u2067المصلحة' }],
  ['a control', { en: 'Central\nservice' }],
  ['tags that nobody sees', { en: 'Central service\u{E0041}' }],
])('a node whose name holds %s is not taken for one', (_, name) => {
  expect(isDescriptorSound(named(name))).toBe(false);
});

test('names that are drawn as they are written are taken, Arabic with its marks too', () => {
  expect(isDescriptorSound(named({}))).toBe(true);
  expect(isDescriptorSound(named({ ar: '\u200Fالمصلحة (DGSN)\u200F' }))).toBe(true);
});
