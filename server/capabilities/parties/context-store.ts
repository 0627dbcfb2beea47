/** SQL of working contexts. Row security shows them to their person and to the data protection officer. */
import { sql } from 'kysely';
import type { Role } from '../../kernel/decision.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { WorkingContext } from './context-contract.ts';

interface ContextRow {
  id: string;
  person: PersonId;
  holder: string;
  role: Role;
  reason: string;
  reference: string | null;
  purpose: WorkingContext['purpose'];
  standing: boolean;
  stated_by: string;
  started_at: Instant;
  ends_at: Instant | null;
  ended_at: Instant | null;
}
const tablesOf = (unit: Unit) => unit.tables<{ working_context: ContextRow }>();

const viewOf = (row: ContextRow): WorkingContext => ({
  id: row.id,
  person: row.person,
  role: row.role,
  reason: row.reason,
  reference: row.reference,
  purpose: row.purpose,
  standing: row.standing,
  startedAt: row.started_at,
  endsAt: row.ends_at,
});

export const insertContext = async (
  unit: Unit,
  context: WorkingContext & { readonly holder: string; readonly statedBy: string },
): Promise<void> => {
  await tablesOf(unit)
    .insertInto('working_context')
    .values({
      id: context.id,
      person: context.person,
      holder: context.holder,
      role: context.role,
      reason: context.reason,
      reference: context.reference,
      purpose: context.purpose,
      standing: context.standing,
      stated_by: context.statedBy,
      started_at: context.startedAt,
      ends_at: context.endsAt,
      ended_at: null,
    })
    .execute();
};

/** The context that holds now for this holder under this role. */
export const findContext = async (
  unit: Unit,
  wanted: { holder: string; role: Role; now: Instant },
): Promise<WorkingContext | null> => {
  const query = tablesOf(unit).selectFrom('working_context').selectAll();
  const [row] = await unit.kept(
    query.where('holder', '=', wanted.holder).where('ended_at', 'is', null).compile(),
  );
  if (row === undefined || row.role !== wanted.role) return null;
  return row.ends_at === null || row.ends_at > wanted.now ? viewOf(row) : null;
};

/** Ends what holds for this holder; true where something did. */
export const endContext = async (unit: Unit, holder: string, at: Instant): Promise<boolean> => {
  const result = await tablesOf(unit)
    .updateTable('working_context')
    .set({ ended_at: at })
    .where('holder', '=', holder)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
};

/** Contexts by their ids, as far as this reader may see them. */
export const readContexts = async (unit: Unit, ids: readonly string[]): Promise<WorkingContext[]> => {
  if (ids.length === 0) return [];
  const rows = await tablesOf(unit)
    .selectFrom('working_context')
    .selectAll()
    .where('id', 'in', ids)
    .execute();
  return rows.map(viewOf);
};

/** Deletes the words of contexts that ended so long ago that nobody may keep them; returns how many. */
export const deleteContextsBefore = async (unit: Unit, before: Instant): Promise<number> => {
  const result = await sql`delete from working_context where started_at < ${before}
    and (ended_at is not null or ends_at < ${before})`.execute(tablesOf(unit));
  return Number(result.numAffectedRows ?? 0n);
};
