/** Requests put together; main.ts opens it after exchange, which calls its follower. */
import type { HttpApp } from '../../plumbing/http/index.ts';
import type { Scheduler } from '../../plumbing/scheduler/index.ts';
import { clockLimits, createClockWork } from './clock-service.ts';
import { registerExport } from './export/routes.ts';
import { type MessageSource, registerRequestMessages } from './messages.ts';
import { registerRequests } from './routes.ts';
import { registerStaff } from './staff/routes.ts';
import { registerTemplates } from './templates/routes.ts';
import { createRequestVerbs, type RequestService, type RequestVerbNeeds } from './verbs-service.ts';
import { createWatched, type Watched } from './watched-service.ts';

/** Requests as a node runs them. */
export interface Requests {
  readonly service: RequestService;
  /** What the watch is told of them. */
  readonly watched: Watched;
  registerRoutes(app: HttpApp): void;
  /** Names who takes what partners say. Before the federation starts. */
  registerMessages(source: MessageSource): void;
}

/** How often what nobody came back to is looked for. */
const scratchEveryMs = 3_600_000;

/** Opens requests. Its verbs throw the faults of their policy and of faults.ts. */
export const createRequests = (needs: RequestVerbNeeds & { readonly scheduler: Scheduler }): Requests => {
  const service = createRequestVerbs(needs);
  needs.scheduler.every('requests.clock', clockLimits.everyMs, createClockWork(needs));
  needs.scheduler.every('requests.scratch', scratchEveryMs, service.forgetScratch);
  needs.scheduler.every('requests.absences', scratchEveryMs, service.forgetAbsences);
  return {
    service,
    watched: createWatched(needs),
    registerRoutes: (app) => {
      registerStaff(app, service);
      registerExport(app, service);
      registerTemplates(app, service);
      registerRequests(app, service);
    },
    registerMessages: (source) => registerRequestMessages(source, needs),
  };
};
