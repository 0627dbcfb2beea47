/** Whatever comes in over TAXII: a clear error, nothing stored, and the node goes on. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeOf } from '../../../../testing/story.ts';
import { indicator, sendTaxii, type TaxiiClient, taxiiClient } from '../../../../testing/taxii.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { isObject, type JsonObject, readJson } from '../../../kernel/canonical.ts';
import { Fault } from '../../../kernel/faults.ts';
import { acceptsTaxii, isTaxiiContent, readMicros, readTaxiiQuery } from '../../../plumbing/taxii/index.ts';

let world: World;
let node: WorldNode;
let system: TaxiiClient;
beforeAll(async () => {
  world = await openWorld(['fr'], { pair: false });
  node = nodeOf(world, 'fr');
  system = await taxiiClient(node, { email: 'fuzz@fr.example' });
}, 60_000);
afterAll(() => world.close());

/** Text that somebody breaks things with, among ordinary noise. */
const nasty = fc.constantFrom(
  ...['', '\0', '\uD800', '%00', '%', "'", '"', '--', '../..', '{}', '[]', 'null', '-1', '1e999', '٣'],
  ...[
    'last',
    'all',
    '2024-07-01T08:00:00Z',
    '9999-12-31T23:59:60Z',
    '0000-00-00T00:00:00Z',
    'a'.repeat(9_000),
  ],
);
const text = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 40 }));
const names = [
  'added_after',
  'limit',
  'next',
  'match[id]',
  'match[type]',
  'match[version]',
  'match[spec_version]',
];
const query = fc.dictionary(
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names, 'match[x]') }, { weight: 1, arbitrary: text }),
  fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: fc.array(text, { maxLength: 3 }) }),
  { maxKeys: 4 },
);

const stored = async (): Promise<string> => (await system.send(`${system.collection}/manifest/`)).text;

/** A success or an error resource, whatever was asked. */
const judge = (answer: { status: number; text: string }): void => {
  const value = readJson(answer.text)?.value;
  expect(answer.status).toBeLessThan(500);
  expect(isObject(value)).toBe(true);
  if (answer.status >= 400) expect(value).toMatchObject({ http_status: String(answer.status) });
};

test('a query is read or refused by name, ten thousand times', () => {
  const reads = fc.property(query, (raw) => {
    try {
      const read = readTaxiiQuery(raw, { resource: 'x', matches: ['id', 'type', 'version', 'spec_version'] });
      expect(read.limit).toBeGreaterThan(0);
    } catch (failure) {
      expect(failure instanceof Fault && ['taxii/query', 'taxii/next'].includes(failure.code)).toBe(true);
    }
  });
  fc.assert(reads, { numRuns: 6_000 });
  fc.assert(
    fc.property(text, (one) => {
      expect([typeof acceptsTaxii(one), typeof isTaxiiContent(one)]).toEqual(['boolean', 'boolean']);
      const micros = readMicros(one);
      expect(micros === null || Number.isSafeInteger(micros)).toBe(true);
    }),
    { numRuns: 4_000 },
  );
});

test('requests with odd paths and queries are answered, and change nothing', async () => {
  await system.post([indicator()]);
  const before = await stored();
  const parts = fc.constantFrom('objects/', 'manifest/', 'objects/x/', 'objects/x/versions/', '', 'nothing/');
  const methods = fc.constantFrom('GET', 'GET', 'GET', 'DELETE', 'PUT', 'PATCH', 'HEAD');
  await fc.assert(
    fc.asyncProperty(methods, parts, query, text, async (method, part, asked, odd) => {
      const search = new URLSearchParams(
        Object.entries(asked).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
      );
      const path = fc.sample(fc.constantFrom(system.collection, `${system.collection}${odd}`), 1)[0];
      const address = `${node.address}${encodeURI(`${path}`.toWellFormed())}/${part}?${search}`;
      const authorization = `Bearer ${system.account.token}`;
      const answer = await sendTaxii(address, { method, headers: { authorization } });
      if (method === 'HEAD') expect(answer.status).toBeLessThan(500);
      // A line that is longer than HTTP takes never reaches the node.
      else if (answer.status !== 431) judge(answer);
    }),
    { numRuns: 250 },
  );
  expect(await stored()).toBe(before);
}, 60_000);

const json = fc.json({ maxDepth: 4 }).map((one) => readJson(one)?.value ?? null);
const broken: fc.Arbitrary<JsonObject> = fc
  .tuple(fc.constantFrom(...Object.keys(indicator())), json)
  .map(([name, value]) => ({ ...indicator(), [name]: value, spec_version: '2.0' }));

test('bodies of any kind are refused whole or object by object, and leave nothing behind', async () => {
  const before = await stored();
  const bodies = fc.oneof(
    text,
    fc.json(),
    fc.array(fc.oneof(json, broken), { maxLength: 5 }).map((objects) => JSON.stringify({ objects })),
    fc.constantFrom(`${'['.repeat(100_000)}`, `{"objects":${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
    fc.constant(JSON.stringify({ objects: [JSON.parse(`${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`)] })),
  );
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const answer = await system.send(`${system.collection}/objects/`, {
        method: 'POST',
        body: body.toWellFormed(),
      });
      judge(answer);
      if (answer.status === 202) expect(answer.body).toMatchObject({ success_count: 0 });
    }),
    { numRuns: 400 },
  );
  expect(await stored()).toBe(before);
  expect((await system.post([indicator()])).body).toMatchObject({ success_count: 1 });
}, 60_000);
