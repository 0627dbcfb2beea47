/** The SQL of what is said in words of recalls, questions and consents: shown as the item's own are. */
import { type Expression, sql } from 'kysely';
import type { ItemId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';

interface WordsTable {
  id: string;
  item: ItemId;
  kind: 'recall' | 'request' | 'consent';
  reason: string | null;
  decision_reason: string | null;
  message: string | null;
}
interface Tables {
  exchange_control_words: WordsTable;
}

/** Keeps what was said with a recall, a question or a consent. The house's to write. */
export const insertWords = async (
  unit: Unit,
  words: Pick<WordsTable, 'id' | 'item' | 'kind'> & Partial<Pick<WordsTable, 'reason' | 'message'>>,
): Promise<void> => {
  await unit.tables<Tables>().insertInto('exchange_control_words').values(words).execute();
};

/** Keeps why a question was answered as it was. */
export const putDecisionReason = async (unit: Unit, id: string, reason: string | null): Promise<void> => {
  await unit
    .tables<Tables>()
    .updateTable('exchange_control_words')
    .set({ decision_reason: reason })
    .where('id', '=', id)
    .execute();
};

/** Erases what was said about an item with these. The house's to do. */
export const deleteWords = async (
  unit: Unit,
  item: ItemId,
  kinds: readonly WordsTable['kind'][],
): Promise<void> => {
  await unit
    .tables<Tables>()
    .deleteFrom('exchange_control_words')
    .where('item', '=', item)
    .where('kind', 'in', kinds)
    .execute();
};

/** One of the words beside a row; null where they are withheld from the reader. */
export const wordOf = (id: Expression<string>, column: 'reason' | 'decision_reason' | 'message') =>
  sql<string | null>`(select w.${sql.ref(column)} from exchange_control_words w where w.id = ${id})`;
