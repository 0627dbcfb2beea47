import { expect, test } from 'vitest';
import { enrol, firstAdministrator, newPerson, officer, signIn } from '../../../testing/officers.ts';
import { type PartiesWorld, partiesWorld } from '../../../testing/parties-world.ts';
import { until } from '../../../testing/until.ts';
import { newId } from '../../kernel/ids.ts';
import type { Desk, Person, Session } from './contract.ts';

const ask = async (world: PartiesWorld, cookie: string | null): Promise<number> =>
  (await world.call('GET', '/api/session', { cookie })).status;

test('a session that was ended is refused at the next request', async () => {
  const world = await partiesWorld();
  const salma = await firstAdministrator(world);
  const [phone, desk] = [await signIn(world, salma), await signIn(world, salma)];
  const { body: list } = await world.call<Session[]>('GET', '/api/parties/me/sessions', {
    cookie: desk.cookie,
  });
  expect(list).toHaveLength(3);
  const others = list.filter((session) => !session.current);
  for (const session of others) {
    const path = `/api/parties/me/sessions/${session.id}`;
    expect((await world.call('DELETE', path, { cookie: desk.cookie })).status).toBe(204);
  }
  expect([await ask(world, phone.cookie), await ask(world, desk.cookie)]).toEqual([401, 200]);
  expect((await world.call('DELETE', '/api/session', { cookie: desk.cookie })).status).toBe(204);
  expect(await ask(world, desk.cookie)).toBe(401);
});

test('nobody ends the session of another by its id', async () => {
  const world = await partiesWorld();
  const administrator = await firstAdministrator(world);
  const salma = await officer(world, administrator, newPerson('salma@police.example', ['analyst']));
  const { body: list } = await world.call<Session[]>('GET', '/api/parties/me/sessions', {
    cookie: salma.cookie,
  });
  const path = `/api/parties/me/sessions/${list[0]?.id}`;
  expect((await world.call('DELETE', path, { cookie: administrator.cookie })).status).toBe(404);
  expect(await ask(world, salma.cookie)).toBe(200);
});

test('a suspended person is out at once, on every way in, and back when he is active again', async () => {
  const world = await partiesWorld();
  const administrator = await firstAdministrator(world);
  const salma = await officer(world, administrator, newPerson('salma@police.example', ['analyst']));
  const making = { label: 'poste de travail', role: 'analyst', days: 30 };
  const made = await world.call('POST', '/api/parties/me/tokens', { body: making, cookie: salma.cookie });
  const headers = { authorization: `Bearer ${made.body.bearer}` };
  expect((await world.call('GET', '/api/session', { headers })).status).toBe(200);
  const change = (state: string) =>
    world.call('PATCH', `/api/parties/people/${salma.id}`, { body: { state }, cookie: administrator.cookie });
  expect((await change('suspended')).body.state).toBe('suspended');
  expect(await ask(world, salma.cookie)).toBe(401);
  expect((await world.call('GET', '/api/session', { headers })).status).toBe(401);
  expect((await signIn(world, salma)).status).toBe(401);
  await change('active');
  expect((await signIn(world, salma)).status).toBe(200);
  expect(await ask(world, salma.cookie)).toBe(401);
});

test('an officer acts under one role at a time, changes it, and the journal says so', async () => {
  const world = await partiesWorld();
  const administrator = await firstAdministrator(world);
  const roles = ['analyst', 'contact-point'] as const;
  const salma = await officer(world, administrator, newPerson('salma@police.example', [...roles]));
  const { cookie } = salma;
  expect((await world.call('GET', '/api/session', { cookie })).body.role).toBe('analyst');
  const to = (role: string) => world.call('POST', '/api/session/role', { body: { role }, cookie });
  expect((await to('contact-point')).body).toMatchObject({ role: 'contact-point', roles });
  expect((await world.call('GET', '/api/session', { cookie })).body.role).toBe('contact-point');
  expect((await to('administrator')).status).toBe(403);
  const entries = await world.database.transact({ kind: 'system', name: 'test', party: world.self }, (unit) =>
    world.journal.entries(unit, { limit: 5, verb: 'parties.switch-role' }),
  );
  expect(entries.map((entry) => entry.outcome)).toEqual(['refused', 'done']);
  expect(entries[1]?.details).toEqual({ from: 'analyst', to: 'contact-point' });
});

test('a role that is taken away ends the sessions that act under it', async () => {
  const world = await partiesWorld();
  const administrator = await firstAdministrator(world);
  const roles = ['analyst', 'liaison-officer'] as const;
  const salma = await officer(world, administrator, newPerson('salma@police.example', [...roles]));
  await world.call('PATCH', `/api/parties/people/${salma.id}`, {
    body: { roles: ['liaison-officer'] },
    cookie: administrator.cookie,
  });
  expect(await ask(world, salma.cookie)).toBe(401);
  expect((await signIn(world, salma)).body.me.role).toBe('liaison-officer');
});

