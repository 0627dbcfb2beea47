/**
 * Inclusion and consistency proofs (RFC 9162 §2.1.3 and §2.1.4), pure. A path is first computed as ranges of
 * leaves, so that whoever stores the subtrees can fetch what it needs at once; `prove` then hashes it.
 */
import { foldSubtrees, type Hash, hashNode, type Range, type Subtree, subtreesOf } from './merkle.ts';

/** The longest proof of any tree whose size is a safe integer; a longer one is refused unread. */
export const maximumProofHashes = 2 * 53;

/** The largest power of two smaller than `size` (k in RFC 9162 §2.1.1); `size` is at least 2. */
const splitOf = (size: number): number => {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
};

/** PATH(index, D[size]) of RFC 9162 §2.1.3.1 as ranges, lowest first. */
export const inclusionPath = (index: number, size: number): readonly Range[] => {
  if (!(index >= 0 && index < size)) throw new RangeError('bug: no such leaf in a tree of this size');
  const path: Range[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  return path.reverse();
};

/**
 * PROOF(first, D[second]) of RFC 9162 §2.1.4.1 as ranges, lowest first; empty for equal sizes and from
 * nothing.
 */
export const consistencyPath = (first: number, second: number): readonly Range[] => {
  if (!(first >= 0 && first <= second)) throw new RangeError('bug: the first tree is not the smaller one');
  if (first === 0 || first === second) return [];
  const path: Range[] = [];
  let start = 0;
  let end = second;
  while (first !== end) {
    const middle = start + splitOf(end - start);
    if (first <= middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  // The verifier already holds the first root where the first tree is itself one subtree from leaf 0.
  if (start > 0) path.push({ start, end });
  return path.reverse();
};

/** The subtrees that a path asks for. */
export const subtreesOfPath = (path: readonly Range[]): readonly Subtree[] => path.flatMap(subtreesOf);

/** Hashes a path, given the hash of each complete subtree. */
export const prove = (path: readonly Range[], hashOf: (subtree: Subtree) => Hash): readonly Hash[] =>
  path.map((range) => foldSubtrees(subtreesOf(range).map(hashOf)));

const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);

/** Verifies an inclusion proof (RFC 9162 §2.1.3.2). Never throws. */
export const verifyInclusion = (claim: {
  leaf: Hash;
  index: number;
  size: number;
  root: Hash;
  proof: readonly Hash[];
}): boolean => {
  if (!Number.isSafeInteger(claim.index) || !Number.isSafeInteger(claim.size)) return false;
  if (claim.index < 0 || claim.index >= claim.size || claim.proof.length > maximumProofHashes) return false;
  let at = claim.index;
  let last = claim.size - 1;
  let hash = claim.leaf;
  for (const sibling of claim.proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = hashNode(sibling, hash);
      for (; !isOdd(at) && at !== 0; at = half(at)) last = half(last);
    } else {
      hash = hashNode(hash, sibling);
    }
    at = half(at);
    last = half(last);
  }
  return last === 0 && hash.equals(claim.root);
};

export interface ConsistencyClaim {
  readonly firstSize: number;
  readonly firstRoot: Hash;
  readonly secondSize: number;
  readonly secondRoot: Hash;
  readonly proof: readonly Hash[];
}

/** Verifies that the first tree is the beginning of the second (RFC 9162 §2.1.4.2). Never throws. */
export const verifyConsistency = (claim: ConsistencyClaim): boolean => {
  const { firstSize, firstRoot, secondSize, secondRoot } = claim;
  if (!Number.isSafeInteger(firstSize) || !Number.isSafeInteger(secondSize)) return false;
  if (firstSize < 0 || firstSize > secondSize || claim.proof.length > maximumProofHashes) return false;
  if (firstSize === secondSize) return claim.proof.length === 0 && firstRoot.equals(secondRoot);
  if (firstSize === 0) return claim.proof.length === 0 && firstRoot.equals(foldSubtrees([]));
  if (claim.proof.length === 0) return false;
  return walkConsistency(claim);
};

const isPowerOfTwo = (value: number): boolean => {
  let rest = value;
  while (rest > 1 && rest % 2 === 0) rest /= 2;
  return rest === 1;
};

const walkConsistency = (claim: ConsistencyClaim): boolean => {
  const [seed, ...rest] = isPowerOfTwo(claim.firstSize) ? [claim.firstRoot, ...claim.proof] : claim.proof;
  if (!seed) return false;
  let at = claim.firstSize - 1;
  let last = claim.secondSize - 1;
  for (; isOdd(at); at = half(at)) last = half(last);
  let first = seed;
  let second = seed;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      first = hashNode(sibling, first);
      second = hashNode(sibling, second);
      for (; !isOdd(at) && at !== 0; at = half(at)) last = half(last);
    } else {
      second = hashNode(second, sibling);
    }
    at = half(at);
    last = half(last);
  }
  return last === 0 && first.equals(claim.firstRoot) && second.equals(claim.secondRoot);
};
