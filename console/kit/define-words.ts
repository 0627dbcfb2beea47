/** Words of the console. A part declares its own in `words.ts`; no other file holds text that is read. */
import type { Words } from '../../server/kernel/faults.ts';

export type WordEntries = Readonly<Record<string, Words>>;

/** Declares words: each key in the three languages, ICU MessageFormat; the type requires all three. */
export const defineWords = <const Entries extends WordEntries>(entries: Entries): Entries => entries;
