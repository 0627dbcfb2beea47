/**
 * How PostgreSQL's values become ours: a moment is an `Instant` and a day a `Day` (kernel/time.ts), never a
 * Date of the machine's zone; a bigint is a number, and one that a number cannot hold is a bug. `numeric`
 * stays text.
 */
import pg from 'pg';
import { assert } from '../../kernel/faults.ts';

const { builtins } = pg.types;

const readInstant = (text: string): string => {
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? text : moment.toISOString();
};

const readBigint = (text: string): number => {
  const number = Number(text);
  assert(Number.isSafeInteger(number), 'a bigint from the database is too large for a number');
  return number;
};

const readers = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, readInstant],
  [builtins.DATE, (text) => text],
  [builtins.INT8, readBigint],
]);

export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    (format === 'binary' ? undefined : readers.get(type)) ?? pg.types.getTypeParser(type, format),
};
