/** One node's parties over real HTTP and SQL, with a clock that the test turns and links that it sets. */
import { generateKeyPairSync, sign } from 'node:crypto';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { onTestFinished } from 'vitest';
import {
  createParties,
  type Link,
  type LinkState,
  type Links,
  type Me,
  type Parties,
  type PartiesNeeds,
  partiesMigrations,
} from '../server/capabilities/parties/index.ts';
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

const turnableClock = (start = '2024-07-26T06:00:00.000Z'): TurnableClock => {
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
    prepare: async () => async () => {
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

/** What tests look into; each knows which part its request is answered with. */
export interface AnswerBody {
  readonly kind: string;
  readonly id: string;
  readonly state: string;
  readonly role: string;
  readonly roles: readonly string[];
  readonly clearance: string;
  readonly desk: unknown;
  readonly me: Me;
  readonly challenge: string;
  readonly options: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON;
  readonly secret: string;
  readonly bearer: string;
  readonly recoveryCodes: readonly string[];
  readonly enrolment: { readonly address: string };
  readonly fingerprint: unknown;
  readonly qr: string;
  readonly oidc: unknown;
  readonly fault: { readonly code: string };
}

/** What came back over HTTP. */
export interface Answer<Body = AnswerBody> {
  readonly status: number;
  readonly body: Body;
  readonly text: string;
  readonly headers: Headers;
  /** The session cookie that was set, as a client would send it back. */
  readonly cookie: string | null;
}
type Call = <Body = AnswerBody>(
  method: string,
  path: string,
  options?: { body?: unknown; cookie?: string | null; headers?: Record<string, string> },
) => Promise<Answer<Body>>;

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
    const set = response.headers.getSetCookie().find((line) => line.startsWith('tansiq_session'));
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

type WorldOptions = Partial<
  Pick<PartiesNeeds, 'demo' | 'secureCookies' | 'publicAddress' | 'oidc'> & { port: number }
>;

const selfName = {
  ar: 'المديرية العامة للشرطة الوطنية',
  fr: 'Police nationale',
  en: 'National Police',
};

const openPlumbing = async (self: PartyId, clock: TurnableClock) => {
  const { url, drop } = await freshDatabase();
  const journalFolder = new URL('../server/plumbing/journal/migrations', import.meta.url).pathname;
  await migrate({ url, folders: [{ name: 'journal', folder: journalFolder }, partiesMigrations] });
  const database = await openDatabase({ url });
  const pair = generateKeyPairSync('ed25519');
  const keys = {
    publicKey: pair.publicKey.export({ format: 'jwk' }).x ?? '',
    sign: (text: string) => sign(null, Buffer.from(text), pair.privateKey).toString('base64url'),
  };
  const journal = createJournal({ party: self, clock, keys });
  const live = await createLive({ database });
  const close = async (): Promise<void> => {
    await live.close();
    await database.close();
    await drop();
  };
  return { database, journal, live, verbs: createVerbs({ database, journal }), close };
};

/** A running node of one service; everything is gone when the test is. */
export const partiesWorld = async (options: WorldOptions = {}): Promise<PartiesWorld> => {
  const { port = 0, ...rest } = options;
  const clock = turnableClock();
  const self = newId('party');
  const { close, ...plumbing } = await openPlumbing(self, clock);
  const links = testLinks(self);
  const parties = await createParties({
    ...plumbing,
    clock,
    links,
    self: { id: self, name: selfName, country: 'FR', languages: ['fr', 'ar', 'en'] },
    demo: false,
    secureCookies: false,
    publicAddress: 'http://localhost:21400',
    ...rest,
  });
  const app = await listen({ parties, port });
  onTestFinished(async () => {
    await app.close();
    await close();
  });
  const [heard] = app.addresses();
  if (heard === undefined || typeof heard === 'string') throw new Error('the node does not listen');
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
  const call = callOf(`http://127.0.0.1:${heard.port}`);
  return { ...plumbing, parties, call, clock, links, self, openApi, actor };
};
