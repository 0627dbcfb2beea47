/** The SQL of work that was given to somebody else. */
import type { Selectable } from 'kysely';
import type { DeskId, ItemId, PartyId, PersonId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { HandedOver } from './contract.ts';

interface HandOverTable {
  id: string;
  item: ItemId;
  addressee: PartyId;
  note: string;
  person: PersonId | null;
  at: Instant;
  desk_before: DeskId | null;
  assignee_before: PersonId | null;
  desk_after: DeskId | null;
  assignee_after: PersonId | null;
  undone_at: Instant | null;
  undone_by: PersonId | null;
}
const tables = (unit: Unit) => unit.tables<{ request_hand_over: HandOverTable }>();

const toView = (row: Selectable<HandOverTable>): HandedOver => ({
  id: row.id,
  item: row.item,
  addressee: row.addressee,
  note: row.note,
  person: row.person,
  at: row.at,
  before: { desk: row.desk_before, assignee: row.assignee_before },
  after: { desk: row.desk_after, assignee: row.assignee_after },
  undoneAt: row.undone_at,
  undoneBy: row.undone_by,
});

export const insertHandOver = async (unit: Unit, handed: HandedOver): Promise<void> => {
  const { before, after, undoneAt, undoneBy, ...named } = handed;
  await tables(unit)
    .insertInto('request_hand_over')
    .values({
      ...named,
      ...{ desk_before: before.desk, assignee_before: before.assignee },
      ...{ desk_after: after.desk, assignee_after: after.assignee },
      ...{ undone_at: undoneAt, undone_by: undoneBy },
    })
    .execute();
};

/** All that was given away at once. */
export const findHandOver = async (unit: Unit, id: string): Promise<readonly HandedOver[]> => {
  const rows = await tables(unit)
    .selectFrom('request_hand_over')
    .selectAll()
    .where('id', '=', id)
    .orderBy('item')
    .orderBy('addressee')
    .execute();
  return rows.map(toView);
};

/** What was given to somebody else of one request, the newest first. */
export const listHandOversOf = async (unit: Unit, item: ItemId, limit: number): Promise<HandedOver[]> => {
  const rows = await tables(unit)
    .selectFrom('request_hand_over')
    .selectAll()
    .where('item', '=', item)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toView);
};

export const markUndone = async (
  unit: Unit,
  id: string,
  how: { readonly by: PersonId | null; readonly at: Instant },
): Promise<void> => {
  await tables(unit)
    .updateTable('request_hand_over')
    .set({ undone_at: how.at, undone_by: how.by })
    .where('id', '=', id)
    .execute();
};

/** Notes may quote the item: they go when its content goes. */
export const emptyNotes = async (unit: Unit, item: ItemId): Promise<void> => {
  await tables(unit).updateTable('request_hand_over').set({ note: '' }).where('item', '=', item).execute();
};
