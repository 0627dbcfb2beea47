/** HTTP of services and of pairing: no logic. */
import Type from 'typebox';
import { actorOf, type HttpApp } from '../../plumbing/http/index.ts';
import { identitySchema, linkPathSchema, linkSchema, proposalSchema, serviceSchema } from './contract.ts';
import type { createPairing } from './links-service.ts';

const tags = ['parties'];
const verbsOnLinks = ['accept', 'suspend', 'resume', 'end'] as const;

export const registerLinkRoutes = (
  app: HttpApp,
  { pairing }: { pairing: ReturnType<typeof createPairing> },
): void => {
  app.get(
    '/api/parties/services',
    { schema: { tags, response: { 200: Type.Array(serviceSchema) } } },
    async (request) => pairing.services(actorOf(request)),
  );
  app.get(
    '/api/parties/links',
    { schema: { tags, response: { 200: Type.Array(linkSchema) } } },
    async (request) => pairing.links(actorOf(request)),
  );
  app.get('/api/parties/identity', { schema: { tags, response: { 200: identitySchema } } }, async (request) =>
    pairing.identity(actorOf(request)),
  );
  app.post(
    '/api/parties/links',
    { schema: { tags, body: proposalSchema, response: { 201: linkSchema } } },
    async (request, reply) =>
      reply.code(201).send(await pairing.propose(actorOf(request), request.body.address)),
  );
  for (const verb of verbsOnLinks)
    app.post(
      `/api/parties/links/:party/${verb}`,
      { schema: { tags, params: linkPathSchema, response: { 200: linkSchema } } },
      async (request) => pairing.change(actorOf(request), verb, request.params.party),
    );
};
