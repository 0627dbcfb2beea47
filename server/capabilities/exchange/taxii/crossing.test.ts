/** From a connected system to others: drawn into a draft, released by a second person, read by who may. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  act,
  agree,
  arrived,
  compose,
  draftWith,
  entriesOf,
  faultOf,
  markingWith,
  nodeOf,
  ok,
  okList,
  release,
} from '../../../../testing/story.ts';
import { indicator, objectsOf, type TaxiiClient, taxiiClient } from '../../../../testing/taxii.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';
import { asId } from '../../../kernel/ids.ts';

let world: World;
let fr: WorldNode;
let ma: WorldNode;
let agreement: string;
let system: TaxiiClient;
beforeAll(async () => {
  world = await openWorld(['fr', 'ma']);
  [fr, ma] = [nodeOf(world, 'fr'), nodeOf(world, 'ma')];
  agreement = await agree([fr, ma]);
  const [desk] = await okList(fr.call('analyst', 'GET', '/api/parties/desks'));
  system = await taxiiClient(fr, { email: 'misp@fr.example', desks: [asId('desk', String(desk?.id))] });
}, 60_000);
afterAll(() => world.close());

const path = '/api/exchange/collections';
const draw = (changes: JsonObject = {}) => {
  const { objects: _none, ...draft } = draftWith(agreement, { recipients: [ma.party], ...changes });
  return draft;
};

/** The collection of the party's people, of the kind that no one writes in. */
const sharedOf = async (client: TaxiiClient): Promise<string> => {
  const { body } = await client.send('/taxii2/exchange/collections/');
  const listed = Array.isArray(body.collections) ? body.collections.filter(isObject) : [];
  return `/taxii2/exchange/collections/${String(listed.find((one) => one.can_write === false)?.id)}`;
};
const namesIn = async (client: TaxiiClient, query = ''): Promise<unknown[]> => {
  const page = await client.send(`${await sharedOf(client)}/objects/${query}`);
  return objectsOf(page).flatMap(({ type, name }) => (type === 'indicator' ? [name] : []));
};

test('what a connected system brought reaches others after release, and nobody before', async () => {
  const abroad = await taxiiClient(ma, { email: 'opencti@ma.example' });
  const [first, second] = [indicator({ name: 'Brought first' }), indicator({ name: 'Brought second' })];
  await system.post([first, second]);
  expect(await namesIn(system)).toEqual([]);

  const overview = await ok(fr.call('analyst', 'GET', path));
  expect(overview.systems).toMatchObject([{ name: 'misp@fr.example', total: 2, fresh: 2 }]);
  const id = system.collection.split('/').at(-1);
  const item = await ok(fr.call('analyst', 'POST', `${path}/${id}/draft`, draw()));
  expect([item.state, item.objectCount]).toEqual(['draft', 2]);
  expect(await faultOf(fr.call('analyst', 'POST', `${path}/${id}/draft`, draw()))).toBe(
    '409 exchange/nothing-to-draw',
  );
  expect(await namesIn(system)).toEqual([]);

  await release(fr, String(item.id));
  expect(await namesIn(system)).toEqual([first.name, second.name]);
  await arrived(ma, String(item.id));
  expect(await namesIn(abroad)).toEqual([first.name, second.name]);
  // The marking travels with what it marks: the item itself is in the collection too.
  const grouping = await abroad.send(`${await sharedOf(abroad)}/objects/${String(item.id)}/`);
  expect(objectsOf(grouping)).toMatchObject([{ object_refs: [first.id, second.id] }]);
});

test('a discarded draft gives back what it had drawn', async () => {
  await system.post([indicator({ name: 'Drawn twice' })]);
  const id = system.collection.split('/').at(-1);
  const item = await ok(fr.call('analyst', 'POST', `${path}/${id}/draft`, draw()));
  const discarded = `/api/exchange/items/${String(item.id)}?version=1`;
  expect((await fr.call('analyst', 'DELETE', discarded)).status).toBe(204);
  expect((await ok(fr.call('analyst', 'GET', path))).systems).toMatchObject([{ fresh: 1 }]);
});

test('who does not write, or sits at another desk, neither sees nor draws it', async () => {
  const id = system.collection.split('/').at(-1);
  expect((await ok(fr.call('observer', 'GET', path))).systems).toEqual([]);
  expect(await faultOf(fr.call('observer', 'POST', `${path}/${id}/draft`, draw()))).toBe(
    '403 access/refused',
  );
  const elsewhere = await taxiiClient(fr, { email: 'elsewhere@fr.example', roles: ['analyst'] });
  const answer = await elsewhere.send(`${path}/${id}/draft`, {
    method: 'POST',
    body: JSON.stringify(draw()),
    headers: { 'content-type': 'application/json' },
  });
  expect(answer.status).toBe(404);
});

