/** HTTP adapter of events and of all that belongs to them. */
import Type from 'typebox';
import { actorOf, type HttpApp } from '../../plumbing/http/index.ts';
import {
  eventChangeSchema,
  eventDraftSchema,
  eventListSchema,
  eventParamsSchema,
  eventSchema,
  historySchema,
  milestonesChangeSchema,
  thingParamsSchema,
  uuidSchema,
} from './contract.ts';
import type { EventVerbs } from './event-service.ts';
import {
  objectChangeSchema,
  objectDraftSchema,
  objectListSchema,
  objectSchema,
  venueChangeSchema,
  venueDraftSchema,
  venueListSchema,
  venueSchema,
} from './place-contract.ts';
import type { PlaceVerbs } from './places-service.ts';
import {
  postChangeSchema,
  postDraftSchema,
  postFilterSchema,
  postPageSchema,
  postRemovalSchema,
  postSchema,
} from './post-contract.ts';
import type { PostVerbs } from './posts-service.ts';
import {
  calendarFilterSchema,
  calendarSchema,
  sessionChangeSchema,
  sessionDraftSchema,
  sessionFilterSchema,
  sessionPageSchema,
  sessionSchema,
} from './session-contract.ts';
import type { SessionVerbs } from './sessions-service.ts';
import { teamListSchema } from './team-contract.ts';

const tags = ['events'];
const path = '/api/events';
const params = eventParamsSchema;
const thing = thingParamsSchema;

/** An outline of many points is larger than most bodies. */
const placeBodyBytes = 2 * 1024 * 1024;

/** Registers `/api/events`. */
export const registerEvents = (app: HttpApp, verbs: EventVerbs): void => {
  app.get(path, { schema: { tags, response: { 200: eventListSchema } } }, (request) =>
    verbs.list(actorOf(request)),
  );
  app.post(
    path,
    { schema: { tags, body: eventDraftSchema, response: { 201: eventSchema } } },
    async (request, reply) => reply.code(201).send(await verbs.create(actorOf(request), request.body)),
  );
  app.get(`${path}/:event`, { schema: { tags, params, response: { 200: eventSchema } } }, (request) =>
    verbs.read(actorOf(request), request.params.event),
  );
  app.put(
    `${path}/:event`,
    { schema: { tags, params, body: eventChangeSchema, response: { 200: eventSchema } } },
    (request) => verbs.change(actorOf(request), request.params.event, request.body),
  );
  app.put(
    `${path}/:event/milestones`,
    { schema: { tags, params, body: milestonesChangeSchema, response: { 200: eventSchema } } },
    (request) => verbs.changeMilestones(actorOf(request), request.params.event, request.body),
  );
  app.get(
    `${path}/:event/history/:id`,
    { schema: { tags, params: thing, response: { 200: historySchema } } },
    (request) => verbs.history(actorOf(request), request.params.event, request.params.id),
  );
};

/** Registers `/api/events/:event/venues` and `/objects`. */
export const registerPlaces = (app: HttpApp, verbs: PlaceVerbs): void => {
  const [venues, objects] = [`${path}/:event/venues`, `${path}/:event/objects`];
  const bodyLimit = placeBodyBytes;
  app.get(venues, { schema: { tags, params, response: { 200: venueListSchema } } }, (request) =>
    verbs.venues(actorOf(request), request.params.event),
  );
  app.post(
    venues,
    { bodyLimit, schema: { tags, params, body: venueDraftSchema, response: { 201: venueSchema } } },
    async (request, reply) =>
      reply.code(201).send(await verbs.addVenue(actorOf(request), request.params.event, request.body)),
  );
  app.put(
    `${venues}/:id`,
    { bodyLimit, schema: { tags, params: thing, body: venueChangeSchema, response: { 200: venueSchema } } },
    (request) => verbs.changeVenue(actorOf(request), request.params.event, request.params.id, request.body),
  );
  app.get(
    `${path}/:event/teams`,
    { schema: { tags, params, response: { 200: teamListSchema } } },
    (request) => verbs.teams(actorOf(request), request.params.event),
  );
  app.get(objects, { schema: { tags, params, response: { 200: objectListSchema } } }, (request) =>
    verbs.objects(actorOf(request), request.params.event),
  );
  app.post(
    objects,
    { bodyLimit, schema: { tags, params, body: objectDraftSchema, response: { 201: objectSchema } } },
    async (request, reply) =>
      reply.code(201).send(await verbs.addObject(actorOf(request), request.params.event, request.body)),
  );
  app.put(
    `${objects}/:id`,
    { bodyLimit, schema: { tags, params: thing, body: objectChangeSchema, response: { 200: objectSchema } } },
    (request) => verbs.changeObject(actorOf(request), request.params.event, request.params.id, request.body),
  );
};

