/** The SQL of the outbox. */
import { sql } from 'kysely';
import { asId, type EnvelopeId, type PartyId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { Unit } from '../plumbing/database/index.ts';
import { federationLimits } from './limits.ts';
import type { LinkState } from './link.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** One queued message: what a sealed envelope is made of. */
export interface Waiting {
  readonly envelope: EnvelopeId;
  readonly sequence: number;
  readonly kind: string;
  readonly bodyText: string;
  readonly bodyHash: string;
}

/** How far an envelope has come. Times of the two nodes' own clocks. */
export interface Delivery {
  readonly envelope: EnvelopeId;
  readonly to: PartyId;
  readonly queuedAt: Instant;
  /** When the attempt that succeeded left; null while waiting. */
  readonly sentAt: Instant | null;
  readonly receivedAt: Instant | null;
  readonly outcome: 'accepted' | 'refused' | null;
  readonly fault: string | null;
  /** State of the link that it was queued on: on a suspended one it waits, on an ended one it stays. */
  readonly link: LinkState;
}

/** What a receipt settles. */
export interface Settled {
  readonly sequence: number;
  readonly sentAt: Instant;
  readonly receivedAt: Instant;
  readonly outcome: 'accepted' | 'refused';
  readonly fault: string | null;
  readonly receipt: string;
}

/** Queues on the active link; returns its state, null where there is none. Only `active` queued anything. */
export const queueEnvelope = async (
  unit: Unit,
  row: {
    to: PartyId;
    envelope: EnvelopeId;
    kind: string;
    bodyText: string;
    bodyHash: string;
    rule: string;
    at: Instant;
  },
): Promise<LinkState | null> => {
  const { rows } = await sql<{ state: LinkState | null }>`
    select federation_queue(${row.to}, ${row.envelope}::uuid, ${row.kind}, ${row.bodyText}, ${row.bodyHash},
      ${row.rule}, ${row.at}::timestamptz) as state`.execute(tables(unit));
  return rows[0]?.state ?? null;
};

/**
 * Takes or keeps the turn to send on a link; returns who has it then, and until when: ourselves, or a process
 * whose term has not run out.
 */
export const takeTurn = async (
  unit: Unit,
  turn: { link: number; process: string; now: Instant; until: Instant },
): Promise<{ readonly process: string; readonly until: Instant }> => {
  const { rows } = await sql<{ process: string; until: Instant }>`
    insert into federation_turn as t (link, process, until)
    values (${turn.link}, ${turn.process}, ${turn.until})
    on conflict (link) do update set
      process = case when t.process = excluded.process or t.until <= ${turn.now}
        then excluded.process else t.process end,
      until = case when t.process = excluded.process or t.until <= ${turn.now}
        then excluded.until else t.until end
    returning process, until`.execute(tables(unit));
  return rows[0] ?? { process: '', until: turn.now };
};

/** Gives the turn back, so that another process need not wait for it to run out. */
export const yieldTurn = async (unit: Unit, link: number, process: string): Promise<void> => {
  await sql`delete from federation_turn where link = ${link} and process = ${process}`.execute(tables(unit));
};

/**
 * The next messages without a receipt, in order, up to the limits of a batch; at least one if there is any.
 */
export const readWaiting = async (unit: Unit, link: number, after: number): Promise<readonly Waiting[]> => {
  const { rows } = await sql<{
    envelope: string;
    sequence: number;
    kind: string;
    body: string;
    body_hash: string;
  }>`
    select envelope, sequence, kind, body, body_hash from federation_outbox
    join (
      select sequence, sum(body_bytes) over (order by sequence) as bytes,
        row_number() over (order by sequence) as place
      from (
        select sequence, body_bytes from federation_outbox
        where link = ${link} and outcome is null and sequence > ${after}
        order by sequence limit ${federationLimits.batchEnvelopes}
      ) ahead
    ) chosen using (sequence)
    where link = ${link} and (bytes <= ${federationLimits.batchBytes} or place = 1)
    order by sequence`.execute(tables(unit));
  return rows.map((row) => ({
    envelope: asId('envelope', row.envelope),
    sequence: row.sequence,
    kind: row.kind,
    bodyText: row.body,
    bodyHash: row.body_hash,
  }));
};

/**
 * Writes receipts to messages that had none, and lets go of their bodies; returns the sequences it was new
 * for.
 */
export const settleDeliveries = async (
  unit: Unit,
  link: number,
  settled: readonly Settled[],
): Promise<ReadonlySet<number>> => {
  const column = <Key extends keyof Settled>(key: Key) => settled.map((one) => one[key]);
  const { rows } = await sql<{ sequence: number }>`
    update federation_outbox o set sent_at = s.sent_at, received_at = s.received_at, outcome = s.outcome,
      fault = s.fault, receipt = s.receipt, body = null
    from unnest(${column('sequence')}::bigint[], ${column('sentAt')}::timestamptz[],
      ${column('receivedAt')}::timestamptz[], ${column('outcome')}::text[], ${column('fault')}::text[],
      ${column('receipt')}::text[])
      as s (sequence, sent_at, received_at, outcome, fault, receipt)
    where o.link = ${link} and o.sequence = s.sequence and o.outcome is null
    returning o.sequence`.execute(tables(unit));
  return new Set(rows.map((row) => row.sequence));
};

export const readDeliveries = async (
  unit: Unit,
  envelopes: readonly EnvelopeId[],
): Promise<readonly Delivery[]> => {
  const { rows } = await sql<{
    envelope: string;
    party: string;
    queued_at: Instant;
    sent_at: Instant | null;
    received_at: Instant | null;
    outcome: 'accepted' | 'refused' | null;
    fault: string | null;
    state: LinkState;
  }>`select * from federation_deliveries(${[...envelopes]}::uuid[])`.execute(tables(unit));
  return rows.map((row) => ({
    envelope: asId('envelope', row.envelope),
    to: asId('party', row.party),
    queuedAt: row.queued_at,
    sentAt: row.sent_at,
    receivedAt: row.received_at,
    outcome: row.outcome,
    fault: row.fault,
    link: row.state,
  }));
};
