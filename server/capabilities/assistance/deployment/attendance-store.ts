/** SQL of who is there for an event, counted by what they are: nobody is named. */
import { sql } from 'kysely';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Requirement } from '../../../plumbing/specialties/index.ts';

/** So many units that are the same in all that a post looks at. */
export interface UnitsAlike extends Requirement {
  readonly isOwn: boolean;
  readonly party: PartyId;
  /** Of visitors: the line of an ask against which they were named. */
  readonly line: string | null;
  readonly from: Instant;
  readonly until: Instant;
  /** No paper is missing, and none runs out before they leave. */
  readonly hasPapers: boolean;
  readonly quantity: number;
}

/** The service's own of a period, and visitors named for the event who have not gone; as the house. */
export const countThere = async (
  unit: Unit,
  asked: { readonly event: string; readonly from: Instant; readonly until: Instant },
): Promise<readonly UnitsAlike[]> => {
  const { rows } = await sql<UnitsAlike>`select kind = 'own' as "isOwn", party, line, specialty,
      profile->'skills' as skills, profile->'languages' as languages, profile->'powers' as powers,
      available_from as "from", available_until as until,
      not lacks_papers and (papers_until is null or papers_until >=
        ((least(available_until, ${asked.until}::timestamptz) - interval '1 millisecond')
          at time zone 'utc')::date) as "hasPapers",
      count(*)::integer as quantity
    from assistance_unit
    where kind = 'visiting' and event = ${asked.event}
        and stage in ('named', 'vetted', 'accredited', 'arrived')
      or kind = 'own' and stage = 'standing' and available_from < ${asked.until}
        and available_until > ${asked.from}
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`.execute(unit.tables<object>());
  return rows;
};
