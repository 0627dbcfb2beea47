/** The SQL of how much was asked in a day, by us and of us. The house's alone. */
import { sql } from 'kysely';
import type { Day } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { UsedDay } from './contract.ts';

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
      select agreement, partner, to_char(asked_at at time zone 'UTC', 'YYYY-MM-DD') as day, sent as asked,
        case when officer = ${officer} then sent else 0 end as mine, 0 as answered, false as alarm
      from matching_check where asked_at >= ${from}::timestamptz
      union all
      select agreement, partner, to_char(received_at at time zone 'UTC', 'YYYY-MM-DD'), 0, 0, asked, alarm
      from matching_question where received_at >= ${from}::timestamptz
    ) used
    group by agreement, partner, day order by day desc, agreement, partner`.execute(unit.tables<object>());
  return rows;
};
