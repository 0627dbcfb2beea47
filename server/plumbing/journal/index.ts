export { type JournalEntry, type NewEntry, type Outcome, type RecordedEntry, readEntry } from './entry.ts';
export {
  type HeadVerdict,
  isAccusing,
  isHeadSigned,
  judgeHead,
  readHead,
  type SignedTreeHead,
} from './head.ts';
export {
  createJournal,
  type InclusionProof,
  type Journal,
  type JournalKeys,
  maximumPage,
} from './journal.ts';
export type { EntryFilter } from './journal-store.ts';
export { hashLeaf, hashNode } from './merkle.ts';
export { verifyConsistency, verifyInclusion } from './proofs.ts';
