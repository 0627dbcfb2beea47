/**
 * What others say on an item, between three real nodes: who reads it, who never does, and what stays here.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  act,
  agree,
  arrived,
  compose,
  draftWith,
  entriesOf,
  faultOf,
  items,
  journalFindings,
  markingWith,
  newcomer,
  nodeOf,
  ok,
  refusalOf,
  release,
} from '../../../../testing/story.ts';
import { until } from '../../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
let [fr, ma, es]: readonly WorldNode[] = [];
let agreement: string;
const at = '2026-07-01T09:00:00.000Z';
const suspect = {
  type: 'identity',
  spec_version: '2.1',
  id: 'identity--7c1f3f0e-4a5e-4d5b-9a51-2f7f0c0a1b2c',
  created: at,
  modified: at,
  name: 'Invented person',
};

beforeAll(async () => {
  world = await openWorld(['fr', 'ma', 'es']);
  [fr, ma, es] = [nodeOf(world, 'fr'), nodeOf(world, 'ma'), nodeOf(world, 'es')];
  agreement = await agree([fr, ma, es]);
});
afterAll(() => world.close());

const one = (node: WorldNode | undefined): WorldNode => {
  if (node === undefined) throw new Error('no node');
  return node;
};
const nodes = () => ({ fr: one(fr), ma: one(ma), es: one(es) });

const note = (changes: JsonObject = {}) => ({
  kind: 'note',
  title: 'ملاحظة',
  language: 'ar',
  target: null,
  text: 'سبق أن ورد اسمه لدينا.',
  ...changes,
});
const sayOn = (node: WorldNode, id: string, said: JsonObject) =>
  node.call('analyst', 'POST', `${items}/${id}/thread`, said);

const threadOf = async (node: WorldNode, id: string, role: 'analyst' | 'contact-point' = 'analyst') => {
  const thread = await ok(node.call(role, 'GET', `${items}/${id}/thread`));
  const entries = Array.isArray(thread.entries) ? thread.entries.filter(isObject) : [];
  return { thread, entries };
};

/** France's item, released to these; it has arrived. */
const given = async (to: readonly WorldNode[], changes: JsonObject = {}): Promise<string> => {
  const id = await compose(
    nodes().fr,
    draftWith(agreement, { recipients: to.map(({ party }) => party), objects: [suspect], ...changes }),
  );
  await release(nodes().fr, id);
  for (const node of to) await arrived(node, id);
  return id;
};

const contribute = async (node: WorldNode, id: string, said: JsonObject): Promise<string> => {
  const made = String((await ok(sayOn(node, id, said))).id);
  await release(node, made);
  return made;
};

const journalSays = async (node: WorldNode, text: string): Promise<boolean> =>
  (await entriesOf(node, {})).some((entry) => JSON.stringify(entry).includes(text));

test('Morocco notes on an item of France; France reads it in the thread, Spain never sees it', async () => {
  const { fr, ma, es } = nodes();
  const id = await given([ma]);
  const draft = await ok(sayOn(ma, id, note()));
  expect(draft).toMatchObject({ state: 'draft', about: id, agreement, recipients: [fr.party] });
  expect(draft.marking).toMatchObject({ tlp: 'amber', handling: ['H1'], legalBasis: 'Article 4' });
  await release(ma, String(draft.id));
  const entry = await until(async () => (await threadOf(fr, id)).entries[0]);
  expect(entry).toMatchObject({
    id: draft.id,
    kind: 'note',
    originator: ma.party,
    state: 'received',
    text: 'سبق أن ورد اسمه لدينا.',
    target: null,
    author: null,
  });
  // It is a STIX note that refers to the item, byte for byte what other software reads.
  const bundle = await ok(fr.call('analyst', 'GET', `${items}/${String(draft.id)}/export`));
  expect(JSON.stringify(bundle)).toContain(`"object_refs":["${id}"]`);
  expect(JSON.stringify(bundle)).toContain(`"about_ref":"${id}"`);
  expect(await faultOf(sayOn(es, id, note()))).toBe('404 access/absent');
  for (const path of [id, `${id}/thread`, String(draft.id), `${String(draft.id)}/thread`])
    expect(await faultOf(es.call('analyst', 'GET', `${items}/${path}`))).toBe('404 access/absent');
  expect(await journalSays(es, id)).toBe(true);
  expect(await entriesOf(es, { subject: String(draft.id) })).toSatisfy((entries: readonly JsonObject[]) =>
    entries.every(({ outcome }) => outcome === 'refused'),
  );
});

test('an answer names nobody who may not have the item, and is no milder, nor when edited', async () => {
  const { ma, es } = nodes();
  const id = await given([ma]);
  const refused = await refusalOf(sayOn(ma, id, note({ recipients: [es.party] })));
  expect(refused).toMatchObject({ code: 'exchange/answer-milder', details: { fields: ['releasableTo'] } });
  expect(await refusalOf(sayOn(ma, id, note({ tlp: 'green' })))).toMatchObject({
    code: 'exchange/answer-milder',
    details: { fields: ['tlp'] },
  });
  const draft = await ok(sayOn(ma, id, note({ tlp: 'red' })));
  const path = `${items}/${String(draft.id)}?version=1`;
  const widened = draftWith(agreement, { recipients: [es.party] });
  expect(await refusalOf(ma.call('analyst', 'PUT', path, widened))).toMatchObject({
    code: 'exchange/answer-milder',
  });
  const detached = draftWith(agreement, { about: `grouping--${crypto.randomUUID()}` });
  expect(await faultOf(ma.call('analyst', 'PUT', path, detached))).toBe('400 input/invalid');
  // By the ordinary way in as well.
  const plain = draftWith(agreement, { about: id, recipients: [es.party] });
  expect(await faultOf(ma.call('analyst', 'POST', items, plain))).toBe('422 exchange/answer-milder');
  // As it was before anyone tried.
  expect(await ok(ma.call('analyst', 'GET', `${items}/${String(draft.id)}`))).toMatchObject({ version: 1 });
});

