/**
 * A Moroccan liaison officer asks France and Spain: three real nodes, real SQL, real TLS. Each addressee
 * answers for itself; whatever one says to the requester, the other never learns.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { recall } from '../../../testing/control-story.ts';
import {
  act,
  agree,
  arrived,
  draftWith,
  entriesOf,
  faultOf,
  historyOf,
  items,
  journalFindings,
  markingWith,
  newcomer,
  nodeOf,
  ok,
  okList,
  refusalOf,
} from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { isObject, type JsonObject } from '../../kernel/canonical.ts';
import type { Role } from '../../kernel/decision.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
let agreement: string;
const path = '/api/requests';

beforeAll(async () => {
  world = await openWorld(['ma', 'fr', 'es']);
  const { ma, fr, es } = nodes();
  agreement = await agree([ma, fr, es], {
    deadlines: { urgent: 6, urgentIndirect: 72, ordinary: 168, olderRule: 336 },
  });
});
afterAll(() => world.close());

const nodes = () => ({ ma: nodeOf(world, 'ma'), fr: nodeOf(world, 'fr'), es: nodeOf(world, 'es') });
const at = '2026-07-01T09:00:00.000Z';
const suspect = {
  type: 'identity',
  spec_version: '2.1',
  id: 'identity--4b1f3f0e-4a5e-4d5b-9a51-2f7f0c0a1b77',
  created: at,
  modified: at,
  name: 'Hôtel des Remparts',
  identity_class: 'organization',
};
const ask = (changes: JsonObject = {}) => ({
  urgency: 'urgent',
  urgencyReason: 'المباراة مساء اليوم',
  known: 'حُجزت أربع غرف باسم شركة.',
  knownGrading: { scheme: 'admiralty', source: 'B', information: '2' },
  answerLanguages: ['fr', 'ar'],
  ...changes,
});
const requestWith = (recipients: readonly WorldNode[], changes: JsonObject = {}) => ({
  item: draftWith(agreement, {
    title: 'من حجز في هذا الفندق؟',
    summary: 'نرجو بيان من حجز أربع غرف ليلة المباراة.',
    recipients: recipients.map(({ party }) => party),
    objects: [suspect],
  }),
  ask: ask(),
  ...changes,
});

const show = (node: WorldNode, id: string, role: Role = 'liaison-officer') =>
  ok(node.call(role, 'GET', `${path}/${id}`));
const listIn = (value: JsonObject, name: string): readonly JsonObject[] => {
  const list = value[name];
  return Array.isArray(list) ? list.filter(isObject) : [];
};
const strandOf = async (node: WorldNode, id: string, addressee: WorldNode): Promise<JsonObject> =>
  listIn(await show(node, id), 'strands').find((strand) => strand.addressee === addressee.party) ?? {};
const untilState = (node: WorldNode, id: string, addressee: WorldNode, state: string): Promise<JsonObject> =>
  until(async () => {
    const strand = await strandOf(node, id, addressee);
    return strand.state === state ? strand : null;
  });
const step = (
  node: WorldNode,
  id: string,
  addressee: WorldNode,
  said: JsonObject,
  role: Role = 'liaison-officer',
) => node.call(role, 'POST', `${path}/${id}/strands/${addressee.party}/steps`, said);

/** Asked by the Moroccan liaison officer, released by his contact point, arrived at these. */
const asked = async (to: readonly WorldNode[], changes: JsonObject = {}): Promise<string> => {
  const { ma } = nodes();
  const id = String((await ok(ma.call('liaison-officer', 'POST', path, requestWith(to, changes)))).id);
  await ok(act(ma, 'liaison-officer', id, 'propose'));
  await ok(act(ma, 'contact-point', id, 'release'));
  for (const node of to) {
    await arrived(node, id);
    await untilState(ma, id, node, 'received');
  }
  return id;
};

