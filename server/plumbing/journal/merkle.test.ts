import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appendLeaf,
  emptyTree,
  foldSubtrees,
  type Hash,
  hashLeaf,
  hashNode,
  rootOf,
  type Subtree,
  subtreesOf,
} from './merkle.ts';
import {
  consistencyPath,
  inclusionPath,
  prove,
  subtreesOfPath,
  verifyConsistency,
  verifyInclusion,
} from './proofs.ts';

/** The eight leaves and the roots of the Certificate Transparency reference tests. */
const referenceLeaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const referenceRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const build = (leaves: readonly Hash[]) => {
  const closedAt: (readonly Hash[])[] = [];
  const roots = [rootOf(emptyTree)];
  let tree = emptyTree;
  for (const leaf of leaves) {
    const appended = appendLeaf(tree, leaf);
    tree = appended.tree;
    closedAt.push(appended.closed);
    roots.push(rootOf(tree));
  }
  const hashOf = ({ last, level }: Subtree): Hash => {
    const hash = closedAt[last]?.[level];
    if (!hash) throw new Error(`no subtree ${last} ${level}`);
    return hash;
  };
  const root = (size: number): Hash => roots[size] ?? Buffer.alloc(0);
  return { hashOf, root, roots };
};

/** The definition of RFC 9162 §2.1.1, word for word, to hold the fast one against. */
const definedRoot = (leaves: readonly Hash[]): Hash => {
  const [only] = leaves;
  if (!only) return foldSubtrees([]);
  if (leaves.length === 1) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return hashNode(definedRoot(leaves.slice(0, split)), definedRoot(leaves.slice(split)));
};

const leavesOf = (size: number): Hash[] =>
  Array.from({ length: size }, (_, index) => hashLeaf(`leaf ${index}`));
const flip = (hash: Hash, byte: number): Hash => {
  const changed = Buffer.from(hash);
  changed[byte % changed.length] = (changed[byte % changed.length] ?? 0) ^ 1;
  return changed;
};
const largest = 200;
const leaves = leavesOf(largest);
const tree = build(leaves);
const leafAt = (index: number): Hash => leaves[index] ?? Buffer.alloc(0);

