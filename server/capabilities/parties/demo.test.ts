import { expect, test } from 'vitest';
import { partiesWorld } from '../../../testing/parties-world.ts';
import type { Ways } from './contract.ts';

const person = {
  name: 'Claire Fontaine',
  nameArabic: 'كلير فونتين',
  email: 'claire.fontaine@demo.example',
  roles: ['contact-point' as const],
  clearance: 'amber' as const,
  languages: ['fr' as const],
  password: 'un mot de passe de démonstration',
};

test('a demo account signs in with its password alone, its bearer token and HTTP Basic', async () => {
  const { parties, call } = await partiesWorld({ demo: true });
  const [account] = await parties.createDemoAccounts([person]);
  const signedIn = await call('POST', '/api/session/password', {
    body: { email: 'Claire.Fontaine@demo.example', password: person.password },
  });
  expect(signedIn.body).toMatchObject({ kind: 'signed-in', me: { role: 'contact-point', demo: true } });
  const me = await call('GET', '/api/session', { cookie: signedIn.cookie });
  expect(me.body).toMatchObject({ name: 'Claire Fontaine', party: { country: 'FR' } });
  const bearer = { authorization: `Bearer ${account?.token}` };
  expect((await call('GET', '/api/session', { headers: bearer })).status).toBe(200);
  const basic = Buffer.from(`${person.email}:${person.password}`).toString('base64');
  const known = { headers: { authorization: `Basic ${basic}` } };
  expect((await call('GET', '/api/session', known)).status).toBe(200);
  expect((await call('GET', '/api/session', known)).status).toBe(200);
});

test('demo accounts are made again without harm, and the earlier token stops working', async () => {
  const { parties, call } = await partiesWorld({ demo: true });
  const [first] = await parties.createDemoAccounts([person]);
  const [second] = await parties.createDemoAccounts([person]);
  expect(second?.person).toBe(first?.person);
  const ask = (token = '') => call('GET', '/api/session', { headers: { authorization: `Bearer ${token}` } });
  expect((await ask(first?.token)).status).toBe(401);
  expect((await ask(second?.token)).status).toBe(200);
});

test('whoever comes while the demo world is being filled is told so, until it is', async () => {
  const { parties, call } = await partiesWorld({ demo: true });
  const isFilling = async () => (await call<Ways>('GET', '/api/session/ways')).body.filling;
  expect(await isFilling()).toBe(false);
  parties.setFilling(true);
  expect(await isFilling()).toBe(true);
  parties.setFilling(false);
  expect(await isFilling()).toBe(false);
});

test('a node with demo accounts refuses to listen beyond this machine', async () => {
  const { parties } = await partiesWorld({ demo: true });
  await parties.createDemoAccounts([person]);
  await expect(parties.refuseDemoBeyondLoopback('127.0.0.1')).resolves.toBeUndefined();
  await expect(parties.refuseDemoBeyondLoopback('localhost')).resolves.toBeUndefined();
  for (const host of ['0.0.0.0', '::', '192.168.1.10', 'localhost.example.org'])
    await expect(parties.refuseDemoBeyondLoopback(host)).rejects.toMatchObject({
      code: 'parties/demo-beyond-loopback',
    });
});

test('a node that is no demo makes no demo accounts', async () => {
  const { parties } = await partiesWorld();
  await expect(parties.createDemoAccounts([person])).rejects.toThrow('bug');
});
