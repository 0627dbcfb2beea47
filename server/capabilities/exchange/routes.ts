/** HTTP adapter of exchange. */
import Type from 'typebox';
import { actorOf, type HttpApp, httpLimits } from '../../plumbing/http/index.ts';
import {
  assignSchema,
  countsSchema,
  deliveryListSchema,
  importQuerySchema,
  importReportSchema,
  importSchema,
  itemDraftSchema,
  itemFilterSchema,
  itemPageSchema,
  itemParamsSchema,
  itemSchema,
  previewSchema,
  returnSchema,
  seenSchema,
} from './contract.ts';
import type { ExchangeService } from './items-service.ts';

const tags = ['exchange'];
const path = '/api/exchange/items';

/** Registers `/api/exchange`. */
export const registerExchange = (app: HttpApp, service: ExchangeService): void => {
  registerReading(app, service);
  registerDrafting(app, service);
  registerDeciding(app, service);
  registerImport(app, service);
};

const registerReading = (app: HttpApp, service: ExchangeService): void => {
  const params = itemParamsSchema;
  app.get(
    path,
    { schema: { tags, querystring: itemFilterSchema, response: { 200: itemPageSchema } } },
    (request) => service.list(actorOf(request), request.query),
  );
  app.get('/api/exchange/counts', { schema: { tags, response: { 200: countsSchema } } }, (request) =>
    service.counts(actorOf(request)),
  );
  app.get(`${path}/:id`, { schema: { tags, params, response: { 200: itemSchema } } }, (request) =>
    service.read(actorOf(request), request.params.id),
  );
  app.post(`${path}/:id/read`, { schema: { tags, params, response: { 200: itemSchema } } }, (request) =>
    service.markRead(actorOf(request), request.params.id),
  );
  app.get(
    `${path}/:id/deliveries`,
    { schema: { tags, params, response: { 200: deliveryListSchema } } },
    (request) => service.deliveries(actorOf(request), request.params.id),
  );
  app.get(`${path}/:id/preview`, { schema: { tags, params, response: { 200: previewSchema } } }, (request) =>
    service.preview(actorOf(request), request.params.id),
  );
  app.get(`${path}/:id/export`, { schema: { tags, params } }, async (request, reply) => {
    const bundle = await service.exportBundle(actorOf(request), request.params.id);
    return reply
      .type('application/stix+json;version=2.1')
      .header('content-disposition', `attachment; filename="${request.params.id}.json"`)
      .send(JSON.stringify(bundle));
  });
};

const registerDrafting = (app: HttpApp, service: ExchangeService): void => {
  const params = itemParamsSchema;
  const answer = { 200: itemSchema };
  const bodyLimit = httpLimits.importBytes;
  app.post(
    path,
    { bodyLimit, schema: { tags, body: itemDraftSchema, response: { 201: itemSchema } } },
    async (request, reply) => reply.code(201).send(await service.compose(actorOf(request), request.body)),
  );
  app.put(
    `${path}/:id`,
    {
      bodyLimit,
      schema: { tags, params, querystring: seenQuerySchema, body: itemDraftSchema, response: answer },
    },
    (request) => service.edit(actorOf(request), request.params.id, request.query.version, request.body),
  );
  app.delete(
    `${path}/:id`,
    { schema: { tags, params, querystring: seenQuerySchema } },
    async (request, reply) => {
      await service.discard(actorOf(request), request.params.id, request.query.version);
      return reply.code(204).send();
    },
  );
};

/** What is decided about an item that is written: by its author, by the contact point, by the watch. */
const registerDeciding = (app: HttpApp, service: ExchangeService): void => {
  const params = itemParamsSchema;
  const answer = { 200: itemSchema };
  app.post(
    `${path}/:id/propose`,
    { schema: { tags, params, body: seenSchema, response: answer } },
    (request) => service.propose(actorOf(request), request.params.id, request.body.version),
  );
  app.post(
    `${path}/:id/withdraw`,
    { schema: { tags, params, body: seenSchema, response: answer } },
    (request) => service.withdraw(actorOf(request), request.params.id, request.body.version),
  );
  app.post(
    `${path}/:id/assign`,
    { schema: { tags, params, body: assignSchema, response: answer } },
    (request) => service.assign(actorOf(request), request.params.id, request.body.desk),
  );
  app.post(
    `${path}/:id/release`,
    { schema: { tags, params, body: seenSchema, response: answer } },
    (request) => service.release(actorOf(request), request.params.id, request.body.version),
  );
  app.post(
    `${path}/:id/return`,
    { schema: { tags, params, body: returnSchema, response: answer } },
    (request) =>
      service.giveBack(actorOf(request), request.params.id, request.body.version, request.body.reason),
  );
};

const registerImport = (app: HttpApp, service: ExchangeService): void => {
  app.post(
    '/api/exchange/import',
    {
      bodyLimit: httpLimits.importBytes,
      schema: {
        tags,
        querystring: importQuerySchema,
        body: importSchema,
        response: { 200: importReportSchema },
      },
    },
    (request) =>
      service.importBundle(
        actorOf(request),
        request.body.draft,
        request.body.bundle,
        request.query.dryRun ?? false,
      ),
  );
};

const seenQuerySchema = Type.Object({ version: Type.Integer({ minimum: 1 }) });
