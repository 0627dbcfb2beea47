/**
 * The ways into a running node against input that means harm: the console's and the partner's. Each case has
 * a clear answer, what is refused leaves nothing behind, and afterwards the node works as before.
 */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { garbled, mutated } from '../../../testing/hostile.ts';
import {
  agree,
  arrived,
  compose,
  draftWith,
  items,
  journalFindings,
  nodeOf,
  ok,
  okList,
  release,
} from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { isObject, type Json, type JsonObject } from '../../kernel/canonical.ts';
import { mintReleased } from '../../kernel/released.ts';
import { toBundle } from '../../plumbing/stix/index.ts';
import { itemKind } from './releasing-service.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let world: World;
let ma: WorldNode;
let fr: WorldNode;
let agreement: string;
beforeAll(async () => {
  world = await openWorld(['ma', 'fr']);
  [ma, fr] = [nodeOf(world, 'ma'), nodeOf(world, 'fr')];
  agreement = await agree([ma, fr]);
});
afterAll(() => world.close());

const houseOf = (node: WorldNode) => ({ kind: 'system', name: 'hostile', party: node.party }) as const;
const inNode = <Answer>(node: WorldNode, query: ReturnType<typeof sql<Answer>>): Promise<readonly Answer[]> =>
  node.database.transact(houseOf(node), async (unit) => (await query.execute(unit.tables())).rows);

const itemCount = async (node: WorldNode): Promise<number> => {
  const [row] = await inNode(node, sql<{ n: number }>`select count(*)::int as n from exchange_item`);
  return row?.n ?? -1;
};
/** Items whose content is not all there, or content whose item is not. */
const halfStored = (node: WorldNode) =>
  inNode(
    node,
    sql<{ id: string }>`
      select i.id from exchange_item i
      where i.object_count <> (select count(*) from exchange_object o where o.item = i.id)`,
  );

const at = '2024-07-26T17:30:00.000Z';
const indicator: JsonObject = {
  type: 'indicator',
  spec_version: '2.1',
  id: 'indicator--00000000-0000-4000-8000-000000000001',
  created: at,
  modified: at,
  pattern: "[ipv4-addr:value = '198.51.100.3']",
  pattern_type: 'stix',
  valid_from: at,
};
const file: JsonObject = {
  type: 'file',
  id: 'file--00000000-0000-4000-8000-000000000005',
  name: 'a',
  extensions: { 'x-ext': { a: [1, { b: null }] } },
};

/** One request of the analyst with this text; fails on anything but a success or a fault that is foreseen. */
const send = async (path: string, text: string): Promise<JsonObject | null> => {
  const response = await fetch(`${ma.address}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${ma.accounts.get('analyst')?.token ?? ''}`,
      'content-type': 'application/json',
    },
    body: text,
  });
  const answer: unknown = JSON.parse(await response.text());
  if (!isObject(answer)) throw new Error('an answer that is no object');
  if (response.ok) return answer;
  expect(response.status).toBeLessThan(500);
  expect(isObject(answer.fault) && isObject(answer.fault.text) && Object.keys(answer.fault.text)).toEqual([
    'ar',
    'fr',
    'en',
  ]);
  return null;
};

const attack = async (
  path: string,
  valid: Json,
  numRuns: number,
  isStored: (answer: JsonObject) => boolean,
) => {
  let stored = 0;
  const before = await itemCount(ma);
  const text = fc.oneof(
    { weight: 4, arbitrary: mutated(valid).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: garbled(JSON.stringify(valid)) },
  );
  await fc.assert(
    fc.asyncProperty(text, async (body) => {
      const answer = await send(path, body);
      if (answer !== null && isStored(answer)) stored += 1;
    }),
    { numRuns, endOnFailure: true },
  );
  expect(await itemCount(ma)).toBe(before + stored);
  expect(await halfStored(ma)).toEqual([]);
  expect(stored).toBeLessThan(numRuns);
};

test('composing: 500 mutations of a draft are each stored whole or refused clearly', async () => {
  const draft = draftWith(agreement, { recipients: [fr.party], objects: [indicator, file] });
  await attack(items, draft, 500, () => true);
});

test('importing: 500 mutations of a bundle are each stored whole or reported', async () => {
  const { objects: _, ...draft } = draftWith(agreement, { recipients: [fr.party] });
  const body = { draft, bundle: { ...toBundle([]), objects: [indicator, file] } };
  await attack('/api/exchange/import', body, 500, (answer) => answer.stored === true);
});

test('a table: 300 mutations of a request are each stored whole or reported', async () => {
  const { objects: _, ...draft } = draftWith(agreement, { recipients: [fr.party] });
  const content = Buffer.from('value;type\n198.51.100.3;ip\nexample.com;\n').toString('base64');
  const table = { kind: 'indicators', content, encoding: null, separator: null, header: null, mapping: null };
  const body = { file: table, draft, leaveOut: false };
  await attack('/api/exchange/csv/import', body, 300, (answer) => answer.stored === true);
});

/** How many envelopes of this node have which end; `waiting` has none yet. */
const outcomes = async (node: WorldNode) => {
  const [row] = await inNode(
    node,
    sql<{ waiting: number; refused: number }>`
      select count(*) filter (where outcome is null)::int as waiting,
        count(*) filter (where outcome = 'refused')::int as refused
      from federation_outbox`,
  );
  return row ?? { waiting: -1, refused: -1 };
};

test('a partner: 250 mutations of an item are taken whole or refused, and the link goes on', async () => {
  const id = await compose(ma, draftWith(agreement, { recipients: [fr.party], objects: [indicator, file] }));
  await release(ma, id);
  await arrived(fr, id);
  const valid = await ok(ma.call('analyst', 'GET', `${items}/${id}/export`));
  // Mutations of the objects: an envelope whose body is no bundle does not come as far as exchange.
  const content = mutated(valid.objects ?? []).map((objects) => ({ ...valid, objects }));
  const bodies = fc.sample(content, 250);
  const before = await itemCount(fr);
  let sent = 0;
  for (const body of bodies) {
    // What cannot be written canonically does not leave; the door has a test of its own.
    const released = mintReleased({ kind: itemKind, body }, fr.party, 'test');
    const isSent = await ma.database
      .transact(houseOf(ma), (unit) => ma.federation.send(unit, released))
      .then(
        () => true,
        () => false,
      );
    if (isSent) sent += 1;
  }
  expect(sent).toBeGreaterThan(bodies.length / 2);
  const { refused } = await until(
    async () => {
      const now = await outcomes(ma);
      return now.waiting === 0 ? now : null;
    },
    { withinMs: 60_000 },
  );
  expect(refused).toBeGreaterThan(sent / 3);
  expect(await itemCount(fr)).toBeGreaterThanOrEqual(before);
  expect(await halfStored(fr)).toEqual([]);
  const after = await compose(ma, draftWith(agreement, { recipients: [fr.party] }));
  await release(ma, after);
  await arrived(fr, after);
  expect((await okList(fr.call('analyst', 'GET', '/api/agreements'))).length).toBe(1);
  expect(await journalFindings(world)).toEqual([]);
});
