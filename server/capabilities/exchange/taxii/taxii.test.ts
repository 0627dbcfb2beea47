/** The rules of TAXII 2.1, one by one, as a client meets them over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeOf } from '../../../../testing/story.ts';
import { indicator, objectsOf, sendTaxii, type TaxiiClient, taxiiClient } from '../../../../testing/taxii.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { canonical } from '../../../kernel/canonical.ts';
import { later } from '../../../kernel/time.ts';

/** Moved forward by a test; never back. */
let aheadMs = 0;
const clock = { now: () => later(new Date().toISOString(), aheadMs) };

let world: World;
let node: WorldNode;
let system: TaxiiClient;
let other: TaxiiClient;
beforeAll(async () => {
  world = await openWorld(['fr'], { pair: false, clock });
  node = nodeOf(world, 'fr');
  system = await taxiiClient(node, { email: 'misp@fr.example' });
  other = await taxiiClient(node, { email: 'opencti@fr.example' });
}, 60_000);
afterAll(() => world.close());

const paths = () => ({
  discovery: '/taxii2/',
  root: '/taxii2/exchange/',
  collections: '/taxii2/exchange/collections/',
  collection: `${system.collection}/`,
  objects: `${system.collection}/objects/`,
  manifest: `${system.collection}/manifest/`,
});
type Path = keyof ReturnType<typeof paths>;
const get = (path: Path, query = '', headers: Record<string, string> = {}) =>
  system.send(`${paths()[path]}${query}`, { headers });

/** An answer that a TAXII client can read as an error (§3.6). */
const expectError = (answer: Awaited<ReturnType<TaxiiClient['send']>>, status: number) => {
  expect([answer.status, answer.text]).toEqual([status, expect.stringContaining('"title"')]);
  expect(answer.headers.get('content-type')).toBe('application/taxii+json;version=2.1');
  expect(answer.body).toMatchObject({ title: expect.any(String), http_status: String(status) });
};

describe('who and what', () => {
  test.each<Path>(['discovery', 'root', 'collections', 'collection', 'objects', 'manifest'])(
    '%s answers with and without a slash at its end, and to nobody who is not signed in',
    async (path) => {
      const full = paths()[path];
      for (const address of [full, full.slice(0, -1)]) {
        const answer = await system.send(address);
        expect(answer.status).toBe(200);
        expect(answer.headers.get('content-type')).toBe('application/taxii+json;version=2.1');
        const stranger = await sendTaxii(`${node.address}${address}`);
        expectError(stranger, 401);
        expect(stranger.headers.get('www-authenticate')).toMatch(/Basic realm=.*Bearer realm=/);
      }
    },
  );

  test('a connected system signs in with HTTP Basic too', async () => {
    const { email, password } = system.account;
    const authorization = `Basic ${Buffer.from(`${email}:${password}`).toString('base64')}`;
    const answer = await sendTaxii(`${node.address}/taxii2/`, { headers: { authorization } });
    expect([answer.status, answer.body.api_roots]).toEqual([200, [`${node.address}/taxii2/exchange/`]]);
    const wrong = `Basic ${Buffer.from(`${email}:wrong`).toString('base64')}`;
    expectError(await sendTaxii(`${node.address}/taxii2/`, { headers: { authorization: wrong } }), 401);
  });

  test('it is told its own collection and that of the service, and the limits of both', async () => {
    expect((await get('root')).body).toMatchObject({
      versions: ['application/taxii+json;version=2.1'],
      max_content_length: expect.any(Number),
    });
    const { body } = await get('collections');
    expect(body.collections).toMatchObject([
      { can_read: true, can_write: true, media_types: ['application/stix+json;version=2.1'] },
      { can_read: true, can_write: false },
    ]);
  });

  test('the collection of another does not exist for a system, an officer, an administrator', async () => {
    await system.post([indicator()]);
    const analyst = await taxiiClient(node, { email: 'one@fr.example', roles: ['analyst'] });
    const administrator = await taxiiClient(node, { email: 'two@fr.example', roles: ['administrator'] });
    const absent = `/taxii2/exchange/collections/${crypto.randomUUID()}`;
    for (const client of [other, analyst, administrator])
      for (const part of ['/', '/objects/', '/manifest/', `/objects/${indicator().id}/versions/`]) {
        const answer = await client.send(`${system.collection}${part}`);
        expectError(answer, 404);
        expect(answer.text).toBe((await client.send(`${absent}${part}`)).text);
      }
    expectError(await other.post([indicator()], system.collection), 404);
    expect((await administrator.send('/taxii2/exchange/collections/')).text).toBe('{}');
  });

  test('what fills by release alone takes no POST and no DELETE', async () => {
    const { body } = await get('collections');
    const service = JSON.stringify(body).match(/"id":"([^"]+)"[^{}]*"can_write":false/)?.[1];
    const path = `/taxii2/exchange/collections/${service}`;
    expectError(await system.post([indicator()], path), 403);
    expectError(await system.send(`${path}/objects/${indicator().id}/`, { method: 'DELETE' }), 403);
  });
});