test('a clearance that is lowered holds at the next request', async () => {
  const world = await partiesWorld();
  const administrator = await firstAdministrator(world);
  const salma = await officer(world, administrator, newPerson('salma@police.example', ['analyst']));
  const body = { clearance: 'green' };
  await world.call('PATCH', `/api/parties/people/${salma.id}`, { body, cookie: administrator.cookie });
  const me = await world.call('GET', '/api/session', { cookie: salma.cookie });
  expect(me.body.clearance).toBe('green');
  const people = async (cookie: string) =>
    (await world.call<Person[]>('GET', '/api/parties/people', { cookie })).body
      .map(({ clearance }) => String(clearance))
      .sort();
  expect(await people(administrator.cookie)).toEqual(['clear', 'green']);
  expect(await people(salma.cookie)).toEqual(['green', 'null']);
});

test('an administrator gives others the guarded roles and never himself', async () => {
  const world = await partiesWorld();
  const first = await firstAdministrator(world);
  const grant = (who: string, by: string, roles: string[]) =>
    world.call('PATCH', `/api/parties/people/${who}`, { body: { roles }, cookie: by });
  const roles = ['administrator', 'contact-point'];
  expect((await grant(first.id, first.cookie, roles)).body.fault.code).toBe('parties/four-eyes');
  const second = await officer(world, first, newPerson('second@police.example', ['administrator']));
  expect((await grant(first.id, second.cookie, roles)).body.roles).toEqual(roles);
});

test('there is one first administrator', async () => {
  const world = await partiesWorld();
  await firstAdministrator(world);
  await expect(firstAdministrator(world)).rejects.toMatchObject({ code: 'parties/already-begun' });
});

test('an e-mail address is one person’s, whatever its case', async () => {
  const world = await partiesWorld();
  const administrator = await firstAdministrator(world);
  await officer(world, administrator, newPerson('salma@police.example', ['analyst']));
  const body = newPerson('SALMA@Police.example', ['analyst']);
  const again = await world.call('POST', '/api/parties/people', { body, cookie: administrator.cookie });
  expect(again.body.fault.code).toBe('parties/email-taken');
});

test('people are on desks that exist', async () => {
  const world = await partiesWorld();
  const administrator = await firstAdministrator(world);
  const { cookie } = administrator;
  const name = { ar: 'مكتب المغرب', fr: 'Bureau Maroc', en: 'Morocco desk' };
  const desk = await world.call<Desk>('POST', '/api/parties/desks', { body: { name }, cookie });
  expect(desk.status).toBe(201);
  const person = newPerson('salma@police.example', ['liaison-officer'], { desks: [desk.body.id] });
  const salma = await officer(world, administrator, person);
  const me = await world.call('GET', '/api/session', { cookie: salma.cookie });
  expect(me.body.desk).toEqual({ id: desk.body.id, name });
  const body = newPerson('x@police.example', ['analyst'], { desks: [newId('desk')] });
  expect((await world.call('POST', '/api/parties/people', { body, cookie })).status).toBe(400);
});

test('a new enrolment link replaces all that a person signed in with', async () => {
  const world = await partiesWorld();
  const administrator = await firstAdministrator(world);
  const salma = await officer(world, administrator, newPerson('salma@police.example', ['analyst']));
  const path = `/api/parties/people/${salma.id}/enrolment`;
  const renewed = await world.call('POST', path, { cookie: administrator.cookie });
  expect(await ask(world, salma.cookie)).toBe(200);
  const again = await enrol(world, renewed.body.enrolment.address);
  expect(await ask(world, salma.cookie)).toBe(401);
  expect((await signIn(world, { ...salma, secret: salma.secret })).status).toBe(401);
  expect((await signIn(world, again)).status).toBe(200);
});

const guestOf = async (world: PartiesWorld) => {
  const administrator = await firstAdministrator(world);
  const partner = newId('party');
  const person = newPerson('yassine@dgsn.example', ['liaison-officer'], { party: partner });
  return { administrator, partner, person };
};

test('a partner’s person is invited only over an active link and only to guest roles', async () => {
  const world = await partiesWorld();
  const { administrator, partner, person } = await guestOf(world);
  const invite = (body: object) =>
    world.call('POST', '/api/parties/people', { body, cookie: administrator.cookie });
  expect((await invite(person)).body.fault.code).toBe('parties/no-active-link');
  world.links.set(partner, 'active');
  expect((await invite({ ...person, roles: ['contact-point'] })).body.fault.code).toBe('parties/guest-role');
  expect((await invite(person)).status).toBe(201);
});

test('a guest sees himself and his service, and loses access the moment the link is suspended', async () => {
  const world = await partiesWorld();
  const { administrator, partner, person } = await guestOf(world);
  world.links.set(partner, 'active');
  const guest = await officer(world, administrator, person);
  const me = await world.call('GET', '/api/session', { cookie: guest.cookie });
  expect(me.body).toMatchObject({ guest: true, party: { id: partner, country: 'MA' } });
  const { body: people } = await world.call<Person[]>('GET', '/api/parties/people', { cookie: guest.cookie });
  expect(people.map((one) => one.id)).toEqual([guest.id]);
  expect((await world.call('GET', '/api/parties/links', { cookie: guest.cookie })).status).toBe(404);
  world.links.set(partner, 'suspended');
  expect(await ask(world, guest.cookie)).toBe(401);
  expect((await signIn(world, guest)).status).toBe(401);
  world.links.set(partner, 'active');
  expect((await signIn(world, guest)).status).toBe(200);
});