test('France asks back and answers in part, Spain refuses with a ground, feedback goes back', async () => {
  const { ma, fr, es } = nodes();
  const id = await asked([fr, es]);
  const atFrance = await show(fr, id);
  expect(atFrance.ask).toEqual(ask());
  expect(listIn(atFrance, 'strands')).toMatchObject([
    { addressee: fr.party, state: 'received', waitsFor: 'us', termHours: 6, level: 0 },
  ]);

  await ok(step(fr, id, fr, { kind: 'accepted', text: '' }));
  await ok(step(fr, id, fr, { kind: 'clarification-asked', text: 'Quelle nuit exactement ?' }));
  const asking = await untilState(ma, id, fr, 'clarification');
  expect(asking).toMatchObject({ waitsFor: 'us', dueAt: null });
  expect(asking.pausedAt).not.toBeNull();
  await ok(step(ma, id, fr, { kind: 'clarified', text: 'ليلة 12 يوليو.' }));
  const resumed = await untilState(fr, id, fr, 'accepted');
  expect(resumed).toMatchObject({ waitsFor: 'us', pausedAt: null });
  expect(Date.parse(String(resumed.dueAt))).toBeGreaterThan(
    Date.parse(String(resumed.startedAt)) + 6 * 3_600_000,
  );

  const answer = await ok(
    fr.call('liaison-officer', 'POST', `${path}/${id}/answers`, {
      item: draftWith(null, {
        title: 'Réponse partielle',
        summary: 'Deux des quatre chambres.',
        language: 'fr',
      }),
      outcome: 'partly',
    }),
  );
  expect(answer).toMatchObject({ state: 'draft', about: id, recipients: [ma.party], agreement });
  expect(listIn(await show(fr, id), 'answers')).toMatchObject([
    { id: answer.id, outcome: 'partly', state: 'draft' },
  ]);
  // Nothing of it leaves before the contact point lets it go.
  expect((await strandOf(ma, id, fr)).state).toBe('accepted');
  await ok(act(fr, 'liaison-officer', String(answer.id), 'propose'));
  await ok(act(fr, 'contact-point', String(answer.id), 'release'));
  await untilState(ma, id, fr, 'partly');
  await arrived(ma, String(answer.id));

  expect(
    await faultOf(
      step(es, id, es, { kind: 'refused', ground: 'national-security', text: '' }, 'watch-officer'),
    ),
  ).toBe('403 access/refused');
  await ok(
    step(es, id, es, { kind: 'refused', ground: 'current-investigation', text: 'Instrucción en curso.' }),
  );
  const refused = await untilState(ma, id, es, 'refused');
  expect(refused).toMatchObject({ ground: 'current-investigation', waitsFor: 'us', dueAt: null });

  await ok(
    step(ma, id, fr, { kind: 'feedback', usefulness: 4, followUps: ['lead', 'seizure'], text: 'شكراً' }),
  );
  await untilState(fr, id, fr, 'feedback');
  for (const node of [fr, es]) {
    await ok(step(ma, id, node, { kind: 'closed', text: '' }));
    await untilState(node, id, node, 'closed');
  }

  const story = listIn(await show(ma, id), 'steps');
  expect(story.filter(({ addressee }) => addressee === fr.party).map(({ kind }) => kind)).toEqual([
    ...['received', 'accepted', 'clarification-asked', 'clarified', 'partly', 'feedback', 'closed'],
  ]);
  expect(story.find(({ kind }) => kind === 'partly')).toMatchObject({ answers: [answer.id], person: null });
  expect(story.find(({ kind }) => kind === 'feedback')).toMatchObject({
    usefulness: 4,
    followUps: ['lead', 'seizure'],
  });
  // Each addressee knows its own strand alone.
  for (const [node, other] of [
    [fr, es],
    [es, fr],
  ] as const)
    expect(JSON.stringify(listIn(await show(node, id), 'strands'))).not.toContain(other.party);
  const entries = await entriesOf(es, {});
  expect(JSON.stringify(entries)).not.toContain(String(answer.id));
  expect(await historyOf(ma, id)).toEqual(
    expect.arrayContaining([
      'exchange.compose done exchange/writers',
      'requests.hear-partly done requests/between-requester-and-addressee',
      'requests.feedback done requests/speakers',
      'requests.closed done requests/speakers',
    ]),
  );
  expect(await journalFindings(world)).toEqual([]);
});

