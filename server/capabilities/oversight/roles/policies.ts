/** The policies that are asked: those that decide. Pure. */
import { agreementsPolicy } from '../../agreements/index.ts';
import { assistancePolicy, deploymentPolicy } from '../../assistance/index.ts';
import { eventsPolicy } from '../../events/index.ts';
import { consultationPolicy, exchangePolicy, retentionPolicy } from '../../exchange/index.ts';
import { matchingPolicy } from '../../matching/index.ts';
import { partiesPolicy } from '../../parties/index.ts';
import { requestsPolicy, staffPolicy, templatesPolicy } from '../../requests/index.ts';
import { alertsPolicy, logPolicy, shiftsPolicy, sitrepsPolicy } from '../../watch/index.ts';
import { mayDecide, mayOversee, mayPropose } from '../policy.ts';

/** The policies in force on this node. */
export const policies = {
  parties: partiesPolicy,
  agreements: agreementsPolicy,
  exchange: exchangePolicy,
  consultation: consultationPolicy,
  retention: retentionPolicy,
  requests: requestsPolicy,
  staff: staffPolicy,
  templates: templatesPolicy,
  log: logPolicy,
  alerts: alertsPolicy,
  shifts: shiftsPolicy,
  sitreps: sitrepsPolicy,
  matching: matchingPolicy,
  assistance: assistancePolicy,
  deployment: deploymentPolicy,
  events: eventsPolicy,
  oversight: { mayOversee, mayPropose, mayDecide },
} as const;
export type Policies = typeof policies;
