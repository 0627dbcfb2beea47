/** Two services find out what both hold, over their real link, and nothing else. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  act,
  agree,
  compose,
  draftWith,
  entriesOf,
  faultOf,
  inDays,
  journalFindings,
  markingWith,
  nodeOf,
  ok,
  okList,
  refusalOf,
} from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { isObject, type JsonObject } from '../../kernel/canonical.ts';

let world: World;
let fr: WorldNode;
let ma: WorldNode;
let agreement = '';

const domain = (value: string, at: number) => ({
  type: 'domain-name',
  spec_version: '2.1',
  id: `domain-name--00000000-0000-4000-8000-00000000000${at}`,
  value,
});

/** An item of a service that names these domains; it is never sent. */
const hold = (node: WorldNode, values: readonly string[], changes: JsonObject = {}): Promise<string> =>
  compose(node, draftWith(agreement, { objects: values.map(domain), ...changes }));

const person = (name: string) => ({ kind: 'name-birth', text: `${name}, 1990-05-14` });

const check = (node: WorldNode, texts: readonly string[], changes: JsonObject = {}) =>
  node.call('analyst', 'POST', '/api/matching/checks', {
    agreement,
    partner: (node === fr ? ma : fr).party,
    field: 'event-security',
    purpose: 'event-protection',
    reason: 'Vérification avant l’ouverture',
    identifiers: texts.map((text) => ({ text })),
    ...changes,
  });

const both = async (): Promise<void> => {
  await ma.runJobs();
  await fr.runJobs();
};

const settled = (node: WorldNode, id: unknown, state = 'done'): Promise<JsonObject> =>
  until(
    async () => {
      await both();
      const found = await ok(node.call('analyst', 'GET', `/api/matching/checks/${String(id)}`));
      return found.state === state ? found : null;
    },
    { withinMs: 60_000 },
  );

const hitsIn = (found: JsonObject): readonly unknown[] =>
  (Array.isArray(found.identifiers) ? found.identifiers.filter(isObject) : [])
    .filter(({ hit }) => hit === true)
    .map(({ form }) => form);

beforeAll(async () => {
  world = await openWorld(['fr', 'ma']);
  fr = nodeOf(world, 'fr');
  ma = nodeOf(world, 'ma');
  agreement = await agree([fr, ma], {
    matching: { perDay: 100, perOfficer: 60, hitsTold: 'identifiers', decoysTo: 5 },
  });
});
afterAll(() => world.close());

test('the asker learns which it holds as well, the holder how many were asked', async () => {
  await hold(fr, ['held.exemple.fr', 'other.exemple.fr']);
  const asked = await ok(check(ma, ['Held.Exemple.FR', 'nobody.exemple.fr', 'not a domain']));
  expect(asked).toMatchObject({ asked: 2, hits: null });
  const found = await settled(ma, asked.id);
  expect(found).toMatchObject({ state: 'done', hits: 1 });
  expect(hitsIn(found)).toEqual(['held.exemple.fr']);
  const [heard] = await entriesOf(fr, { verb: 'matching.hear-question' });
  // Two were asked about, three were decoys: he cannot tell.
  expect(heard?.details).toMatchObject({ asked: 5, field: 'event-security', purpose: 'event-protection' });
  const [told] = await entriesOf(ma, { verb: 'matching.learn' });
  expect(told?.details).toMatchObject({ asked: 2, hits: 1 });
  // Neither journal says what was asked.
  for (const node of [fr, ma])
    for (const verb of ['matching.hear-question', 'matching.learn', 'matching.check', 'matching.answer'])
      expect(JSON.stringify(await entriesOf(node, { verb }))).not.toContain('exemple.fr');
});

