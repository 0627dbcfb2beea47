/** How sure it is that two items tell of the same thing. Pure. */
import type { Reason, ReasonKind } from './contract.ts';

/** How much each sort of evidence says where it covers the whole of the smaller item. */
const weights: Readonly<Record<ReasonKind, number>> = {
  object: 0.9,
  pattern: 0.9,
  reference: 0.8,
  hash: 0.9,
  observable: 0.75,
  title: 0.85,
  name: 0.6,
};
/** What a shared part says when it is one among very many. */
const leastShare = 0.35;
/** Names less alike than this say nothing. */
export const leastLikeness = 0.7;

export interface Evidence {
  readonly reasons: readonly Reason[];
  /** How many objects the smaller of the two items holds. */
  readonly smaller: number;
}

/** 0 to 1: independent pieces of evidence leave less and less doubt. */
export const scoreOf = ({ reasons, smaller }: Evidence): number => {
  const byKind = new Map<ReasonKind, Reason[]>();
  for (const reason of reasons) byKind.set(reason.kind, [...(byKind.get(reason.kind) ?? []), reason]);
  let doubt = 1;
  for (const [kind, found] of byKind) {
    const best = Math.max(...found.map(({ likeness }) => likeness));
    const isWords = kind === 'title' || kind === 'name';
    if (isWords && best < leastLikeness) continue;
    const share = kind === 'title' ? 1 : Math.min(1, found.length / Math.max(1, smaller));
    doubt *= 1 - weights[kind] * best * (leastShare + (1 - leastShare) * share);
  }
  return 1 - doubt;
};

/** Groups of items from pairs: whatever is joined by a chain of pairs is one group. */
export const groupsOf = <Id extends string>(
  pairs: readonly { readonly first: Id; readonly second: Id }[],
): readonly (readonly Id[])[] => {
  const groups = new Map<Id, Set<Id>>();
  for (const { first, second } of pairs) {
    const joined = new Set([first, second, ...(groups.get(first) ?? []), ...(groups.get(second) ?? [])]);
    for (const id of joined) groups.set(id, joined);
  }
  return [...new Set(groups.values())].map((group) => [...group]);
};
