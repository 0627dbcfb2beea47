/** The graph on a real node: what a step shows, filters and pages, and what it hides. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  compose,
  draftWith,
  faultOf,
  historyOf,
  items,
  markingWith,
  newcomer,
  nodeOf,
  ok,
} from '../../../../testing/story.ts';
import { openWorld, type World } from '../../../../testing/world.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';
import { graphLimits } from './contract.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let world: World;
beforeAll(async () => {
  world = await openWorld(['fr']);
});
afterAll(() => world.close());

const at = '2026-07-01T09:00:00.000Z';
const always = { spec_version: '2.1', created: at, modified: at };
const uuid = (): string => crypto.randomUUID();
const person = (name: string) => ({ ...always, type: 'identity', id: `identity--${uuid()}`, name });
const relate = (source: string, target: string, kind: string) => ({
  ...always,
  type: 'relationship',
  id: `relationship--${uuid()}`,
  relationship_type: kind,
  source_ref: source,
  target_ref: target,
});

const fr = () => nodeOf(world, 'fr');
const step = (query: string, role: 'analyst' | 'observer' = 'analyst') =>
  fr().call(role, 'GET', `/api/exchange/graph?${query}`);
const edgesOf = (answer: JsonObject): readonly string[] =>
  (Array.isArray(answer.edges) ? answer.edges.filter(isObject) : []).map((edge) => {
    const neighbour = isObject(edge.neighbour) ? edge.neighbour : {};
    const way = edge.outward === true ? '→' : '←';
    return `${String(edge.relation)} ${way} ${String(neighbour.name ?? neighbour.id)}`;
  });

test('a step shows items, relations both ways, references and answers, across items', async () => {
  const [one, two] = [person('Invented One'), person('Invented Two')];
  const away = `identity--${uuid()}`;
  const note = {
    ...always,
    type: 'note',
    id: `note--${uuid()}`,
    content: 'Seen together',
    object_refs: [one.id, away],
  };
  const first = await compose(
    fr(),
    draftWith(null, { title: 'First', objects: [one, two, relate(one.id, two.id, 'associated-with'), note] }),
  );
  await compose(fr(), draftWith(null, { title: 'Second', objects: [one] }));
  await ok(fr().call('analyst', 'POST', items, draftWith(null, { title: 'Answer', about: first })));
  expect(edgesOf(await ok(step(`node=${one.id}`))).toSorted()).toEqual([
    'associated-with → Invented Two',
    'holds ← First',
    'holds ← Second',
    'object ← Seen together',
  ]);
  expect(edgesOf(await ok(step(`node=${two.id}`)))).toContain('associated-with ← Invented One');
  expect(edgesOf(await ok(step(`node=${first}`))).toSorted()).toEqual([
    'answers ← Answer',
    'holds → Invented One',
    'holds → Invented Two',
    'holds → Seen together',
  ]);
  // Named in what he reads, held by nothing that he reads: its id is all that there is to know.
  expect(edgesOf(await ok(step(`node=${note.id}`)))).toContain(`object → ${away}`);
  expect(edgesOf(await ok(step(`node=${away}`)))).toEqual(['object ← Seen together']);
  expect(edgesOf(await ok(step(`node=${one.id}&relation=associated-with`)))).toEqual([
    'associated-with → Invented Two',
  ]);
  expect(edgesOf(await ok(step(`node=${one.id}&type=note&type=grouping`)))).toHaveLength(3);
  expect(edgesOf(await ok(step(`node=${one.id}&service=identity--${uuid()}`)))).toEqual([]);
  expect(edgesOf(await ok(step(`node=${one.id}&to=2020-01-01`)))).toEqual([]);
  expect(await historyOf(fr(), one.id)).toContain(
    'exchange.explore done exchange/boxes-show-what-he-may-read',
  );
});

test('a node with many neighbours is read page by page, each once, and says how many are left', async () => {
  const hub = person('Hub');
  const spokes = Array.from({ length: graphLimits.page * 2 + 5 }, (_, index) => person(`Spoke ${index}`));
  const joined = spokes.map(({ id }) => relate(hub.id, id, 'uses'));
  await compose(fr(), draftWith(null, { title: 'Wheel', objects: [hub, ...spokes, ...joined] }));
  const seen: string[] = [];
  let [cursor, left] = ['', -1];
  do {
    const answer = await ok(step(`node=${hub.id}&relation=uses${cursor}`));
    seen.push(...edgesOf(answer));
    left = Number(answer.more);
    expect(left).toBe(spokes.length - seen.length);
    cursor = answer.next === null ? '' : `&cursor=${String(answer.next)}`;
  } while (cursor !== '');
  expect(new Set(seen).size).toBe(spokes.length);
  expect(seen).toHaveLength(spokes.length);
  expect(left).toBe(0);
});

test('what he may not read is absent, as node, as neighbour and as name', async () => {
  const [hidden, open] = [person('Hidden name'), person('Open name')];
  const secret = await compose(
    fr(),
    draftWith(null, {
      title: 'Secret',
      marking: markingWith({ tlp: 'red' }),
      objects: [hidden, open, relate(open.id, hidden.id, 'uses')],
    }),
  );
  await compose(fr(), draftWith(null, { title: 'Open', objects: [open] }));
  const desks = (await fr().parties.desks({ kind: 'system', name: 't', party: fr().party })).map(
    ({ id }) => id,
  );
  const amber = await newcomer(fr(), {
    email: 'amber@fr.example',
    roles: ['analyst'],
    clearance: 'amber',
    desks,
  });
  const asAmber = (query: string) => amber('GET', `/api/exchange/graph?${query}`);
  expect(edgesOf(await ok(step(`node=${open.id}`))).toSorted()).toEqual([
    'holds ← Open',
    'holds ← Secret',
    'uses → Hidden name',
  ]);
  expect(edgesOf(await ok(asAmber(`node=${open.id}`)))).toEqual(['holds ← Open']);
  for (const id of [secret, hidden.id, `identity--${uuid()}`])
    expect(await faultOf(asAmber(`node=${id}`))).toBe('404 access/absent');
  for (const query of [
    'node=x',
    `node=${open.id}&cursor=%00`,
    `node=${open.id}&from=2024-02-31`,
    'type=note',
  ])
    expect(await faultOf(step(query))).toBe('400 input/invalid');
  expect(await faultOf(fr().call('administrator', 'GET', `/api/exchange/graph?node=${open.id}`))).toBe(
    '403 access/refused',
  );
});
