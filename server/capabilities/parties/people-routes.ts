/** HTTP of people and desks: no logic. */
import Type from 'typebox';
import { actorOf, type HttpApp } from '../../plumbing/http/index.ts';
import {
  deskSchema,
  invitedSchema,
  newDeskSchema,
  newPersonSchema,
  personChangeSchema,
  personPathSchema,
  personSchema,
} from './contract.ts';
import type { createPeople } from './people-service.ts';

const tags = ['parties'];

export const registerPeopleRoutes = (
  app: HttpApp,
  { people }: { people: ReturnType<typeof createPeople> },
): void => {
  app.get(
    '/api/parties/people',
    { schema: { tags, response: { 200: Type.Array(personSchema) } } },
    async (request) => people.people(actorOf(request)),
  );
  app.post(
    '/api/parties/people',
    { schema: { tags, body: newPersonSchema, response: { 201: invitedSchema } } },
    async (request, reply) => reply.code(201).send(await people.invite(actorOf(request), request.body)),
  );
  app.patch(
    '/api/parties/people/:id',
    {
      schema: { tags, params: personPathSchema, body: personChangeSchema, response: { 200: personSchema } },
    },
    async (request) => people.change(actorOf(request), request.params.id, request.body),
  );
  app.post(
    '/api/parties/people/:id/enrolment',
    { schema: { tags, params: personPathSchema, response: { 200: invitedSchema } } },
    async (request) => people.renewEnrolment(actorOf(request), request.params.id),
  );
  app.delete(
    '/api/parties/people/:id/sessions',
    { schema: { tags, params: personPathSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await people.endSessions(actorOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/parties/desks',
    { schema: { tags, response: { 200: Type.Array(deskSchema) } } },
    async (request) => people.desks(actorOf(request)),
  );
  app.post(
    '/api/parties/desks',
    { schema: { tags, body: newDeskSchema, response: { 201: deskSchema } } },
    async (request, reply) => reply.code(201).send(await people.createDesk(actorOf(request), request.body)),
  );
};
