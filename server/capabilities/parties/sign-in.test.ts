import { expect, test } from 'vitest';
import {
  aPassword,
  codeAt,
  firstAdministrator,
  newPerson,
  officer,
  signIn,
} from '../../../testing/officers.ts';
import { partiesWorld } from '../../../testing/parties-world.ts';
import { accountBackOff, addressBackOff, partiesLimits } from './limits.ts';
import { spendTotpStep } from './secrets-store.ts';

const system = { kind: 'system', name: 'test' } as const;

test('a person enrols by a one-time link and signs in with password and code', async () => {
  const world = await partiesWorld();
  const administrator = await firstAdministrator(world);
  const salma = await officer(world, administrator, newPerson('salma@police.example', ['analyst']));
  const answer = await signIn(world, salma);
  expect(answer.body).toMatchObject({
    kind: 'signed-in',
    me: { name: 'Salma Idrissi', nameArabic: 'سلمى الإدريسي', role: 'analyst', guest: false, demo: false },
  });
  const me = await world.call('GET', '/api/session', { cookie: answer.cookie });
  expect(me.body).toEqual(answer.body.me);
});

test('the session cookie is HttpOnly, Strict and, off loopback, Secure', async () => {
  const world = await partiesWorld({ demo: true, secureCookies: true });
  const person = { ...newPerson('demo@police.example', ['analyst']), password: aPassword };
  await world.parties.createDemoAccounts([person]);
  const body = { email: person.email, password: aPassword };
  const answer = await world.call('POST', '/api/session/password', { body });
  const [set = ''] = answer.headers.getSetCookie();
  for (const part of ['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/']) expect(set).toContain(part);
  expect(answer.text).not.toContain(set.split(/[=;]/)[1]);
});

test('a code works once', async () => {
  const world = await partiesWorld();
  const salma = await firstAdministrator(world);
  world.clock.advance(30_000);
  const code = codeAt(world, salma.secret);
  const step = async () => {
    const body = { email: salma.email, password: aPassword };
    const { body: first } = await world.call('POST', '/api/session/password', { body });
    return world.call('POST', '/api/session/totp', { body: { challenge: first.challenge, code } });
  };
  expect((await step()).status).toBe(200);
  expect(await step()).toMatchObject({
    status: 401,
    body: { fault: { code: 'parties/sign-in-failed' } },
    cookie: null,
  });
});

test('of requests that use the same time step at the same moment, one succeeds', async () => {
  const world = await partiesWorld();
  const salma = await firstAdministrator(world);
  const step = Math.floor(Date.parse(world.clock.now()) / 30_000) + 1;
  const spend = () =>
    world.database.transact({ ...system, party: world.self }, (unit) => spendTotpStep(unit, salma.id, step));
  const spent = await Promise.all([spend(), spend(), spend()]);
  expect(spent.filter((one) => one)).toHaveLength(1);
});

test('a code of one step before is accepted, one of two steps before is not', async () => {
  const world = await partiesWorld();
  const salma = await firstAdministrator(world);
  const tryAfter = async (waitMs: number) => {
    world.clock.advance(120_000);
    const code = codeAt(world, salma.secret);
    world.clock.advance(waitMs);
    const body = { email: salma.email, password: aPassword };
    const { body: first } = await world.call('POST', '/api/session/password', { body });
    return (await world.call('POST', '/api/session/totp', { body: { challenge: first.challenge, code } }))
      .status;
  };
  expect(await tryAfter(30_000)).toBe(200);
  expect(await tryAfter(60_000)).toBe(401);
});

test('a recovery code stands in for the authenticator, once, however it is typed', async () => {
  const world = await partiesWorld();
  const salma = await firstAdministrator(world);
  const typed = (salma.recoveryCodes[0] ?? '').toLowerCase().replaceAll('-', ' ');
  const step = async () => {
    const body = { email: salma.email, password: aPassword };
    const { body: first } = await world.call('POST', '/api/session/password', { body });
    return (
      await world.call('POST', '/api/session/totp', { body: { challenge: first.challenge, code: typed } })
    ).status;
  };
  expect(await step()).toBe(200);
  expect(await step()).toBe(401);
});

