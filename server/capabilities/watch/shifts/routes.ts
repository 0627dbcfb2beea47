/** HTTP adapter of shifts and handovers. */
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import { watchLimits } from '../contract.ts';
import {
  handoverSchema,
  newShiftSchema,
  rotaQuerySchema,
  rotaSchema,
  shiftParamsSchema,
  shiftSchema,
  signInSchema,
  signOutSchema,
  writeNoteSchema,
} from './contract.ts';
import type { ShiftService } from './shifts-service.ts';

const tags = ['watch'];
const path = '/api/watch/shifts';

/** Registers `/api/watch/shifts`. */
export const registerShifts = (app: HttpApp, service: ShiftService): void => {
  const params = shiftParamsSchema;
  const answer = { 200: handoverSchema };
  const bodyLimit = watchLimits.bodyBytes * 2;
  app.get(
    path,
    { schema: { tags, querystring: rotaQuerySchema, response: { 200: rotaSchema } } },
    (request) => service.rota(actorOf(request), request.query),
  );
  app.post(
    path,
    { schema: { tags, body: newShiftSchema, response: { 201: rotaSchema } } },
    async (request, reply) => reply.code(201).send(await service.plan(actorOf(request), request.body)),
  );
  app.post(`${path}/:id/cancel`, { schema: { tags, params, response: { 200: shiftSchema } } }, (request) =>
    service.cancel(actorOf(request), request.params.id),
  );
  app.get(`${path}/:id/handover`, { schema: { tags, params, response: answer } }, (request) =>
    service.handover(actorOf(request), request.params.id),
  );
  app.put(
    `${path}/:id/handover`,
    { bodyLimit, schema: { tags, params, body: writeNoteSchema, response: answer } },
    (request) => service.writeNote(actorOf(request), request.params.id, request.body),
  );
  app.post(
    `${path}/:id/sign-out`,
    { schema: { tags, params, body: signOutSchema, response: answer } },
    (request) => service.signOut(actorOf(request), request.params.id, request.body.version),
  );
  app.post(
    `${path}/:id/sign-in`,
    { schema: { tags, params, body: signInSchema, response: answer } },
    (request) => service.signIn(actorOf(request), request.params.id, request.body.hash),
  );
};
