/** Seen by whom: what an originator hears of the readers of his item, between two nodes. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { recall } from '../../../../testing/control-story.ts';
import {
  agree,
  arrived,
  compose,
  draftWith,
  entriesOf,
  items,
  nodeOf,
  ok,
  okList,
} from '../../../../testing/story.ts';
import { until } from '../../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Actor, Role } from '../../../kernel/decision.ts';
import { newId } from '../../../kernel/ids.ts';
import { readersLimits } from './readers.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

let world: World;
let fr: WorldNode;
let ma: WorldNode;
let passedMs = 0;
const clock = { now: () => new Date(Date.now() + passedMs).toISOString() };
beforeAll(async () => {
  world = await openWorld(['fr', 'ma'], { clock });
  fr = nodeOf(world, 'fr');
  ma = nodeOf(world, 'ma');
});
afterAll(() => world.close());

/** Written and released in France under an agreement with this term, and in Morocco. */
const send = async (readers: string | undefined): Promise<string> => {
  const agreement = await agree([fr, ma], readers === undefined ? {} : { readers });
  const id = await compose(fr, draftWith(agreement, { recipients: [ma.party] }));
  await ok(fr.call('analyst', 'POST', `${items}/${id}/propose`, { version: 1 }));
  await ok(fr.call('contact-point', 'POST', `${items}/${id}/release`, { version: 1 }));
  await arrived(ma, id);
  return id;
};

const read = async (id: string, role: Role): Promise<void> => {
  await ok(ma.call(role, 'GET', `${items}/${id}`));
  await ok(ma.call(role, 'POST', `${items}/${id}/read`));
};

const readersOf = async (id: string): Promise<JsonObject | null> => {
  const [delivery] = await okList(fr.call('analyst', 'GET', `${items}/${id}/deliveries`));
  return delivery?.state === 'read' ? delivery : null;
};
const heard = async (id: string, count: number | null): Promise<unknown> =>
  until(
    async () => {
      const delivery = await readersOf(id);
      if (delivery === null) return null;
      const { readers } = delivery;
      if (count === null) return { readers };
      return typeof readers === 'object' && readers !== null && 'count' in readers && readers.count === count
        ? { ...readers, at: undefined }
        : null;
    },
    { withinMs: 20_000 },
  );

/** How often the originator was told. */
const timesTold = async (id: string): Promise<number> =>
  (await entriesOf(fr, { verb: 'exchange.hear-read' })).filter(({ subject }) => subject === id).length;

const rowsOf = (actor: Actor, table: string): Promise<number> =>
  ma.database.transact(actor, async (unit) => {
    const { rows } = await sql`select 1 from ${sql.table(table)}`.execute(unit.tables<object>());
    return rows.length;
  });

test('by role: the first reading at once, later ones together and once an hour, never a name', async () => {
  const id = await send('roles');
  await read(id, 'analyst');
  expect(await heard(id, 1)).toEqual({ count: 1, byRole: [{ role: 'analyst', count: 1 }] });
  for (const role of ['contact-point', 'analyst', 'watch-officer'] as const) await read(id, role);
  await ma.runJobs();
  expect(await timesTold(id)).toBe(1);
  passedMs += readersLimits.tellEveryMs;
  await ma.runJobs();
  const byRole = ['watch-officer', 'analyst', 'contact-point'].map((role) => ({ role, count: 1 }));
  expect(await heard(id, 3)).toEqual({ count: 3, byRole });
  passedMs += readersLimits.tellEveryMs;
  await ma.runJobs();
  expect(await timesTold(id)).toBe(2);
  const told = await entriesOf(ma, { verb: 'exchange.tell-readers' });
  expect(told.map(({ details }) => details)).toEqual([{ version: 1, count: 3, told: true }]);
});

test('by count, no role is told; without the term, only the first reading, and nobody is kept', async () => {
  const [counted, plain] = [await send('count'), await send(undefined)];
  const house = { kind: 'system', name: 'test', party: ma.party } as const;
  for (const id of [counted, plain]) await read(id, 'analyst');
  expect(await heard(counted, 1)).toEqual({ count: 1, byRole: null });
  expect(await heard(plain, null)).toEqual({ readers: null });
  const kept = await rowsOf(house, 'exchange_reader');
  await read(plain, 'contact-point');
  expect(await rowsOf(house, 'exchange_reader')).toBe(kept);
});

test('who read is seen by nobody but the house, and goes with the content', async () => {
  const id = await send('roles');
  await read(id, 'analyst');
  const house = { kind: 'system', name: 'test', party: ma.party } as const;
  const person: Actor = {
    kind: 'person',
    person: newId('person'),
    party: ma.party,
    role: 'centre-head',
    desks: [],
    circles: [],
    clearance: 'red',
  };
  const before = await rowsOf(house, 'exchange_reader');
  expect([before > 0, await rowsOf(person, 'exchange_reader')]).toEqual([true, 0]);
  expect(await rowsOf(person, 'exchange_readers_told')).toBe(0);
  await ok(recall(fr, id));
  await until(async () => (await rowsOf(house, 'exchange_reader')) === before - 1, { withinMs: 20_000 });
});