describe('media types', () => {
  test.each([
    ['application/taxii+json;version=2.1', 200],
    ['application/taxii+json', 200],
    ['application/taxii+json; version=2.1', 200],
    ['application/taxii+json ; version = "2.1"', 200],
    ['Application/TAXII+JSON;Version=2.1', 200],
    ['application/taxii+json;version=2.1;q=0.7', 200],
    ['text/html, application/taxii+json;q=0.2', 200],
    ['application/taxii+json;version=2.0, application/taxii+json;version=2.1', 200],
    ['application/*', 200],
    ['*/*', 200],
    ['text/html, */*;q=0.1', 200],
    ['application/taxii+json;version=2.0', 406],
    ['application/vnd.oasis.taxii+json', 406],
    ['application/json', 406],
    ['text/html', 406],
    ['application/taxii+json;q=0', 406],
    ['application/taxii+json;q=0, */*', 406],
    ['application/taxii+json;version=3', 406],
    [';;;,,,', 406],
  ])('Accept: %s is answered with %i', async (accept, status) => {
    for (const path of ['discovery', 'objects'] as const) {
      const answer = await get(path, '', { accept });
      if (status === 200) expect(answer.status).toBe(200);
      else expectError(answer, status);
    }
  });

  test.each([
    ['application/taxii+json;version=2.1', 202],
    ['application/taxii+json', 202],
    ['application/taxii+json; version=2.1; charset=utf-8', 202],
    ['application/taxii+json ; version = 2.1', 202],
    ['application/taxii+json;version=2.0', 415],
    ['application/stix+json;version=2.1', 415],
    ['application/json', 415],
    ['text/plain', 415],
    ['nonsense', 415],
  ])('Content-Type: %s is answered with %i', async (type, status) => {
    const answer = await system.send(paths().objects, {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify({ objects: [indicator()] }),
    });
    if (status === 202) expect(answer.status).toBe(202);
    else expectError(answer, status);
  });
});

