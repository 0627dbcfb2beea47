/** What waits: watches whose form is of before, and checks that stand behind many that cannot go yet. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agree, compose, draftWith, entriesOf, nodeOf, ok } from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import type { JsonObject } from '../../kernel/canonical.ts';
import { newId } from '../../kernel/ids.ts';
import { dayMs } from '../../kernel/time.ts';
import { extensionIds } from '../../plumbing/stix/index.ts';
import { matchingLimits } from './limits.ts';

let world: World;
let agreement = '';
const fr = (): WorldNode => nodeOf(world, 'fr');
const ma = (): WorldNode => nodeOf(world, 'ma');

const both = async (): Promise<void> => {
  await ma().runJobs();
  await fr().runJobs();
};

const ask = (partner: string, text: string, changes: JsonObject = {}): Promise<JsonObject> =>
  ok(
    ma().call('analyst', 'POST', '/api/matching/checks', {
      agreement,
      partner,
      field: 'event-security',
      purpose: 'event-protection',
      reason: 'Vérification',
      identifiers: [{ text }],
      ...changes,
    }),
  );
const read = (id: unknown): Promise<JsonObject> =>
  ok(ma().call('analyst', 'GET', `/api/matching/checks/${String(id)}`));
const becomes = (id: unknown, wanted: JsonObject): Promise<void> =>
  until(
    async () => {
      await both();
      expect(await read(id)).toMatchObject(wanted);
      return true;
    },
    { withinMs: 20_000 },
  ).then(() => undefined);

const inMa = (statement: ReturnType<typeof sql>): Promise<unknown> =>
  ma().database.transact({ kind: 'system', name: 'test', party: ma().party }, (unit) =>
    unit.asHouse('matching', (house) => statement.execute(house.tables<object>())),
  );

beforeAll(async () => {
  world = await openWorld(['fr', 'ma']);
  agreement = await agree([fr(), ma()], {
    matching: { perDay: 1_000, perOfficer: 1_000, decoysTo: 5 },
  });
  await until(
    async () => {
      await both();
      const { body } = await ma().call('analyst', 'GET', '/api/matching/use');
      return JSON.stringify(body).includes('"ready":true');
    },
    { withinMs: 60_000 },
  );
});
afterAll(() => world.close());

test('a check goes out though more than are read at once wait for another partner before it', async () => {
  const first = await ask(fr().party, 'attente.exemple.fr');
  await becomes(first.id, { state: 'done' });
  await inMa(sql`insert into matching_check (id, holder, officer, agreement, partner, field, purpose, reason,
      state, asked, sent, asked_at, erase_on, batch)
    select gen_random_uuid()::text, holder, officer, agreement, ${newId('party')}, field, purpose, reason,
      'waiting', asked, sent, asked_at, erase_on, batch
    from matching_check, generate_series(1, ${matchingLimits.listed}) where id = ${String(first.id)}`);
  const behind = await ask(fr().party, 'suite.exemple.fr');
  await becomes(behind.id, { state: 'done', hits: 0 });
});

test('a watch that was set under a former form finds its name after the next start', async () => {
  const until60 = new Date(Date.now() + 60 * dayMs).toISOString().slice(0, 10);
  const watch = await ask(fr().party, 'محمد بن علي الحموشي، 12/05/1980', { until: until60 });
  await becomes(watch.id, { state: 'done', hits: 0 });
  // As if it had been set when a name had one key, written otherwise.
  await inMa(sql`delete from matching_query where check_id = ${String(watch.id)}
    and (place > 0 and not decoy)`);
  await inMa(sql`update matching_query q set place = moved.to_place, form = case when decoy then form
      else 'former|1980-05-12' end
    from (select place, row_number() over (order by place) - 1 as to_place from matching_query
      where check_id = ${String(watch.id)}) moved
    where q.check_id = ${String(watch.id)} and q.place = moved.place`);
  await inMa(sql`update matching_check set sent = (select count(*) from matching_query
    where check_id = ${String(watch.id)}) where id = ${String(watch.id)}`);
  const names = { extension_type: 'property-extension', birth_date: '1980-05-12' };
  const person = {
    type: 'identity',
    spec_version: '2.1',
    id: 'identity--00000000-0000-4000-8000-000000000007',
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    identity_class: 'individual',
    name: 'Mohamed El Hammouchi',
    extensions: { [extensionIds.subject]: names },
  };
  await compose(fr(), draftWith(agreement, { objects: [person] }));
  await both();
  await both();
  expect(await read(watch.id)).toMatchObject({ state: 'done', hits: 0 });
  await world.restart('ma');
  await becomes(watch.id, { state: 'done', hits: 1, identifiers: [{ partly: true }] });
  const renewed = await entriesOf(ma(), { verb: 'matching.renew-watch' });
  expect(renewed.map(({ details }) => details)).toMatchObject([{ sent: 5 }]);
  await world.restart('ma');
  await both();
  expect(await entriesOf(ma(), { verb: 'matching.renew-watch' })).toHaveLength(1);
});
