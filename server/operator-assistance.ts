/** The operator's door to assistance: an ask and its answers in the language of the standard. */
import type { Assistance } from './capabilities/assistance/index.ts';
import { askIdSchema, edxlListSchema } from './capabilities/assistance/index.ts';
import type { SystemActor } from './kernel/decision.ts';
import type { registerRequestsDoor } from './operator-requests.ts';
import type { HttpApp } from './plumbing/http/index.ts';

/** Registers the route behind the given door. */
export const registerAssistanceDoor = (
  app: HttpApp,
  assistance: Pick<Assistance, 'exported'>,
  actor: SystemActor,
  hidden: Parameters<typeof registerRequestsDoor>[3],
): void => {
  app.get(
    '/operator/assistance/:id/edxl',
    { ...hidden, schema: { hide: true, params: askIdSchema, response: { 200: edxlListSchema } } },
    ({ params }) => assistance.exported(actor, params.id),
  );
};
