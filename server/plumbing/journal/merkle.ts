/**
 * The Merkle tree of RFC 9162 §2.1, pure. A leaf is hashed with 0x00 before it and a node with 0x01, so that
 * neither can pass for the other. A tree is carried as its frontier: the roots of its complete subtrees,
 * largest first, which is all that appending and the root need. Sizes go beyond 32 bits: no bitwise operators
 * here.
 */
import { createHash } from 'node:crypto';

export type Hash = Buffer;
export const hashBytes = 32;

const leafPrefix = Buffer.of(0x00);
const nodePrefix = Buffer.of(0x01);

/** MTH({d}) of RFC 9162 §2.1.1; text is hashed as UTF-8. */
export const hashLeaf = (data: string | Uint8Array): Hash =>
  createHash('sha256').update(leafPrefix).update(data).digest();

/** The node above two subtrees (RFC 9162 §2.1.1). */
export const hashNode = (left: Hash, right: Hash): Hash =>
  createHash('sha256').update(nodePrefix).update(left).update(right).digest();

/** The root of the empty tree: the hash of nothing (RFC 9162 §2.1.1). */
const emptyRoot: Hash = createHash('sha256').digest();

export interface Tree {
  readonly size: number;
  /** Roots of the complete subtrees that make up the tree, largest (leftmost) first. */
  readonly frontier: readonly Hash[];
}

export const emptyTree: Tree = { size: 0, frontier: [] };

/**
 * How many complete subtrees, the leaf not counted, end with the leaf before `size`: its trailing zero bits.
 */
export const levelsClosedAt = (size: number): number => {
  let levels = 0;
  for (let rest = size; rest > 0 && rest % 2 === 0; rest /= 2) levels += 1;
  return levels;
};

/** Adds a leaf. `closed` are the complete subtrees that end with it, smallest (the leaf itself) first. */
export const appendLeaf = (tree: Tree, leaf: Hash): { tree: Tree; closed: readonly Hash[] } => {
  const size = tree.size + 1;
  const levels = levelsClosedAt(size);
  const closed = [leaf];
  let top = leaf;
  for (const left of tree.frontier.slice(tree.frontier.length - levels).reverse()) {
    top = hashNode(left, top);
    closed.push(top);
  }
  const kept = tree.frontier.slice(0, tree.frontier.length - levels);
  return { tree: { size, frontier: [...kept, top] }, closed };
};

/** Folds the complete subtrees of a range, largest first, into the hash of the range. */
export const foldSubtrees = (hashes: readonly Hash[]): Hash =>
  hashes.length === 0 ? emptyRoot : hashes.reduceRight((right, left) => hashNode(left, right));

/** MTH of the whole tree. */
export const rootOf = (tree: Tree): Hash => foldSubtrees(tree.frontier);

/** A complete subtree of 2^level leaves whose last leaf is `last`. */
export interface Subtree {
  readonly last: number;
  readonly level: number;
}

/** Leaves `start` up to, not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The complete subtrees of a range, largest first. `start` is a multiple of the largest, as in every RFC
 * path.
 */
export const subtreesOf = ({ start, end }: Range): readonly Subtree[] => {
  const subtrees: Subtree[] = [];
  let level = Math.ceil(Math.log2(Math.max(1, end - start)));
  for (let from = start; from < end; level -= 1) {
    const width = 2 ** level;
    if (width > end - from) continue;
    subtrees.push({ last: from + width - 1, level });
    from += width;
  }
  return subtrees;
};
