/** The countdown between two real nodes, on a clock that the test turns: warned, down, cut off, answered. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { act, agree, arrived, draftWith, entriesOf, nodeOf, ok } from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { isObject, type JsonObject } from '../../kernel/canonical.ts';
import { later } from '../../kernel/time.ts';
import { hourMs } from './clock.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let now = new Date().toISOString();
const clock = { now: () => now };
const turn = (hours: number): void => {
  now = later(now, hours * hourMs);
};

let world: World;
let agreement: string;
const path = '/api/requests';
const nodes = () => ({ ma: nodeOf(world, 'ma'), fr: nodeOf(world, 'fr') });
beforeAll(async () => {
  world = await openWorld(['ma', 'fr'], { clock });
  const { ma, fr } = nodes();
  agreement = await agree([ma, fr]);
});
afterAll(() => world.close());

const asked = async (): Promise<string> => {
  const { ma, fr } = nodes();
  const request = {
    item: draftWith(agreement, { recipients: [fr.party] }),
    ask: { urgency: 'urgent', urgencyReason: 'x', known: '', knownGrading: null, answerLanguages: ['fr'] },
  };
  const id = String((await ok(ma.call('liaison-officer', 'POST', path, request))).id);
  await ok(act(ma, 'liaison-officer', id, 'propose'));
  await ok(act(ma, 'contact-point', id, 'release'));
  await arrived(fr, id);
  await until(async () => (await strandAt(ma, id)).state === 'received');
  return id;
};
const strandAt = async (node: WorldNode, id: string): Promise<JsonObject> => {
  const shown = await ok(node.call('liaison-officer', 'GET', `${path}/${id}`));
  const [strand] = Array.isArray(shown.strands) ? shown.strands.filter(isObject) : [];
  return strand ?? {};
};
const warnings = async (node: WorldNode, id: string): Promise<readonly string[]> =>
  (await entriesOf(node, { subject: id }))
    .filter(({ verb }) => verb === 'requests.warn')
    .map(({ details }) => String(details.level))
    .reverse();
const say = (node: WorldNode, id: string, said: JsonObject) =>
  ok(node.call('liaison-officer', 'POST', `${path}/${id}/strands/${nodes().fr.party}/steps`, said));
const boardOf = async (node: WorldNode, view: string): Promise<readonly string[]> => {
  const page = await ok(node.call('liaison-officer', 'GET', `${path}?view=${view}`));
  return Array.isArray(page.items) ? page.items.filter(isObject).map(({ item }) => String(item)) : [];
};

test('half, three quarters, the end and past it are told once each, on both sides', async () => {
  const { ma, fr } = nodes();
  const id = await asked();
  for (const [hours, level] of [
    [3.9, 0],
    [0.2, 1],
    [2, 2],
    [2, 3],
    [2, 4],
    [24, 4],
  ] as const) {
    turn(hours);
    for (const node of [ma, fr]) {
      await node.runJobs();
      await node.runJobs();
      expect(await strandAt(node, id)).toMatchObject({ level });
    }
  }
  for (const node of [ma, fr])
    expect(await warnings(node, id)).toEqual(['half', 'three-quarters', 'breach', 'escalated']);
  expect(await boardOf(fr, 'overdue')).toContain(id);
  await say(fr, id, { kind: 'no-record', text: '' });
  expect(await boardOf(fr, 'overdue')).not.toContain(id);
});

test('what was due while the node was down is found at its start, and told once', async () => {
  const id = await asked();
  await nodes().fr.stop();
  turn(9);
  await world.restart('fr');
  const { fr } = nodes();
  await fr.runJobs();
  await fr.runJobs();
  expect(await strandAt(fr, id)).toMatchObject({ level: 3 });
  expect(await warnings(fr, id)).toEqual(['breach']);
  const [entry] = (await entriesOf(fr, { subject: id })).filter(({ verb }) => verb === 'requests.warn');
  expect(Number(entry?.details.lateMs)).toBe(hourMs);
});

test('over a cut link each side goes by its own clock, and what was said meanwhile comes once', async () => {
  const id = await asked();
  const before = await strandAt(nodes().fr, id);
  await nodes().ma.stop();
  turn(2);
  await say(nodes().fr, id, { kind: 'clarification-asked', text: 'Laquelle ?' });
  turn(100);
  await nodes().fr.runJobs();
  // It stands still while it is asked, however long the other side cannot hear it.
  expect(await strandAt(nodes().fr, id)).toMatchObject({ level: 0, dueAt: null, state: 'clarification' });
  await world.restart('ma');
  const { ma, fr } = nodes();
  const heard = await until(
    async () => {
      const strand = await strandAt(ma, id);
      return strand.state === 'clarification' ? strand : null;
    },
    { withinMs: 30_000 },
  );
  // Morocco's own clock ran out meanwhile: that is what it saw, and it says so.
  expect(heard.pausedAt).toBe(now);
  await say(ma, id, { kind: 'clarified', text: 'الثانية' });
  const resumed = await until(async () => {
    const strand = await strandAt(fr, id);
    return strand.state === 'received' ? strand : null;
  });
  expect(resumed.dueAt).toBe(later(now, 6 * hourMs));
  expect(before.dueAt).toBe(later(String(before.startedAt), 8 * hourMs));
  expect(await warnings(fr, id)).toEqual([]);
});
