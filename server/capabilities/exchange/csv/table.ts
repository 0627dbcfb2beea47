/** From text to rows of cells. Pure; the grammar of CSV (RFC 4180) is csv-parse's. */
import { CsvError, parse } from 'csv-parse/sync';
import { type CsvSeparator, csvLimits, csvSeparators } from './contract.ts';

export interface Row {
  /** As a spreadsheet numbers it, the first being 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly separator: CsvSeparator;
  readonly rows: readonly Row[];
  /** Where its quotes do not close or stand where none may; null when they are in order. */
  readonly brokenAtLine: number | null;
}

const parseRows = (text: string, separator: CsvSeparator, to?: number): readonly (readonly string[])[] =>
  parse(text, {
    delimiter: separator,
    relax_column_count: true,
    ...(to === undefined ? {} : { to }),
  });

/** Rows that are looked at to find the separator. */
const lookedAt = 20;
const headLength = 100_000;

/** How many columns it would make, where most rows have that many. */
const columnsBy = (text: string, separator: CsvSeparator): number => {
  try {
    const rows = parseRows(text.slice(0, headLength), separator, lookedAt);
    const first = rows[0]?.length ?? 0;
    const alike = rows.filter((row) => row.length === first).length;
    return alike * 2 > rows.length ? first : 0;
  } catch (error) {
    if (error instanceof CsvError) return 0;
    throw error;
  }
};

const guessSeparator = (text: string): CsvSeparator => {
  const columns = csvSeparators.map((separator) => ({ separator, count: columnsBy(text, separator) }));
  const best = columns.reduce((most, one) => (one.count > most.count ? one : most));
  return best.separator;
};

const isFilled = ({ cells }: Row): boolean => cells.some((cell) => cell.trim() !== '');

/** The rows of a CSV text that hold anything; of more than `limit` below the header, one more than that. */
export const readTable = (
  text: string,
  asked: CsvSeparator | null,
  limit: number = csvLimits.rows,
): Table => {
  const separator = asked ?? guessSeparator(text);
  try {
    // The header and one row too many, which the reader tells.
    const rows = parseRows(text, separator, limit + 2);
    const numbered = rows.map((cells, index) => ({ number: index + 1, cells }));
    return { separator, rows: numbered.filter(isFilled), brokenAtLine: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    return { separator, rows: [], brokenAtLine: line };
  }
};
