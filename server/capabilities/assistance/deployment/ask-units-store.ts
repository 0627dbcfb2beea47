/** SQL of the officers of an ask: how many are on it, and what of their names waits to leave. */
import { sql } from 'kysely';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Profile } from './contract.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** Officers of an ask who were sent and have not gone: here, and still to come. */
export interface OfficersOn {
  readonly here: number;
  readonly toCome: number;
}

/** Of all partners, or of one; as the house. */
export const countOfficers = async (
  unit: Unit,
  ask: string,
  party: PartyId | null = null,
): Promise<OfficersOn> => {
  const { rows } = await sql<OfficersOn>`select
      (count(*) filter (where stage = 'arrived'))::integer as here,
      (count(*) filter (where stage in ('named', 'vetted', 'accredited')))::integer as "toCome"
    from assistance_unit where ask = ${ask} and (${party}::text is null or party = ${party})`.execute(
    tables(unit),
  );
  return rows[0] ?? { here: 0, toCome: 0 };
};

/** Officers of a line who are named beyond what stands accepted of it. */
export interface SurplusOn {
  readonly line: string;
  readonly party: PartyId;
  readonly quantity: number;
}

/**
 * What became too many when less was accepted anew: whoever is named and has not gone, less what stands. It
 * comes to the same on both nodes; as the house.
 */
export const surplusOf = async (unit: Unit, ask: string): Promise<readonly SurplusOn[]> => {
  const { rows } = await sql<SurplusOn>`select u.line, u.party,
      (count(*) - coalesce(max(a.quantity), 0))::integer as quantity
    from assistance_unit u
    left join assistance_accepted_line a on a.ask = u.ask and a.line = u.line and a.partner = u.party
    where u.ask = ${ask} and u.stage in ('named', 'vetted', 'accredited', 'arrived')
    group by u.line, u.party having count(*) > coalesce(max(a.quantity), 0)
    order by u.party, u.line`.execute(tables(unit));
  return rows;
};

/** What makes two own officers the same: name, service, specialty and period. */
export const ownKey = ({ nameLatin, service, specialty, available }: Profile): string =>
  [
    nameLatin.trim().toLowerCase(),
    service.trim().toLowerCase(),
    specialty,
    available.from,
    available.until,
  ].join('\n');

/** Keys of those of these names who stand in the register; as the house. */
export const ownKeys = async (unit: Unit, names: readonly string[]): Promise<ReadonlySet<string>> => {
  const lower = names.map((name) => name.trim().toLowerCase());
  const { rows } = await sql<{ profile: Profile }>`select profile from assistance_unit
    where kind = 'own' and stage = 'standing'
      and lower(profile->>'nameLatin') = any(${lower}::text[])`.execute(tables(unit));
  return new Set(rows.map(({ profile }) => ownKey(profile)));
};

/** Asks named at once whose names wait. */
const listed = 500;

/** Asks of which a name, or what mends one, waits for the contact point, as far as the reader may see it. */
export const unsentAsks = async (unit: Unit): Promise<readonly string[]> => {
  const { rows } = await sql<{ ask: string }>`select distinct ask from assistance_unit
    where kind = 'sent' and ask is not null and (stage = 'draft' or amendment is not null)
      and coalesce((amendment->>'isSent')::boolean, false) = false
    limit ${listed}`.execute(tables(unit));
  return rows.map(({ ask }) => ask);
};
