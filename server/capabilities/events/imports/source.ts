/** A file as rows of named cells, whatever its format. Pure. */
import type { Words } from '../../../kernel/faults.ts';
import { decodeText, readTable } from '../../exchange/index.ts';
import { calendarSource } from './calendar-source.ts';
import { type ImportFormat, importLimits } from './contract.ts';
import { jsonSource } from './json-source.ts';
import { rowWords } from './row-words.ts';
import type { Found, SourceRow } from './source-rows.ts';

export interface Source {
  readonly format: ImportFormat;
  readonly encoding: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly SourceRow[];
  /** Why nothing of it can be imported. */
  readonly problems: readonly Words[];
}

const csvSource = (text: string): Found => {
  const { rows, brokenAtLine } = readTable(text, null, importLimits.rows);
  if (brokenAtLine !== null) return { rows: [], problems: [['quotes', String(brokenAtLine)]] };
  const [header, ...below] = rows;
  const titles = (header?.cells ?? []).map((title) => title.trim());
  const named = titles.map((title, index) => {
    const twin = titles.indexOf(title) < index;
    return title === '' || twin ? `${title}#${index + 1}` : title;
  });
  return {
    rows: below.map(({ number, cells }) => ({
      number,
      cells: new Map(
        cells.flatMap((cell, index) => {
          const name = named[index];
          return name === undefined || cell.trim() === '' ? [] : [[name, cell.trim()] as const];
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

/** Reads a file; what is wrong with the whole of it is among its problems. */
export const readSource = (bytes: Uint8Array): Source => {
  const { text, encoding } = decodeText(bytes, null);
  const { format, found } = read(text);
  const columns = [...new Set(found.rows.flatMap(({ cells }) => [...cells.keys()]))];
  const problems = found.problems.length > 0 ? found.problems : limitsOf(found.rows, columns);
  return {
    ...{ format, encoding, columns },
    rows: found.rows,
    problems: problems.map(([word, detail]) => rowWords(word, detail)),
  };
};
