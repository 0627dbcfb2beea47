/** A new key while watches stand, and shares that several ask for at once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agree, compose, draftWith, entriesOf, nodeOf, ok } from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { isObject, type JsonObject } from '../../kernel/canonical.ts';
import { dayMs } from '../../kernel/time.ts';
import { matchingLimits } from './limits.ts';

let world: World;
let fr: WorldNode;
let ma: WorldNode;
let agreement = '';
/** It is midday by the nodes' clocks: what is done is never over midnight. */
let aheadMs = dayMs + dayMs / 2 - (Date.now() % dayMs);
const now = (): number => Date.now() + aheadMs;
const clock = { now: () => new Date(now()).toISOString() };
const perDay = 10;

const both = async (): Promise<void> => {
  await ma.runJobs();
  await fr.runJobs();
};

const dayOfWatch = () => new Date(now() + 60 * dayMs).toISOString().slice(0, 10);

const ask = (names: readonly string[], changes: JsonObject = {}) =>
  ma.call('analyst', 'POST', '/api/matching/checks', {
    agreement,
    partner: fr.party,
    field: 'event-security',
    purpose: 'event-protection',
    reason: 'Vérification',
    identifiers: names.map((text) => ({ text })),
    ...changes,
  });

const read = (id: unknown): Promise<JsonObject> =>
  ok(ma.call('analyst', 'GET', `/api/matching/checks/${String(id)}`));

const settled = (id: unknown): Promise<JsonObject> =>
  until(
    async () => {
      await both();
      const found = await read(id);
      if (found.state !== 'done') throw new Error(JSON.stringify(found).slice(0, 600));
      return found;
    },
    { withinMs: 20_000 },
  );

const names = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}.exemple.fr`);

beforeAll(async () => {
  world = await openWorld(['fr', 'ma'], { clock });
  [fr, ma] = [nodeOf(world, 'fr'), nodeOf(world, 'ma')];
  agreement = await agree([fr, ma], { matching: { perDay, perOfficer: perDay } });
  await until(
    async () => {
      await both();
      const { body } = await ma.call('analyst', 'GET', '/api/matching/use');
      return JSON.stringify(body).includes('"ready":true');
    },
    { withinMs: 60_000 },
  );
});
afterAll(() => world.close());

test('what is asked at the same moment, in two windows or by two officers, is counted together', async () => {
  const answers = await Promise.all([ask(names('a', 6)), ask(names('b', 6)), ask(names('c', 6))]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 429, 429]);
  const taken = answers.find(({ status }) => status === 201)?.body;
  await settled(isObject(taken) ? taken.id : null);
});

test('under a new key watches are asked again as the day has room for them; none is lost', async () => {
  aheadMs += dayMs;
  const first = await ok(ask(names('d', 6), { until: dayOfWatch() }));
  await settled(first.id);
  aheadMs += dayMs;
  const second = await ok(ask(names('e', 6), { until: dayOfWatch() }));
  await settled(second.id);
  const held = { type: 'domain-name', spec_version: '2.1', value: 'e5.exemple.fr' };
  const { epochMs } = matchingLimits;
  const epoch = Math.floor(now() / epochMs);
  while (Math.floor(now() / epochMs) === epoch) aheadMs += dayMs;
  const id = 'domain-name--00000000-0000-4000-8000-000000000001';
  await compose(fr, draftWith(agreement, { objects: [{ ...held, id }] }));
  const isUnder = async (check: JsonObject): Promise<boolean> => {
    const { body } = await ma.call('data-protection-officer', 'GET', '/api/matching/use');
    expect(JSON.stringify(body)).not.toContain('"askedToday":12');
    return (await read(check.id)).state === 'done';
  };
  await until(
    async () => {
      await both();
      const asked = await entriesOf(fr, { verb: 'matching.hear-question' });
      return asked.length >= 4 && (await isUnder(first));
    },
    { withinMs: 60_000 },
  );
  await both();
  // The watches took six of the ten: what does not fit any more is refused at home, and the second waits.
  expect((await ask(names('f', 6))).status).toBe(429);
  expect((await read(second.id)).state).toBe('waiting');
  aheadMs += dayMs;
  expect(await settled(second.id)).toMatchObject({ hits: 1 });
  const refused = (await entriesOf(fr, { verb: 'federation.receive' })).filter(
    ({ rule }) => rule === 'matching/quota-spent',
  );
  expect(refused).toEqual([]);
});
