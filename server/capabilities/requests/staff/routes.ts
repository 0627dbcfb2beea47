/** HTTP adapter of desk heads, absences and work that changes hands. */
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import {
  absenceParamsSchema,
  absenceSchema,
  deskParamsSchema,
  handOverParamsSchema,
  handOverResultSchema,
  handOverSchema,
  namedHeadSchema,
  newAbsenceSchema,
  staffSchema,
} from './contract.ts';
import type { createHandOver } from './hand-over-service.ts';
import type { createStaff } from './staff-service.ts';

const tags = ['requests'];
const path = '/api/requests';

type StaffService = ReturnType<typeof createStaff> & ReturnType<typeof createHandOver>;

/** Registers `/api/requests/staff` and `/api/requests/hand-overs`. */
export const registerStaff = (app: HttpApp, service: StaffService): void => {
  app.get(`${path}/staff`, { schema: { tags, response: { 200: staffSchema } } }, (request) =>
    service.staff(actorOf(request)),
  );
  app.put(
    `${path}/staff/desks/:desk/head`,
    { schema: { tags, params: deskParamsSchema, body: namedHeadSchema } },
    async (request, reply) => {
      await service.nameHead(actorOf(request), request.params.desk, request.body.person);
      return reply.code(204).send();
    },
  );
  app.post(
    `${path}/staff/absences`,
    { schema: { tags, body: newAbsenceSchema, response: { 201: absenceSchema } } },
    async (request, reply) => reply.code(201).send(await service.markAbsent(actorOf(request), request.body)),
  );
  app.delete(
    `${path}/staff/absences/:absence`,
    { schema: { tags, params: absenceParamsSchema } },
    async (request, reply) => {
      await service.endAbsence(actorOf(request), request.params.absence);
      return reply.code(204).send();
    },
  );
  app.post(
    `${path}/hand-overs`,
    { schema: { tags, body: handOverSchema, response: { 201: handOverResultSchema } } },
    async (request, reply) => reply.code(201).send(await service.handOver(actorOf(request), request.body)),
  );
  app.post(
    `${path}/hand-overs/:handOver/undo`,
    { schema: { tags, params: handOverParamsSchema, response: { 200: handOverResultSchema } } },
    (request) => service.undoHandOver(actorOf(request), request.params.handOver),
  );
};
