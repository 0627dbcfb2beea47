import { expect, test } from 'vitest';
import { createAuthenticator } from '../../../testing/authenticator.ts';
import { firstAdministrator, newPerson, tokenOf } from '../../../testing/officers.ts';
import { type PartiesWorld, partiesWorld } from '../../../testing/parties-world.ts';
import type { Passkey } from './contract.ts';
import { relyingParty } from './passkey.ts';

const origin = 'http://localhost:21400';

const enrolWithPasskey = async (world: PartiesWorld) => {
  const administrator = await firstAdministrator(world);
  const body = newPerson('yassine@police.example', ['liaison-officer']);
  const { cookie } = administrator;
  const invited = await world.call('POST', '/api/parties/people', { body, cookie });
  const token = tokenOf(invited.body.enrolment.address);
  const authenticator = createAuthenticator(origin);
  const { body: offer } = await world.call('POST', '/api/enrolment/passkey/options', { body: { token } });
  const response = authenticator.create(offer.options);
  const finish = { kind: 'passkey', token, challenge: offer.challenge, label: 'Téléphone', response };
  const done = await world.call('POST', '/api/enrolment/finish', { body: finish });
  return { authenticator, done, administrator };
};

const begin = async (world: PartiesWorld) => (await world.call('POST', '/api/session/passkey/options')).body;

test('a person enrols with a passkey alone and signs in with it, without typing who he is', async () => {
  const world = await partiesWorld();
  const { authenticator, done } = await enrolWithPasskey(world);
  expect(done.body.recoveryCodes).toHaveLength(10);
  const { challenge, options } = await begin(world);
  expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
  expect(options.allowCredentials ?? []).toEqual([]);
  const body = { challenge, response: authenticator.get(options) };
  const answer = await world.call('POST', '/api/session/passkey', { body });
  expect(answer.body).toMatchObject({ kind: 'signed-in', me: { email: 'yassine@police.example' } });
  const me = await world.call('GET', '/api/session', { cookie: answer.cookie });
  expect(me.status).toBe(200);
});

test('an answer is good once: a replay is refused', async () => {
  const world = await partiesWorld();
  const { authenticator } = await enrolWithPasskey(world);
  const { challenge, options } = await begin(world);
  const body = { challenge, response: authenticator.get(options) };
  expect((await world.call('POST', '/api/session/passkey', { body })).status).toBe(200);
  expect((await world.call('POST', '/api/session/passkey', { body })).status).toBe(401);
  const { challenge: next } = await begin(world);
  const stale = { ...body, challenge: next };
  expect((await world.call('POST', '/api/session/passkey', { body: stale })).status).toBe(401);
});

test.each([
  ['was made at another origin', { origin: 'https://evil.example' }],
  ['did not verify its user', { verified: false }],
])('an answer that %s is refused', async (_title, how) => {
  const world = await partiesWorld();
  const { authenticator } = await enrolWithPasskey(world);
  const { challenge, options } = await begin(world);
  const body = { challenge, response: authenticator.get(options, how) };
  const answer = await world.call('POST', '/api/session/passkey', { body });
  expect(answer).toMatchObject({ status: 401, body: { fault: { code: 'parties/sign-in-failed' } } });
});

test('a counter that goes back betrays a copied key', async () => {
  const world = await partiesWorld();
  const { authenticator } = await enrolWithPasskey(world);
  authenticator.turnCounterBack();
  const { challenge, options } = await begin(world);
  const body = { challenge, response: authenticator.get(options) };
  expect((await world.call('POST', '/api/session/passkey', { body })).status).toBe(401);
});

test('an unknown passkey gets the answer of a wrong one', async () => {
  const world = await partiesWorld();
  await enrolWithPasskey(world);
  const stranger = createAuthenticator(origin);
  const { challenge, options } = await begin(world);
  stranger.create({
    rp: { id: 'localhost', name: '' },
    user: { id: 'eA', name: '', displayName: '' },
    challenge: 'eA',
    pubKeyCredParams: [],
  });
  const body = { challenge, response: stranger.get(options) };
  const answer = await world.call('POST', '/api/session/passkey', { body });
  expect(answer.body.fault.code).toBe('parties/sign-in-failed');
});

test('an officer adds a second passkey and removes the first; the last way in stays', async () => {
  const world = await partiesWorld();
  const { done } = await enrolWithPasskey(world);
  const { cookie } = done;
  const path = '/api/parties/me/passkeys';
  const { body: offer } = await world.call('POST', `${path}/options`, { cookie });
  const response = createAuthenticator('http://127.0.0.1:21400').create(offer.options);
  const body = { challenge: offer.challenge, label: 'Clé de bureau', response };
  expect((await world.call('POST', path, { body, cookie })).status).toBe(201);
  const { body: both } = await world.call<Passkey[]>('GET', path, { cookie });
  expect(both.map((passkey) => passkey.label)).toEqual(['Téléphone', 'Clé de bureau']);
  expect((await world.call('DELETE', `${path}/${both[0]?.id}`, { cookie })).status).toBe(204);
  const last = await world.call('DELETE', `${path}/${both[1]?.id}`, { cookie });
  expect(last.body.fault.code).toBe('parties/last-way');
});

test('the relying party is the domain of the public address', () => {
  expect(relyingParty('https://tansiq.police.example/', 'x')).toMatchObject({
    id: 'tansiq.police.example',
    origins: ['https://tansiq.police.example'],
  });
  expect(relyingParty('http://127.0.0.1:7001', 'x')).toMatchObject({
    id: 'localhost',
    origins: ['http://localhost:7001', 'http://127.0.0.1:7001'],
  });
  expect(relyingParty('https://192.0.2.7:8443', 'x')).toBeNull();
  expect(relyingParty('https://[2001:db8::1]', 'x')).toBeNull();
});
