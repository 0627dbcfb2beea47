/**
 * Likely duplicates on real nodes: proposed with reasons, decided by a person, remembered, told, taken
 * back.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  agree,
  arrived,
  compose,
  draftWith,
  faultOf,
  historyOf,
  items,
  markingWith,
  newcomer,
  nodeOf,
  ok,
  okList,
  release,
} from '../../../../testing/story.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
let agreement: string;
const path = '/api/exchange/duplicates';
beforeAll(async () => {
  world = await openWorld(['fr', 'ma', 'es']);
  agreement = await agree([nodeOf(world, 'fr'), nodeOf(world, 'ma'), nodeOf(world, 'es')]);
});
afterAll(() => world.close());

const at = '2026-07-01T09:00:00.000Z';
const address = (value: string, id: string) => ({ type: 'ipv4-addr', spec_version: '2.1', id, value });
const machine = address('198.51.100.3', 'ipv4-addr--5853f6a4-638f-5b4e-9b0f-ded361ae3812');
const indicator = (pattern: string) => ({
  type: 'indicator',
  spec_version: '2.1',
  id: `indicator--${crypto.randomUUID()}`,
  created: at,
  modified: at,
  pattern,
  pattern_type: 'stix',
  valid_from: at,
});

const pairsOf = async (node: WorldNode, query = 'state=open', role: 'analyst' | 'observer' = 'analyst') => {
  const page = await ok(node.call(role, 'GET', `${path}?${query}`));
  return { pairs: Array.isArray(page.pairs) ? page.pairs.filter(isObject) : [], counts: page.counts };
};

const pairWith = async (
  node: WorldNode,
  id: string,
  query = 'state=open',
): Promise<JsonObject | undefined> => {
  await node.runJobs();
  return (await pairsOf(node, `${query}&item=${id}`)).pairs[0];
};

const idOf = (pair: JsonObject, side: 'first' | 'second'): string => {
  const row = pair[side];
  return isObject(row) ? String(row.id) : '';
};
const addressOf = (pair: JsonObject): string => `${path}/${idOf(pair, 'first')}/${idOf(pair, 'second')}`;
const seen = { firstVersion: 1, secondVersion: 1 };

test('the same address, the same pattern and titles that are alike are reasons, each said', async () => {
  const fr = nodeOf(world, 'fr');
  const title = 'Fourgon blanc devant la gare de Lyon';
  const one = await compose(fr, draftWith(agreement, { title, objects: [machine] }));
  const two = await compose(
    fr,
    draftWith(agreement, { title: 'Fourgon blanc devant la gare de Lion', objects: [machine] }),
  );
  const other = await compose(fr, draftWith(agreement, { title: 'Vol de vélos à Nantes' }));
  const pair = await pairWith(fr, one);
  expect([idOf(pair ?? {}, 'first'), idOf(pair ?? {}, 'second')].sort()).toEqual([one, two].sort());
  expect(pair?.reasons).toEqual([
    expect.objectContaining({ kind: 'title', likeness: expect.closeTo(0.92, 1) }),
    { kind: 'observable', type: 'ipv4-addr', value: '198.51.100.3', likeness: 1 },
  ]);
  expect(await pairWith(fr, other)).toBeUndefined();

  const spaced = "[ ipv4-addr:value = '203.0.113.9'   AND  url:value = 'a  b' ]";
  const dense = "[ipv4-addr:value='203.0.113.9' AND url:value='a  b']";
  const first = await compose(fr, draftWith(agreement, { title: 'Alpha', objects: [indicator(spaced)] }));
  await compose(fr, draftWith(agreement, { title: 'Un tout autre titre', objects: [indicator(dense)] }));
  expect((await pairWith(fr, first))?.reasons).toMatchObject([{ kind: 'pattern' }]);
});

test('one person under names in two scripts is a reason', async () => {
  const fr = nodeOf(world, 'fr');
  await ok(
    fr.call('analyst', 'POST', '/api/parties/context', { reason: 'Relecture', purpose: 'prevention' }),
  );
  const person = (name: string) => ({
    type: 'identity',
    spec_version: '2.1',
    id: `identity--${crypto.randomUUID()}`,
    created: at,
    modified: at,
    name,
    identity_class: 'individual',
  });
  const one = await compose(
    fr,
    draftWith(agreement, { title: 'Contrôle à la frontière', objects: [person('محمد الحموشي')] }),
  );
  await compose(
    fr,
    draftWith(agreement, { title: 'Billet revendu', objects: [person('El Hammouchi Mohamed')] }),
  );
  await compose(fr, draftWith(agreement, { title: 'Perte d’un sac', objects: [person('Ahmed Chaoui')] }));
  expect((await pairWith(fr, one))?.reasons).toMatchObject([{ kind: 'name', type: 'identity' }]);
});

test('a dismissal is remembered with who and why, until one of the two changes', async () => {
  const fr = nodeOf(world, 'fr');
  const draft = (title: string) =>
    draftWith(agreement, {
      title,
      objects: [address('198.51.100.77', 'ipv4-addr--cd2e5a2b-04b2-5ad4-8c4b-6a1c9a4ff5a1')],
    });
  const one = await compose(fr, draft('Une première affaire'));
  const two = await compose(fr, draft('Une seconde histoire'));
  const pair = await pairWith(fr, one);
  if (pair === undefined) throw new Error('no pair');
  const on = addressOf(pair);
  const stale = { firstVersion: 2, secondVersion: 1 };
  expect(await faultOf(fr.call('analyst', 'POST', `${on}/confirm`, stale))).toBe('409 state/changed');
  expect(await faultOf(fr.call('observer', 'POST', `${on}/confirm`, seen))).toBe('404 access/absent');
  const why = 'Two machines behind one address';
  expect(await ok(fr.call('analyst', 'POST', `${on}/dismiss`, { ...seen, why }))).toMatchObject({
    state: 'dismissed',
    why,
    decidedBy: expect.stringMatching(/^person--/),
  });
  expect(await faultOf(fr.call('analyst', 'POST', `${on}/confirm`, seen))).toBe('409 exchange/pair-decided');
  // Looked at again with nothing changed: still dismissed.
  expect(await pairWith(fr, one)).toBeUndefined();
  await ok(fr.call('analyst', 'PUT', `${items}/${two}?version=1`, draft('Une seconde histoire, corrigée')));
  expect(await pairWith(fr, one)).toMatchObject({ state: 'open', why: null });
});

test('the confirmed are a group of untouched items, told to who may have both, and taken back', async () => {
  const [fr, ma, es] = [nodeOf(world, 'fr'), nodeOf(world, 'ma'), nodeOf(world, 'es')];
  const title = 'Réseau de faux passeports à Tanger';
  const to = (...nodes: readonly WorldNode[]) => ({ title, recipients: nodes.map(({ party }) => party) });
  const one = await compose(fr, draftWith(agreement, to(ma, es)));
  const two = await compose(
    fr,
    draftWith(agreement, { ...to(ma), marking: markingWith({ handling: ['H1', 'H2'] }) }),
  );
  for (const id of [one, two]) await release(fr, id);
  await arrived(ma, two);
  const before = await ok(fr.call('analyst', 'GET', `${items}/${one}`));
  const pair = await pairWith(fr, one);
  if (pair === undefined) throw new Error('no pair');
  const on = addressOf(pair);
  const telling = { title: 'Doublon', language: 'fr' };
  expect(await faultOf(fr.call('analyst', 'POST', `${on}/tell`, telling))).toBe(
    '409 exchange/pair-not-confirmed',
  );
  expect(await ok(fr.call('analyst', 'POST', `${on}/confirm`, seen))).toMatchObject({ state: 'confirmed' });
  const groups = await okList(fr.call('analyst', 'GET', `${path}/groups`));
  expect(groups).toHaveLength(1);
  const merged = async (role: 'analyst' | 'observer') => {
    const page = await ok(fr.call(role, 'GET', `${items}?box=sent`));
    const rows = Array.isArray(page.items) ? page.items.filter(isObject) : [];
    return rows
      .filter(({ id }) => id === one || id === two)
      .map(({ id, mergedInto, mergedFrom }) => ({ id, mergedInto, mergedFrom }));
  };
  expect(await merged('analyst')).toEqual([
    { id: two, mergedInto: one },
    { id: one, mergedFrom: 1 },
  ]);
  expect(await merged('observer')).toEqual([]);
  expect(await ok(fr.call('analyst', 'GET', `${items}/${one}`))).toEqual(before);

  // Spain has the first alone: it may not hear that there is a second.
  const beyond = { ...telling, recipients: [es.party] };
  expect(await faultOf(fr.call('analyst', 'POST', `${on}/tell`, beyond))).toBe('422 exchange/answer-milder');
  const told = await ok(fr.call('analyst', 'POST', `${on}/tell`, telling));
  expect(told).toMatchObject({ recipients: [ma.party], state: 'draft' });
  expect(told.marking).toMatchObject({ handling: ['H1', 'H2'] });
  await release(fr, String(told.id));
  const there = await arrived(ma, String(told.id));
  expect(there.objects).toMatchObject([
    { relationship_type: 'duplicate-of', source_ref: two, target_ref: one },
  ]);

  await ok(fr.call('analyst', 'POST', `${on}/reopen`));
  expect(await okList(fr.call('analyst', 'GET', `${path}/groups`))).toEqual([]);
  expect(await historyOf(fr, idOf(pair, 'first'))).toEqual(
    expect.arrayContaining([
      'exchange.confirm-duplicate done exchange/deciders',
      'exchange.reopen-duplicate done exchange/deciders',
    ]),
  );
});

test('who may read one of the two alone, or comes from elsewhere, learns nothing of the pair', async () => {
  const fr = nodeOf(world, 'fr');
  const title = 'Dépôt d’armes signalé près du canal';
  await compose(fr, draftWith(agreement, { title }));
  const [red] = [await compose(fr, draftWith(agreement, { title, marking: markingWith({ tlp: 'red' }) }))];
  expect(await pairWith(fr, red)).toBeDefined();
  const cleared = await newcomer(fr, {
    email: 'amber@fr.example',
    roles: ['analyst'],
    clearance: 'amber',
    desks: (await fr.parties.desks({ kind: 'system', name: 't', party: fr.party })).map(({ id }) => id),
  });
  const page = await ok(cleared('GET', `${path}?state=open&item=${red}`));
  expect(page).toMatchObject({ pairs: [] });
  const guest = await newcomer(fr, {
    email: 'guest@ma.example',
    roles: ['analyst'],
    party: nodeOf(world, 'ma').party,
  });
  expect(await faultOf(guest('GET', `${path}?state=open`))).toBe('403 access/refused');
  expect(await faultOf(fr.call('administrator', 'GET', `${path}?state=open`))).toBe('403 access/refused');
});