test('an urgent request says why, and what is no request has no page', async () => {
  const { ma, fr } = nodes();
  const unsaid = requestWith([fr], { ask: ask({ urgencyReason: ' ' }) });
  expect(await refusalOf(ma.call('liaison-officer', 'POST', path, unsaid))).toEqual({
    code: 'requests/unsound',
    details: { fields: ['urgencyReason'] },
  });
  const plain = await ok(ma.call('analyst', 'POST', items, draftWith(agreement)));
  expect(await faultOf(ma.call('analyst', 'GET', `${path}/${String(plain.id)}`))).toBe('404 access/absent');
});

test('a draft can be changed until it is released, and stands on the board of its desk alone', async () => {
  const { ma, fr, es } = nodes();
  const written = await ok(ma.call('liaison-officer', 'POST', path, requestWith([fr])));
  const id = String(written.id);
  const changed = requestWith([es], { ask: ask({ urgency: 'ordinary', urgencyReason: '' }) });
  await ok(ma.call('liaison-officer', 'PUT', `${path}/${id}?version=1`, changed));
  expect((await show(ma, id)).ask).toMatchObject({ urgency: 'ordinary' });
  const board = async (node: WorldNode, view: string) =>
    listIn(await ok(node.call('liaison-officer', 'GET', `${path}?view=${view}`)), 'items').map(
      ({ item }) => item,
    );
  expect(await board(ma, 'drafts')).toContain(id);
  expect(await board(fr, 'waiting-us')).not.toContain(id);
  expect(await faultOf(ma.call('liaison-officer', 'DELETE', `${items}/${id}?version=2`))).toBe('204');
  expect(await board(ma, 'drafts')).not.toContain(id);
});

test('what cannot be said from here is refused, and a reply to what is closed changes nothing', async () => {
  const { ma, fr, es } = nodes();
  const id = await asked([fr]);
  expect(await faultOf(step(ma, id, fr, { kind: 'accepted', text: '' }))).toBe('403 access/refused');
  expect(await faultOf(step(fr, id, fr, { kind: 'closed', text: '' }))).toBe('403 access/refused');
  expect(await faultOf(step(ma, id, fr, { kind: 'closed', text: '' }))).toBe('409 requests/wrong-state');
  // Not an addressee: nothing there.
  expect(await faultOf(step(ma, id, es, { kind: 'withdrawn', text: '' }))).toBe('404 access/absent');
  expect(await faultOf(es.call('liaison-officer', 'GET', `${path}/${id}`))).toBe('404 access/absent');
  const late = await ok(
    fr.call('analyst', 'POST', `${path}/${id}/answers`, { item: draftWith(null), outcome: 'answered' }),
  );
  await ok(act(fr, 'analyst', String(late.id), 'propose'));
  await ok(step(ma, id, fr, { kind: 'withdrawn', text: 'لم تعد لازمة' }));
  await untilState(fr, id, fr, 'withdrawn');
  expect(await faultOf(act(fr, 'contact-point', String(late.id), 'release'))).toBe(
    '409 requests/wrong-state',
  );
  expect(await faultOf(step(fr, id, fr, { kind: 'no-record', text: '' }))).toBe('409 requests/wrong-state');
});

test('a recall empties the request at its addressee: nothing of what was said stays', async () => {
  const { ma, fr } = nodes();
  const id = await asked([fr]);
  await ok(step(fr, id, fr, { kind: 'clarification-asked', text: 'canary-of-a-question' }));
  await untilState(ma, id, fr, 'clarification');
  await ok(recall(ma, id));
  await untilState(fr, id, fr, 'withdrawn');
  expect(JSON.stringify(await show(fr, id))).not.toContain('canary-of-a-question');
  expect((await strandOf(ma, id, fr)).state).toBe('withdrawn');
});

