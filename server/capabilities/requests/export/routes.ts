/** HTTP adapter of a request as a file. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SystemActor } from '../../../kernel/decision.ts';
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import { requestParamsSchema } from '../contract.ts';
import { exportQuerySchema } from './contract.ts';
import type { createExport, GivenRequest } from './export-service.ts';

const stixType = 'application/stix+json;version=2.1';

type ExportService = Pick<ReturnType<typeof createExport>, 'exportRequest'>;

const send = (reply: FastifyReply, given: GivenRequest): FastifyReply => {
  reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${given.name}"`);
  return given.format === 'pdf'
    ? reply.type('application/pdf').send(Buffer.from(given.bytes))
    : reply.type(stixType).send(JSON.stringify(given.bundle));
};

/** What guards a door that is not for people who sign in. */
interface Door {
  readonly config: { readonly open: true };
  onRequest(request: FastifyRequest): Promise<void>;
}

/** Registers the file at the operator's door. */
export const registerExportForOperator = (
  app: HttpApp,
  service: ExportService,
  { actor, door }: { readonly actor: SystemActor; readonly door: Door },
): void => {
  app.get(
    '/operator/requests/:id/export',
    { ...door, schema: { hide: true, params: requestParamsSchema, querystring: exportQuerySchema } },
    async (request, reply) =>
      send(reply, await service.exportRequest(actor, request.params.id, request.query)),
  );
};

/** Registers `/api/requests/:id/export`. */
export const registerExport = (app: HttpApp, service: ExportService): void => {
  app.get(
    '/api/requests/:id/export',
    { schema: { tags: ['requests'], params: requestParamsSchema, querystring: exportQuerySchema } },
    async (request, reply) =>
      send(reply, await service.exportRequest(actorOf(request), request.params.id, request.query)),
  );
};
