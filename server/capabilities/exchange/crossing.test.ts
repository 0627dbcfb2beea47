/** Items between three real nodes: who gets what, who hears of it, and what both journals say. */
import { afterEach, expect, test, vi } from 'vitest';
import {
  act,
  agree,
  arrived,
  compose,
  draftWith,
  entriesOf,
  faultOf,
  historyOf,
  items,
  journalFindings,
  markingWith,
  newcomer,
  nodeOf,
  ok,
  okList,
  release,
} from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { canonical, isObject, type JsonObject } from '../../kernel/canonical.ts';
import type { Role } from '../../kernel/decision.ts';
import { newId } from '../../kernel/ids.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let world: World | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

const openTwo = async () => {
  const opened = await openWorld(['ma', 'fr']);
  world = opened;
  return [nodeOf(opened, 'ma'), nodeOf(opened, 'fr')] as const;
};

const openThree = async () => {
  const opened = await openWorld(['ma', 'fr', 'es']);
  world = opened;
  return [nodeOf(opened, 'ma'), nodeOf(opened, 'fr'), nodeOf(opened, 'es')] as const;
};

const at = '2026-07-01T09:00:00.000Z';
const everyObject = { spec_version: '2.1', created: at, modified: at } as const;
const suspect = {
  ...everyObject,
  type: 'identity',
  id: 'identity--7c1f3f0e-4a5e-4d5b-9a51-2f7f0c0a1b2c',
  name: 'Invented person',
  description: 'A source said so',
  x_kept: { deep: [1, 'two', null] },
};
const source = {
  ...everyObject,
  type: 'note',
  id: 'note--0c7e22ad-b099-4dc3-b0df-2ea3f49ae2e6',
  content: 'How we know',
  object_refs: [suspect.id],
};

test('what is withheld reaches one recipient and not the other; the preview is what arrives', async () => {
  const [ma, fr, es] = await openThree();
  const agreement = await agree([ma, fr, es]);
  const except = [fr.party];
  const id = await compose(
    ma,
    draftWith(agreement, {
      recipients: [fr.party, es.party],
      objects: [suspect, source],
      withheld: [
        { object: suspect.id, selector: 'description', except },
        { object: source.id, selector: null, except },
      ],
    }),
  );
  await ok(act(ma, 'analyst', id, 'propose'));
  const previews = await okList(ma.call('contact-point', 'GET', `${items}/${id}/preview`));
  await ok(act(ma, 'contact-point', id, 'release'));
  const { description: _, ...without } = suspect;
  const wanted = new Map([
    [fr.party, [suspect, source]],
    [es.party, [without]],
  ]);
  for (const node of [fr, es]) {
    const item = await arrived(node, id);
    const preview = previews.find(({ recipient }) => recipient === node.party);
    expect(canonical(item.objects)).toBe(canonical(wanted.get(node.party)));
    expect(canonical(item.objects)).toBe(canonical(preview?.objects));
    const received = await entriesOf(node, { verb: 'federation.receive' });
    const carried = received.find(({ details }) => details.kind === 'exchange.item');
    expect(carried?.details.bodyHash).toBe(preview?.hash);
    expect(item.withheld).toEqual([]);
  }
  expect(previews.find(({ recipient }) => recipient === es.party)?.withheld).toEqual([
    `${source.id}`,
    `${suspect.id} / description`,
  ]);
  const [released] = await entriesOf(ma, { subject: id, verb: 'exchange.release' });
  expect(released?.details).toMatchObject({
    agreement,
    disclosedTo: [fr.party, es.party],
    partsWithheld: { [fr.party]: 0, [es.party]: 2 },
  });
  const sent = (await entriesOf(ma, { verb: 'federation.send' })).map(({ details }) => details.bodyHash);
  for (const { hash } of previews) expect(sent).toContain(hash);
  // A guest from Spain on the node of Rabat reads what Spain was sent; on that of Paris, nothing.
  const guest = { email: 'guest@es.example', roles: ['liaison-officer'], party: es.party } as const;
  const inRabat = await newcomer(ma, { ...guest, roles: [...guest.roles] });
  const read = await inRabat('GET', `${items}/${id}`);
  expect(read).toMatchObject({
    status: 200,
    body: { author: null, desk: null, withheld: [], recipients: [] },
  });
  expect(isObject(read.body) && canonical(read.body.objects)).toBe(canonical([without]));
  expect(JSON.stringify((await inRabat('GET', `${items}/${id}/export`)).body)).not.toContain(source.id);
  for (const view of ['preview', 'deliveries'])
    expect(await faultOf(inRabat('GET', `${items}/${id}/${view}`))).toBe('404 access/absent');
  const inParis = await newcomer(fr, { ...guest, roles: [...guest.roles] });
  expect(await faultOf(inParis('GET', `${items}/${id}`))).toBe('404 access/absent');
  expect(world && (await journalFindings(world))).toEqual([]);
});

