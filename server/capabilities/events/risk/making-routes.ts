/** HTTP adapter of templates, of the posts that come of them, and of what partners are asked. */
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import { eventParamsSchema } from '../contract.ts';
import type { Generating } from './generating-service.ts';
import {
  generatedSchema,
  generationSchema,
  previewQuerySchema,
  previewSchema,
  templateDraftSchema,
  templateListSchema,
  templateParamsSchema,
  templateSchema,
  templateSeenSchema,
} from './template-contract.ts';
import type { RiskTemplates } from './templates-service.ts';
import type { Visiting } from './visiting-service.ts';
import {
  visitorDraftSchema,
  visitorsSchema,
  visitorTextQuerySchema,
  visitorTextSchema,
} from './visitor-contract.ts';

const tags = ['events'];
const templates = '/api/events/risk-templates';
const path = '/api/events/:event/risk';

const registerTemplates = (app: HttpApp, verbs: RiskTemplates): void => {
  const params = templateParamsSchema;
  const response = { 200: templateSchema };
  app.get(templates, { schema: { tags, response: { 200: templateListSchema } } }, (request) =>
    verbs.list(actorOf(request)),
  );
  app.post(
    templates,
    { schema: { tags, body: templateDraftSchema, response: { 201: templateSchema } } },
    async (request, reply) => reply.code(201).send(await verbs.add(actorOf(request), request.body)),
  );
  app.put(
    `${templates}/:template`,
    { schema: { tags, params, querystring: templateSeenSchema, body: templateDraftSchema, response } },
    (request) => {
      const { params: named, query, body } = request;
      return verbs.edit(actorOf(request), named.template, query.version, body);
    },
  );
  const acts = { retire: verbs.retire, restore: verbs.bringBack, reset: verbs.reset } as const;
  for (const [act, run] of Object.entries(acts))
    app.post(
      `${templates}/:template/${act}`,
      { schema: { tags, params, body: templateSeenSchema, response } },
      (request) => run(actorOf(request), request.params.template, request.body.version),
    );
};

const registerGenerating = (app: HttpApp, verbs: Generating): void => {
  const params = eventParamsSchema;
  app.get(
    `${path}/posts`,
    { schema: { tags, params, querystring: previewQuerySchema, response: { 200: previewSchema } } },
    (request) => verbs.preview(actorOf(request), request.params.event, request.query),
  );
  app.post(
    `${path}/posts`,
    { schema: { tags, params, body: generationSchema, response: { 200: generatedSchema } } },
    (request) => verbs.generate(actorOf(request), request.params.event, request.body),
  );
};

const registerVisiting = (app: HttpApp, verbs: Visiting): void => {
  const params = eventParamsSchema;
  const response = { 200: visitorsSchema };
  app.get(`${path}/visitors`, { schema: { tags, params, response } }, (request) =>
    verbs.list(actorOf(request), request.params.event),
  );
  app.get(
    `${path}/visitors/text`,
    { schema: { tags, params, querystring: visitorTextQuerySchema, response: { 200: visitorTextSchema } } },
    (request) => verbs.text(actorOf(request), request.params.event, request.query),
  );
  app.post(`${path}/visitors`, { schema: { tags, params, body: visitorDraftSchema, response } }, (request) =>
    verbs.ask(actorOf(request), request.params.event, request.body),
  );
};

/** Registers templates, generation and visitor risk analyses. */
export const registerMaking = (
  app: HttpApp,
  verbs: {
    readonly templates: RiskTemplates;
    readonly generating: Generating;
    readonly visiting: Visiting;
  },
): void => {
  registerTemplates(app, verbs.templates);
  registerGenerating(app, verbs.generating);
  registerVisiting(app, verbs.visiting);
};
