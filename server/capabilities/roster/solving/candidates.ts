/** Which units could be given which post, other duties apart: asked once for each kind of post. Pure. */
import { free, traitBlock, windowBlock } from './feasibility.ts';
import type { Instance } from './instance.ts';

/** Units of each post, by their number. */
export type Candidates = readonly Uint16Array[];

const kindOf = (instance: Instance, post: number): string => {
  const wanted = instance.plan.posts[post];
  return JSON.stringify([wanted?.requirement, wanted?.minSize ?? 1, wanted?.needsHostPair]);
};

/** Units of each post that no rule on what they are, and when and where they can be, keeps from it. */
export const candidatesOf = (instance: Instance): Candidates => {
  const byKind = new Map<string, number[]>();
  return instance.plan.posts.map((wanted, post) => {
    const kind = kindOf(instance, post);
    const known = byKind.get(kind);
    const able =
      known ??
      instance.plan.units.flatMap((unit, at) =>
        traitBlock(unit, wanted, instance.plan) === null ? [at] : [],
      );
    if (known === undefined) byKind.set(kind, able);
    return Uint16Array.from(able.filter((unit) => windowBlock(instance, unit, post) === free));
  });
};
