/** The SQL of the inbox. */
import { sql } from 'kysely';
import { asId, type EnvelopeId, type PartyId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { Unit } from '../plumbing/database/index.ts';
import type { LinkState } from './link.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** The link that a connection belongs to, and how far it has come. */
export interface InboundLink {
  readonly link: number;
  readonly party: PartyId;
  readonly pairing: number;
  readonly state: LinkState;
  /** The last sequence received. */
  readonly received: number;
}

/** Finds the current link by the certificate of its connection, and takes the turn to receive on it. */
export const lockInbound = async (unit: Unit, certificate: string): Promise<InboundLink | null> => {
  const { rows } = await sql<{
    link: number;
    party: string;
    pairing: number;
    state: LinkState;
    received: number;
  }>`
    select l.link, l.party, l.pairing, l.state, i.received
    from federation_link l join federation_inbound i on i.link = l.link
    where l.certificate = ${certificate} and l.current for update of i`.execute(tables(unit));
  const row = rows[0];
  return row && rows.length === 1 ? { ...row, party: asId('party', row.party) } : null;
};

/** True when the link is still active; until the transaction ends, it stays so. */
export const holdActive = async (unit: Unit, link: number): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from federation_link where link = ${link} and current and state = 'active' for share`.execute(
    tables(unit),
  );
  return rows.length > 0;
};

export interface ReceivedRow {
  readonly envelope: EnvelopeId;
  readonly sequence: number;
  readonly kind: string;
  readonly bodyHash: string;
  readonly sentAt: Instant;
  readonly receivedAt: Instant;
  readonly outcome: 'accepted' | 'refused';
  readonly fault: string | null;
  readonly receipt: string;
}

/** Receipts already given, by sequence. */
export const readReceipts = async (
  unit: Unit,
  link: number,
  sequences: readonly number[],
): Promise<
  ReadonlyMap<number, { readonly kind: string; readonly bodyHash: string; readonly receipt: string }>
> => {
  const { rows } = await sql<{ sequence: number; kind: string; bodyHash: string; receipt: string }>`
    select sequence, kind, body_hash as "bodyHash", receipt from federation_inbox
    where link = ${link} and sequence = any (${[...sequences]}::bigint[])`.execute(tables(unit));
  return new Map(rows.map(({ sequence, ...row }) => [sequence, row]));
};

/** Of these envelopes, those that were received before, on whichever link. */
export const readSeen = async (
  unit: Unit,
  envelopes: readonly EnvelopeId[],
): Promise<readonly EnvelopeId[]> => {
  const { rows } = await sql<{ envelope: string }>`
    select envelope from federation_inbox where envelope = any (${[...envelopes]}::uuid[])`.execute(
    tables(unit),
  );
  return rows.map((row) => asId('envelope', row.envelope));
};

/** Writes what was received, and moves the counter to the last of it. */
export const insertReceived = async (
  unit: Unit,
  link: number,
  received: readonly ReceivedRow[],
): Promise<void> => {
  const column = <Key extends keyof ReceivedRow>(key: Key) => received.map((row) => row[key]);
  await sql`
    with added as (
      insert into federation_inbox (link, sequence, envelope, kind, body_hash, sent_at, received_at, outcome,
        fault, receipt)
      select ${link}::bigint, * from unnest(${column('sequence')}::bigint[], ${column('envelope')}::uuid[],
        ${column('kind')}::text[], ${column('bodyHash')}::text[], ${column('sentAt')}::timestamptz[],
        ${column('receivedAt')}::timestamptz[], ${column('outcome')}::text[], ${column('fault')}::text[],
        ${column('receipt')}::text[])
    )
    update federation_inbound set received = ${received.at(-1)?.sequence ?? 0} where link = ${link}`.execute(
    tables(unit),
  );
};

/** The current link that a certificate belongs to: whose it is, and whether anything may pass. */
export const findPartner = async (
  unit: Unit,
  certificate: string,
): Promise<{ readonly party: PartyId; readonly state: LinkState } | null> => {
  const { rows } = await sql<{ party: string; state: LinkState }>`
    select party, state from federation_link where certificate = ${certificate} and current`.execute(
    tables(unit),
  );
  const row = rows[0];
  return row && rows.length === 1 ? { party: asId('party', row.party), state: row.state } : null;
};

/** True for the certificate of a current link's partner. */
export const isPartnerCertificate = async (unit: Unit, certificate: string): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from federation_link
    where certificate = ${certificate} and current and state <> 'ended' limit 1`.execute(tables(unit));
  return rows.length > 0;
};
