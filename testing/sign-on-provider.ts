/** A real OpenID Connect provider (`oidc-provider`) on loopback, whose users sign in without being asked. */
import { createServer, type Server } from 'node:http';
import { Provider } from 'oidc-provider';
import { onTestFinished } from 'vitest';

export interface ProviderAccount {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
}

export interface SignOnProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who sits at the browser from now on. */
  become(account: ProviderAccount): void;
}

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const heard = server.address();
      if (heard === null || typeof heard === 'string') reject(new Error('not a port'));
      else resolve(heard.port);
    });
  });

/** A port that nobody listens on at the moment. */
export const freePort = async (): Promise<number> => {
  const server = createServer();
  const port = await listening(server, 0);
  await new Promise((resolve) => server.close(resolve));
  return port;
};

export const signOnProvider = async (redirectUri: string): Promise<SignOnProvider> => {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const client = { clientId: 'tansiq', clientSecret: 'a secret of the test alone, long enough' };
  const accounts = new Map<string, ProviderAccount>();
  let current = '';
  const provider: Provider = new Provider(issuer, {
    clients: [
      { client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [redirectUri] },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...accounts.get(sub), sub }) }),
    loadExistingGrant: async (context) => {
      const grant = new provider.Grant({
        clientId: context.oidc.client?.clientId ?? '',
        accountId: context.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/interaction/'))
      void provider.interactionFinished(request, response, { login: { accountId: current } });
    else void answer(request, response);
  });
  await listening(server, port);
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    issuer,
    ...client,
    become: (account) => {
      accounts.set(account.sub, account);
      current = account.sub;
    },
  };
};

/** A browser's navigation: follows redirects, keeps cookies, stops before `stopAt` is asked for. */
export const createBrowser = () => {
  const jar = new Map<string, string>();
  return {
    cookies: jar,
    navigate: async (start: string, stopAt: (address: URL) => boolean = () => false): Promise<URL> => {
      let address = new URL(start);
      for (let hops = 0; hops < 20; hops += 1) {
        if (stopAt(address)) return address;
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const response = await fetch(address, { redirect: 'manual', headers: { cookie } });
        await response.arrayBuffer();
        for (const line of response.headers.getSetCookie()) {
          const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
          jar.set(name, value);
        }
        const next = response.headers.get('location');
        if (next === null) return address;
        address = new URL(next, address);
      }
      throw new Error('too many redirects');
    },
  };
};
