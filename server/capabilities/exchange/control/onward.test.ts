/**
 * Onward sharing along a chain of three real nodes, of which the first and the last never paired: what is
 * asked, consented to, passed on and recalled goes through the one between, and each signature is checked by
 * whoever knows its key.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  consented,
  controlList,
  controlOf,
  decide,
  given,
  obeyed,
  recall,
  refusedWith,
  sendByHand,
  share,
  withdrawal,
} from '../../../../testing/control-story.ts';
import {
  agree,
  arrived,
  entriesOf,
  faultOf,
  inDays,
  items,
  journalFindings,
  markingWith,
  newcomer,
  nodeOf,
  ok,
  okList,
} from '../../../../testing/story.ts';
import { until } from '../../../../testing/until.ts';
import { openWorld, pairAll, type World } from '../../../../testing/world.ts';
import { canonical, isObject } from '../../../kernel/canonical.ts';
import type { PersonActor } from '../../../kernel/decision.ts';
import { asId, newId } from '../../../kernel/ids.ts';
import { createKeys } from '../../../plumbing/keys/index.ts';
import { messages } from '../../../plumbing/stix/index.ts';
import { consentsOf } from './consent-store.ts';
import { requestsOf } from './question-store.ts';
import { recallsOf } from './recall-store.ts';
import { signed } from './signed-object.ts';
import { complianceToWire } from './wire.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
/** Between the first two, and between the last two. */
let [near, far] = ['', ''];
beforeAll(async () => {
  world = await openWorld(['ma', 'fr', 'es'], { pair: false });
  const [ma, fr, es] = nodes();
  await pairAll([ma, fr]);
  await pairAll([fr, es]);
  near = await agree([ma, fr]);
  far = await agree([fr, es]);
});
afterAll(() => world.close());

const nodes = () => [nodeOf(world, 'ma'), nodeOf(world, 'fr'), nodeOf(world, 'es')] as const;

const ask = (party: string) => ({ version: 1, recipients: [party], reason: 'They guard the delegation' });

test('with consent an item goes onward untouched; a recall reaches it, both proofs come back', async () => {
  const [ma, fr, es] = nodes();
  const id = await given(ma, [fr], { agreement: near });
  const consent = await consented(fr, ma, { id, recipients: [es.party] });
  expect(
    await faultOf(
      fr.call('analyst', 'POST', `/api/exchange/consents/${consent}/share`, {
        recipients: [es.party],
        agreement: far,
      }),
    ),
  ).toBe('403 access/refused');
  expect(await faultOf(share(fr, consent, [es.party], near))).toBe('409 exchange/not-covered');
  expect(await faultOf(share(fr, consent, [ma.party], far))).toBe('409 control/no-consent');
  expect((await share(fr, consent, [es.party], far)).status).toBe(204);
  const here = await ok(fr.call('analyst', 'GET', `${items}/${id}`));
  const there = await arrived(es, id);
  expect(there).toMatchObject({ state: 'received', originator: ma.party, via: fr.party, version: 1 });
  expect(canonical([there.objects, there.marking])).toBe(canonical([here.objects, here.marking]));
  // The originator's key is not known there: the consent is kept, and said to be unchecked.
  expect(await controlList(es, id, 'consents')).toMatchObject([{ id: consent, verified: false }]);
  expect(await controlList(fr, id, 'consents')).toMatchObject([{ id: consent, verified: true }]);
  await until(async () => (await controlList(ma, id, 'shares')).length === 1);
  expect(await faultOf(share(fr, consent, [es.party], far))).toBe('409 control/already-shared');
  await ok(recall(ma, id));
  const rows = await obeyed(ma, id, 2);
  expect(rows.find(({ party }) => party === fr.party)).toMatchObject({
    outcome: 'removed',
    verified: true,
    removed: { onwardCopies: 1 },
  });
  expect(rows.find(({ party }) => party === es.party)).toMatchObject({
    outcome: 'removed',
    verified: false,
    via: fr.party,
  });
  // Who stands between knows both keys.
  const toldOf = async (node: typeof ma) =>
    (await controlList(node, id, 'named')).map(({ party, name, country, saidBy }) => [
      party,
      isObject(name) ? name.fr : null,
      country,
      saidBy,
    ]);
  // Morocco and Spain have no link: France called each by its name, and whoever is linked needs none.
  expect(await toldOf(ma)).toEqual([[es.party, 'Espagne', 'ES', fr.party]]);
  expect(await toldOf(fr)).toEqual([]);
  expect(await toldOf(es)).toEqual([[ma.party, 'Maroc', 'MA', ma.party]]);
  const between = await controlList(fr, id, 'compliance');
  expect(between.map(({ verified }) => verified)).toEqual([true, true]);
  for (const node of [fr, es])
    expect(await ok(node.call('analyst', 'GET', `${items}/${id}`))).toMatchObject({
      state: 'recalled',
      title: '',
      objects: [],
    });
  expect(await journalFindings(world)).toEqual([]);
});

