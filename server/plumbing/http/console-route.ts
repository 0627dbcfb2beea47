/**
 * The console's built files. Every path that is not the API's answers with the page: the console routes
 * itself.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import serveFiles from '@fastify/static';
import type { FastifyReply } from 'fastify';
import { Fault } from '../../kernel/faults.ts';
import type { HttpApp } from './http.ts';

const forEver = 'public, max-age=31536000, immutable';
const notThePage = ['/api/', '/operator/', '/taxii2/', '/federation/', '/assets/'];

/** Serves `folder`; without a build of the console the API works alone. */
export const registerConsole = async (app: HttpApp, needs: { folder: string }): Promise<void> => {
  if (!existsSync(join(needs.folder, 'index.html'))) return;
  await app.register(async (scope) => {
    // The page and its parts hold no data: they are there before anyone has signed in.
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, open: true };
      route.schema = { ...route.schema, hide: true };
    });
    // Vite names the assets by their content, so a name never changes what it means. Each is looked for when
    // it is asked for: a route for each of hundreds would cost every start.
    await scope.register(serveFiles, {
      root: join(needs.folder, 'assets'),
      prefix: '/assets/',
      index: false,
      preCompressed: true,
      setHeaders: (reply) => reply.header('cache-control', forEver),
    });
    const send = (reply: FastifyReply, name: string) =>
      reply.header('cache-control', 'no-cache').sendFile(name, needs.folder);
    const files = readdirSync(needs.folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { name } of files) scope.get(`/${name}`, (_request, reply) => send(reply, name));
    scope.get('/*', (request, reply) => {
      if (notThePage.some((prefix) => request.url.startsWith(prefix))) throw new Fault('access/absent');
      return send(reply, 'index.html');
    });
  });
};
