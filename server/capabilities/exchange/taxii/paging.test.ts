/**
 * Order, pages and versions of a collection: nothing lost, nothing twice, the same again when asked again.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeOf } from '../../../../testing/story.ts';
import {
  indicator,
  objectsOf,
  type TaxiiAnswer,
  type TaxiiClient,
  taxiiClient,
} from '../../../../testing/taxii.ts';
import { openWorld, type World } from '../../../../testing/world.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';

let world: World;
/** Holds `count` indicators, posted in three batches at once. */
let system: TaxiiClient;
/** Holds one indicator in three versions, and an observable. */
let versioned: TaxiiClient;
const count = 60;
const versions = ['2024-01-01T00:00:00.000Z', '2024-02-01T00:00:00.5Z', '2024-03-01T00:00:00Z'] as const;
const one = indicator({ created: versions[0] });
const observable = {
  type: 'domain-name',
  spec_version: '2.1',
  id: 'domain-name--1fb6fe47-75d3-5d87-8e4e-6d0f8a1f5e9c',
  value: 'tickets.example',
};

beforeAll(async () => {
  world = await openWorld(['fr'], { pair: false });
  const node = nodeOf(world, 'fr');
  system = await taxiiClient(node, { email: 'misp@fr.example' });
  versioned = await taxiiClient(node, { email: 'opencti@fr.example' });
  const batch = () => Array.from({ length: count / 3 }, () => indicator());
  await Promise.all([batch(), batch(), batch()].map((objects) => system.post(objects)));
  // The middle version comes last: the order is theirs, not that of their coming.
  for (const modified of [versions[0], versions[2], versions[1]])
    await versioned.post([{ ...one, modified }]);
  await versioned.post([observable]);
}, 60_000);
afterAll(() => world.close());

const ask = (client: TaxiiClient, path: string) => client.send(`${client.collection}${path}`);
const dates = (answer: TaxiiAnswer) => objectsOf(answer).map((record) => String(record.date_added));
const firstAndLast = ({ headers }: TaxiiAnswer) => [
  headers.get('x-taxii-date-added-first'),
  headers.get('x-taxii-date-added-last'),
];
const nextOf = ({ body }: TaxiiAnswer) => encodeURIComponent(String(body.next));

/** All pages by `next`. */
const follow = async (client: TaxiiClient, path: string): Promise<TaxiiAnswer[]> => {
  const pages = [await ask(client, path)];
  for (let last = pages[0]; last?.body.more === true; last = pages.at(-1))
    pages.push(await ask(client, `${path}&next=${nextOf(last)}`));
  return pages;
};

describe('the order', () => {
  test('every object has a moment of its own, to the microsecond, in ascending order', async () => {
    const added = dates(await ask(system, '/manifest/'));
    expect(added).toHaveLength(count);
    for (const at of added) expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect([...new Set(added)].sort()).toEqual(added);
  });

  test('added_after gives exactly what came after, at the finest precision', async () => {
    const added = dates(await ask(system, '/manifest/'));
    for (const at of [0, 19, 20, 40, count - 1]) {
      const rest = added.slice(at + 1);
      expect(dates(await ask(system, `/manifest/?added_after=${added[at]}`))).toEqual(rest);
      const finer = added[at]?.replace('Z', '999Z');
      expect(dates(await ask(system, `/manifest/?added_after=${finer}`))).toEqual(rest);
    }
    const after = await ask(system, `/objects/?added_after=${added.at(-1)}`);
    expect([after.status, after.text, firstAndLast(after)]).toEqual([200, '{"more":false}', [null, null]]);
  });
});

