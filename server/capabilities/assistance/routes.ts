/** HTTP adapter of assistance. */
import Type from 'typebox';
import { textLimits, visibleText } from '../../kernel/schemas.ts';
import { actorOf, type HttpApp } from '../../plumbing/http/index.ts';
import type { createAnswering } from './answering-service.ts';
import * as contract from './contract.ts';
import type { createDrafting } from './drafting-service.ts';
import type { createIssuing } from './issuing-service.ts';
import { missingParamsSchema, missingQuerySchema, missingSchema } from './missing-contract.ts';
import type { createMissing } from './missing-service.ts';
import type { createReading } from './reading-service.ts';

export interface AssistanceParts {
  readonly drafting: ReturnType<typeof createDrafting>;
  readonly issuing: ReturnType<typeof createIssuing>;
  readonly answering: ReturnType<typeof createAnswering>;
  readonly reading: ReturnType<typeof createReading>;
  readonly missing: ReturnType<typeof createMissing>;
}

const tags = ['assistance'];
const root = '/api/assistance';
const params = contract.askIdSchema;
const bodyLimit = contract.assistanceLimits.bodyBytes;
const reasonSchema = Type.Object({ reason: visibleText(textLimits.line) }, { additionalProperties: false });
const maybeReasonSchema = Type.Object(
  { reason: Type.Optional(visibleText(textLimits.line)) },
  { additionalProperties: false },
);

/** Adds the routes of assistance to the node's HTTP server. */
export const registerAssistance = (app: HttpApp, parts: AssistanceParts): void => {
  registerLists(app, parts);
  registerAsks(app, parts);
  registerIssuing(app, parts);
  registerSteps(app, parts);
  registerMissing(app, parts);
};

const registerLists = (app: HttpApp, { reading }: AssistanceParts): void => {
  app.get(
    `${root}/asks`,
    {
      schema: {
        tags,
        querystring: contract.askListQuerySchema,
        response: { 200: contract.askPageSchema },
      },
    },
    (request) => reading.list(actorOf(request), request.query),
  );
  app.get(`${root}/overview`, { schema: { tags, response: { 200: contract.overviewSchema } } }, (request) =>
    reading.overview(actorOf(request)),
  );
  app.get(`${root}/waiting`, { schema: { tags, response: { 200: contract.waitingSchema } } }, (request) =>
    reading.waiting(actorOf(request)),
  );
};

const registerAsks = (app: HttpApp, { drafting, reading }: AssistanceParts): void => {
  const answer = { 200: contract.askSchema };
  app.get(
    `${root}/asks/:id/edxl`,
    { schema: { tags, params, response: { 200: contract.edxlListSchema } } },
    (request) => reading.exported(actorOf(request), request.params.id),
  );
  app.post(
    `${root}/cover`,
    {
      bodyLimit,
      schema: { tags, body: contract.askDraftSchema, response: { 200: contract.coverListSchema } },
    },
    (request) => drafting.cover(actorOf(request), request.body),
  );
  app.post(
    `${root}/asks`,
    { bodyLimit, schema: { tags, body: contract.askDraftSchema, response: { 201: contract.askSchema } } },
    async (request, reply) => {
      const actor = actorOf(request);
      const id = await drafting.draft(actor, request.body);
      return reply.code(201).send(await reading.read(actor, id));
    },
  );
  app.get(`${root}/asks/:id`, { schema: { tags, params, response: answer } }, (request) =>
    reading.read(actorOf(request), request.params.id),
  );
  app.put(
    `${root}/asks/:id`,
    { bodyLimit, schema: { tags, params, body: contract.askChangeSchema, response: answer } },
    async (request) => {
      await drafting.write(actorOf(request), request.params.id, request.body);
      return reading.read(actorOf(request), request.params.id);
    },
  );
  app.post(`${root}/asks/:id/discard`, { schema: { tags, params } }, async (request, reply) => {
    await drafting.discard(actorOf(request), request.params.id);
    return reply.code(204).send();
  });
};

const registerIssuing = (app: HttpApp, { drafting, issuing, reading }: AssistanceParts): void => {
  const answer = { 200: contract.askSchema };
  app.get(
    `${root}/asks/:id/preview`,
    { schema: { tags, params, response: { 200: contract.previewSchema } } },
    (request) => issuing.preview(actorOf(request), request.params.id),
  );
  app.post(`${root}/asks/:id/propose`, { schema: { tags, params, response: answer } }, async (request) => {
    await drafting.propose(actorOf(request), request.params.id);
    return reading.read(actorOf(request), request.params.id);
  });
  app.post(
    `${root}/asks/:id/take-back`,
    { bodyLimit, schema: { tags, params, body: maybeReasonSchema, response: answer } },
    async (request) => {
      await drafting.takeBack(actorOf(request), request.params.id, request.body.reason?.trim() ?? null);
      return reading.read(actorOf(request), request.params.id);
    },
  );
  app.post(`${root}/asks/:id/issue`, { schema: { tags, params, response: answer } }, async (request) => {
    await issuing.issue(actorOf(request), request.params.id);
    return reading.read(actorOf(request), request.params.id);
  });
  app.post(
    `${root}/asks/:id/withdraw`,
    { bodyLimit, schema: { tags, params, body: reasonSchema, response: answer } },
    async (request) => {
      await issuing.withdraw(actorOf(request), request.params.id, request.body.reason.trim());
      return reading.read(actorOf(request), request.params.id);
    },
  );
};

const registerSteps = (app: HttpApp, { answering }: AssistanceParts): void => {
  const done = { 200: contract.askIdSchema };
  app.post(
    `${root}/asks/:id/steps`,
    {
      bodyLimit,
      schema: { tags, params, body: contract.stepDraftSchema, response: { 201: contract.askIdSchema } },
    },
    async (request, reply) =>
      reply.code(201).send({ id: await answering.answer(actorOf(request), request.params.id, request.body) }),
  );
  app.put(
    `${root}/steps/:id`,
    { bodyLimit, schema: { tags, params, body: contract.stepContentSchema, response: done } },
    async (request) => {
      await answering.rewrite(actorOf(request), request.params.id, request.body);
      return { id: request.params.id };
    },
  );
  app.post(
    `${root}/steps/:id/take-back`,
    { bodyLimit, schema: { tags, params, body: maybeReasonSchema, response: done } },
    async (request) => {
      await answering.takeBackStep(actorOf(request), request.params.id, request.body.reason?.trim() ?? null);
      return { id: request.params.id };
    },
  );
  app.post(`${root}/steps/:id/discard`, { schema: { tags, params } }, async (request, reply) => {
    await answering.discardStep(actorOf(request), request.params.id);
    return reply.code(204).send();
  });
  app.post(`${root}/steps/:id/release`, { schema: { tags, params, response: done } }, async (request) => {
    await answering.releaseStep(actorOf(request), request.params.id);
    return { id: request.params.id };
  });
};

const registerMissing = (app: HttpApp, { missing }: AssistanceParts): void => {
  app.get(
    `${root}/events/:event/missing`,
    {
      schema: {
        tags,
        params: missingParamsSchema,
        querystring: missingQuerySchema,
        response: { 200: missingSchema },
      },
    },
    (request) => missing.missing(actorOf(request), request.params.event, request.query.language ?? 'en'),
  );
};
