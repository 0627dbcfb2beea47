/**
 * Computes the tree again from the leaf hashes and holds the stored subtrees against it. Only the lowest
 * subtree that contradicts its children is named: what stands above it follows.
 */
import { type Finding, maximumFindings } from './findings.ts';
import { foldSubtrees, type Hash, hashNode, levelsClosedAt } from './merkle.ts';

/** A complete subtree: as computed from the leaves, and as stored; null where unknown. */
interface Part {
  readonly level: number;
  readonly computed: Hash | null;
  readonly stored: Hash | null;
}

export interface TreeCheck {
  /** The next leaf's row: the subtrees that it completes, smallest first; null where the row is gone. */
  take(hashes: readonly Hash[] | null): void;
  size(): number;
  /** The root computed so far; null when leaves are missing that no stored subtree stands in for. */
  root(): Hash | null;
  finish(): { findings: readonly Finding[]; complete: boolean };
}

const same = (a: Hash | null, b: Hash | null): boolean =>
  a === b || (a !== null && b !== null && a.equals(b));
const above = (left: Hash | null, right: Hash | null): Hash | null =>
  left && right ? hashNode(left, right) : null;

export const createTreeCheck = (): TreeCheck => {
  const parts: Part[] = [];
  const findings: Finding[] = [];
  let size = 0;
  let complete = true;

  const rehashed = (level: number): void => {
    if (findings.length < maximumFindings)
      findings.push({ kind: 'rehashed', from: size - 2 ** level, to: size - 1 });
    else complete = false;
  };

  const join = (left: Part, right: Part, stored: Hash | null): Part => {
    const level = left.level + 1;
    const fromStored = above(left.stored, right.stored);
    if (fromStored && stored && !fromStored.equals(stored)) rehashed(level);
    const isSame = same(left.computed, left.stored) && same(right.computed, right.stored);
    const computed = isSame ? fromStored : above(left.computed, right.computed);
    return { level, computed: computed ?? stored, stored };
  };

  return {
    take: (hashes) => {
      size += 1;
      const levels = levelsClosedAt(size);
      if (hashes && hashes.length !== levels + 1) rehashed(levels);
      const leaf = hashes?.[0] ?? null;
      let top: Part = { level: 0, computed: leaf, stored: leaf };
      for (let level = 1; level <= levels; level += 1) {
        const left = parts.pop();
        if (left) top = join(left, top, hashes?.[level] ?? null);
      }
      parts.push(top);
    },
    size: () => size,
    root: () => {
      const known = parts.flatMap(({ computed }) => (computed ? [computed] : []));
      return known.length === parts.length ? foldSubtrees(known) : null;
    },
    finish: () => ({ findings, complete }),
  };
};
