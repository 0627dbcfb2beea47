/** A file as rows of named cells, whatever its format. Pure. */
import type { Words } from '../../../kernel/faults.ts';
import { decodeText, readTable } from '../../exchange/index.ts';
import { calendarSource } from './calendar-source.ts';
import { type ImportFormat, importLimits } from './contract.ts';
import { foreignOf } from './foreign.ts';
import { jsonSource } from './json-source.ts';
import { rowWords } from './row-words.ts';
import { cellOf, type Found, type SourceRow } from './source-rows.ts';

export interface Source {
  readonly format: ImportFormat;
  readonly encoding: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly SourceRow[];
  /** Why nothing of it can be imported. */
  readonly problems: readonly Words[];
}

/** What has no name, or that of another, is told by its number. */
const columnNames = (titles: readonly string[]): readonly string[] => {
  const taken = new Set<string>();
  return titles.map((title, index) => {
    const name = title.trim().slice(0, importLimits.title);
    const isApart = name !== '' && !taken.has(name);
    taken.add(name);
    return isApart ? name : `${name.slice(0, importLimits.title - 10)}#${index + 1}`;
  });
};

const csvSource = (text: string): Found => {
  const { rows, brokenAtLine } = readTable(text, null, importLimits.rows);
  if (brokenAtLine !== null) return { rows: [], problems: [['quotes', String(brokenAtLine)]] };
  const [header, ...below] = rows;
  // Before anything is made of them: of a million columns, even their names are too much.
  if ((header?.cells.length ?? 0) > importLimits.columns)
    return { rows: [], problems: [['limit-columns', String(importLimits.columns)]] };
  const named = columnNames(header?.cells ?? []);
  return {
    rows: below.map(({ number, cells }) => ({
      number,
      cells: new Map(
        cells.slice(0, named.length).flatMap((cell, index) => {
          const [name, text] = [named[index], cellOf(cell)];
          return name === undefined || text === '' ? [] : [[name, text] as const];
        }),
      ),
      geometry: null,
    })),
    problems: [],
  };
};

const read = (text: string): { readonly format: ImportFormat; readonly found: Found } => {
  const head = text.slice(0, 1_000).trimStart();
  if (/^BEGIN:VCALENDAR/i.test(head)) return { format: 'icalendar', found: calendarSource(text) };
  if (!/^[[{]/.test(head)) return { format: 'csv', found: csvSource(text) };
  const { isGeo, ...found } = jsonSource(text);
  return { format: isGeo ? 'geojson' : 'json', found };
};

const limitsOf = (rows: readonly SourceRow[], columns: readonly string[]): Found['problems'] => [
  ...(rows.length === 0 ? [['empty', ''] as const] : []),
  ...(rows.length > importLimits.rows ? [['limit-rows', String(importLimits.rows)] as const] : []),
  ...(columns.length > importLimits.columns
    ? [['limit-columns', String(importLimits.columns)] as const]
    : []),
];

/** Those that any row has; of more than the limit, one more than that. */
const columnsOf = (rows: readonly SourceRow[]): readonly string[] => {
  const columns = new Set<string>();
  for (const { cells } of rows)
    for (const name of cells.keys()) {
      columns.add(name);
      if (columns.size > importLimits.columns) return [...columns];
    }
  return [...columns];
};

/** Reads a file; what is wrong with the whole of it is among its problems. */
export const readSource = (bytes: Uint8Array): Source => {
  const foreign = foreignOf(bytes);
  if (foreign !== null)
    return { format: 'csv', encoding: null, columns: [], rows: [], problems: [rowWords(foreign)] };
  const { text, encoding } = decodeText(bytes, null);
  const { format, found } = read(text);
  const columns = columnsOf(found.rows);
  const problems = found.problems.length > 0 ? found.problems : limitsOf(found.rows, columns);
  return {
    ...{ format, encoding, columns },
    rows: found.rows,
    problems: problems.map(([word, detail]) => rowWords(word, detail)),
  };
};