test('a challenge expires', async () => {
  const world = await partiesWorld();
  const salma = await firstAdministrator(world);
  const { body: first } = await world.call('POST', '/api/session/password', {
    body: { email: salma.email, password: aPassword },
  });
  world.clock.advance(partiesLimits.challengeMs);
  const body = { challenge: first.challenge, code: codeAt(world, salma.secret) };
  const answer = await world.call('POST', '/api/session/totp', { body });
  expect(answer.body.fault.code).toBe('parties/challenge-expired');
});

test('wrong passwords slow an account down; the right one waits too; then it opens', async () => {
  const world = await partiesWorld();
  const salma = await firstAdministrator(world);
  const attempt = (password: string) =>
    world.call('POST', '/api/session/password', { body: { email: salma.email, password } });
  for (let count = 0; count < accountBackOff.free; count += 1)
    expect((await attempt('faux mot de passe')).status).toBe(401);
  const locked = await attempt(aPassword);
  expect(locked).toMatchObject({
    status: 429,
    body: { fault: { code: 'parties/locked', details: { waitSeconds: accountBackOff.firstWaitMs / 1000 } } },
  });
  world.clock.advance(accountBackOff.firstWaitMs);
  expect((await attempt(aPassword)).body.kind).toBe('totp');
  expect((await attempt('faux mot de passe')).status).toBe(401);
});

