/** A whole file: recognised, its columns named, its rows read; and what is wrong with it. Pure. */
import { type PersonCategory, personCategories } from '../../../kernel/marking.ts';
import type { StixObject } from '../../../plumbing/stix/index.ts';
import { countTypes } from '../item.ts';
import { guessFields, isHeader } from './columns.ts';
import {
  type CsvField,
  type CsvFile,
  type CsvProblem,
  type CsvReport,
  csvLimits,
  type IndicatorField,
  type PersonField,
} from './contract.ts';
import { decodeText } from './decoding.ts';
import { type RowNeeds, readIndicatorRow } from './indicator-row.ts';
import { readPersonRow } from './person-row.ts';
import { nameRow } from './row.ts';
import { csvProblem } from './row-words.ts';
import { type Row, readTable, type Table } from './table.ts';

/** What came of a file: the report, and the objects of the rows that are sound. */
export interface CsvReading {
  readonly report: CsvReport;
  readonly objects: readonly StixObject[];
  /** True when something about the file itself is wrong, whatever rows are left out. */
  readonly fileUnsound: boolean;
}

const whole = { row: null, column: null } as const;

// What neither PostgreSQL nor canonical JSON can hold, and controls that no table means.
const unreadable = /[\p{Cc}\p{Surrogate}]/u;
const withoutBreaks = (cell: string): string => cell.replaceAll(/[\t\r\n]/g, ' ');

const checkCells = (row: Row, problems: CsvProblem[]): void => {
  for (const [index, cell] of row.cells.entries()) {
    const place = { row: row.number, column: index + 1 };
    if (cell.length > csvLimits.cell) problems.push(csvProblem('limit-cell', place, `${csvLimits.cell}`));
    else if (unreadable.test(withoutBreaks(cell))) problems.push(csvProblem('characters', place));
  }
};

const checkMapping = (kind: CsvFile['kind'], mapping: readonly (CsvField | null)[]): CsvProblem[] => {
  const named = mapping.filter((field) => field !== null);
  const problems = named
    .filter((field, index) => named.indexOf(field) !== index)
    .map((field) => csvProblem('field-twice', { row: null, column: mapping.lastIndexOf(field) + 1 }));
  const names: readonly CsvField[] = ['name', 'latinName', 'arabicName', 'familyName', 'givenName'];
  if (kind === 'indicators' && !named.includes('value')) problems.push(csvProblem('no-value-column', whole));
  if (kind === 'persons' && !named.some((field) => names.includes(field)))
    problems.push(csvProblem('no-name-column', whole));
  return problems;
};

const checkTable = (table: Table, rows: readonly Row[], width: number): CsvProblem[] => {
  const { brokenAtLine } = table;
  if (brokenAtLine !== null) return [csvProblem('quotes', whole, `${brokenAtLine}`)];
  if (rows.length === 0) return [csvProblem('empty', whole)];
  if (rows.length > csvLimits.rows) return [csvProblem('limit-rows', whole, `${csvLimits.rows}`)];
  return width > csvLimits.columns ? [csvProblem('limit-columns', whole, `${csvLimits.columns}`)] : [];
};

interface ReadRow {
  readonly row: number;
  readonly objects: readonly StixObject[];
  readonly problems: readonly CsvProblem[];
}

const readRow = (
  kind: CsvFile['kind'],
  row: Row,
  mapping: readonly (CsvField | null)[],
  needs: RowNeeds,
): ReadRow => {
  const problems: CsvProblem[] = [];
  checkCells(row, problems);
  const objects =
    kind === 'indicators'
      ? readIndicatorRow(nameRow<IndicatorField>(row, mapping, problems), needs)
      : readPersonRow(nameRow<PersonField>(row, mapping, problems), needs);
  const isSound = objects !== null && problems.every(({ severity }) => severity !== 'error');
  return { row: row.number, objects: isSound ? objects : [], problems };
};

