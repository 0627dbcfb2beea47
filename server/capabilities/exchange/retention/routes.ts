/** HTTP of review and erasure: no logic. */
import Type from 'typebox';
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import { itemParamsSchema, seenSchema } from '../contract.ts';
import { dueFilterSchema, duePageSchema, keepSchema, reviewedSchema } from './contract.ts';
import type { Retention } from './retention-service.ts';

export const registerRetention = (app: HttpApp, retention: Retention): void => {
  const tags = ['exchange'];
  const params = itemParamsSchema;
  app.get(
    '/api/exchange/due',
    { schema: { tags, querystring: dueFilterSchema, response: { 200: duePageSchema } } },
    (request) => retention.due(actorOf(request), request.query),
  );
  app.post(
    '/api/exchange/items/:id/keep',
    { schema: { tags, params, body: keepSchema, response: { 200: reviewedSchema } } },
    (request) => retention.keep(actorOf(request), request.params.id, request.body),
  );
  app.post(
    '/api/exchange/items/:id/erase',
    { schema: { tags, params, body: seenSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await retention.erase(actorOf(request), request.params.id, request.body.version);
      return reply.code(204).send(null);
    },
  );
};
