/** HTTP adapter of matching. */
import type { FastifyRequest } from 'fastify';
import type { SystemActor } from '../../kernel/decision.ts';
import { actorOf, type HttpApp, httpLimits } from '../../plumbing/http/index.ts';
import type { createCards } from './cards-service.ts';
import type { createChecking } from './checking-service.ts';
import * as contract from './contract.ts';
import type { createTold } from './telling-service.ts';

interface Parts {
  readonly checking: ReturnType<typeof createChecking>;
  readonly hits: ReturnType<typeof createCards>;
  readonly told: ReturnType<typeof createTold>;
}

const tags = ['matching'];
const root = '/api/matching';

/** Adds the routes of matching to the node's HTTP server. */
export const registerMatching = (app: HttpApp, { checking, hits, told }: Parts): void => {
  // What is pasted from elsewhere is brought into its form, whatever else stood between its letters.
  const foreign = { bodyLimit: httpLimits.importBytes, config: { keptAsGiven: ['identifiers'] } };
  const params = contract.idParamsSchema;
  app.post(
    `${root}/preview`,
    {
      ...foreign,
      schema: { tags, body: contract.previewDraftSchema, response: { 200: contract.readingListSchema } },
    },
    (request) => checking.preview(actorOf(request), request.body.identifiers),
  );
  app.post(
    `${root}/checks`,
    {
      ...foreign,
      schema: { tags, body: contract.checkDraftSchema, response: { 201: contract.checkResultSchema } },
    },
    async (request, reply) => reply.code(201).send(await checking.check(actorOf(request), request.body)),
  );
  app.get(`${root}/checks`, { schema: { tags, response: { 200: contract.checkListSchema } } }, (request) =>
    checking.list(actorOf(request)),
  );
  app.get(
    `${root}/checks/:id`,
    { schema: { tags, params, response: { 200: contract.checkResultSchema } } },
    (request) => checking.read(actorOf(request), request.params.id),
  );
  registerHits(app, hits);
  registerTold(app, told);
};

const registerHits = (app: HttpApp, hits: Parts['hits']): void => {
  const params = contract.idParamsSchema;
  app.get(`${root}/hits`, { schema: { tags, response: { 200: contract.cardListSchema } } }, (request) =>
    hits.list(actorOf(request)),
  );
  app.post(
    `${root}/hits/:id/dismiss`,
    { schema: { tags, params, body: contract.dismissalSchema, response: { 200: contract.cardSchema } } },
    (request) => hits.dismiss(actorOf(request), request.params.id, request.body),
  );
  app.post(
    `${root}/hits/:id/reopen`,
    { schema: { tags, params, response: { 200: contract.cardSchema } } },
    (request) => hits.reopen(actorOf(request), request.params.id),
  );
  app.post(
    `${root}/hits/:id/request`,
    {
      schema: {
        tags,
        params,
        body: contract.requestFromCardSchema,
        response: { 201: contract.requestedSchema },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await hits.request(actorOf(request), request.params.id, request.body.language)),
  );
  app.get(`${root}/alarms`, { schema: { tags, response: { 200: contract.alarmListSchema } } }, (request) =>
    hits.alarms(actorOf(request)),
  );
  app.get(`${root}/use`, { schema: { tags, response: { 200: contract.useListSchema } } }, (request) =>
    hits.use(actorOf(request)),
  );
};

const registerTold = (app: HttpApp, told: Parts['told']): void => {
  app.get(`${root}/told`, { schema: { tags, response: { 200: contract.toldListSchema } } }, (request) =>
    told.list(actorOf(request)),
  );
  app.post(
    `${root}/told/:id/decide`,
    {
      schema: {
        tags,
        params: contract.idParamsSchema,
        body: contract.toldDecisionSchema,
        response: { 200: contract.toldSchema },
      },
    },
    (request) => told.decide(actorOf(request), request.params.id, request.body.toAnswer),
  );
};

/** What lets only the operator in. */
interface Door {
  readonly config: { readonly open: true };
  onRequest(request: FastifyRequest): Promise<void>;
}

/** The same for whoever steers the node from the command line: how much is asked. */
export const registerMatchingForOperator = (
  app: HttpApp,
  hits: Parts['hits'],
  { actor, door }: { readonly actor: SystemActor; readonly door: Door },
): void => {
  app.get('/operator/matching/use', { ...door, schema: { hide: true } }, () => hits.use(actor));
};
