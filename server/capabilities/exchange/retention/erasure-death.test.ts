/** A run of erasures whose process dies in the middle: the next goes on, and nothing is done twice. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Errand } from '../../../../testing/erasing-process.ts';
import {
  agree,
  compose,
  draftWith,
  faultOf,
  inDays,
  items,
  journalFindings,
  markingWith,
  nodeOf,
  release,
} from '../../../../testing/story.ts';
import { until } from '../../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { dayMs } from '../../../kernel/time.ts';

let world: World;
let aheadMs = 0;
const clock = { now: () => new Date(Date.now() + aheadMs).toISOString() };
const withinMs = 60_000;

beforeAll(async () => {
  world = await openWorld(['ma', 'fr'], { clock });
}, 60_000);
afterAll(() => world.close());

/** A transaction of the house, beside the node, that can hold on to what the node will need. */
const openHold = async (node: WorldNode) => {
  const client = new pg.Client({ connectionString: node.databaseUrl });
  await client.connect();
  await client.query("begin; select set_config('tansiq.reader', 'system', true)");
  const count = async (text: string, values: readonly unknown[]) =>
    (await client.query<{ found: number }>(text, [...values])).rows[0]?.found ?? 0;
  return {
    lock: (text: string, values: readonly unknown[] = []) => client.query(text, [...values]),
    count,
    /** Who waits for a lock with such a statement. */
    waiting: async (statement: string) => {
      // Within a transaction the activity is read once, and then from memory.
      await client.query('select pg_stat_clear_snapshot()');
      return count(
        `select count(*)::int as found from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and query ilike $1`,
        [`%${statement}%`],
      );
    },
    letGo: async () => {
      await client.query('rollback');
      await client.end();
    },
  };
};

/** How many tombstones each has, read beside the node. */
const tombstones = async (node: WorldNode, ids: readonly string[]): Promise<readonly number[]> => {
  const beside = await openHold(node);
  const counts: number[] = [];
  for (const id of ids)
    counts.push(
      await beside.count(
        `select count(*)::int as found from journal_entry
         where subject = $1 and verb = 'exchange.erase' and outcome = 'done'`,
        [id],
      ),
    );
  await beside.letGo();
  return counts;
};

const startErasing = (node: WorldNode) => {
  const { settings, folder, databaseUrl } = node;
  const errand: Errand = { settings, folder, databaseUrl, aheadMs };
  const program = join(import.meta.dirname, '../../../../testing/erasing-process.ts');
  const child = fork(program, [JSON.stringify(errand)], {
    env: {},
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
};

test('killed between an item and its tombstone, the run goes on at the next, each erased once', async () => {
  const [ma, fr] = [nodeOf(world, 'ma'), nodeOf(world, 'fr')];
  const agreement = await agree([ma, fr]);
  const marking = markingWith({ reviewOn: inDays(2), eraseOn: inDays(3) });
  const made: string[] = [];
  for (let count = 0; count < 5; count += 1) {
    const id = await compose(ma, draftWith(agreement, { recipients: [fr.party], marking }));
    await release(ma, id);
    made.push(id);
  }
  const due = made.sort();
  await ma.stop();
  aheadMs += 4 * dayMs;

  const [item, journal] = [await openHold(ma), await openHold(ma)];
  await item.lock('select from exchange_item where id = $1 for no key update', [due[2]]);
  const running = startErasing(ma);
  await until(async () => (await item.waiting('exchange_item')) === 1, { withinMs });
  expect(await tombstones(ma, due)).toEqual([1, 1, 0, 0, 0]);
  // Now it may drop the third, and waits to write the tombstone.
  await journal.lock('select from journal_head for update');
  await item.letGo();
  await until(async () => (await journal.waiting('journal_head')) === 1, { withinMs });
  await running.kill();
  await journal.letGo();

  expect(await tombstones(ma, due)).toEqual([1, 1, 0, 0, 0]);
  await world.restart('ma');
  const again = nodeOf(world, 'ma');
  const seen = await Promise.all(due.map((id) => faultOf(again.call('analyst', 'GET', `${items}/${id}`))));
  expect(seen).toEqual(['404 access/absent', '404 access/absent', '200', '200', '200']);
  await again.runJobs();
  await again.runJobs();
  expect(await tombstones(again, due)).toEqual([1, 1, 1, 1, 1]);
  for (const id of due)
    expect(await faultOf(again.call('analyst', 'GET', `${items}/${id}`))).toBe('404 access/absent');
  expect(await journalFindings(world)).toEqual([]);
});
