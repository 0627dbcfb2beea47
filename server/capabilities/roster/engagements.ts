/** What units do in other events of this node: a plan leaves them that time, and the rest around it. Pure. */
import { type Instant, later } from '../../kernel/time.ts';
import type { TakenPlan } from './hindrance.ts';
import { type Period, planLimits, usualRules } from './plan.ts';

const minuteMs = 60_000;

/** A published duty of a unit in another event. */
export interface Engagement {
  readonly unit: string;
  readonly event: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

const byUnitOf = (engagements: readonly Engagement[]): ReadonlyMap<string, readonly Engagement[]> => {
  const units = new Map<string, Engagement[]>();
  for (const one of engagements) {
    const known = units.get(one.unit);
    if (known === undefined) units.set(one.unit, [one]);
    else known.push(one);
  }
  return units;
};

const without = (periods: readonly Period[], gone: Period): readonly Period[] =>
  periods.flatMap(({ from, to }) => {
    if (gone.to <= from || gone.from >= to) return [{ from, to }];
    const left = [
      { from, to: gone.from },
      { from: gone.to, to },
    ];
    return left.filter((period) => period.from < period.to);
  });

/** The plan in which nobody is there while he serves in another event, or rests before or after it. */
export const besideOthers = (plan: TakenPlan, engagements: readonly Engagement[]): TakenPlan => {
  const byUnit = byUnitOf(engagements);
  return {
    ...plan,
    units: plan.units.map((unit) => {
      const busy = byUnit.get(unit.id);
      if (busy === undefined) return unit;
      const restMs = (unit.minRestMinutes ?? usualRules.minRestMinutes) * minuteMs;
      const isThere = ({ from, to }: Period) =>
        unit.available.some((period) => from < period.to && period.from < to);
      const engaged = busy
        .map(({ event, startsAt, endsAt }) => ({
          ...{ from: later(startsAt, -restMs), to: later(endsAt, restMs), event },
        }))
        .filter(isThere);
      if (engaged.length === 0) return unit;
      const available = engaged.reduce<readonly Period[]>(without, unit.available);
      return {
        ...unit,
        available: available.slice(0, planLimits.windows),
        engaged: engaged.slice(0, planLimits.windows),
      };
    }),
  };
};

/** Units of a roster that serve elsewhere at the same time, or too near to it to rest. */
export const bookedTwice = (
  plan: TakenPlan,
  assignments: readonly { readonly unit: string; readonly post: string }[],
  engagements: readonly Engagement[],
): readonly string[] => {
  const posts = new Map(plan.posts.map((post) => [post.id, post]));
  const units = new Map(plan.units.map((unit) => [unit.id, unit]));
  const byUnit = byUnitOf(engagements);
  const booked = assignments.filter(({ unit, post }) => {
    const restMs = (units.get(unit)?.minRestMinutes ?? usualRules.minRestMinutes) * minuteMs;
    const duty = posts.get(post);
    return (byUnit.get(unit) ?? []).some(
      ({ startsAt, endsAt }) =>
        duty !== undefined && later(startsAt, -restMs) < duty.to && duty.from < later(endsAt, restMs),
    );
  });
  return [...new Set(booked.map(({ unit }) => unit))].sort();
};
