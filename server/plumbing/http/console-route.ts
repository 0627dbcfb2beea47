/**
 * The console's built files. Every path that is not the API's answers with the page: the console routes
 * itself.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import serveFiles from '@fastify/static';
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
    await scope.register(serveFiles, {
      root: needs.folder,
      wildcard: false,
      index: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        // Vite names the assets by their content, so a name never changes what it means.
        const isNamedByContent = path.includes('/assets/');
        reply.header('cache-control', isNamedByContent ? forEver : 'no-cache');
      },
    });
    scope.get('/*', (request, reply) => {
      if (notThePage.some((prefix) => request.url.startsWith(prefix))) throw new Fault('access/absent');
      return reply.header('cache-control', 'no-cache').sendFile('index.html', needs.folder);
    });
  });
};