describe('pages', () => {
  test.each(['/objects/', '/manifest/'])('%s are followed to their end by next', async (path) => {
    const all = objectsOf(await ask(system, path));
    const pages = await follow(system, `${path}?limit=7`);
    expect(pages).toHaveLength(Math.ceil(count / 7));
    expect(pages.flatMap(objectsOf)).toEqual(all);
    for (const { body } of pages.slice(0, -1))
      expect(body).toMatchObject({ more: true, next: expect.any(String) });
    expect(pages.at(-1)?.body).not.toHaveProperty('next');
  });

  test('the header of each page tells its first and last moment, by which it is continued too', async () => {
    const added = dates(await ask(system, '/manifest/'));
    for (const path of ['/objects/', '/manifest/']) {
      const page = await ask(system, `${path}?limit=10`);
      expect(firstAndLast(page)).toEqual([added[0], added[9]]);
      const more = await ask(system, `${path}?limit=10&added_after=${firstAndLast(page)[1]}`);
      expect(firstAndLast(more)).toEqual([added[10], added[19]]);
    }
  });

  test('a page that is asked for again is the same, with another limit too', async () => {
    const page = await ask(system, '/objects/?limit=5');
    const again = () => ask(system, `/objects/?limit=5&next=${nextOf(page)}`);
    expect((await again()).text).toBe((await again()).text);
    const larger = await ask(system, `/objects/?limit=8&next=${nextOf(page)}`);
    expect(objectsOf(larger).slice(0, 5)).toEqual(objectsOf(await again()));
  });

  test.each([
    '/objects/?limit=5&match[type]=indicator',
    '/objects/?limit=5&added_after=2020-01-01T00:00:00Z',
    '/objects/?limit=5&match[version]=all',
    '/manifest/?limit=5',
  ])('next of another query is 400: %s', async (path) => {
    const page = await ask(system, '/objects/?limit=5');
    const answer = await ask(system, `${path}&next=${nextOf(page)}`);
    expect([answer.status, answer.body.error_code]).toEqual([400, 'taxii/next']);
    const changed = String(page.body.next).replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    expect((await ask(system, `/objects/?limit=5&next=${changed}`)).status).toBe(400);
  });

  test('a limit beyond the maximum gives so many as the maximum', async () => {
    expect(objectsOf(await ask(system, '/objects/?limit=999999999999'))).toHaveLength(count);
  });
});

describe('matches', () => {
  const modifiedOf = (answer: TaxiiAnswer) => objectsOf(answer).map(({ modified }) => modified ?? null);

  test.each<readonly [string, readonly (string | null)[]]>([
    ['', [versions[2], null]],
    ['?match[version]=last', [versions[2], null]],
    ['?match[version]=first', [versions[0], null]],
    ['?match[version]=all', [versions[0], versions[2], versions[1], null]],
    ['?match[version]=first,last', [versions[0], versions[2], null]],
    [`?match[version]=${versions[1]}`, [versions[1]]],
    ['?match[version]=2024-02-01T00:00:00.500000Z', [versions[1]]],
    [`?match[version]=${versions[1]},first`, [versions[0], versions[1], null]],
    ['?match[version]=2020-01-01T00:00:00Z', []],
    ['?match[type]=domain-name', [null]],
    ['?match[type]=domain-name,indicator', [versions[2], null]],
    ['?match[type]=malware', []],
    [`?match[id]=${observable.id}`, [null]],
    [
      `?match[id]=${one.id},${observable.id}&match[version]=all&match[type]=indicator`,
      [versions[0], versions[2], versions[1]],
    ],
    ['?match[spec_version]=2.1', [versions[2], null]],
    ['?match[spec_version]=2.0,2.1', [versions[2], null]],
    ['?match[spec_version]=2.0', []],
    ['?unknown=ignored', [versions[2], null]],
  ])('/objects/%s', async (query, wanted) => {
    expect(modifiedOf(await ask(versioned, `/objects/${query}`))).toEqual(wanted);
    expect(objectsOf(await ask(versioned, `/manifest/${query}`))).toHaveLength(wanted.length);
  });

  test('one object, its last version unless another is asked for; absent where there is none', async () => {
    const path = `/objects/${one.id}/`;
    expect(modifiedOf(await ask(versioned, path))).toEqual([versions[2]]);
    expect(modifiedOf(await ask(versioned, `${path}?match[version]=all`))).toHaveLength(3);
    expect((await ask(versioned, `${path}?match[version]=2020-01-01T00:00:00Z`)).text).toBe('{"more":false}');
    expect((await ask(versioned, `${path}?match[type]=indicator`)).status).toBe(400);
    expect((await ask(versioned, `/objects/${indicator().id}/`)).status).toBe(404);
    expect(firstAndLast(await ask(versioned, path))[0]).toMatch(/\.\d{6}Z$/);
  });

  test('the versions of an object, in pages', async () => {
    const path = `/objects/${one.id}/versions/`;
    const all = await ask(versioned, path);
    expect(all.body).toEqual({ more: false, versions: [versions[0], versions[2], versions[1]] });
    expect(firstAndLast(all)).toEqual([expect.any(String), expect.any(String)]);
    const pages = await follow(versioned, `${path}?limit=2`);
    expect(pages.map(({ body }) => body.versions)).toEqual([[versions[0], versions[2]], [versions[1]]]);
    expect((await ask(versioned, `${path}?match[version]=last`)).status).toBe(400);
    expect((await ask(versioned, `/objects/${indicator().id}/versions/`)).status).toBe(404);
  });

  test('an object without versions bears the moment of its coming as its version', async () => {
    const [record] = objectsOf(await ask(versioned, `/manifest/?match[id]=${observable.id}`));
    expect(record).toEqual({
      id: observable.id,
      date_added: record?.version,
      version: record?.version,
      media_type: 'application/stix+json;version=2.1',
    });
    const bigger: JsonObject = { ...observable, x_seen_in: 'Marseille' };
    await versioned.post([bigger]);
    expect(objectsOf(await ask(versioned, `/objects/${observable.id}/`))).toEqual([bigger]);
    const both = await ask(versioned, `/objects/${observable.id}/?match[version]=all`);
    expect(objectsOf(both)).toEqual([observable, bigger]);
  });
});

