/**
 * Attachments of what is passed on: three real nodes, of which the first and the last never paired. The bytes
 * come from whoever passed the item on, and go everywhere when its originator takes it back.
 */
import { randomBytes } from 'node:crypto';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { attachmentsOf, bytesAs, uploaded } from '../../../../testing/attachments.ts';
import { consented, given, obeyed, recall, share } from '../../../../testing/control-story.ts';
import { agree, arrived, entriesOf, journalFindings, nodeOf, ok } from '../../../../testing/story.ts';
import { until } from '../../../../testing/until.ts';
import { openWorld, pairAll, type World, type WorldNode } from '../../../../testing/world.ts';
import { sha256 } from '../../../kernel/canonical.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
let [near, far] = ['', ''];
const nodes = () => [nodeOf(world, 'ma'), nodeOf(world, 'fr'), nodeOf(world, 'es')] as const;
beforeAll(async () => {
  world = await openWorld(['ma', 'fr', 'es'], { pair: false });
  const [ma, fr, es] = nodes();
  await pairAll([ma, fr]);
  await pairAll([fr, es]);
  near = await agree([ma, fr]);
  far = await agree([fr, es]);
});
afterAll(() => world.close());

const hashOf = (bytes: Uint8Array): string => sha256(bytes).toString('hex');
const isOnDisk = async (node: WorldNode, bytes: Uint8Array): Promise<boolean> => {
  const hash = hashOf(bytes);
  const folder = join(node.folder, 'attachments', hash.slice(0, 2), hash.slice(2, 4));
  const names: readonly string[] = await readdir(folder).catch(() => []);
  return names.includes(hash);
};
const isHere = (node: WorldNode, id: string) =>
  until(async () => (await attachmentsOf(node, id))[0]?.state === 'here', { withinMs: 40_000 });
const found = async (node: WorldNode, id: string): Promise<boolean> =>
  JSON.stringify(await ok(node.call('analyst', 'GET', '/api/exchange/search?q=quadrangle'))).includes(id);

/** Entitled, and told to ask again: while they are not here, and while the disk has lost them. */
const expectNotYet = async (holder: WorldNode, asking: WorldNode, bytes: Uint8Array): Promise<void> => {
  const hash = hashOf(bytes);
  const answer = () => asking.federation.fetchBytes(holder.party, hash, 0);
  const busy = { kind: 'refused', status: 503 };
  const become = (state: string) =>
    holder.database.transact({ kind: 'system', name: 'test', party: holder.party }, (unit) =>
      sql`update exchange_attachment set state = ${state} where hash = ${hash}`.execute(unit.tables()),
    );
  await become('failed');
  expect(await answer()).toEqual(busy);
  await become('here');
  const path = join(holder.folder, 'attachments', hash.slice(0, 2), hash.slice(2, 4), hash);
  await rename(path, `${path}.lost`);
  expect(await answer()).toEqual(busy);
  await rename(`${path}.lost`, path);
  const gifts = await entriesOf(holder, { verb: 'exchange.give-attachment' });
  expect(gifts.filter(({ details }) => details.hash === hash)).toHaveLength(1);
};

test('bytes go onward with their item and from no one else; a recall takes them from both', async () => {
  const [ma, fr, es] = nodes();
  const bytes = randomBytes(300_000);
  const objects = await uploaded(ma, 'quadrangle.bin', bytes);
  const artifact = String(objects.find(({ type }) => type === 'artifact')?.id);
  const id = await given(ma, [fr], { agreement: near, objects, title: 'Quadrangle' });
  await isHere(fr, id);
  // Linked with who holds them, and given nothing: it was not passed on to him.
  expect(await es.federation.fetchBytes(fr.party, hashOf(bytes), 0)).toEqual({
    kind: 'refused',
    status: 403,
  });
  const consent = await consented(fr, ma, { id, recipients: [es.party] });
  expect((await share(fr, consent, [es.party], far)).status).toBe(204);
  await arrived(es, id);
  await isHere(es, id);
  const got = await bytesAs(es, 'analyst', { item: id, artifact });
  expect(got.bytes.equals(bytes)).toBe(true);
  const [gift, ...more] = await entriesOf(fr, { verb: 'exchange.give-attachment', subject: id });
  expect(more).toEqual([]);
  expect(gift).toMatchObject({
    rule: 'exchange/copy-passed-on-holds-it',
    details: { consent, artifact, hash: hashOf(bytes), disclosedTo: [es.party] },
  });
  expect([await found(fr, id), await found(es, id)]).toEqual([true, true]);
  await expectNotYet(fr, es, bytes);
  await ok(recall(ma, id));
  const rows = await obeyed(ma, id, 2);
  for (const node of [fr, es]) {
    const proof = rows.find(({ party }) => party === node.party);
    expect(proof).toMatchObject({ outcome: 'removed', removed: { attachments: 1 } });
    await until(async () => !(await isOnDisk(node, bytes)));
    expect(await attachmentsOf(node, id)).toEqual([]);
    expect(await found(node, id)).toBe(false);
  }
  expect(await isOnDisk(ma, bytes)).toBe(true);
  expect(await es.federation.fetchBytes(fr.party, hashOf(bytes), 0)).toEqual({
    kind: 'refused',
    status: 403,
  });
  expect(await journalFindings(world)).toEqual([]);
});
