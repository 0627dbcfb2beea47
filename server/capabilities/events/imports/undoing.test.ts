/** Undoing imports one after the other, over HTTP; and what stands in the way. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { eventDraft } from '../../../../testing/events-cast.ts';
import { faultOf, nodeOf, ok } from '../../../../testing/story.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';
import { type ImportSettings, recognised } from './contract.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let world: World;
let node: WorldNode;
beforeAll(async () => {
  world = await openWorld(['ma']);
  node = nodeOf(world, 'ma');
});
afterAll(() => world.close());

const openEvent = async () => {
  const post = (path: string, body: unknown) => node.call('event-planner', 'POST', path, body);
  const { id: event } = await ok(post('/api/events', eventDraft()));
  const at = (rest: string) => `/api/events/${String(event)}/${rest}`;
  const look = async (text: string, source: string, settings: Partial<ImportSettings> = {}) => {
    const content = Buffer.from(text).toString('base64');
    const file = {
      ...{ content, fileName: `${source}.csv`, source, settings: { ...recognised, ...settings } },
    };
    return { file, report: await ok(post(at('imports/preview'), { file })) };
  };
  const things = async (kind: string): Promise<JsonObject[]> => {
    const { items } = await ok(node.call('event-planner', 'GET', at(kind)));
    return Array.isArray(items) ? items.filter(isObject) : [];
  };
  return {
    look,
    things,
    import: async (...given: Parameters<typeof look>): Promise<string> => {
      const [{ file, report }, id] = [await look(...given), randomUUID()];
      await ok(post(at('imports'), { id, file, digest: report.digest }));
      return id;
    },
    run: (file: unknown, digest: unknown) => post(at('imports'), { id: randomUUID(), file, digest }),
    undo: (id: string) => post(at(`imports/${id}/undo`), undefined),
    change: ({ id, event: _, ...rest }: JsonObject, changes: object) =>
      node.call('event-planner', 'PUT', at(`venues/${String(id)}`), { ...rest, ...changes }),
  };
};

const list = (...rows: readonly string[]) => `code,name,capacity\n${rows.join('\n')}\n`;

test('imports are undone one after the other, the last first, until nothing is left', async () => {
  const event = await openEvent();
  const first = await event.import(list('N,North,100', 'S,South,100'), 'a');
  const second = await event.import(list('N,North,200'), 'a');
  expect((await event.things('venues')).map(({ code, capacity, state }) => [code, capacity, state])).toEqual([
    ['N', 200, 'in-use'],
    ['S', 100, 'cancelled'],
  ]);
  await ok(event.undo(second));
  expect((await event.things('venues')).map(({ capacity, state }) => [capacity, state])).toEqual([
    [100, 'in-use'],
    [100, 'in-use'],
  ]);
  await ok(event.undo(first));
  expect(await event.things('venues')).toEqual([]);
});

test('what was changed since stands in the way, and is named', async () => {
  const event = await openEvent();
  const id = await event.import(list('N,North,100', 'S,South,100'), 'a');
  const [north] = await event.things('venues');
  await ok(event.change(north ?? {}, { capacity: 150 }));
  const answer = await event.undo(id);
  expect(await faultOf(Promise.resolve(answer))).toBe('409 events/import-built-on');
  expect(JSON.stringify(answer)).toContain('"things":["N"]');
});

test('what an undone import took over from another list belongs to that list again', async () => {
  const event = await openEvent();
  await event.import(list('N,North,100', 'S,South,100'), 'a');
  await ok(event.undo(await event.import(list('N,North,100', 'S,South,300'), 'b')));
  expect((await event.look(list('N,North,100'), 'a')).report.counts).toMatchObject({ gone: 1 });
});

test('a venue that was linked is found by that code, until the import is undone', async () => {
  const event = await openEvent();
  await event.import(list('BCY,Arena Bercy,'), 'a');
  const linking = await event.import(list('B1,Bercy Arena,15000'), 'b');
  expect(await event.things('venues')).toMatchObject([{ code: 'BCY', capacity: 15_000 }]);
  const alike = async () => (await event.look(list('B1,Bercy Arena,15000'), 'c')).report.alike;
  expect(await alike()).toMatchObject([{ code: 'B1', by: 'known', isLinked: true }]);
  await ok(event.undo(linking));
  expect(await event.things('venues')).toMatchObject([{ code: 'BCY', capacity: null }]);
  expect(await alike()).toMatchObject([{ code: 'B1', by: 'words' }]);
});

test('days outside the event are imported only once the planner has said what becomes of them', async () => {
  const event = await openEvent();
  const text = 'code,title,start,end\nA,Un,2024-07-27T10:00,2024-07-27T12:00\n';
  const { file, report } = await event.look(text, 'p');
  expect(report.outside).toMatchObject({ rows: 1, first: '2024-07-27' });
  expect(await faultOf(event.run(file, report.digest))).toBe('422 events/import-outside');
  expect(await event.things('sessions')).toEqual([]);
  await event.import(text, 'p', { outside: 'take' });
  expect(await event.things('sessions')).toMatchObject([{ code: 'A' }]);
});
