/** HTTP adapter of the log. */
import Type from 'typebox';
import { itemIdSchema, languageSchema } from '../../../kernel/schemas.ts';
import { actorOf, type HttpApp, sendBytes } from '../../../plumbing/http/index.ts';
import { watchLimits } from '../contract.ts';
import type { createLogAttachments } from './attachments-service.ts';
import {
  entryAttachmentParamsSchema,
  entryBytesQuerySchema,
  entryDefaultsSchema,
  entryDraftSchema,
  entryFilterSchema,
  entryPageSchema,
  entryParamsSchema,
  entrySchema,
  erasureSchema,
  originParamsSchema,
  originSchema,
} from './contract.ts';
import type { createLogKeeping } from './keeping-service.ts';
import type { createLogReading } from './reading-service.ts';
import type { createLogWriting } from './writing-service.ts';

const tags = ['watch'];
const path = '/api/watch/log';

/** The verbs of the log. */
export type LogService = ReturnType<typeof createLogReading> &
  ReturnType<typeof createLogWriting> &
  ReturnType<typeof createLogKeeping> &
  ReturnType<typeof createLogAttachments>;

/** Bytes of what stands with entries; the small picture is shown, the whole one where that was asked. */
const registerBytes = (app: HttpApp, service: LogService): void => {
  const params = entryAttachmentParamsSchema;
  const bytesPath = `${path}/:id/attachments/:hash`;
  app.get(
    bytesPath,
    { schema: { tags, params, querystring: entryBytesQuerySchema } },
    async (request, reply) => {
      const { range } = request.headers;
      const asked = { ...request.params, range: range ?? null };
      const opened = await service.openAttachment(actorOf(request), asked);
      return sendBytes(reply, opened, { range, isShown: request.query.show ?? false });
    },
  );
  app.get(`${bytesPath}/thumbnail`, { schema: { tags, params } }, async (request, reply) => {
    const opened = await service.thumbnail(actorOf(request), request.params);
    return sendBytes(reply, opened, { range: undefined, isShown: true });
  });
};

/** Registers `/api/watch/log`. */
export const registerLog = (app: HttpApp, service: LogService): void => {
  const params = entryParamsSchema;
  const answer = { 200: entrySchema };
  const bodyLimit = watchLimits.bodyBytes;
  registerBytes(app, service);
  app.get(
    path,
    { schema: { tags, querystring: entryFilterSchema, response: { 200: entryPageSchema } } },
    (request) => service.list(actorOf(request), request.query),
  );
  app.post(
    path,
    { bodyLimit, schema: { tags, body: entryDraftSchema, response: { 201: entrySchema } } },
    async (request, reply) => reply.code(201).send(await service.write(actorOf(request), request.body)),
  );
  app.get(
    '/api/watch/log-defaults',
    {
      schema: {
        tags,
        querystring: Type.Object({ language: Type.Optional(languageSchema) }),
        response: { 200: entryDefaultsSchema },
      },
    },
    (request) => service.defaults(actorOf(request), request.query.language ?? 'en'),
  );
  app.get(`${path}/:id`, { schema: { tags, params, response: answer } }, (request) =>
    service.read(actorOf(request), request.params.id),
  );
  app.put(`${path}/:id/pin`, { schema: { tags, params, response: answer } }, (request) =>
    service.pin(actorOf(request), request.params.id, true),
  );
  app.delete(`${path}/:id/pin`, { schema: { tags, params, response: answer } }, (request) =>
    service.pin(actorOf(request), request.params.id, false),
  );
  app.post(
    `${path}/:id/erase`,
    { bodyLimit, schema: { tags, params, body: erasureSchema, response: answer } },
    (request) => service.erase(actorOf(request), request.params.id, request.body.reason),
  );
  registerPromotions(app, service);
};

const registerPromotions = (app: HttpApp, service: LogService): void => {
  const made = { params: entryParamsSchema, response: { 201: Type.Object({ item: itemIdSchema }) } };
  app.post(`${path}/:id/promote-to-item`, { schema: { tags, ...made } }, async (request, reply) =>
    reply.code(201).send(await service.promoteToItem(actorOf(request), request.params.id)),
  );
  app.post(`${path}/:id/promote-to-request`, { schema: { tags, ...made } }, async (request, reply) =>
    reply.code(201).send(await service.promoteToRequest(actorOf(request), request.params.id)),
  );
  app.get(
    '/api/watch/origins/:target',
    { schema: { tags, params: originParamsSchema, response: { 200: originSchema } } },
    (request) => service.origin(actorOf(request), request.params.target),
  );
};