/** The same observable in two rows travels once; the rows after the first are told. */
const mergeRows = (rows: readonly ReadRow[]) => {
  const first = new Map<string, number>();
  const repeated: CsvProblem[] = [];
  const objects = rows.flatMap(({ row, objects: own }) =>
    own.filter(({ id }) => {
      const before = first.get(id);
      if (before === undefined) first.set(id, row);
      else repeated.push(csvProblem('repeated', { row, column: null }, `${before}`));
      return before === undefined;
    }),
  );
  return { objects, repeated };
};

const categoriesOf = (objects: readonly StixObject[]): PersonCategory[] => {
  const said = new Set(objects.flatMap(({ roles }) => (Array.isArray(roles) ? roles : [])));
  return personCategories.filter((category) => said.has(category));
};

const describeColumns = (
  titles: readonly string[],
  rows: readonly Row[],
  mapping: readonly (CsvField | null)[],
): CsvReport['columns'] =>
  mapping.slice(0, csvLimits.columns).map((field, index) => ({
    title: (titles[index] ?? '').slice(0, 200),
    field,
    samples: rows.slice(0, csvLimits.samples).map(({ cells }) => (cells[index] ?? '').trim().slice(0, 200)),
  }));

const widthOf = (rows: readonly Row[]): number =>
  rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);

/** The table of a file with its columns named. */
const openFile = (file: CsvFile) => {
  const { encoding, text } = decodeText(Buffer.from(file.content, 'base64'), file.encoding);
  const table = readTable(text, file.separator);
  const [top] = table.rows;
  const header = file.header ?? (top !== undefined && isHeader(file.kind, top.cells));
  const rows = header ? table.rows.slice(1) : table.rows;
  const width = widthOf(table.rows);
  const titles = header ? (top?.cells ?? []) : [];
  const guessed = guessFields(file.kind, titles);
  // A table of one column without a title can only be of what it is about.
  const lone: CsvField | null =
    width === 1 && !header ? (file.kind === 'indicators' ? 'value' : 'name') : null;
  const mapping = Array.from({ length: Math.min(width, csvLimits.columns) }, (_, index) =>
    file.mapping === null ? (guessed[index] ?? lone) : (file.mapping[index] ?? null),
  );
  return { encoding, table, header, rows, titles, mapping, width };
};

const unsoundRows = (rows: readonly ReadRow[]): number =>
  rows.filter(({ problems }) => problems.some(({ severity }) => severity === 'error')).length;

/** Reads the file as its maker meant it, as far as that can be seen; `marked`: the marking's categories. */
export const readCsv = (
  file: CsvFile,
  needs: RowNeeds,
  marked: readonly PersonCategory[] | null,
): CsvReading => {
  const opened = openFile(file);
  const { encoding, table, header, titles, mapping } = opened;
  const inTable = checkTable(table, opened.rows, opened.width);
  const ofFile = inTable.length > 0 ? inTable : checkMapping(file.kind, mapping);
  const rows = inTable.length > 0 ? [] : opened.rows;
  const read = ofFile.length > 0 ? [] : rows.map((row) => readRow(file.kind, row, mapping, needs));
  const { objects, repeated } = mergeRows(read);
  const categories = categoriesOf(objects);
  const isUnsaid = file.kind === 'persons' && marked !== null && objects.length > 0;
  if (isUnsaid && [...categories, ...marked].length === 0) ofFile.push(csvProblem('no-category', whole));
  const problems = [...ofFile, ...read.flatMap((row) => row.problems), ...repeated];
  const report: CsvReport = {
    encoding,
    separator: table.separator,
    header,
    columns: describeColumns(titles, rows, mapping),
    rowCount: rows.length,
    soundCount: read.length - unsoundRows(read),
    objectCount: objects.length,
    types: countTypes(objects),
    categories,
    shown: read.slice(0, csvLimits.shown).map(({ row, objects: own }) => ({ row, objects: [...own] })),
    problems: problems.slice(0, csvLimits.problems),
    problemCount: problems.length,
  };
  return { report, objects, fileUnsound: ofFile.length > 0 };
};
