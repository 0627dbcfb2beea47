/** What the roster asks of its engine: the check of hard rules, and coverage. Pure. */
import type { Assignment, Plan } from './plan.ts';
import type { Violation } from './roster.ts';
import { checkRoster } from './solving/checker.ts';

export { coverageOf } from './solving/coverage.ts';

/** The hard rules that these assignments break; those that a person set aside say so. */
export const violationsOf = (plan: Plan, assignments: readonly Assignment[]): readonly Violation[] =>
  checkRoster(plan, { assignments: [...assignments] }).violations;
