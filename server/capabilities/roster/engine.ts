/** What the roster asks of its engine: the check of hard rules, coverage, and the search in its thread. */
import type { Job } from './contract.ts';
import type { Assignment, Plan } from './plan.ts';
import type { Coverage, Roster, Violation } from './roster.ts';
import { checkRoster } from './solving/checker.ts';

export { coverageOf } from './solving/coverage.ts';

/** The hard rules that these assignments break; those that a person set aside say so. */
export const violationsOf = (plan: Plan, assignments: readonly Assignment[]): readonly Violation[] =>
  checkRoster(plan, { assignments: [...assignments] }).violations;

/** What is broken, and what is covered. */
export const judge = (
  plan: Plan,
  assignments: readonly Assignment[],
): { readonly violations: Violation[]; readonly coverage: Coverage } => {
  const { violations, coverage } = checkRoster(plan, { assignments: [...assignments] });
  return { violations, coverage };
};

/** A search that runs; its result is null where it was cancelled. */
export interface Running {
  readonly result: Promise<Roster | null>;
  cancel(): void;
}

export const startSolving = (
  _plan: Plan,
  _of: { readonly kind: Job['kind']; told(progress: NonNullable<Job['progress']>): void },
): Running => ({ result: Promise.resolve(null), cancel: () => undefined });