describe('what is asked wrongly', () => {
  test.each([
    ['added_after=yesterday'],
    ['added_after=2024-02-30T00:00:00Z'],
    ['added_after=2024-07-26T17:30:00%2B01:00'],
    ['added_after='],
    ['limit=0'],
    ['limit=-1'],
    ['limit=ten'],
    ['limit=1.5'],
    ['limit='],
    ['limit=1&limit=2'],
    ['next=garbage'],
    ['next='],
    ['next=AAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['match[version]=latest'],
    ['match[version]=last,'],
    ['match[spec_version]=two'],
    ['match[id]=1%3D1;drop'],
    ['match[id]='],
    ['match[type]=%00'],
    ['match[type]=%ED%A0%80'],
    ['match[color]=red'],
    ['match=last'],
    [`match[type]=${Array.from({ length: 300 }, (_, at) => `t${at}`).join(',')}`],
  ])('?%s is 400 with an error resource', async (query) => {
    for (const path of ['objects', 'manifest'] as const) expectError(await get(path, `?${query}`), 400);
  });

  test.each([
    ['GET', '/taxii2/nothing/', 404],
    ['GET', '/taxii2/exchange/nothing', 404],
    ['POST', '/taxii2/exchange/nothing', 404],
    ['GET', '/taxii2/exchange/collections/not-a-uuid/', 404],
    ['GET', `/taxii2/exchange/collections/${'x'.repeat(2_000)}/objects/`, 404],
    ['GET', '/taxii2/exchange/collections/%00/objects/', 404],
    ['GET', '/taxii2/exchange/collections/%zz/', 400],
    ['GET', '/taxii2/exchange/status/unknown/', 404],
    ['POST', '/taxii2/', 405],
    ['DELETE', '/taxii2/exchange/', 405],
    ['PUT', '/taxii2/exchange/collections/', 405],
    ['PATCH', '/taxii2/exchange/collections', 405],
    ['OPTIONS', '/taxii2/', 405],
  ])('%s %s is %i with an error resource', async (method, path, status) => {
    expectError(await system.send(path, { method }), status);
  });

  test('a wrong method says which are right', async () => {
    const answer = await system.send(paths().objects, { method: 'PUT', body: '{}' });
    expectError(answer, 405);
    expect(answer.headers.get('allow')).toBe('GET, POST');
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{"objects":['],
    ['a list', '[]'],
    ['a bundle', JSON.stringify({ type: 'bundle', id: 'bundle--1' })],
    ['no objects', '{"objects":[]}'],
    ['objects that are none', '{"objects":{"0":{}}}'],
    ['a raw control character', '{"objects":[{"a":"\u0000"}]}'],
  ])('a body that is %s is 400 and stores nothing', async (_what, body) => {
    const before = (await get('manifest')).text;
    expectError(await system.send(paths().objects, { method: 'POST', body }), 400);
    expect((await get('manifest')).text).toBe(before);
  });

  test('more than max_content_length, and more objects than one POST takes, are 413', async () => {
    const most = Number((await get('root')).body.max_content_length);
    const large = `{"objects":["${'x'.repeat(most)}"]}`;
    expectError(await system.send(paths().objects, { method: 'POST', body: large }), 413);
    expectError(await system.post(Array.from({ length: 10_001 }, () => 1)), 413);
  });
});

describe('a batch', () => {
  test('keeps what is sound and says of each other object what is wrong with it', async () => {
    const [good, twin] = [indicator(), indicator()];
    const changed = { ...twin, name: 'Another name, the same version' };
    const { name: _name, pattern: _pattern, ...incomplete } = indicator();
    const batch = [good, incomplete, 'text', null, [1], { type: 'bundle' }, { id: 'x\u0000' }, twin, changed];
    const answer = await system.post(batch);
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({
      status: 'complete',
      total_count: 9,
      success_count: 2,
      failure_count: 7,
      pending_count: 0,
      successes: [{ id: good.id, version: good.modified }, { id: twin.id }],
    });
    expect('pendings' in answer.body).toBe(false);
    expect(answer.text).toContain('pattern');
    expect((await system.send(`${paths().objects}${good.id}/`)).status).toBe(200);
    expectError(await system.send(`${paths().objects}${incomplete.id}/`), 404);
  });

  test('posted again changes nothing', async () => {
    const one = indicator();
    await system.post([one]);
    const before = (await get('manifest')).text;
    const again = await system.post([one, one]);
    expect(again.body).toMatchObject({ success_count: 2, failure_count: 0 });
    expect((await get('manifest')).text).toBe(before);
  });

  test('comes out byte for byte in canonical form, unknown extensions and numbers included', async () => {
    const odd = indicator({
      x_invented: { ratio: 1e21, tiny: 5e-324, deep: [[{ الاسم: 'é\u2028' }]] },
      extensions: {
        'extension-definition--11111111-1111-4111-8111-111111111111': {
          extension_type: 'property-extension',
          'any key': null,
        },
      },
    });
    await system.post([odd]);
    const { text } = await system.send(`${paths().objects}${odd.id}/`);
    expect(text).toBe(`{"more":false,"objects":[${canonical(odd)}]}`);
  });

  test('above the clearance of the account is refused object by object', async () => {
    const low = await taxiiClient(node, { email: 'low@fr.example', clearance: 'green' });
    const marked = (uuid: string) => indicator({ object_marking_refs: [`marking-definition--${uuid}`] });
    const green = marked('bab4a63c-aed9-4cf5-a766-dfca5abac2bb');
    const answer = await low.post([green, marked('55d920b0-5e8b-4f79-9ee9-91f868d9b421')]);
    expect(answer.body).toMatchObject({ success_count: 1, failure_count: 1 });
    expect(objectsOf(await low.send(`${low.collection}/objects/`)).map(({ id }) => id)).toEqual([green.id]);
  });

  test('leaves a status that its sender alone can read, for a day', async () => {
    const posted = await system.post([indicator()]);
    const path = `/taxii2/exchange/status/${String(posted.body.id)}/`;
    expect((await system.send(path)).text).toBe(posted.text);
    expectError(await other.send(path), 404);
    aheadMs += 24 * 3_600_000 + 1_000;
    expectError(await system.send(path), 404);
    await node.runJobs();
    const left = await node.database.transact({ kind: 'system', name: 't', party: node.party }, (unit) =>
      unit
        .tables<{ exchange_taxii_status: { id: string } }>()
        .selectFrom('exchange_taxii_status')
        .select('id')
        .execute(),
    );
    expect(left).toEqual([]);
  });
});
