/** HTTP of working contexts: no logic. */
import Type from 'typebox';
import { actorOf, type HttpApp } from '../../plumbing/http/index.ts';
import { contextSchema, newContextSchema, presentContextSchema } from './context-contract.ts';
import { type Contexts, holderOf } from './context-service.ts';
import { personPathSchema } from './contract.ts';

const tags = ['parties'];

export const registerContextRoutes = (app: HttpApp, { contexts }: { contexts: Contexts }): void => {
  app.get(
    '/api/parties/context',
    { schema: { tags, response: { 200: presentContextSchema } } },
    (request) => {
      const actor = actorOf(request);
      return contexts.present(actor, holderOf(request, actor.person));
    },
  );
  app.post(
    '/api/parties/context',
    { schema: { tags, body: newContextSchema, response: { 201: contextSchema } } },
    async (request, reply) => {
      const actor = actorOf(request);
      const context = await contexts.state(actor, holderOf(request, actor.person), request.body);
      return reply.code(201).send(context);
    },
  );
  app.delete(
    '/api/parties/context',
    { schema: { tags, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const actor = actorOf(request);
      await contexts.end(actor, holderOf(request, actor.person));
      return reply.code(204).send(null);
    },
  );
  registerStanding(app, contexts);
};

/** The standing context of a connector's account. */
const registerStanding = (app: HttpApp, contexts: Contexts): void => {
  const path = '/api/parties/people/:id/standing-context';
  const params = personPathSchema;
  app.get(path, { schema: { tags, params, response: { 200: presentContextSchema } } }, (request) =>
    contexts.standing(actorOf(request), request.params.id),
  );
  app.put(
    path,
    { schema: { tags, params, body: newContextSchema, response: { 200: contextSchema } } },
    (request) => contexts.stateStanding(actorOf(request), request.params.id, request.body),
  );
  app.delete(path, { schema: { tags, params, response: { 204: Type.Null() } } }, async (request, reply) => {
    await contexts.endStanding(actorOf(request), request.params.id);
    return reply.code(204).send(null);
  });
};
