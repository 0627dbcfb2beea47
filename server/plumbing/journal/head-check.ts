/**
 * Holds signed heads against the roots computed from the entries. When all hashes were computed anew, only a
 * head that was signed before shows it: the change lies between the last head that fits and the first that
 * does not.
 */
import type { Finding, Witness } from './findings.ts';
import { isHeadSigned, type SignedTreeHead } from './head.ts';
import type { Hash } from './merkle.ts';

interface Testimony {
  readonly witness: Witness;
  readonly size: number;
  readonly rootHash: string;
}
type Outcome = Testimony & { readonly fits: boolean };

export interface HeadCheck {
  /** The next size at which a head wants the root; null when none is left. */
  nextSize(): number | null;
  /** The root at `size`; null when it cannot be known. */
  take(size: number, root: Hash | null): void;
  /**
   * `covered`: the entries that a fitting head vouches for. `checked`: heads that could be held against a
   * root.
   */
  finish(total: number): { findings: readonly Finding[]; covered: number; checked: number };
}

export interface HeadClaims {
  readonly party: string;
  /** The party's present and earlier Ed25519 keys. */
  readonly publicKeys: readonly string[];
  readonly own: readonly SignedTreeHead[];
  readonly elsewhere: readonly SignedTreeHead[];
}

/** What one witness's heads say: nothing, the span of the change, or that two journals were signed. */
const judge = (witness: Witness, outcomes: readonly Outcome[]): readonly Finding[] => {
  const fitting = outcomes.filter(({ fits }) => fits).map(({ size }) => size);
  const largestFit = Math.max(0, ...fitting.slice(-1));
  const unfit = outcomes.filter((outcome) => !outcome.fits && outcome.witness === witness);
  const findings: Finding[] = unfit
    .filter(({ size }) => size <= largestFit)
    .map(({ size }) => ({ kind: 'equivocation', witness, size }));
  const first = unfit.find(({ size }) => size > largestFit);
  if (first) findings.push({ kind: 'rewritten', witness, from: largestFit, to: first.size - 1 });
  return findings;
};

export const createHeadCheck = (claims: HeadClaims): HeadCheck => {
  const findings: Finding[] = [];
  const testify = (witness: Witness, heads: readonly SignedTreeHead[]): readonly Testimony[] =>
    heads.flatMap((head) => {
      if (head.party === claims.party && isHeadSigned(head, claims.publicKeys))
        return [{ witness, size: head.size, rootHash: head.rootHash }];
      findings.push({ kind: 'forged-head', witness, size: head.size });
      return [];
    });
  const waiting = [...testify('own', claims.own), ...testify('elsewhere', claims.elsewhere)].sort(
    (a, b) => a.size - b.size,
  );
  const outcomes: Outcome[] = [];
  let next = 0;

  return {
    nextSize: () => waiting[next]?.size ?? null,
    take: (size, root) => {
      for (let head = waiting[next]; head && head.size === size; head = waiting[next]) {
        if (root) outcomes.push({ ...head, fits: root.toString('hex') === head.rootHash });
        next += 1;
      }
    },
    finish: (total) => {
      const elsewhere = outcomes.filter(({ witness }) => witness === 'elsewhere');
      // Whoever holds the key can sign the own heads anew: only heads held elsewhere excuse or narrow those.
      findings.push(...judge('elsewhere', elsewhere), ...judge('own', outcomes));
      for (const witness of ['own', 'elsewhere'] as const) {
        const largest = waiting.findLast((head) => head.witness === witness)?.size ?? 0;
        if (largest > total) findings.push({ kind: 'truncated', witness, from: total, to: largest - 1 });
      }
      const fitting = outcomes.filter(({ fits }) => fits);
      return { findings, covered: fitting.at(-1)?.size ?? 0, checked: outcomes.length };
    },
  };
};
