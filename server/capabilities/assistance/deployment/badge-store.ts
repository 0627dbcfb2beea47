/** SQL of badges. */
import { sql } from 'kysely';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { badgeLimits } from './badge-code.ts';

const tables = (unit: Unit) => unit.tables<object>();

export interface StoredBadge {
  readonly number: string;
  readonly unit: string | null;
  readonly code: string | null;
  readonly from: Day;
  readonly until: Day;
  readonly zones: readonly string[];
  readonly armed: boolean;
  readonly issuedAt: Instant;
  readonly revokedAt: Instant | null;
}

const columns = sql`number, unit, code, valid_from as "from", valid_until as "until", zones, armed,
  issued_at as "issuedAt", revoked_at as "revokedAt"`;

/** Keeps a badge; false where its number is taken. */
export const insertBadge = async (
  unit: Unit,
  badge: StoredBadge & { readonly holder: PartyId },
): Promise<boolean> => {
  const { numAffectedRows = 0n } =
    await sql`insert into assistance_badge (number, holder, unit, code, valid_from,
      valid_until, zones, armed, issued_at)
    values (${badge.number}, ${badge.holder}, ${badge.unit}, ${badge.code}, ${badge.from}, ${badge.until},
      ${[...badge.zones]}::text[], ${badge.armed}, ${badge.issuedAt})
    on conflict (number) do nothing`.execute(tables(unit));
  return numAffectedRows > 0n;
};

/** Badges of these units, the newest first. */
export const badgesOf = async (unit: Unit, ids: readonly string[]): Promise<readonly StoredBadge[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<StoredBadge>`select ${columns} from assistance_badge
    where unit = any(${[...ids]}::text[]) order by issued_at desc, number`.execute(tables(unit));
  return rows;
};

/** Revokes every badge of a unit that still holds; their numbers. */
export const revokeBadges = async (unit: Unit, id: string, at: Instant): Promise<readonly string[]> => {
  const { rows } = await sql<{ number: string }>`update assistance_badge set revoked_at = ${at}
    where unit = ${id} and revoked_at is null returning number`.execute(tables(unit));
  return rows.map(({ number }) => number);
};

/** Numbers of badges that were revoked before their last day, which is not over. */
export const revokedNumbers = async (unit: Unit, today: Day): Promise<readonly string[]> => {
  const { rows } = await sql<{ number: string }>`select number from assistance_badge
    where revoked_at is not null and valid_until >= ${today}::date
    order by valid_until, number limit ${badgeLimits.revoked}`.execute(tables(unit));
  return rows.map(({ number }) => number);
};

/** Codes of badges in force that were issued before the present key; none where it is the first. */
export const codesBefore = async (
  unit: Unit,
  since: Instant | null,
  today: Day,
): Promise<readonly string[]> => {
  if (since === null) return [];
  const { rows } = await sql<{ code: string }>`select code from assistance_badge
    where revoked_at is null and code is not null and valid_until >= ${today}::date and issued_at <= ${since}
    order by number limit ${badgeLimits.revoked}`.execute(tables(unit));
  return rows.map(({ code }) => code);
};
