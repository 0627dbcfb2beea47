/** HTTP adapter for the console: collections, connected systems, and drafts drawn from them. */
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import { itemSchema } from '../contract.ts';
import { collectionParamsSchema, collectionsSchema, drawSchema } from './contract.ts';
import type { DrawingVerbs } from './drawing-service.ts';

const tags = ['exchange'];
const path = '/api/exchange/collections';

/** Registers `/api/exchange/collections`. */
export const registerDrawing = (app: HttpApp, verbs: DrawingVerbs): void => {
  app.get(path, { schema: { tags, response: { 200: collectionsSchema } } }, (request) =>
    verbs.overview(actorOf(request)),
  );
  app.post(
    `${path}/:id/draft`,
    { schema: { tags, params: collectionParamsSchema, body: drawSchema, response: { 201: itemSchema } } },
    async (request, reply) =>
      reply.code(201).send(await verbs.draw(actorOf(request), request.params.id, request.body)),
  );
};
