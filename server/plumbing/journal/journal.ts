/**
 * The journal nobody can rewrite: entries in the transaction of the change itself, a Merkle tree over them
 * (RFC 9162 §2.1), signed heads for partners to hold.
 *
 * Invariants. Whoever appends holds the lock on journal_head until his transaction ends: `seq` is dense and
 * committed in order, a roll-back leaves no gap. A unit has no savepoints: what it appended it cannot half
 * undo.
 */
import { assert } from '../../kernel/faults.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Unit } from '../database/index.ts';
import { entryText, type NewEntry, type RecordedEntry, readEntry } from './entry.ts';
import { type HeadVerdict, headText, judgeHead, type SignedTreeHead } from './head.ts';
import {
  type EntryFilter,
  insertHead,
  insertOwnHead,
  insertPartnerHead,
  insertRows,
  loadTree,
  lockHead,
  readLatestOwnHead,
  readPartnerHead,
  readSize,
  readSubtrees,
  readTexts,
} from './journal-store.ts';
import { appendLeaf, type Hash, hashLeaf, rootOf, type Tree } from './merkle.ts';
import { consistencyPath, inclusionPath, prove, subtreesOfPath } from './proofs.ts';
import { type EntrySearch, searchTexts } from './search-store.ts';
import { type Tally, type TallyWanted, tallyEntries } from './tally-store.ts';

/** What the journal needs of the node's keys. */
export interface JournalKeys {
  /** Ed25519, base64url. */
  readonly publicKey: string;
  sign(text: string): string;
}

/** That an entry stands at `seq` in the tree of `size` (RFC 9162 §2.1.3). Hashes in hexadecimal. */
export interface InclusionProof {
  readonly seq: number;
  readonly size: number;
  readonly leafHash: string;
  readonly path: readonly string[];
}

/** The journal of one party. Each call works in the transaction of the given unit; errors: the database's. */
export interface Journal {
  /** Whose journal it is. */
  readonly party: string;
  /** Appends in the unit's transaction; the time is the clock's. Returns the entry's `seq`. */
  append(unit: Unit, entry: NewEntry): Promise<number>;
  /** As `append`, for many at once, in order; returns the first `seq`. */
  appendAll(unit: Unit, entries: readonly NewEntry[]): Promise<number>;
  /** The signed head of all that the transaction sees; signs anew only when entries came since the last. */
  head(unit: Unit): Promise<SignedTreeHead>;
  /**
   * Keeps a partner's head, once. What it means is `judgePartnerHead`'s to say: a contradiction is kept too.
   */
  keepPartnerHead(unit: Unit, head: SignedTreeHead): Promise<void>;
  /** Judges a partner's head by its signature and by the one held; call it before keeping the head. */
  judgePartnerHead(
    unit: Unit,
    claim: { head: SignedTreeHead; publicKeys: readonly string[]; proof?: readonly string[] },
  ): Promise<HeadVerdict>;
  /** Proof that entry `seq` is in the tree of the first `size` entries. A size that never was is a bug. */
  inclusion(unit: Unit, seq: number, size: number): Promise<InclusionProof>;
  /**
   * Proof that the tree of `first` entries is the beginning of that of `second`; hexadecimal (RFC 9162
   * §2.1.4).
   */
  consistency(unit: Unit, first: number, second: number): Promise<readonly string[]>;
  /** Entries, newest first, as the unit's reader may see them; at most `maximumPage`. */
  entries(unit: Unit, filter: EntryFilter): Promise<readonly RecordedEntry[]>;
  /** As `entries`, by what whoever oversees asks for; at most `maximumPage`. */
  search(unit: Unit, search: EntrySearch): Promise<readonly RecordedEntry[]>;
  /** Plain counts of what was done in a period, over everybody. */
  tally(unit: Unit, wanted: TallyWanted): Promise<Tally>;
}

/** The most entries that one call of `entries` returns. */
export const maximumPage = 500;
/** The most rows in one INSERT. */
const insertRowsLimit = 1000;

const hex = (hash: Hash): string => hash.toString('hex');

/** The tree with these entries; null, and nothing is written, where the journal does not end as `before`. */
const addEntries = async (
  unit: Unit,
  before: Tree,
  needs: { clock: Clock; entries: readonly NewEntry[] },
): Promise<Tree | null> => {
  let tree = before;
  let from = 0;
  // With nothing to add as well: the turn is built upon, so the database has to say that it begins here.
  do {
    const start = tree;
    const rows = needs.entries.slice(from, from + insertRowsLimit).map((entry) => {
      const seq = tree.size;
      const text = entryText(seq, needs.clock.now(), entry);
      const appended = appendLeaf(tree, hashLeaf(text));
      tree = appended.tree;
      return { seq, text, closed: appended.closed };
    });
    if (!(await insertRows(unit, start, rows))) {
      assert(from === 0, 'somebody appended to the journal out of turn');
      return null;
    }
    from += insertRowsLimit;
  } while (from < needs.entries.length);
  return tree;
};

