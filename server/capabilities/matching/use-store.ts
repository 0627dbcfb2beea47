/** The SQL of how much was asked in a day, by us and of us. The house's alone. */
import { sql } from 'kysely';
import type { AgreementId, PartyId } from '../../kernel/ids.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { UsedDay } from './contract.ts';

/** What is asked of a partner under an agreement, of which officers have their shares. */
export interface Shared {
  readonly agreement: AgreementId;
  readonly partner: PartyId;
}

/** Until the end of the transaction nobody else takes of this: two at once would both find room. */
export const lockUse = async (unit: Unit, { agreement, partner }: Shared): Promise<void> => {
  const name = `matching use ${agreement} ${partner}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(unit.tables<object>());
};

/** How many identifiers were sent to a partner since: by all, and by one officer. */
export const usedSince = async (
  unit: Unit,
  of: Shared & { readonly officer: string },
  since: string,
): Promise<{ readonly all: number; readonly mine: number }> => {
  const { rows } = await sql<{ all: number; mine: number }>`
    select coalesce(sum(sent), 0)::bigint as all,
      coalesce(sum(sent) filter (where officer = ${of.officer}), 0)::bigint as mine
    from matching_use where agreement = ${of.agreement} and partner = ${of.partner}
      and at >= ${since}::timestamptz`.execute(unit.tables<object>());
  return rows[0] ?? { all: 0, mine: 0 };
};

/** A check is sent, for the first time or again. */
export const noteUse = async (unit: Unit, check: string, at: Instant): Promise<void> => {
  await sql`insert into matching_use (holder, check_id, agreement, partner, officer, sent, at)
    select holder, id, agreement, partner, officer, sent, ${at} from matching_check
    where id = ${check}`.execute(unit.tables<object>());
};

/** When a check was sent last; null where it never was. */
export const lastUse = async (unit: Unit, check: string): Promise<Instant | null> => {
  const { rows } = await sql<{ at: Instant | null }>`select max(at) as at from matching_use
    where check_id = ${check}`.execute(unit.tables<object>());
  return rows[0]?.at ?? null;
};

/** From this day on, the latest first; days without any use are left out. */
export const usedByDay = async (
  unit: Unit,
  { since, officer }: { readonly since: Day; readonly officer: string },
): Promise<UsedDay[]> => {
  const from = `${since}T00:00:00.000Z`;
  const { rows } = await sql<UsedDay>`
    select agreement, partner, day, sum(asked)::bigint as asked, sum(mine)::bigint as "askedByMe",
      sum(answered)::bigint as answered, bool_or(alarm) as alarm
    from (
      select agreement, partner, to_char(at at time zone 'UTC', 'YYYY-MM-DD') as day, sent as asked,
        case when officer = ${officer} then sent else 0 end as mine, 0 as answered, false as alarm
      from matching_use where at >= ${from}::timestamptz
      union all
      select agreement, partner, to_char(received_at at time zone 'UTC', 'YYYY-MM-DD'), 0, 0, asked, alarm
      from matching_question where received_at >= ${from}::timestamptz
    ) used
    group by agreement, partner, day order by day desc, agreement, partner`.execute(unit.tables<object>());
  return rows;
};
