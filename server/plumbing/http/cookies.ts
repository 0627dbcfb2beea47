/**
 * The one cookie of the console: the session. Strict and HttpOnly; Secure wherever the node is not on
 * loopback.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The name of the one cookie. */
export const sessionCookieName = 'tansiq_session';

/** Sets and clears the session cookie; `maxAgeSeconds` is its life in the browser. */
export const sessionCookie = {
  set: (reply: FastifyReply, token: string, secure: boolean, maxAgeSeconds: number): void => {
    reply.setCookie(sessionCookieName, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure,
      maxAge: maxAgeSeconds,
    });
  },
  clear: (reply: FastifyReply): void => {
    reply.clearCookie(sessionCookieName, { path: '/' });
  },
};

/** The session token that a request carries as a cookie; null for none. */
export const readCookie = (request: FastifyRequest): string | null =>
  request.cookies[sessionCookieName] ?? null;