type Add = (before: Tree) => Promise<Tree | null>;

const addWithin = async (add: Add, before: Tree): Promise<Tree> => {
  const after = await add(before);
  assert(after, 'the journal does not end as it was read');
  return after;
};

/** Opens the turns of units: the tree that each unit's last append left, in the order of the calls. */
const createTurns = (party: string) => {
  // Once a unit holds the lock nobody else appends, so the tree need not be read again for its next entry.
  const turns = new WeakMap<Unit, Promise<Tree>>();
  /** As this process left it last. Whether it still is so, the database says when it is built upon. */
  let latest: Tree | null = null;
  const open = async (unit: Unit, add: Add): Promise<Tree> => {
    // Asked together: it is added once the turn has come, where nobody else has appended since.
    const guess = latest;
    const [owner, added] = await Promise.all([lockHead(unit), guess && add(guess)]);
    if (owner === null) {
      await insertHead(unit, party);
      return open(unit, add);
    }
    assert(owner === party, `this database holds the journal of ${owner}, not of ${party}`);
    if (added) return added;
    // Whose turn it was before has committed, and most often was one of ours.
    const followed = latest !== guess && latest !== null ? await add(latest) : null;
    return followed ?? addWithin(add, await loadTree(unit, null));
  };
  return async (unit: Unit, add: Add): Promise<Tree> => {
    const turn = turns.get(unit)?.then((tree) => addWithin(add, tree)) ?? open(unit, add);
    turns.set(unit, turn);
    const tree = await turn;
    unit.afterCommit(() => {
      latest = tree;
    });
    return tree;
  };
};

const signHead = async (
  unit: Unit,
  needs: { party: string; clock: Clock; keys: JournalKeys },
): Promise<SignedTreeHead> => {
  const { party, clock, keys } = needs;
  const [size, latest] = [await readSize(unit), await readLatestOwnHead(unit)];
  if (latest && latest.size === size && latest.party === party) return latest;
  const tree = await loadTree(unit, size === 0 ? null : size);
  const head = { party, size, rootHash: hex(rootOf(tree)), at: clock.now() };
  const signed = { ...head, signature: keys.sign(headText(head)) };
  await insertOwnHead(unit, signed);
  return signed;
};

const proveInclusion = async (unit: Unit, seq: number, size: number): Promise<InclusionProof> => {
  const path = inclusionPath(seq, size);
  const leaf = { last: seq, level: 0 };
  const hashOf = await readSubtrees(unit, [leaf, ...subtreesOfPath(path)]);
  return { seq, size, leafHash: hex(hashOf(leaf)), path: prove(path, hashOf).map(hex) };
};

const proveConsistency = async (unit: Unit, first: number, second: number): Promise<readonly string[]> => {
  const path = consistencyPath(first, second);
  const hashOf = await readSubtrees(unit, subtreesOfPath(path));
  return prove(path, hashOf).map(hex);
};

const readRecorded = (text: string): RecordedEntry => {
  const entry = readEntry(text);
  assert(entry, 'a journal entry is not what the journal writes: verify the journal');
  return entry;
};

/** The journal of one party, over the database of each unit. Errors: those of the database. */
export const createJournal = (needs: { party: string; clock: Clock; keys: JournalKeys }): Journal => {
  const takeTurn = createTurns(needs.party);
  const appendAll = async (unit: Unit, entries: readonly NewEntry[]): Promise<number> => {
    const tree = await takeTurn(unit, (before) => addEntries(unit, before, { clock: needs.clock, entries }));
    return tree.size - entries.length;
  };
  return {
    party: needs.party,
    append: (unit, entry) => appendAll(unit, [entry]),
    appendAll,
    head: (unit) => signHead(unit, needs),
    keepPartnerHead: (unit, head) => insertPartnerHead(unit, head, needs.clock.now()),
    judgePartnerHead: async (unit, claim) =>
      judgeHead({ ...claim, held: await readPartnerHead(unit, claim.head) }),
    inclusion: proveInclusion,
    consistency: proveConsistency,
    entries: async (unit, filter) => {
      const texts = await readTexts(unit, { ...filter, limit: Math.min(filter.limit, maximumPage) });
      return texts.map(readRecorded);
    },
    tally: tallyEntries,
    search: async (unit, search) => {
      const texts = await searchTexts(unit, { ...search, limit: Math.min(search.limit, maximumPage) });
      return texts.map(readRecorded);
    },
  };
};
