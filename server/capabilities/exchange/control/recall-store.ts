/** The SQL of recalls: what was recalled, by whom, until when. */
import { sql } from 'kysely';
import { isObject, type JsonObject, readJson } from '../../../kernel/canonical.ts';
import { assert } from '../../../kernel/faults.ts';
import type { ItemId, PartyId, PersonId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';

interface RecallTable {
  id: string;
  item: ItemId;
  version: number;
  originator: PartyId;
  kind: 'withdraw' | 're-mark';
  parties: PartyId[];
  reason: string;
  recalled_at: Instant;
  comply_by: Instant;
  recalled_by: PersonId | null;
  verified: boolean;
  tombstone: string;
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
  readonly reason: string;
  readonly recalledAt: Instant;
  readonly complyBy: Instant;
  readonly recalledBy: PersonId | null;
  /** False: the tombstone could not be checked here. */
  readonly verified: boolean;
  /** Canonical text, as it travels. */
  readonly tombstone: string;
}

const toRecall = (row: RecallTable): StoredRecall => ({
  id: row.id,
  item: row.item,
  version: row.version,
  originator: row.originator,
  kind: row.kind,
  parties: row.parties,
  reason: row.reason,
  recalledAt: row.recalled_at,
  complyBy: row.comply_by,
  recalledBy: row.recalled_by,
  verified: row.verified,
  tombstone: row.tombstone,
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
      reason: recall.reason,
      recalled_at: recall.recalledAt,
      comply_by: recall.complyBy,
      recalled_by: recall.recalledBy,
      verified: recall.verified,
      tombstone: recall.tombstone,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

export const findRecall = async (unit: Unit, id: string): Promise<StoredRecall | null> => {
  const row = await unit
    .tables<Tables>()
    .selectFrom('exchange_recall')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toRecall(row) : null;
};

/** The recalls of an item, newest first. */
export const recallsOf = async (unit: Unit, item: ItemId): Promise<readonly StoredRecall[]> => {
  const rows = await unit
    .tables<Tables>()
    .selectFrom('exchange_recall')
    .selectAll()
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
