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

/** What has been stated for a holder and not been ended: of whom, and until when, the caller judges. */
export type Stated = (sign: { role: Role; now: Instant }) => WorkingContext | null;

const statedIn = ([row]: readonly ContextRow[]): Stated => {
  if (row === undefined) return () => null;
  return ({ role, now }) =>
    row.role === role && (row.ends_at === null || row.ends_at > now) ? viewOf(row) : null;
};

const present = (unit: Unit) =>
  tablesOf(unit).selectFrom('working_context').selectAll().where('ended_at', 'is', null);

/** What was stated for this holder. */
export const readStated = async (unit: Unit, holder: string): Promise<Stated> =>
  statedIn(await unit.kept(present(unit).where('holder', '=', holder).compile()));

/** What stands for the bearer of a token, whoever that is; `prefix` makes a holder of a person. */
export const readStanding = async (unit: Unit, hash: string, prefix: string): Promise<Stated> => {
  const holder = sql<string>`(select ${prefix}::text || person from person_token where token_hash = ${hash})`;
  return statedIn(await unit.kept(present(unit).where('holder', '=', holder).compile()));
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
