/**
 * Compares the entries with the leaf hashes of the stored tree, position by position, and says what became of
 * those that do not match: changed, removed, inserted or moved. Memory grows with the damage, not the
 * journal.
 */
import { canonical, isObject, readJson } from '../../kernel/canonical.ts';
import { type Finding, joinNeighbours, maximumFindings } from './findings.ts';
import { type Hash, hashLeaf } from './merkle.ts';

/** How many of the latest that do not match are tried with another number, per position. */
const searchWidth = 32;
/** With more than this unmatched, what follows is named without looking where it came from. */
const pendingLimit = 10_000;

export interface Alignment {
  /** The next position; null where the entry or the hash is missing. */
  take(seq: number, text: string | null, leaf: Hash | null): void;
  /** Positions `from` to `to` of which neither the entry nor the hash is left. */
  takeGap(from: number, to: number): void;
  /** `complete` is false where there was too much damage to name it all. */
  finish(): { findings: readonly Finding[]; complete: boolean };
}

const seqOf = (text: string): number | null => {
  const value = readJson(text)?.value;
  return isObject(value) && typeof value.seq === 'number' ? value.seq : null;
};

/** The leaf hash that the text would have at another position: attackers renumber to close a gap. */
const hashRenumbered = (text: string, seq: number): string | null => {
  const value = readJson(text)?.value;
  return isObject(value) ? hashLeaf(canonical({ ...value, seq })).toString('hex') : null;
};

/**
 * Leaves without their entry and entries without their leaf, by hash; pairs that find each other were moved.
 */
const createStrays = (moved: (home: number, at: number) => void) => {
  const vacant = new Map<string, { at: number }>();
  const strayed = new Map<string, { at: number; text: string }>();
  const latest = <Value>(pending: Map<string, Value>) => [...pending].slice(-searchWidth).reverse();
  return {
    vacant,
    strayed,
    /** True when the entry of this leaf was seen elsewhere. */
    seekEntry: (home: number, leaf: string): boolean => {
      const found = strayed.has(leaf)
        ? leaf
        : latest(strayed).find(([, stray]) => hashRenumbered(stray.text, home) === leaf)?.[0];
      const stray = found === undefined ? undefined : strayed.get(found);
      if (found === undefined || !stray) return false;
      strayed.delete(found);
      moved(home, stray.at);
      return true;
    },
    /** True when the leaf of this entry was seen elsewhere. */
    seekLeaf: (at: number, text: string, own: string): boolean => {
      const found = vacant.has(own)
        ? own
        : latest(vacant).find(
            ([leaf, home]) => home.at !== at && hashRenumbered(text, home.at) === leaf,
          )?.[0];
      const home = found === undefined ? undefined : vacant.get(found);
      if (found === undefined || !home) return false;
      vacant.delete(found);
      moved(home.at, at);
      return true;
    },
  };
};

/**
 * Entries that took their hash along: positions they left, and homes they claim, as far as they do not
 * cancel.
 */
const createClaims = (moved: (home: number, at: number) => void) => {
  const left = new Set<number>();
  const claimed = new Set<number>();
  return {
    left,
    claimed,
    displace: (home: number, at: number): void => {
      moved(home, at);
      if (!claimed.delete(at)) left.add(at);
      if (!left.delete(home)) claimed.add(home);
    },
  };
};

/** Notes findings, joining each to its predecessor of the same kind where they are neighbours. */
const createNotes = () => {
  const notes: Finding[] = [];
  let overflowed = false;
  return {
    notes,
    hasOverflowed: () => overflowed,
    note: (finding: Finding): void => {
      const at = notes.findLastIndex((other) => other.kind === finding.kind);
      const joined = joinNeighbours(notes[at], finding);
      if (joined) notes[at] = joined;
      else if (notes.length < maximumFindings) notes.push(finding);
      else overflowed = true;
    },
  };
};

const removedWithin = (
  gap: { from: number; to: number },
  present: ReadonlySet<number>,
): readonly Finding[] => {
  const homes = [...present].filter((home) => home >= gap.from && home <= gap.to).sort((a, b) => a - b);
  const edges = [gap.from - 1, ...homes, gap.to + 1];
  return edges.slice(1).flatMap((edge, at) => {
    const [from, to] = [(edges[at] ?? 0) + 1, edge - 1];
    return from <= to ? [{ kind: 'removed', from, to } as const] : [];
  });
};

export const createAlignment = (): Alignment => {
  const { notes, note, hasOverflowed } = createNotes();
  const moved = (home: number, at: number): void => note({ kind: 'moved', from: home, to: home, at });
  const strays = createStrays(moved);
  const claims = createClaims(moved);
  const gaps: { from: number; to: number }[] = [];
  let full = false;

  const takeMismatch = (seq: number, text: string | null, leaf: Hash | null): void => {
    if (strays.vacant.size >= pendingLimit || strays.strayed.size >= pendingLimit) {
      full = true;
      note({ kind: text === null ? 'removed' : leaf ? 'changed' : 'inserted', from: seq, to: seq });
      return;
    }
    const key = leaf?.toString('hex');
    if (key !== undefined && !strays.seekEntry(seq, key)) strays.vacant.set(key, { at: seq });
    const own = text === null ? null : hashLeaf(text).toString('hex');
    if (text !== null && own !== null && !strays.seekLeaf(seq, text, own))
      strays.strayed.set(own, { at: seq, text });
  };

  return {
    take: (seq, text, leaf) => {
      if (text === null || leaf === null || !hashLeaf(text).equals(leaf)) {
        takeMismatch(seq, text, leaf);
        return;
      }
      const home = seqOf(text);
      if (home !== null && home !== seq) claims.displace(home, seq);
    },
    takeGap: (from, to) => gaps.push({ from, to }),
    finish: () => {
      const vacant = new Set([...strays.vacant.values()].map(({ at }) => at));
      for (const { at } of strays.strayed.values())
        note({ kind: vacant.delete(at) ? 'changed' : 'inserted', from: at, to: at });
      for (const at of [...vacant, ...claims.left].sort((a, b) => a - b))
        note({ kind: 'removed', from: at, to: at });
      for (const gap of gaps) for (const removed of removedWithin(gap, claims.claimed)) note(removed);
      return { findings: notes, complete: !full && !hasOverflowed() };
    },
  };
};
