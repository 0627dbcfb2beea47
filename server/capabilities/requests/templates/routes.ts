/** HTTP adapter of templates. */
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import {
  templateDraftSchema,
  templateParamsSchema,
  templateSchema,
  templateSeenSchema,
  templatesSchema,
} from './contract.ts';
import type { createTemplates } from './templates-service.ts';

const tags = ['requests'];
const path = '/api/requests/templates';

/** Registers `/api/requests/templates`. */
export const registerTemplates = (app: HttpApp, service: ReturnType<typeof createTemplates>): void => {
  const params = templateParamsSchema;
  const response = { 200: templateSchema };
  app.get(path, { schema: { tags, response: { 200: templatesSchema } } }, (request) =>
    service.templates(actorOf(request)),
  );
  app.post(
    path,
    { schema: { tags, body: templateDraftSchema, response: { 201: templateSchema } } },
    async (request, reply) => reply.code(201).send(await service.addTemplate(actorOf(request), request.body)),
  );
  app.put(
    `${path}/:template`,
    { schema: { tags, params, querystring: templateSeenSchema, body: templateDraftSchema, response } },
    (request) => {
      const { params: named, query, body } = request;
      return service.editTemplate(actorOf(request), named.template, query.version, body);
    },
  );
  app.post(
    `${path}/:template/retire`,
    { schema: { tags, params, body: templateSeenSchema, response } },
    (request) => service.retireTemplate(actorOf(request), request.params.template, request.body.version),
  );
  app.post(
    `${path}/:template/restore`,
    { schema: { tags, params, body: templateSeenSchema, response } },
    (request) => service.restoreTemplate(actorOf(request), request.params.template, request.body.version),
  );
};
