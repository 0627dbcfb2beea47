/**
 * The operator's door: whoever can read the node's data folder may steer it from the command line. A secret
 * in a file of that folder, made anew at each start, opens these routes, and only from this machine itself:
 * the console's port may stand behind a proxy, where every request seems to come from near. What he does is
 * journalled as the operator's; from outside, the door looks like nothing at all.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Assistance } from './capabilities/assistance/index.ts';
import {
  type Exchange,
  type ExchangeService,
  importQuerySchema,
  importSchema,
} from './capabilities/exchange/index.ts';
import type { Matching } from './capabilities/matching/index.ts';
import type { Parties } from './capabilities/parties/index.ts';
import type { RequestService } from './capabilities/requests/index.ts';
import {
  entryDraftSchema,
  entryFilterSchema,
  type LogService,
  registerSitrepsForOperator,
  type SitrepService,
} from './capabilities/watch/index.ts';
import type { Federation } from './federation/index.ts';
import { sha256 } from './kernel/canonical.ts';
import { allow, refuse, type SystemActor } from './kernel/decision.ts';
import { Fault } from './kernel/faults.ts';
import type { PartyId } from './kernel/ids.ts';
import { itemIdSchema, partyIdSchema } from './kernel/schemas.ts';
import type { Clock } from './kernel/time.ts';
import { registerAssistanceDoor } from './operator-assistance.ts';
import { registerRequestsDoor } from './operator-requests.ts';
import type { Attachments } from './plumbing/attachments/index.ts';
import { operatorHeader, operatorSecretFile } from './plumbing/config/index.ts';
import { type HttpApp, httpLimits } from './plumbing/http/index.ts';
import { exportJournal, type Journal } from './plumbing/journal/index.ts';
import { identityKeysOf } from './plumbing/keys/index.ts';
import type { Verbs } from './plumbing/verbs/index.ts';

const secretBytes = 32;
/** More wrong secrets than this in a minute are refused all the same, but no longer fill the journal. */
const journalledRefusalsPerMinute = 10;
/** What proxies add. A request with any of them was made by somebody else, somewhere else. */
const proxyHeaders = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
];

export interface OperatorNeeds {
  readonly folder: string;
  readonly self: PartyId;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly verbs: Verbs;
  readonly federation: Federation;
  readonly exchange: ExchangeService;
  readonly searchIndex: Exchange['searchIndex'];
  readonly requests: RequestService;
  readonly assistance: Pick<Assistance, 'exported'>;
  readonly parties: Parties;
  readonly log: LogService;
  readonly sitreps: SitrepService;
  readonly matching: Matching;
  readonly attachments: Attachments;
}

interface Hidden {
  readonly config: { readonly open: true };
  onRequest(request: FastifyRequest): Promise<void>;
}

const linkVerbs = ['accept', 'suspend', 'resume', 'end'] as const;
const holdsTheFolder = allow('operator/holds-the-data-folder');

/**
 * Whether a request was made on this machine: from the loopback, or from the very address that it was sent
 * to, which nobody else can answer from.
 */
export const isFromThisMachine = (request: {
  readonly headers: FastifyRequest['headers'];
  readonly socket: {
    readonly remoteAddress?: string | undefined;
    readonly localAddress?: string | undefined;
  };
}): boolean => {
  if (proxyHeaders.some((name) => request.headers[name] !== undefined)) return false;
  const plain = (address: string | undefined): string => (address ?? '').replace(/^::ffff:/, '');
  const from = plain(request.socket.remoteAddress);
  if (from === '::1' || /^127(\.\d+){3}$/.test(from)) return true;
  return from !== '' && from === plain(request.socket.localAddress);
};

/** Says whether one more refusal goes into the journal. */
const createRefusalLimit = (clock: Clock): (() => boolean) => {
  let minute = '';
  let count = 0;
  return () => {
    const now = clock.now().slice(0, 'yyyy-mm-ddThh:mm'.length);
    count = now === minute ? count + 1 : 1;
    minute = now;
    return count <= journalledRefusalsPerMinute;
  };
};

