/** The journal: an append-only Merkle log of who did what under which rule, and the means to check it. */
export { type JournalEntry, type NewEntry, type Outcome, type RecordedEntry, readEntry } from './entry.ts';
export { exportJournal, type JournalExport, readExport } from './export.ts';
export { journalFaults } from './faults.ts';
export { describeFinding, type Finding } from './findings.ts';
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
export { hashLeaf } from './merkle.ts';
export { verifyConsistency, verifyInclusion } from './proofs.ts';
export { journalSource } from './source.ts';
export { type JournalSource, type JournalVerdict, type VerificationNeeds, verifyJournal } from './verify.ts';
