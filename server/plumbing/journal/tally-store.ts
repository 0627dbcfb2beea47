/** Plain counts of entries in a period: nobody is named by them. */
import { sql } from 'kysely';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../database/index.ts';

/** What is counted: the verbs that show content and those that send it out, and what is unusual. */
export interface TallyWanted {
  readonly from: Instant;
  readonly to: Instant;
  readonly consulting: readonly string[];
  readonly disclosing: readonly string[];
  /** Minutes of the day between which work is usual, by the clock of a zone (IANA). */
  readonly hours: { readonly from: number; readonly to: number; readonly zone: string };
  /** Things that one actor consults before it counts as many. */
  readonly manyItems: number;
}
export interface Tally {
  readonly consultations: number;
  readonly personal: number;
  readonly disclosures: number;
  readonly refusals: number;
  readonly outOfHours: number;
  readonly manyItems: number;
}

export const tallyEntries = async (unit: Unit, wanted: TallyWanted): Promise<Tally> => {
  const { from, to, hours } = wanted;
  const consults = sql`verb = any(${[...wanted.consulting]}::text[]) and outcome = 'done'`;
  const { rows } = await sql<Tally>`
    with period as materialized (
      select actor, verb, subject, outcome, personal,
        extract(hour from at::timestamptz at time zone ${hours.zone}) * 60
          + extract(minute from at::timestamptz at time zone ${hours.zone}) as minute
      from journal_entry where at >= ${from} and at < ${to}
    )
    select
      count(*) filter (where ${consults})::int as "consultations",
      count(*) filter (where ${consults} and personal)::int as "personal",
      count(*) filter (where verb = any(${[...wanted.disclosing]}::text[]) and outcome = 'done')::int
        as "disclosures",
      count(*) filter (where outcome = 'refused')::int as "refusals",
      count(*) filter (where ${consults} and actor like 'person--%'
        and (minute < ${hours.from} or minute >= ${hours.to}))::int as "outOfHours",
      (select count(*)::int from (
        select actor from period where ${consults} and actor like 'person--%'
        group by actor having count(distinct subject) > ${wanted.manyItems}
      ) many) as "manyItems"
    from period`.execute(unit.tables<object>());
  const [row] = rows;
  return row ?? { consultations: 0, personal: 0, disclosures: 0, refusals: 0, outOfHours: 0, manyItems: 0 };
};
