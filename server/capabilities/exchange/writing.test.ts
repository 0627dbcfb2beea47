/** The author's and the contact point's verbs on one node, with a partner to release to. */
import { afterEach, expect, test, vi } from 'vitest';
import {
  act,
  agree,
  arrived,
  compose,
  draftWith,
  entriesOf,
  faultOf,
  historyOf,
  inDays,
  items,
  journalFindings,
  markingWith,
  newcomer,
  nodeOf,
  ok,
  refusalOf,
  release,
} from '../../../testing/story.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { isObject, type JsonObject } from '../../kernel/canonical.ts';
import { newId } from '../../kernel/ids.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let world: World | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

const open = async (): Promise<readonly [WorldNode, WorldNode, string]> => {
  const opened = await openWorld(['ma', 'fr']);
  world = opened;
  const [ma, fr] = [nodeOf(opened, 'ma'), nodeOf(opened, 'fr')];
  return [ma, fr, await agree([ma, fr])];
};

test('a draft is edited, proposed, taken back, returned with a reason, and in the end released', async () => {
  const [ma, fr, agreement] = await open();
  const draft = draftWith(agreement, { recipients: [fr.party] });
  const id = await compose(ma, draft);
  const put = (version: number, changes: JsonObject) =>
    ma.call('watch-officer', 'PUT', `${items}/${id}?version=${version}`, { ...draft, ...changes });
  const written = await ok(ma.call('analyst', 'GET', `${items}/${id}`));
  const edited = await ok(put(1, { title: 'مخطط منقّح' }));
  expect(edited).toMatchObject({
    version: 2,
    title: 'مخطط منقّح',
    author: written.author,
    desk: written.desk,
  });
  expect(await faultOf(put(1, { title: 'متأخر' }))).toBe('409 state/changed');
  expect(await faultOf(act(ma, 'analyst', id, 'propose', { version: 1 }))).toBe('409 state/changed');
  await ok(act(ma, 'analyst', id, 'propose', { version: 2 }));
  expect(await faultOf(put(2, {}))).toBe('409 exchange/wrong-state');
  expect(await faultOf(act(ma, 'watch-officer', id, 'withdraw', { version: 2 }))).toBe('403 access/refused');
  const withdrawn = await ok(act(ma, 'analyst', id, 'withdraw', { version: 2 }));
  expect(withdrawn).toMatchObject({ state: 'draft', proposedAt: null });
  expect(await faultOf(act(ma, 'analyst', id, 'withdraw', { version: 2 }))).toBe('409 exchange/wrong-state');
  await ok(act(ma, 'analyst', id, 'propose', { version: 2 }));
  // A contact point who is on no desk of the author's: he reads what he returned, and does not write in it.
  const contactPoint = await newcomer(ma, { email: 'second@ma.example', roles: ['contact-point'] });
  const reason = { version: 2, reason: 'Sans date' };
  const returned = await contactPoint('POST', `${items}/${id}/return`, reason);
  expect(returned).toMatchObject({ status: 200, body: { state: 'returned', returnedReason: 'Sans date' } });
  expect((await contactPoint('GET', `${items}/${id}`)).status).toBe(200);
  for (const [method, more] of [
    ['PUT', '?version=2'],
    ['DELETE', '?version=2'],
  ] as const)
    expect(await faultOf(contactPoint(method, `${items}/${id}${more}`, draft))).toBe('403 access/refused');
  expect(await ok(act(ma, 'analyst', id, 'propose', { version: 2 }))).toMatchObject({ returnedReason: null });
  const released = await contactPoint('POST', `${items}/${id}/release`, { version: 2 });
  expect(released).toMatchObject({ status: 200, body: { state: 'released' } });
  await arrived(fr, id);
  for (const verb of ['release', 'withdraw', 'propose'])
    expect(
      await faultOf(act(ma, verb === 'release' ? 'contact-point' : 'analyst', id, verb, { version: 2 })),
    ).toBe('409 exchange/wrong-state');
  expect(await faultOf(ma.call('analyst', 'DELETE', `${items}/${id}?version=2`))).toBe(
    '409 exchange/wrong-state',
  );
  const history = await historyOf(ma, id);
  for (const entry of [
    'exchange.compose done exchange/writers',
    'exchange.edit done exchange/writers',
    'exchange.withdraw refused exchange/author-withdraws',
    'exchange.withdraw done exchange/author-withdraws',
    'exchange.return done exchange/four-eyes',
    'exchange.edit refused exchange/author-and-desk-write',
    'exchange.release done exchange/four-eyes',
  ])
    expect(history).toContain(entry);
  expect(await historyOf(fr, id)).toContain('exchange.receive done exchange/releasable-covered-here');
  expect(world && (await journalFindings(world))).toEqual([]);
});