/** The check before each route. Only a request that claims to be the operator's is worth a journal entry. */
const createDoor = ({ self, clock, verbs }: OperatorNeeds, secret: string): Hidden => {
  const stranger: SystemActor = { kind: 'system', name: 'stranger', party: self };
  const maySay = createRefusalLimit(clock);
  const judge = (request: FastifyRequest, given: string | string[]): string | null => {
    if (!isFromThisMachine(request)) return 'operator/from-elsewhere';
    const isSecret = typeof given === 'string' && timingSafeEqual(sha256(given), sha256(secret));
    return isSecret ? null : 'operator/wrong-secret';
  };
  return {
    config: { open: true },
    onRequest: async (request) => {
      const given = request.headers[operatorHeader];
      if (given === undefined) throw new Fault('access/absent');
      const rule = judge(request, given);
      if (rule === null) return;
      if (maySay())
        await verbs.read({ actor: stranger, verb: 'operator.enter', subject: null }, async ({ permit }) =>
          permit(refuse(rule, 'access/absent')),
        );
      throw new Fault('access/absent');
    },
  };
};

/**
 * The secret is there exactly while the node listens; a start that fails leaves that of a running node
 * alone.
 */
const keepSecretFile = (app: HttpApp, folder: string, secret: string): (() => Promise<void>) => {
  const path = join(folder, operatorSecretFile);
  let isOurs = false;
  app.addHook('onClose', async () => {
    if (isOurs) await rm(path, { force: true });
  });
  return async () => {
    const draft = `${path}.${process.pid}`;
    // A file of our own making: an older one could have wider rights, or be a link to elsewhere.
    await rm(draft, { force: true });
    await writeFile(draft, `${secret}\n`, { mode: 0o600, flag: 'wx' });
    await rename(draft, path);
    isOurs = true;
  };
};

/**
 * Makes this start's secret and registers the routes; returns what writes the secret, once the node
 * listens.
 */
export const registerOperator = (app: HttpApp, needs: OperatorNeeds): (() => Promise<void>) => {
  const secret = randomBytes(secretBytes).toString('base64url');
  const publishSecret = keepSecretFile(app, needs.folder, secret);
  const actor: SystemActor = { kind: 'system', name: 'operator', party: needs.self };
  const hidden = createDoor(needs, secret);
  registerLinks(app, needs, actor, hidden);
  registerJournal(app, needs, actor, hidden);
  registerAttachmentCheck(app, needs, actor, hidden);
  app.post('/operator/rotate-key', { ...hidden, schema: { hide: true } }, async () => {
    await needs.federation.rotateKey();
    return { publicKey: needs.federation.identity().descriptor.identityKey };
  });
  app.post(
    '/operator/stix',
    {
      ...hidden,
      bodyLimit: httpLimits.importBytes,
      schema: { hide: true, querystring: importQuerySchema, body: importSchema },
    },
    ({ body, query }) => needs.exchange.importBundle(actor, body.draft, body.bundle, query.dryRun ?? false),
  );
  const { searchIndex, log } = needs;
  registerSitrepsForOperator(app, needs.sitreps, { actor, door: hidden });
  needs.matching.registerForOperator(app, { actor, door: hidden });
  app.get('/operator/log', { ...hidden, schema: { hide: true, querystring: entryFilterSchema } }, (request) =>
    log.list(actor, request.query),
  );
  app.post('/operator/log', { ...hidden, schema: { hide: true, body: entryDraftSchema } }, (request) =>
    log.write(actor, request.body),
  );
  app.post('/operator/search/rebuild', { ...hidden, schema: { hide: true } }, () => searchIndex.begin(actor));
  app.post('/operator/search/step', { ...hidden, schema: { hide: true } }, () => searchIndex.step());
  app.get(
    '/operator/stix/:id',
    { ...hidden, schema: { hide: true, params: Type.Object({ id: itemIdSchema }) } },
    ({ params }) => needs.exchange.exportBundle(actor, params.id),
  );
  registerRequestsDoor(app, needs.requests, actor, hidden);
  registerAssistanceDoor(app, needs.assistance, actor, hidden);
  return publishSecret;
};

