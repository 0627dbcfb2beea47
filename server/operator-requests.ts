/** The operator's door to requests: what waits for whom, and one of them, for scripts on this machine. */
import {
  boardFilterSchema,
  type RequestService,
  registerExportForOperator,
  requestParamsSchema,
} from './capabilities/requests/index.ts';
import type { SystemActor } from './kernel/decision.ts';
import type { HttpApp } from './plumbing/http/index.ts';

/** Registers the routes behind the given door. */
export const registerRequestsDoor = (
  app: HttpApp,
  requests: Pick<RequestService, 'list' | 'show' | 'exportRequest'>,
  actor: SystemActor,
  hidden: Parameters<typeof registerExportForOperator>[2]['door'],
): void => {
  app.get(
    '/operator/requests',
    { ...hidden, schema: { hide: true, querystring: boardFilterSchema } },
    ({ query }) => requests.list(actor, query),
  );
  app.get(
    '/operator/requests/:id',
    { ...hidden, schema: { hide: true, params: requestParamsSchema } },
    ({ params }) => requests.show(actor, params.id),
  );
  registerExportForOperator(app, requests, { actor, door: hidden });
};
