/**
 * The one cookie of the console: the session. Strict and HttpOnly; Secure wherever the node is not on
 * loopback.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';

const sessionCookieName = 'tansiq_session';

/**
 * Cookies ignore ports: where a console has a port of its own, its session is named after it (RFC 6265
 * §8.5).
 */
const nameFor = (request: FastifyRequest): string =>
  request.port === null ? sessionCookieName : `${sessionCookieName}_${request.port}`;

/** Sets and clears the session cookie; `maxAgeSeconds` is its life in the browser. */
export const sessionCookie = {
  set: (reply: FastifyReply, token: string, secure: boolean, maxAgeSeconds: number): void => {
    reply.setCookie(nameFor(reply.request), token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure,
      maxAge: maxAgeSeconds,
    });
  },
  clear: (reply: FastifyReply): void => {
    reply.clearCookie(nameFor(reply.request), { path: '/' });
  },
};

/** The session token that a request carries as a cookie; null for none. */
export const readCookie = (request: FastifyRequest): string | null =>
  request.cookies[nameFor(request)] ?? null;
