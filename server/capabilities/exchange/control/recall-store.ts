/** The SQL of recalls: what was recalled, by whom, until when. */
import { sql } from 'kysely';
import { isObject, type JsonObject, readJson } from '../../../kernel/canonical.ts';
import { assert } from '../../../kernel/faults.ts';
import type { ItemId, PartyId, PersonId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { insertWords, wordOf } from './words-store.ts';

interface RecallTable {
  id: string;
  item: ItemId;
  version: number;
  originator: PartyId;
  kind: 'withdraw' | 're-mark';
  parties: PartyId[];
  recalled_at: Instant;
  comply_by: Instant;
  recalled_by: PersonId | null;
  verified: boolean;
}
interface Words {
  reason: string | null;
  tombstone: string | null;
}
interface Tables {
  exchange_recall: RecallTable;
}

export interface StoredRecall {
  readonly id: string;
  readonly item: ItemId;
  readonly version: number;
  readonly originator: PartyId;
  readonly kind: 'withdraw' | 're-mark';
  /** Whom it concerns; empty: every holder. */
  readonly parties: readonly PartyId[];
  /** Empty where it is withheld from the reader, as the tombstone is. */
  readonly reason: string;
  readonly recalledAt: Instant;
  readonly complyBy: Instant;
  readonly recalledBy: PersonId | null;
  /** False: the tombstone could not be checked here. */
  readonly verified: boolean;
  /** Canonical text, as it travels. */
  readonly tombstone: string;
}

const toRecall = (row: RecallTable & Words): StoredRecall => ({
  id: row.id,
  item: row.item,
  version: row.version,
  originator: row.originator,
  kind: row.kind,
  parties: row.parties,
  reason: row.reason ?? '',
  recalledAt: row.recalled_at,
  complyBy: row.comply_by,
  recalledBy: row.recalled_by,
  verified: row.verified,
  tombstone: row.tombstone ?? '',
});

/** Keeps a recall, once; false when it is here already. */
export const insertRecall = async (unit: Unit, recall: StoredRecall): Promise<boolean> => {
  const row = await unit
    .tables<Tables>()
    .insertInto('exchange_recall')
    .values({
      id: recall.id,
      item: recall.item,
      version: recall.version,
      originator: recall.originator,
      kind: recall.kind,
      parties: [...recall.parties],
      recalled_at: recall.recalledAt,
      comply_by: recall.complyBy,
      recalled_by: recall.recalledBy,
      verified: recall.verified,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return false;
  const { id, item, reason, tombstone: message } = recall;
  await insertWords(unit, { id, item, kind: 'recall', reason, message });
  return true;
};

const recalls = (unit: Unit) =>
  unit
    .tables<Tables>()
    .selectFrom('exchange_recall')
    .selectAll()
    .select(({ ref }) => [
      wordOf(ref('exchange_recall.id'), 'reason').as('reason'),
      wordOf(ref('exchange_recall.id'), 'message').as('tombstone'),
    ]);

export const findRecall = async (unit: Unit, id: string): Promise<StoredRecall | null> => {
  const row = await recalls(unit).where('id', '=', id).executeTakeFirst();
  return row ? toRecall(row) : null;
};

/** The recalls of an item, newest first. */
export const recallsOf = async (unit: Unit, item: ItemId): Promise<readonly StoredRecall[]> => {
  const rows = await recalls(unit)
    .where('item', '=', item)
    .orderBy('recalled_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toRecall);
};

/** Recalls of this originator for items that are not here. */
export const countEarlyRecalls = async (unit: Unit, originator: PartyId): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from exchange_recall r where r.originator = ${originator}
      and not exists (select 1 from exchange_item i where i.id = r.item)`.execute(unit.tables<Tables>());
  return rows[0]?.count ?? 0;
};

/** A message kept as canonical text, as the object that it is. */
export const readKept = (text: string): JsonObject => {
  const value = readJson(text)?.value;
  assert(isObject(value), 'a kept message is not JSON');
  return value;
};
