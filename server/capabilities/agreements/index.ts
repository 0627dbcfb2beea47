/** Agreements and circles: on what ground, and among whom, something is exchanged. */
export { gapOf } from './agreement.ts';
export type { Agreement, Circle } from './contract.ts';
export { type AgreementService, createAgreements } from './agreements.ts';
