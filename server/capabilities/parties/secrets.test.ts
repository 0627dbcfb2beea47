import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aPassword, firstAdministrator, newPerson, officer, signIn } from '../../../testing/officers.ts';
import { partiesWorld } from '../../../testing/parties-world.ts';
import { isObject, type JsonObject } from '../../kernel/canonical.ts';
import type { Actor } from '../../kernel/decision.ts';

const secretTables = [
  'person_password',
  'person_totp',
  'person_passkey',
  'person_recovery_code',
  'person_token',
  'enrolment',
  'sign_in_challenge',
  'sign_in_attempts',
];

test('every table of this capability is closed by row security, to its owner too', async () => {
  const world = await partiesWorld();
  const rows = await world.database.transact(
    { kind: 'system', name: 'test', party: world.self },
    async (unit) => {
      const query = sql<{ name: string }>`select relname as name from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace
          and relname in ('person', 'desk', 'person_session', 'own_service', ${sql.join(secretTables)})
          and relrowsecurity and relforcerowsecurity`;
      return (await query.execute(unit.tables())).rows;
    },
  );
  expect(rows).toHaveLength(secretTables.length + 4);
});

test('no person’s transaction reads a secret, not even his own or as administrator', async () => {
  const world = await partiesWorld();
  const administrator = await firstAdministrator(world);
  await world.parties.invite(world.actor('administrator'), newPerson('x@police.example', ['analyst']));
  const count = (reader: Actor) =>
    world.database.transact(reader, async (unit) => {
      const counts = [];
      for (const table of secretTables) {
        const query = sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`;
        counts.push((await query.execute(unit.tables())).rows[0]?.count ?? 0);
      }
      return counts;
    });
  const himself = { ...world.actor('administrator'), person: administrator.id };
  expect(await count(himself)).toEqual(secretTables.map(() => 0));
  expect(await count({ kind: 'peer', party: world.self })).toEqual(secretTables.map(() => 0));
  const node = await count({ kind: 'system', name: 'test', party: world.self });
  expect(node.filter((rows) => rows > 0).length).toBeGreaterThan(2);
});

test('a partner’s node reads no person, and an analyst changes none, whatever the query', async () => {
  const world = await partiesWorld();
  await firstAdministrator(world);
  const people = (reader: Actor) =>
    world.database.transact(
      reader,
      async (unit) => (await sql`select id from person`.execute(unit.tables())).rows.length,
    );
  expect(await people({ kind: 'peer', party: world.self })).toBe(0);
  expect(await people(world.actor('analyst'))).toBe(1);
  const changed = await world.database.transact(world.actor('analyst'), async (unit) =>
    sql`update person set clearance = 'red'`.execute(unit.tables()),
  );
  expect(changed.numAffectedRows).toBe(0n);
});

test('the database keeps no secret that opens anything', async () => {
  const world = await partiesWorld();
  const administrator = await firstAdministrator(world);
  const { cookie } = await signIn(world, administrator);
  const making = { label: 'script', role: 'administrator', days: 1 };
  const made = await world.call('POST', '/api/parties/me/tokens', { body: making, cookie });
  const kept = await world.database.transact(
    { kind: 'system', name: 'test', party: world.self },
    async (unit) => {
      const texts = [];
      for (const table of ['person_session', ...secretTables]) {
        const query = sql`select to_jsonb(t) from ${sql.table(table)} t`;
        texts.push(JSON.stringify((await query.execute(unit.tables())).rows));
      }
      return texts.join('\n');
    },
  );
  const opened = [cookie?.split('=')[1], made.body.bearer, aPassword, ...administrator.recoveryCodes];
  for (const secret of opened) expect(kept).not.toContain(secret);
});

/** Where a secret may leave the node: once, to the person whom it is for, when it is made. */
const shownOnce = [
  'POST /api/parties/me/totp: secret',
  'POST /api/enrolment/totp: secret',
  'POST /api/parties/me/tokens: token',
  'POST /api/parties/me/tokens: bearer',
  'POST /api/parties/me/totp/confirm: recoveryCodes',
  'POST /api/enrolment/finish: recoveryCodes',
];
const secretName = /secret|password|hash|token|bearer|recovery|public_?key|counter|cookie/i;

const propertiesOf = (schema: unknown): readonly string[] => {
  if (Array.isArray(schema)) return schema.flatMap(propertiesOf);
  if (!isObject(schema)) return [];
  const { properties } = schema;
  const own = isObject(properties) ? Object.keys(properties) : [];
  return [...own, ...Object.values(schema).flatMap(propertiesOf)];
};
const objectAt = (parent: JsonObject, key: string): JsonObject => {
  const child = parent[key];
  return isObject(child) ? child : {};
};

test('no response schema names a secret, save where one is shown once', async () => {
  const world = await partiesWorld();
  const document = world.openApi();
  const paths = isObject(document) ? objectAt(document, 'paths') : {};
  const named: string[] = [];
  let routes = 0;
  for (const [path, methods] of Object.entries(paths)) {
    if (!isObject(methods)) continue;
    for (const [method, route] of Object.entries(methods)) {
      if (!isObject(route)) continue;
      routes += 1;
      const responses = objectAt(route, 'responses');
      expect(Object.keys(responses).some((code) => code.startsWith('2'))).toBe(true);
      for (const property of new Set(propertiesOf(responses)))
        if (secretName.test(property)) named.push(`${method.toUpperCase()} ${path}: ${property}`);
    }
  }
  expect(routes).toBeGreaterThan(25);
  const ways = 'GET /api/session/ways: password';
  expect(named.filter((name) => name !== ways).sort()).toEqual([...shownOnce].sort());
});

test('no answer about people carries anything but what its schema names', async () => {
  const world = await partiesWorld();
  const administrator = await firstAdministrator(world);
  await officer(world, administrator, newPerson('salma@police.example', ['analyst']));
  const { text } = await world.call('GET', '/api/parties/people', { cookie: administrator.cookie });
  expect(text).not.toMatch(/argon2|oidc|hash|secret/);
});
