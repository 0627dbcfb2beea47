/** Files and photos on entries: seen by whoever reads the entry, gone with it, along where it goes. */
import { createHash, randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bytesAs, bytesAt, uploadAs } from '../../../../testing/attachments.ts';
import {
  agree,
  draftWith,
  entriesOf,
  faultOf,
  newcomer,
  nodeOf,
  ok,
  okList,
} from '../../../../testing/story.ts';
import { until } from '../../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';
import { watchLimits } from '../contract.ts';

let world: World;
let fr: WorldNode;
let guest: Awaited<ReturnType<typeof newcomer>>;
let circle = '';
let agreement = '';
const log = '/api/watch/log';

beforeAll(async () => {
  world = await openWorld(['fr', 'ma']);
  fr = nodeOf(world, 'fr');
  const ma = nodeOf(world, 'ma');
  agreement = await agree([fr, ma]);
  const made = await ok(
    fr.call('service-head', 'POST', '/api/circles', {
      name: { ar: 'دائرة الألعاب', fr: 'Cercle des Jeux', en: 'Games circle' },
      kind: 'event',
      members: [fr.party, ma.party],
    }),
  );
  circle = String(made.id);
  guest = await newcomer(fr, { email: 'guest@ma.example', roles: ['liaison-officer'], party: ma.party });
});
afterAll(() => world.close());

