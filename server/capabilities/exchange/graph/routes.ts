/** HTTP adapter of the graph. */
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import { graphQuerySchema, graphStepSchema } from './contract.ts';
import type { GraphService } from './graph-service.ts';

/** Registers `/api/exchange/graph`. */
export const registerGraph = (app: HttpApp, service: GraphService): void => {
  app.get(
    '/api/exchange/graph',
    { schema: { tags: ['exchange'], querystring: graphQuerySchema, response: { 200: graphStepSchema } } },
    (request) => service.explore(actorOf(request), request.query),
  );
};
