/** The SQL of visitor risk analyses that were asked for. */
import { sql } from 'kysely';
import type { ItemId, PartyId } from '../../../kernel/ids.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { tables } from '../rows-store.ts';
import type { VisitorMilestone } from './visitor-contract.ts';

/** What was asked of whom; how far it has come is told by its request. */
export interface StoredAsk {
  readonly partner: PartyId;
  readonly milestone: VisitorMilestone;
  readonly dueOn: Day;
  readonly item: ItemId;
  readonly askedAt: Instant;
}

export const listAsks = async (unit: Unit, event: string): Promise<readonly StoredAsk[]> => {
  const { rows } = await sql<StoredAsk>`select partner, milestone, due_on as "dueOn", item,
      asked_at as "askedAt"
    from events_risk_ask where event = ${event} order by due_on, asked_at, partner`.execute(tables(unit));
  return rows;
};

/** Keeps what was asked; in the place of what was discarded or withdrawn. */
export const putAsk = async (
  unit: Unit,
  ask: StoredAsk,
  how: { readonly holder: PartyId; readonly event: string; readonly by: string },
): Promise<void> => {
  await sql`insert into events_risk_ask (id, holder, event, partner, milestone, due_on, item, asked_by,
      asked_at)
    values (${crypto.randomUUID()}, ${how.holder}, ${how.event}, ${ask.partner}, ${ask.milestone},
      ${ask.dueOn}, ${ask.item}, ${how.by}, ${ask.askedAt})
    on conflict (event, partner, milestone) do update set due_on = excluded.due_on, item = excluded.item,
      asked_by = excluded.asked_by, asked_at = excluded.asked_at`.execute(tables(unit));
};
