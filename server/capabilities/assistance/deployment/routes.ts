/** HTTP adapter of deployments. */
import Type from 'typebox';
import { languageSchema } from '../../../kernel/schemas.ts';
import { actorOf, type HttpApp, httpLimits } from '../../../plumbing/http/index.ts';
import type { createBadges } from './badges-service.ts';
import { badgeKeysSchema, boardSchema } from './board-contract.ts';
import type { createBoard } from './board-service.ts';
import { unitListSchema, unitQuerySchema, unitSchema, uuid } from './contract.ts';
import * as draft from './draft-contract.ts';
import type { createNaming } from './naming-service.ts';
import type { createPairing } from './pairing-service.ts';
import type { createRegister } from './register-service.ts';
import type { createStepping } from './stepping-service.ts';
import type { createTasking } from './tasking-service.ts';

interface Parts {
  readonly register: ReturnType<typeof createRegister>;
  readonly naming: ReturnType<typeof createNaming>;
  readonly stepping: ReturnType<typeof createStepping>;
  readonly pairing: ReturnType<typeof createPairing>;
  readonly tasking: ReturnType<typeof createTasking>;
  readonly badges: ReturnType<typeof createBadges>;
  readonly board: ReturnType<typeof createBoard>;
}

const tags = ['assistance'];
const root = '/api/assistance/units';
const params = draft.idParamsSchema;
const shown = { 200: unitSchema };
const large = { bodyLimit: httpLimits.importBytes };

/** Registers `/api/assistance/units`, its board and its badges. */
export const registerDeployment = (app: HttpApp, parts: Parts): void => {
  registerRegister(app, parts);
  registerNaming(app, parts);
  registerUnit(app, parts);
  registerSteps(app, parts);
  registerBadges(app, parts);
};

const registerRegister = (app: HttpApp, { register, board, tasking }: Parts): void => {
  app.get(
    root,
    { schema: { tags, querystring: unitQuerySchema, response: { 200: unitListSchema } } },
    (request) => register.list(actorOf(request), request.query),
  );
  app.post(
    root,
    { schema: { tags, body: draft.ownUnitSchema, response: { 201: unitSchema } } },
    async (request, reply) => reply.code(201).send(await register.register(actorOf(request), request.body)),
  );
  app.post(
    `${root}/import`,
    {
      ...large,
      schema: { tags, body: draft.unitImportSchema, response: { 200: draft.unitImportReportSchema } },
    },
    (request) => register.importUnits(actorOf(request), request.body),
  );
  app.post(
    `${root}/tasks`,
    {
      ...large,
      schema: { tags, body: draft.taskImportSchema, response: { 200: draft.taskImportReportSchema } },
    },
    (request) => tasking.importTasks(actorOf(request), request.body),
  );
  app.get('/api/assistance/board', { schema: { tags, response: { 200: boardSchema } } }, (request) =>
    board.read(actorOf(request)),
  );
};

const lineSchema = Type.Object({ ask: uuid, line: uuid }, { additionalProperties: false });

const registerNaming = (app: HttpApp, { naming }: Parts): void => {
  app.post(
    `${root}/names`,
    {
      ...large,
      schema: {
        tags,
        body: draft.namingSchema,
        response: { 201: draft.namedSchema },
      },
    },
    async (request, reply) => reply.code(201).send(await naming.name(actorOf(request), request.body)),
  );
  app.post(
    `${root}/names/release`,
    {
      schema: {
        tags,
        body: lineSchema,
        response: { 200: Type.Object({ released: Type.Integer(), own: Type.Integer() }) },
      },
    },
    (request) => naming.releaseNames(actorOf(request), request.body),
  );
  app.delete(`${root}/:id`, { schema: { tags, params } }, async (request, reply) => {
    await naming.dropDraft(actorOf(request), request.params.id);
    return reply.code(204).send();
  });
};

const registerSteps = (app: HttpApp, { stepping }: Parts): void => {
  const all = `${root}/:id/steps`;
  app.post(all, { schema: { tags, params, body: draft.stepDraftSchema, response: shown } }, (request) =>
    stepping.step(actorOf(request), request.params.id, request.body),
  );
  app.post(
    `${all}/:step/resend`,
    { schema: { tags, params: draft.stepParamsSchema, response: shown } },
    (request) => stepping.resend(actorOf(request), request.params.id, request.params.step),
  );
};

const registerUnit = (app: HttpApp, { register, pairing, tasking }: Parts): void => {
  const one = `${root}/:id`;
  app.get(one, { schema: { tags, params, response: shown } }, (request) =>
    register.read(actorOf(request), request.params.id),
  );
  app.put(one, { schema: { tags, params, body: draft.ownChangeSchema, response: shown } }, (request) =>
    register.change(actorOf(request), request.params.id, request.body),
  );
  app.get(
    `${one}/hosts`,
    {
      schema: {
        tags,
        params,
        querystring: draft.suggestionQuerySchema,
        response: { 200: draft.suggestionListSchema },
      },
    },
    (request) => pairing.suggest(actorOf(request), request.params.id, request.query),
  );
  app.post(
    `${one}/pairs`,
    { schema: { tags, params, body: draft.pairDraftSchema, response: shown } },
    (request) => pairing.pair(actorOf(request), request.params.id, request.body),
  );
  app.delete(
    `${one}/pairs/:pair`,
    { schema: { tags, params: draft.pairParamsSchema, response: shown } },
    (request) => pairing.unpair(actorOf(request), request.params.id, request.params.pair),
  );
  app.post(
    `${one}/tasks`,
    { schema: { tags, params, body: draft.taskDraftSchema, response: shown } },
    (request) => tasking.task(actorOf(request), request.params.id, request.body),
  );
  app.post(
    `${one}/costs`,
    { schema: { tags, params, body: draft.costDraftSchema, response: shown } },
    (request) => tasking.addCost(actorOf(request), request.params.id, request.body),
  );
};

const languageQuery = Type.Object(
  { language: Type.Optional(languageSchema) },
  { additionalProperties: false },
);

const registerBadges = (app: HttpApp, { badges }: Parts): void => {
  app.get(
    `${root}/:id/badge`,
    { schema: { tags, params, querystring: languageQuery } },
    async (request, reply) => {
      const { language = 'en' } = request.query;
      const { name, bytes } = await badges.print(actorOf(request), request.params.id, language);
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${name}"`)
        .type('application/pdf')
        .send(Buffer.from(bytes));
    },
  );
  app.get('/api/assistance/badge-keys', { schema: { tags, response: { 200: badgeKeysSchema } } }, (request) =>
    badges.keys(actorOf(request)),
  );
};
