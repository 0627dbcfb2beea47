/**
 * SQL of the board; as the house, once the verb has let the reader. Each part walks the index of those at work,
 * so that it costs the same however many were here before.
 */
import { sql } from 'kysely';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Specialty } from '../../../plumbing/specialties/index.ts';
import { type BoardPart, type BoardRow, boardLimits } from './board-contract.ts';

const tables = (unit: Unit) => unit.tables<object>();

interface Asked {
  readonly now: Instant;
  /** The day that begins and ends there, by the clock of the centre. */
  readonly dayFrom: Instant;
  readonly dayUntil: Instant;
  readonly today: Day;
  readonly expiringUntil: Day;
  readonly briefed: readonly string[];
}

const paired = (now: Instant) => sql`exists (select 1 from assistance_pair p where p.visitor = u.id
  and p.ended_at is null and p.starts_at <= ${now} and p.ends_at > ${now})`;

const conditions: { readonly [Part in BoardPart]: (asked: Asked) => ReturnType<typeof sql> } = {
  arriving: ({ dayFrom, dayUntil }) => sql`stage = 'accredited' and available_from >= ${dayFrom}
    and available_from < ${dayUntil}`,
  'to-vet': () => sql`stage = 'named'`,
  'to-accredit': () => sql`stage = 'vetted'`,
  'papers-missing': () => sql`stage in ('named', 'vetted', 'accredited', 'arrived') and lacks_papers`,
  expiring: ({ expiringUntil }) => sql`stage in ('named', 'vetted', 'accredited', 'arrived')
    and least(papers_until, badge_until) <= ${expiringUntil}::date`,
  unpaired: ({ now }) => sql`stage = 'arrived' and not ${paired(now)}`,
  'no-briefing': ({ briefed }) => sql`stage in ('accredited', 'arrived') and briefed is null
    and not (profile->'languages' ?| ${[...briefed]}::text[])`,
  idle: ({ now }) => sql`stage = 'arrived' and ${paired(now)} and not exists (
    select 1 from assistance_unit_task t where t.unit = u.id and t.ended_at is null and t.ends_at > ${now})`,
};

/** How many wait in a part, counted so far as the board tells, and the first of them. */
export const readPart = async (
  unit: Unit,
  part: BoardPart,
  asked: Asked,
): Promise<{ readonly count: number; readonly rows: BoardRow[] }> => {
  const { rows } = await sql<BoardRow & { count: number }>`with waiting as (
      select id, party, profile, specialty, papers_until, badge_until, available_from
      from assistance_unit u where kind = 'visiting' and ${conditions[part](asked)}
      limit ${boardLimits.counted}
    )
    select (select count(*)::integer from waiting) as count, id, party, specialty,
      profile->>'nameLatin' as "nameLatin", profile->>'nameArabic' as "nameArabic", profile->>'rank' as rank,
      profile->'languages' as languages,
      ${part === 'expiring' ? sql`least(papers_until, badge_until)` : sql`null::date`} as day
    from waiting order by ${part === 'expiring' ? sql`day` : sql`available_from`}, id
    limit ${boardLimits.rows}`.execute(tables(unit));
  return { count: rows[0]?.count ?? 0, rows: rows.map(({ count: _all, ...row }) => row) };
};

/** Named and arrived, by specialty and partner, of those who are at work here. */
export const countFilled = async (
  unit: Unit,
): Promise<
  readonly {
    readonly party: PartyId;
    readonly specialty: Specialty;
    readonly named: number;
    readonly arrived: number;
  }[]
> => {
  const { rows } = await sql<{ party: PartyId; specialty: Specialty; named: number; arrived: number }>`
    select party, specialty, count(*)::integer as named,
      (count(*) filter (where stage = 'arrived'))::integer as arrived
    from assistance_unit where kind = 'visiting' and stage in ('named', 'vetted', 'accredited', 'arrived')
    group by party, specialty order by specialty, party`.execute(tables(unit));
  return rows;
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
