/** HTTP adapter of threads. */
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import { itemParamsSchema, itemSchema } from '../contract.ts';
import {
  answerFormSchema,
  contributionSchema,
  ownNoteParamsSchema,
  ownNoteSchema,
  threadEntrySchema,
  threadQuerySchema,
  threadSchema,
} from './contract.ts';
import type { ThreadService } from './threads-service.ts';

const tags = ['exchange'];
const params = itemParamsSchema;
const path = '/api/exchange/items/:id';

/** Registers what hangs below one item: its thread, the form of an answer, notes for this service alone. */
export const registerThreads = (app: HttpApp, service: ThreadService): void => {
  app.get(
    `${path}/thread`,
    { schema: { tags, params, querystring: threadQuerySchema, response: { 200: threadSchema } } },
    (request) => service.thread(actorOf(request), request.params.id, request.query.cursor),
  );
  app.post(
    `${path}/thread`,
    { schema: { tags, params, body: contributionSchema, response: { 201: itemSchema } } },
    async (request, reply) =>
      reply.code(201).send(await service.contribute(actorOf(request), request.params.id, request.body)),
  );
  app.get(
    `${path}/answer-form`,
    { schema: { tags, params, response: { 200: answerFormSchema } } },
    (request) => service.answerForm(actorOf(request), request.params.id),
  );
  app.post(
    `${path}/own-notes`,
    { schema: { tags, params, body: ownNoteSchema, response: { 201: threadEntrySchema } } },
    async (request, reply) =>
      reply.code(201).send(await service.noteForOwn(actorOf(request), request.params.id, request.body)),
  );
  app.delete(
    '/api/exchange/own-notes/:id',
    { schema: { tags, params: ownNoteParamsSchema } },
    async (request, reply) => {
      await service.removeOwnNote(actorOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
};