describe('The Merkle tree of RFC 9162', () => {
  test('gives the roots of the Certificate Transparency reference tests', () => {
    const { roots } = build(referenceLeaves.map((hex) => hashLeaf(Buffer.from(hex, 'hex'))));
    expect(roots.map((root) => root.toString('hex'))).toEqual(referenceRoots);
  });

  test('gives the reference inclusion proofs', () => {
    const { hashOf } = build(referenceLeaves.map((hex) => hashLeaf(Buffer.from(hex, 'hex'))));
    expect(prove(inclusionPath(5, 8), hashOf).map((hash) => hash.toString('hex'))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(prove(inclusionPath(2, 3), hashOf).map((hash) => hash.toString('hex'))).toEqual([
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    ]);
  });

  test('gives the reference consistency proofs', () => {
    const { hashOf } = build(referenceLeaves.map((hex) => hashLeaf(Buffer.from(hex, 'hex'))));
    expect(prove(consistencyPath(6, 8), hashOf).map((hash) => hash.toString('hex'))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  test('has the same root as the definition at every size', () => {
    for (let size = 0; size <= largest; size += 1)
      expect(tree.root(size).equals(definedRoot(leaves.slice(0, size)))).toBe(true);
  });

  test('splits a range beyond 32 bits into complete subtrees', () => {
    const size = 2 ** 40 + 2 ** 33 + 1;
    expect(subtreesOf({ start: 0, end: size })).toEqual([
      { last: 2 ** 40 - 1, level: 40 },
      { last: 2 ** 40 + 2 ** 33 - 1, level: 33 },
      { last: size - 1, level: 0 },
    ]);
  });

  test('proves the inclusion of every leaf in every tree', () => {
    for (let size = 1; size <= largest; size += 1)
      for (let index = 0; index < size; index += 1) {
        const proof = prove(inclusionPath(index, size), tree.hashOf);
        const claim = { leaf: leafAt(index), index, size, root: tree.root(size), proof };
        if (!verifyInclusion(claim)) expect.fail(`leaf ${index} of ${size}`);
      }
  });

  test('proves every tree the beginning of every later one', () => {
    for (let second = 0; second <= largest; second += 1)
      for (let first = 0; first <= second; first += 1) {
        const proof = prove(consistencyPath(first, second), tree.hashOf);
        const claim = {
          firstSize: first,
          firstRoot: tree.root(first),
          secondSize: second,
          secondRoot: tree.root(second),
          proof,
        };
        if (!verifyConsistency(claim)) expect.fail(`${first} to ${second}`);
      }
  });

  test('asks for a number of subtrees that grows with the logarithm of the size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 2 ** 45 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (size, part) => {
          const index = Math.floor(size * part);
          const limit = 2 * Math.ceil(Math.log2(size)) + 1;
          expect(subtreesOfPath(inclusionPath(index, size)).length).toBeLessThanOrEqual(limit);
          expect(subtreesOfPath(consistencyPath(index + 1, size)).length).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });

  test('refuses an inclusion proof with any byte, the index or the size changed', () => {
    const claims = fc.integer({ min: 2, max: largest }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        index: fc.nat({ max: size - 1 }),
        which: fc.nat(),
        byte: fc.nat({ max: 31 }),
      }),
    );
    fc.assert(
      fc.property(claims, ({ size, index, which, byte }) => {
        const proof = prove(inclusionPath(index, size), tree.hashOf);
        const claim = { leaf: leafAt(index), index, size, root: tree.root(size), proof };
        const at = which % proof.length;
        expect(
          verifyInclusion({ ...claim, proof: proof.map((hash, i) => (i === at ? flip(hash, byte) : hash)) }),
        ).toBe(false);
        expect(verifyInclusion({ ...claim, leaf: flip(claim.leaf, byte) })).toBe(false);
        expect(verifyInclusion({ ...claim, root: flip(claim.root, byte) })).toBe(false);
        expect(verifyInclusion({ ...claim, index: (index + 1 + (which % (size - 1))) % size })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: proof.slice(1) })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: [...proof, leafAt(0)] })).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('refuses a consistency proof with any byte changed or a size exchanged', () => {
    const claims = fc.integer({ min: 2, max: largest }).chain((second) =>
      fc.record({
        second: fc.constant(second),
        first: fc.integer({ min: 1, max: second - 1 }),
        which: fc.nat(),
        byte: fc.nat({ max: 31 }),
      }),
    );
    fc.assert(
      fc.property(claims, ({ second, first, which, byte }) => {
        const proof = prove(consistencyPath(first, second), tree.hashOf);
        const claim = {
          firstSize: first,
          firstRoot: tree.root(first),
          secondSize: second,
          secondRoot: tree.root(second),
          proof,
        };
        const at = which % proof.length;
        expect(
          verifyConsistency({
            ...claim,
            proof: proof.map((hash, i) => (i === at ? flip(hash, byte) : hash)),
          }),
        ).toBe(false);
        expect(verifyConsistency({ ...claim, firstRoot: flip(claim.firstRoot, byte) })).toBe(false);
        expect(verifyConsistency({ ...claim, secondRoot: flip(claim.secondRoot, byte) })).toBe(false);
        expect(verifyConsistency({ ...claim, firstSize: second, secondSize: first })).toBe(false);
        expect(verifyConsistency({ ...claim, proof: [] })).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('refuses claims about sizes that are not sizes', () => {
    const root = tree.root(4);
    for (const size of [-1, 0, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(verifyInclusion({ leaf: leafAt(0), index: 0, size, root, proof: [] })).toBe(false);
    expect(
      verifyConsistency({ firstSize: 0, firstRoot: root, secondSize: 4, secondRoot: root, proof: [] }),
    ).toBe(false);
  });
});
