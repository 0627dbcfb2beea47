/** The SQL of what partners ask here: how much, never what. The house's alone. */
import { sql } from 'kysely';
import type { AgreementId, PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';

const tables = (unit: Unit) => unit.tables<object>();

export interface StoredQuestion {
  readonly id: string;
  readonly agreement: AgreementId;
  readonly partner: PartyId;
  readonly set_id: string;
  readonly field: string;
  readonly purpose: string;
  readonly asked: number;
  readonly elements: Uint8Array;
}

/** False where it, or the very same elements, came before. */
export const insertQuestion = async (
  unit: Unit,
  question: StoredQuestion & {
    readonly holder: PartyId;
    readonly elementsHash: string;
    readonly receivedAt: Instant;
    readonly alarm: boolean;
  },
): Promise<boolean> => {
  const { numAffectedRows = 0n } = await sql`insert into matching_question (id, holder, agreement, partner,
      set_id, field, purpose, asked, elements, elements_hash, received_at, alarm)
    values (${question.id}, ${question.holder}, ${question.agreement}, ${question.partner},
      ${question.set_id}, ${question.field}, ${question.purpose}, ${question.asked},
      ${Buffer.from(question.elements)}, ${question.elementsHash}, ${question.receivedAt}, ${question.alarm})
    on conflict do nothing`.execute(tables(unit));
  return numAffectedRows > 0n;
};

/** A question of this partner that was taken. */
export const findQuestion = async (
  unit: Unit,
  partner: PartyId,
  id: string,
): Promise<Omit<StoredQuestion, 'elements'> | null> => {
  const { rows } = await sql<StoredQuestion>`
    select id, agreement, partner, set_id, field, purpose, asked from matching_question
    where id = ${id} and partner = ${partner} for update`.execute(tables(unit));
  return rows[0] ?? null;
};

export const openQuestions = async (unit: Unit, limit: number): Promise<readonly StoredQuestion[]> => {
  const { rows } = await sql<StoredQuestion>`
    select id, agreement, partner, set_id, field, purpose, asked, elements from matching_question
    where answered_at is null order by received_at limit ${limit}`.execute(tables(unit));
  return rows;
};

/** Marks it answered, and forgets the elements; false where it was before. */
export const markAnswered = async (unit: Unit, id: string, at: Instant): Promise<boolean> => {
  const { numAffectedRows = 0n } = await sql`update matching_question set answered_at = ${at}, elements = null
    where id = ${id} and answered_at is null`.execute(tables(unit));
  return numAffectedRows > 0n;
};

/** How many identifiers a partner asked about, by day, the latest first, from this day on. */
export const askedByDay = async (
  unit: Unit,
  of: { readonly agreement: AgreementId; readonly partner: PartyId },
  since: string,
): Promise<readonly { readonly day: string; readonly asked: number; readonly alarm: boolean }[]> => {
  const { rows } = await sql<{ day: string; asked: number; alarm: boolean }>`
    select to_char(received_at at time zone 'UTC', 'YYYY-MM-DD') as day, sum(asked)::bigint as asked,
      bool_or(alarm) as alarm
    from matching_question where agreement = ${of.agreement} and partner = ${of.partner}
      and received_at >= ${since}::timestamptz
    group by 1 order by 1 desc`.execute(tables(unit));
  return rows;
};

export const forgetQuestions = async (unit: Unit, before: Instant): Promise<void> => {
  await sql`delete from matching_question where received_at < ${before}`.execute(tables(unit));
};
