/** HTTP adapter of likely duplicates. */
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import { itemSchema } from '../contract.ts';
import {
  confirmSchema,
  dismissSchema,
  duplicateGroupsSchema,
  duplicatePageSchema,
  duplicateQuerySchema,
  duplicateSchema,
  pairSchema,
  tellSchema,
} from './contract.ts';
import type { DuplicateService } from './duplicates-service.ts';

const tags = ['exchange'];
const path = '/api/exchange/duplicates';
const onPair = `${path}/:first/:second`;
const params = pairSchema;

/** Registers `/api/exchange/duplicates`. */
export const registerDuplicates = (app: HttpApp, service: DuplicateService): void => {
  app.get(
    path,
    { schema: { tags, querystring: duplicateQuerySchema, response: { 200: duplicatePageSchema } } },
    (request) => service.duplicates(actorOf(request), request.query),
  );
  app.get(`${path}/groups`, { schema: { tags, response: { 200: duplicateGroupsSchema } } }, (request) =>
    service.groups(actorOf(request)),
  );
  const response = { 200: duplicateSchema };
  app.post(`${onPair}/confirm`, { schema: { tags, params, body: confirmSchema, response } }, (request) =>
    service.confirm(actorOf(request), request.params, request.body),
  );
  app.post(`${onPair}/dismiss`, { schema: { tags, params, body: dismissSchema, response } }, (request) =>
    service.dismiss(actorOf(request), request.params, request.body),
  );
  app.post(`${onPair}/reopen`, { schema: { tags, params, response } }, (request) =>
    service.reopen(actorOf(request), request.params),
  );
  app.post(
    `${onPair}/tell`,
    { schema: { tags, params, body: tellSchema, response: { 201: itemSchema } } },
    async (request, reply) =>
      reply.code(201).send(await service.tell(actorOf(request), request.params, request.body)),
  );
};
