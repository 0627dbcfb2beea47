/** How much of what a plan wants a roster covers. Pure. */
import { type Assignment, type Plan, usualWeights } from '../plan.ts';
import type { Coverage } from '../roster.ts';

const minuteMs = 60_000;
const priorities = 5;

const none = () => ({ wantedMinutes: 0, coveredMinutes: 0 });

/** Counted seat by seat; what is outside of a post, or a second time on a seat, counts for nothing. */
export const coverageOf = (plan: Plan, assignments: readonly Assignment[]): Coverage => {
  const weights = plan.settings.weights ?? usualWeights;
  const byPost = new Map<string, Map<number, Assignment>>();
  for (const assignment of assignments) {
    const seats = byPost.get(assignment.post) ?? new Map<number, Assignment>();
    if (!seats.has(assignment.seat)) seats.set(assignment.seat, assignment);
    byPost.set(assignment.post, seats);
  }
  const total = { ...none(), wantedSeats: 0, coveredSeats: 0, wanted: 0, covered: 0 };
  const byPriority = Array.from({ length: priorities }, none);
  for (const post of plan.posts) {
    const [from, to] = [Date.parse(post.from), Date.parse(post.to)];
    const weight = (weights[post.priority - 1] ?? 1) * (post.weight ?? 1);
    const wanted = (post.quantity * (to - from)) / minuteMs;
    let covered = 0;
    for (const [seat, part] of byPost.get(post.id) ?? []) {
      if (seat >= post.quantity) continue;
      const [begin, end] = [Date.parse(part.from ?? post.from), Date.parse(part.to ?? post.to)];
      covered += Math.max(0, Math.min(end, to) - Math.max(begin, from)) / minuteMs;
      total.coveredSeats += 1;
    }
    const own = byPriority[post.priority - 1] ?? none();
    for (const sum of [total, own]) {
      sum.wantedMinutes += wanted;
      sum.coveredMinutes += covered;
    }
    total.wantedSeats += post.quantity;
    total.wanted += wanted * weight;
    total.covered += covered * weight;
  }
  return { ...total, byPriority };
};