test('ending a link over HTTP ends its people’s sessions for good', async () => {
  const world = await partiesWorld();
  const { administrator, partner, person } = await guestOf(world);
  world.links.set(partner, 'active');
  const guest = await officer(world, administrator, person);
  const head = await officer(world, administrator, newPerson('chef@police.example', ['service-head']));
  const path = `/api/parties/links/${partner}/suspend`;
  expect((await world.call('POST', path, { cookie: administrator.cookie })).status).toBe(403);
  expect((await world.call('POST', path, { cookie: head.cookie })).body.state).toBe('suspended');
  const resumed = await world.call('POST', `/api/parties/links/${partner}/resume`, { cookie: head.cookie });
  expect(resumed.body.state).toBe('active');
  expect(await ask(world, guest.cookie)).toBe(401);
  const unknown = `/api/parties/links/${newId('party')}/accept`;
  expect((await world.call('POST', unknown, { cookie: head.cookie })).status).toBe(404);
});

test('when the partner’s node ends the link, its people’s sessions end with it', async () => {
  const world = await partiesWorld();
  const { administrator, partner, person } = await guestOf(world);
  world.links.set(partner, 'active');
  const guest = await officer(world, administrator, person);
  await world.database.transact({ kind: 'peer', party: partner }, (unit) =>
    world.parties.endAccessOf(unit, partner),
  );
  expect(await ask(world, guest.cookie)).toBe(401);
  expect(await ask(world, administrator.cookie)).toBe(200);
});

test('services, links and the fingerprint are shown for pairing', async () => {
  const world = await partiesWorld();
  const administrator = await firstAdministrator(world);
  const { cookie } = administrator;
  const body = { address: 'https://127.0.0.1:21450' };
  const proposed = await world.call('POST', '/api/parties/links', { body, cookie });
  expect(proposed).toMatchObject({ status: 201, body: { state: 'proposed' } });
  const { body: services } = await world.call('GET', '/api/parties/services', { cookie });
  expect(services).toMatchObject([
    { id: world.self, self: true, link: null },
    { link: { state: 'proposed' } },
  ]);
  const { body: identity } = await world.call('GET', '/api/parties/identity', { cookie });
  expect(identity.fingerprint).toEqual({ ar: ['نخلة'], fr: ['palmier'], en: ['palm'] });
  expect(identity.qr).toMatch(/^<svg/);
});

test('a program’s token changes nothing of its owner’s security', async () => {
  const world = await partiesWorld();
  const salma = await firstAdministrator(world);
  const making = { label: 'script', role: 'administrator', days: 1 };
  const made = await world.call('POST', '/api/parties/me/tokens', { body: making, cookie: salma.cookie });
  const headers = { authorization: `Bearer ${made.body.bearer}` };
  for (const path of ['/api/parties/me/totp', '/api/parties/me/passkeys/options'])
    expect((await world.call('POST', path, { headers })).body.fault.code).toBe('parties/no-session');
  const more = await world.call('POST', '/api/parties/me/tokens', { body: making, headers });
  expect(more.body.fault.code).toBe('parties/no-session');
  world.clock.advance(86_400_000);
  expect((await world.call('GET', '/api/session', { headers })).status).toBe(401);
});

test('HTTP Basic is for connectors and the demo, and a changed password ends it', async () => {
  const world = await partiesWorld();
  const administrator = await firstAdministrator(world);
  const connector = await officer(world, administrator, newPerson('taxii@police.example', ['connector']));
  const headersOf = (email: string) => ({
    authorization: `Basic ${Buffer.from(`${email}:sept chevaux blancs à Rabat`).toString('base64')}`,
  });
  const asConnector = { headers: headersOf(connector.email) };
  expect((await world.call('GET', '/api/session', asConnector)).body.role).toBe('connector');
  const asPerson = { headers: headersOf(administrator.email) };
  expect((await world.call('GET', '/api/session', asPerson)).status).toBe(401);
  const body = { current: 'sept chevaux blancs à Rabat', next: 'quatre moineaux à Salé' };
  await world.call('POST', '/api/parties/me/password', { body, cookie: connector.cookie });
  expect((await world.call('GET', '/api/session', asConnector)).status).toBe(401);
});

test('open consoles of a person hear that his sessions changed', async () => {
  const world = await partiesWorld();
  const salma = await firstAdministrator(world);
  const heard: string[] = [];
  const stop = await world.database.listen('tansiq_live', (payload) => heard.push(payload));
  await world.call('DELETE', '/api/session', { cookie: salma.cookie });
  await until(() =>
    heard.some((payload) => payload.includes('parties.session') && payload.includes(salma.id)),
  );
  await stop();
});
