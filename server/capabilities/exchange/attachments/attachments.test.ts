/** Attachments between two real nodes: they travel with their item, and stay with those who were sent it. */
import { randomBytes } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { zipOf } from '../../../../testing/archives.ts';
import { attachmentsOf, bytesAs, uploadAs, uploaded } from '../../../../testing/attachments.ts';
import {
  act,
  agree,
  arrived,
  compose,
  draftWith,
  entriesOf,
  faultOf,
  historyOf,
  items,
  newcomer,
  nodeOf,
  ok,
  refusalOf,
  release,
} from '../../../../testing/story.ts';
import { until } from '../../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { sha256 } from '../../../kernel/canonical.ts';
import { asId } from '../../../kernel/ids.ts';
import { systemClock } from '../../../kernel/time.ts';
import { openAttachments } from '../../../plumbing/attachments/index.ts';
import { createLive } from '../../../plumbing/live/index.ts';
import { dropItem } from '../keeping-service.ts';
import { findItem } from '../store.ts';
import { createFollower } from './following-service.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let world: World;
let agreement: string;
let ma: WorldNode;
let fr: WorldNode;
beforeAll(async () => {
  world = await openWorld(['ma', 'fr']);
  [ma, fr] = [nodeOf(world, 'ma'), nodeOf(world, 'fr')];
  agreement = await agree([ma, fr]);
});
afterAll(() => world.close());

const houseOf = (node: WorldNode) => ({ kind: 'system', name: 'test', party: node.party }) as const;
const hashOf = (bytes: Uint8Array): string => sha256(bytes).toString('hex');
const pathOf = (node: WorldNode, hash: string): string =>
  join(node.folder, 'attachments', hash.slice(0, 2), hash.slice(2, 4), hash);
const isOnDisk = async (node: WorldNode, bytes: Uint8Array): Promise<boolean> => {
  const hash = hashOf(bytes);
  const names: readonly string[] = await readdir(join(pathOf(node, hash), '..')).catch(() => []);
  return names.includes(hash);
};
const settled = (node: WorldNode, id: string, state: string) =>
  until(
    async () => {
      const list = await attachmentsOf(node, id);
      return list.length > 0 && list.every((one) => one.state === state) ? list : null;
    },
    { withinMs: 20_000 },
  );
const draft = (objects: Awaited<ReturnType<typeof uploaded>>, more = {}) =>
  draftWith(agreement, { recipients: [fr.party], objects, ...more });
const artifactOf = (objects: Awaited<ReturnType<typeof uploaded>>): string =>
  String(objects.find(({ type }) => type === 'artifact')?.id);

test('an attachment travels with its item, and both journals tell of it', async () => {
  const bytes = randomBytes(20_000_000);
  const objects = await uploaded(ma, 'مخطط.bin', bytes);
  const id = await compose(ma, draft(objects));
  await release(ma, id);
  expect((await arrived(fr, id)).objects).toEqual(objects);
  // What comes round by itself leaves alone what is under way.
  await until(async () => {
    await fr.runJobs();
    return (await attachmentsOf(fr, id))[0]?.state === 'here';
  });
  const [attachment] = await settled(fr, id, 'here');
  expect(attachment).toMatchObject({ name: 'مخطط.bin', bytes: 20_000_000, warnings: [], failure: null });
  const got = await bytesAs(fr, 'analyst', { item: id, artifact: artifactOf(objects) });
  expect(got.bytes.equals(bytes)).toBe(true);
  expect(await historyOf(ma, id)).toContain('exchange.give-attachment done exchange/delivered-copy-holds-it');
  const [given, ...more] = await entriesOf(ma, { verb: 'exchange.give-attachment', subject: id });
  expect(more).toEqual([]);
  expect(given?.details).toMatchObject({ hash: hashOf(bytes), from: 0, disclosedTo: [fr.party] });
  expect(await historyOf(fr, id)).toEqual(
    expect.arrayContaining([
      'exchange.receive-attachment done exchange/hash-verified',
      'exchange.read-attachment done exchange/released-to-his-party',
    ]),
  );
});

