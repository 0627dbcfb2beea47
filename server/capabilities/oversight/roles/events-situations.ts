/** Major events, asked of the policy of events. Pure. */
import type { Asking, Situation } from './situations.ts';

/** All that events decide of a role. */
export const eventsSituations = ({ actor, self, policies }: Asking): Situation[] => [
  { verb: 'event-read', facets: {}, decision: policies.events.mayReadEvents(actor, self) },
  { verb: 'event-plan', facets: {}, decision: policies.events.mayPlanEvents(actor, self) },
];
