/** HTTP of single sign-on: two navigations of the browser, no logic. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../../kernel/faults.ts';
import type { HttpApp } from '../../plumbing/http/index.ts';
import { partiesLimits } from './limits.ts';
import { giveCookie, sourceOf } from './session-routes.ts';
import type { createSingleSignOn } from './single-sign-on-service.ts';

/** Lax, unlike the session's: the provider's site sends the browser back, and Strict would stay at home. */
const stepCookie = 'tansiq_sign_on';
const path = '/api/session/oidc';

/** A person sees the console with the fault's code, not a page of JSON. */
const showInConsole = (error: Error, _request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  if (!(error instanceof Fault)) throw error;
  return reply.redirect(`/?fault=${encodeURIComponent(error.code)}`);
};

export const registerSingleSignOnRoutes = (
  app: HttpApp,
  needs: { singleSignOn: ReturnType<typeof createSingleSignOn>; secureCookies: boolean },
): void => {
  const { singleSignOn, secureCookies } = needs;
  const config = { open: true };
  app.get(path, { config, schema: { hide: true }, errorHandler: showInConsole }, async (_request, reply) => {
    const { address, token } = await singleSignOn.begin();
    reply.setCookie(stepCookie, token, {
      path,
      httpOnly: true,
      sameSite: 'lax',
      secure: secureCookies,
      maxAge: partiesLimits.challengeMs / 1000,
    });
    return reply.redirect(address);
  });
  app.get(
    `${path}/callback`,
    { config, schema: { hide: true }, errorHandler: showInConsole },
    async (request, reply) => {
      const step = request.cookies[stepCookie] ?? null;
      reply.clearCookie(stepCookie, { path });
      const callback = new URL(request.url, 'http://callback.invalid');
      const { token } = await singleSignOn.finish(callback, step, sourceOf(request));
      giveCookie(reply, secureCookies, token);
      return reply.redirect('/');
    },
  );
};
