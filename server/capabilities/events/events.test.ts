/** An event over HTTP: planned, changed, posts removed and put back; others are shown nothing of it. */
import { randomUUID } from 'node:crypto';
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
import { isObject, type JsonObject } from '../../kernel/canonical.ts';
import { recognised } from './imports/contract.ts';

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

test('what is planned is changed with its reason, and told in the history', async () => {
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

const programme = (...rows: readonly string[]) =>
  `code,title,start,end,venue\n${rows.map((row) => `${row},Est`).join('\n')}\n`;
const fileOf = (text: string) => ({
  ...{ content: Buffer.from(text).toString('base64'), fileName: 'programme.csv', source: 'programme' },
  settings: recognised,
});
/** Looks at a file and imports what was seen. */
const importFile = async (text: string) => {
  const [file, id] = [fileOf(text), randomUUID()];
  const { digest } = await ok(post(at('imports/preview'), { file }));
  return { id, digest, report: await ok(post(at('imports'), { id, file, digest })) };
};
const sessionsOf = async (): Promise<JsonObject[]> => {
  const { items } = await ok(get(at('sessions?q=essai')));
  return Array.isArray(items) ? items.filter(isObject) : [];
};

test('a file is imported as looked at, compared when it comes again, and undone', async () => {
  const before = await ok(get(`/api/events/${event}`));
  const rows = [
    'I1,Essai un,2029-07-22T10:00Z,2029-07-22T12:00Z',
    'I2,Essai deux,2029-07-23T10:00Z,2029-07-23T12:00Z',
  ];
  const first = await importFile(programme(...rows));
  expect(first.report.counts).toMatchObject({ added: 2, refused: 0 });
  expect(
    await faultOf(post(at('imports'), { ...first, report: undefined, file: fileOf(programme(...rows)) })),
  ).toBe('409 events/import-done');
  const again = await importFile(programme(`${rows[0]?.replace('T10', 'T11')}`));
  expect(again.report.counts).toMatchObject({ added: 0, changed: 1, gone: 1 });
  expect((await sessionsOf()).map(({ code, state }) => [code, state])).toEqual([
    ['I1', 'moved'],
    ['I2', 'cancelled'],
  ]);
  const undo = (id: string) => post(at(`imports/${id}/undo`), undefined);
  expect(await faultOf(undo(first.id))).toBe('409 events/import-not-last');
  await ok(undo(again.id));
  const [one, two] = await sessionsOf();
  expect([one?.state, one?.startsAt, two?.state]).toEqual(['planned', '2029-07-22T10:00:00.000Z', 'planned']);
  // What was looked at is what is done: a file that was not looked at is not imported.
  const other = { id: randomUUID(), file: fileOf(programme(String(rows[0]))), digest: again.digest };
  expect(await faultOf(post(at('imports'), other))).toBe('409 events/import-other');
  const draft = { ...postDraft(String(one?.venue)), session: one?.id };
  const { id: held } = await ok(post(at('posts'), draft));
  expect(await faultOf(undo(first.id))).toBe('409 events/import-built-on');
  await ok(post(at(`posts/${String(held)}/remove`), { version: 1, because: 'Essai terminé' }));
  expect(await faultOf(undo(first.id))).toBe('409 events/import-built-on');
  const after = await ok(get(`/api/events/${event}`));
  expect(after.counts).toMatchObject({ sessions: Number(Object(before.counts).sessions) + 2 });
});

test('what a hand changed after an import stays when the file comes again, unless it is named', async () => {
  const rows = ['22', '23'].map(
    (day, at) => `I${at + 1},Essai ${at + 1},2029-07-${day}T10:00Z,2029-07-${day}T12:00Z`,
  );
  const file = fileOf(programme(...rows));
  await importFile(programme(...rows));
  const look = (more: object) =>
    ok(
      post(at('imports/preview'), {
        file: { ...file, settings: { ...file.settings, ...more } },
      }),
    );
  expect((await look({})).rows).toEqual([]);
  const [one] = await sessionsOf();
  const path = at(`sessions/${String(one?.id)}`);
  await ok(put(path, { ...without(await ok(get(path))), title: 'Essai d’ouverture' }));
  expect((await look({})).rows).toMatchObject([
    { act: 'kept', code: 'I1', fields: [{ field: 'title', before: 'Essai d’ouverture', after: 'Essai 1' }] },
  ]);
  expect((await look({ overrule: ['I1'] })).rows).toMatchObject([{ act: 'changed', code: 'I1' }]);
});

test('more sessions than are written at once are imported, changed and put back whole', async () => {
  const many = 1_200;
  const { id: large } = await ok(post('/api/events', eventDraft()));
  const there = (rest: string) => `/api/events/${String(large)}/${rest}`;
  const run = async (title: string): Promise<string> => {
    const rows = Array.from({ length: many }, (_, number) => {
      const day = `2029-07-${20 + (number % 10)}`;
      return `L${number},${title},${day}T10:00Z,${day}T12:00Z`;
    });
    const [file, id] = [fileOf(programme(...rows)), randomUUID()];
    const { digest } = await ok(post(there('imports/preview'), { file }));
    await ok(post(there('imports'), { id, file, digest }));
    return id;
  };
  const titled = async (title: string) => {
    const { items } = await ok(get(there(`sessions?q=${title}&limit=1`)));
    const last = await ok(get(there(`sessions?q=${title}%20L${many - 1}`)));
    const { days } = await ok(get(there('calendar')));
    const held = Array.isArray(days) ? days.filter(isObject).map(({ sessions }) => Number(sessions)) : [];
    return [Object(items).length, last.total, held.reduce((sum, one) => sum + one, 0)];
  };
  await run('aller');
  expect(await titled('aller')).toEqual([1, 1, many]);
  const again = await run('retour');
  expect([await titled('aller'), await titled('retour')]).toEqual([
    [0, 0, many],
    [1, 1, many],
  ]);
  await ok(post(there(`imports/${again}/undo`), undefined));
  expect([await titled('aller'), await titled('retour')]).toEqual([
    [1, 1, many],
    [0, 0, many],
  ]);
});

test('milestones are worked out from the days; a day set by hand and what is done stay', async () => {
  const { version, milestones } = await ok(get(`/api/events/${event}`));
  expect(milestones).toMatchObject([
    { day: '2029-05-25' },
    { day: '2029-07-06' },
    { day: '2029-07-20' },
    { day: '2029-08-06' },
  ]);
  const own = [{ text: 'Visite des préfets', done: false }];
  const change = {
    version,
    milestones: [{ kind: 't-0', day: '2029-07-19', done: ['officers-paired'], own }],
  };
  const changed = await ok(put(at('milestones'), change));
  expect(changed.milestones).toMatchObject([
    { kind: 't-8-weeks', day: '2029-05-25' },
    {},
    { day: '2029-07-19', computedDay: '2029-07-20', own, due: [{ done: true }, { done: false }, {}] },
    {},
  ]);
  const wrong = {
    ...change,
    version: changed.version,
    milestones: [{ ...change.milestones[0], day: '2029-02-30' }],
  };
  expect(await faultOf(put(at('milestones'), wrong))).toBe('400 input/invalid');
});

test('who does not plan reads at most, and an analyst is told that there is nothing', async () => {
  expect(await faultOf(node.call('centre-head', 'GET', `/api/events/${event}`))).toBe('200');
  expect(await faultOf(node.call('centre-head', 'POST', at('venues'), venueDraft({ code: 'SUD' })))).toBe(
    '403 access/refused',
  );
  expect(await faultOf(node.call('analyst', 'GET', `/api/events/${event}`))).toBe('404 access/absent');
  expect(await faultOf(node.call('analyst', 'GET', '/api/events'))).toBe('404 access/absent');
});
