/** HTTP adapter of originator control. */
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import { itemParamsSchema } from '../contract.ts';
import { consentParamsSchema, consentWithdrawalSchema, controlSchema, recallSchema } from './contract.ts';
import type { ControlService } from './service.ts';

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
};