test('TLP:RED stays with the desk and its heads; a suspended link lets nothing through', async () => {
  const [ma, fr] = await openTwo();
  const agreement = await agree([ma, fr]);
  const red = draftWith(agreement, { recipients: [fr.party], marking: markingWith({ tlp: 'red' }) });
  const id = await compose(ma, red);
  await release(ma, id);
  await arrived(fr, id);
  const elsewhere = await newcomer(fr, { email: 'elsewhere@fr.example', roles: ['analyst'] });
  const head = await newcomer(fr, { email: 'head@fr.example', roles: ['centre-head'] });
  expect(await faultOf(elsewhere('GET', `${items}/${id}`))).toBe('404 access/absent');
  expect((await head('GET', `${items}/${id}`)).status).toBe(200);
  const waiting = await compose(ma, draftWith(agreement, { recipients: [fr.party] }));
  await ok(act(ma, 'analyst', waiting, 'propose'));
  await ok(fr.call('contact-point', 'POST', `/api/parties/links/${ma.party}/suspend`));
  const link = () =>
    ma.database.transact({ kind: 'system', name: 'story', party: ma.party }, (unit) =>
      ma.federation.linkState(unit, fr.party),
    );
  await until(async () => (await link()) === 'suspended');
  expect(await faultOf(act(ma, 'contact-point', waiting, 'release'))).toBe('409 exchange/not-linked');
  const [preview] = await okList(ma.call('contact-point', 'GET', `${items}/${waiting}/preview`));
  expect(preview).toMatchObject({ recipient: fr.party, refused: 'not-linked' });
  await ok(fr.call('contact-point', 'POST', `/api/parties/links/${ma.party}/resume`));
  await until(async () => (await link()) === 'active');
  await ok(act(ma, 'contact-point', waiting, 'release'));
  await arrived(fr, waiting);
});

test('the first reading is told to the originator once, and nobody is named', async () => {
  const [ma, fr] = await openTwo();
  const agreement = await agree([ma, fr]);
  const id = await compose(ma, draftWith(agreement, { recipients: [fr.party] }));
  await release(ma, id);
  await arrived(fr, id);
  for (const role of ['analyst', 'watch-officer', 'analyst'] as const)
    expect(await ok(fr.call(role, 'POST', `${items}/${id}/read`))).toMatchObject({ state: 'received' });
  await until(async () => {
    const [delivery] = await okList(ma.call('analyst', 'GET', `${items}/${id}/deliveries`));
    return delivery?.state === 'read';
  });
  const sent = (await entriesOf(fr, { verb: 'federation.send' })).filter(
    ({ details }) => details.kind === 'exchange.read',
  );
  expect(sent.length).toBe(1);
  const marks = await entriesOf(fr, { subject: id, verb: 'exchange.mark-read' });
  expect(marks.map(({ details }) => details.first)).toEqual([false, false, true]);
  expect(await historyOf(ma, id)).toContain('exchange.hear-read done exchange/first-reading');
  const heard = await entriesOf(ma, { subject: id, verb: 'exchange.hear-read' });
  expect(heard).toHaveLength(1);
  expect(heard[0]?.actor).toBe(fr.party);
  expect(await ok(ma.call('analyst', 'POST', `${items}/${id}/read`))).toMatchObject({ readAt: null });
  expect(world && (await journalFindings(world))).toEqual([]);
});

