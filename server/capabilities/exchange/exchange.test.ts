import { afterEach, expect, test, vi } from 'vitest';
import {
  act,
  agree,
  arrived,
  compose,
  draftWith,
  faultOf,
  items,
  nodeOf,
  ok,
  okList,
} from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World } from '../../../testing/world.ts';
import { canonical } from '../../kernel/canonical.ts';
import { exchangeLimits } from './contract.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let world: World | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

const open = async () => {
  const opened = await openWorld(['ma', 'fr']);
  world = opened;
  return [nodeOf(opened, 'ma'), nodeOf(opened, 'fr')] as const;
};

test('an item written in Rabat and released by another is read in Paris, and Rabat is told', async () => {
  const [ma, fr] = await open();
  const id = await compose(ma, draftWith(await agree([ma, fr]), { recipients: [fr.party] }));
  await ok(act(ma, 'analyst', id, 'propose'));
  expect(await faultOf(act(ma, 'analyst', id, 'release'))).toBe('403 access/refused');
  const preview = await okList(ma.call('contact-point', 'GET', `${items}/${id}/preview`));
  expect(preview).toMatchObject([{ recipient: fr.party, refused: null, withheld: [] }]);
  await ok(act(ma, 'contact-point', id, 'release'));
  const received = await arrived(fr, id);
  expect(received).toMatchObject({ title: 'مخطط حفل الافتتاح', state: 'received', originator: ma.party });
  const sent = await ok(ma.call('analyst', 'GET', `${items}/${id}`));
  expect(canonical(received.objects)).toBe(canonical(sent.objects));
  await ok(fr.call('analyst', 'POST', `${items}/${id}/read`));
  await until(async () => {
    const [delivery] = await okList(ma.call('analyst', 'GET', `${items}/${id}/deliveries`));
    return delivery?.state === 'read';
  });
});

test('an item of as many objects as one may hold crosses whole, and one more is refused', async () => {
  const [ma, fr] = await open();
  const at = '2026-07-01T09:00:00.000Z';
  const objects = Array.from({ length: exchangeLimits.objects }, (_, index) => ({
    type: 'location',
    spec_version: '2.1',
    id: `location--${crypto.randomUUID()}`,
    created: at,
    modified: at,
    name: `Post ${index}`,
    country: 'FR',
  }));
  const draft = draftWith(await agree([ma, fr]), { recipients: [fr.party], objects });
  const id = await compose(ma, draft);
  await ok(act(ma, 'analyst', id, 'propose'));
  await ok(act(ma, 'contact-point', id, 'release'));
  const received = await until(
    async () => {
      const [delivery] = await okList(ma.call('analyst', 'GET', `${items}/${id}/deliveries`));
      return delivery?.state === 'sent' || delivery?.state === 'queued' ? null : delivery;
    },
    { withinMs: 90_000, everyMs: 200 },
  );
  expect(received).toMatchObject({ state: 'received', fault: null });
  const item = await ok(fr.call('analyst', 'GET', `${items}/${id}`));
  expect(item).toMatchObject({ objectCount: exchangeLimits.objects, objectsCut: true });
  const { objects: _, ...given } = draft;
  const bundle = [...objects, { ...objects[0], id: `location--${crypto.randomUUID()}` }];
  const tooMany = { draft: given, bundle };
  expect(await faultOf(ma.call('analyst', 'POST', '/api/exchange/import', tooMany))).toBe(
    '422 exchange/content-unsound',
  );
});