test('nobody releases what he wrote or proposed himself, and a discarded draft is gone', async () => {
  const [ma, fr, agreement] = await open();
  const draft = draftWith(agreement, { recipients: [fr.party] });
  const own = String((await ok(ma.call('contact-point', 'POST', items, draft))).id);
  await ok(act(ma, 'analyst', own, 'propose'));
  expect(await faultOf(act(ma, 'contact-point', own, 'release'))).toBe('403 exchange/own-release');
  const proposed = await compose(ma, draft);
  await ok(act(ma, 'contact-point', proposed, 'propose'));
  expect(await faultOf(act(ma, 'contact-point', proposed, 'release'))).toBe('403 exchange/own-release');
  expect(await faultOf(act(ma, 'contact-point', proposed, 'return', { version: 1, reason: 'x' }))).toBe(
    '403 exchange/own-release',
  );
  // He who wrote in it is no second pair of eyes either, whoever its author and its proposer are.
  const edited = await compose(ma, draft);
  await ok(ma.call('contact-point', 'PUT', `${items}/${edited}?version=1`, draft));
  await ok(ma.call('analyst', 'PUT', `${items}/${edited}?version=2`, draft));
  await ok(act(ma, 'analyst', edited, 'propose', { version: 3 }));
  expect(await faultOf(act(ma, 'contact-point', edited, 'release', { version: 3 }))).toBe(
    '403 exchange/own-release',
  );
  expect(await faultOf(act(ma, 'centre-head', proposed, 'release'))).toBe('403 access/refused');
  expect(await historyOf(ma, own)).toContain('exchange.release refused exchange/four-eyes');
  const gone = await compose(ma, draft);
  const elsewhere = await newcomer(ma, { email: 'elsewhere@ma.example', roles: ['analyst'] });
  expect(await faultOf(elsewhere('DELETE', `${items}/${gone}?version=1`))).toBe('404 access/absent');
  expect(await faultOf(ma.call('analyst', 'DELETE', `${items}/${gone}`))).toBe('400 input/invalid');
  // Someone wrote in it meanwhile: what he would delete is not what he saw.
  await ok(ma.call('watch-officer', 'PUT', `${items}/${gone}?version=1`, draft));
  const stale = ma.call('analyst', 'DELETE', `${items}/${gone}?version=1`);
  expect(await faultOf(stale)).toBe('409 state/changed');
  expect((await ma.call('analyst', 'DELETE', `${items}/${gone}?version=2`)).status).toBe(204);
  expect(await faultOf(ma.call('analyst', 'GET', `${items}/${gone}`))).toBe('404 access/absent');
  expect(await historyOf(ma, gone)).toEqual([
    'exchange.compose done exchange/writers',
    'exchange.discard refused absent-or-withheld',
    'exchange.edit done exchange/writers',
    'exchange.discard done exchange/writers',
    'exchange.read refused absent-or-withheld',
  ]);
  expect(world && (await journalFindings(world))).toEqual([]);
});

test('a draft stays with its author when he moves to another desk, and with his desk', async () => {
  const [ma, , agreement] = await open();
  const house = { kind: 'system', name: 'story', party: ma.party } as const;
  const name = { ar: 'مكتب', fr: 'Bureau B', en: 'Desk B' };
  const other = await ma.parties.createDesk(house, { name });
  const first = await newcomer(ma, { email: 'mover@ma.example', roles: ['analyst'], desks: [other.id] });
  const made = await first('POST', items, draftWith(agreement));
  expect(made.body).toMatchObject({ desk: other.id });
  const id = isObject(made.body) ? String(made.body.id) : '';
  expect(await faultOf(ma.call('analyst', 'GET', `${items}/${id}`))).toBe('404 access/absent');
  const moved = await newcomer(ma, { email: 'mover@ma.example', roles: ['analyst'], desks: [] });
  expect(await moved('GET', `${items}/${id}`)).toMatchObject({ status: 200, body: { desk: other.id } });
  const successor = await newcomer(ma, { email: 'next@ma.example', roles: ['analyst'], desks: [other.id] });
  expect((await successor('GET', `${items}/${id}`)).status).toBe(200);
});

