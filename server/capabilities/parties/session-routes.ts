/** HTTP of signing in and out: no logic. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { actorOf, type HttpApp, readCookie, sessionCookie } from '../../plumbing/http/index.ts';
import {
  type Me,
  meSchema,
  passkeyRequestSchema,
  passkeySignInSchema,
  passwordSignInSchema,
  roleSwitchSchema,
  signedInSchema,
  signInAnswerSchema,
  totpSignInSchema,
  type Ways,
  waysSchema,
} from './contract.ts';
import { partiesLimits } from './limits.ts';
import type { Source } from './sessions-service.ts';
import type { createSignIn, SignedIn } from './sign-in-service.ts';

export const sourceOf = (request: FastifyRequest): Source => ({
  address: request.ip,
  agent: request.headers['user-agent'] ?? '',
});

/** The session of the console, if that is how the request was sent: a program's token has none. */
export const sessionTokenOf = (request: FastifyRequest): string | null =>
  request.headers.authorization === undefined ? readCookie(request) : null;

/** Puts the token into the cookie and keeps it out of the answer. */
export const giveCookie = (reply: FastifyReply, secure: boolean, token: string): void =>
  sessionCookie.set(reply, token, secure, partiesLimits.sessionAbsoluteMs / 1000);

const answerSignedIn = (
  reply: FastifyReply,
  secure: boolean,
  signedIn: SignedIn,
): { kind: 'signed-in'; me: Me } => {
  giveCookie(reply, secure, signedIn.token);
  return { kind: 'signed-in', me: signedIn.me };
};

export interface SessionRouteNeeds {
  readonly signIn: ReturnType<typeof createSignIn>;
  readonly secureCookies: boolean;
  readonly ways: Omit<Ways, 'password' | 'filling'>;
  isFilling(): boolean;
}

const registerWaysIn = (app: HttpApp, needs: SessionRouteNeeds): void => {
  const { signIn, secureCookies, ways } = needs;
  const config = { open: true };
  const tags = ['session'];
  app.get('/api/session/ways', { config, schema: { tags, response: { 200: waysSchema } } }, async () => ({
    password: true as const,
    ...ways,
    filling: needs.isFilling(),
  }));
  app.post(
    '/api/session/password',
    { config, schema: { tags, body: passwordSignInSchema, response: { 200: signInAnswerSchema } } },
    async (request, reply) => {
      const answer = await signIn.password(request.body, sourceOf(request));
      return answer.kind === 'totp' ? answer : answerSignedIn(reply, secureCookies, answer);
    },
  );
  app.post(
    '/api/session/totp',
    { config, schema: { tags, body: totpSignInSchema, response: { 200: signedInSchema } } },
    async (request, reply) =>
      answerSignedIn(reply, secureCookies, await signIn.totp(request.body, sourceOf(request))),
  );
  app.post(
    '/api/session/passkey/options',
    { config, schema: { tags, response: { 200: passkeyRequestSchema } } },
    async () => signIn.passkeyOptions(),
  );
  app.post(
    '/api/session/passkey',
    { config, schema: { tags, body: passkeySignInSchema, response: { 200: signedInSchema } } },
    async (request, reply) =>
      answerSignedIn(reply, secureCookies, await signIn.passkey(request.body, sourceOf(request))),
  );
};

export const registerSessionRoutes = (app: HttpApp, needs: SessionRouteNeeds): void => {
  const { signIn } = needs;
  const tags = ['session'];
  registerWaysIn(app, needs);
  app.get('/api/session', { schema: { tags, response: { 200: meSchema } } }, async (request) =>
    signIn.me(actorOf(request)),
  );
  app.post(
    '/api/session/role',
    { schema: { tags, body: roleSwitchSchema, response: { 200: meSchema } } },
    async (request) => signIn.switchRole(actorOf(request), sessionTokenOf(request), request.body.role),
  );
  app.delete('/api/session', { schema: { tags, response: { 204: Type.Null() } } }, async (request, reply) => {
    await signIn.signOut(actorOf(request), sessionTokenOf(request));
    sessionCookie.clear(reply);
    return reply.code(204).send(null);
  });
};
