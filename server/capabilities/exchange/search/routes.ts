/** HTTP adapter of search. */
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import { searchAnswerSchema, searchFilterSchema, traceAnswerSchema, traceSchema } from './contract.ts';
import type { SearchService } from './search-service.ts';

const tags = ['exchange'];
const path = '/api/exchange/search';

/** Registers `/api/exchange/search`. */
export const registerSearch = (app: HttpApp, service: SearchService): void => {
  app.get(
    path,
    { schema: { tags, querystring: searchFilterSchema, response: { 200: searchAnswerSchema } } },
    (request) => service.search(actorOf(request), request.query),
  );
  // A body, so that the words of it are in no log of addresses.
  app.post(
    `${path}/trace`,
    { schema: { tags, body: traceSchema, response: { 200: traceAnswerSchema } } },
    (request) => service.trace(actorOf(request), request.body.words),
  );
};
