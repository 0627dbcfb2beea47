/** Two venues that stood twice, over HTTP: looked at, merged with all that stands there, and undone. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { eventDraft, postDraft, sessionDraft, venueDraft } from '../../../../testing/events-cast.ts';
import { faultOf, nodeOf, ok } from '../../../../testing/story.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';
import { recognised } from '../imports/contract.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let world: World;
let node: WorldNode;
beforeAll(async () => {
  world = await openWorld(['ma']);
  node = nodeOf(world, 'ma');
});
afterAll(() => world.close());

const itemsOf = ({ items }: JsonObject): JsonObject[] => (Array.isArray(items) ? items.filter(isObject) : []);
const assessed = { likelihood: 4, impact: 4, confidence: 'moderate', reason: 'Foule', sources: [] } as const;

/** An event where Bercy stands twice: the second has a session, two posts and an assessed day. */
const openTwice = async () => {
  const post = (path: string, body?: unknown) => node.call('event-planner', 'POST', path, body);
  const { id } = await ok(post('/api/events', eventDraft()));
  const at = (rest: string) => `/api/events/${String(id)}/${rest}`;
  const make = async (path: string, body: unknown) => String((await ok(post(at(path), body))).id);
  const zone = { id: randomUUID(), code: 'P', name: { fr: 'Presse' }, capacity: null };
  const names = { BCY: { fr: 'Arena Bercy' }, B1: { en: 'Bercy Arena' } };
  const stays = await make('venues', venueDraft({ code: 'BCY', name: names.BCY, capacity: null }));
  const goes = await make('venues', venueDraft({ code: 'B1', name: names.B1, zones: [zone] }));
  const session = await make('sessions', sessionDraft({ venue: goes }));
  const place = { kind: 'zone', venue: goes, zone: zone.id } as const;
  const standing = await make('posts', postDraft(goes, { session, place }));
  const removed = await make('posts', postDraft(goes));
  await ok(post(at(`posts/${removed}/remove`), { version: 1, because: 'Doublon' }));
  const target = (venue: string) => `venue-day:${venue}:2029-07-20`;
  const risk = { ...assessed, hazard: 'crowd', owner: null, reviewOn: '2029-07-10', seen: 0 };
  const assess = (venue: string, changes = {}) =>
    post(at('risk/assessments'), { ...risk, target: target(venue), ...changes });
  const get = async (path: string) => ok(node.call('event-planner', 'GET', at(path)));
  const list = async (path: string) => itemsOf(await get(path));
  return {
    ...{ stays, goes, session, standing, removed, at, post, get, list, assess, target },
    look: (which = { stays, goes }) => post(at('venues/merges/preview'), which),
    merge: async (changes: object = {}) => {
      const { digest } = await ok(post(at('venues/merges/preview'), { stays, goes }));
      return post(at('venues/merges'), { stays, goes, digest, ...changes });
    },
    read: (path: string) => node.call('event-planner', 'GET', at(path)),
  };
};

test('who plans is told of venues that may be one, until he says that they are two', async () => {
  const there = await openTwice();
  // Of the second more is said: it has a zone and a capacity.
  const pair = [there.goes, there.stays];
  expect(await there.list('venues/alike')).toMatchObject([{ venues: pair, isSure: true, by: 'words' }]);
  const apart = (yes: boolean) => there.post(there.at('venues/apart'), { venues: pair, apart: yes });
  await ok(apart(true));
  expect(await there.list('venues/alike')).toEqual([]);
  await ok(apart(false));
  expect(await there.list('venues/alike')).toHaveLength(1);
});

test('what stands at one goes to the other, is told field by field, and goes back', async () => {
  const there = await openTwice();
  await ok(there.assess(there.goes));
  expect(await ok(there.look())).toMatchObject({
    ...{ sessions: 1, posts: 1, assessments: 1, outdone: 0, codes: ['B1'] },
    fields: [{ field: 'name' }, { field: 'capacity', before: null, after: 45_000 }, { field: 'zones' }],
  });
  const [merge] = itemsOf(await ok(there.merge({ reason: 'Même salle' })));
  expect(merge).toMatchObject({ code: 'B1', stays: there.stays, sessions: 1, posts: 2, undoneAt: null });
  expect(await there.list('venues')).toMatchObject([
    { id: there.stays, capacity: 45_000, name: { fr: 'Arena Bercy', en: 'Bercy Arena' } },
  ]);
  expect(await there.get(`sessions/${there.session}`)).toMatchObject({ venue: there.stays, version: 2 });
  const place = { kind: 'zone', venue: there.stays };
  expect(await there.get(`posts/${there.standing}`)).toMatchObject({ place, version: 2 });
  expect(await there.get('calendar')).toMatchObject({
    cells: [{ venue: there.stays, sessions: 1 }],
  });
  expect(await there.get(`risk/targets/${there.target(there.stays)}`)).toMatchObject({ level: 'high' });
  expect(await faultOf(there.read(`risk/targets/${there.target(there.goes)}`))).toBe('404 access/absent');
  const merged = { act: 'merged', reason: 'Même salle' };
  expect(await there.list(`history/${there.stays}`)).toMatchObject([merged, { act: 'made' }]);
  expect(await there.list(`history/${there.goes}`)).toMatchObject([merged, { act: 'made' }]);
  expect(await there.list(`history/${there.session}`)).toMatchObject([
    { act: 'changed', fields: [{ field: 'venue', before: there.goes, after: there.stays }] },
    {},
  ]);
  // What was added since stays where it was put.
  const later = String((await ok(there.post(there.at('posts'), postDraft(there.stays)))).id);
  const undo = () => there.post(there.at(`venues/merges/${String(merge?.id)}/undo`));
  const [undone] = itemsOf(await ok(undo()));
  expect(undone?.undoneAt).not.toBeNull();
  expect(await faultOf(undo())).toBe('409 events/merge-not-last');
  expect(await there.list('venues')).toMatchObject([
    { id: there.goes, code: 'B1', state: 'in-use', capacity: 45_000 },
    { id: there.stays, code: 'BCY', capacity: null, zones: [], name: { fr: 'Arena Bercy' } },
  ]);
  expect(await there.get(`sessions/${there.session}`)).toMatchObject({ venue: there.goes });
  expect(await there.get(`posts/${there.standing}`)).toMatchObject({ place: { venue: there.goes } });
  expect(await there.get(`posts/${later}`)).toMatchObject({ place: { venue: there.stays } });
  await ok(there.post(there.at(`posts/${there.removed}/restore`)));
  expect(await there.get(`posts/${there.removed}`)).toMatchObject({ place: { venue: there.goes } });
  for (const venue of [there.goes, there.stays])
    expect(await there.get(`risk/targets/${there.target(venue)}`)).toMatchObject({ level: 'high' });
});

