/** Blind checks, asked of the policy of matching. Pure. */
import type { Decision } from '../../../kernel/decision.ts';
import type { RoleVerb } from './contract.ts';
import type { Asking, Situation } from './situations.ts';

/** All that matching decides of a role. */
export const matchingSituations = ({ actor, self, others, policies }: Asking): Situation[] => {
  const { matching } = policies;
  const read = [true, false].map((byHim) => ({
    verb: 'match-read-checks' as const,
    facets: { written: byHim ? 'by-him' : 'by-others' },
    decision: matching.mayReadCheck(actor, self, { officer: byHim ? actor.person : others.person }),
  }));
  const decided: readonly (readonly [RoleVerb, Decision])[] = [
    ['match-check', matching.mayCheck(actor, self)],
    ['match-read-hits', matching.mayReadCards(actor, self)],
    ['match-decide', matching.mayDecide(actor, self)],
    ['match-read-use', matching.mayReadUse(actor, self)],
  ];
  return [...read, ...decided.map(([verb, decision]) => ({ verb, facets: {}, decision }))];
};