test('a hundred guesses sent at once are charged a hundred times', async () => {
  const world = await partiesWorld();
  const salma = await firstAdministrator(world);
  const guesses = Array.from({ length: 30 }, () =>
    world.call('POST', '/api/session/password', { body: { email: salma.email, password: 'au hasard' } }),
  );
  const statuses = (await Promise.all(guesses)).map((answer) => answer.status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(accountBackOff.free);
  expect(statuses.filter((status) => status === 429)).toHaveLength(30 - accountBackOff.free);
});

test('who knows the password cannot guess codes without end by signing in again and again', async () => {
  const world = await partiesWorld();
  const salma = await firstAdministrator(world);
  const statuses = [];
  for (let count = 0; count <= accountBackOff.free; count += 1) {
    const body = { email: salma.email, password: aPassword };
    const { body: first } = await world.call('POST', '/api/session/password', { body });
    const wrong = { challenge: first.challenge, code: '000000' };
    statuses.push((await world.call('POST', '/api/session/totp', { body: wrong })).status);
  }
  expect(statuses.at(-1)).toBe(429);
  expect(statuses.slice(0, -1).every((status) => status === 401)).toBe(true);
});

test('one address that tries many accounts is slowed down; successes give their charge back', async () => {
  const world = await partiesWorld();
  const salma = await firstAdministrator(world);
  for (let count = 0; count < 5; count += 1) expect((await signIn(world, salma)).status).toBe(200);
  const attempt = (count: number) =>
    world.call('POST', '/api/session/password', {
      body: { email: `agent${count}@police.example`, password: 'au hasard' },
    });
  for (let count = 0; count < addressBackOff.free; count += 1)
    expect((await attempt(count)).status).toBe(401);
  expect((await attempt(addressBackOff.free)).status).toBe(429);
});

test('an unknown account and a wrong password look the same: body, status and lock-out', async () => {
  const world = await partiesWorld();
  const salma = await firstAdministrator(world);
  const attempt = (email: string) =>
    world.call('POST', '/api/session/password', { body: { email, password: 'au hasard' } });
  for (let count = 0; count <= accountBackOff.free; count += 1) {
    const known = await attempt(salma.email);
    const unknown = await attempt('personne@police.example');
    expect(unknown.status).toBe(known.status);
    expect(unknown.text).toBe(known.text);
  }
});

test('lock-outs and refusals are journalled by rule, without an address or a name', async () => {
  const world = await partiesWorld();
  const salma = await firstAdministrator(world);
  for (let count = 0; count < accountBackOff.free; count += 1)
    await world.call('POST', '/api/session/password', {
      body: { email: salma.email, password: 'faux mot de passe' },
    });
  const entries = await world.database.transact({ ...system, party: world.self }, (unit) =>
    world.journal.entries(unit, { limit: 50 }),
  );
  const text = JSON.stringify(entries);
  expect(text).toContain('"rule":"wrong-secret"');
  expect(text).toContain('"verb":"parties.lock-out"');
  for (const personal of [salma.email, 'Berrada', '127.0.0.1', salma.secret])
    expect(text).not.toContain(personal);
});

test('a session ends when it is idle, and in any case after its longest life', async () => {
  const world = await partiesWorld();
  const salma = await firstAdministrator(world);
  const { cookie } = await signIn(world, salma);
  const ask = async () => (await world.call('GET', '/api/session', { cookie })).status;
  const stepMs = partiesLimits.sessionIdleMs - 60_000;
  let passedMs = 0;
  while (passedMs + stepMs < partiesLimits.sessionAbsoluteMs) {
    world.clock.advance(stepMs);
    passedMs += stepMs;
    expect(await ask()).toBe(200);
  }
  world.clock.advance(partiesLimits.sessionAbsoluteMs - passedMs);
  expect(await ask()).toBe(401);
  const idle = await signIn(world, salma);
  world.clock.advance(partiesLimits.sessionIdleMs);
  expect((await world.call('GET', '/api/session', { cookie: idle.cookie })).status).toBe(401);
});

test('a changed password ends the other sessions, and the present one is asked for first', async () => {
  const world = await partiesWorld();
  const salma = await firstAdministrator(world);
  const [first, second] = [await signIn(world, salma), await signIn(world, salma)];
  const change = (current: string, next: string) =>
    world.call('POST', '/api/parties/me/password', { body: { current, next }, cookie: first.cookie });
  expect((await change('faux mot de passe', 'quatre moineaux à Salé')).body.fault.code).toBe(
    'parties/password-wrong',
  );
  expect((await change(aPassword, 'nadia berrada 2024')).body.fault.code).toBe('parties/password-weak');
  expect((await change(aPassword, 'quatre moineaux à Salé')).status).toBe(204);
  expect((await world.call('GET', '/api/session', { cookie: first.cookie })).status).toBe(200);
  expect((await world.call('GET', '/api/session', { cookie: second.cookie })).status).toBe(401);
  expect((await signIn(world, salma)).status).toBe(401);
  expect((await signIn(world, salma, 'quatre moineaux à Salé')).status).toBe(200);
});

test('an enrolment link works once, and not after its life', async () => {
  const world = await partiesWorld();
  const { enrolment } = await world.parties.createFirstAdministrator({
    name: 'Nadia Berrada',
    nameArabic: 'نادية برادة',
    email: 'a@police.example',
    languages: ['fr'],
  });
  const token = enrolment.address.split('#')[1];
  const look = () => world.call('POST', '/api/enrolment', { body: { token } });
  expect((await look()).body).toMatchObject({ name: 'Nadia Berrada', email: 'a@police.example' });
  const { body: setup } = await world.call('POST', '/api/enrolment/totp', { body: { token } });
  const finish = (code: string) =>
    world.call('POST', '/api/enrolment/finish', {
      body: { kind: 'password', token, password: aPassword, code },
    });
  expect((await finish('000000')).body.fault.code).toBe('parties/code-wrong');
  expect((await finish(codeAt(world, setup.secret))).status).toBe(200);
  expect((await finish(codeAt(world, setup.secret))).body.fault.code).toBe('parties/enrolment-invalid');
  expect((await look()).status).toBe(401);
});

test('without a second factor there is no finishing an enrolment', async () => {
  const world = await partiesWorld();
  const { enrolment } = await world.parties.createFirstAdministrator({
    name: 'Nadia Berrada',
    nameArabic: 'نادية برادة',
    email: 'a@police.example',
    languages: ['fr'],
  });
  const token = enrolment.address.split('#')[1];
  const body = { kind: 'password', token, password: aPassword };
  expect((await world.call('POST', '/api/enrolment/finish', { body })).status).toBe(400);
  const guessed = { ...body, code: '123456' };
  const answer = await world.call('POST', '/api/enrolment/finish', { body: guessed });
  expect(answer.body.fault.code).toBe('parties/code-wrong');
  const alone = await world.call('POST', '/api/session/password', {
    body: { email: 'a@police.example', password: aPassword },
  });
  expect(alone.status).toBe(401);
});
