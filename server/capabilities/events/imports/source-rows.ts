/** Rows of a file, before anything is made of them. */
import { importLimits } from './contract.ts';
import type { RowWord } from './row-words.ts';

/** A row of named cells. */
export interface SourceRow {
  /** As a spreadsheet numbers it, the header being 1; in a list of objects the first is 1. */
  readonly number: number;
  /** What it holds, by the name of the column; what is empty is left out. */
  readonly cells: ReadonlyMap<string, string>;
  /** A GeoJSON geometry, unchecked; null where it has none. */
  readonly geometry: unknown;
  /** What its format makes worth knowing. */
  readonly notes?: readonly (readonly [RowWord, string])[];
}

/** What a cell holds; of one that is too long just enough to be told so. */
export const cellOf = (text: string): string => text.trim().slice(0, importLimits.cell + 1);

/** Rows as they were found; the columns are those that any row has. */
export interface Found {
  readonly rows: readonly SourceRow[];
  readonly problems: readonly (readonly [RowWord, string])[];
}
