/**
 * Three real nodes: France asks Morocco and Spain for specialists. One offers, the other counters; France
 * accepts in part, asks for more, amends and withdraws. What is forged, late or out of place is refused.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agree, faultOf, historyOf, newcomer, nodeOf, ok, okList } from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { isObject, type JsonObject } from '../../kernel/canonical.ts';
import { dayMs, later } from '../../kernel/time.ts';

const ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead).toISOString() };
const inDays = (days: number): string => later(clock.now(), days * dayMs);

let world: World;
let fr: WorldNode;
let ma: WorldNode;
let es: WorldNode;
let agreement = '';
type Person = Awaited<ReturnType<typeof newcomer>>;
const planners: Record<string, Person> = {};

const asks = '/api/assistance/asks';
const steps = '/api/assistance/steps';
const [dogs, disposal] = [randomUUID(), randomUUID()];

const line = (id: string, specialty: string, quantity: number): JsonObject => ({
  id,
  requirement: { specialty, skills: [], languages: ['fr'], powers: ['carry-arms'] },
  quantity,
  from: inDays(30),
  to: inDays(50),
  places: [{ name: 'Saint-Denis', latitude: 48.92, longitude: 2.36 }],
  arms: 'own',
  conditions: '',
});
const content = (changes: JsonObject = {}): JsonObject => ({
  title: 'Équipes cynophiles et démineurs',
  language: 'fr',
  event: { id: null, name: 'Jeux de Paris', code: 'OG2024' },
  lines: [line(dogs, 'explosive-dog', 20), line(disposal, 'bomb-disposal', 10)],
  conditions: '',
  costs: [{ kind: 'lodging', bearer: 'host' }],
  costsText: '',
  answerBy: inDays(10),
  reason: '',
  ...changes,
});
const draft = (changes: JsonObject = {}, recipients = [ma.party, es.party]): JsonObject => ({
  content: content(changes),
  address: { agreement, circle: null, recipients },
});
const offered = (id: string, quantity: number): JsonObject => ({
  line: id,
  quantity,
  from: null,
  to: null,
  languages: ['ar', 'fr'],
  arms: 'own',
  conditions: '',
});
const step = (kind: string, changes: JsonObject = {}): JsonObject => ({
  kind,
  answers: null,
  lines: [],
  costs: [],
  conditions: '',
  text: '',
  ground: null,
  validUntil: null,
  language: 'fr',
  ...changes,
});

const planner = (node: WorldNode): Person => {
  const found = planners[node.party];
  if (found === undefined) throw new Error('no planner there');
  return found;
};
const read = (node: WorldNode, id: string) => ok(node.call('contact-point', 'GET', `${asks}/${id}`));
const threadOf = async (node: WorldNode, id: string, party: WorldNode): Promise<JsonObject> => {
  const { threads } = await read(node, id);
  const found = Array.isArray(threads) ? threads.filter(isObject) : [];
  return found.find((thread) => thread.party === party.party) ?? {};
};
const stateOf = async (node: WorldNode, id: string, party: WorldNode) =>
  (await threadOf(node, id, party)).state;
/** Written by the planner, released by the contact point. */
const say = async (node: WorldNode, id: string, party: WorldNode, what: JsonObject): Promise<void> => {
  const made = await ok(planner(node)('POST', `${asks}/${id}/steps`, { party: party.party, content: what }));
  await ok(node.call('contact-point', 'POST', `${steps}/${String(made.id)}/release`));
};
const settled = (node: WorldNode, id: string, party: WorldNode, state: string): Promise<unknown> =>
  until(async () => (await stateOf(node, id, party)) === state);
const has = (node: WorldNode, id: string): Promise<unknown> =>
  until(async () => (await okList(node.call('contact-point', 'GET', asks))).some((row) => row.id === id));

const issued = async (changes: JsonObject = {}, recipients = [ma.party, es.party]): Promise<string> => {
  const { id } = await ok(planner(fr)('POST', asks, draft(changes, recipients)));
  await ok(planner(fr)('POST', `${asks}/${String(id)}/propose`));
  await ok(fr.call('contact-point', 'POST', `${asks}/${String(id)}/issue`));
  return String(id);
};

beforeAll(async () => {
  world = await openWorld(['fr', 'ma', 'es'], { clock });
  [fr, ma, es] = [nodeOf(world, 'fr'), nodeOf(world, 'ma'), nodeOf(world, 'es')];
  agreement = await agree([fr, ma, es]);
  for (const [name, node] of Object.entries({ fr, ma, es }))
    planners[node.party] = await newcomer(node, {
      email: `planner@${name}.example`,
      roles: ['event-planner'],
    });
});
afterAll(() => world.close());

test('France asks, Morocco offers, Spain counters; France accepts in part', async () => {
  const { id: made } = await ok(planner(fr)('POST', asks, draft()));
  const id = String(made);
  // Whoever wrote it does not let it leave, and what was not proposed does not leave.
  expect(await faultOf(planner(fr)('POST', `${asks}/${id}/issue`))).toBe('403 access/refused');
  expect(await faultOf(fr.call('contact-point', 'POST', `${asks}/${id}/issue`))).toBe('409 assistance/state');
  await ok(planner(fr)('POST', `${asks}/${id}/propose`));
  await ok(fr.call('contact-point', 'POST', `${asks}/${id}/issue`));
  await has(ma, id);
  await has(es, id);
  // Each partner is told of itself alone.
  expect((await read(ma, id)).recipients).toEqual([ma.party]);
  await until(async () => (await threadOf(fr, id, ma)).readAt !== null);

  await say(ma, id, ma, step('offer', { lines: [offered(dogs, 8), offered(disposal, 10)] }));
  await say(
    es,
    id,
    es,
    step('counter', { lines: [offered(dogs, 4)], text: 'Quatre équipes, une semaine plus tard' }),
  );
  await settled(fr, id, ma, 'offered');
  await settled(fr, id, es, 'countered');
  await say(fr, id, ma, step('accept', { answers: 2, lines: [offered(dogs, 6), offered(disposal, 10)] }));
  await settled(ma, id, ma, 'accepted');
  expect((await read(fr, id)).fill).toEqual([
    { line: dogs, asked: 20, offered: 12, accepted: 6, missing: 14 },
    { line: disposal, asked: 10, offered: 10, accepted: 10, missing: 0 },
  ]);
  expect(await historyOf(ma, id)).toContain('assistance.hear-ask done assistance/asked-covered-here');
});
