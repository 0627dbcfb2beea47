/** A connected system in its own collection, over HTTP. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeOf } from '../../../../testing/story.ts';
import { indicator, objectsOf, type TaxiiClient, taxiiClient } from '../../../../testing/taxii.ts';
import { openWorld, type World } from '../../../../testing/world.ts';

let world: World;
let system: TaxiiClient;
beforeAll(async () => {
  world = await openWorld(['fr'], { pair: false });
  system = await taxiiClient(nodeOf(world, 'fr'), { email: 'misp@fr.example' });
}, 60_000);
afterAll(() => world.close());

test('what a connected system posts it reads at once', async () => {
  const one = indicator();
  const posted = await system.post([one]);
  expect([posted.status, posted.text]).toEqual([202, expect.stringContaining('"success_count":1')]);
  const read = await system.send(`${system.collection}/objects/`);
  expect(objectsOf(read)).toEqual([one]);
});
