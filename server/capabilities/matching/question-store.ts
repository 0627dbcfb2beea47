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

/** A question that waits, and its place among those that do. */
export interface OpenQuestion extends StoredQuestion {
  readonly received_at: Instant;
}

/** The next that wait after one, the oldest first. */
export const openQuestions = async (
  unit: Unit,
  page: { readonly after: OpenQuestion | null; readonly limit: number },
): Promise<readonly OpenQuestion[]> => {
  const { received_at, id } = page.after ?? { received_at: '-infinity', id: '' };
  const { rows } = await sql<OpenQuestion>`
    select id, agreement, partner, set_id, field, purpose, asked, elements, received_at
    from matching_question
    where answered_at is null and (received_at, id) > (${received_at}::timestamptz, ${id})
    order by received_at, id limit ${page.limit}`.execute(tables(unit));
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

/** On how many days from this one on a partner asked far more than usual. */
export const countAlarms = async (unit: Unit, since: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(distinct (agreement, partner, (received_at at time zone 'UTC')::date))::integer as count
    from matching_question where alarm and received_at >= ${since}::timestamptz`.execute(tables(unit));
  return rows[0]?.count ?? 0;
};

export const forgetQuestions = async (unit: Unit, before: Instant): Promise<void> => {
  await sql`delete from matching_question where received_at < ${before}`.execute(tables(unit));
};
