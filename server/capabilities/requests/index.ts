/** Requests for information: asked, answered in time, refused with a ground, and worth something or not. */
export { type Ask, boardFilterSchema, boardViews, requestParamsSchema, type StepDraft } from './contract.ts';
/** What fields and purposes are called on paper. */
export { fieldWords, purposeWords } from './export/export-words.ts';

import './faults.ts';
import './staff/faults.ts';
import './templates/faults.ts';

export { type AskedOf, askedOf } from './asked-store.ts';
export { exportFormats } from './export/contract.ts';
export { registerExportForOperator } from './export/routes.ts';
export { createRequestFollower } from './following-service.ts';
export * as requestsPolicy from './policy.ts';
export { createRequests, type Requests } from './service.ts';
export * as staffPolicy from './staff/policy.ts';
export { takesWork } from './staff/staff-service.ts';
export { absentNow } from './staff/staff-store.ts';
export { countOpenByDesk as workloadOf } from './store.ts';
export * as templatesPolicy from './templates/policy.ts';
export { requestVerbs } from './verbs.ts';
export type { RequestService } from './verbs-service.ts';
