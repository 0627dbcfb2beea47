/** A table of identifiers: its columns, and the lines that one or two of them make. Pure. */
import { parse } from 'csv-parse/browser/esm/sync';

export interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly columns: number;
}

const separators = [';', '\t', ',', '|'] as const;

/** What Excel writes where it does not write UTF-8, in the services that this is for. */
const fallback = 'windows-1256';

/** The byte order marks of UTF-16, as Excel's «Unicode text» begins. */
const wide = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
};

export const decode = (bytes: Uint8Array): string => {
  const encoding = wide(bytes);
  if (encoding !== null) return new TextDecoder(encoding).decode(bytes);
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
  rest.length > 0 && first.every((cell) => !/\d|@|\p{L}{2}\.\p{L}{2}/u.test(cell));

const dayPattern = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})$/;
/** What the column of given names is called, where the family name has a column of its own. */
const givenTitles = [
  'pr[ée]noms?|given names?|first names?|forenames?|nombres?',
  'الاسم (?:الشخصي|الأول)|الأسماء الشخصية',
].join('|');
const familyTitles = [
  'noms?(?: de famille)?|(?:family |last )?names?|surnames?|apellidos?',
  '(?:الاسم )?العائلي|النسب|اللقب',
].join('|');
const titleOf = (titles: string): RegExp => new RegExp(`^\\s*(?:${titles})\\s*$`, 'iu');
const [givenTitle, familyTitle] = [titleOf(givenTitles), titleOf(familyTitles)];
/** Rows that are looked at for what a column holds: the first cells may be empty. */
const lookedAt = 20;

export interface Choice {
  readonly main: number;
  /** The column of given names, where `main` has family names alone. */
  readonly given: number | null;
  /** The column of birth dates, where names are asked about. */
  readonly born: number | null;
  readonly titles: boolean;
}

const placeOr = (place: number): number | null => (place === -1 ? null : place);

/** The columns that most likely hold the identifiers, given names beside them, and birth dates. */
export const guessColumns = (table: Table): Omit<Choice, 'titles'> => {
  const [first = [], ...rest] = table.rows;
  const rows = (rest.length === 0 ? [first] : rest).slice(0, lookedAt);
  const holds = (at: number, what: (cell: string) => boolean): boolean =>
    rows.some((row) => what(row[at] ?? ''));
  const columns = Array.from({ length: table.columns }, (_, at) => at);
  const born = columns.find((at) => holds(at, (cell) => dayPattern.test(cell))) ?? null;
  const given = placeOr(first.findIndex((title) => givenTitle.test(title)));
  const family = first.findIndex((title, at) => at !== given && familyTitle.test(title));
  // Names without a day cannot be asked about: a column of numbers or addresses is meant then.
  const isMeant = (cell: string): boolean => (born === null ? /\d|@/.test(cell) : /\p{L}{2}/u.test(cell));
  const isFree = (at: number): boolean => at !== born && at !== given;
  const main =
    (born !== null && family !== -1 ? family : undefined) ??
    columns.find((at) => isFree(at) && holds(at, isMeant)) ??
    columns.find((at) => isFree(at) && holds(at, (cell) => cell !== '')) ??
    0;
  return { main, given: born === null ? null : given, born };
};

/** One line for each row; a row without a name or identifier makes none. */
export const linesOfTable = ({ rows }: Table, { main, given, born, titles }: Choice): string =>
  rows
    .slice(titles ? 1 : 0)
    .map((row) => {
      const cell = (at: number | null): string => (at === null ? '' : (row[at] ?? ''));
      const what = [cell(main), cell(given)].filter((part) => part !== '').join(' ');
      return what === '' ? '' : [what, cell(born)].filter((part) => part !== '').join(', ');
    })
    .filter((line) => line !== '')
    .join('\n');
