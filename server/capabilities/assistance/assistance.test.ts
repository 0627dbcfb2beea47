/**
 * Three real nodes: France asks Morocco and Spain for specialists. One offers, the other counters; France
 * accepts in part, asks for more, amends and withdraws. What is forged, late or out of place is refused.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  askContent,
  askedLine,
  asks,
  counted,
  countedAnew,
  disposal,
  dogs,
  forgeStep,
  has,
  offered,
  read,
  sayAs,
  settled,
  stepContent,
  threadOf,
} from '../../../testing/assistance-story.ts';
import {
  agree,
  entriesOf,
  faultOf,
  historyOf,
  journalFindings,
  newcomer,
  nodeOf,
  ok,
  okList,
  refusalOf,
} from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { isObject, type JsonObject } from '../../kernel/canonical.ts';
import { newId } from '../../kernel/ids.ts';
import { dayMs, later } from '../../kernel/time.ts';

let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead).toISOString() };
const inDays = (days: number): string => later(clock.now(), days * dayMs);

let world: World;
let fr: WorldNode;
let ma: WorldNode;
let es: WorldNode;
let agreement = '';
type Person = Awaited<ReturnType<typeof newcomer>>;
const planners: Record<string, Person> = {};

const draft = (changes: JsonObject = {}, recipients = [ma.party, es.party]): JsonObject => ({
  content: askContent(changes),
  address: { agreement, circle: null, recipients },
});
const planner = (node: WorldNode): Person => {
  const found = planners[node.party];
  if (found === undefined) throw new Error('no planner there');
  return found;
};
const say = (node: WorldNode, id: string, party: WorldNode, what: JsonObject): Promise<void> =>
  sayAs(planner(node), { node, id, party, what });

const issued = async (changes: JsonObject = {}, recipients = [ma.party, es.party]): Promise<string> => {
  const { id } = await ok(planner(fr)('POST', asks, draft(changes, recipients)));
  await ok(planner(fr)('POST', `${asks}/${String(id)}/propose`));
  await ok(fr.call('contact-point', 'POST', `${asks}/${String(id)}/issue`));
  return String(id);
};

beforeAll(async () => {
  world = await openWorld(['fr', 'ma', 'es'], { clock });
  [fr, ma, es] = [nodeOf(world, 'fr'), nodeOf(world, 'ma'), nodeOf(world, 'es')];
  agreement = await agree([fr, ma, es]);
  for (const [name, node] of Object.entries({ fr, ma, es }))
    planners[node.party] = await newcomer(node, {
      email: `planner@${name}.example`,
      roles: ['event-planner'],
    });
});
afterAll(() => world.close());

test('France asks, Morocco offers, Spain counters; France accepts in part', async () => {
  const { id: made } = await ok(planner(fr)('POST', asks, draft()));
  const id = String(made);
  // Whoever wrote it does not let it leave, and what was not proposed does not leave.
  expect(await faultOf(planner(fr)('POST', `${asks}/${id}/issue`))).toBe('403 assistance/own-words');
  expect(await faultOf(fr.call('contact-point', 'POST', `${asks}/${id}/issue`))).toBe('409 assistance/state');
  await ok(planner(fr)('POST', `${asks}/${id}/propose`));
  await ok(fr.call('contact-point', 'POST', `${asks}/${id}/issue`));
  await has(ma, id);
  await has(es, id);
  // Each partner is told of itself alone.
  expect((await read(ma, id)).recipients).toEqual([ma.party]);
  await until(async () => (await threadOf(fr, id, ma)).readAt !== null);

  await say(ma, id, ma, stepContent('offer', { lines: [offered(dogs, 8), offered(disposal, 10)] }));
  await say(
    es,
    id,
    es,
    stepContent('counter', { lines: [offered(dogs, 4)], text: 'Quatre équipes, une semaine plus tard' }),
  );
  await settled(fr, id, ma, 'offered');
  await settled(fr, id, es, 'countered');
  await say(
    fr,
    id,
    ma,
    stepContent('accept', { answers: 2, lines: [offered(dogs, 6), offered(disposal, 10)] }),
  );
  await settled(ma, id, ma, 'accepted');
  // What was accepted binds both: another offer is told why it is not taken, and what can be done.
  const another = { party: ma.party, content: stepContent('offer', { lines: [offered(dogs, 9)] }) };
  expect(await faultOf(planner(ma)('POST', `${asks}/${id}/steps`, another))).toBe(
    '409 assistance/offer-accepted',
  );
  // One word for how it stands, in the list and on the page.
  const { standing } = await read(ma, id);
  expect(standing).toMatchObject({ thread: 'accepted', open: null, toSettle: false });
  expect(await ok(planner(ma)('GET', asks))).toMatchObject({
    items: [{ id, ...(isObject(standing) ? standing : {}) }],
  });
  expect((await read(fr, id)).fill).toEqual([
    { line: dogs, asked: 20, offered: 12, accepted: 6, missing: 14 },
    { line: disposal, asked: 10, offered: 10, accepted: 10, missing: 0 },
  ]);
  expect(await historyOf(ma, id)).toContain('assistance.hear-ask done assistance/asked-covered-here');
});

test('an ask is amended: partners see what is new, an answer stays tied to what it answered', async () => {
  const id = await issued();
  await has(ma, id);
  await say(ma, id, ma, stepContent('offer', { lines: [offered(dogs, 25)] }));
  await settled(fr, id, ma, 'offered');
  // More than is asked is an offer all the same, and stands out.
  expect((await threadOf(fr, id, ma)).quantities).toContainEqual({
    line: dogs,
    offered: 25,
    accepted: 0,
    above: true,
  });
  const more = { lines: [askedLine(dogs, 'explosive-dog', 30)], reason: 'Dix équipes de plus' };
  const amended = { ...draft(more), revision: 0 };
  const put = (given: JsonObject) => planner(fr)('PUT', `${asks}/${id}`, given);
  expect(await faultOf(put({ ...draft({}, [ma.party]), revision: 0 }))).toBe('409 assistance/address-fixed');
  await ok(put(amended));
  expect(await faultOf(put(amended))).toBe('409 state/changed');
  await ok(planner(fr)('POST', `${asks}/${id}/propose`));
  // Nothing has travelled: it is taken back without a trace at the partner.
  await ok(planner(fr)('POST', `${asks}/${id}/take-back`, {}));
  await ok(planner(fr)('POST', `${asks}/${id}/propose`));
  await ok(fr.call('contact-point', 'POST', `${asks}/${id}/issue`));
  await until(async () => (await read(ma, id)).version === 2);
  expect((await threadOf(fr, id, ma)).outdated).toBe(true);
  await until(async () => (await threadOf(fr, id, ma)).readAt !== null);
  await say(ma, id, ma, stepContent('offer', { lines: [offered(dogs, 9)] }));
  await until(async () => (await threadOf(fr, id, ma)).outdated === false);
  expect(await faultOf(planner(ma)('PUT', `${asks}/${id}`, amended))).toBe('404 access/absent');
});

test('each side takes its word back, and the other hears of it; more is asked and declined', async () => {
  const id = await issued({}, [ma.party]);
  await has(ma, id);
  await say(ma, id, ma, stepContent('offer', { lines: [offered(dogs, 8)] }));
  await settled(fr, id, ma, 'offered');
  const accept = stepContent('accept', { answers: 1, lines: [offered(dogs, 9)] });
  expect(
    await faultOf(planner(fr)('POST', `${asks}/${id}/steps`, { party: ma.party, content: accept })),
  ).toBe('409 assistance/state');
  const { offer } = await threadOf(fr, id, ma);
  await say(fr, id, ma, stepContent('accept', { answers: Number(offer), lines: [offered(dogs, 8)] }));
  await settled(ma, id, ma, 'accepted');
  await say(fr, id, ma, stepContent('more', { text: 'Deux démineurs de plus ?' }));
  await settled(ma, id, ma, 'more-asked');
  await say(ma, id, ma, stepContent('decline', { ground: 'none-available' }));
  // What was accepted stands.
  await settled(fr, id, ma, 'accepted');
  expect((await read(fr, id)).fill).toContainEqual({
    line: dogs,
    asked: 20,
    offered: 8,
    accepted: 8,
    missing: 12,
  });
  await say(ma, id, ma, stepContent('withdraw', { text: 'Rappelés au pays' }));
  await settled(fr, id, ma, 'withdrawn');
  await say(ma, id, ma, stepContent('offer', { lines: [offered(dogs, 3)] }));
  await settled(fr, id, ma, 'offered');
  await ok(fr.call('contact-point', 'POST', `${asks}/${id}/withdraw`, { reason: 'Épreuve annulée' }));
  await until(async () => (await read(ma, id)).state === 'withdrawn');
  expect((await read(ma, id)).endReason).toBeNull();
  // A word that comes after the end is refused on either side of the border.
  const late = { party: ma.party, content: stepContent('withdraw', { text: 'x' }) };
  expect(await faultOf(planner(ma)('POST', `${asks}/${id}/steps`, late))).toBe('409 assistance/ended');
  expect(await forgeStep(ma, fr, id, { number: 99 })).toBe('refused assistance/ended');
  const messages = await okList(fr.call('contact-point', 'GET', `${asks}/${id}/edxl`));
  expect(messages.map(({ name }) => name)).toEqual([
    'RequestResource',
    'ResponseToRequestResource',
    'RequisitionResource',
    'RequestInformation',
    'ResponseToRequestResource',
    'ResponseToRequestResource',
    'ResponseToRequestResource',
    'RequestResource',
  ]);
});

test('what was never asked, not of him, forged, or out of place is refused and journalled', async () => {
  const id = await issued({}, [ma.party]);
  await has(ma, id);
  const refused = 'refused assistance/message-unsound';
  const notForUs = 'refused assistance/not-for-us';
  expect(await forgeStep(ma, fr, randomUUID(), {})).toBe(notForUs);
  expect(await forgeStep(es, fr, id, {})).toBe(notForUs);
  // Spain speaks as Morocco; Morocco speaks for the host.
  expect(await forgeStep(es, fr, id, { wire: { party_ref: ma.party } })).toBe(notForUs);
  expect(await forgeStep(es, fr, id, { wire: { created_by_ref: ma.party, party_ref: ma.party } })).toBe(
    notForUs,
  );
  expect(await forgeStep(ma, fr, id, { wire: { created_by_ref: fr.party } })).toBe(notForUs);
  const accept = { kind: 'accept', answers: 1, ground: null } as const;
  const lines = [
    { line: dogs, quantity: 1, from: null, to: null, languages: [], arms: null, conditions: '' },
  ];
  expect(await forgeStep(ma, fr, id, { content: { ...accept, lines } })).toBe(refused);
  for (const quantity of [0, -4])
    expect(await forgeStep(ma, fr, id, { wire: { step: 'offer', lines: [{ line: dogs, quantity }] } })).toBe(
      refused,
    );
  const offer = { kind: 'offer', ground: null } as const;
  const unknown = lines.map((one) => ({ ...one, line: randomUUID() }));
  expect(await forgeStep(ma, fr, id, { content: { ...offer, lines: unknown } })).toBe(refused);
  // It answers a version, or words of ours, that there are not; it takes back what it never said.
  expect(await forgeStep(ma, fr, id, { wire: { ask_version: 2 } })).toBe(refused);
  expect(await forgeStep(ma, fr, id, { wire: { seen: 3 } })).toBe(refused);
  expect(await forgeStep(ma, fr, id, { content: { kind: 'withdraw', ground: null, text: 'x' } })).toBe(
    refused,
  );
  const declined = { wire: { id: `x-tansiq-assistance-step--${randomUUID()}` } };
  expect(await forgeStep(ma, fr, id, declined)).toBe('accepted');
  expect(await forgeStep(ma, fr, id, declined)).toBe('accepted');
  expect(await forgeStep(ma, fr, id, { ...declined, content: { text: 'autre' } })).toBe(refused);
  expect(await forgeStep(ma, fr, id, {})).toBe(refused);
  expect(await forgeStep(ma, fr, id, { number: 2 })).toBe(refused);
  const entries = await entriesOf(fr, { verb: 'federation.receive' });
  expect(entries.filter(({ outcome }) => outcome === 'refused').length).toBeGreaterThanOrEqual(14);
});

test('who may not see it is told that there is none: guests, observers, others', async () => {
  const id = await issued({}, [ma.party]);
  const guest = await newcomer(fr, {
    email: 'guest@fr.example',
    roles: ['event-planner'],
    party: ma.party,
  });
  const cleared = { roles: ['event-planner'], clearance: 'green' } as const;
  const low = await newcomer(fr, { ...cleared, roles: [...cleared.roles], email: 'low@fr.example' });
  expect(await faultOf(low('GET', `${asks}/${id}`))).toBe('404 access/absent');
  for (const person of [guest, fr.call.bind(null, 'observer'), fr.call.bind(null, 'analyst')]) {
    expect(await faultOf(person('GET', asks))).toBe('404 access/absent');
    expect(await faultOf(person('GET', `${asks}/${id}`))).toBe('404 access/absent');
    expect(await faultOf(person('GET', `${asks}/${randomUUID()}`))).toBe('404 access/absent');
  }
  expect(await faultOf(es.call('contact-point', 'GET', `${asks}/${id}`))).toBe('404 access/absent');
  expect(
    await faultOf(
      planner(es)('POST', `${asks}/${id}/steps`, { party: es.party, content: stepContent('more') }),
    ),
  ).toBe('404 access/absent');
  expect(await faultOf(es.call('analyst', 'GET', '/api/assistance/waiting'))).toBe('404 access/absent');
});

test('unsound asks are refused whole, and so is what the agreement does not cover', async () => {
  const post = (body: JsonObject) => faultOf(planner(fr)('POST', asks, body));
  const [first] = [askedLine(dogs, 'explosive-dog', 20)];
  expect(await post(draft({ lines: [{ ...first, quantity: 0 }] }))).toBe('400 input/invalid');
  expect(await post(draft({ lines: [{ ...first, to: inDays(29) }] }))).toBe('422 assistance/unsound');
  expect(await post(draft({ answerBy: inDays(-1) }))).toBe('422 assistance/unsound');
  expect(await post(draft({}, [fr.party]))).toBe('422 assistance/no-recipient');
  expect(await post(draft({ title: 'a\u202Eb' }))).toMatch(/^422/);
  const nobody = { agreement: newId('agreement'), circle: newId('circle'), recipients: [newId('party')] };
  const named = { name: 'Jeux', code: null };
  for (const [field, body] of [
    ['event', draft({ event: { id: randomUUID(), ...named } })],
    ['recipients', { ...draft(), address: { ...nobody, circle: null } }],
    ['circle', { ...draft(), address: nobody }],
  ] as const)
    expect(await refusalOf(planner(fr)('POST', asks, body))).toEqual({
      ...{ code: 'assistance/unsound', details: { problems: [field] } },
    });
  const narrow = await agree([fr, ma], { fields: ['terrorism'] });
  const uncovered = {
    ...draft({}, [ma.party]),
    address: { agreement: narrow, circle: null, recipients: [ma.party] },
  };
  const { id } = await ok(planner(fr)('POST', asks, uncovered));
  expect(await faultOf(planner(fr)('POST', `${asks}/${String(id)}/propose`))).toBe(
    '422 assistance/not-covered',
  );
  expect(await okList(planner(fr)('POST', '/api/assistance/cover', uncovered))).toEqual([
    { party: ma.party, gap: 'field' },
  ]);
  expect((await planner(fr)('POST', `${asks}/${String(id)}/discard`)).status).toBe(204);
  expect(await faultOf(planner(fr)('GET', `${asks}/${String(id)}`))).toBe('404 access/absent');
});

test('who has not answered is called to mind on both nodes: near the end, and at it', async () => {
  const id = await issued({}, [es.party]);
  await has(es, id);
  const reminders = async (node: WorldNode) =>
    (await entriesOf(node, { verb: 'assistance.remind' })).filter(({ subject }) => subject === id).length;
  const lapsing = await issued({}, [ma.party]);
  await has(ma, lapsing);
  const inTime = later(clock.now(), 5 * dayMs);
  const lines = [offered(dogs, 6)];
  await say(ma, lapsing, ma, stepContent('offer', { lines, validUntil: inTime }));
  await settled(fr, lapsing, ma, 'offered');
  await fr.runJobs();
  expect(await reminders(fr)).toBe(0);
  ahead = 9 * dayMs;
  for (const node of [fr, fr, es]) await node.runJobs();
  expect([await reminders(fr), await reminders(es)]).toEqual([1, 1]);
  // An offer whose time is over is told of once on both nodes, and nobody is bound by it any more.
  await ma.runJobs();
  const lapses = async (node: WorldNode) =>
    (await entriesOf(node, { verb: 'assistance.remind' })).filter(
      ({ subject, details }) => subject === lapsing && details.party === ma.party,
    ).length;
  expect([await lapses(fr), await lapses(ma)]).toEqual([1, 1]);
  for (const node of [fr, ma])
    expect(await threadOf(node, lapsing, ma)).toMatchObject({ state: 'offered', lapsed: true });
  const answers = Number((await threadOf(fr, lapsing, ma)).offer);
  const accepting = stepContent('accept', { answers, lines });
  const acceptance = planner(fr)('POST', `${asks}/${lapsing}/steps`, { party: ma.party, content: accepting });
  expect(await faultOf(acceptance)).toBe('409 assistance/offer-lapsed');
  ahead = 11 * dayMs;
  for (const node of [fr, fr, es]) await node.runJobs();
  expect([await reminders(fr), await reminders(es)]).toEqual([2, 2]);
  // A host that claims to have accepted in time is believed for some days, and not for ever.
  ahead = 13 * dayMs;
  const one = { line: dogs, quantity: 1, from: null, to: null, languages: [], arms: null, conditions: '' };
  const backdated = { kind: 'accept' as const, answers, ground: null, lines: [one] };
  const late = { wire: { party_ref: ma.party, seen: answers }, content: backdated };
  expect(await forgeStep(fr, ma, lapsing, late)).toBe('refused assistance/offer-lapsed');
  const overview = await ok(fr.call('contact-point', 'GET', '/api/assistance/overview'));
  expect(overview.silent).toContainEqual(
    expect.objectContaining({ ask: id, party: es.party, overdue: true }),
  );
  const waiting = await ok(es.call('contact-point', 'GET', '/api/assistance/waiting'));
  expect(Number(waiting.overdue)).toBeGreaterThan(0);
  // What lists are found by says what the asks themselves say, after all that was done with them here.
  for (const node of [fr, ma, es]) expect(await countedAnew(node)).toEqual(await counted(node));
  expect(await journalFindings(world)).toEqual([]);
});
