/** One node's parties over real HTTP and SQL, with a clock that the test turns and links that it sets. */
import { generateKeyPairSync, sign } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import {
  createParties,
  type Links,
  type Parties,
  type PartiesNeeds,
  partiesMigrations,
} from '../server/capabilities/parties/index.ts';
import type { Link, LinkState } from '../server/capabilities/parties/link-contract.ts';
import type { PersonActor, Role } from '../server/kernel/decision.ts';
import { newId, type PartyId } from '../server/kernel/ids.ts';
import { type Instant, later } from '../server/kernel/time.ts';
import { type Database, migrate, openDatabase } from '../server/plumbing/database/index.ts';
import { createHttp } from '../server/plumbing/http/index.ts';
import { createJournal, type Journal } from '../server/plumbing/journal/index.ts';
import { createLive } from '../server/plumbing/live/index.ts';
import { createVerbs } from '../server/plumbing/verbs/index.ts';
import { freshDatabase } from './database.ts';

export interface TurnableClock {
  now(): Instant;
  advance(ms: number): void;
}

export const turnableClock = (start = '2024-07-26T06:00:00.000Z'): TurnableClock => {
  let at = start;
  return {
    now: () => at,
    advance: (ms) => {
      at = later(at, ms);
    },
  };
};

/** Links held in memory, in the state that the test gives them. */
export interface TestLinks extends Links {
  set(party: PartyId, state: LinkState): void;
}

const testLinks = (self: PartyId): TestLinks => {
  const states = new Map<PartyId, LinkState>();
  const spoken = { ar: ['نخلة'], fr: ['palmier'], en: ['palm'] };
  const change = (state: LinkState) => async (_unit: unknown, party: PartyId) => {
    states.set(party, state);
  };
  return {
    set: (party, state) => states.set(party, state),
    identity: () => ({ party: self, address: 'https://127.0.0.1:21400', fingerprint: spoken }),
    links: async () =>
      [...states].map(
        ([party, state]): Link => ({
          party,
          name: { ar: 'المديرية العامة للأمن الوطني', fr: 'DGSN', en: 'DGSN' },
          country: 'MA',
          address: 'https://127.0.0.1:21401',
          state,
          fingerprint: { ar: [...spoken.ar], fr: [...spoken.fr], en: [...spoken.en] },
          since: '2024-07-01T00:00:00.000Z',
          queue: { waiting: 0, lastDeliveredAt: null },
        }),
      ),
    propose: async () => {
      const party = newId('party');
      states.set(party, 'proposed');
      return party;
    },
    accept: change('active'),
    suspend: change('suspended'),
    resume: change('active'),
    end: change('ended'),
  };
};

/** What came back over HTTP. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
  readonly body: any;
  readonly text: string;
  readonly headers: Headers;
  /** The session cookie that was set, as a client would send it back. */
  readonly cookie: string | null;
}
export type Call = (
  method: string,
  path: string,
  options?: { body?: unknown; cookie?: string | null; headers?: Record<string, string> },
) => Promise<Answer>;

const callOf =
  (origin: string): Call =>
  async (method, path, { body, cookie, headers } = {}) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const set = response.headers.getSetCookie().find((line) => line.startsWith('tansiq_session='));
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    return {
      status: response.status,
      text,
      body: isJson ? JSON.parse(text) : null,
      headers: response.headers,
      cookie: set?.split(';')[0] ?? null,
    };
  };

export interface PartiesWorld {
  readonly parties: Parties;
  readonly call: Call;
  readonly clock: TurnableClock;
  readonly links: TestLinks;
  readonly database: Database;
  readonly journal: Journal;
  readonly self: PartyId;
  readonly origin: string;
  readonly url: string;
  readonly openApi: () => unknown;
  /** An actor of the node's own, for calls that need no HTTP. */
  actor(role: Role): PersonActor;
}

const listen = async (needs: { parties: Parties; port: number }) => {
  const { parties, port } = needs;
  const app = await createHttp({
    title: 'test',
    version: '0',
    logLevel: 'error',
    authenticate: parties.authenticate,
  });
  parties.registerRoutes(app);
  await app.listen({ host: '127.0.0.1', port });
  return app;
};

/** A running node of one service; everything is gone when the test is. */
export const partiesWorld = async (
  options: Partial<Pick<PartiesNeeds, 'demo' | 'secureCookies' | 'publicAddress' | 'oidc'>> & {
    port?: number;
  } = {},
): Promise<PartiesWorld> => {
  const { port = 0, ...rest } = options;
  const { url, drop } = await freshDatabase();
  const journalFolder = new URL('../server/plumbing/journal/migrations', import.meta.url).pathname;
  await migrate({ url, folders: [{ name: 'journal', folder: journalFolder }, partiesMigrations] });
  const database = await openDatabase({ url });
  const clock = turnableClock();
  const self = newId('party');
  const keys = generateKeyPairSync('ed25519');
  const journal = createJournal({
    party: self,
    clock,
    keys: {
      publicKey: keys.publicKey.export({ format: 'jwk' }).x ?? '',
      sign: (text) => sign(null, Buffer.from(text), keys.privateKey).toString('base64url'),
    },
  });
  const live = await createLive({ database });
  const links = testLinks(self);
  const name = { ar: 'المديرية العامة للشرطة الوطنية', fr: 'Police nationale', en: 'National Police' };
  const parties = await createParties({
    database,
    journal,
    live,
    clock,
    links,
    verbs: createVerbs({ database, journal }),
    self: { id: self, name, country: 'FR', languages: ['fr', 'ar', 'en'] },
    demo: false,
    secureCookies: false,
    publicAddress: 'http://localhost:21400',
    ...rest,
  });
  const app = await listen({ parties, port });
  onTestFinished(async () => {
    await app.close();
    await live.close();
    await database.close();
    await drop();
  });
  const { port: heard } = app.server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${heard}`;
  const actor = (role: Role): PersonActor => ({
    kind: 'person',
    person: newId('person'),
    party: self,
    role,
    desks: [],
    circles: [],
    clearance: 'red',
  });
  const openApi = (): unknown => app.swagger();
  return {
    parties,
    call: callOf(origin),
    clock,
    links,
    database,
    journal,
    self,
    origin,
    url,
    openApi,
    actor,
  };
};