/** A photo as a telephone takes it: turned, and saying where it was taken. */
const photo = async (): Promise<Buffer> => {
  const channels = 3 as const;
  const noise = { create: { width: 1_200, height: 900, channels, background: '#446688' } };
  return sharp(noise)
    .composite([{ input: randomBytes(48), raw: { width: 4, height: 4, channels } }])
    .withExif({ IFD0: { Make: 'Invented' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
};
const uploadOf = async (name: string, bytes: Uint8Array): Promise<string> => {
  const { status, body } = await uploadAs(fr, 'watch-officer', name, bytes);
  expect(status).toBe(201);
  return String(body.id);
};
const write = (line: string, more: JsonObject = {}) =>
  fr.call('watch-officer', 'POST', log, { line, language: 'fr', ...more });
const pathOf = (entry: JsonObject, hash: string): string => `${log}/${String(entry.id)}/attachments/${hash}`;
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const listed = async (id: unknown) => {
  const { items } = await ok(fr.call('analyst', 'GET', log));
  return Array.isArray(items) ? items.filter(isObject).find((entry) => entry.id === id) : undefined;
};

test('a photo stands with its entry, small in the list and whole when it is opened', async () => {
  const bytes = await photo();
  const attachments = [{ upload: await uploadOf('IMG_1.jpg', bytes), description: ' Sac noir, porte 4 ' }];
  const entry = await ok(write('Colis suspect', { attachments }));
  const hash = hashOf(bytes);
  const shown = { hash, name: 'IMG_1.jpg', description: 'Sac noir, porte 4', isPicture: true };
  expect(entry.attachments).toMatchObject([{ ...shown, hasThumbnail: true, mimeType: 'image/jpeg' }]);
  expect(await listed(entry.id)).toMatchObject({ attachments: [shown] });
  const small = await bytesAt(fr, 'analyst', `${pathOf(entry, hash)}/thumbnail`);
  expect(small.headers.get('content-type')).toBe('image/webp');
  const looked = await sharp(small.bytes).metadata();
  // Turned as the camera was held, and without what it wrote.
  expect(looked).toMatchObject({ width: 240, height: 320 });
  expect(looked.exif).toBeUndefined();
  const whole = await bytesAt(fr, 'analyst', `${pathOf(entry, hash)}?show=true`);
  expect(hashOf(whole.bytes)).toBe(hash);
  expect(whole.headers.get('content-security-policy')).toContain('sandbox');
  const part = await bytesAt(fr, 'analyst', pathOf(entry, hash), { range: 'bytes=0-1' });
  expect([part.status, part.bytes]).toEqual([206, bytes.subarray(0, 2)]);
  const opened = await entriesOf(fr, { subject: String(entry.id), verb: 'watch.read-attachment' });
  expect(opened).toHaveLength(2);
  // What the picture shows is found as words of the entry are.
  const { items } = await ok(fr.call('analyst', 'GET', `${log}?q=sacs`));
  expect(items).toMatchObject([{ id: entry.id }]);
});

test('whoever reads the entry sees its files, and nobody else does', async () => {
  const bytes = await photo();
  const upload = await uploadOf('a.jpg', bytes);
  const entry = await ok(write('Visible du cercle', { circle, attachments: [{ upload }] }));
  const path = pathOf(entry, hashOf(bytes));
  expect(await faultOf(guest('HEAD', path))).toBe('200');
  expect(await faultOf(guest('HEAD', `${path}/thumbnail`))).toBe('200');
  const again = await uploadOf('a.jpg', bytes);
  const own = await ok(write('Interne', { circle: null, attachments: [{ upload: again }] }));
  const closed = pathOf(own, hashOf(bytes));
  for (const way of [closed, `${closed}/thumbnail`])
    expect(await faultOf(guest('GET', way))).toBe('404 access/absent');
  expect(await faultOf(fr.call('administrator', 'GET', path))).toBe('404 access/absent');
  // A hash that one knows opens nothing in an entry that does not hold it.
  const bare = await ok(write('Sans pièce', { circle }));
  expect(await faultOf(fr.call('analyst', 'GET', pathOf(bare, hashOf(bytes))))).toBe('404 access/absent');
});

test('on an entry with personal data a file opens for a stated reason alone', async () => {
  const bytes = await photo();
  const attachments = [
    { upload: await uploadOf('b.jpg', bytes), description: 'Joindre le +33 6 12 34 56 78' },
  ];
  const entry = await ok(write('Témoin', { attachments }));
  expect(entry).toMatchObject({ personal: true });
  expect(await listed(entry.id)).toMatchObject({ content: 'reason-needed', attachments: [] });
  const path = pathOf(entry, hashOf(bytes));
  for (const way of [path, `${path}/thumbnail`])
    expect(await faultOf(fr.call('liaison-officer', 'GET', way))).toBe('428 parties/reason-needed');
  await ok(fr.call('liaison-officer', 'POST', '/api/parties/context', { reason: 'Enquête 12' }));
  expect((await bytesAt(fr, 'liaison-officer', `${path}/thumbnail`)).status).toBe(200);
});

test('an upload is taken once, by its author, and within the limits of the log', async () => {
  const upload = await uploadOf('plan.txt', Buffer.from('plan'));
  const attachments = [{ upload }];
  const stolen = fr.call('analyst', 'POST', log, { line: 'x', language: 'fr', attachments });
  expect(await faultOf(stolen)).toBe('422 watch/attachment-unknown');
  await ok(write('Plan', { attachments }));
  expect(await faultOf(write('Encore', { attachments }))).toBe('422 watch/attachment-unknown');
  const large = await uploadOf('film.bin', randomBytes(watchLimits.attachmentBytes + 1));
  expect(await faultOf(write('Trop', { attachments: [{ upload: large }] }))).toBe(
    '413 watch/attachment-too-large',
  );
  const many = Array.from({ length: watchLimits.attachments + 1 }, () => ({ upload: crypto.randomUUID() }));
  expect(await faultOf(write('Trop', { attachments: many }))).toBe('400 input/invalid');
  const hidden = [{ upload: large, description: 'turned \u202egnorw' }];
  expect(await faultOf(write('Caché', { attachments: hidden }))).toMatch(/input\/hidden|watch\/attachment/);
});

test('what only calls itself a picture is never shown within the page', async () => {
  const bomb = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  const torn = (await photo()).subarray(0, 2_000);
  // A few bytes that say they are 60,000 points wide and as high: a browser would give them 14 GB.
  const wide = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } })
    .png()
    .toBuffer();
  const size = Buffer.alloc(8);
  size.writeUInt32BE(60_000, 0);
  size.writeUInt32BE(60_000, 4);
  size.copy(wide, 16);
  wide.writeUInt32BE(crc32(wide.subarray(12, 29)), 29);
  const attachments = [
    { upload: await uploadOf('a.jpg', bomb) },
    { upload: await uploadOf('torn.jpg', torn) },
    { upload: await uploadOf('wide.png', wide) },
  ];
  const entry = await ok(write('Fichiers', { attachments }));
  expect(entry.attachments).toMatchObject([
    { name: 'a.jpg', isPicture: false, hasThumbnail: false, warnings: ['active', 'wrong-ending'] },
    { name: 'torn.jpg', hasThumbnail: false },
    { name: 'wide.png', mimeType: 'image/png', isPicture: false, hasThumbnail: false },
  ]);
  for (const bytes of [bomb, wide]) {
    const given = await bytesAt(fr, 'analyst', `${pathOf(entry, hashOf(bytes))}?show=true`);
    expect(given.headers.get('content-type')).toBe('application/octet-stream');
    expect(given.headers.get('content-disposition')).toContain('attachment;');
  }
});

const sendAlert = async (more: JsonObject): Promise<JsonObject> => {
  const terms = { urgency: 'Immediate', severity: 'Severe', certainty: 'Observed', language: 'fr' };
  const text = { headline: 'Drone au-dessus du site', description: '', agreement, circle: null };
  const draft = await ok(
    fr.call('watch-officer', 'POST', '/api/watch/alerts', { ...terms, ...text, ...more }),
  );
  return ok(fr.call('watch-officer', 'POST', `/api/watch/alerts/${String(draft.id)}/send`));
};

