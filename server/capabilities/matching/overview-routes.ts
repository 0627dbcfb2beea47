/** HTTP adapter of what the screens show besides. */
import { actorOf, type HttpApp } from '../../plumbing/http/index.ts';
import * as contract from './contract.ts';
import type { createOverview } from './overview-service.ts';

const tags = ['matching'];
const root = '/api/matching';

/** Adds the reading routes of the screens. */
export const registerOverview = (app: HttpApp, overview: ReturnType<typeof createOverview>): void => {
  const params = contract.idParamsSchema;
  app.get(
    `${root}/batches/:id`,
    { schema: { tags, params, response: { 200: contract.checkResultListSchema } } },
    (request) => overview.batch(actorOf(request), request.params.id),
  );
  app.post(
    `${root}/checks/:id/stop`,
    { schema: { tags, params, response: { 200: contract.checkResultSchema } } },
    (request) => overview.stop(actorOf(request), request.params.id),
  );
  app.get(`${root}/counts`, { schema: { tags, response: { 200: contract.countsSchema } } }, (request) =>
    overview.counts(actorOf(request)),
  );
  app.get(
    `${root}/use/days`,
    { schema: { tags, response: { 200: contract.usedDayListSchema } } },
    (request) => overview.usedDays(actorOf(request)),
  );
  app.get(
    `${root}/items/:item/identifiers`,
    { schema: { tags, params: contract.itemParamsSchema, response: { 200: contract.suggestionSchema } } },
    (request) => overview.ofItem(actorOf(request), request.params.item),
  );
};
