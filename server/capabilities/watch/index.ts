/** The watch: the log of what happens, shifts and their handover, alerts. */
import './alerts/faults.ts';
import './detail-words.ts';
import './log/faults.ts';
import './shifts/faults.ts';
import './sitrep/faults.ts';

export * as alertsPolicy from './alerts/policy.ts';
export { entryDraftSchema, entryFilterSchema } from './log/contract.ts';
export type { LogService } from './log/routes.ts';
export { type WatchedFacts, watchedFacts } from './overseen-store.ts';
export * as logPolicy from './policy.ts';
export { createWatch, type Watch, type WatchNeeds } from './service.ts';
export * as shiftsPolicy from './shifts/policy.ts';
export * as sitrepsPolicy from './sitrep/policy.ts';
export { registerSitrepsForOperator, type SitrepService } from './sitrep/routes.ts';
export { createSitrepFollower } from './sitrep/sending-service.ts';
export { watchActs, watchVerbs } from './verbs.ts';
