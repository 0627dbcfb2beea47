/** Risk put together; the service of events opens it. */
import './faults.ts';
import type { HttpApp } from '../../../plumbing/http/index.ts';
import type { Scheduler } from '../../../plumbing/scheduler/index.ts';
import { createAssessing } from './assessing-service.ts';
import { createGenerating } from './generating-service.ts';
import { registerMaking } from './making-routes.ts';
import type { RiskNeeds } from './needs-service.ts';
import { createProposing } from './proposing-service.ts';
import { createReminding } from './reminding-service.ts';
import { registerAssessing, registerReminding, registerSeeing } from './routes.ts';
import { createSeeing } from './seeing-service.ts';
import { createTemplates } from './templates-service.ts';
import { createVisiting } from './visiting-service.ts';

/** How often it is looked whose review is overdue: a review is due on a day. */
const remindEveryMs = 3_600_000;

/**
 * Opens risk, and gives what registers its routes. Its verbs throw the faults of its policy and
 * of faults.ts.
 */
export const createRisk = (
  needs: RiskNeeds & { readonly scheduler: Scheduler },
): { registerRoutes(app: HttpApp): void } => {
  const reminding = createReminding(needs);
  needs.scheduler.every('events.remind-reviews', remindEveryMs, reminding.remind);
  return {
    registerRoutes: (app) => {
      registerReminding(app, reminding);
      registerSeeing(app, createSeeing(needs));
      registerAssessing(app, createAssessing(needs), createProposing(needs));
      registerMaking(app, {
        templates: createTemplates(needs),
        generating: createGenerating(needs),
        visiting: createVisiting(needs),
      });
    },
  };
};
