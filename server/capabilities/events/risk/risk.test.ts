/**
 * A host assesses, turns levels into posts, and asks a partner for his view: two real nodes. What a person
 * did to a post by hand is never overwritten without saying so, and of risk nothing is shown to others.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { eventDraft, objectDraft, sessionDraft, venueDraft } from '../../../../testing/events-cast.ts';
import {
  act,
  agree,
  arrived,
  draftWith,
  faultOf,
  historyOf,
  inDays,
  nodeOf,
  ok,
} from '../../../../testing/story.ts';
import { until } from '../../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';
import type { Role } from '../../../kernel/decision.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let world: World;
let host: WorldNode;
let partner: WorldNode;
let event: string;
const ids = { venue: '', first: '', second: '', object: '' };

const at = (rest: string) => `/api/events/${event}/${rest}`;
const plan = (method: string, path: string, body?: unknown) => host.call('event-planner', method, path, body);
const get = (rest: string) => ok(plan('GET', at(rest)));
const post = (rest: string, body: unknown) => plan('POST', at(rest), body);
const listIn = (value: JsonObject, name: string): readonly JsonObject[] => {
  const list = value[name];
  return Array.isArray(list) ? list.filter(isObject) : [];
};
const addedTo = async (kind: string, draft: object): Promise<string> =>
  String((await ok(post(kind, draft))).id);
const day = () => `venue-day:${ids.venue}:2029-07-20`;

beforeAll(async () => {
  world = await openWorld(['fr', 'ma']);
  host = nodeOf(world, 'fr');
  partner = nodeOf(world, 'ma');
  await agree([host, partner]);
  event = String((await ok(plan('POST', '/api/events', eventDraft({ firstDay: '2029-07-20' })))).id);
  ids.venue = await addedTo('venues', venueDraft());
  const expected = [{ nation: 'MA', count: 6_000 }];
  ids.first = await addedTo('sessions', sessionDraft({ venue: ids.venue, expectedSpectators: expected }));
  ids.second = await addedTo(
    'sessions',
    sessionDraft({
      ...{ code: 'M02', venue: ids.venue, spectators: 9_000, title: 'Groupe A' },
      ...{ startsAt: '2029-07-22T17:00:00.000Z', endsAt: '2029-07-22T19:00:00.000Z' },
    }),
  );
  ids.object = await addedTo('objects', objectDraft());
});
afterAll(() => world.close());

const acceptance = (digest: unknown, changes: JsonObject = {}) => ({
  ...{ language: 'fr', digest, reason: 'Retenu en réunion de préparation', owner: null },
  ...{ reviewOn: inDays(14), ...changes },
});
const assessment = (changes: JsonObject = {}) => ({
  ...{ target: day(), hazard: 'terrorism', likelihood: 2, impact: 3, confidence: 'moderate' },
  ...{ reason: 'Menace générale', sources: [], owner: null, reviewOn: inDays(7), seen: 0, ...changes },
});
const assess = (changes: JsonObject = {}) => post('risk/assessments', assessment(changes));

test('what the facts speak for is accepted as it was seen, with its reasons, or not at all', async () => {
  const proposed = await get('risk/proposals?language=fr&kind=session');
  expect(proposed.total).toBe(16);
  const [worst] = listIn(proposed, 'items');
  expect(listIn(worst ?? {}, 'facts').map(({ text }) => text)).toContain('affluence attendue : 40\u202f000');
  const stale = acceptance('0'.repeat(64), { kind: 'session' });
  expect(await faultOf(post('risk/proposals/accept', stale))).toBe('409 events/changed-meanwhile');
  expect(await get('risk/matrix')).toMatchObject({ total: 0 });
  const accepted = acceptance(proposed.digest, { kind: 'session' });
  expect(await ok(post('risk/proposals/accept', accepted))).toEqual({ accepted: 16 });
  const session = await get(`risk/targets/session:${ids.first}`);
  const crowd = listIn(session, 'assessments').find(({ hazard }) => hazard === 'crowd') ?? {};
  expect(listIn(crowd, 'versions')).toMatchObject([{ version: 1, origin: 'proposal', changed: [] }]);
  expect(JSON.stringify(crowd)).toContain('Retenu en réunion de préparation');
  expect(await get('risk/proposals?language=fr&kind=session')).toMatchObject({ total: 0 });
});

test('versions are added, compared, and what rose since a moment is told', async () => {
  expect(await faultOf(assess({ seen: 3 }))).toBe('409 events/changed-meanwhile');
  expect(await faultOf(assess({ target: `object:${ids.venue}` }))).toBe('404 access/absent');
  const odd = { kind: 'words', text: 'x', grading: { scheme: 'admiralty', source: 'Z', information: '1' } };
  expect(await faultOf(assess({ sources: [odd] }))).toBe('422 events/risk-source-unsound');
  expect(await faultOf(assess({ reviewOn: inDays(-2) }))).toBe('422 events/review-past');
  await ok(assess());
  const between = new Date().toISOString();
  const view = await ok(assess({ seen: 1, likelihood: 4, impact: 4, reason: 'Alerte reçue' }));
  const own = listIn(view, 'assessments').find(({ hazard }) => hazard === 'terrorism') ?? {};
  expect(listIn(own, 'versions')).toMatchObject([
    { version: 2, level: 'high', changed: ['likelihood', 'impact', 'reason'] },
    { version: 1, level: 'moderate' },
  ]);
  const compared = await get(`risk/targets/${day()}/comparison?hazard=terrorism&before=1&after=2`);
  expect(listIn(compared, 'differences')).toMatchObject([
    { part: 'likelihood', before: 2, after: 4 },
    { part: 'impact' },
    { part: 'reason' },
  ]);
  const rose = await get(`risk/rose?since=${between}`);
  expect(rose).toMatchObject({ items: [{ target: day(), before: 'moderate', after: 'high' }], fell: 0 });
  // Where nothing stood at that moment, against its first version.
  expect(await get('risk/rose?since=2020-01-01T00:00:00.000Z')).toMatchObject({
    ...{ items: [{ before: 'moderate' }], first: 17 },
  });
  const { cells } = await get('risk/heat?hazard=terrorism');
  expect(cells).toMatchObject([
    { day: '2029-07-20', level: 'high', assessed: 2 },
    { day: '2029-07-22', assessed: 1 },
  ]);
});

test('a session that moves takes its risk along, and a day without any is on the map', async () => {
  const session = await get(`sessions/${ids.second}`);
  const { id: _id, event: _event, ...draft } = session;
  const moved = {
    ...draft,
    ...{ startsAt: '2029-07-24T17:00:00.000Z', endsAt: '2029-07-24T19:00:00.000Z', state: 'moved' },
  };
  await ok(plan('PUT', at(`sessions/${ids.second}`), moved));
  const { cells } = await get('risk/heat');
  expect(cells).toMatchObject([{ day: '2029-07-20' }, { day: '2029-07-24', sessions: 1 }]);
});

test('posts are made as they were shown, and a hand’s work is not overwritten unsaid', async () => {
  const shown = await get('risk/posts?language=ar');
  const fates = isObject(shown.fates) ? shown.fates : {};
  const made = Number(fates.made);
  expect(made).toBeGreaterThan(10);
  const stale = { language: 'ar', digest: '0'.repeat(64), overrule: [] };
  expect(await faultOf(post('risk/posts', stale))).toBe('409 events/changed-meanwhile');
  const done = await ok(post('risk/posts', { ...stale, digest: shown.digest }));
  expect(done).toEqual({ made, changed: 0, withdrawn: 0, overruled: 0, left: 0 });
  expect(await get('risk/posts?language=fr')).toMatchObject({ fates: { same: made } });
  const posts = listIn(await get('posts?limit=500'), 'items');
  const spotter = posts.find(
    ({ requirement }) => isObject(requirement) && requirement.specialty === 'spotter',
  );
  expect(spotter).toMatchObject({ requirement: { languages: ['ar'] }, origin: { kind: 'template' } });
  const dogs = posts.filter(({ origin }) => isObject(origin) && origin.template === 'terrorism-venue');
  const [edited] = dogs;
  const { id, event: _event, at: _at, origin: _origin, ...draft } = edited ?? {};
  await ok(plan('PUT', at(`posts/${String(id)}`), { ...draft, quantity: 17, because: 'Demande du site' }));
  expect(await get('risk/posts?language=fr')).toMatchObject({ fates: { edited: 1, same: made - 1 } });
  await ok(assess({ seen: 2, likelihood: 5, impact: 5, reason: 'Menace précise' }));
  const again = await get('risk/posts?language=fr');
  expect(again.fates).toMatchObject({ 'edited-differs': 1 });
  const [first] = listIn(again, 'items');
  expect(first).toMatchObject({ fate: 'edited-differs', present: { quantity: 17 } });
  const kept = await ok(post('risk/posts', { language: 'fr', digest: again.digest, overrule: [] }));
  expect(kept).toMatchObject({ left: 1, overruled: 0 });
  expect(Number(kept.changed) + Number(kept.made)).toBeGreaterThan(0);
  expect(await get(`posts/${String(id)}`)).toMatchObject({ quantity: 17 });
  const last = await get('risk/posts?language=fr');
  const overrule = [String(first?.key)];
  expect(await ok(post('risk/posts', { language: 'fr', digest: last.digest, overrule }))).toMatchObject({
    changed: 1,
    overruled: 1,
    left: 0,
  });
  expect(await get(`posts/${String(id)}`)).toMatchObject({ origin: { riskLevel: 'critical' } });
});

test('a template is changed by the planner, and what it no longer asks for is withdrawn', async () => {
  const path = '/api/events/risk-templates';
  const all = listIn(await ok(plan('GET', path)), 'items');
  const dogs = all.find(({ id }) => id === 'terrorism-venue') ?? {};
  const { id: _id, builtIn: _built, changed: _changed, version: _version, retiredAt: _at, ...draft } = dogs;
  const narrow = { ...draft, places: ['station'] };
  expect(await faultOf(plan('PUT', `${path}/terrorism-venue?version=0`, narrow))).toBe(
    '422 events/risk-unsound',
  );
  await ok(plan('POST', `${path}/terrorism-venue/retire`, { version: 0 }));
  const shown = await get('risk/posts?language=fr');
  expect(Number(isObject(shown.fates) && shown.fates.withdrawn)).toBeGreaterThan(0);
  expect(await faultOf(plan('POST', `${path}/terrorism-venue/restore`, { version: 0 }))).toBe(
    '409 events/changed-meanwhile',
  );
  expect(await ok(plan('POST', `${path}/terrorism-venue/reset`, { version: 1 }))).toMatchObject({
    version: 2,
    retiredAt: null,
  });
});

test('a partner is asked once for each milestone, and his answer is a graded source of a risk', async () => {
  const before = await get('risk/visitors');
  expect(before).toMatchObject({ partners: [{ partner: partner.party, covered: true, linked: true }] });
  const text = await get('risk/visitors/text?milestone=t-8-weeks&language=fr');
  const ask = {
    ...text,
    ...{ milestone: 't-8-weeks', language: 'fr', partners: [partner.party], propose: true },
  };
  const [asked] = listIn(await ok(post('risk/visitors', ask)), 'asks');
  expect(asked).toMatchObject({ state: 'proposed', dueOn: '2029-05-25', overdue: false });
  expect(listIn(await ok(post('risk/visitors', ask)), 'asks')).toHaveLength(1);
  const item = String(asked?.item);
  await ok(act(host, 'contact-point', item, 'release'));
  await arrived(partner, item);
  const answer = { item: draftWith(null, { title: 'Réponse' }), outcome: 'answered' };
  const written = await ok(partner.call('liaison-officer', 'POST', `/api/requests/${item}/answers`, answer));
  await ok(act(partner, 'liaison-officer', String(written.id), 'propose'));
  await ok(act(partner, 'contact-point', String(written.id), 'release'));
  const answered = await until(async () => {
    const [one] = listIn(await get('risk/visitors'), 'asks');
    return one?.state === 'answered' ? one : null;
  });
  expect(answered).toMatchObject({ answers: [written.id], overdue: false });
  const grading = { scheme: 'admiralty', source: 'B', information: '2' };
  const source = { kind: 'item', item: String(written.id), note: 'Analyse du Maroc', grading };
  const view = await ok(assess({ hazard: 'crowd', sources: [source] }));
  expect(JSON.stringify(view)).toContain(String(written.id));
  const unknown = { ...source, item: 'grouping--4b1f3f0e-4a5e-4d5b-9a51-2f7f0c0a1b77' };
  expect(await faultOf(assess({ hazard: 'cyber', sources: [unknown] }))).toBe('404 access/absent');
});

test('a partner whose link is suspended is not asked, and nothing is begun for him', async () => {
  const text = await get('risk/visitors/text?milestone=t-2-weeks&language=fr');
  const ask = { milestone: 't-2-weeks', language: 'fr', partners: [partner.party], propose: true };
  await ok(host.call('service-head', 'POST', `/api/parties/links/${partner.party}/suspend`));
  expect(await faultOf(post('risk/visitors', { ...text, ...ask }))).toBe('422 events/partners-not-linked');
  expect(listIn(await get('risk/visitors'), 'asks')).toHaveLength(1);
});

test('the head of the centre reads it and writes nothing; to others there is nothing', async () => {
  const statusAs = async (role: Role, method: string, rest: string, body?: unknown) =>
    (await host.call(role, method, at(rest), body)).status;
  expect(await statusAs('centre-head', 'GET', 'risk/heat')).toBe(200);
  expect(await statusAs('centre-head', 'GET', 'risk/posts?language=fr')).toBe(200);
  expect(await statusAs('centre-head', 'POST', 'risk/assessments', assessment({ seen: 3 }))).toBe(403);
  for (const rest of ['risk/heat', 'risk/matrix', 'risk/rose', 'risk/visitors', `risk/targets/${day()}`])
    expect(await statusAs('liaison-officer', 'GET', rest)).toBe(404);
  expect((await host.call('centre-head', 'GET', '/api/events/overdue-reviews')).status).toBe(200);
  expect((await host.call('liaison-officer', 'GET', '/api/events/overdue-reviews')).status).toBe(404);
  const told = await historyOf(host, event);
  expect(told).toContain('events.assess-risk refused events/planners');
  expect(told).toContain('events.generate-posts done events/planners-make-posts');
});
