/** HTTP adapter of requests. */
import Type from 'typebox';
import { oneOf } from '../../kernel/schemas.ts';
import { actorOf, type HttpApp, httpLimits } from '../../plumbing/http/index.ts';
import { itemDraftSchema, itemSchema } from '../exchange/index.ts';
import {
  askSchema,
  assignSchema,
  boardCountsSchema,
  boardFilterSchema,
  boardPageSchema,
  earlierSchema,
  keptScratchSchema,
  outcomeSchema,
  outcomes,
  requestParamsSchema,
  scratchParamsSchema,
  scratchSchema,
  seenQuerySchema,
  stepDraftSchema,
  storySchema,
  strandParamsSchema,
  strandSchema,
} from './contract.ts';
import type { RequestService } from './verbs-service.ts';

const tags = ['requests'];
const path = '/api/requests';
const strict = { additionalProperties: false } as const;
const requestDraftSchema = Type.Object({ item: itemDraftSchema, ask: askSchema }, strict);
const answerDraftSchema = Type.Object({ item: itemDraftSchema, outcome: oneOf(outcomes) }, strict);
const requestSchema = Type.Object({ item: itemSchema, ...storySchema });

/** Registers `/api/requests`. */
export const registerRequests = (app: HttpApp, service: RequestService): void => {
  registerBoard(app, service);
  registerWriting(app, service);
  registerStrands(app, service);
  registerScratch(app, service);
};

const registerBoard = (app: HttpApp, service: RequestService): void => {
  app.get(
    path,
    { schema: { tags, querystring: boardFilterSchema, response: { 200: boardPageSchema } } },
    (request) => service.list(actorOf(request), request.query),
  );
  app.get(`${path}/counts`, { schema: { tags, response: { 200: boardCountsSchema } } }, (request) =>
    service.counts(actorOf(request)),
  );
  app.get(
    `${path}/:id`,
    { schema: { tags, params: requestParamsSchema, response: { 200: requestSchema } } },
    (request) => service.show(actorOf(request), request.params.id),
  );
  app.get(
    `${path}/:id/earlier`,
    { schema: { tags, params: requestParamsSchema, response: { 200: earlierSchema } } },
    (request) => service.earlier(actorOf(request), request.params.id),
  );
};

const registerWriting = (app: HttpApp, service: RequestService): void => {
  const params = requestParamsSchema;
  const bodyLimit = httpLimits.importBytes;
  app.post(
    path,
    { bodyLimit, schema: { tags, body: requestDraftSchema, response: { 201: itemSchema } } },
    async (request, reply) => reply.code(201).send(await service.compose(actorOf(request), request.body)),
  );
  app.put(
    `${path}/:id`,
    {
      bodyLimit,
      schema: {
        tags,
        params,
        querystring: seenQuerySchema,
        body: requestDraftSchema,
        response: { 200: itemSchema },
      },
    },
    (request) => service.edit(actorOf(request), request.params.id, request.query.version, request.body),
  );
  app.post(
    `${path}/:id/answers`,
    { bodyLimit, schema: { tags, params, body: answerDraftSchema, response: { 201: itemSchema } } },
    async (request, reply) =>
      reply.code(201).send(await service.answer(actorOf(request), request.params.id, request.body)),
  );
  app.put(
    `${path}/answers/:id/outcome`,
    { schema: { tags, params, body: outcomeSchema } },
    async (request, reply) => {
      await service.decideOutcome(actorOf(request), request.params.id, request.body.outcome);
      return reply.code(204).send();
    },
  );
};

const registerScratch = (app: HttpApp, service: RequestService): void => {
  const params = scratchParamsSchema;
  const at = `${path}/scratch/:name`;
  app.get(at, { schema: { tags, params, response: { 200: scratchSchema } } }, (request) =>
    service.readScratch(actorOf(request), request.params.name),
  );
  app.put(at, { schema: { tags, params, body: keptScratchSchema } }, async (request, reply) => {
    await service.keepScratch(actorOf(request), request.params.name, request.body.content);
    return reply.code(204).send();
  });
  app.delete(at, { schema: { tags, params } }, async (request, reply) => {
    await service.dropScratch(actorOf(request), request.params.name);
    return reply.code(204).send();
  });
};

const registerStrands = (app: HttpApp, service: RequestService): void => {
  const params = strandParamsSchema;
  const response = { 200: strandSchema };
  app.post(
    `${path}/:id/strands/:party/steps`,
    { schema: { tags, params, body: stepDraftSchema, response } },
    (request) => service.step(actorOf(request), request.params.id, request.params.party, request.body),
  );
  app.post(
    `${path}/:id/strands/:party/assign`,
    { schema: { tags, params, body: assignSchema, response } },
    (request) => service.assign(actorOf(request), request.params.id, request.params.party, request.body),
  );
};
