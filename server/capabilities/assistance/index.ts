/** Assistance: a service that secures an event asks partners for officers, and each offers or declines. */
import './faults.ts';

export type { AnswerBefore } from './answers-before.ts';
export { askIdSchema, edxlListSchema } from './contract.ts';
export {
  type BadgeCheck,
  type BadgeKeys,
  checkBadge,
  openRevocations,
  readBadgeKeys,
} from './deployment/badge-check.ts';
export * as deploymentPolicy from './deployment/policy.ts';
export type { RosterUnit } from './deployment/roster-service.ts';
export type { RosterRegister } from './deployment/service.ts';
export type { Period, Tasking } from './deployment/taskable.ts';
export { deploymentVerbs } from './deployment/verbs.ts';
export type { AssistanceNeeds } from './needs-service.ts';
export * as assistancePolicy from './policy.ts';
export { type Assistance, createAssistance } from './service.ts';
export { assistanceActs, assistanceVerbs } from './verbs.ts';
