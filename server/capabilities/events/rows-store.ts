/** How the tables of events are written: many rows in one statement, made or brought up to date by id. */
import { sql } from 'kysely';
import type { Unit } from '../../plumbing/database/index.ts';

export const tables = (unit: Unit) => unit.tables<object>();

/** Rows of one statement. */
const batch = 1_000;

/** A row by the names of its columns: all of them. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** The `place`th thousand of rows, for as long as there is one. */
export const batchesOf = <One>(rows: readonly One[]): readonly (readonly One[])[] =>
  Array.from({ length: Math.ceil(rows.length / batch) }, (_, index) =>
    rows.slice(index * batch, (index + 1) * batch),
  );

export const putRows = async (unit: Unit, table: string, rows: readonly Row[]): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id');
  const kept = columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  const named = sql.join(['id', ...columns].map((column) => sql.ref(column)));
  for (const some of batchesOf(rows)) {
    await sql`insert into ${sql.table(table)} (${named})
      select ${named} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(some)}::jsonb)
      on conflict (id) do update set ${sql.join(kept)}`.execute(tables(unit));
  }
};

export const deleteRows = async (unit: Unit, table: string, ids: readonly string[]): Promise<void> => {
  await sql`delete from ${sql.table(table)} where id = any(${[...ids]}::text[])`.execute(tables(unit));
};

/** Where the next page begins: after this moment and id. */
export interface After {
  readonly at: string;
  readonly id: string;
}
export const writeCursor = ({ at, id }: After): string => `${at}~${id}`;
/** Null where there is none, or it is not one of ours: the list is then given from its beginning. */
export const readCursor = (cursor: string | undefined): After | null => {
  const [at, id] = cursor?.split('~') ?? [];
  return at === undefined || id === undefined || Number.isNaN(Date.parse(at)) ? null : { at, id };
};
