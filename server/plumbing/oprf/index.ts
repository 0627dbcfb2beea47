/** The oblivious pseudorandom function of RFC 9497 on all cores, and the filter of its outputs. */
export { buildFilter, changeFilter, entryBytes, entryOf, type Filter, openFilter } from './filter.ts';
export { elementBytes } from './group.ts';
export type { KeyPair } from './hashing.ts';
export { proofBytes } from './oprf.ts';
export { type AnsweredBatch, type BlindedBatch, type Oprf, openOprf, oprfLimits } from './pool.ts';
export { tagBytes } from './task.ts';