test('refusals, a label that must be named, four eyes, and the third who asks in turn', async () => {
  const [ma, fr, es] = nodes();
  const red = markingWith({ tlp: 'red' });
  const id = await given(ma, [fr], { agreement: near, marking: red });
  await ok(fr.call('analyst', 'POST', `${items}/${id}/onward-requests`, ask(es.party)));
  const [question] = await until(async () => {
    const found = await okList(ma.call('contact-point', 'GET', '/api/exchange/to-decide'));
    return found.length > 0 ? found : null;
  });
  expect(question).toMatchObject({ item: id, party: fr.party, recipients: [es.party], tlp: 'red' });
  expect(await ok(ma.call('contact-point', 'GET', '/api/exchange/counts'))).toMatchObject({ toDecide: 1 });
  expect(await ok(ma.call('analyst', 'GET', '/api/exchange/counts'))).toMatchObject({ toDecide: 0 });
  const request = String(question?.id);
  const grant = {
    decision: 'granted',
    recipients: [es.party],
    until: inDays(5),
    namesRed: false,
    reason: null,
  };
  await expect(decide(ma, request, grant)).rejects.toThrow('control/red-unnamed');
  await expect(decide(ma, request, { ...grant, namesRed: true, recipients: [ma.party] })).rejects.toThrow(
    'control/recipients-unsound',
  );
  await decide(ma, request, { ...grant, decision: 'refused', reason: 'The source would be known' });
  await until(async () => (await controlList(fr, id, 'requests'))[0]?.state === 'refused');
  expect(await controlOf(fr, id)).toMatchObject({
    consents: [],
    requests: [{ decisionReason: 'The source would be known' }],
  });
  const mine = await newcomer(fr, { email: 'second@fr.example', roles: ['contact-point'] });
  await ok(mine('POST', `${items}/${id}/onward-requests`, ask(es.party)));
  const again = await until(async () => {
    const [found] = await okList(ma.call('contact-point', 'GET', '/api/exchange/to-decide'));
    return found ?? null;
  });
  await decide(ma, String(again.id), { ...grant, namesRed: true });
  const consent = await until(async () => (await controlList(fr, id, 'consents'))[0] ?? null);
  const passing = { recipients: [es.party], agreement: far };
  const path = `/api/exchange/consents/${String(consent.id)}/share`;
  expect(await faultOf(mine('POST', path, passing))).toBe('403 control/own-question');
  expect((await share(fr, String(consent.id), [es.party], far)).status).toBe(204);
  await until(async () => (await es.call('contact-point', 'GET', `${items}/${id}`)).status === 200);
  // The third asks too: by the way the item came, and the answer comes back by it.
  const fourth = newId('party');
  await ok(es.call('contact-point', 'POST', `${items}/${id}/onward-requests`, ask(fourth)));
  const third = await until(async () => {
    const [found] = await okList(ma.call('contact-point', 'GET', '/api/exchange/to-decide'));
    return found ?? null;
  });
  expect(third).toMatchObject({ party: es.party, via: fr.party, recipients: [fourth] });
  await decide(ma, String(third.id), { ...grant, recipients: [fourth], decision: 'refused' });
  await until(async () => (await controlList(es, id, 'requests'))[0]?.state === 'refused');
});

test('consent that is withdrawn takes the onward copies back, and only them', async () => {
  const [ma, fr, es] = nodes();
  const id = await given(ma, [fr], { agreement: near });
  const consent = await consented(fr, ma, { id, recipients: [es.party] });
  await share(fr, consent, [es.party], far);
  await arrived(es, id);
  await until(async () => (await controlList(ma, id, 'shares')).length === 1);
  const { reason, complyBy } = withdrawal;
  const withdraw = `/api/exchange/consents/${consent}/withdraw`;
  expect((await ma.call('contact-point', 'POST', withdraw, { reason, complyBy })).status).toBe(204);
  const rows = await obeyed(ma, id, 2);
  const outcomes = new Map(rows.map(({ party, outcome }) => [party, outcome]));
  expect(outcomes).toEqual(
    new Map([
      [fr.party, 'relayed'],
      [es.party, 'removed'],
    ]),
  );
  expect(await ok(es.call('analyst', 'GET', `${items}/${id}`))).toMatchObject({ state: 'recalled' });
  expect(await ok(fr.call('analyst', 'GET', `${items}/${id}`))).toMatchObject({ state: 'received' });
  expect(await controlList(fr, id, 'consents')).toMatchObject([{ withdrawn: [es.party] }]);
  // A new consent lets it go again.
  const second = await consented(fr, ma, { id, recipients: [es.party] });
  expect((await share(fr, second, [es.party], far)).status).toBe(204);
  await until(async () => {
    const item = await ok(es.call('analyst', 'GET', `${items}/${id}`));
    return item.state === 'received';
  });
});

