/** Attachments between two real nodes: they travel with their item, and stay with those who were sent it. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { attachmentsOf, bytesAs, uploaded } from '../../../../testing/attachments.ts';
import { agree, arrived, compose, draftWith, historyOf, nodeOf, release } from '../../../../testing/story.ts';
import { until } from '../../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let world: World;
let [ma, fr]: readonly WorldNode[] = [];
let agreement: string;
const nodes = (): readonly [WorldNode, WorldNode] => {
  if (ma === undefined || fr === undefined) throw new Error('no world');
  return [ma, fr];
};
beforeAll(async () => {
  world = await openWorld(['ma', 'fr']);
  [ma, fr] = [nodeOf(world, 'ma'), nodeOf(world, 'fr')];
  agreement = await agree([ma, fr]);
});
afterAll(() => world.close());

const isHere = (node: WorldNode, id: string) =>
  until(
    async () => {
      const list = await attachmentsOf(node, id);
      return list.length > 0 && list.every(({ state }) => state === 'here') ? list : null;
    },
    { withinMs: 20_000 },
  );

test('an attachment travels with its item, and both journals tell of it', async () => {
  const [ma, fr] = nodes();
  const bytes = randomBytes(3_000_000);
  const objects = await uploaded(ma, 'مخطط.bin', bytes);
  const id = await compose(ma, draftWith(agreement, { recipients: [fr.party], objects }));
  await release(ma, id);
  const item = await arrived(fr, id);
  expect(item.objects).toEqual(objects);
  const [attachment] = await isHere(fr, id);
  expect(attachment).toMatchObject({ name: 'مخطط.bin', bytes: 3_000_000, warnings: [] });
  const artifact = String(attachment?.artifact);
  const got = await bytesAs(fr, 'analyst', { item: id, artifact });
  expect(got.status).toBe(200);
  expect(got.bytes.equals(bytes)).toBe(true);
  expect(await historyOf(ma, id)).toContain('exchange.give-attachment done exchange/delivered-copy-holds-it');
  expect(await historyOf(fr, id)).toContain('exchange.receive-attachment done exchange/hash-verified');
});