test('files go along into the item that is made of the entry, and to the partner', async () => {
  const ma = nodeOf(world, 'ma');
  const bytes = await photo();
  const entry = await ok(
    write('Drone repéré', { circle, attachments: [{ upload: await uploadOf('drone.jpg', bytes) }] }),
  );
  const made = await ok(fr.call('watch-officer', 'POST', `${log}/${String(entry.id)}/promote-to-item`));
  const items = `/api/exchange/items/${String(made.item)}`;
  const [own] = await okList(fr.call('watch-officer', 'GET', `${items}/attachments`));
  expect(own).toMatchObject({ hash: hashOf(bytes), name: 'drone.jpg', state: 'here' });
  // The alert does not wait for the release: it names the item that brings the files.
  const alerts = '/api/watch/alerts';
  const sent = await sendAlert({ entry: String(entry.id), recipients: [ma.party] });
  expect(sent.items).toEqual([{ id: made.item, here: true }]);
  const itemsOfAlert = async () =>
    (await okList(ma.call('analyst', 'GET', alerts))).find(({ id }) => id === sent.id)?.items;
  await until(async () => (await itemsOfAlert()) !== undefined, { withinMs: 20_000 });
  expect(await itemsOfAlert()).toEqual([{ id: made.item, here: false }]);
  const item = await ok(fr.call('watch-officer', 'GET', items));
  const { objects, title } = item;
  const kept = { ...draftWith(agreement), title, circle, objects };
  const seen = `${items}?version=${String(item.version)}`;
  const saved = await ok(fr.call('watch-officer', 'PUT', seen, kept));
  await ok(fr.call('watch-officer', 'POST', `${items}/propose`, { version: saved.version }));
  await ok(fr.call('contact-point', 'POST', `${items}/release`, { version: saved.version }));
  const there = await until(
    async () => {
      const { status, body } = await ma.call('analyst', 'GET', `${items}/attachments`);
      const [one] = status === 200 && Array.isArray(body) ? body.filter(isObject) : [];
      return one?.state === 'here' ? one : null;
    },
    { withinMs: 20_000 },
  );
  expect(await itemsOfAlert()).toEqual([{ id: made.item, here: true }]);
  const got = await bytesAs(ma, 'analyst', {
    item: String(made.item),
    artifact: String(there.artifact),
  });
  expect(hashOf(got.bytes)).toBe(hashOf(bytes));
});

test('files go along into the request that is made of the entry, and stay when it is edited', async () => {
  const ma = nodeOf(world, 'ma');
  const bytes = await photo();
  const attachments = [{ upload: await uploadOf('plaque.jpg', bytes), description: 'Plaque' }];
  const entry = await ok(write('Véhicule quitte les lieux', { circle, attachments }));
  const made = await ok(fr.call('liaison-officer', 'POST', `${log}/${String(entry.id)}/promote-to-request`));
  const items = `/api/exchange/items/${String(made.item)}`;
  const [own] = await okList(fr.call('liaison-officer', 'GET', `${items}/attachments`));
  expect(own).toMatchObject({ hash: hashOf(bytes), name: 'plaque.jpg', state: 'here' });
  const item = await ok(fr.call('liaison-officer', 'GET', items));
  const { objects, title } = item;
  const draft = { ...draftWith(agreement), title, recipients: [ma.party], circle: null, objects };
  const ask = { urgency: 'ordinary', urgencyReason: '', known: '', knownGrading: null };
  const seen = `/api/requests/${String(made.item)}?version=${String(item.version)}`;
  const asked = { item: draft, ask: { ...ask, answerLanguages: ['fr'] } };
  const saved = await ok(fr.call('liaison-officer', 'PUT', seen, asked));
  await ok(fr.call('liaison-officer', 'POST', `${items}/propose`, { version: saved.version }));
  await ok(fr.call('contact-point', 'POST', `${items}/release`, { version: saved.version }));
  const there = await until(
    async () => {
      const { status, body } = await ma.call('liaison-officer', 'GET', `${items}/attachments`);
      const [one] = status === 200 && Array.isArray(body) ? body.filter(isObject) : [];
      return one?.state === 'here' ? one : null;
    },
    { withinMs: 20_000 },
  );
  expect(there).toMatchObject({ hash: hashOf(bytes), name: 'plaque.jpg' });
});

test('with the content its files go, from the disk too once nobody else holds them', async () => {
  const bytes = await photo();
  const hash = hashOf(bytes);
  const attachments = [{ upload: await uploadOf('c.jpg', bytes) }];
  const one = await ok(write('Une', { attachments }));
  const erase = `${log}/${String(one.id)}/erase`;
  expect((await bytesAt(fr, 'analyst', pathOf(one, hash))).status).toBe(200);
  await ok(fr.call('centre-head', 'POST', erase, { reason: 'Saisi par erreur' }));
  expect(await faultOf(fr.call('analyst', 'GET', pathOf(one, hash)))).toBe('409 watch/erased');
  const place = join(fr.folder, 'attachments', hash.slice(0, 2), hash.slice(2, 4), hash);
  await until(async () => !(await stat(place).catch(() => null)));
});
