/** HTTP adapter of situation reports. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { SystemActor } from '../../../kernel/decision.ts';
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import type { createAssembling } from './assembling-service.ts';
import {
  assembleSchema,
  comparisonSchema,
  documentQuerySchema,
  dueSchema,
  editSchema,
  revisionSchema,
  sendSchema,
  sitrepFilterSchema,
  sitrepLimits,
  sitrepPageSchema,
  sitrepParamsSchema,
  sitrepRowSchema,
  sitrepSchema,
} from './contract.ts';
import type { createEditing } from './editing-service.ts';
import { pagePolicy } from './page.ts';
import type { createSitrepReading, GivenDocument } from './reading-service.ts';
import type { createSending } from './sending-service.ts';

const tags = ['watch'];
const path = '/api/watch/sitreps';

/** The verbs of situation reports. */
export type SitrepService = ReturnType<typeof createAssembling> &
  ReturnType<typeof createEditing> &
  ReturnType<typeof createSending> &
  ReturnType<typeof createSitrepReading>;

/** Gives the document out: PDF to keep, HTML to look at, neither able to do anything. */
const sendDocument = (reply: FastifyReply, document: GivenDocument): FastifyReply => {
  const { format, name } = document;
  reply.header('cache-control', 'no-store');
  if (format === 'pdf')
    return reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .type('application/pdf')
      .send(Buffer.from(document.bytes));
  return reply
    .header('content-security-policy', pagePolicy)
    .header('content-disposition', `inline; filename="${name}"`)
    .type('text/html; charset=utf-8')
    .send(document.text);
};

/** What guards a door that is not for people who sign in. */
interface Door {
  readonly config: { readonly open: true };
  onRequest(request: FastifyRequest): Promise<void>;
}

/** Registers the reports at the operator's door: listed, and given out as documents. */
export const registerSitrepsForOperator = (
  app: HttpApp,
  service: Pick<SitrepService, 'list' | 'document'>,
  { actor, door }: { readonly actor: SystemActor; readonly door: Door },
): void => {
  app.get(
    '/operator/sitreps',
    { ...door, schema: { hide: true, querystring: sitrepFilterSchema } },
    (request) => service.list(actor, request.query),
  );
  app.get(
    '/operator/sitreps/:id/document',
    { ...door, schema: { hide: true, params: sitrepParamsSchema, querystring: documentQuerySchema } },
    async (request, reply) =>
      sendDocument(reply, await service.document(actor, request.params.id, request.query)),
  );
};

/** Registers `/api/watch/sitreps`. */
export const registerSitreps = (app: HttpApp, service: SitrepService): void => {
  registerReading(app, service);
  registerWriting(app, service);
};

const params = sitrepParamsSchema;
const answer = { 200: sitrepSchema };

const registerReading = (app: HttpApp, service: SitrepService): void => {
  app.get(
    path,
    { schema: { tags, querystring: sitrepFilterSchema, response: { 200: sitrepPageSchema } } },
    (request) => service.list(actorOf(request), request.query),
  );
  app.get('/api/watch/sitreps-due', { schema: { tags, response: { 200: dueSchema } } }, (request) =>
    service.due(actorOf(request)),
  );
  app.get(`${path}/:id`, { schema: { tags, params, response: answer } }, (request) =>
    service.read(actorOf(request), request.params.id),
  );
  app.get(
    `${path}/:id/versions`,
    { schema: { tags, params, response: { 200: Type.Array(sitrepRowSchema) } } },
    (request) => service.versions(actorOf(request), request.params.id),
  );
  app.get(`${path}/:id/diff`, { schema: { tags, params, response: { 200: comparisonSchema } } }, (request) =>
    service.compare(actorOf(request), request.params.id),
  );
  app.get(
    `${path}/:id/document`,
    { schema: { tags, params, querystring: documentQuerySchema } },
    async (request, reply) => {
      const { id } = request.params;
      return sendDocument(reply, await service.document(actorOf(request), id, request.query));
    },
  );
};

const registerWriting = (app: HttpApp, service: SitrepService): void => {
  app.post(
    path,
    { schema: { tags, body: assembleSchema, response: { 201: sitrepSchema } } },
    async (request, reply) => reply.code(201).send(await service.assemble(actorOf(request), request.body)),
  );
  app.put(
    `${path}/:id`,
    { bodyLimit: sitrepLimits.bodyBytes, schema: { tags, params, body: editSchema, response: answer } },
    (request) => service.edit(actorOf(request), request.params.id, request.body),
  );
  app.post(
    `${path}/:id/discard`,
    { schema: { tags, params, body: revisionSchema } },
    async (request, reply) => {
      await service.discard(actorOf(request), request.params.id, request.body.revision);
      return reply.code(204).send();
    },
  );
  app.post(
    `${path}/:id/approve`,
    { schema: { tags, params, body: revisionSchema, response: answer } },
    (request) => service.approve(actorOf(request), request.params.id, request.body.revision),
  );
  app.post(`${path}/:id/send`, { schema: { tags, params, body: sendSchema, response: answer } }, (request) =>
    service.send(actorOf(request), request.params.id, request.body),
  );
  app.post(
    `${path}/:id/versions`,
    { schema: { tags, params, response: { 201: sitrepSchema } } },
    async (request, reply) =>
      reply.code(201).send(await service.beginVersion(actorOf(request), request.params.id)),
  );
};
