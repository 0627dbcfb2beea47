/** Whether what was proven of a draft still holds for it: of its plan, with what people settled. Pure. */
import type { Solved } from './contract.ts';
import { holdKey } from './draft.ts';
import type { Hold } from './plan.ts';

/** What a bound was proven of: more units, or a ban that is lifted, could cover more. */
export const boundOf = (plan: string, holds: readonly Hold[]): NonNullable<Solved['boundOf']> => ({
  plan,
  forbidden: holds.filter(({ kind }) => kind === 'forbid').map(holdKey),
});

/** What was proven, where it bounds this plan with these holds: what is overridden may cover more. */
export const boundFor = (solved: Solved, plan: string, holds: readonly Hold[]): Solved['bound'] => {
  const { bound, boundOf: of } = solved;
  if (of === undefined || of.plan !== plan) return null;
  const kept = new Set(holds.map(holdKey));
  const isLoosened =
    of.forbidden.some((key) => !kept.has(key)) || holds.some(({ kind }) => kind === 'override');
  return isLoosened ? null : bound;
};
