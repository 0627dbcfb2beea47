/** Erasure on its date while a copy still waits for a partner whose node is down. */
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { controlOf, given, recall, withdrawal } from '../../../../testing/control-story.ts';
import {
  agree,
  arrived,
  compose,
  draftWith,
  entriesOf,
  faultOf,
  inDays,
  items,
  journalFindings,
  markingWith,
  nodeOf,
  ok,
  release,
} from '../../../../testing/story.ts';
import { until } from '../../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { dayMs } from '../../../kernel/time.ts';

let world: World;
let agreement: string;
let aheadMs = 0;
const clock = { now: () => new Date(Date.now() + aheadMs).toISOString() };
const officer = 'data-protection-officer';

beforeAll(async () => {
  world = await openWorld(['ma', 'fr', 'es'], { clock });
  agreement = await agree([nodeOf(world, 'ma'), nodeOf(world, 'fr'), nodeOf(world, 'es')]);
}, 60_000);
afterAll(() => world.close());

/** Bodies in the outbox that still say this. */
const waitingWith = (node: WorldNode, text: string): Promise<number> =>
  node.database.transact({ kind: 'system', name: 'test', party: node.party }, async (unit) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from federation_outbox where body like ${`%${text}%`}`.execute(
      unit.tables<object>(),
    );
    return rows[0]?.count ?? 0;
  });

/** What the officer reads of the item, oldest first. */
const lifeOf = async (node: WorldNode, id: string): Promise<readonly string[]> => {
  const page = await ok(node.call(officer, 'GET', `/api/oversight/accesses?item=${id}`));
  const entries = Array.isArray(page.items) ? page.items : [];
  return entries.map(({ verb, outcome }) => `${verb} ${outcome}`).reverse();
};

test('an erased item leaves no copy in the outbox: who was down never gets it', async () => {
  const [ma, fr, es] = [nodeOf(world, 'ma'), nodeOf(world, 'fr'), nodeOf(world, 'es')];
  await es.stop();
  const marking = markingWith({ reviewOn: inDays(2), eraseOn: inDays(3) });
  const recipients = [fr.party, es.party];
  const secret = 'خبر لا يبقى';
  const id = await compose(ma, draftWith(agreement, { recipients, marking, title: secret }));
  await release(ma, id);
  await arrived(fr, id);
  const next = await compose(ma, draftWith(agreement, { recipients }));
  await release(ma, next);
  await until(async () => (await waitingWith(ma, secret)) === 1);

  aheadMs += 4 * dayMs;
  await ma.runJobs();
  expect(await waitingWith(ma, secret)).toBe(0);
  const [tombstone] = await entriesOf(ma, { subject: id, verb: 'exchange.erase' });
  expect(tombstone).toMatchObject({ outcome: 'done', details: { withdrawnFrom: [es.party] } });
  expect((await lifeOf(ma, id)).slice(-2)).toEqual(['federation.withdraw done', 'exchange.erase done']);

  await world.restart('es');
  const back = nodeOf(world, 'es');
  await arrived(back, next);
  expect(await faultOf(back.call('analyst', 'GET', `${items}/${id}`))).toBe('404 access/absent');
  expect(await entriesOf(back, { subject: id, verb: 'exchange.receive' })).toEqual([]);
  await until(async () => (await lifeOf(ma, id)).includes('federation.confirm-withdrawal done'));
  await fr.runJobs();
  expect(await faultOf(fr.call('analyst', 'GET', `${items}/${id}`))).toBe('404 access/absent');
  expect(await journalFindings(world)).toEqual([]);
});

test('what was erased by hand before its date is taken back too; what was delivered is not', async () => {
  const [ma, fr] = [nodeOf(world, 'ma'), nodeOf(world, 'fr')];
  const id = await given(ma, [fr], { agreement });
  const erased = await ma.call('analyst', 'POST', `${items}/${id}/erase`, { version: 1 });
  expect(erased.status).toBe(204);
  const [entry] = await entriesOf(ma, { subject: id, verb: 'exchange.erase' });
  expect(entry?.details.withdrawnFrom).toBeUndefined();
  await arrived(fr, id);
});

/** Words of control that a node keeps of an item, and what still waits that says so. */
const wordsKept = (node: WorldNode, id: string): Promise<readonly string[]> =>
  node.database.transact({ kind: 'system', name: 'test', party: node.party }, async (unit) => {
    const { rows } = await sql<{ said: string }>`
      select concat(reason, decision_reason, message) as said from exchange_control_words where item = ${id}
      union all select body from federation_outbox where body like ${`%${id}%`}`.execute(
      unit.tables<object>(),
    );
    return rows.map(({ said }) => said);
  });

/** Holds what the partner keeps of items, so that a post to him stays on its way. */
const holdItems = async (node: WorldNode) => {
  const client = new pg.Client({ connectionString: node.databaseUrl });
  await client.connect();
  await client.query('begin; lock table exchange_item in exclusive mode');
  return {
    isWaitedFor: async () => {
      const { rows } = await client.query(
        "select from pg_locks where not granted and relation = 'exchange_item'::regclass",
      );
      return rows.length > 0;
    },
    letGo: async () => {
      await client.query('commit');
      await client.end();
    },
  };
};

test('what was on its way when it was erased is called back, and proven gone', async () => {
  const [ma, fr] = [nodeOf(world, 'ma'), nodeOf(world, 'fr')];
  const hold = await holdItems(fr);
  const id = await compose(ma, draftWith(agreement, { recipients: [fr.party] }));
  await release(ma, id);
  await until(hold.isWaitedFor, { withinMs: 30_000 });
  const erased = await ma.call('analyst', 'POST', `${items}/${id}/erase`, { version: 1 });
  expect(erased.status).toBe(204);
  await hold.letGo();
  const done = [
    'federation.confirm-withdrawal refused',
    'exchange.recall done',
    'exchange.hear-compliance done',
  ];
  await until(async () => (await lifeOf(ma, id)).includes(done[2] ?? ''), { withinMs: 30_000 });
  expect((await lifeOf(ma, id)).slice(-3)).toEqual(done);
  const there = await ok(fr.call('analyst', 'GET', `${items}/${id}`));
  expect(there).toMatchObject({ state: 'recalled', title: '', objects: [] });
  expect(JSON.stringify((await controlOf(fr, id)).recalls)).toContain('effacée chez son émetteur');
});

test('why it was recalled goes with an item; who has not obeyed is told in words of the house', async () => {
  const [ma, fr, es] = [nodeOf(world, 'ma'), nodeOf(world, 'fr'), nodeOf(world, 'es')];
  const id = await given(ma, [fr, es], { agreement });
  const proofs = () => entriesOf(ma, { subject: id, verb: 'exchange.hear-compliance' });
  await es.stop();
  await ok(recall(ma, id, { ...withdrawal, complyBy: `${inDays(10)}T12:00:00.000Z` }));
  await until(
    async () => (await entriesOf(ma, { subject: id, verb: 'exchange.hear-compliance' })).length === 1,
  );
  expect((await wordsKept(ma, id)).join()).toContain(withdrawal.reason);
  const erased = await ma.call('analyst', 'POST', `${items}/${id}/erase`, { version: 1 });
  expect(erased.status).toBe(204);
  expect((await wordsKept(ma, id)).join()).not.toContain(withdrawal.reason);
  await world.restart('es');
  const back = nodeOf(world, 'es');
  await until(async () => (await proofs()).length === 2, { withinMs: 30_000 });
  expect(await ok(back.call('analyst', 'GET', `${items}/${id}`))).toMatchObject({ state: 'recalled' });
  expect((await wordsKept(back, id)).join()).not.toContain(withdrawal.reason);
  await fr.runJobs();
  expect(await journalFindings(world)).toEqual([]);
});