test('a hit is a card; a person makes a request of it, once', async () => {
  const [card] = await okList(ma.call('liaison-officer', 'GET', '/api/matching/hits'));
  expect(card).toMatchObject({ kind: 'domain', form: 'held.exemple.fr', state: 'open', partner: fr.party });
  const path = `/api/matching/hits/${String(card?.id)}`;
  const { item } = await ok(ma.call('liaison-officer', 'POST', `${path}/request`, { language: 'fr' }));
  const draft = await ok(ma.call('liaison-officer', 'GET', `/api/exchange/items/${String(item)}`));
  expect(draft).toMatchObject({ state: 'draft', recipients: [fr.party] });
  expect(draft.objects).toContainEqual(
    expect.objectContaining({ type: 'domain-name', value: 'held.exemple.fr' }),
  );
  const aside = { ground: 'known-already', remark: '' };
  expect(await faultOf(ma.call('liaison-officer', 'POST', `${path}/dismiss`, aside))).toBe(
    '409 matching/card-decided',
  );
  expect(await faultOf(ma.call('liaison-officer', 'POST', `${path}/request`, { language: 'fr' }))).toBe(
    '409 matching/card-decided',
  );
});

test('what came from a third, is covered by no field, or is for named eyes is not to be found', async () => {
  await hold(fr, ['uncovered.exemple.fr'], { marking: markingWith({ field: 'drugs' }), agreement: null });
  await hold(fr, ['red.exemple.fr'], { marking: markingWith({ tlp: 'red' }), agreement: null });
  const mine = await hold(ma, ['sent.exemple.fr'], { recipients: [fr.party] });
  await ok(act(ma, 'analyst', mine, 'propose'));
  await ok(act(ma, 'contact-point', mine, 'release'));
  const asked = await ok(check(ma, ['uncovered.exemple.fr', 'red.exemple.fr', 'sent.exemple.fr']));
  expect(hitsIn(await settled(ma, asked.id))).toEqual([]);
});

test('a standing watch finds what the partner comes to hold, without asking again', async () => {
  const asked = await ok(check(ma, ['later.exemple.fr'], { until: inDays(20) }));
  expect(await settled(ma, asked.id)).toMatchObject({ hits: 0 });
  const questions = (await entriesOf(fr, { verb: 'matching.hear-question' })).length;
  await hold(fr, ['later.exemple.fr']);
  await until(
    async () => {
      await both();
      const found = await ok(ma.call('analyst', 'GET', `/api/matching/checks/${String(asked.id)}`));
      return found.hits === 1;
    },
    { withinMs: 60_000 },
  );
  expect((await entriesOf(fr, { verb: 'matching.hear-question' })).length).toBe(questions);
  const cards = await okList(ma.call('analyst', 'GET', '/api/matching/hits'));
  expect(cards.filter(({ form }) => form === 'later.exemple.fr')).toHaveLength(1);
});

test('the holder is told of the hit, as agreed, and decides by himself; nothing of it leaves', async () => {
  const told = await until(async () => {
    await both();
    const found = await okList(fr.call('liaison-officer', 'GET', '/api/matching/told'));
    return found.length >= 2 ? found : null;
  });
  expect(told.map(({ form }) => form).sort()).toEqual(['held.exemple.fr', 'later.exemple.fr']);
  const [one] = told;
  expect(one).toMatchObject({ kind: 'domain', hits: 1, state: 'open', partner: ma.party });
  // The officer opens what of ours names it.
  const [item] = Array.isArray(one?.items) ? one.items : [];
  const opened = await ok(fr.call('liaison-officer', 'GET', `/api/exchange/items/${String(item)}`));
  expect(JSON.stringify(opened.objects)).toContain(String(one?.form));
  const path = `/api/matching/told/${String(one?.id)}/decide`;
  const sent = (await entriesOf(fr, { verb: 'federation.send' })).length;
  expect(await ok(fr.call('liaison-officer', 'POST', path, { toAnswer: false }))).toMatchObject({
    state: 'not-to-answer',
  });
  expect(await faultOf(fr.call('analyst', 'POST', path, { toAnswer: true }))).toBe(
    '409 matching/card-decided',
  );
  expect((await entriesOf(fr, { verb: 'federation.send' })).length).toBe(sent);
  const [heard] = await entriesOf(fr, { verb: 'matching.hear-hits' });
  expect(heard?.details).toMatchObject({ hits: 1, kept: 1 });
  expect(JSON.stringify(await entriesOf(fr, { verb: 'matching.hear-hits' }))).not.toContain('exemple.fr');
});