test('what cannot stand is refused before it is stored, and says what to correct', async () => {
  const [ma, fr, agreement] = await open();
  const refusal = async (changes: JsonObject): Promise<string> => {
    const { code, details } = await refusalOf(
      ma.call('analyst', 'POST', items, draftWith(agreement, changes)),
    );
    return `${code} ${JSON.stringify(Object.values(details)[0])}`;
  };
  const dated = (changes: JsonObject) => refusal({ marking: markingWith(changes) });
  expect(await dated({ eraseOn: inDays(3_651) })).toBe('exchange/marking-unsound ["eraseOn"]');
  expect(await dated({ eraseOn: inDays(10) })).toBe('exchange/marking-unsound ["eraseOn"]');
  for (const reviewOn of ['0000-01-01', '2030-02-30'])
    expect(await dated({ reviewOn })).toBe('input/invalid ["body/marking/reviewOn: pattern"]');
  expect(await dated({ handling: ['H3'] })).toBe('exchange/marking-unsound ["handlingText"]');
  const withheld = [{ object: `note--${crypto.randomUUID()}`, selector: null, except: [] }];
  expect(await refusal({ withheld })).toContain('exchange/withheld-unknown');
  expect(await refusal({ objects: [{ type: 'note', id: 'note--1' }] })).toContain('exchange/content-unsound');
  const crowd = Array.from({ length: 100 }, () => newId('party'));
  expect(await refusal({ recipients: crowd })).toContain('input/invalid');
  const wide = draftWith(agreement, { recipients: crowd.slice(0, 99) });
  expect((await ma.call('analyst', 'POST', items, wide)).status).toBe(201);
  const draft = draftWith(agreement, { recipients: [fr.party] });
  for (const bundle of [null, 7, 'not JSON', [], { type: 'bundle' }, 'null']) {
    const { objects: _, ...given } = draft;
    const body = { draft: given, bundle };
    const report = await ok(ma.call('analyst', 'POST', '/api/exchange/import', body));
    expect(report).toMatchObject({ stored: false, item: null });
  }
  expect(await faultOf(ma.call('analyst', 'POST', '/api/exchange/import', { draft }))).toBe(
    '400 input/invalid',
  );
  expect((await entriesOf(ma, { verb: 'exchange.import' })).length).toBe(6);
});

test('a received item is given to another desk by those who route, and the journal says so', async () => {
  const [ma, fr, agreement] = await open();
  const house = { kind: 'system', name: 'story', party: fr.party } as const;
  const name = { ar: 'مكتب', fr: 'Bureau B', en: 'Desk B' };
  const other = await fr.parties.createDesk(house, { name });
  const red = draftWith(agreement, { recipients: [fr.party], marking: markingWith({ tlp: 'red' }) });
  const id = await compose(ma, red);
  await release(ma, id);
  const { desk } = await arrived(fr, id);
  const assign = (role: 'watch-officer' | 'analyst', to: unknown) =>
    act(fr, role, id, 'assign', { desk: String(to) });
  expect(await faultOf(assign('analyst', other.id))).toBe('403 access/refused');
  expect(await faultOf(assign('watch-officer', newId('desk')))).toBe('422 exchange/unknown-desk');
  expect(await ok(assign('watch-officer', other.id))).toMatchObject({ desk: other.id });
  // TLP:RED is for the desk: it has left the sight of the one that it left.
  expect(await faultOf(fr.call('analyst', 'GET', `${items}/${id}`))).toBe('404 access/absent');
  expect(await faultOf(assign('watch-officer', desk))).toBe('404 access/absent');
  const reader = await newcomer(fr, { email: 'b@fr.example', roles: ['analyst'], desks: [other.id] });
  expect((await reader('GET', `${items}/${id}`)).status).toBe(200);
  expect(await faultOf(act(ma, 'contact-point', id, 'assign', { desk: other.id }))).toBe(
    '409 exchange/wrong-state',
  );
  const [entry] = (await entriesOf(fr, { subject: id, verb: 'exchange.assign' })).filter(
    ({ outcome }) => outcome === 'done',
  );
  expect(entry?.details).toEqual({ from: desk, to: other.id });
  expect(await historyOf(fr, id)).toContain('exchange.assign refused exchange/assigners');
});