test('absent and forbidden look alike, and each attempt is journalled', async () => {
  const [ma, fr, es] = await openThree();
  const draft = await compose(ma, draftWith(await agree([ma, fr]), { recipients: [fr.party] }));
  const elsewhere = await newcomer(ma, { email: 'elsewhere@ma.example', roles: ['contact-point'] });
  const guest = await newcomer(ma, { email: 'g@es.example', roles: ['analyst'], party: es.party });
  const as = (role: Role) => (method: string, path: string, body?: unknown) =>
    ma.call(role, method, path, body);
  const seen = { version: 1 };
  const text = draftWith(null);
  for (const person of [elsewhere, guest, as('observer'), as('administrator')])
    for (const [method, path, body] of [
      ['GET', ''],
      ['GET', '/preview'],
      ['GET', '/deliveries'],
      ['GET', '/export'],
      ['POST', '/read'],
      ['POST', '/propose', seen],
      ['POST', '/withdraw', seen],
      ['POST', '/release', seen],
      ['POST', '/assign', { desk: newId('desk') }],
      ['PUT', '?version=1', text],
      ['DELETE', '?version=1'],
    ] as const) {
      const forbidden = await person(method, `${items}/${draft}${path}`, body);
      const absent = await person(method, `${items}/${newId('item')}${path}`, body);
      expect(forbidden.status).toBe(404);
      expect(forbidden).toEqual(absent);
    }
  const refused = await entriesOf(ma, { subject: draft });
  expect(refused.filter(({ outcome }) => outcome === 'refused')).toHaveLength(44);
});

/** The live stream of one person, as text. */
const listen = async (node: WorldNode, token: string) => {
  const stop = new AbortController();
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${node.address}/api/live`, { headers, signal: stop.signal });
  const heard: string[] = [];
  const collect = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) heard.push(decoder.decode(chunk));
  };
  collect().catch(() => undefined);
  return { heard: () => heard.join(''), stop: () => stop.abort() };
};

test('who may see a new item hears of it at once, and nobody else does', async () => {
  const [ma, fr] = await openTwo();
  const agreement = await agree([ma, fr]);
  const tokenOf = (role: Role) => fr.accounts.get(role)?.token ?? '';
  const streams = new Map(
    await Promise.all(
      (['analyst', 'observer', 'administrator'] as const).map(
        async (role) => [role, await listen(fr, tokenOf(role))] as const,
      ),
    ),
  );
  const heardBy = (role: 'analyst' | 'observer' | 'administrator') => streams.get(role)?.heard() ?? '';
  const send = async (changes: JsonObject): Promise<string> => {
    const draft = draftWith(agreement, { recipients: [fr.party], marking: markingWith(changes) });
    const id = await compose(ma, draft);
    await release(ma, id);
    return id;
  };
  const amber = await send({});
  await until(() => heardBy('analyst').includes(amber), { withinMs: 20_000 });
  const green = await send({ tlp: 'green' });
  // Events come in order: who hears the second and not the first was not told of the first.
  await until(() => heardBy('observer').includes(green), { withinMs: 20_000 });
  expect(heardBy('observer')).not.toContain(amber);
  expect(heardBy('administrator')).not.toContain(amber);
  expect(heardBy('administrator')).not.toContain(green);
  expect(heardBy('analyst')).toContain(`data: {"topic":"exchange.item","id":"${amber}"}`);
  for (const stream of streams.values()) stream.stop();
});
