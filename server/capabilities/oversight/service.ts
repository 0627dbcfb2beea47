/** Oversight put together; main.ts opens it. */

import type { Database } from '../../plumbing/database/index.ts';
import type { HttpApp } from '../../plumbing/http/index.ts';
import type { Scheduler } from '../../plumbing/scheduler/index.ts';
import { type AccessNeeds, createAccesses } from './accesses/accesses-service.ts';
import { createRoles } from './roles/roles-service.ts';
import { registerOversight } from './routes.ts';
import { createTightenings, type TighteningNeeds } from './tightening/tightening-service.ts';

/** What oversight is given by name. */
export type OversightNeeds = AccessNeeds &
  TighteningNeeds & { readonly scheduler: Scheduler; readonly database: Database };

/** Words of reasons are looked through once a day. */
const forgetEveryMs = 86_400_000;

/** Oversight as a node runs it. */
export interface Oversight {
  registerRoutes(app: HttpApp): void;
}

/** Opens oversight. Its verbs throw the faults of their policies and of faults.ts. */
export const createOversight = (needs: OversightNeeds): Oversight => {
  const parts = {
    accesses: createAccesses(needs),
    tightenings: createTightenings(needs),
    roles: createRoles(needs),
  };
  const house = { kind: 'system', name: 'oversight', party: needs.self } as const;
  needs.scheduler.every('oversight.forget-reasons', forgetEveryMs, async () => {
    await needs.database.transact(house, needs.contexts.forget);
  });
  return { registerRoutes: (app) => registerOversight(app, parts) };
};
