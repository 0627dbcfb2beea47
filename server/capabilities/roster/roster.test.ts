/**
 * Two real nodes: France plans with its own officers and one of Morocco, publishes, tells, changes; Morocco
 * hears of its officer's duties, and of his having read them.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepOfficer, pairOfficers, planEvent } from '../../../testing/roster-story.ts';
import { entriesOf, faultOf, nodeOf, ok, okList, refusalOf } from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { isObject, type JsonObject } from '../../kernel/canonical.ts';
import { readPlan } from './index.ts';

let world: World;
let fr: WorldNode;
let ma: WorldNode;
let event = '';
let posts: readonly string[] = [];
let visitor = '';
let unpaired = '';
let own = '';
let escort = '';
let pair = '';
let draft: JsonObject = {};

const root = '/api/roster';
const postAt = (at: number): string => posts[at] ?? '';
const plan = (path: string, body?: unknown) => fr.call('event-planner', 'POST', `${root}${path}`, body);
const read = async (path: string) => ok(fr.call('event-planner', 'GET', `${root}${path}`));
const versionOf = async () => (await read(`/drafts/${String(draft.id)}`)).version;
const edit = async (one: JsonObject) =>
  plan(`/drafts/${String(draft.id)}/edits`, { version: await versionOf(), edit: one });
const place = (post: number, unit: string, reason = '') =>
  edit({ kind: 'place', post: postAt(post), seat: 0, unit, reason });
const standing = async (): Promise<readonly string[]> => {
  const { assignments } = await read(`/drafts/${String(draft.id)}`);
  if (!Array.isArray(assignments)) throw new Error('no assignments');
  return assignments.filter(isObject).map(({ post, unit }) => {
    const at = posts.indexOf(String(post));
    const name = unit === visitor ? 'visitor' : unit === own ? 'own' : String(unit);
    return `${at} ${name}`;
  });
};
const duties = async (verb: string, body: JsonObject = {}) =>
  plan(`/drafts/${String(draft.id)}/${verb}`, { version: await versionOf(), ...body });
const waiting = (role: 'centre-head' | 'event-planner') => okList(fr.call(role, 'GET', `${root}/waiting`));
const publish = async () => {
  await ok(duties('propose'));
  const path = `${root}/drafts/${String(draft.id)}/publish`;
  return ok(fr.call('centre-head', 'POST', path, { version: await versionOf() }));
};

beforeAll(async () => {
  world = await openWorld(['fr', 'ma']);
  fr = nodeOf(world, 'fr');
  ma = nodeOf(world, 'ma');
  ({ event, posts } = await planEvent(fr, [
    { from: '2029-07-20T08:00:00.000Z', to: '2029-07-20T14:00:00.000Z' },
    { from: '2029-07-20T16:00:00.000Z', to: '2029-07-20T22:00:00.000Z' },
    { from: '2029-07-21T08:00:00.000Z', to: '2029-07-21T14:00:00.000Z' },
  ]));
  const ofFrance = { kind: 'own', party: fr.party, host: fr.party } as const;
  own = await keepOfficer(fr, { ...ofFrance, name: 'Camille Roux', profile: { nameArabic: '' } });
  escort = await keepOfficer(fr, {
    ...ofFrance,
    name: 'Alix Morel',
    profile: { specialty: 'liaison' },
  });
  const visiting = { kind: 'visiting', party: ma.party, host: fr.party, event } as const;
  visitor = await keepOfficer(fr, { ...visiting, name: 'Youssef Amrani', stage: 'arrived' });
  unpaired = await keepOfficer(fr, { ...visiting, name: 'Karim Alaoui' });
  pair = await pairOfficers(fr, visitor, escort);
  const sent = { id: visitor, kind: 'sent', party: ma.party, host: fr.party } as const;
  await keepOfficer(ma, { ...sent, name: 'Youssef Amrani', stage: 'arrived' });
  draft = await ok(plan(`/events/${event}/drafts`, { name: 'Premier projet' }));
});
afterAll(() => world.close());

test('an officer without a host pair is placed by nobody: by hand, by import, by the solver', async () => {
  expect(await faultOf(place(0, unpaired))).toBe('422 roster/host-pair');
  expect(await faultOf(place(0, unpaired, 'Il faut bien'))).toBe('422 roster/host-pair');
  const assignments = [{ post: postAt(0), seat: 0, unit: unpaired }];
  expect(await faultOf(edit({ kind: 'import', assignments }))).toBe('422 roster/host-pair');
  const refused = await entriesOf(fr, { verb: 'roster.edit' });
  expect(refused.filter(({ outcome }) => outcome === 'refused')).toMatchObject(
    Array.from({ length: 3 }, () => ({ rule: 'roster/host-pair' })),
  );
  const { status, body } = await duties('solve', { seconds: 1, seed: 7 });
  expect([status, isObject(body) && body.state]).toEqual([202, 'running']);
  const solved = await until(
    async () => {
      const now = await read(`/drafts/${String(draft.id)}`);
      return isObject(now.job) && now.job.state === 'done' ? now : null;
    },
    { withinMs: 60_000 },
  );
  expect(solved).toMatchObject({ solved: { seed: 7 }, coverage: { coveredSeats: 3 } });
  expect(JSON.stringify(solved.assignments)).not.toContain(unpaired);
  await ok(duties('undo'));
  expect(await standing()).toEqual([]);
});

test('edits are done and undone; a rule is set aside with its reason, which is kept', async () => {
  await ok(place(0, visitor));
  expect(await refusalOf(place(1, visitor))).toMatchObject({
    code: 'roster/rules-broken',
    details: { units: [visitor] },
  });
  await ok(place(1, visitor, 'Relève absente'));
  const { holds } = await read(`/drafts/${String(draft.id)}`);
  expect(holds).toMatchObject([{ kind: 'override', unit: visitor, reason: 'Relève absente' }]);
  expect(JSON.stringify(await entriesOf(fr, { verb: 'roster.edit' }))).not.toContain('Relève');
  await ok(duties('undo'));
  expect(await standing()).toEqual(['0 visitor']);
  await ok(place(1, own));
  expect(await faultOf(duties('redo'))).toBe('409 roster/nothing-to-undo');
  const explained = (post: number) => read(`/drafts/${String(draft.id)}/posts/${postAt(post)}/explanation`);
  expect(await explained(2)).toMatchObject({ open: { open: 1 }, why: [] });
  expect(await explained(1)).toMatchObject({ open: null, why: [{ unit: own }] });
  const one = { post: postAt(0), seat: 0 };
  await ok(edit({ kind: 'swap', one, other: { post: postAt(1), seat: 0 }, reason: '' }));
  expect((await standing()).toSorted()).toEqual(['0 own', '1 visitor']);
  await ok(edit({ kind: 'pin', unit: own, post: postAt(0), reason: '' }));
  expect(await faultOf(edit({ kind: 'unassign', ...one }))).toBe('409 roster/pinned');
  await ok(edit({ kind: 'unpin', unit: own, post: postAt(0) }));
  await ok(edit({ kind: 'lock', until: '2029-07-20T12:00:00Z', reason: '' }));
  expect(await faultOf(edit({ kind: 'unassign', ...one }))).toBe('409 roster/locked');
  await ok(edit({ kind: 'unlock' }));
  const stale = { version: 1, edit: { kind: 'unassign', ...one } };
  expect(await faultOf(plan(`/drafts/${String(draft.id)}/edits`, stale))).toBe('409 state/changed');
});

test('one proposes and another publishes; units and their service hear of it, and of who read', async () => {
  await ok(duties('propose'));
  const path = `${root}/drafts/${String(draft.id)}`;
  expect(await faultOf(fr.call('event-planner', 'POST', `${path}/publish`, { version: 1 }))).toBe(
    '409 state/changed',
  );
  expect(await faultOf(duties('publish'))).toBe('403 roster/own-proposal');
  expect(await faultOf(edit({ kind: 'unlock' }))).toBe('409 roster/not-open');
  expect(await waiting('centre-head')).toMatchObject([{ event, toApprove: 1, returned: 0, lapsed: 0 }]);
  // What he proposed himself does not wait for him.
  expect(await waiting('event-planner')).toMatchObject([{ toApprove: 0 }]);
  expect(await faultOf(fr.call('analyst', 'GET', `${root}/waiting`))).toBe('404 access/absent');
  expect(await read(`/drafts/${String(draft.id)}/news`)).toMatchObject({
    ...{ added: 2, changed: 0, cancelled: 0, unchanged: 0, units: 2 },
    parties: expect.arrayContaining([{ party: ma.party, units: 1, added: 1, changed: 0, cancelled: 0 }]),
  });
  const back = { version: await versionOf(), reason: 'Il manque le 21' };
  await ok(fr.call('centre-head', 'POST', `${path}/return`, back));
  expect(await waiting('event-planner')).toMatchObject([{ event, toApprove: 0, returned: 1 }]);
  expect(await publish()).toMatchObject({ state: 'published' });
  expect(await waiting('centre-head')).toEqual([]);
  const { units, unchanged } = await read(`/drafts/${String(draft.id)}/news`);
  expect([units, unchanged]).toEqual([0, 2]);
  const received = () => okList(ma.call('event-planner', 'GET', `${root}/received`));
  const [duty] = await until(
    async () => {
      const list = await received();
      return list.length > 0 ? list : null;
    },
    { withinMs: 20_000 },
  );
  expect(duty).toMatchObject({
    ...{ sender: fr.party, unit: visitor, unitName: 'Youssef Amrani', state: 'standing', sequence: 0 },
    ...{ startsAt: '2029-07-20T16:00:00.000Z', venue: 'الملعب الشمالي', hosts: ['Alix Morel'] },
    acknowledgedAt: null,
  });
  const [link] = await okList(plan(`/events/${event}/links`, { units: [visitor] }));
  const address = String(link?.address);
  const page = await (await fetch(address)).text();
  expect(page).toContain('dir="rtl"');
  for (const shown of ['Alix Morel', '+33 1 55 50 01 00', 'الملعب الشمالي', 'اطّلعت على جدولي'])
    expect(page).toContain(shown);
  expect(page).not.toContain('Camille');
  const french = await (await fetch(`${address}?language=fr`)).text();
  expect(french).toContain('<html lang="fr" dir="ltr">');
  expect((await fetch(`${address}?language=de`)).status).toBe(404);
  const toldBy = /name="toldBy" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const said = await fetch(`${address}/acknowledge?language=fr`, {
    method: 'POST',
    body: new URLSearchParams({ toldBy }),
    redirect: 'manual',
  });
  expect([said.status, said.headers.get('location')?.endsWith('?language=fr')]).toEqual([303, true]);
  await until(async () => (await received()).every(({ acknowledgedAt }) => acknowledgedAt !== null), {
    withinMs: 20_000,
  });
  const told = await okList(fr.call('centre-head', 'GET', `${root}/events/${event}/told`));
  expect(told.map(({ name, unread }) => `${String(name)} ${String(unread)}`).toSorted()).toEqual([
    'Camille Roux 1',
    'يوسف العمراني 0',
  ]);
  expect((await entriesOf(fr, { verb: 'roster.open-page' })).length).toBe(1);
});

test('a change is found, accepted and published; the calendar cancels what is gone', async () => {
  const [before] = await okList(plan(`/events/${event}/links`, { units: [visitor] }));
  const address = String(before?.address);
  draft = await ok(plan(`/events/${event}/drafts`, { name: 'Suite', copyOf: draft.id }));
  // The copy is of the same plan: what was proven of it is known.
  expect(draft).toMatchObject({ solved: { seed: 7, bound: { covered: expect.any(Number) } } });
  const withdrawn = { kind: 'unit-withdrawn', unit: own, from: '2029-07-20T00:00:00.000Z' };
  await ok(duties('replan', { circumstances: [withdrawn], seed: 3 }));
  const found = await until(
    async () => {
      const { status, body } = await fr.call(
        'centre-head',
        'GET',
        `${root}/drafts/${String(draft.id)}/replan`,
      );
      return status === 200 && isObject(body) ? body : null;
    },
    { withinMs: 60_000 },
  );
  expect(found.proposals).toMatchObject([{ post: postAt(0), leaves: [own], joins: [], forced: [own] }]);
  expect(found).toMatchObject({ bound: { covered: expect.any(Number) } });
  const seats = (count: number) => expect.arrayContaining([count]);
  expect(found.vacant).toMatchObject({ before: seats(1), after: seats(2) });
  await ok(duties('replan/accept', { posts: [postAt(0)] }));
  expect((await read(`/drafts/${String(draft.id)}`)).solved).toMatchObject({ seed: 7, bound: found.bound });
  expect(await standing()).toEqual(['1 visitor']);
  await ok(edit({ kind: 'unassign', post: postAt(1), seat: 0 }));
  await ok(place(2, visitor));
  expect(await read(`/drafts/${String(draft.id)}/news`)).toMatchObject({
    ...{ added: 1, changed: 0, cancelled: 2, unchanged: 0 },
    people: expect.arrayContaining([
      expect.objectContaining({
        unit: visitor,
        duties: [
          expect.objectContaining({ post: postAt(1), kind: 'cancelled' }),
          expect.objectContaining({ post: postAt(2), kind: 'added' }),
        ],
      }),
    ]),
  });
  await publish();
  // Who is out of the plan is still the one who has to hear of it.
  const told = await okList(fr.call('event-planner', 'GET', `${root}/events/${event}/told`));
  expect(told.find(({ unit }) => unit === own)).toMatchObject({
    ...{ name: 'Camille Roux', duties: 0, unread: 1, unreadCancelled: 1 },
    // He never said a word, and what was cancelled is not what comes next.
    ...{ acknowledgedAt: null, next: null },
  });
  // Who read what was cancelled since has said so, and his next duty is the one that stands.
  expect(told.find(({ unit }) => unit === visitor)).toMatchObject({
    ...{ duties: 1, unread: 2, unreadCancelled: 1, next: '2029-07-21T08:00:00.000Z' },
    acknowledgedAt: expect.any(String),
  });
  const calendar = await (await fetch(`${address}/duties.ics`)).text();
  expect(calendar).toContain('STATUS:CANCELLED');
  expect(calendar).toContain('SEQUENCE:1');
  expect(await (await fetch(address)).text()).toContain('ملغاة');
  const differences = await read(`/drafts/${String(draft.id)}/compare/${String(draft.id)}`);
  expect(differences).toMatchObject({ posts: [], units: [] });
  await ok(plan(`/events/${event}/links/revoke`, { units: [visitor] }));
  const gone = await fetch(address);
  expect([gone.status, gone.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect((await fetch(`${address.slice(0, -1)}_`)).status).toBe(404);
});

test('who loses his host officer is suspended until he has one; service and planners are told', async () => {
  const units = `/api/assistance/units/${visitor}/pairs`;
  await ok(fr.call('event-planner', 'DELETE', `${units}/${pair}`));
  const roster = await read(`/events/${event}`);
  expect(roster.lapsed).toMatchObject([{ unit: visitor, why: 'host-pair', duties: 1 }]);
  expect(await waiting('event-planner')).toMatchObject([{ event, lapsed: 1 }]);
  const told = await okList(fr.call('event-planner', 'GET', `${root}/events/${event}/told`));
  expect(told.find(({ unit }) => unit === visitor)).toMatchObject({ duties: 1, suspended: 1 });
  const [link] = await okList(plan(`/events/${event}/links`, { units: [visitor] }));
  expect(await (await fetch(String(link?.address))).text()).toContain('معلّقة');
  const hostsSeen = async () =>
    (await okList(ma.call('event-planner', 'GET', `${root}/received`)))
      .filter(({ state }) => state === 'standing')
      .flatMap(({ hosts }) => hosts);
  await until(async () => (await hostsSeen()).length === 0, { withinMs: 20_000 });
  await pairOfficers(fr, visitor, escort);
  await fr.runJobs();
  expect((await read(`/events/${event}`)).lapsed).toEqual([]);
  await until(async () => (await hostsSeen()).length === 1, { withinMs: 20_000 });
  const exported = await read(`/drafts/${String(draft.id)}/plan`);
  expect(readPlan(exported).kind).toBe('read');
  expect(exported).toMatchObject({ told: [{ unit: visitor }], holds: [] });
});

test('guests, observers and others on duty find nothing of it', async () => {
  const nowhere = '404 access/absent';
  for (const role of ['observer', 'analyst', 'contact-point'] as const)
    for (const id of [String(draft.id), randomUUID()]) {
      const path = `${root}/drafts/${id}`;
      expect(await faultOf(fr.call(role, 'GET', path))).toBe(nowhere);
      // Whatever its state: to send it back or publish it says nothing either.
      for (const [verb, body] of [
        ['publish', { version: 1 }],
        ['return', { version: 1, reason: 'x' }],
        ['propose', { version: 1 }],
      ] as const)
        expect(await faultOf(fr.call(role, 'POST', `${path}/${verb}`, body))).toBe(nowhere);
    }
  expect(await faultOf(ma.call('event-planner', 'GET', `${root}/drafts/${String(draft.id)}`))).toBe(
    '404 access/absent',
  );
});
