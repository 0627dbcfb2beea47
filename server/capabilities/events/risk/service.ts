/** Risk put together; the service of events opens it. */
import './faults.ts';
import type { HttpApp } from '../../../plumbing/http/index.ts';
import { createAssessing } from './assessing-service.ts';
import { createGenerating } from './generating-service.ts';
import { registerMaking } from './making-routes.ts';
import type { RiskNeeds } from './needs-service.ts';
import { createProposing } from './proposing-service.ts';
import { registerAssessing, registerSeeing } from './routes.ts';
import { createSeeing } from './seeing-service.ts';
import { createTemplates } from './templates-service.ts';
import { createVisiting } from './visiting-service.ts';

/**
 * Opens risk, and gives what registers its routes. Its verbs throw the faults of its policy and
 * of faults.ts.
 */
export const createRisk = (needs: RiskNeeds): { registerRoutes(app: HttpApp): void } => ({
  registerRoutes: (app) => {
    registerSeeing(app, createSeeing(needs));
    registerAssessing(app, createAssessing(needs), createProposing(needs));
    registerMaking(app, {
      templates: createTemplates(needs),
      generating: createGenerating(needs),
      visiting: createVisiting(needs),
    });
  },
});
