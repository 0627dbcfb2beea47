/** What the roster asks of its engine: the check of hard rules, coverage, and the search in its thread. */
import type { Job } from './contract.ts';
import type { Assignment, Plan } from './plan.ts';
import type { Coverage, Roster, Violation } from './roster.ts';

/** A search that runs; its result is null where it was cancelled. */
export interface Running {
  readonly result: Promise<Roster | null>;
  cancel(): void;
}

export const violationsOf = (_plan: Plan, _assignments: readonly Assignment[]): readonly Violation[] => [];

const minuteMs = 60_000;
const weights = [81, 27, 9, 3, 1];

export const coverageOf = (plan: Plan, assignments: readonly Assignment[]): Coverage => {
  const byPriority = Array.from({ length: 5 }, () => ({ wantedMinutes: 0, coveredMinutes: 0 }));
  const sum = { wantedMinutes: 0, coveredMinutes: 0, wantedSeats: 0, coveredSeats: 0, wanted: 0, covered: 0 };
  const standing = new Map<string, number>();
  for (const { post } of assignments) standing.set(post, (standing.get(post) ?? 0) + 1);
  for (const post of plan.posts) {
    const minutes = (Date.parse(post.to) - Date.parse(post.from)) / minuteMs;
    const there = Math.min(post.quantity, standing.get(post.id) ?? 0);
    const weight = (weights[post.priority - 1] ?? 1) * (post.weight ?? 1);
    sum.wantedMinutes += minutes * post.quantity;
    sum.coveredMinutes += minutes * there;
    sum.wantedSeats += post.quantity;
    sum.coveredSeats += there;
    sum.wanted += minutes * post.quantity * weight;
    sum.covered += minutes * there * weight;
    const of = byPriority[post.priority - 1];
    if (of !== undefined) {
      of.wantedMinutes += minutes * post.quantity;
      of.coveredMinutes += minutes * there;
    }
  }
  return { ...sum, byPriority };
};

export const judge = (plan: Plan, assignments: readonly Assignment[]) => ({
  violations: [...violationsOf(plan, assignments)],
  coverage: coverageOf(plan, assignments),
});

export const startSolving = (
  _plan: Plan,
  _of: { readonly kind: Job['kind']; told(progress: NonNullable<Job['progress']>): void },
): Running => ({ result: Promise.resolve(null), cancel: () => undefined });