describe('deleting', () => {
  const remove = (path: string) =>
    versioned.send(`${versioned.collection}/objects/${path}`, { method: 'DELETE' });

  test('takes the versions that are named, or all; what is left has a last version again', async () => {
    const many = indicator({ created: versions[0] });
    for (const modified of versions) await versioned.post([{ ...many, modified }]);
    expect((await remove(`${many.id}/?match[version]=last&match[spec_version]=2.0`)).status).toBe(404);
    expect((await remove(`${many.id}/?match[version]=last`)).status).toBe(200);
    const left = await ask(versioned, `/objects/${many.id}/`);
    expect(objectsOf(left)).toMatchObject([{ modified: versions[1] }]);
    expect((await remove(`${many.id}/?match[id]=${many.id}`)).status).toBe(400);
    expect((await remove(`${many.id}`)).status).toBe(200);
    expect((await ask(versioned, `/objects/${many.id}/`)).status).toBe(404);
    const again = await remove(`${many.id}/`);
    expect([again.status, isObject(again.body) && again.body.http_status]).toEqual([404, '404']);
  });
});

test('in a large collection a repetition, another content and a new version are told apart', async () => {
  const filler = await taxiiClient(nodeOf(world, 'fr'), { email: 'large@fr.example' });
  const counts = ({ body }: TaxiiAnswer) => [body.success_count, body.failure_count];
  const first = Array.from({ length: 1_000 }, () => indicator());
  const [old] = first;
  for (const batch of [first, Array.from({ length: 1_000 }, () => indicator())])
    expect(counts(await filler.post(batch))).toEqual([1_000, 0]);
  // More often than PostgreSQL plans a kept statement for its values.
  for (let round = 0; round < 8; round += 1) {
    const other = { ...old, name: `Other words ${round}` };
    const later = { ...old, modified: `2024-08-01T00:00:0${round}Z` };
    const answer = await filler.post([...first.slice(1, 4), other, later, indicator()]);
    expect(counts(answer)).toEqual([5, 1]);
  }
  const all = await ask(filler, `/objects/${old?.id}/versions/`);
  expect(all.body.versions).toHaveLength(9);
  const held = await follow(filler, '/manifest/?limit=1000&match[version]=all');
  expect(held.flatMap(objectsOf)).toHaveLength(2_000 + 8 * 2);
}, 60_000);
