/** HTTP adapter of attachments: bytes in and out as streams, everything else as JSON. */
import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { Fault } from '../../../kernel/faults.ts';
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import { itemParamsSchema } from '../contract.ts';
import {
  attachmentListSchema,
  attachmentParamsSchema,
  bytesQuerySchema,
  shownName,
  uploadParamsSchema,
  uploadQuerySchema,
  uploadSchema,
} from './contract.ts';
import { readRange } from './range.ts';
import type { AttachmentBytes } from './reading-service.ts';
import type { AttachmentService } from './service.ts';

const tags = ['exchange'];
const path = '/api/exchange/items/:id/attachments';
const octets = 'application/octet-stream';

/** Nothing in an attachment may run, or act in the name of the console that it came from. */
const sealed = "default-src 'none'; sandbox";

/** RFC 6266: the name in full, and for old clients what of it is plain. */
const disposition = (kind: 'inline' | 'attachment', name: string | null): string => {
  const shown = shownName(name ?? 'attachment');
  const plain = shown.replaceAll(/[^ -~]|["%\\]/g, '_');
  const encoded = encodeURIComponent(shown).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
};

const sendBytes = (
  reply: FastifyReply,
  opened: AttachmentBytes,
  asked: { readonly range: string | undefined; readonly isShown: boolean },
): FastifyReply => {
  const { bytes, name, pictureType } = opened;
  const isShown = asked.isShown && pictureType !== null;
  reply
    .header('content-security-policy', sealed)
    .header('content-disposition', disposition(isShown ? 'inline' : 'attachment', name))
    .header('accept-ranges', 'bytes')
    .header('cache-control', 'no-store')
    .type(isShown ? pictureType : octets);
  const range = readRange(asked.range, bytes);
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${bytes}`).send();
  if (range === null) return reply.header('content-length', bytes).send(opened.read());
  return reply
    .code(206)
    .header('content-range', `bytes ${range.from}-${range.to}/${bytes}`)
    .header('content-length', range.to - range.from + 1)
    .send(opened.read(range));
};

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
