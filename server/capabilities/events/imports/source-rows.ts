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
  /** Why nothing can be made of it. */
  readonly flaw?: readonly [RowWord, string];
}

/** Marks of direction and controls: unseen, they make two of one code, and a date that cannot be read. */
const unseen = /[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** What a cell holds, in one line; of one that is too long just enough to be told so. */
export const cellOf = (text: string): string =>
  text
    .slice(0, importLimits.cell * 2)
    .replaceAll(/[\r\n\t]+/g, ' ')
    .replaceAll(unseen, '')
    .trim()
    .slice(0, importLimits.cell + 1);

/** Rows as they were found; the columns are those that any row has. */
export interface Found {
  readonly rows: readonly SourceRow[];
  readonly problems: readonly (readonly [RowWord, string])[];
}
