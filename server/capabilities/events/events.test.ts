/** An event over HTTP: planned, changed, its posts taken away and put back, and nothing of it shown to others. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  eventDraft,
  objectDraft,
  postDraft,
  sessionDraft,
  venueDraft,
} from '../../../testing/events-cast.ts';
import { faultOf, nodeOf, ok } from '../../../testing/story.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import type { JsonObject } from '../../kernel/canonical.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let world: World;
let node: WorldNode;
let event: string;
beforeAll(async () => {
  world = await openWorld(['ma']);
  node = nodeOf(world, 'ma');
  event = String((await ok(post('/api/events', eventDraft()))).id);
});
afterAll(() => world.close());

const post = (path: string, body: unknown) => node.call('event-planner', 'POST', path, body);
const put = (path: string, body: unknown) => node.call('event-planner', 'PUT', path, body);
const get = (path: string) => node.call('event-planner', 'GET', path);
const at = (rest: string) => `/api/events/${event}/${rest}`;
const without = ({ id: _, event: __, at: ___, origin: ____, ...rest }: JsonObject): JsonObject => rest;

test('venue, session, object and post are planned, changed with their reason, and told in the history', async () => {
  const venue = await ok(post(at('venues'), venueDraft()));
  expect(await faultOf(post(at('venues'), venueDraft()))).toBe('409 events/code-taken');
  const object = await ok(post(at('objects'), objectDraft()));
  const session = await ok(post(at('sessions'), sessionDraft({ venue: String(venue.id) })));
  const moved = {
    ...without(session),
    startsAt: '2029-07-20T18:00:00.000Z',
    state: 'moved',
    reason: 'Chaleur',
  };
  expect(await ok(put(at(`sessions/${String(session.id)}`), moved))).toMatchObject({
    version: 2,
    state: 'moved',
  });
  expect(await faultOf(put(at(`sessions/${String(session.id)}`), moved))).toBe(
    '409 events/changed-meanwhile',
  );
  const history = await ok(get(at(`history/${String(session.id)}`)));
  expect(history.items).toMatchObject([
    { act: 'changed', reason: 'Chaleur', fields: [{ field: 'state' }, { field: 'startsAt' }] },
    { act: 'made', reason: null },
  ]);
  const draft = postDraft(String(venue.id), { session: String(session.id) });
  const made = await ok(post(at('posts'), draft));
  expect(made).toMatchObject({ origin: { kind: 'by-hand' }, at: { lat: 33.97 }, quantity: 4, version: 1 });
  const atObject = { ...draft, session: null, place: { kind: 'object', object: String(object.id) } };
  expect(await ok(post(at('posts'), atObject))).toMatchObject({ at: { lat: 34.02 } });
  const elsewhere = { ...draft, place: { kind: 'zone', venue: String(venue.id), zone: String(venue.id) } };
  expect(await faultOf(post(at('posts'), elsewhere))).toBe('422 events/unsound');
  const change = { ...without(made), quantity: 6, because: 'Demande du stade' };
  expect(await ok(put(at(`posts/${String(made.id)}`), change))).toMatchObject({ quantity: 6, version: 2 });
  expect(await ok(get(`/api/events/${event}`))).toMatchObject({
    counts: { venues: 1, sessions: 1, objects: 1, posts: 2 },
  });
});

test('a post that was taken away is in no list, and stands again when it is put back', async () => {
  const [venue] = await venues();
  const { id } = await ok(post(at('posts'), postDraft(String(venue?.id), { quantity: 9 })));
  const path = at(`posts/${String(id)}`);
  await ok(post(`${path}/remove`, { version: 1, because: 'Porte fermée' }));
  expect(await faultOf(get(path))).toBe('404 access/absent');
  expect(await faultOf(post(`${path}/remove`, { version: 2, because: 'x' }))).toBe('409 events/post-state');
  expect(await ok(post(`${path}/restore`, undefined))).toMatchObject({ quantity: 9, version: 3 });
  const history = await ok(get(at(`history/${String(id)}`)));
  expect(history.items).toMatchObject([{ act: 'restored' }, { act: 'removed', reason: 'Porte fermée' }, {}]);
});

const venues = async (): Promise<readonly JsonObject[]> => {
  const { items } = await ok(get(at('venues')));
  return Array.isArray(items) ? items : [];
};

test('who does not plan reads at most, and an analyst is told that there is nothing', async () => {
  expect(await faultOf(node.call('centre-head', 'GET', `/api/events/${event}`))).toBe('200');
  expect(await faultOf(node.call('centre-head', 'POST', at('venues'), venueDraft({ code: 'SUD' })))).toBe(
    '403 access/refused',
  );
  expect(await faultOf(node.call('analyst', 'GET', `/api/events/${event}`))).toBe('404 access/absent');
  expect(await faultOf(node.call('analyst', 'GET', '/api/events'))).toBe('404 access/absent');
});
