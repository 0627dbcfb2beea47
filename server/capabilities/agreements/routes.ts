/** HTTP adapter of agreements and circles. */
import { actorOf, type HttpApp } from '../../plumbing/http/index.ts';
import {
  agreementDraftSchema,
  agreementListSchema,
  agreementParamsSchema,
  agreementSchema,
  circleDraftSchema,
  circleListSchema,
  circleParamsSchema,
  circleSchema,
  circleSeenSchema,
} from './contract.ts';
import type { AgreementService } from './service.ts';

export const registerAgreements = (app: HttpApp, service: AgreementService): void => {
  const tags = ['agreements'];
  app.get('/api/agreements', { schema: { tags, response: { 200: agreementListSchema } } }, (request) =>
    service.list(actorOf(request)),
  );
  app.post(
    '/api/agreements',
    { schema: { tags, body: agreementDraftSchema, response: { 201: agreementSchema } } },
    async (request, reply) => reply.code(201).send(await service.compose(actorOf(request), request.body)),
  );
  for (const verb of ['propose', 'sign', 'end'] as const)
    app.post(
      `/api/agreements/:id/${verb}`,
      { schema: { tags, params: agreementParamsSchema, response: { 200: agreementSchema } } },
      (request) => service[verb](actorOf(request), request.params.id),
    );
  app.get('/api/circles', { schema: { tags, response: { 200: circleListSchema } } }, (request) =>
    service.listCircles(actorOf(request)),
  );
  app.put(
    '/api/circles/:id',
    {
      schema: {
        tags,
        params: circleParamsSchema,
        querystring: circleSeenSchema,
        body: circleDraftSchema,
        response: { 200: circleSchema },
      },
    },
    (request) =>
      service.versionCircle(actorOf(request), request.params.id, request.query.version, request.body),
  );
  app.post(
    '/api/circles',
    { schema: { tags, body: circleDraftSchema, response: { 201: circleSchema } } },
    async (request, reply) =>
      reply.code(201).send(await service.composeCircle(actorOf(request), request.body)),
  );
};