test('earlier requests about the same are shown, with the answers that the reader may see', async () => {
  const { ma, fr, es } = nodes();
  const phone = (number: string) => ({
    type: 'user-account',
    spec_version: '2.1',
    id: `user-account--${crypto.randomUUID()}`,
    account_type: 'phone',
    user_id: number,
  });
  const about = (number: string, to: readonly WorldNode[], title: string, tlp = 'amber') => ({
    item: draftWith(agreement, {
      title,
      recipients: to.map(({ party }) => party),
      objects: [phone(number)],
      marking: markingWith({ tlp }),
    }),
    ask: ask(),
  });
  // The number is personal data: whoever consults it says why.
  const reason = { reason: 'Vérification d’une ligne' };
  for (const node of [ma, fr, es])
    for (const role of ['liaison-officer', 'contact-point', 'analyst'] as const)
      await ok(node.call(role, 'POST', '/api/parties/context', reason));
  const first = await asked([fr], about('+212661234567', [fr], 'لمن هذا الخط؟'));
  const answer = await ok(
    fr.call('liaison-officer', 'POST', `${path}/${first}/answers`, {
      item: draftWith(null, { title: 'Titulaire de la ligne', language: 'fr' }),
      outcome: 'answered',
    }),
  );
  await ok(act(fr, 'liaison-officer', String(answer.id), 'propose'));
  await ok(act(fr, 'contact-point', String(answer.id), 'release'));
  await arrived(ma, String(answer.id));
  // The same number as Spain would write it, and another one.
  const second = about('0661 23 45 67', [fr], 'Abonné marocain');
  const written = await ok(ma.call('liaison-officer', 'POST', path, second));
  const other = await ok(ma.call('liaison-officer', 'POST', path, about('+33699887766', [fr], 'خط آخر')));
  const earlier = async (node: WorldNode, id: unknown, role: Role = 'liaison-officer') =>
    okList(node.call(role, 'GET', `${path}/${String(id)}/earlier`));
  const found = await earlier(ma, written.id);
  expect(found).toMatchObject([
    { item: first, in: ['telephone'], strands: [{ state: 'answered' }], answers: [{ id: answer.id }] },
  ]);
  expect(await earlier(ma, other.id)).toEqual([]);
  // Spain holds neither: it is told of nothing, not even that there is something.
  expect(await faultOf(es.call('liaison-officer', 'GET', `${path}/${first}/earlier`))).toBe(
    '404 access/absent',
  );
  const red = await ok(ma.call('contact-point', 'POST', path, about('+212661234567', [fr], 'سري', 'red')));
  const cleared = await newcomer(ma, {
    email: 'amber@ma.example',
    roles: ['liaison-officer'],
    clearance: 'amber',
  });
  await ok(cleared('POST', '/api/parties/context', reason));
  const seen = await okList(cleared('GET', `${path}/${first}/earlier`));
  expect(seen.map(({ item }) => String(item))).not.toContain(String(red.id));
  expect((await earlier(ma, first)).map(({ item }) => String(item))).toEqual(
    expect.arrayContaining([String(red.id), String(written.id)]),
  );
});

test('what comes in is for the desk that takes it in, of several the one with least in hand', async () => {
  const { ma, fr } = nodes();
  const house = { kind: 'system', name: 'story', party: fr.party } as const;
  const desks = await Promise.all(
    ['un', 'deux'].map((name) =>
      fr.parties.createDesk(house, { name: { ar: name, fr: name, en: name }, partner: ma.party }),
    ),
  );
  const ids = [await asked([fr]), await asked([fr]), await asked([fr])];
  const places = await Promise.all(ids.map(async (id) => String((await strandOf(fr, id, fr)).desk)));
  expect(new Set(places)).toEqual(new Set(desks.map(({ id }) => id)));
  const [id = '', first = ''] = [ids[0], places[0]];
  const next = desks.find((desk) => desk.id !== first)?.id;
  const to = (role: Role, body: JsonObject) =>
    fr.call(role, 'POST', `${path}/${id}/strands/${fr.party}/assign`, body);
  expect(await faultOf(to('analyst', { desk: String(next) }))).toBe('403 access/refused');
  const officer = fr.accounts.get('analyst')?.person ?? '';
  expect(await ok(to('watch-officer', { desk: String(next), assignee: officer }))).toMatchObject({
    desk: next,
    assignee: officer,
  });
  expect(await ok(fr.call('watch-officer', 'GET', `${items}/${id}`))).toMatchObject({ desk: next });
  expect(await faultOf(to('watch-officer', { assignee: `person--${crypto.randomUUID()}` }))).toBe(
    '422 requests/unknown-officer',
  );
});
