import { expect, test } from 'vitest';
import { firstAdministrator, newPerson, officer } from '../../../testing/officers.ts';
import { partiesWorld } from '../../../testing/parties-world.ts';
import { createBrowser, freePort, signOnProvider } from '../../../testing/sign-on-provider.ts';

const worldWithProvider = async () => {
  const port = await freePort();
  const publicAddress = `http://127.0.0.1:${port}`;
  const provider = await signOnProvider(`${publicAddress}/api/session/oidc/callback`);
  const { issuer, clientId, clientSecret } = provider;
  const oidc = { name: 'Portail agents', issuer, clientId, clientSecret };
  const world = await partiesWorld({ port, publicAddress, oidc });
  const administrator = await firstAdministrator(world);
  const salma = await officer(world, administrator, newPerson('salma@police.example', ['analyst']));
  const begin = `${publicAddress}/api/session/oidc`;
  const isConsole = (address: URL): boolean => address.origin === publicAddress && address.pathname === '/';
  return { world, provider, salma, administrator, begin, isConsole };
};
/** The session's cookie; it is named after the console's port. */
const sessionIn = (cookies: ReadonlyMap<string, string>) =>
  [...cookies].find(([name]) => name.startsWith('tansiq_session'));
const salmaThere = { sub: 'agent-4711', email: 'Salma@police.example', email_verified: true };

test('an officer signs in by the provider: by verified e-mail first, by subject then', async () => {
  const { world, provider, begin, isConsole } = await worldWithProvider();
  provider.become(salmaThere);
  for (const email of ['Salma@police.example', 'renamed@police.example']) {
    provider.become({ ...salmaThere, email });
    const browser = createBrowser();
    const end = await browser.navigate(begin, isConsole);
    expect(end.search).toBe('');
    const [name, token] = sessionIn(browser.cookies) ?? [];
    const cookie = `${name}=${token}`;
    const me = await world.call('GET', '/api/session', { cookie });
    expect(me.body).toMatchObject({ email: 'salma@police.example', role: 'analyst' });
  }
  const ways = await world.call('GET', '/api/session/ways');
  expect(ways.body.oidc).toEqual({ name: 'Portail agents' });
});

test.each([
  ['is unknown here', { sub: 'x', email: 'inconnu@police.example', email_verified: true }],
  ['has an e-mail address that the provider did not verify', { ...salmaThere, email_verified: false }],
])('whoever %s is not let in, and nobody is created', async (_title, account) => {
  const { world, provider, administrator, begin, isConsole } = await worldWithProvider();
  provider.become(account);
  const browser = createBrowser();
  const end = await browser.navigate(begin, isConsole);
  expect(end.search).toBe('?fault=parties%2Fsign-in-failed');
  expect(sessionIn(browser.cookies)).toBeUndefined();
  const { body } = await world.call('GET', '/api/parties/people', { cookie: administrator.cookie });
  expect(body).toHaveLength(2);
});

test('a person tied to one subject is not let in by another that claims his e-mail address', async () => {
  const { provider, begin, isConsole } = await worldWithProvider();
  provider.become(salmaThere);
  await createBrowser().navigate(begin, isConsole);
  provider.become({ ...salmaThere, sub: 'agent-666' });
  const browser = createBrowser();
  const end = await browser.navigate(begin, isConsole);
  expect(end.search).toBe('?fault=parties%2Fsign-in-failed');
});

test('a suspended person is not let in by the provider', async () => {
  const { world, provider, salma, administrator, begin, isConsole } = await worldWithProvider();
  const body = { state: 'suspended' };
  await world.call('PATCH', `/api/parties/people/${salma.id}`, { body, cookie: administrator.cookie });
  provider.become(salmaThere);
  expect((await createBrowser().navigate(begin, isConsole)).search).toContain('sign-in-failed');
});

test('an answer is good in the browser that asked for it, once, and unchanged', async () => {
  const { provider, begin, isConsole } = await worldWithProvider();
  provider.become(salmaThere);
  const isCallback = (address: URL): boolean => address.pathname.endsWith('/callback');
  const browser = createBrowser();
  const callback = await browser.navigate(begin, isCallback);
  const stranger = createBrowser();
  expect((await stranger.navigate(callback.href, isConsole)).search).toContain('challenge-expired');
  const forged = new URL(callback);
  forged.searchParams.set('state', 'forged');
  const other = createBrowser();
  await other.navigate(begin, isCallback);
  expect((await other.navigate(forged.href, isConsole)).search).toContain('sign-in-failed');
  expect((await browser.navigate(callback.href, isConsole)).search).toBe('');
  expect((await browser.navigate(callback.href, isConsole)).search).toContain('challenge-expired');
});
