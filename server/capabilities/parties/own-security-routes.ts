/** HTTP of a person's own security, and of enrolment: no logic. */
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { actorOf, type HttpApp } from '../../plumbing/http/index.ts';
import {
  enrolledSchema,
  enrolmentFinishSchema,
  enrolmentSchema,
  enrolmentTokenSchema,
  madeTokenSchema,
  newTokenSchema,
  passkeyCreationSchema,
  passkeyRegistrationSchema,
  passkeySchema,
  passwordChangeSchema,
  recoveryCodesSchema,
  sessionSchema,
  textPathSchema,
  tokenSchema,
  totpConfirmSchema,
  totpSetupSchema,
} from './contract.ts';
import type { createEnrolment } from './enrolment-service.ts';
import type { createOwnSecurity, Owner } from './own-security-service.ts';
import { giveCookie, sessionTokenOf, sourceOf } from './session-routes.ts';

export interface OwnSecurityRouteNeeds {
  readonly security: ReturnType<typeof createOwnSecurity>;
  readonly enrolment: ReturnType<typeof createEnrolment>;
  readonly secureCookies: boolean;
}

const tags = ['parties'];
const nothing = { 204: Type.Null() };
const ownerOf = (request: FastifyRequest): Owner => ({
  actor: actorOf(request),
  token: sessionTokenOf(request),
});

const registerPasskeys = (app: HttpApp, { security }: OwnSecurityRouteNeeds): void => {
  app.get(
    '/api/parties/me/passkeys',
    { schema: { tags, response: { 200: Type.Array(passkeySchema) } } },
    async (request) => security.passkeys(actorOf(request)),
  );
  app.post(
    '/api/parties/me/passkeys/options',
    { schema: { tags, response: { 200: passkeyCreationSchema } } },
    async (request) => security.passkeyOptions(ownerOf(request)),
  );
  app.post(
    '/api/parties/me/passkeys',
    { schema: { tags, body: passkeyRegistrationSchema, response: { 201: passkeySchema } } },
    async (request, reply) => reply.code(201).send(await security.addPasskey(ownerOf(request), request.body)),
  );
  app.delete(
    '/api/parties/me/passkeys/:id',
    { schema: { tags, params: textPathSchema, response: nothing } },
    async (request, reply) => {
      await security.removePasskey(ownerOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
};

const registerCodes = (app: HttpApp, { security }: OwnSecurityRouteNeeds): void => {
  app.post(
    '/api/parties/me/totp',
    { schema: { tags, response: { 200: totpSetupSchema } } },
    async (request) => security.beginTotp(ownerOf(request)),
  );
  app.post(
    '/api/parties/me/totp/confirm',
    { schema: { tags, body: totpConfirmSchema, response: { 200: recoveryCodesSchema } } },
    async (request) => security.confirmTotp(ownerOf(request), request.body.code),
  );
  app.post(
    '/api/parties/me/password',
    {
      config: { keptAsGiven: ['current', 'next'] },
      schema: { tags, body: passwordChangeSchema, response: nothing },
    },
    async (request, reply) => {
      await security.changePassword(ownerOf(request), request.body);
      return reply.code(204).send(null);
    },
  );
};

const registerSessionsAndTokens = (app: HttpApp, { security }: OwnSecurityRouteNeeds): void => {
  app.get(
    '/api/parties/me/sessions',
    { schema: { tags, response: { 200: Type.Array(sessionSchema) } } },
    async (request) => security.sessions(ownerOf(request)),
  );
  app.delete(
    '/api/parties/me/sessions/:id',
    { schema: { tags, params: textPathSchema, response: nothing } },
    async (request, reply) => {
      await security.endSession(ownerOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/parties/me/tokens',
    { schema: { tags, response: { 200: Type.Array(tokenSchema) } } },
    async (request) => security.tokens(actorOf(request)),
  );
  app.post(
    '/api/parties/me/tokens',
    { schema: { tags, body: newTokenSchema, response: { 201: madeTokenSchema } } },
    async (request, reply) => reply.code(201).send(await security.makeToken(ownerOf(request), request.body)),
  );
  app.delete(
    '/api/parties/me/tokens/:id',
    { schema: { tags, params: textPathSchema, response: nothing } },
    async (request, reply) => {
      await security.removeToken(ownerOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
};

/** The token travels in the body, never in a path: paths are logged. */
const registerEnrolment = (app: HttpApp, { enrolment, secureCookies }: OwnSecurityRouteNeeds): void => {
  const config = { open: true };
  const body = enrolmentTokenSchema;
  app.post(
    '/api/enrolment',
    { config, schema: { tags, body, response: { 200: enrolmentSchema } } },
    async (request) => enrolment.look(request.body.token),
  );
  app.post(
    '/api/enrolment/totp',
    { config, schema: { tags, body, response: { 200: totpSetupSchema } } },
    async (request) => enrolment.beginTotp(request.body.token),
  );
  app.post(
    '/api/enrolment/passkey/options',
    { config, schema: { tags, body, response: { 200: passkeyCreationSchema } } },
    async (request) => enrolment.passkeyOptions(request.body.token),
  );
  app.post(
    '/api/enrolment/finish',
    { config, schema: { tags, body: enrolmentFinishSchema, response: { 200: enrolledSchema } } },
    async (request, reply) => {
      const { kind, me, recoveryCodes, token } = await enrolment.finish(request.body, sourceOf(request));
      giveCookie(reply, secureCookies, token);
      return { kind, me, recoveryCodes };
    },
  );
};

export const registerOwnSecurityRoutes = (app: HttpApp, needs: OwnSecurityRouteNeeds): void => {
  registerPasskeys(app, needs);
  registerCodes(app, needs);
  registerSessionsAndTokens(app, needs);
  registerEnrolment(app, needs);
};
