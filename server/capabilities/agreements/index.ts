/** Agreements and circles: on what ground, and among whom, something is exchanged. */

export { gapOf, readersTermOf, usualDeadlines } from './agreement.ts';
export type {
  Agreement,
  AgreementDraft,
  Circle,
  CircleDraft,
  Deadlines,
  MatchingTerms,
  ReadersTerm,
} from './contract.ts';

import './faults.ts';

export { registerAgreementMessages } from './incoming-messages.ts';
export { createAgreementNews } from './messages.ts';
export * as agreementsPolicy from './policy.ts';
export { registerAgreements } from './routes.ts';
export { type AgreementService, createAgreementService } from './service.ts';
