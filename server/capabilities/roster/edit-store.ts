/** The SQL of edits: each with what it changed, so that it can be undone and done again. */
import { sql } from 'kysely';
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { EditFacts } from './contract.ts';
import type { Change } from './draft.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** Keeps an edit at its place; those that were undone before are gone with it. */
export const insertEdit = async (
  unit: Unit,
  draft: { readonly id: string; readonly holder: PartyId },
  edit: {
    readonly place: number;
    readonly kind: string;
    readonly changes: readonly Change[];
    readonly by: string;
    readonly at: Instant;
  },
): Promise<void> => {
  await sql`delete from roster_edit where draft = ${draft.id} and place >= ${edit.place}`.execute(
    tables(unit),
  );
  await sql`insert into roster_edit (draft, holder, place, kind, changes, done_by, done_at)
    values (${draft.id}, ${draft.holder}, ${edit.place}, ${edit.kind}, ${JSON.stringify(edit.changes)},
      ${edit.by}, ${edit.at})`.execute(tables(unit));
};

/** What an edit changed; null where there is none at that place. */
export const findChanges = async (
  unit: Unit,
  draft: string,
  place: number,
): Promise<readonly Change[] | null> => {
  const { rows } = await sql<{ changes: readonly Change[] }>`select changes::jsonb as changes from roster_edit
    where draft = ${draft} and place = ${place}`.execute(tables(unit));
  return rows[0]?.changes ?? null;
};

/** The latest edits, without what they changed. */
export const listEdits = async (unit: Unit, draft: string, limit: number): Promise<readonly EditFacts[]> => {
  const { rows } = await sql<EditFacts>`select place, kind, done_by as "by", done_at as "at",
      jsonb_array_length(changes::jsonb) as changes
    from roster_edit where draft = ${draft} order by place desc limit ${limit}`.execute(tables(unit));
  return rows;
};