test('forged consents and proofs, and a consent for another, are refused and journalled', async () => {
  const [ma, fr, es] = nodes();
  const id = await given(ma, [fr], { agreement: near });
  const consent = await consented(fr, ma, { id, recipients: [es.party] });
  const [kept] = await fr.database.transact({ kind: 'system', name: 'story', party: fr.party }, (unit) =>
    consentsOf(unit, asId('item', id)),
  );
  const reading = messages['x-tansiq-onward-consent'].read(JSON.parse(kept?.message ?? '{}'));
  if (reading.kind !== 'read') throw new Error('the consent that is kept is none');
  const { signature, public_key, ...content } = reading.message;
  expect(content.id).toBe(consent);
  const keysOf = (node: typeof fr) => createKeys({ folder: `${node.folder}/keys`, commonName: node.party });
  const send = (object: typeof reading.message) =>
    sendByHand(ma, fr, { kind: 'exchange.onward-consent', objects: [object] });
  const longer = { ...content, valid_until: inDays(300) };
  expect(await refusedWith(fr, await send(signed(longer, await keysOf(es))))).toBe('refused control/forged');
  const changed = { ...longer, signature, public_key };
  expect(await refusedWith(fr, await send(changed))).toBe('refused control/forged');
  const others = signed({ ...content, party_ref: es.party }, await keysOf(ma));
  expect(await refusedWith(fr, await send(others))).toBe('refused exchange/not-for-us');
  await ok(recall(ma, id));
  await obeyed(ma, id, 1);
  const [entry] = await entriesOf(fr, { subject: id, verb: 'exchange.obey-recall' });
  const proof = complianceToWire(
    {
      recall: { id: String(entry?.details.recall), item_ref: id },
      outcome: 'not-held',
      removed: { objects: 0, attachments: 0, onward_copies: 0 },
      seq: 1,
      leaf: '0'.repeat(64),
    },
    { self: fr.party, at: new Date().toISOString(), keys: await keysOf(es), names: [] },
  );
  const envelope = await sendByHand(fr, ma, { kind: 'exchange.compliance', objects: [proof] });
  expect(await refusedWith(ma, envelope)).toBe('refused control/forged');
  expect(await controlList(ma, id, 'compliance')).toMatchObject([{ outcome: 'removed', verified: true }]);
});

test('why something was asked and answered is withheld by the database without a reason', async () => {
  const [ma, fr, es] = nodes();
  const marking = markingWith({ personCategories: ['witness'] });
  const about = { reason: 'To check a name', reference: null, purpose: 'prevention' };
  const stated = [];
  for (const node of [ma, fr])
    for (const role of ['analyst', 'contact-point'] as const)
      stated.push(await ok(node.call(role, 'POST', '/api/parties/context', about)));
  const id = await given(ma, [fr], { agreement: near, marking });
  await consented(fr, ma, { id, recipients: [es.party] });
  await ok(recall(ma, id));
  const reader: PersonActor = {
    kind: 'person',
    person: newId('person'),
    party: ma.party,
    role: 'contact-point',
    desks: [],
    circles: [],
    clearance: 'red',
  };
  const wordsFor = (actor: PersonActor) =>
    ma.database.transact(actor, async (unit) => {
      const { rows } = await sql<{ kind: string; said: boolean }>`
        select kind, coalesce(reason, message) <> '' as said from exchange_control_words
        where item = ${id} order by kind`.execute(unit.tables<object>());
      const [request] = await requestsOf(unit, asId('item', id), 10);
      const [recalled] = await recallsOf(unit, asId('item', id));
      return [rows.map(({ kind }) => kind), request?.reason === '', recalled?.reason === ''];
    });
  expect(await wordsFor(reader)).toEqual([[], true, true]);
  const shown = [['consent', 'recall', 'request'], false, false];
  expect(await wordsFor({ ...reader, context: String(stated[0]?.id) })).toEqual(shown);
});
