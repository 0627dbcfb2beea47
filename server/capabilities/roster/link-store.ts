/** The SQL of personal links: of their secrets the hash alone is kept. */
import { sql } from 'kysely';
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** A personal link. */
export interface StoredLink {
  readonly id: string;
  readonly event: string;
  readonly unit: string;
  readonly party: PartyId;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
  readonly openedAt: Instant | null;
}

const columns = sql.raw(`id, event, unit, party, made_at as "madeAt", expires_at as "expiresAt",
  revoked_at as "revokedAt", opened_at as "openedAt"`);

/** The links that units had before are revoked: a unit has one. */
export const replaceLinks = async (
  unit: Unit,
  links: readonly (Pick<StoredLink, 'id' | 'unit' | 'party' | 'expiresAt'> & {
    readonly secretHash: string;
  })[],
  of: { readonly event: string; readonly holder: PartyId; readonly by: string; readonly at: Instant },
): Promise<void> => {
  // Two at once would each revoke what stood before both, and both stay open.
  await sql`select pg_advisory_xact_lock(hashtext(${`roster links ${of.event}`}))`.execute(tables(unit));
  await revokeLinks(
    unit,
    of.event,
    links.map((link) => link.unit),
    of.at,
  );
  await sql`insert into roster_link (id, holder, event, unit, party, secret_hash, made_by, made_at,
      expires_at)
    select id, ${of.holder}, ${of.event}, unit, party, "secretHash", ${of.by}, ${of.at}::timestamptz,
      "expiresAt"
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as n (id text, unit text, party text,
      "secretHash" text, "expiresAt" timestamptz)`.execute(tables(unit));
};

/** How many were revoked. */
export const revokeLinks = async (
  unit: Unit,
  event: string,
  units: readonly string[],
  at: Instant,
): Promise<number> => {
  const { numAffectedRows = 0n } = await sql`update roster_link set revoked_at = ${at}
    where event = ${event} and unit = any(${[...units]}) and revoked_at is null`.execute(tables(unit));
  return Number(numAffectedRows);
};

export const findBySecret = async (unit: Unit, secretHash: string): Promise<StoredLink | null> => {
  const { rows } = await sql<StoredLink>`select ${columns} from roster_link
    where secret_hash = ${secretHash}`.execute(tables(unit));
  return rows[0] ?? null;
};

export const noteOpened = async (unit: Unit, id: string, at: Instant): Promise<void> => {
  await sql`update roster_link set opened_at = coalesce(opened_at, ${at}::timestamptz)
    where id = ${id}`.execute(tables(unit));
};

/** The links of an event that are still good. */
export const liveLinks = async (unit: Unit, event: string, now: Instant): Promise<readonly StoredLink[]> => {
  const { rows } = await sql<StoredLink>`select ${columns} from roster_link
    where event = ${event} and revoked_at is null and expires_at > ${now}::timestamptz`.execute(tables(unit));
  return rows;
};

export const forgetLinks = async (unit: Unit, before: Instant): Promise<void> => {
  await sql`delete from roster_link where expires_at < ${before}::timestamptz`.execute(tables(unit));
};
