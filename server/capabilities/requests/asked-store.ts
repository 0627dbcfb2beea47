/** How far requests have come: for who had many written at once, and follows them side by side. */
import { sql } from 'kysely';
import type { ItemId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { StrandState } from './contract.ts';

/** A request to one addressee: facts about it, never what it says. */
export interface AskedOf {
  /** Of the item that asks. */
  readonly state: 'draft' | 'proposed' | 'returned' | 'released' | 'recalled';
  readonly releasedAt: Instant | null;
  /** Of its addressee; null before it was released. */
  readonly strand: StrandState | null;
  readonly answeredAt: Instant | null;
  /** Items that answer it, the first one first. */
  readonly answers: readonly ItemId[];
}

/**
 * Those of the requests that are still here. A draft that was discarded is not. As the house: a draft is read
 * by its author and his desk, how far it has come by whoever the caller answers for.
 */
export const askedOf = (unit: Unit, items: readonly ItemId[]): Promise<ReadonlyMap<ItemId, AskedOf>> =>
  unit.asHouse('requests', async (house) => {
    const { rows } = await sql<AskedOf & { id: ItemId }>`
      select i.id, i.state, i.released_at as "releasedAt", s.state as strand,
        a.at as "answeredAt", coalesce(a.answers, '{}') as answers
      from exchange_item i
      left join request_strand s on s.item = i.id
      left join lateral (
        select min(t.at) as at, array_agg(answer order by t.at, t.ordinal) as answers
        from request_step t, unnest(t.answers) as answer
        where t.item = i.id and t.kind in ('partly', 'answered') and t.effective) a on true
      where i.id = any(${[...items]}::text[])`.execute(house.tables<object>());
    return new Map(rows.map(({ id, ...asked }) => [id, asked]));
  });