test('the venue that stays is found by the codes of the other, its own and those of lists', async () => {
  const there = await openTwice();
  const import_ = async (text: string, settings: object = {}) => {
    const file = {
      ...{ content: Buffer.from(text).toString('base64'), fileName: 'list.csv', source: 'list' },
      settings: { ...recognised, ...settings },
    };
    const report = await ok(there.post(there.at('imports/preview'), { file }));
    await ok(there.post(there.at('imports'), { id: randomUUID(), file, digest: report.digest }));
    return report;
  };
  const links = { links: { X9: there.goes } };
  await import_('code,name\nX9,Salle neuf\n', links);
  expect(await ok(there.look())).toMatchObject({ codes: ['B1', 'X9'] });
  await ok(there.merge());
  for (const [row, settings] of [
    ['B1,Bercy Arena', {}],
    ['X9,Salle neuf', {}],
    ['X9,Salle neuf', links],
  ] as const)
    expect(await import_(`code,name\n${row}\n`, settings)).toMatchObject({ counts: { added: 0 } });
  expect(await there.list('venues')).toHaveLength(1);
  // Its code may be taken anew; then it cannot come back.
  const [merge] = await there.list('venues/merges');
  await ok(there.post(there.at('venues'), venueDraft({ code: 'B1' })));
  expect(await faultOf(there.post(there.at(`venues/merges/${String(merge?.id)}/undo`)))).toBe(
    '409 events/code-taken',
  );
});

test('what was changed since it was looked at is not merged, and of two at once one is', async () => {
  const there = await openTwice();
  const { digest } = await ok(there.look());
  const { id: _, event: __, version, ...session } = await there.get(`sessions/${there.session}`);
  const put = (path: string, body: unknown) => node.call('event-planner', 'PUT', there.at(path), body);
  await ok(put(`sessions/${there.session}`, { ...session, version, title: 'Finale' }));
  expect(await faultOf(there.merge({ digest }))).toBe('409 events/changed-meanwhile');
  const both = await Promise.all([faultOf(there.merge()), faultOf(there.merge())]);
  expect(both.toSorted()).toEqual(['200', '404 access/absent']);
  const itself = { stays: there.stays, goes: there.stays };
  expect(await faultOf(there.look(itself))).toBe('422 events/unsound');
});

test('no level falls: what is assessed as high at the venue that stays holds there', async () => {
  const there = await openTwice();
  await ok(there.assess(there.goes, { likelihood: 1, impact: 1 }));
  await ok(there.assess(there.stays));
  expect(await ok(there.look())).toMatchObject({ assessments: 0, outdone: 1 });
  await ok(there.merge());
  const view = await there.get(`risk/targets/${there.target(there.stays)}`);
  expect(view).toMatchObject({ level: 'high', assessments: [{ versions: [{ version: 1 }] }] });
});

test('others neither look, merge nor undo; where nothing is to be seen it is absent', async () => {
  const there = await openTwice();
  const which = { stays: there.stays, goes: there.goes };
  const calls = (role: Parameters<WorldNode['call']>[0]) => [
    node.call(role, 'GET', there.at('venues/alike')),
    node.call(role, 'POST', there.at('venues/merges/preview'), which),
    node.call(role, 'POST', there.at('venues/merges'), { ...which, digest: 'x' }),
    node.call(role, 'POST', there.at(`venues/merges/${randomUUID()}/undo`)),
    node.call(role, 'POST', there.at('venues/apart'), { venues: Object.values(which), apart: true }),
  ];
  for (const call of calls('centre-head')) expect(await faultOf(call)).toBe('403 access/refused');
  for (const call of calls('analyst')) expect(await faultOf(call)).toBe('404 access/absent');
  expect(await faultOf(node.call('analyst', 'GET', there.at('venues/merges')))).toBe('404 access/absent');
  const elsewhere = { stays: there.stays, goes: randomUUID() };
  expect(await faultOf(there.look(elsewhere))).toBe('404 access/absent');
  expect(await faultOf(there.post(there.at(`venues/merges/${randomUUID()}/undo`)))).toBe('404 access/absent');
});
