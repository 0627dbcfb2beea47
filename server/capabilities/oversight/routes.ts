/** HTTP adapter of oversight: no logic. */
import Type from 'typebox';
import { itemIdSchema } from '../../kernel/schemas.ts';
import { actorOf, type HttpApp } from '../../plumbing/http/index.ts';
import type { Accesses } from './accesses/accesses-service.ts';
import {
  accessFilterSchema,
  accessPageSchema,
  dryRunResultSchema,
  dryRunSchema,
  exportFilterSchema,
  newTighteningSchema,
  overseenDueFilterSchema,
  overseenDuePageSchema,
  overseenItemSchema,
  roleAccountSchema,
  roleFilterSchema,
  subjectAnswerSchema,
  subjectRequestSchema,
  tallyFilterSchema,
  tallySchema,
  tighteningListSchema,
  tighteningParamsSchema,
  tighteningSchema,
} from './contract.ts';
import type { Roles } from './roles/roles-service.ts';
import type { Tightenings } from './tightening/tightening-service.ts';

const tags = ['oversight'];

export interface OversightParts {
  readonly accesses: Accesses;
  readonly tightenings: Tightenings;
  readonly roles: Roles;
}

/** Registers `/api/oversight`. */
export const registerOversight = (app: HttpApp, parts: OversightParts): void => {
  registerAccesses(app, parts.accesses);
  registerTightenings(app, parts.tightenings);
  app.get(
    '/api/oversight/role',
    { schema: { tags, querystring: roleFilterSchema, response: { 200: roleAccountSchema } } },
    (request) => parts.roles.account(actorOf(request), request.query),
  );
};

const registerAccesses = (app: HttpApp, accesses: Accesses): void => {
  app.get(
    '/api/oversight/accesses',
    { schema: { tags, querystring: accessFilterSchema, response: { 200: accessPageSchema } } },
    (request) => accesses.list(actorOf(request), request.query),
  );
  app.get(
    '/api/oversight/accesses/export',
    { schema: { tags, querystring: exportFilterSchema } },
    async (request, reply) => {
      const csv = await accesses.exportCsv(actorOf(request), request.query);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="accesses.csv"')
        .send(csv);
    },
  );
  app.get(
    '/api/oversight/tally',
    { schema: { tags, querystring: tallyFilterSchema, response: { 200: tallySchema } } },
    (request) => accesses.tally(actorOf(request), request.query),
  );
  app.get(
    '/api/oversight/due',
    { schema: { tags, querystring: overseenDueFilterSchema, response: { 200: overseenDuePageSchema } } },
    (request) => accesses.due(actorOf(request), request.query),
  );
  app.get(
    '/api/oversight/items/:id',
    {
      schema: { tags, params: Type.Object({ id: itemIdSchema }), response: { 200: overseenItemSchema } },
    },
    (request) => accesses.item(actorOf(request), request.params.id),
  );
  app.post(
    '/api/oversight/subject-requests',
    { schema: { tags, body: subjectRequestSchema, response: { 200: subjectAnswerSchema } } },
    (request) => accesses.subjectRequest(actorOf(request), request.body.asked),
  );
};

const registerTightenings = (app: HttpApp, tightenings: Tightenings): void => {
  const path = '/api/oversight/tightenings';
  app.get(path, { schema: { tags, response: { 200: tighteningListSchema } } }, (request) =>
    tightenings.list(actorOf(request)),
  );
  app.post(
    path,
    { schema: { tags, body: newTighteningSchema, response: { 201: tighteningSchema } } },
    async (request, reply) => reply.code(201).send(await tightenings.propose(actorOf(request), request.body)),
  );
  app.post(
    '/api/oversight/dry-run',
    { schema: { tags, body: dryRunSchema, response: { 200: dryRunResultSchema } } },
    (request) => tightenings.dryRun(actorOf(request), request.body.rule, request.body.days),
  );
  const decisions = {
    confirm: tightenings.confirm,
    reject: tightenings.reject,
    'propose-withdrawal': tightenings.proposeWithdrawal,
    keep: tightenings.keepInForce,
    withdraw: tightenings.withdraw,
  } as const;
  const schema = { tags, params: tighteningParamsSchema, response: { 200: tighteningSchema } };
  for (const [verb, decide] of Object.entries(decisions))
    app.post(`${path}/:id/${verb}`, { schema }, (request) => decide(actorOf(request), request.params.id));
};
