/** HTTP adapter of attachments: bytes in and out as streams, everything else as JSON. */
import type { Readable } from 'node:stream';
import { Fault } from '../../../kernel/faults.ts';
import { actorOf, type HttpApp, sendBytes } from '../../../plumbing/http/index.ts';
import { itemParamsSchema } from '../contract.ts';
import {
  attachmentListSchema,
  attachmentParamsSchema,
  bytesQuerySchema,
  uploadParamsSchema,
  uploadQuerySchema,
  uploadSchema,
} from './contract.ts';
import type { AttachmentService } from './service.ts';

const tags = ['exchange'];
const path = '/api/exchange/items/:id/attachments';
const octets = 'application/octet-stream';

const isStream = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && 'pipe' in body && typeof body.pipe === 'function';

/** Registers the routes of attachments. */
export const registerAttachments = (app: HttpApp, service: AttachmentService): void => {
  registerUploads(app, service);
  app.delete(
    '/api/exchange/uploads/:id',
    { schema: { tags, params: uploadParamsSchema } },
    async (request, reply) => {
      await service.giveUpUpload(actorOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
  app.get(
    path,
    { schema: { tags, params: itemParamsSchema, response: { 200: attachmentListSchema } } },
    (request) => service.list(actorOf(request), request.params.id),
  );
  app.get(
    `${path}/:artifact`,
    { schema: { tags, params: attachmentParamsSchema, querystring: bytesQuerySchema } },
    async (request, reply) => {
      const { id, artifact } = request.params;
      const { range } = request.headers;
      const opened = await service.open(actorOf(request), id, artifact, range ?? null);
      return sendBytes(reply, opened, { range, isShown: request.query.show ?? false });
    },
  );
  app.post(
    `${path}/:artifact/retry`,
    { schema: { tags, params: attachmentParamsSchema } },
    async (request, reply) => {
      await service.retry(actorOf(request), request.params.id, request.params.artifact);
      return reply.code(204).send();
    },
  );
};

/** Apart from the other routes: they alone take bytes. */
const registerUploads = (app: HttpApp, service: AttachmentService): void => {
  app.register(async (scope: HttpApp) => {
    // Bytes are not read before the verb asks for them, and never whole.
    scope.addContentTypeParser(octets, (_request, payload, done) => done(null, payload));
    scope.post(
      '/api/exchange/uploads',
      {
        config: { slowBody: true },
        schema: { tags, consumes: [octets], querystring: uploadQuerySchema, response: { 201: uploadSchema } },
      },
      async (request, reply) => {
        const { body } = request;
        if (!isStream(body)) throw new Fault('input/media-type');
        return reply.code(201).send(await service.upload(actorOf(request), request.query.name, body));
      },
    );
  });
};
