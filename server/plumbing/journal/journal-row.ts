import type { Hash } from './merkle.ts';

/** One leaf as it is stored: the entry's text and the complete subtrees that end with it, smallest first. */
export interface JournalRow {
  readonly seq: number;
  /** Canonical JSON; null when the entry is gone. */
  readonly text: string | null;
  /** The first is the leaf's own hash; null when they are gone. */
  readonly hashes: readonly Hash[] | null;
}
