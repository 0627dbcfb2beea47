/**
 * Verifies a whole journal: pure, in one pass over rows in order, with memory that does not grow with the
 * journal. What the entries say is held against the leaf hashes, these against the stored tree, and its roots
 * against heads that were signed earlier, here and (what counts) in the hands of partners.
 */
import { createAlignment } from './alignment.ts';
import { type Finding, sortFindings } from './findings.ts';
import type { SignedTreeHead } from './head.ts';
import { createHeadCheck } from './head-check.ts';
import type { JournalRow } from './journal-row.ts';
import { createTreeCheck } from './tree-check.ts';

/** A journal to verify, from a database or from an export. */
export interface JournalSource {
  readonly party: string;
  readonly ownHeads: readonly SignedTreeHead[];
  /** In ascending order of `seq`. */
  readonly rows: AsyncIterable<JournalRow> | Iterable<JournalRow>;
}

/** What a verification says of a journal. */
export interface JournalVerdict {
  readonly party: string;
  /** True when nothing was found. */
  readonly isSound: boolean;
  /** Number of entries, and the root computed from them (hexadecimal; null when it cannot be). */
  readonly size: number;
  readonly rootHash: string | null;
  /** How many of the entries a fitting signed head vouches for; the rest is only consistent in itself. */
  readonly coveredSize: number;
  readonly headsChecked: number;
  /** In the order of the entries that they name. */
  readonly findings: readonly Finding[];
  /** False when there was too much to name all. */
  readonly isComplete: boolean;
}

/** What a verification needs: the journal, the keys that are trusted, and heads held out of its reach. */
export interface VerificationNeeds {
  readonly source: JournalSource;
  /**
   * The party's present and earlier Ed25519 keys, from where the verifier trusts: not from the journal
   * itself.
   */
  readonly publicKeys: readonly string[];
  /** Heads of this party that partners hold. */
  readonly heldElsewhere?: readonly SignedTreeHead[];
}

/** A gap wider than this is noted, and nothing behind it is looked at. */
const walkedGapLimit = 1_000_000;

/** Verifies; names what it finds. Rows out of order are a bug of the source; all else is a finding. */
export const verifyJournal = async (needs: VerificationNeeds): Promise<JournalVerdict> => {
  const { source, publicKeys, heldElsewhere = [] } = needs;
  const alignment = createAlignment();
  const tree = createTreeCheck();
  const heads = createHeadCheck({
    party: source.party,
    publicKeys,
    own: source.ownHeads,
    elsewhere: heldElsewhere,
  });
  const testify = (): void => {
    if (heads.nextSize() === tree.size()) heads.take(tree.size(), tree.root());
  };
  testify();
  let next = 0;
  let isWalked = true;
  for await (const { seq, text, hashes } of source.rows) {
    if (seq < next) throw new Error(`bug: row ${seq} comes after row ${next - 1}`);
    if (seq > next) alignment.takeGap(next, seq - 1);
    isWalked = seq - next <= walkedGapLimit;
    if (!isWalked) break;
    for (; next < seq; next += 1) {
      tree.take(null);
      testify();
    }
    alignment.take(seq, text, hashes?.[0] ?? null);
    tree.take(hashes);
    testify();
    next = seq + 1;
  }
  const parts = [alignment.finish(), tree.finish()];
  const { findings, covered, checked } = heads.finish(next);
  const found = sortFindings([...parts.flatMap((part) => part.findings), ...findings]);
  return {
    party: source.party,
    isSound: found.length === 0,
    size: next,
    rootHash: tree.root()?.toString('hex') ?? null,
    coveredSize: covered,
    headsChecked: checked,
    findings: found,
    isComplete: isWalked && parts.every((part) => part.complete),
  };
};
