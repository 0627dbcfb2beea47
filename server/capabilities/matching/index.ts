/** Matching: which identifiers two services both hold, and nothing else. */
import './faults.ts';

export { createMatchingFollower } from './following-service.ts';
export type { MatchingNeeds } from './needs-service.ts';
export * as matchingPolicy from './policy.ts';
export { createMatching, type Matching } from './service.ts';
export { matchingActs, matchingVerbs } from './verbs.ts';
