/** Recall between three real nodes: what goes, what stays, who proves it, and what is refused. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  controlList,
  controlOf,
  given,
  obeyed,
  recall,
  refusedWith,
  sendByHand,
  withdrawal,
} from '../../../../testing/control-story.ts';
import {
  act,
  agree,
  compose,
  draftWith,
  entriesOf,
  faultOf,
  historyOf,
  inDays,
  items,
  journalFindings,
  nodeOf,
  ok,
  okList,
  release,
} from '../../../../testing/story.ts';
import { until } from '../../../../testing/until.ts';
import { openWorld, type World } from '../../../../testing/world.ts';
import { asId, newId } from '../../../kernel/ids.ts';
import { createKeys } from '../../../plumbing/keys/index.ts';
import { recallToWire } from './wire.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
let agreement: string;
beforeAll(async () => {
  world = await openWorld(['ma', 'fr', 'es']);
  agreement = await agree([nodeOf(world, 'ma'), nodeOf(world, 'fr'), nodeOf(world, 'es')]);
});
afterAll(() => world.close());

const nodes = () => [nodeOf(world, 'ma'), nodeOf(world, 'fr'), nodeOf(world, 'es')] as const;

test('a withdrawn item is gone at every holder, and each proves it', async () => {
  const [ma, fr, es] = nodes();
  const id = await given(ma, [fr, es], { agreement });
  expect(await faultOf(act(ma, 'analyst', id, 'recall', withdrawal))).toBe('403 access/refused');
  expect(await faultOf(recall(fr, id))).toBe('403 access/refused');
  await ok(recall(ma, id));
  const rows = await obeyed(ma, id, 2);
  for (const node of [fr, es]) {
    const tombstone = await ok(node.call('analyst', 'GET', `${items}/${id}`));
    expect(tombstone).toMatchObject({ state: 'recalled', title: '', summary: '', objects: [] });
    const { recalls } = await controlOf(node, id);
    expect(recalls).toMatchObject([{ kind: 'withdraw', reason: withdrawal.reason, verified: true }]);
    expect(await faultOf(node.call('analyst', 'GET', `${items}/${id}/export`))).toBe(
      '409 exchange/wrong-state',
    );
    const box = await ok(node.call('analyst', 'GET', `${items}?box=recalled`));
    expect(JSON.stringify(box.items)).toContain(id);
    const [entry] = await entriesOf(node, { subject: id, verb: 'exchange.obey-recall' });
    expect(rows.find(({ party }) => party === node.party)).toMatchObject({
      outcome: 'removed',
      verified: true,
      overdue: false,
      removed: { objects: 1, attachments: 0, onwardCopies: 0 },
      journalSeq: entry?.seq,
    });
  }
  const own = await ok(ma.call('analyst', 'GET', `${items}/${id}`));
  expect(own).toMatchObject({ state: 'recalled', title: 'مخطط حفل الافتتاح' });
  expect(await faultOf(recall(ma, id))).toBe('409 exchange/wrong-state');
  expect(await historyOf(ma, id)).toContain('exchange.recall done control/contact-point-recalls');
  expect(await journalFindings(world)).toEqual([]);
});

test('a new marking reaches who keeps the item, others lose it; then all is withdrawn', async () => {
  const [ma, fr, es] = nodes();
  const id = await given(ma, [fr, es], { agreement });
  const marking = {
    tlp: 'amber+strict',
    pap: 'red',
    handling: ['H1', 'H2'],
    releasableTo: [ma.party, fr.party],
    reviewOn: inDays(20),
    eraseOn: inDays(40),
  };
  const remark = { ...withdrawal, kind: 're-mark', marking };
  const wider = { ...marking, releasableTo: [ma.party, newId('party')] };
  expect(await faultOf(recall(ma, id, { ...remark, marking: wider }))).toBe('422 control/would-widen');
  const late = { ...remark, complyBy: `${inDays(-1)}T12:00:00.000Z` };
  expect(await faultOf(recall(ma, id, late))).toBe('422 control/deadline-unsound');
  await ok(recall(ma, id, remark));
  const rows = await obeyed(ma, id, 2);
  const outcomes = new Map(rows.map(({ party, outcome }) => [party, outcome]));
  expect(outcomes.get(fr.party)).toBe('re-marked');
  expect(outcomes.get(es.party)).toBe('removed');
  for (const node of [ma, fr]) {
    const item = await ok(node.call('analyst', 'GET', `${items}/${id}`));
    expect(item).toMatchObject({ marking, title: 'مخطط حفل الافتتاح', objectCount: 1 });
  }
  expect(await ok(es.call('analyst', 'GET', `${items}/${id}`))).toMatchObject({ state: 'recalled' });
  await ok(recall(ma, id));
  await until(async () => {
    const item = await ok(fr.call('analyst', 'GET', `${items}/${id}`));
    return item.state === 'recalled';
  });
  const all = await obeyed(ma, id, 4);
  expect(all.filter(({ outcome }) => outcome === 'not-held').map(({ party }) => party)).toEqual([es.party]);
});

test('a recall that overtakes its item is answered, and the item is refused when it comes', async () => {
  const [ma, fr] = nodes();
  const id = await compose(ma, draftWith(agreement, { recipients: [fr.party] }));
  const keys = await createKeys({ folder: `${ma.folder}/keys`, commonName: ma.party });
  const early = recallToWire(
    { ...withdrawal, item: asId('item', id), parties: [] },
    { self: ma.party, at: new Date().toISOString(), keys, names: [] },
  );
  await sendByHand(ma, fr, { kind: 'exchange.recall', objects: [early] });
  const [obeying] = await until(async () => {
    const found = await entriesOf(fr, { subject: id, verb: 'exchange.obey-recall' });
    return found.length > 0 ? found : null;
  });
  expect(obeying?.rule).toBe('control/not-held');
  await release(ma, id);
  const delivery = await until(async () => {
    const [found] = await okList(ma.call('analyst', 'GET', `${items}/${id}/deliveries`));
    return found?.state === 'refused' ? found : null;
  });
  expect(delivery).toMatchObject({ fault: 'control/recalled' });
  expect(await faultOf(fr.call('analyst', 'GET', `${items}/${id}`))).toBe('404 access/absent');
});

test('a forged tombstone changes nothing and is journalled', async () => {
  const [ma, fr, es] = nodes();
  const id = await given(ma, [fr], { agreement });
  const keys = await createKeys({ folder: `${es.folder}/keys`, commonName: es.party });
  const signedByEs = (self: typeof ma.party) =>
    recallToWire(
      { ...withdrawal, item: asId('item', id), parties: [] },
      { self, at: new Date().toISOString(), keys, names: [] },
    );
  const forged = await sendByHand(es, fr, { kind: 'exchange.recall', objects: [signedByEs(ma.party)] });
  expect(await refusedWith(fr, forged)).toBe('refused control/forged');
  const others = await sendByHand(es, fr, { kind: 'exchange.recall', objects: [signedByEs(es.party)] });
  expect(await refusedWith(fr, others)).toBe('refused control/not-the-originators');
  expect(await ok(fr.call('analyst', 'GET', `${items}/${id}`))).toMatchObject({ state: 'received' });
  await ok(recall(ma, id));
  await obeyed(ma, id, 1);
  const [{ recall: real } = { recall: '' }] = await controlList(ma, id, 'compliance');
  const proofs = await entriesOf(ma, { subject: id, verb: 'exchange.hear-compliance' });
  expect(proofs.map(({ details }) => details.recall)).toEqual([real]);
});

test('who was down obeys when he is back; who is late is reminded, once a day', async () => {
  const [ma, , es] = nodes();
  const id = await given(ma, [es], { agreement });
  await es.stop();
  await ok(recall(ma, id));
  const overdue = async () => (await controlList(ma, id, 'compliance'))[0];
  expect(await overdue()).toMatchObject({ party: es.party, outcome: null, overdue: false });
  await ma.database.transact({ kind: 'system', name: 'story', party: ma.party }, (unit) =>
    sql`with late as (
        update exchange_recall set comply_by = now() - interval '1 minute' where item = ${id} returning id
      ) update exchange_compliance set due_at = now() - interval '1 minute'
        where recall in (select id from late)`.execute(unit.tables<object>()),
  );
  expect(await overdue()).toMatchObject({ overdue: true, remindedAt: null });
  await ma.runJobs();
  await ma.runJobs();
  expect(await entriesOf(ma, { subject: id, verb: 'exchange.remind-recall' })).toHaveLength(1);
  await world.restart('es');
  await obeyed(ma, id, 1);
  const back = nodeOf(world, 'es');
  expect(await ok(back.call('analyst', 'GET', `${items}/${id}`))).toMatchObject({ state: 'recalled' });
  expect(await journalFindings(world)).toEqual([]);
});
