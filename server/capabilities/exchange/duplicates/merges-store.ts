/** The SQL of what was confirmed to be one: which item stands for which. As the reader may read both. */
import { sql } from 'kysely';
import { asId, type ItemId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';

/** What a list says of an item that was merged. */
export interface Merged {
  /** The earlier item that this one tells of again. */
  readonly mergedInto?: ItemId;
  /** How many later items tell of this one again. */
  readonly mergedFrom?: number;
}

/** Of the items of a list, which were merged; nothing is said of a pair that the reader may not see. */
export const mergesOf = async (unit: Unit, ids: readonly ItemId[]): Promise<(item: ItemId) => Merged> => {
  if (ids.length === 0) return () => ({});
  const { rows } = await sql<{ later: string; earlier: string }>`
    select relationship::jsonb ->> 'source_ref' as later, relationship::jsonb ->> 'target_ref' as earlier
    from exchange_duplicate d
    where state = 'confirmed' and first = any(${[...ids]})
    union
    select relationship::jsonb ->> 'source_ref', relationship::jsonb ->> 'target_ref'
    from exchange_duplicate d
    where state = 'confirmed' and second = any(${[...ids]})
    order by earlier`.execute(unit.tables<object>());
  return (item) => {
    const into = rows.find(({ later }) => later === item);
    const from = rows.filter(({ earlier }) => earlier === item).length;
    return {
      ...(into === undefined ? {} : { mergedInto: asId('item', into.earlier) }),
      ...(from === 0 ? {} : { mergedFrom: from }),
    };
  };
};