/**
 * The whole journal as lines, while the node runs. A failure on the way cuts them off, which the reader
 * sees.
 */
const registerJournal = (app: HttpApp, needs: OperatorNeeds, actor: SystemActor, hidden: Hidden): void => {
  const { verbs, journal, folder } = needs;
  app.get('/operator/journal', { ...hidden, schema: { hide: true } }, (request, reply) => {
    const lines = new PassThrough();
    const written = verbs.read({ actor, verb: 'journal.export', subject: null }, async ({ unit, permit }) => {
      permit(holdsTheFolder);
      const publicKeys = await identityKeysOf(join(folder, 'keys'));
      await pipeline(Readable.from(exportJournal(unit, { journal, publicKeys })), lines);
    });
    written.catch((error: Error) => {
      request.log.error({ err: error }, 'journal export');
      lines.destroy(error);
    });
    return reply.type('application/jsonl').send(lines);
  });
};

/** How often a check that goes on says so: a silent answer would be given up. */
const signOfLifeMs = 1_000;

/** Hashes the whole store anew: a line now and then with how many are done, and the verdict as the last. */
const registerAttachmentCheck = (
  app: HttpApp,
  { verbs, attachments }: OperatorNeeds,
  actor: SystemActor,
  hidden: Hidden,
): void => {
  app.get('/operator/attachments', { ...hidden, schema: { hide: true } }, async (request, reply) => {
    const call = { actor, verb: 'exchange.verify-attachments', subject: null };
    await verbs.run(call, async ({ permit }) => permit(holdsTheFolder));
    const lines = new PassThrough();
    let last = performance.now();
    const hear = (contents: number): void => {
      if (performance.now() - last < signOfLifeMs) return;
      last = performance.now();
      lines.write(`${JSON.stringify({ checked: contents })}\n`);
    };
    attachments.verify(hear).then(
      (verdict) => lines.end(`${JSON.stringify(verdict)}\n`),
      (error: Error) => {
        request.log.error({ err: error }, 'attachments check');
        lines.destroy(error);
      },
    );
    return reply.type('application/jsonl').send(lines);
  });
};

const registerLinks = (
  app: HttpApp,
  { verbs, federation }: OperatorNeeds,
  actor: SystemActor,
  hidden: Hidden,
): void => {
  app.get('/operator/links', { ...hidden, schema: { hide: true } }, () =>
    verbs.read({ actor, verb: 'parties.links', subject: null }, async ({ unit, permit }) => {
      permit(holdsTheFolder);
      const { party, address, fingerprint } = federation.identity();
      return { self: { party, address, fingerprint }, links: await federation.links(unit) };
    }),
  );
  app.post(
    '/operator/links',
    { ...hidden, schema: { hide: true, body: Type.Object({ address: Type.String({ maxLength: 300 }) }) } },
    async ({ body }) => {
      const found = await federation.inspect(body.address);
      const call = { actor, verb: 'parties.propose-link', subject: found.party };
      return verbs.run(call, async ({ unit, permit }) => {
        permit(holdsTheFolder);
        const party = await federation.propose(unit, found);
        return (await federation.links(unit)).find((link) => link.party === party);
      });
    },
  );
  for (const verb of linkVerbs)
    app.post(
      `/operator/links/:party/${verb}`,
      { ...hidden, schema: { hide: true, params: Type.Object({ party: partyIdSchema }) } },
      ({ params }) =>
        verbs.run(
          { actor, verb: `parties.${verb}-link`, subject: params.party },
          async ({ unit, permit }) => {
            permit(holdsTheFolder);
            await federation[verb](unit, params.party);
            return (await federation.links(unit)).find((link) => link.party === params.party);
          },
        ),
    );
};
