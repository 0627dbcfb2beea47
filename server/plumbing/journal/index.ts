/** The journal: an append-only Merkle log of who did what under which rule, and the means to check it. */
export type { JournalEntry, NewEntry, Outcome, RecordedEntry } from './entry.ts';
export { exportJournal, type JournalExport, readExport } from './export.ts';

import './faults.ts';

export { describeFinding, type Finding } from './findings.ts';
export {
  type HeadVerdict,
  isAccusing,
  type SignedTreeHead,
} from './head.ts';
export {
  createJournal,
  type InclusionProof,
  type Journal,
  type JournalKeys,
} from './journal.ts';
export type { EntryFilter } from './journal-store.ts';
export type { EntrySearch } from './search-store.ts';
export { journalSource } from './source.ts';
export { type JournalSource, type JournalVerdict, type VerificationNeeds, verifyJournal } from './verify.ts';