test('bytes are for those who may read the item; absent and forbidden look alike', async () => {
  const bytes = Buffer.from('for the analyst');
  const objects = await uploaded(ma, 'note.txt', bytes);
  const artifact = artifactOf(objects);
  const id = await compose(ma, draft(objects));
  const unknown = 'artifact--00000000-0000-4000-8000-000000000000';
  const asked = [
    await bytesAs(ma, 'observer', { item: id, artifact }),
    await bytesAs(ma, 'data-protection-officer', { item: id, artifact }),
    await bytesAs(ma, 'analyst', { item: id, artifact: unknown }),
  ];
  expect(asked.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(new Set(asked.map(({ bytes: body }) => body.toString())).size).toBe(1);
  expect(await faultOf(ma.call('observer', 'GET', `${items}/${id}/attachments`))).toBe('404 access/absent');
  expect((await bytesAs(ma, 'analyst', { item: id, artifact })).bytes.equals(bytes)).toBe(true);
});

test('everything is given to be kept, sealed; only a picture to be shown; ranges are answered', async () => {
  const page = await uploaded(ma, 'a"\u202Elmth.\r\nhtml', Buffer.from('<!doctype html><script>1</script>'));
  const square = { width: 1, height: 1, channels: 3, background: { r: 0, g: 0, b: 0 } } as const;
  const picture = await uploaded(ma, 'photo.png', await sharp({ create: square }).png().toBuffer());
  const id = await compose(ma, draft([...page, ...picture]));
  const get = (objects: typeof page, query?: string, headers?: Record<string, string>) =>
    bytesAs(ma, 'analyst', { item: id, artifact: artifactOf(objects), ...(query ? { query } : {}) }, headers);
  for (const query of ['', '?show=true']) {
    const { headers } = await get(page, query);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="a_/);
    expect(headers.get('content-disposition')).not.toMatch(/[\r\n]/);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
  const shown = await get(picture, '?show=true');
  expect(shown.headers.get('content-type')).toBe('image/png');
  expect(shown.headers.get('content-disposition')).toMatch(/^inline/);
  const part = await get(page, '', { range: 'bytes=2-8' });
  expect([part.status, part.bytes.toString(), part.headers.get('content-range')]).toEqual([
    206,
    'doctype',
    'bytes 2-8/33',
  ]);
  expect((await get(page, '', { range: 'bytes=33-' })).status).toBe(416);
});

test('what is withheld from a partner stays here, and so does what he was never sent', async () => {
  const [withheld, other] = [randomBytes(1_000), randomBytes(1_000)];
  const objects = await uploaded(ma, 'source.bin', withheld);
  const never = artifactOf(objects);
  const id = await compose(ma, draft(objects, { withheld: [{ object: never, selector: null, except: [] }] }));
  await compose(ma, draft(await uploaded(ma, 'draft.bin', other)));
  await release(ma, id);
  const item = await arrived(fr, id);
  expect(JSON.stringify(item.objects)).not.toContain('artifact');
  expect(await attachmentsOf(fr, id)).toEqual([]);
  // His node asks all the same, by the hashes that it should not know.
  for (const hash of [hashOf(withheld), hashOf(other), hashOf(randomBytes(8))])
    expect(await fr.federation.fetchBytes(ma.party, hash, 0)).toEqual({ kind: 'refused', status: 403 });
  const refused = await entriesOf(ma, { verb: 'federation.refuse', subject: fr.party });
  expect(refused.filter(({ rule }) => rule === 'bytes-not-released')).toHaveLength(3);
  const guest = await newcomer(ma, {
    email: 'guest@fr.example',
    roles: ['liaison-officer'],
    party: fr.party,
  });
  expect(await guest('GET', `${items}/${id}/attachments`)).toEqual({ status: 200, body: [] });
  expect(await faultOf(guest('GET', `${items}/${id}/attachments/${never}`))).toBe('404 access/absent');
});

test('a guest reads the attachments of his own service’s copy', async () => {
  const bytes = Buffer.from('for both');
  const objects = await uploaded(ma, 'both.txt', bytes);
  const id = await compose(ma, draft(objects));
  await release(ma, id);
  const guest = await newcomer(ma, {
    email: 'second@fr.example',
    roles: ['liaison-officer'],
    party: fr.party,
  });
  const { body } = await guest('GET', `${items}/${id}/attachments`);
  expect(body).toMatchObject([{ name: 'both.txt', state: 'here' }]);
  await settled(fr, id, 'here');
});

test('what is not as announced is not kept; put right, it comes; not his, it is refused', async () => {
  const bytes = randomBytes(50_000);
  const objects = await uploaded(ma, 'evidence.bin', bytes);
  const artifact = artifactOf(objects);
  const id = await compose(ma, draft(objects));
  await writeFile(pathOf(ma, hashOf(bytes)), randomBytes(50_000));
  await release(ma, id);
  await arrived(fr, id);
  expect(await settled(fr, id, 'failed')).toMatchObject([{ failure: 'hash-differs' }]);
  expect(await isOnDisk(fr, bytes)).toBe(false);
  expect(await readdir(join(fr.folder, 'attachments', 'gathering'))).toEqual([]);
  const got = await bytesAs(fr, 'analyst', { item: id, artifact });
  expect(got.status).toBe(409);

  const retry = () => fr.call('analyst', 'POST', `${items}/${id}/attachments/${artifact}/retry`);
  await writeFile(pathOf(ma, hashOf(bytes)), bytes);
  const deliveries = (present: boolean) =>
    ma.database.transact(houseOf(ma), async (unit) => {
      const change = present
        ? sql`update exchange_delivery set recipient = ${fr.party} where item = ${id}`
        : sql`update exchange_delivery set recipient = 'nobody' where item = ${id}`;
      await change.execute(unit.tables<object>());
    });
  // As a node without this door answers, too.
  await deliveries(false);
  expect((await retry()).status).toBe(204);
  expect(await settled(fr, id, 'failed')).toMatchObject([{ failure: 'refused-there' }]);
  expect((await fr.call('analyst', 'GET', `${items}/${id}`)).status).toBe(200);
  await deliveries(true);
  await retry();
  await settled(fr, id, 'here');
  expect(await isOnDisk(fr, bytes)).toBe(true);
});

test('bytes go with the last item that holds them, received or written here', async () => {
  const [sent, edited] = [randomBytes(2_000), randomBytes(2_000)];
  const objects = await uploaded(ma, 'sent.bin', sent);
  const id = await compose(ma, draft(objects));
  await release(ma, id);
  await arrived(fr, id);
  await settled(fr, id, 'here');
  expect(await isOnDisk(fr, sent)).toBe(true);
  const attachments = await openAttachments({ ...fr, clock: systemClock, self: fr.party });
  const live = await createLive(fr);
  const unused = (): never => {
    throw new Error('not asked for when an item is dropped');
  };
  const needs = {
    attachments,
    live,
    clock: systemClock,
    self: fr.party,
    verbs: { run: unused, read: unused },
    tighten: unused,
  };
  const follower = createFollower({
    ...needs,
    agreements: { find: unused, hold: unused, findCircle: unused },
    bytesAddress: unused,
    wakeFetching: unused,
  });
  await fr.database.transact(houseOf(fr), async (unit) => {
    const item = await findItem(unit, asId('item', id));
    if (item !== null) await dropItem({ live, followers: [follower] }, unit, item);
  });
  await attachments.close();
  await live.close();
  expect(await isOnDisk(fr, sent)).toBe(false);
  expect(await isOnDisk(ma, sent)).toBe(true);

  const more = await uploaded(ma, 'edited.bin', edited);
  const written = await compose(ma, draft(more));
  const twin = await compose(ma, draft(more));
  await ok(ma.call('analyst', 'PUT', `${items}/${written}?version=1`, draft([])));
  expect(await isOnDisk(ma, edited)).toBe(true);
  expect((await ma.call('analyst', 'DELETE', `${items}/${twin}?version=1`)).status).toBe(204);
  await until(async () => !(await isOnDisk(ma, edited)));
});

test('a reference to bytes is no way to them: one attaches what one uploaded, or may read', async () => {
  const objects = await uploaded(ma, 'mine.bin', randomBytes(500));
  const foreign = ma.call('liaison-officer', 'POST', items, draft(objects));
  expect(await refusalOf(foreign)).toEqual({
    code: 'exchange/attachment-unknown',
    details: { names: ['mine.bin'] },
  });
  const id = await compose(ma, draft(objects));
  expect((await ma.call('liaison-officer', 'POST', items, draft(objects))).status).toBe(201);
  expect((await attachmentsOf(ma, id)).length).toBe(1);
});

test('an upload that is unsafe, broken off or not a writer’s leaves nothing behind', async () => {
  const bomb = zipOf([{ name: 'zeros', content: Buffer.alloc(17_000_000) }]);
  expect((await uploadAs(ma, 'analyst', 'bomb.zip', bomb)).body).toMatchObject({
    fault: { code: 'exchange/attachment-unsafe', details: { reason: 'archive-ratio' } },
  });
  expect((await uploadAs(ma, 'observer', 'a.txt', Buffer.from('a'))).status).toBe(403);
  const { token = '' } = ma.accounts.get('analyst') ?? {};
  const gathering = join(ma.folder, 'attachments', 'gathering');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' };
  const sending = request(`${ma.address}/api/exchange/uploads?name=a.bin`, { method: 'POST', headers });
  sending.on('error', () => undefined);
  sending.write(Buffer.alloc(100_000));
  await until(async () => (await readdir(gathering)).length > 0);
  sending.destroy();
  await until(async () => (await readdir(gathering)).length === 0);
  const given = await uploadAs(ma, 'analyst', 'a.txt', Buffer.from('given up'));
  expect((await ma.call('liaison-officer', 'DELETE', `/api/exchange/uploads/${given.body.id}`)).status).toBe(
    404,
  );
  expect((await ma.call('analyst', 'DELETE', `/api/exchange/uploads/${given.body.id}`)).status).toBe(204);
  await until(async () => !(await isOnDisk(ma, Buffer.from('given up'))));
});

test('an item takes so many attachments, and no more', async () => {
  const all: Awaited<ReturnType<typeof uploaded>>[number][] = [];
  for (let at = 0; at < 21; at += 1)
    all.push(...(await uploaded(ma, `file-${at}.txt`, Buffer.from(`file ${at}`))));
  expect(await faultOf(ma.call('analyst', 'POST', items, draft(all)))).toBe(
    '422 exchange/attachments-too-many',
  );
  const id = await compose(ma, draft(all.slice(0, 40)));
  expect((await attachmentsOf(ma, id)).map(({ name }) => name)).toEqual(
    Array.from({ length: 20 }, (_, at) => `file-${at}.txt`),
  );
  expect(await faultOf(act(ma, 'analyst', id, 'propose'))).toBe('200');
});
