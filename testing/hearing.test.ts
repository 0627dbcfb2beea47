/** The live stream mentions nothing that the node's owner keeps from its listener. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../server/kernel/decision.ts';
import { inDays, nodeOf, ok } from './story.ts';
import { until } from './until.ts';
import { openWorld, type World, type WorldNode } from './world.ts';

let world: World;
let fr: WorldNode;
const stops: (() => void)[] = [];
beforeAll(async () => {
  world = await openWorld(['fr']);
  fr = nodeOf(world, 'fr');
});
afterAll(() => {
  for (const stop of stops) stop();
  return world.close();
});

const listen = async (role: Role) => {
  const stop = new AbortController();
  const headers = { authorization: `Bearer ${fr.accounts.get(role)?.token ?? ''}` };
  const response = await fetch(`${fr.address}/api/live`, { headers, signal: stop.signal });
  const heard: string[] = [];
  const collect = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) heard.push(decoder.decode(chunk));
  };
  collect().catch(() => undefined);
  stops.push(() => stop.abort());
  return () => heard.join('');
};
const write = async (tlp: string): Promise<string> => {
  const line = { line: `/tlp ${tlp} Colis suspect`, language: 'fr', circle: null };
  return String((await ok(fr.call('watch-officer', 'POST', '/api/watch/log', line))).id);
};

test('an entry that a tightening keeps from analysts is mentioned to them by no stream', async () => {
  const [analyst, liaison] = [await listen('analyst'), await listen('liaison-officer')];
  const before = await write('amber');
  await until(async () => analyst().includes(before) && liaison().includes(before));
  const rule = {
    ...{ who: 'own', roles: ['analyst'], acts: ['read'], tlpAtLeast: 'amber' },
    ...{ fields: [], purposes: [], personCategories: [], partners: [], freeHours: null },
    ...{ validFrom: inDays(0), validUntil: null, reason: 'Affaire sensible' },
  };
  const path = '/api/oversight/tightenings';
  const one = await ok(fr.call('administrator', 'POST', path, rule));
  await ok(fr.call('data-protection-officer', 'POST', `${path}/${String(one.id)}/confirm`));
  const kept = await write('amber');
  await until(async () => liaison().includes(kept));
  // What comes after it on the same stream was judged after it: of the first nothing was said.
  const free = await write('green');
  await until(async () => analyst().includes(free) && liaison().includes(free));
  expect(analyst()).not.toContain(kept);
});
