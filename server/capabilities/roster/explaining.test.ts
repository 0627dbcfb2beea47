/**
 * Two real nodes: France asked Morocco for dogs, of which some were offered. What France is told of an open
 * post names Morocco and what it said; who serves in another event is said to, and is placed by nobody.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  askContent,
  askedLine,
  asks,
  dogs,
  has,
  offered,
  sayAs,
  settled,
  stepContent,
} from '../../../testing/assistance-story.ts';
import { eventDraft, postDraft, venueDraft } from '../../../testing/events-cast.ts';
import { instantAt, patrolPost, patrolUnit, planOf } from '../../../testing/roster-plans.ts';
import { keepOfficer, planEvent } from '../../../testing/roster-story.ts';
import { agree, faultOf, newcomer, nodeOf, ok } from '../../../testing/story.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import type { JsonObject } from '../../kernel/canonical.ts';
import { readId } from '../../kernel/ids.ts';
import { partnersOf } from './remedy.ts';
import { explainOpen, stateOf } from './solving/explain.ts';
import { prepare } from './solving/solve.ts';

let world: World;
let fr: WorldNode;
let ma: WorldNode;
beforeAll(async () => {
  world = await openWorld(['fr', 'ma']);
  [fr, ma] = [nodeOf(world, 'fr'), nodeOf(world, 'ma')];
});
afterAll(() => world.close());

const root = '/api/roster';
const draftOf = (event: string): Promise<JsonObject> =>
  ok(fr.call('event-planner', 'POST', `${root}/events/${event}/drafts`, { name: 'Projet' }));
const explained = (draft: JsonObject, post: string): Promise<JsonObject> =>
  ok(fr.call('event-planner', 'GET', `${root}/drafts/${String(draft.id)}/posts/${post}/explanation`));
const place = (draft: JsonObject, post: string, unit: string, reason = '') =>
  fr.call('event-planner', 'POST', `${root}/drafts/${String(draft.id)}/edits`, {
    version: draft.version,
    edit: { kind: 'place', post, seat: 0, unit, reason },
  });
const ownOfficer = (name: string): Promise<string> =>
  keepOfficer(fr, { kind: 'own', party: fr.party, host: fr.party, name });

test('a remedy names the partner who offered that specialty before, and how many', async () => {
  const agreement = await agree([fr, ma]);
  const planner = (node: WorldNode, email: string) => newcomer(node, { email, roles: ['event-planner'] });
  const [paris, rabat] = [await planner(fr, 'p@fr.example'), await planner(ma, 'p@ma.example')];
  const content = askContent({ lines: [askedLine(dogs, 'explosive-dog', 20)] });
  const address = { agreement, circle: null, recipients: [ma.party] };
  const id = String((await ok(paris('POST', asks, { content, address }))).id);
  await ok(paris('POST', `${asks}/${id}/propose`));
  await ok(fr.call('contact-point', 'POST', `${asks}/${id}/issue`));
  await has(ma, id);
  const what = stepContent('offer', { lines: [offered(dogs, 8)] });
  await sayAs(rabat, { node: ma, id, party: ma, what });
  await settled(fr, id, ma, 'offered');

  await ownOfficer('Camille Roux');
  const event = String((await ok(fr.call('event-planner', 'POST', '/api/events', eventDraft()))).id);
  const venue = String(
    (await ok(fr.call('event-planner', 'POST', `/api/events/${event}/venues`, venueDraft()))).id,
  );
  const postsAt = `/api/events/${event}/posts`;
  const wanted = (changes: Parameters<typeof postDraft>[1]) =>
    ok(fr.call('event-planner', 'POST', postsAt, postDraft(venue, changes)));
  const post = String((await wanted({})).id);
  const draft = await draftOf(event);
  const { open } = await explained(draft, post);
  expect(open).toMatchObject({
    open: 4,
    binding: 'specialty',
    remedies: [
      {
        ...{ kind: 'ask', quantity: 4, minutes: 4 * 420, covers: [420, 840, 1_260, 1_680] },
        partners: [
          {
            ...{ party: ma.party, units: 0, able: 0 },
            answer: { offered: 8, accepted: 0, declined: false },
          },
        ],
      },
    ],
  });

  const reference = { id: event, name: 'Jeux', code: 'jo' };
  const more = askContent({ event: reference, lines: [askedLine(dogs, 'explosive-dog', 5)] });
  const second = String((await ok(paris('POST', asks, { content: more, address }))).id);
  await ok(paris('POST', `${asks}/${second}/propose`));
  await ok(fr.call('contact-point', 'POST', `${asks}/${second}/issue`));
  // He is not asked twice: that his answer is awaited takes the place of what he said before.
  expect((await explained(draft, post)).open).toMatchObject({
    remedies: [{ partners: [{ party: ma.party, answer: { ask: second, awaited: 5, offered: 0 } }] }],
  });
});

test('who serves in another event is said to be engaged there, and no reason sets it aside', async () => {
  const officer = await ownOfficer('Alix Morel');
  const period = { from: '2029-07-25T08:00:00.000Z', to: '2029-07-25T14:00:00.000Z' };
  const first = await planEvent(fr, [period]);
  const draft = await draftOf(first.event);
  const [post = ''] = first.posts;
  const { version } = await ok(place(draft, post, officer));
  const path = `${root}/drafts/${String(draft.id)}`;
  const proposed = await ok(fr.call('event-planner', 'POST', `${path}/propose`, { version }));
  await ok(fr.call('centre-head', 'POST', `${path}/publish`, { version: proposed.version }));

  const second = await planEvent(fr, [{ from: '2029-07-25T16:00:00.000Z', to: '2029-07-25T20:00:00.000Z' }]);
  const other = await draftOf(second.event);
  const [wanted = ''] = second.posts;
  const { open } = await explained(other, wanted);
  expect(open).toMatchObject({
    binding: 'engaged',
    remaining: expect.arrayContaining([expect.objectContaining({ rule: 'engaged' })]),
    nearMisses: [{ unit: officer, rule: 'engaged', beside: null }],
  });
  const plan = await ok(fr.call('event-planner', 'GET', `${root}/plans/${String(other.plan)}`));
  expect(plan.units).toContainEqual(
    expect.objectContaining({
      id: officer,
      engaged: [{ event: first.event, from: '2029-07-24T21:00:00.000Z', to: '2029-07-26T01:00:00.000Z' }],
    }),
  );
  expect(await faultOf(place(other, wanted, officer))).toBe('422 roster/never-set-aside');
  expect(await faultOf(place(other, wanted, officer, 'Il faut bien'))).toBe('422 roster/never-set-aside');
});

test('a post is moved for a newcomer only where those who hold it could still hold it then', () => {
  const late = patrolUnit('late', { available: [{ from: instantAt(630), to: instantAt(1_000) }] });
  const early = patrolUnit('early', { available: [{ from: instantAt(0), to: instantAt(900) }] });
  const movesWith = (units: readonly (typeof late)[], standing: readonly string[]) => {
    const plan = planOf(units, [patrolPost('p', 600, 900, { quantity: 2 })]);
    const prepared = prepare(plan);
    const assignments = standing.map((unit, seat) => ({ unit, post: 'p', seat }));
    const open = explainOpen(prepared, stateOf(prepared.instance, { assignments }), 0, null);
    const moves = open.remedies.filter(({ kind }) => kind === 'move');
    return { binding: open.binding, free: open.free, moves };
  };
  expect(movesWith([late], [])).toEqual({
    binding: 'availability',
    free: [],
    moves: [{ kind: 'move', minutes: 30, unit: 'late' }],
  });
  expect(movesWith([late, early], ['early']).moves).toEqual([]);
  // Whom nothing keeps from it is named, and nothing is moved for another.
  expect(movesWith([late, early], [])).toMatchObject({ free: ['early'], moves: [] });
});

test('a post is not moved for a visitor whose host officer could not be beside him then', () => {
  const window = { from: instantAt(0), to: instantAt(1_400) };
  const visitor = patrolUnit('visitor', {
    party: 'MA',
    available: [{ from: instantAt(630), to: instantAt(1_400) }],
    hostPair: { kind: 'paired', periods: [{ ...window, host: 'host' }] },
  });
  const host = patrolUnit('host', { specialties: ['spotter'] });
  const movesBefore = (elsewhereFrom: number) => {
    const requirement = { specialty: 'spotter', skills: [], languages: [], powers: [] } as const;
    const other = patrolPost('other', elsewhereFrom, 1_200, {
      ...{ place: 'south', requirement: { ...requirement, skills: [], languages: [], powers: [] } },
    });
    const prepared = prepare(planOf([visitor, host], [patrolPost('p', 600, 900), other]));
    const assignments = [{ unit: 'host', post: 'other', seat: 0 }];
    const { remedies } = explainOpen(prepared, stateOf(prepared.instance, { assignments }), 0, null);
    return remedies.filter(({ kind }) => kind === 'move');
  };
  expect(movesBefore(960)).toEqual([{ kind: 'move', minutes: 30, unit: 'visitor' }]);
  expect(movesBefore(940)).toEqual([]);
});

test('who is named already and waits comes first; only what is beyond is asked of a partner', () => {
  const waiting = patrolUnit('waiting', {
    ...{ party: 'MA', hostPair: { kind: 'missing' }, notTaskable: 'not-vetted' },
  });
  const other = patrolUnit('other', { specialties: ['spotter'], notTaskable: 'not-vetted' });
  const remediesFor = (quantity: number) => {
    const prepared = prepare(planOf([other, waiting], [patrolPost('p', 600, 900, { quantity })]));
    return explainOpen(prepared, stateOf(prepared.instance, { assignments: [] }), 0, null).remedies;
  };
  const prepareOne = { kind: 'prepare', units: ['waiting'], minutes: 300 };
  expect(remediesFor(1)).toEqual([prepareOne]);
  expect(remediesFor(3)).toMatchObject([prepareOne, { kind: 'ask', quantity: 2, minutes: 600 }]);
});

test('who offered more than was taken is named first, and who declined last', () => {
  const [one, two, three] = ['a', 'b', 'c'].map((end) =>
    readId('party', `identity--0000000${end}-0000-4000-8000-000000000000`),
  );
  if (!one || !two || !three) throw new Error('no parties');
  const at = '2029-07-01T00:00:00.000Z';
  const answers = [
    { party: one, ask: 'a', awaited: 0, offered: 0, accepted: 0, declined: true, at },
    { party: three, ask: 'a', awaited: 0, offered: 8, accepted: 6, declined: false, at },
  ];
  const present = [
    { party: one, units: 9, able: 9 },
    { party: two, units: 3, able: 1 },
  ];
  expect(partnersOf(present, answers).map(({ party, units }) => [party, units])).toEqual([
    [three, 0],
    [two, 3],
    [one, 9],
  ]);
});
