/** HTTP adapter of the roster: drafts, edits, the solver's work, publication. */
import Type from 'typebox';
import { actorOf, type HttpApp } from '../../plumbing/http/index.ts';
import * as contract from './contract.ts';
import type { createDrafts } from './drafts-service.ts';
import type { createEditing } from './editing-service.ts';
import type { Explaining } from './explaining-service.ts';
import type { Jobs } from './jobs-service.ts';
import { rosterLimits } from './limits.ts';
import type { createNews } from './news-service.ts';
import type { createPublishing } from './publishing-service.ts';
import type { createReplanning } from './replanning-service.ts';

/** What the routes stand on. */
export interface RosterParts {
  readonly drafts: ReturnType<typeof createDrafts>;
  readonly editing: ReturnType<typeof createEditing>;
  readonly jobs: Jobs;
  readonly replanning: ReturnType<typeof createReplanning>;
  readonly explaining: Explaining;
  readonly publishing: ReturnType<typeof createPublishing>;
  readonly news: ReturnType<typeof createNews>;
}

const tags = ['roster'];
const root = '/api/roster';
const params = contract.idParamsSchema;
const none = { 204: Type.Null() };
const facts = { 200: contract.draftFactsSchema };

const registerDrafts = (app: HttpApp, { drafts }: RosterParts): void => {
  const event = contract.eventParamsSchema;
  app.get(
    `${root}/events/:event`,
    { schema: { tags, params: event, response: { 200: contract.eventRosterSchema } } },
    (request) => drafts.list(actorOf(request), request.params.event),
  );
  app.post(
    `${root}/events/:event/drafts`,
    {
      schema: {
        tags,
        params: event,
        body: contract.newDraftSchema,
        response: { 201: contract.draftSchema },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await drafts.begin(actorOf(request), request.params.event, request.body)),
  );
  app.get(
    `${root}/events/:event/places/:place`,
    { schema: { tags, params: contract.placeParamsSchema, response: { 200: contract.placeUseSchema } } },
    (request) => drafts.placeUse(actorOf(request), request.params.event, request.params.place),
  );
  app.get(
    `${root}/events/:event/names`,
    { schema: { tags, params: event, response: { 200: contract.namesSchema } } },
    (request) => drafts.names(actorOf(request), request.params.event),
  );
};

const registerReading = (app: HttpApp, { drafts }: RosterParts): void => {
  // A plan never changes: its text is kept as it is, and asked for again it has not changed.
  app.get(`${root}/plans/:id`, { schema: { tags, params } }, async (request, reply) => {
    const { text, hash } = await drafts.plan(actorOf(request), request.params.id);
    const tag = `"${hash}"`;
    void reply.header('etag', tag).header('cache-control', 'private, no-cache');
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').serializer(String).send(text);
  });
  // What `tansiq roster solve` reads: too long for a schema to be run over it.
  app.get(`${root}/drafts/:id/plan`, { schema: { tags, params } }, async (request, reply) => {
    const plan = await drafts.export(actorOf(request), request.params.id);
    void reply.header('content-disposition', 'attachment; filename="PLAN.json"');
    return reply.type('application/json; charset=utf-8').serializer(JSON.stringify).send(plan);
  });
  app.get(
    `${root}/drafts/:id`,
    { schema: { tags, params, response: { 200: contract.draftSchema } } },
    (request) => drafts.read(actorOf(request), request.params.id),
  );
  app.get(
    `${root}/drafts/:id/edits`,
    { schema: { tags, params, response: { 200: Type.Array(contract.editFactsSchema) } } },
    (request) => drafts.history(actorOf(request), request.params.id),
  );
  app.get(
    `${root}/drafts/:id/compare/:other`,
    {
      schema: {
        tags,
        params: contract.comparisonParamsSchema,
        response: { 200: contract.comparisonSchema },
      },
    },
    (request) => drafts.compare(actorOf(request), request.params.id, request.params.other),
  );
  app.post(
    `${root}/drafts/:id/discard`,
    { schema: { tags, params, body: contract.versionBodySchema, response: none } },
    async (request, reply) => {
      await drafts.discard(actorOf(request), request.params.id, request.body.version);
      return reply.code(204).send(null);
    },
  );
};

const registerEdits = (app: HttpApp, { editing }: RosterParts): void => {
  const response = { 200: contract.editedSchema };
  app.post(
    `${root}/drafts/:id/edits`,
    {
      bodyLimit: rosterLimits.importBytes,
      schema: { tags, params, body: contract.editBodySchema, response },
    },
    (request) => editing.edit(actorOf(request), request.params.id, request.body.version, request.body.edit),
  );
  const body = contract.versionBodySchema;
  app.post(`${root}/drafts/:id/undo`, { schema: { tags, params, body, response } }, (request) =>
    editing.undo(actorOf(request), request.params.id, request.body.version),
  );
  app.post(`${root}/drafts/:id/redo`, { schema: { tags, params, body, response } }, (request) =>
    editing.redo(actorOf(request), request.params.id, request.body.version),
  );
};

const registerWork = (app: HttpApp, { jobs, replanning, explaining }: RosterParts): void => {
  app.get(
    `${root}/drafts/:id/posts/:post/explanation`,
    { schema: { tags, params: contract.postParamsSchema, response: { 200: contract.explanationSchema } } },
    (request) => explaining.explain(actorOf(request), request.params.id, request.params.post),
  );
  app.post(
    `${root}/drafts/:id/solve`,
    { schema: { tags, params, body: contract.solveBodySchema, response: { 202: contract.jobSchema } } },
    async (request, reply) =>
      reply.code(202).send(await jobs.solve(actorOf(request), request.params.id, request.body)),
  );
  app.get(
    `${root}/jobs/:id`,
    { schema: { tags, params, response: { 200: contract.jobSchema } } },
    (request) => jobs.read(actorOf(request), request.params.id),
  );
  app.post(
    `${root}/jobs/:id/cancel`,
    { schema: { tags, params, response: none } },
    async (request, reply) => {
      await jobs.cancel(actorOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${root}/drafts/:id/replan`,
    { schema: { tags, params, body: contract.replanBodySchema, response: { 202: contract.jobSchema } } },
    async (request, reply) =>
      reply.code(202).send(await replanning.replan(actorOf(request), request.params.id, request.body)),
  );
  app.get(
    `${root}/drafts/:id/replan`,
    { schema: { tags, params, response: { 200: contract.replanSchema } } },
    (request) => replanning.proposals(actorOf(request), request.params.id),
  );
  app.post(
    `${root}/drafts/:id/replan/accept`,
    { schema: { tags, params, body: contract.acceptBodySchema, response: { 200: contract.editedSchema } } },
    (request) =>
      replanning.accept(actorOf(request), request.params.id, request.body.version, request.body.posts),
  );
};

const registerPublishing = (app: HttpApp, { publishing }: RosterParts): void => {
  const body = contract.versionBodySchema;
  const schema = { tags, params, body, response: facts };
  app.post(`${root}/drafts/:id/propose`, { schema }, (request) =>
    publishing.propose(actorOf(request), request.params.id, request.body.version),
  );
  app.post(`${root}/drafts/:id/withdraw`, { schema }, (request) =>
    publishing.withdraw(actorOf(request), request.params.id, request.body.version),
  );
  app.post(`${root}/drafts/:id/publish`, { schema }, (request) =>
    publishing.approve(actorOf(request), request.params.id, request.body.version),
  );
  app.post(
    `${root}/drafts/:id/return`,
    { schema: { tags, params, body: contract.returnBodySchema, response: facts } },
    (request) =>
      publishing.sendBack(actorOf(request), request.params.id, request.body.version, request.body.reason),
  );
  app.get(
    `${root}/publications/:id`,
    { schema: { tags, params, response: { 200: contract.publicationSchema } } },
    (request) => publishing.read(actorOf(request), request.params.id),
  );
};

const registerNews = (app: HttpApp, { news }: RosterParts): void => {
  app.get(`${root}/waiting`, { schema: { tags, response: { 200: contract.waitingSchema } } }, (request) =>
    news.waiting(actorOf(request)),
  );
  app.get(
    `${root}/drafts/:id/news`,
    { schema: { tags, params, response: { 200: contract.newsSchema } } },
    (request) => news.news(actorOf(request), request.params.id),
  );
};

/** Adds the routes of the roster to the node's HTTP server. */
export const registerRoster = (app: HttpApp, parts: RosterParts): void => {
  registerDrafts(app, parts);
  registerReading(app, parts);
  registerEdits(app, parts);
  registerWork(app, parts);
  registerPublishing(app, parts);
  registerNews(app, parts);
};