/** Registers `/api/events/:event/sessions` and `/calendar`. */
export const registerSessions = (app: HttpApp, verbs: SessionVerbs): void => {
  const sessions = `${path}/:event/sessions`;
  const answer = { 200: sessionSchema };
  app.get(
    sessions,
    { schema: { tags, params, querystring: sessionFilterSchema, response: { 200: sessionPageSchema } } },
    (request) => verbs.list(actorOf(request), request.params.event, request.query),
  );
  app.get(
    `${path}/:event/calendar`,
    { schema: { tags, params, querystring: calendarFilterSchema, response: { 200: calendarSchema } } },
    (request) => verbs.calendar(actorOf(request), request.params.event, request.query),
  );
  app.post(
    sessions,
    { schema: { tags, params, body: sessionDraftSchema, response: { 201: sessionSchema } } },
    async (request, reply) =>
      reply.code(201).send(await verbs.add(actorOf(request), request.params.event, request.body)),
  );
  app.get(`${sessions}/:id`, { schema: { tags, params: thing, response: answer } }, (request) =>
    verbs.read(actorOf(request), request.params.event, request.params.id),
  );
  app.put(
    `${sessions}/:id`,
    { schema: { tags, params: thing, body: sessionChangeSchema, response: answer } },
    (request) => verbs.change(actorOf(request), request.params.event, request.params.id, request.body),
  );
};

/** Registers `/api/events/:event/posts`. */
export const registerPosts = (app: HttpApp, verbs: PostVerbs): void => {
  const posts = `${path}/:event/posts`;
  const answer = { 200: postSchema };
  const removed = Type.Object({ id: uuidSchema, version: Type.Integer() });
  app.get(
    posts,
    { schema: { tags, params, querystring: postFilterSchema, response: { 200: postPageSchema } } },
    (request) => verbs.list(actorOf(request), request.params.event, request.query),
  );
  app.post(
    posts,
    { schema: { tags, params, body: postDraftSchema, response: { 201: postSchema } } },
    async (request, reply) =>
      reply.code(201).send(await verbs.add(actorOf(request), request.params.event, request.body)),
  );
  app.get(`${posts}/:id`, { schema: { tags, params: thing, response: answer } }, (request) =>
    verbs.read(actorOf(request), request.params.event, request.params.id),
  );
  app.put(
    `${posts}/:id`,
    { schema: { tags, params: thing, body: postChangeSchema, response: answer } },
    (request) => verbs.change(actorOf(request), request.params.event, request.params.id, request.body),
  );
  app.post(
    `${posts}/:id/remove`,
    { schema: { tags, params: thing, body: postRemovalSchema, response: { 200: removed } } },
    (request) => verbs.remove(actorOf(request), request.params.event, request.params.id, request.body),
  );
  app.post(`${posts}/:id/restore`, { schema: { tags, params: thing, response: answer } }, (request) =>
    verbs.restore(actorOf(request), request.params.event, request.params.id),
  );
};
