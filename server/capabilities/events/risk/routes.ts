/** HTTP adapter of risk. */
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import { eventParamsSchema } from '../contract.ts';
import type { Assessing } from './assessing-service.ts';
import {
  acceptanceSchema,
  assessmentDraftSchema,
  comparisonQuerySchema,
  heatQuerySchema,
  matrixQuerySchema,
  proposalsQuerySchema,
  roseQuerySchema,
  targetParamsSchema,
} from './contract.ts';
import type { Proposing } from './proposing-service.ts';
import { overdueReviewsSchema } from './reminder-contract.ts';
import type { Reminding } from './reminding-service.ts';
import type { Seeing } from './seeing-service.ts';
import {
  acceptedSchema,
  comparisonSchema,
  heatSchema,
  matrixSchema,
  proposalsSchema,
  roseSchema,
  targetViewSchema,
} from './view-contract.ts';

const tags = ['events'];
const path = '/api/events/:event/risk';
const params = eventParamsSchema;

/** Registers what waits for who asks: reviews that are overdue. */
export const registerReminding = (app: HttpApp, verbs: Reminding): void => {
  app.get(
    '/api/events/overdue-reviews',
    { schema: { tags, response: { 200: overdueReviewsSchema } } },
    (request) => verbs.mine(actorOf(request)),
  );
};

/** Registers what is seen of risk: the map, the matrix, what rose. */
export const registerSeeing = (app: HttpApp, verbs: Seeing): void => {
  app.get(
    `${path}/heat`,
    { schema: { tags, params, querystring: heatQuerySchema, response: { 200: heatSchema } } },
    (request) => verbs.heat(actorOf(request), request.params.event, request.query.hazard ?? null),
  );
  app.get(
    `${path}/matrix`,
    { schema: { tags, params, querystring: matrixQuerySchema, response: { 200: matrixSchema } } },
    (request) => verbs.matrix(actorOf(request), request.params.event, request.query),
  );
  app.get(
    `${path}/rose`,
    { schema: { tags, params, querystring: roseQuerySchema, response: { 200: roseSchema } } },
    (request) => verbs.rose(actorOf(request), request.params.event, request.query.since),
  );
};

/** Registers assessments and what is proposed of them. */
export const registerAssessing = (app: HttpApp, verbs: Assessing, proposing: Proposing): void => {
  const target = targetParamsSchema;
  app.get(
    `${path}/targets/:target`,
    { schema: { tags, params: target, response: { 200: targetViewSchema } } },
    (request) => verbs.read(actorOf(request), request.params.event, request.params.target),
  );
  app.get(
    `${path}/targets/:target/comparison`,
    {
      schema: {
        tags,
        params: target,
        querystring: comparisonQuerySchema,
        response: { 200: comparisonSchema },
      },
    },
    (request) => verbs.compare(actorOf(request), request.params.event, request.params.target, request.query),
  );
  app.post(
    `${path}/assessments`,
    { schema: { tags, params, body: assessmentDraftSchema, response: { 201: targetViewSchema } } },
    async (request, reply) =>
      reply.code(201).send(await verbs.assess(actorOf(request), request.params.event, request.body)),
  );
  app.get(
    `${path}/proposals`,
    { schema: { tags, params, querystring: proposalsQuerySchema, response: { 200: proposalsSchema } } },
    (request) => proposing.list(actorOf(request), request.params.event, request.query),
  );
  app.post(
    `${path}/proposals/accept`,
    { schema: { tags, params, body: acceptanceSchema, response: { 200: acceptedSchema } } },
    (request) => proposing.accept(actorOf(request), request.params.event, request.body),
  );
};