test('each reader finds what his clearance and his role let him, item by item', async () => {
  const bring = async (tlp: string, name: string): Promise<string> => {
    const marking = markingWith({ tlp });
    const id = await compose(
      fr,
      draftWith(agreement, { recipients: [ma.party], marking, objects: [indicator({ name })] }),
    );
    await release(fr, id);
    return id;
  };
  await bring('green', 'Green');
  await bring('red', 'Red');
  const reader = (email: string, more: Partial<Parameters<typeof taxiiClient>[1]>) =>
    taxiiClient(fr, { email: `${email}@reader.example`, ...more });
  const green = await reader('green', { clearance: 'green' });
  const observer = await reader('observer', { roles: ['observer'] });
  const cleared = await reader('red', {});
  const head = await reader('head', { roles: ['centre-head'] });
  expect(await namesIn(green)).toEqual(['Green']);
  expect(await namesIn(observer)).toEqual(['Green']);
  // TLP:RED is for those named: the desk of the item, the contact point, the head of the centre.
  expect(await namesIn(cleared)).not.toContain('Red');
  expect(await namesIn(head)).toContain('Red');
});

test('personal data is for who said why, or for whom an administrator did', async () => {
  const subject = {
    type: 'identity',
    spec_version: '2.1',
    id: `identity--${crypto.randomUUID()}`,
    created: '2024-07-01T08:00:00.000Z',
    modified: '2024-07-01T08:00:00.000Z',
    name: 'Said the Invented',
    identity_class: 'individual',
  };
  for (const role of ['analyst', 'contact-point'] as const)
    await ok(fr.call(role, 'POST', '/api/parties/context', { reason: 'Security of the ceremony' }));
  const draft = draftWith(agreement, { recipients: [ma.party], objects: [subject] });
  await release(fr, await compose(fr, draft));
  const machine = await taxiiClient(fr, { email: 'machine@reader.example' });
  const read = async () => (await machine.send(`${await sharedOf(machine)}/objects/${subject.id}/`)).status;
  expect(await read()).toBe(200);
  const standing = `/api/parties/people/${machine.account.person}/standing-context`;
  expect((await fr.call('administrator', 'DELETE', standing)).status).toBe(204);
  expect(await read()).toBe(404);
});

test('a partner’s guests read his copies: what was withheld from him is not in them', async () => {
  const guest = await taxiiClient(fr, { email: 'system@ma.example', party: ma.party });
  const [given, kept] = [indicator({ name: 'Given' }), indicator({ name: 'Kept back' })];
  const withheld = [{ object: kept.id, selector: null, except: [] }];
  const draft = draftWith(agreement, { recipients: [ma.party], objects: [given, kept], withheld });
  await release(fr, await compose(fr, draft));
  const others = draftWith(agreement, { objects: [indicator({ name: 'Not for them' })] });
  await compose(fr, others);
  const names = await namesIn(guest);
  expect(names).toContain('Given');
  expect(names).not.toContain('Kept back');
  expect(names).not.toContain('Not for them');
  expect((await guest.send(`${await sharedOf(guest)}/objects/${kept.id}/`)).status).toBe(404);
  expect((await guest.send(`${await sharedOf(system)}/objects/`)).status).toBe(404);
  expect(await namesIn(system)).toContain('Kept back');
});

test('reading, adding and a refusal are in the journal, without a word of content', async () => {
  const reader = await taxiiClient(fr, { email: 'journal@fr.example' });
  const shared = await sharedOf(reader);
  await reader.post([indicator({ name: 'Named nowhere' })]);
  await reader.send(`${shared}/objects/?limit=20`);
  await reader.send(`${system.collection}/objects/`);
  const entries = await entriesOf(fr, { actor: reader.account.person });
  const told = entries.map(({ verb, outcome, subject, details }) => ({ verb, outcome, subject, details }));
  expect(told.slice(0, 3)).toMatchObject([
    { verb: 'exchange.read-collection', outcome: 'refused', subject: system.collection.split('/').at(-1) },
    {
      verb: 'exchange.read-collection',
      outcome: 'done',
      subject: shared.split('/').at(-1),
      details: { count: expect.any(Number), items: expect.any(Array) },
    },
    { verb: 'exchange.add-to-collection', outcome: 'done', details: { added: 1, repeated: 0, refused: 0 } },
  ]);
  expect(JSON.stringify(told)).not.toContain('Named nowhere');
  expect(JSON.stringify(told)).toContain('grouping--');
});

test('a proposal that was returned is in no collection', async () => {
  const id = await compose(
    fr,
    draftWith(agreement, { recipients: [ma.party], objects: [indicator({ name: 'Returned' })] }),
  );
  await ok(act(fr, 'analyst', id, 'propose'));
  await ok(act(fr, 'contact-point', id, 'return', { version: 1, reason: 'Once more.' }));
  expect(await namesIn(system)).not.toContain('Returned');
});
