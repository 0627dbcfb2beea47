/** Recall between three real nodes: what goes, what stays, who proves it, and what is refused. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
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
  nodeOf,
  ok,
  release,
} from '../../../../testing/story.ts';
import { until } from '../../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
let agreement: string;
beforeAll(async () => {
  world = await openWorld(['ma', 'fr', 'es']);
  agreement = await agree([nodeOf(world, 'ma'), nodeOf(world, 'fr'), nodeOf(world, 'es')]);
});
afterAll(() => world.close());

const nodes = () => [nodeOf(world, 'ma'), nodeOf(world, 'fr'), nodeOf(world, 'es')] as const;

const complyBy = `${inDays(2)}T12:00:00.000Z`;
const withdrawal = { version: 1, kind: 'withdraw', marking: null, reason: 'Wrong person', complyBy };

const sent = async (from: WorldNode, to: readonly WorldNode[], changes: JsonObject = {}): Promise<string> => {
  const recipients = to.map(({ party }) => party);
  const id = await compose(from, draftWith(agreement, { recipients, ...changes }));
  await release(from, id);
  for (const node of to) await arrived(node, id);
  return id;
};

const controlOf = (node: WorldNode, id: string) =>
  ok(node.call('contact-point', 'GET', `${items}/${id}/control`));

const complianceAt = async (node: WorldNode, id: string): Promise<readonly JsonObject[]> => {
  const { compliance } = await controlOf(node, id);
  return Array.isArray(compliance) ? compliance.filter(isObject) : [];
};

const recall = (node: WorldNode, id: string, body: JsonObject) =>
  node.call('contact-point', 'POST', `${items}/${id}/recall`, body);

test('a withdrawn item is gone at every holder, and each proves it', async () => {
  const [ma, fr, es] = nodes();
  const id = await sent(ma, [fr, es]);
  expect(await faultOf(ma.call('analyst', 'POST', `${items}/${id}/recall`, withdrawal))).toBe(
    '403 access/refused',
  );
  await ok(recall(ma, id, withdrawal));
  const rows = await until(async () => {
    const found = await complianceAt(ma, id);
    return found.length === 2 && found.every(({ outcome }) => outcome !== null) ? found : null;
  });
  for (const row of rows)
    expect(row).toMatchObject({ outcome: 'removed', verified: true, removed: { objects: 1 } });
  for (const node of [fr, es]) {
    const tombstone = await ok(node.call('analyst', 'GET', `${items}/${id}`));
    expect(tombstone).toMatchObject({ state: 'recalled', title: '', summary: '', objects: [] });
    const { recalls } = await controlOf(node, id);
    expect(recalls).toMatchObject([{ kind: 'withdraw', reason: 'Wrong person', verified: true }]);
    expect(await faultOf(node.call('analyst', 'GET', `${items}/${id}/export`))).toBe(
      '409 exchange/wrong-state',
    );
    const [entry] = await entriesOf(node, { subject: id, verb: 'exchange.obey-recall' });
    const proof = rows.find(({ party }) => party === node.party);
    expect(proof?.journalSeq).toBe(entry?.seq);
  }
  expect(await ok(ma.call('analyst', 'GET', `${items}/${id}`))).toMatchObject({ state: 'recalled' });
  expect(await faultOf(recall(ma, id, withdrawal))).toBe('409 exchange/wrong-state');
  expect(await journalFindings(world)).toEqual([]);
});
