/** `tansiq search rebuild` on a node that is served, as its operator runs it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '../server/kernel/canonical.ts';
import { settingsFile } from '../server/plumbing/config/index.ts';
import { runCommand } from '../testing/command.ts';
import { compose, draftWith, entriesOf, nodeOf, ok } from '../testing/story.ts';
import { openWorld, type World, type WorldNode } from '../testing/world.ts';

const objectsInLargeItem = 2_500;

let world: World;
let node: WorldNode;
beforeAll(async () => {
  world = await openWorld(['fr'], { pair: false });
  node = nodeOf(world, 'fr');
  await writeFile(join(node.folder, settingsFile), JSON.stringify(node.settings));
  await compose(node, draftWith(null, { title: 'Camionnette blanche' }));
  const note = (number: number): JsonObject => ({
    type: 'note',
    spec_version: '2.1',
    id: `note--${crypto.randomUUID()}`,
    created: '2026-07-01T09:00:00.000Z',
    modified: '2026-07-01T09:00:00.000Z',
    content: number === objectsInLargeItem - 1 ? 'Quetzalcoatl' : `Relevé ${number}`,
    object_refs: ['identity--1d8c3b0a-7a63-4c7c-8b3e-0f6a1c1d2e3f'],
  });
  const objects = Array.from({ length: objectsInLargeItem }, (_, number) => note(number));
  await compose(node, draftWith(null, { title: 'Relevés de la nuit', objects }));
}, 120_000);
afterAll(() => world.close());

const found = async (q: string): Promise<unknown> =>
  (await ok(node.call('analyst', 'GET', `/api/exchange/search?q=${q}`))).total;

const forget = (): Promise<void> =>
  node.database.transact({ kind: 'system', name: 'test', party: node.party }, async (unit) => {
    await sql`delete from exchange_search_item`.execute(unit.tables<object>());
  });

const rebuild = (...words: string[]) => runCommand(['search', 'rebuild', '--data', node.folder, ...words]);

test('what the index lost is read again to the last object of the largest item, with progress', async () => {
  await forget();
  expect([await found('camionnette'), await found('quetzalcoatl')]).toEqual([0, 0]);
  const { code, output, errors } = await rebuild('--json');
  expect([code, JSON.parse(output)]).toEqual([0, { items: 2, indexed: 2 }]);
  expect(JSON.parse(errors.trim().split('\n').at(-1) ?? '')).toEqual({ items: 2, indexed: 2 });
  expect([await found('camionnette'), await found('quetzalcoatl')]).toEqual([1, 1]);
});

test('run again it reads all anew, and what was there is found meanwhile', async () => {
  const running = rebuild();
  while ((await Promise.race([running, found('camionnette')])) === 1);
  const { code, output, errors } = await running;
  expect([code, output]).toEqual([0, 'The index holds all 2 items.\n']);
  expect(errors).toContain('2 of 2 items');
  expect(await found('quetzalcoatl')).toBe(1);
  const entries = await entriesOf(node, { verb: 'exchange.rebuild-search' });
  expect(entries.map(({ details }) => details)).toEqual([
    { items: 2, continued: false },
    { items: 2, continued: false },
  ]);
});
