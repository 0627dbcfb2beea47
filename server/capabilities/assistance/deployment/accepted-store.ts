/** SQL of what stands accepted, line by line, and of what was asked for in all. */
import { sql } from 'kysely';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Specialty } from '../../../plumbing/specialties/index.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** A line of an ask as the host and one partner agreed on it. */
export interface StandingLine {
  readonly ask: string;
  readonly line: string;
  readonly partner: PartyId;
  readonly host: PartyId;
  readonly event: string | null;
  readonly specialty: Specialty;
  readonly quantity: number;
  readonly from: Instant;
  readonly until: Instant;
}

/** Lines told at once. */
const listed = 2_000;

/** Replaces what stood of an ask with these partners. */
export const replaceLines = async (
  unit: Unit,
  of: { readonly ask: string; readonly partners: readonly PartyId[]; readonly holder: PartyId },
  lines: readonly StandingLine[],
): Promise<void> => {
  await sql`delete from assistance_accepted_line
    where ask = ${of.ask} and partner = any(${[...of.partners]}::text[])`.execute(tables(unit));
  for (const line of lines)
    await sql`insert into assistance_accepted_line (ask, line, partner, holder, host, event,
        specialty, quantity, starts_at, ends_at)
      values (${line.ask}, ${line.line}, ${line.partner}, ${of.holder}, ${line.host}, ${line.event},
        ${line.specialty}, ${line.quantity}, ${line.from}, ${line.until})`.execute(tables(unit));
};

const columns = sql`ask, line, partner, host, event, specialty, quantity, starts_at as "from",
  ends_at as "until"`;

/** The line as it stands; null where nothing is accepted of it. */
export const findLine = async (
  unit: Unit,
  of: { readonly ask: string; readonly line: string; readonly partner: PartyId },
): Promise<StandingLine | null> => {
  const { rows } = await sql<StandingLine>`select ${columns} from assistance_accepted_line
    where ask = ${of.ask} and line = ${of.line} and partner = ${of.partner}`.execute(tables(unit));
  return rows[0] ?? null;
};

/** Every line whose last day is not over. */
export const standingLines = async (unit: Unit, now: Instant): Promise<readonly StandingLine[]> => {
  const { rows } = await sql<StandingLine>`select ${columns} from assistance_accepted_line
    where ends_at >= ${now} order by ends_at, ask, line, partner limit ${listed}`.execute(tables(unit));
  return rows;
};

/** How many this service asks for, by specialty, in what it issued last and whose last day is not over. */
export const sumAsked = async (
  unit: Unit,
  self: PartyId,
  now: Instant,
): Promise<readonly { readonly specialty: Specialty; readonly quantity: number }[]> => {
  const { rows } = await sql<{ specialty: Specialty; quantity: number }>`
    select line->'requirement'->>'specialty' as specialty,
      sum((line->>'quantity')::integer)::integer as quantity
    from assistance_ask_summary s
    join assistance_ask a on a.id = s.ask
    join assistance_version v on v.ask = a.id and v.version = a.version
    cross join lateral jsonb_array_elements(v.content->'lines') line
    where not s.over and s.own and a.originator = ${self} and a.state = 'issued'
      and (line->>'to')::timestamptz >= ${now}
    group by 1 order by 1`.execute(tables(unit));
  return rows;
};

/** Whether a line of an ask wants arms, as it was issued last; null where it is not here. */
export const armsOfLine = async (
  unit: Unit,
  of: { readonly ask: string; readonly line: string },
): Promise<string | null> => {
  const { rows } = await sql<{ arms: string | null }>`select line->>'arms' as arms
    from assistance_version v cross join lateral jsonb_array_elements(v.content->'lines') line
    where v.ask = ${of.ask}::uuid and v.state = 'issued' and line->>'id' = ${of.line}
    order by v.version desc limit 1`.execute(tables(unit));
  return rows[0]?.arms ?? null;
};
