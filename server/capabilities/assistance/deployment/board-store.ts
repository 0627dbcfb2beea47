/**
 * SQL of the board; as the house, once the verb has let the reader. Those who are here are read once, by the
 * index of those at work, so that it costs the same however many were here before.
 */
import { type RawBuilder, sql } from 'kysely';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Specialty } from '../../../plumbing/specialties/index.ts';
import { type BoardPart, type BoardRow, boardLimits, boardParts } from './board-contract.ts';

const tables = (unit: Unit) => unit.tables<object>();

interface Asked {
  readonly now: Instant;
  /** The day that begins and ends there, by the clock of the centre. */
  readonly dayFrom: Instant;
  readonly dayUntil: Instant;
  readonly expiringUntil: Day;
  readonly briefed: readonly string[];
}

/** What a part asks of those who are here, with whether each is paired and tasked at this moment. */
const conditions: { readonly [Part in BoardPart]: (asked: Asked) => RawBuilder<unknown> } = {
  arriving: ({ dayFrom, dayUntil }) => sql`stage = 'accredited' and available_from >= ${dayFrom}
    and available_from < ${dayUntil}`,
  'to-vet': () => sql`stage = 'named'`,
  'to-accredit': () => sql`stage = 'vetted'`,
  'papers-missing': () => sql`lacks_papers`,
  expiring: ({ expiringUntil }) => sql`runs_out <= ${expiringUntil}::date`,
  unpaired: () => sql`stage = 'arrived' and not is_paired`,
  'no-briefing': () => sql`is_unbriefed`,
  idle: () => sql`stage = 'arrived' and is_paired and not is_tasked`,
};

/** Asked for in the list of columns, so that each set is hashed once and not looked up for each officer. */
const here = ({ now, briefed }: Asked) => sql`
  select id, party, specialty, stage, available_from, lacks_papers,
    least(papers_until, badge_until) as runs_out,
    id in (select visitor from assistance_pair
      where ended_at is null and starts_at <= ${now} and ends_at > ${now}) as is_paired,
    id in (select unit from assistance_unit_task
      where ended_at is null and ends_at > ${now}) as is_tasked,
    stage in ('accredited', 'arrived') and briefed is null
      and not (profile->'languages' ?| ${[...briefed]}::text[]) as is_unbriefed
  from assistance_unit
  where kind = 'visiting' and stage in ('named', 'vetted', 'accredited', 'arrived')`;

interface Waiting {
  readonly count: number;
  readonly rows: BoardRow[];
}

/** Named and arrived of a specialty and a partner, of those who are at work here. */
export interface Filled {
  readonly party: PartyId;
  readonly specialty: Specialty;
  readonly named: number;
  readonly arrived: number;
}

interface Found {
  readonly parts: readonly {
    readonly part: BoardPart;
    readonly id: string;
    readonly count: number;
    readonly day: Day | null;
  }[];
  readonly filled: readonly Filled[];
}

/** How many wait in each part, and the first of them; and how far specialties are filled. */
export const readHere = async (
  unit: Unit,
  asked: Asked,
): Promise<{ readonly waiting: ReadonlyMap<BoardPart, Waiting>; readonly filled: readonly Filled[] }> => {
  const marks = boardParts.map((part) => sql`case when ${conditions[part](asked)} then ${part} end`);
  const { rows } = await sql<Found>`
    with here as materialized (${here(asked)}), marked as (
      select id, available_from, runs_out, unnest(array[${sql.join(marks)}]::text[]) as part from here
    ), ranked as (
      select part, id, case when part = 'expiring' then runs_out end as day,
        (count(*) over (partition by part))::integer as count,
        row_number() over (partition by part
          order by case when part = 'expiring' then runs_out end, available_from, id) as place
      from marked where part is not null
    ), filled as (
      select party, specialty, count(*)::integer as named,
        (count(*) filter (where stage = 'arrived'))::integer as arrived
      from here group by party, specialty
    )
    select (select coalesce(jsonb_agg(jsonb_build_object('part', part, 'id', id, 'count', count, 'day', day)
        order by part, place), '[]') from ranked where place <= ${boardLimits.rows}) as parts,
      (select coalesce(jsonb_agg(to_jsonb(filled) order by specialty, party), '[]') from filled) as filled
  `.execute(tables(unit));
  const { parts: found, filled } = rows[0] ?? { parts: [], filled: [] };
  const { rows: units } = await sql<Omit<BoardRow, 'day'>>`select id, party, specialty,
      profile->>'nameLatin' as "nameLatin", profile->>'nameArabic' as "nameArabic", profile->>'rank' as rank,
      profile->'languages' as languages
    from assistance_unit where id = any(${[...new Set(found.map(({ id }) => id))]}::text[])`.execute(
    tables(unit),
  );
  const byId = new Map(units.map((one) => [one.id, one]));
  const waiting = new Map<BoardPart, Waiting>();
  for (const { part, id, count, day } of found) {
    const one = byId.get(id);
    const before = waiting.get(part)?.rows ?? [];
    if (one !== undefined) waiting.set(part, { count, rows: [...before, { ...one, day }] });
  }
  return { waiting, filled };
};

/** Costs by partner, bearer and currency since a moment. */
export const sumCosts = async (
  unit: Unit,
  since: Instant,
): Promise<
  { readonly party: PartyId; readonly bearer: string; readonly currency: string; readonly amount: string }[]
> => {
  const { rows } = await sql<{ party: PartyId; bearer: string; currency: string; amount: string }>`
    select party, bearer, currency, sum(amount)::text as amount from assistance_unit_cost where at >= ${since}
    group by party, bearer, currency order by party, currency, bearer limit 500`.execute(tables(unit));
  return rows;
};