test('opinions count by service, the latest of each; a sighting says how often, when and where', async () => {
  const { fr, ma, es } = nodes();
  const id = await given([ma, es]);
  const opinion = (value: string) => note({ kind: 'opinion', opinion: value, text: 'رأينا' });
  await contribute(ma, id, opinion('disagree'));
  await contribute(ma, id, opinion('agree'));
  await contribute(es, id, opinion('strongly-disagree'));
  await ok(sayOn(fr, id, opinion('neutral')));
  const seen = {
    kind: 'sighting',
    target: suspect.id,
    count: 3,
    firstSeen: '2026-07-01T08:00:00.000Z',
    lastSeen: '2026-07-02T08:00:00.000Z',
    place: { name: 'ميناء طنجة', country: 'MA' },
  };
  await contribute(ma, id, note(seen));
  expect(await faultOf(sayOn(ma, id, note({ ...seen, lastSeen: '2026-06-01T08:00:00.000Z' })))).toBe(
    '422 exchange/sighting-order',
  );
  expect(await faultOf(sayOn(ma, id, note({ ...seen, lastSeen: '2099-06-01T08:00:00.000Z' })))).toBe(
    '422 exchange/sighting-ahead',
  );
  expect(await faultOf(sayOn(ma, id, note({ target: `note--${crypto.randomUUID()}` })))).toBe(
    '422 exchange/unknown-target',
  );
  const { thread, entries } = await until(async () => {
    const found = await threadOf(fr, id);
    return found.entries.length === 5 ? found : null;
  });
  // France's own draft is in its thread, and counts for nobody yet.
  expect(thread.opinions).toHaveLength(2);
  expect(thread.opinions).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ party: ma.party, opinion: 'agree' }),
      expect.objectContaining({ party: es.party, opinion: 'strongly-disagree' }),
    ]),
  );
  const times = entries.map((entry) => String(entry.at));
  expect(times).toEqual([...times].sort());
  expect(entries.find(({ kind }) => kind === 'sighting')).toMatchObject({
    target: suspect.id,
    sighting: { count: 3, firstSeen: seen.firstSeen, place: { name: 'ميناء طنجة', country: 'MA' } },
  });
  // Spain holds the item too, so Morocco's answers reached it without being asked for by name.
  await until(async () => (await threadOf(es, id)).entries.length === 4);
});

test('an internal note is read by colleagues, and by no other node, guest or export', async () => {
  const { fr, ma } = nodes();
  const id = await given([ma]);
  const secret = 'For our own eyes only';
  const path = `${items}/${id}/own-notes`;
  const written = await ok(ma.call('analyst', 'POST', path, { text: secret, language: 'en' }));
  expect(written).toMatchObject({ kind: 'own-note', state: null, text: secret });
  const [entry] = (await threadOf(ma, id, 'contact-point')).entries;
  expect(entry).toMatchObject({ id: written.id, text: secret });
  // It is no item: no verb that sends knows it.
  for (const verb of ['propose', 'release'])
    expect(await faultOf(act(ma, 'contact-point', String(written.id), verb))).toMatch(/^4\d\d /);
  const guest = await newcomer(ma, {
    email: 'guest@ma.example',
    roles: ['analyst'],
    party: fr.party,
  });
  expect(await faultOf(guest('GET', `${items}/${id}/thread`))).toBe('404 access/absent');
  const exported = await ok(ma.call('analyst', 'GET', `${items}/${id}/export`));
  expect(JSON.stringify(exported)).not.toContain(secret);
  expect((await threadOf(fr, id)).entries).toEqual([]);
  const remove = `/api/exchange/own-notes/${String(written.id)}`;
  expect(await faultOf(ma.call('watch-officer', 'DELETE', remove))).toBe('403 access/refused');
  expect((await ma.call('analyst', 'DELETE', remove)).status).toBe(204);
  expect((await threadOf(ma, id)).entries).toEqual([]);
});

test('what an answer is on may go: the answer stays, says no more of it, and leaves no more', async () => {
  const { fr, ma } = nodes();
  const draftId = await compose(fr, draftWith(agreement, { recipients: [ma.party], marking: markingWith() }));
  const internal = { text: 'Check the plate', language: 'en' };
  await ok(fr.call('analyst', 'POST', `${items}/${draftId}/own-notes`, internal));
  expect((await fr.call('analyst', 'DELETE', `${items}/${draftId}?version=1`)).status).toBe(204);
  expect(await faultOf(fr.call('analyst', 'GET', `${items}/${draftId}/thread`))).toBe('404 access/absent');

  const id = await given([ma]);
  const first = await contribute(ma, id, note());
  const waiting = String((await ok(sayOn(ma, id, note()))).id);
  await ok(act(ma, 'analyst', waiting, 'propose'));
  const house = { kind: 'system', name: 'test', party: ma.party } as const;
  // As a recall or the day of erasure does it.
  await ma.database.transact(house, async (unit) => {
    await unit
      .tables<{ exchange_item: { id: string } }>()
      .deleteFrom('exchange_item')
      .where('id', '=', id)
      .execute();
  });
  expect(await faultOf(act(ma, 'contact-point', waiting, 'release'))).toBe('409 exchange/answered-gone');
  expect((await threadOf(ma, first)).thread).toMatchObject({ answered: null, entries: [] });
  expect(await journalFindings(world)).toEqual([]);
});
