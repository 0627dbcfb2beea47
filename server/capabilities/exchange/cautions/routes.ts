/** HTTP adapter of cautions. */
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import { itemParamsSchema } from '../contract.ts';
import type { CautionsService } from './cautions-service.ts';
import { cautionsSchema } from './contract.ts';

/** Registers `/api/exchange/items/:id/cautions`. */
export const registerCautions = (app: HttpApp, service: CautionsService): void => {
  app.get(
    '/api/exchange/items/:id/cautions',
    { schema: { tags: ['exchange'], params: itemParamsSchema, response: { 200: cautionsSchema } } },
    (request) => service.cautions(actorOf(request), request.params.id),
  );
};
