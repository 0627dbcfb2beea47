/** HTTP adapter of alerts. */
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import { watchLimits } from '../contract.ts';
import type { AlertService } from './alerts-service.ts';
import {
  acknowledgeSchema,
  alertCancelSchema,
  alertDraftSchema,
  alertListSchema,
  alertParamsSchema,
  alertSchema,
  alertUpdateSchema,
} from './contract.ts';

const tags = ['watch'];
const path = '/api/watch/alerts';

/** Registers `/api/watch/alerts`. */
export const registerAlerts = (app: HttpApp, service: AlertService): void => {
  const params = alertParamsSchema;
  const answer = { 200: alertSchema };
  const bodyLimit = watchLimits.bodyBytes;
  app.get(path, { schema: { tags, response: { 200: alertListSchema } } }, (request) =>
    service.list(actorOf(request)),
  );
  app.post(
    path,
    { bodyLimit, schema: { tags, body: alertDraftSchema, response: { 201: alertSchema } } },
    async (request, reply) => reply.code(201).send(await service.compose(actorOf(request), request.body)),
  );
  app.get(`${path}/:id`, { schema: { tags, params, response: answer } }, (request) =>
    service.read(actorOf(request), request.params.id),
  );
  app.post(`${path}/:id/send`, { schema: { tags, params, response: answer } }, (request) =>
    service.send(actorOf(request), request.params.id),
  );
  app.post(
    `${path}/:id/cancel`,
    { bodyLimit, schema: { tags, params, body: alertCancelSchema, response: answer } },
    (request) => service.cancel(actorOf(request), request.params.id, request.body.reason.trim()),
  );
  app.post(
    `${path}/:id/update`,
    { bodyLimit, schema: { tags, params, body: alertUpdateSchema, response: { 201: alertSchema } } },
    async (request, reply) =>
      reply.code(201).send(await service.update(actorOf(request), request.params.id, request.body)),
  );
  app.post(
    `${path}/:id/acknowledge`,
    { bodyLimit, schema: { tags, params, body: acknowledgeSchema, response: answer } },
    (request) =>
      service.acknowledge(actorOf(request), request.params.id, request.body.contact?.trim() || null),
  );
};
