/** Reasons, accesses, erasure and tightenings through real nodes. */
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  agree,
  arrived,
  compose,
  draftWith,
  entriesOf,
  faultOf,
  inDays,
  items,
  markingWith,
  nodeOf,
  ok,
  release,
} from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { dayMs, dayOf, later } from '../../kernel/time.ts';

let world: World;
let fr: WorldNode;
let ma: WorldNode;
let agreement: string;
/** The nodes' clock: what comes on its date need not be waited for. */
let aheadMs = 0;
const clock = { now: () => new Date(Date.now() + aheadMs).toISOString() };

const officer = 'data-protection-officer';
const suspect = (name: string) => ({
  type: 'identity',
  spec_version: '2.1',
  id: `identity--${crypto.randomUUID()}`,
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  name,
  identity_class: 'individual',
});
const reason = {
  reason: 'Vérification avant la cérémonie',
  reference: 'REQ-2024-117',
  purpose: 'prevention',
};
const state = (node: WorldNode, role: 'analyst' | 'contact-point' | 'liaison-officer') =>
  ok(node.call(role, 'POST', '/api/parties/context', reason));
const end = (node: WorldNode, role: 'analyst' | 'contact-point' | 'liaison-officer') =>
  node.call(role, 'DELETE', '/api/parties/context');

beforeAll(async () => {
  world = await openWorld(['fr', 'ma'], { clock });
  fr = nodeOf(world, 'fr');
  ma = nodeOf(world, 'ma');
  agreement = await agree([fr, ma]);
}, 60_000);
afterAll(() => world.close());

const personal = (changes = {}) =>
  draftWith(agreement, { recipients: [ma.party], objects: [suspect('Hélène Fauxnom')], ...changes });

test('personal data is read for a stated reason only, and the entry names it', async () => {
  const id = await compose(fr, personal());
  expect(await faultOf(fr.call('analyst', 'GET', `${items}/${id}`))).toBe('428 parties/reason-needed');
  expect(await faultOf(fr.call('analyst', 'GET', `${items}/${id}/export`))).toBe('428 parties/reason-needed');
  const stated = await state(fr, 'analyst');
  await ok(fr.call('analyst', 'GET', `${items}/${id}`));
  const [read, ...before] = await entriesOf(fr, { subject: id });
  expect(read).toMatchObject({
    verb: 'exchange.read',
    outcome: 'done',
    details: { context: stated.id, personal: true },
  });
  expect(before[0]).toMatchObject({ outcome: 'refused', details: { fault: 'parties/reason-needed' } });
  expect((await end(fr, 'analyst')).status).toBe(204);
  expect(await faultOf(fr.call('analyst', 'GET', `${items}/${id}`))).toBe('428 parties/reason-needed');
});

test('a reason ends by itself after its time', async () => {
  const id = await compose(fr, personal());
  await state(fr, 'analyst');
  await ok(fr.call('analyst', 'GET', `${items}/${id}`));
  aheadMs += dayMs / 2;
  expect(await faultOf(fr.call('analyst', 'GET', `${items}/${id}`))).toBe('428 parties/reason-needed');
});

test('what holds no personal data is read without one, and lists need none', async () => {
  const id = await compose(fr, draftWith(agreement));
  await ok(fr.call('analyst', 'GET', `${items}/${id}`));
  await ok(fr.call('analyst', 'GET', `${items}?box=drafts`));
});

