/** A table of identifiers: its columns, and the lines that one or two of them make. Pure. */
import { parse } from 'csv-parse/browser/esm/sync';

export interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly columns: number;
}

const separators = [';', '\t', ',', '|'] as const;

/** What Excel writes where it does not write UTF-8, in the services that this is for. */
const fallback = 'windows-1256';

export const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(fallback).decode(bytes);
  }
};

/** The separator that stands most often in the first lines; none makes one column of all. */
const separatorOf = (text: string): string => {
  const head = text.slice(0, 4_096);
  const counted = separators.map((separator) => ({ separator, count: head.split(separator).length }));
  const [most] = counted.toSorted((one, other) => other.count - one.count);
  return most?.separator ?? ',';
};

/** Null where it is no table. */
export const readTable = (text: string): Table | null => {
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return rows.length === 0 ? null : { rows, columns: Math.max(...rows.map(({ length }) => length)) };
  } catch {
    return null;
  }
};

/** Titles have no digit and are no address; nearly everything that is compared has one, or is one. */
export const hasTitles = ({ rows: [first = [], ...rest] }: Table): boolean =>
  rest.length > 0 && first.every((cell) => !/\d|@|\p{L}\.\p{L}/u.test(cell));

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** The columns that most likely hold the identifiers, and birth dates. */
export const guessColumns = (table: Table): { readonly main: number; readonly born: number | null } => {
  const [first = [], second = first] = table.rows;
  const born = second.findIndex((cell) => dayPattern.test(cell));
  const main = second.findIndex((cell, at) => at !== born && cell !== '');
  return { main: Math.max(main, 0), born: born === -1 ? null : born };
};

export interface Choice {
  readonly main: number;
  /** The column of birth dates, where names are asked about. */
  readonly born: number | null;
  readonly titles: boolean;
}

/** One line for each row. */
export const linesOfTable = ({ rows }: Table, { main, born, titles }: Choice): string =>
  rows
    .slice(titles ? 1 : 0)
    .map((row) => [row[main] ?? '', ...(born === null ? [] : [row[born] ?? ''])])
    .map((cells) => cells.filter((cell) => cell !== '').join(', '))
    .join('\n');
