/** The order of what was found: by relevance, at equal relevance the newer first; and pages of it. Pure. */
import type { ItemId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';

/** A part that answers the query. */
export interface Candidate {
  readonly item: ItemId;
  readonly part: number;
  readonly first: number;
  readonly last: number;
  readonly at: Instant;
  readonly rank: number;
}

/** An item that answers, with the parts that do, the best one first. */
export interface Ranked {
  readonly item: ItemId;
  /** In steps: small differences of wording do not outweigh that one is newer. */
  readonly step: number;
  readonly at: Instant;
  readonly parts: readonly Candidate[];
}

const stepsOfRank = 20;

/** The items of the candidates in their order. */
export const rankItems = (candidates: readonly Candidate[]): readonly Ranked[] => {
  const byItem = new Map<ItemId, Candidate[]>();
  for (const candidate of candidates) {
    const parts = byItem.get(candidate.item);
    if (parts === undefined) byItem.set(candidate.item, [candidate]);
    else parts.push(candidate);
  }
  const ranked = [...byItem].map(([item, found]) => {
    const parts = found.sort((a, b) => b.rank - a.rank || a.part - b.part);
    return { item, step: Math.round((parts[0]?.rank ?? 0) * stepsOfRank), at: parts[0]?.at ?? '', parts };
  });
  return ranked.sort(compare);
};

type Place = Pick<Ranked, 'step' | 'at' | 'item'>;
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const compare = (a: Place, b: Place): number =>
  b.step - a.step || compareText(b.at, a.at) || compareText(a.item, b.item);

/** The items after a place; from the beginning where none is given. */
export const pageAfter = (ranked: readonly Ranked[], after: Place | null, limit: number) => {
  const from = after === null ? 0 : ranked.findIndex((one) => compare(after, one) < 0);
  const items = from < 0 ? [] : ranked.slice(from, from + limit);
  return { items, last: from >= 0 && from + limit < ranked.length ? (items.at(-1) ?? null) : null };
};
