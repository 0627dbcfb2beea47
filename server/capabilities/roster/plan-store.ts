/** The SQL of plans as they stood. */
import { sql } from 'kysely';
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** A plan as it is kept: its text is `Plan` as JSON, without holds and what was told. */
export interface StoredPlan {
  readonly id: string;
  readonly event: string;
  readonly content: string;
  readonly hash: string;
  readonly made_at: Instant;
}

export const insertPlan = async (
  unit: Unit,
  plan: StoredPlan & { readonly holder: PartyId },
): Promise<void> => {
  await sql`insert into roster_plan (id, holder, event, content, hash, made_at)
    values (${plan.id}, ${plan.holder}, ${plan.event}, ${plan.content}, ${plan.hash},
      ${plan.made_at})`.execute(tables(unit));
};

export const findPlan = async (unit: Unit, id: string): Promise<StoredPlan | null> => {
  const { rows } = await sql<StoredPlan>`select id, event, content, hash, made_at from roster_plan
    where id = ${id}`.execute(tables(unit));
  return rows[0] ?? null;
};

/** Which plan it is and of which event, without its text. */
export const findPlanFacts = async (unit: Unit, id: string): Promise<Omit<StoredPlan, 'content'> | null> => {
  const { rows } = await sql<Omit<StoredPlan, 'content'>>`select id, event, hash, made_at from roster_plan
    where id = ${id}`.execute(tables(unit));
  return rows[0] ?? null;
};

/** The latest plan of an event that says the same. */
export const findAlike = async (unit: Unit, event: string, hash: string): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`select id from roster_plan
    where event = ${event} and hash = ${hash} order by made_at desc limit 1`.execute(tables(unit));
  return rows[0]?.id ?? null;
};
