/** What became otherwise since a plan was taken, and the plan as it is then. Pure. */
import { exhaustive } from '../../kernel/faults.ts';
import { later } from '../../kernel/time.ts';
import type { Circumstance } from './contract.ts';
import type { TakenPlan } from './hindrance.ts';
import { earliest, latest } from './moments.ts';
import type { Hold, Unit } from './plan.ts';

const minuteMs = 60_000;

/** Periods cut off at one end; what is left of none is gone. */
const cut = (
  periods: Unit['available'],
  { after, before }: { readonly after?: string; readonly before?: string },
): Unit['available'] =>
  periods
    .map(({ from, to }) => ({
      from: after !== undefined && from < after ? after : from,
      to: before !== undefined && to > before ? before : to,
    }))
    .filter(({ from, to }) => from < to);

/** The periods of a unit, and those in which it is beside its visitors, cut off at one end. */
const withPresence = (plan: TakenPlan, id: string, end: Parameters<typeof cut>[1]): TakenPlan => ({
  ...plan,
  units: plan.units.map((unit) => {
    if (unit.id === id) return { ...unit, available: cut(unit.available, end) };
    const { hostPair } = unit;
    if (hostPair.kind !== 'paired' || hostPair.periods.every(({ host }) => host !== id)) return unit;
    const periods = hostPair.periods.flatMap((period) =>
      period.host === id ? cut([period], end).map((left) => ({ ...left, host: id })) : [period],
    );
    return { ...unit, hostPair: { kind: 'paired', periods } };
  }),
});

const applyOne = (plan: TakenPlan, circumstance: Circumstance): TakenPlan => {
  switch (circumstance.kind) {
    case 'as-it-stands':
      return plan;
    case 'unit-withdrawn':
      return withPresence(plan, circumstance.unit, { before: circumstance.from });
    case 'unit-late':
      return withPresence(plan, circumstance.unit, { after: circumstance.until });
    case 'posts-moved': {
      const moved = new Set(circumstance.posts);
      const ms = circumstance.minutes * minuteMs;
      const posts = plan.posts.map((post) =>
        moved.has(post.id) ? { ...post, from: later(post.from, ms), to: later(post.to, ms) } : post,
      );
      return { ...plan, posts };
    }
    case 'place-closed': {
      const { place, from, to } = circumstance;
      const posts = plan.posts.filter((post) => post.place !== place || post.to <= from || to <= post.from);
      return { ...plan, posts };
    }
    default:
      return exhaustive(circumstance);
  }
};

/** The plan after all of them, one after the other; `as-it-stands` is for the caller, who begins there. */
export const planAfter = (plan: TakenPlan, circumstances: readonly Circumstance[]): TakenPlan => {
  const after = circumstances.reduce(applyOne, plan);
  // Posts that were moved may lie outside what the plan spans.
  const from = earliest([after.from, ...after.posts.map((post) => post.from)]);
  const to = latest([after.to, ...after.posts.map((post) => post.to)]);
  return { ...after, from, to };
};

/** Do they speak of units, posts and places of the plan? */
export const areKnown = (plan: TakenPlan, circumstances: readonly Circumstance[]): boolean => {
  const posts = new Set(plan.posts.map(({ id }) => id));
  return circumstances.every((one) => {
    switch (one.kind) {
      case 'as-it-stands':
        return true;
      case 'unit-withdrawn':
      case 'unit-late':
        return plan.units.some(({ id }) => id === one.unit);
      case 'posts-moved':
        return one.posts.every((post) => posts.has(post));
      case 'place-closed':
        return one.from < one.to && plan.places.some(({ id }) => id === one.place);
      default:
        return exhaustive(one);
    }
  });
};

/** What people settled that still speaks of units and posts of the plan. */
export const holdsOn = (plan: TakenPlan, holds: readonly Hold[]): readonly Hold[] => {
  const [units, posts] = [plan.units, plan.posts].map((list) => new Set<string>(list.map(({ id }) => id)));
  return holds.filter(
    (hold) =>
      (hold.unit === undefined || units?.has(hold.unit)) &&
      (!('post' in hold) || hold.post === undefined || posts?.has(hold.post)),
  );
};