const personOf = (at: number, name: string) => ({
  type: 'identity',
  spec_version: '2.1',
  id: `identity--00000000-0000-4000-8000-00000000000${at}`,
  created: '2029-07-01T08:00:00.000Z',
  modified: '2029-07-01T08:00:00.000Z',
  identity_class: 'individual',
  name,
  extensions: {
    'extension-definition--5c8f1b90-2e6d-4a37-b1f4-08d7c9e3a507': {
      extension_type: 'property-extension',
      birth_date: '1990-05-14',
    },
  },
});

test('two parts of a name meet where one service leaves a part out, and are said to be no more', async () => {
  const objects = [personOf(1, 'محمد أمين العلوي'), personOf(2, 'كريم بنجلون')];
  await hold(fr, [], { objects });
  const names = ['Mohamed El Alaoui', 'Karim Benjelloun', 'Amine Alaoui Saïd', 'Mohamed Benjelloun'];
  const asked = await ok(
    ma.call('analyst', 'POST', '/api/matching/checks', {
      ...{ agreement, partner: fr.party, field: 'event-security', purpose: 'event-protection' },
      ...{ reason: 'Accréditations', identifiers: names.map((name) => person(name)) },
    }),
  );
  // Three names of two parts, and one of three, which has four keys.
  expect(asked).toMatchObject({ asked: 4 });
  const found = await settled(ma, asked.id);
  expect(found).toMatchObject({ hits: 3 });
  const told = Array.isArray(found.identifiers) ? found.identifiers.filter(isObject) : [];
  expect(told.map(({ hit, partly }) => [hit, partly])).toEqual([
    [true, false],
    [true, false],
    [true, true],
    [false, false],
  ]);
  const cards = (await okList(ma.call('analyst', 'GET', '/api/matching/hits'))).filter(
    ({ check: of }) => of === asked.id,
  );
  expect(cards.map(({ text, partly }) => [text, partly]).sort()).toEqual([
    ['Amine Alaoui Saïd, 1990-05-14', true],
    ['Karim Benjelloun, 1990-05-14', false],
    ['Mohamed El Alaoui, 1990-05-14', false],
  ]);
});

test('what is erased here is not to be found by the partner any more', async () => {
  const item = await hold(fr, ['gone.exemple.fr']);
  const before = await ok(check(ma, ['gone.exemple.fr']));
  expect(hitsIn(await settled(ma, before.id))).toEqual(['gone.exemple.fr']);
  expect((await fr.call('analyst', 'DELETE', `/api/exchange/items/${item}?version=1`)).status).toBe(204);
  await until(async () => {
    await both();
    const published = await entriesOf(fr, { verb: 'matching.prepare' });
    return published.some(({ details }) => details.removed === 1);
  });
  await both();
  const after = await ok(check(ma, ['gone.exemple.fr']));
  expect(hitsIn(await settled(ma, after.id))).toEqual([]);
});

test('nothing is asked beyond what was agreed', async () => {
  expect(await faultOf(check(ma, ['a.b.example'], { field: 'drugs' }))).toBe('403 matching/not-covered');
  expect(await faultOf(check(ma, ['a.b.example'], { partner: ma.party }))).toBe('403 matching/not-covered');
  expect(await faultOf(check(ma, ['none of it']))).toBe('422 matching/nothing-readable');
  expect(await faultOf(check(ma, ['a.b.example'], { until: inDays(-1) }))).toBe('422 matching/until-unsound');
  const many = Array.from({ length: 41 }, (_, at) => `n${at}.exemple.fr`);
  expect(await refusalOf(check(ma, many))).toEqual({ code: 'matching/quota-spent', details: { limit: 60 } });
  const asked = await entriesOf(ma, { verb: 'matching.check' });
  expect(asked.map(({ rule }) => rule)).toContain('matching/within-quota');
  expect(await faultOf(ma.call('observer', 'GET', '/api/matching/hits'))).toBe('403 access/refused');
});

test('each side sees how much was asked', async () => {
  const [mine] = await okList(ma.call('analyst', 'GET', '/api/matching/use'));
  expect(mine).toMatchObject({ askedToday: 35, askedByMe: 35, answeredToday: 0, perDay: 100, ready: true });
  const [theirs] = await okList(fr.call('data-protection-officer', 'GET', '/api/matching/use'));
  expect(theirs).toMatchObject({ askedToday: 0, answeredToday: 35, alarm: false });
});

test('both journals hold, and tell the same', async () => {
  expect(await journalFindings(world)).toEqual([]);
});
