/** Oversight: who saw what and why, what is due, what a role may do, and what the node's owner tightens. */
import './faults.ts';

export { policies } from './roles/policies.ts';
export { roleAccount } from './roles/role-account.ts';
export type { Others } from './roles/situations.ts';
export { createOversight, type Oversight, type OversightNeeds } from './service.ts';
export { createTightener } from './tightening/tightening-service.ts';