test('the data protection officer sees who read what, why, and to whom it went', async () => {
  const id = await compose(fr, personal({ title: 'Secret de Fauxnom' }));
  await state(fr, 'analyst');
  await state(fr, 'contact-point');
  await release(fr, id);
  await ok(fr.call('analyst', 'GET', `${items}/${id}`));
  const page = await ok(fr.call(officer, 'GET', `/api/oversight/accesses?item=${id}`));
  expect(page.items).toMatchObject([
    { verb: 'exchange.read', personal: true },
    { verb: 'exchange.release', disclosedTo: [ma.party] },
    { verb: 'exchange.propose' },
    { verb: 'exchange.compose' },
  ]);
  expect(JSON.stringify(page.contexts)).toContain(reason.reason);
  const byPartner = await ok(
    fr.call(officer, 'GET', `/api/oversight/accesses?partner=${ma.party}&kind=disclosure`),
  );
  expect(JSON.stringify(byPartner.items)).toContain(id);
  const asked = await ok(
    fr.call(officer, 'POST', '/api/oversight/subject-requests', { asked: 'fauxnom helene' }),
  );
  expect(JSON.stringify(asked.items)).toContain(id);
  expect(JSON.stringify(asked)).not.toContain('Secret');
  expect(await faultOf(fr.call('analyst', 'GET', '/api/oversight/accesses'))).toBe('403 access/refused');
  expect(await faultOf(fr.call(officer, 'GET', `${items}/${id}`))).toBe('404 access/absent');
  const csv = await fetch(`${fr.address}/api/oversight/accesses/export?item=${id}`, {
    headers: { authorization: `Bearer ${fr.accounts.get(officer)?.token}` },
  });
  const lines = (await csv.text()).trim().split('\r\n');
  expect(lines[0]).toMatch(/^# \d+ [0-9a-f]{64} /);
  expect(lines).toHaveLength(7);
  const tally = await ok(fr.call(officer, 'GET', '/api/oversight/tally?zone=Europe/Paris'));
  expect(tally.disclosures).toBe(1);
});

test('an item is kept after a review until a named day, and erased on its date on both nodes', async () => {
  const id = await compose(
    fr,
    personal({ marking: markingWith({ reviewOn: inDays(2), eraseOn: inDays(5) }) }),
  );
  await state(fr, 'analyst');
  await state(fr, 'contact-point');
  await state(ma, 'analyst');
  await release(fr, id);
  await arrived(ma, id);
  const due = await ok(fr.call('analyst', 'GET', '/api/exchange/due?days=3'));
  expect(due.items).toMatchObject([{ id, decides: true }]);
  const overseen = await ok(fr.call(officer, 'GET', '/api/oversight/due?days=3'));
  expect(overseen.items).toMatchObject([{ id, reviewOn: inDays(2) }]);
  const keep = (reviewOn: string) =>
    fr.call('analyst', 'POST', `${items}/${id}/keep`, { version: 1, reviewOn, reason: 'Procédure en cours' });
  expect(await faultOf(keep(inDays(6)))).toBe('422 exchange/review-too-late');
  await ok(keep(inDays(4)));
  expect((await ok(fr.call(officer, 'GET', '/api/oversight/due?days=2'))).items).toEqual([]);
  aheadMs += 6 * dayMs;
  for (const node of [fr, ma]) {
    await node.runJobs();
    expect(await faultOf(node.call('analyst', 'GET', `${items}/${id}`))).toBe('404 access/absent');
    const [tombstone] = (await entriesOf(node, { subject: id })).filter(
      ({ verb }) => verb === 'exchange.erase',
    );
    expect(tombstone).toMatchObject({
      outcome: 'done',
      details: { version: 1, legalBasis: 'Article 4', ground: 'date' },
    });
    expect(JSON.stringify(tombstone)).not.toContain('Fauxnom');
  }
  const asked = { asked: 'Hélène FAUXNOM' };
  const found = await ok(fr.call(officer, 'POST', '/api/oversight/subject-requests', asked));
  expect(JSON.stringify(found.items)).not.toContain(id);
});

test('an item that cannot be erased stops no other, is shown to the officer, goes when it can', async () => {
  const dated = () => personal({ marking: markingWith({ reviewOn: inDays(10), eraseOn: inDays(10) }) });
  const [stuck, other] = [await compose(fr, dated()), await compose(fr, dated())];
  const house = { kind: 'system', name: 'test', party: fr.party } as const;
  const run = (text: RawBuilder<unknown>) =>
    fr.database.transact(house, (unit) => text.execute(unit.tables<object>()));
  await run(sql`create table holds_on (item text references exchange_item (id))`);
  await run(sql`insert into holds_on values (${stuck})`);
  aheadMs += 12 * dayMs;
  await fr.runJobs();
  await state(fr, 'analyst');
  // A draft, erased by its date: nothing of it is found or listed.
  expect(await faultOf(fr.call('analyst', 'GET', `${items}/${other}`))).toBe('404 access/absent');
  const due = await ok(fr.call(officer, 'GET', '/api/oversight/due?days=0'));
  expect(due.items).toMatchObject([{ id: stuck, erasureFailedAt: expect.any(String) }]);
  const told = () => entriesOf(fr, { subject: stuck, verb: 'exchange.erase' });
  const refused = { outcome: 'refused', rule: 'exchange/erasure-failed', details: { attempts: 1 } };
  expect(await told()).toMatchObject([refused]);
  // Not again at once; then again by itself, and once nothing holds it, it goes.
  await fr.runJobs();
  expect(await told()).toHaveLength(1);
  await run(sql`drop table holds_on`);
  aheadMs += dayMs;
  await fr.runJobs();
  expect((await told())[0]).toMatchObject({ outcome: 'done', details: { ground: 'date' } });
  await state(fr, 'analyst');
  for (const q of ['Fauxnom', 'état:brouillon', 'champ:event-security'])
    expect(JSON.stringify(await ok(fr.call('analyst', 'GET', `/api/exchange/search?q=${q}`)))).not.toMatch(
      new RegExp(`${stuck}|${other}`),
    );
});

test('what was recalled is found by no filter at its holder', async () => {
  await state(fr, 'analyst');
  await state(fr, 'contact-point');
  await state(ma, 'analyst');
  const id = await compose(fr, personal());
  await release(fr, id);
  await arrived(ma, id);
  const search = async (q: string) =>
    JSON.stringify(await ok(ma.call('analyst', 'GET', `/api/exchange/search?q=${encodeURIComponent(q)}`)));
  expect(await search('Fauxnom')).toContain(id);
  const withdrawn = {
    version: 1,
    kind: 'withdraw',
    marking: null,
    reason: 'Erreur',
    complyBy: later(clock.now(), dayMs),
  };
  await ok(fr.call('contact-point', 'POST', `${items}/${id}/recall`, withdrawn));
  await until(async () => !(await search('Fauxnom')).includes(id));
  for (const q of ['field:event-security', 'tlp:amber', 'state:received', 'state:recalled'])
    expect(await search(q)).not.toContain(id);
});

test('a tightening binds once a second person confirmed it, and lets go once two withdrew it', async () => {
  const id = await compose(fr, draftWith(agreement));
  const rule = {
    who: 'own',
    roles: ['analyst'],
    acts: ['read'],
    tlpAtLeast: 'amber',
    fields: [],
    purposes: [],
    personCategories: [],
    partners: [],
    freeHours: null,
    validFrom: dayOf(clock.now()),
    validUntil: null,
  };
  const run = await ok(fr.call('administrator', 'POST', '/api/oversight/dry-run', { rule, days: 31 }));
  expect(Number(run.refused)).toBeGreaterThan(0);
  // The log and situation reports are held to the rule as items are, and counted as they are.
  const line = { line: 'Colis suspect', language: 'fr', marking: { tlp: 'amber' } };
  const entry = await ok(fr.call('analyst', 'POST', '/api/watch/log', line));
  await ok(fr.call('analyst', 'GET', `/api/watch/log/${String(entry.id)}`));
  const again = await ok(fr.call('administrator', 'POST', '/api/oversight/dry-run', { rule, days: 31 }));
  expect([Number(again.refused) - Number(run.refused), again.unknown]).toEqual([2, run.unknown]);
  const path = '/api/oversight/tightenings';
  const past = { ...rule, validFrom: dayOf(later(clock.now(), -2 * dayMs)), reason: 'Affaire sensible' };
  expect(await faultOf(fr.call('administrator', 'POST', path, past))).toBe('400 input/invalid');
  const one = await ok(fr.call('administrator', 'POST', path, { ...rule, reason: 'Affaire sensible' }));
  await ok(fr.call('analyst', 'GET', `${items}/${id}`));
  expect(await faultOf(fr.call('administrator', 'POST', `${path}/${one.id}/confirm`))).toBe(
    '403 access/refused',
  );
  await ok(fr.call(officer, 'POST', `${path}/${one.id}/confirm`));
  expect(await faultOf(fr.call('analyst', 'GET', `${items}/${id}`))).toBe('404 access/absent');
  expect((await ok(fr.call('analyst', 'GET', `${items}?box=drafts`))).items).toEqual([]);
  expect(await faultOf(fr.call('analyst', 'POST', items, draftWith(agreement)))).toBe(
    '403 oversight/tightened',
  );
  expect(JSON.stringify((await ok(fr.call('analyst', 'GET', '/api/oversight/role'))).tightenings)).toContain(
    one.id,
  );
  await ok(fr.call('administrator', 'POST', `${path}/${one.id}/propose-withdrawal`));
  expect(await faultOf(fr.call('analyst', 'GET', `${items}/${id}`))).toBe('404 access/absent');
  await ok(fr.call('service-head', 'POST', `${path}/${one.id}/withdraw`));
  await ok(fr.call('analyst', 'GET', `${items}/${id}`));
});
