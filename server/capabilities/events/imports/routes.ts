/** HTTP adapter of imports. */
import Type from 'typebox';
import { nullable } from '../../../kernel/schemas.ts';
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import { eventParamsSchema, thingParamsSchema } from '../contract.ts';
import {
  importBodySchema,
  importLimits,
  importListSchema,
  importPreviewBodySchema,
  importProgressSchema,
  importReportSchema,
  importSettingsOfSource,
} from './contract.ts';
import type { ImportVerbs } from './imports-service.ts';

const tags = ['events'];
const path = '/api/events/:event/imports';
const params = eventParamsSchema;
const thing = thingParamsSchema;
/** A file as base64, and what goes with it. */
const bodyLimit = Math.ceil((importLimits.bytes / 3) * 4) + 1024 * 1024;
/** Base64 hides nothing from who reads it, and to look for that in so much of it takes its time. */
const config = { keptAsGiven: ['content'] };

/** Registers `/api/events/:event/imports`. */
export const registerImports = (app: HttpApp, verbs: ImportVerbs): void => {
  app.addHook('onClose', () => verbs.close());
  const report = { 200: importReportSchema };
  const progress = Type.Object({ progress: nullable(importProgressSchema) });
  const querystring = Type.Object({ source: Type.String({ maxLength: importLimits.source }) });
  app.post(
    `${path}/preview`,
    { bodyLimit, config, schema: { tags, params, body: importPreviewBodySchema, response: report } },
    (request) => verbs.preview(actorOf(request), request.params.event, request.body.file),
  );
  app.post(
    path,
    { bodyLimit, config, schema: { tags, params, body: importBodySchema, response: report } },
    (request) => verbs.run(actorOf(request), request.params.event, request.body),
  );
  app.get(path, { schema: { tags, params, response: { 200: importListSchema } } }, (request) =>
    verbs.list(actorOf(request), request.params.event),
  );
  app.get(
    `${path}/settings`,
    { schema: { tags, params, querystring, response: { 200: importSettingsOfSource } } },
    (request) => verbs.settings(actorOf(request), request.params.event, request.query.source),
  );
  app.get(
    `${path}/:id/progress`,
    { schema: { tags, params: thing, response: { 200: progress } } },
    async (request) => ({
      progress: await verbs.progress(actorOf(request), request.params.event, request.params.id),
    }),
  );
  app.post(
    `${path}/:id/undo`,
    { schema: { tags, params: thing, response: { 200: importListSchema } } },
    (request) => verbs.undo(actorOf(request), request.params.event, request.params.id),
  );
};
