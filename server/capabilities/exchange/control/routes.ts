/** HTTP adapter of originator control. */
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import { itemParamsSchema } from '../contract.ts';
import {
  consentParamsSchema,
  consentWithdrawalSchema,
  controlSchema,
  onwardAskSchema,
  onwardDecisionSchema,
  onwardShareSchema,
  recallSchema,
  requestParamsSchema,
  toDecideSchema,
} from './contract.ts';
import type { ControlService } from './verbs-service.ts';

const tags = ['exchange'];
const path = '/api/exchange/items/:id';

/** Registers what concerns the control of one item, and `/api/exchange/control`. */
export const registerControl = (app: HttpApp, service: ControlService): void => {
  const params = itemParamsSchema;
  app.get(`${path}/control`, { schema: { tags, params, response: { 200: controlSchema } } }, (request) =>
    service.control(actorOf(request), request.params.id),
  );
  app.post(
    `${path}/recall`,
    { schema: { tags, params, body: recallSchema, response: { 200: controlSchema } } },
    async (request) => {
      await service.recall(actorOf(request), request.params.id, request.body);
      return service.control(actorOf(request), request.params.id);
    },
  );
  app.post(
    '/api/exchange/consents/:id/withdraw',
    { schema: { tags, params: consentParamsSchema, body: consentWithdrawalSchema } },
    async (request, reply) => {
      await service.withdrawConsent(actorOf(request), request.params.id, request.body);
      return reply.code(204).send();
    },
  );
  registerOnward(app, service);
};

const registerOnward = (app: HttpApp, service: ControlService): void => {
  const params = itemParamsSchema;
  app.get('/api/exchange/to-decide', { schema: { tags, response: { 200: toDecideSchema } } }, (request) =>
    service.listToDecide(actorOf(request)),
  );
  app.post(
    `${path}/onward-requests`,
    { schema: { tags, params, body: onwardAskSchema, response: { 200: controlSchema } } },
    async (request) => {
      await service.askOnward(actorOf(request), request.params.id, request.body);
      return service.control(actorOf(request), request.params.id);
    },
  );
  app.post(
    '/api/exchange/onward-requests/:id/decide',
    { schema: { tags, params: requestParamsSchema, body: onwardDecisionSchema } },
    async (request, reply) => {
      await service.decideOnward(actorOf(request), request.params.id, request.body);
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/exchange/consents/:id/share',
    { schema: { tags, params: consentParamsSchema, body: onwardShareSchema } },
    async (request, reply) => {
      await service.shareOnward(actorOf(request), request.params.id, request.body);
      return reply.code(204).send();
    },
  );
};
