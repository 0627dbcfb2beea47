/** One row of a table with its columns named: what its reader works with. Pure. */
import type { CsvField, CsvProblem } from './contract.ts';
import { type CsvRule, csvProblem } from './row-words.ts';
import type { Row } from './table.ts';

/** Cells by field, and where what is wrong with them is told. */
export interface NamedRow<Field extends CsvField> {
  /** The cell's text without the spaces around it; null where there is no such column or nothing in it. */
  read(field: Field): string | null;
  /** Tells a problem of the cell of this field; of the row where there is none. */
  tell(rule: CsvRule, field: Field | null, detail?: string): void;
  /** The cell read by `parse`; what `parse` makes nothing of is told by the rule and left out. */
  parse<Value>(field: Field, rule: CsvRule, parse: (text: string) => Value | null): Value | null;
}

/** Collects the problems of one row. */
export const nameRow = <Field extends CsvField>(
  row: Row,
  mapping: readonly (CsvField | null)[],
  problems: CsvProblem[],
): NamedRow<Field> => {
  const columnOf = (field: Field): number | null => {
    const index = mapping.indexOf(field);
    return index < 0 ? null : index;
  };
  const read = (field: Field): string | null => {
    const column = columnOf(field);
    const text = column === null ? '' : (row.cells[column] ?? '').trim();
    return text === '' ? null : text;
  };
  const tell = (rule: CsvRule, field: Field | null, detail?: string): void => {
    const column = field === null ? null : columnOf(field);
    problems.push(csvProblem(rule, { row: row.number, column: column === null ? null : column + 1 }, detail));
  };
  return {
    read,
    tell,
    parse: (field, rule, parse) => {
      const text = read(field);
      const value = text === null ? null : parse(text);
      if (text !== null && value === null) tell(rule, field);
      return value;
    },
  };
};

/** Without what was not said. */
export const present = <Value>(properties: Readonly<Record<string, Value | null>>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
  );
