/** HTTP adapter of venues that stand twice. */
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import { eventParamsSchema, thingParamsSchema } from '../contract.ts';
import type { AlikeVerbs } from './alike-service.ts';
import {
  alikeListSchema,
  apartBodySchema,
  mergeBodySchema,
  mergeListSchema,
  mergePreviewSchema,
  mergeWhichSchema,
} from './contract.ts';
import type { MergingVerbs } from './merging-service.ts';

const tags = ['events'];
const path = '/api/events/:event/venues';
const params = eventParamsSchema;

/** Registers `/api/events/:event/venues/alike`, `/apart` and `/merges`. */
export const registerMerging = (app: HttpApp, alike: AlikeVerbs, verbs: MergingVerbs): void => {
  const listed = { 200: mergeListSchema };
  app.get(`${path}/alike`, { schema: { tags, params, response: { 200: alikeListSchema } } }, (request) =>
    alike.list(actorOf(request), request.params.event),
  );
  app.post(
    `${path}/apart`,
    { schema: { tags, params, body: apartBodySchema, response: { 200: apartBodySchema } } },
    (request) => alike.keepApart(actorOf(request), request.params.event, request.body),
  );
  app.get(`${path}/merges`, { schema: { tags, params, response: listed } }, (request) =>
    verbs.list(actorOf(request), request.params.event),
  );
  app.post(
    `${path}/merges/preview`,
    { schema: { tags, params, body: mergeWhichSchema, response: { 200: mergePreviewSchema } } },
    (request) => verbs.preview(actorOf(request), request.params.event, request.body),
  );
  app.post(
    `${path}/merges`,
    { schema: { tags, params, body: mergeBodySchema, response: listed } },
    (request) => verbs.merge(actorOf(request), request.params.event, request.body),
  );
  app.post(
    `${path}/merges/:id/undo`,
    { schema: { tags, params: thingParamsSchema, response: listed } },
    (request) => verbs.undo(actorOf(request), request.params.event, request.params.id),
  );
};
