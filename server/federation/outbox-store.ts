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
  /** Hash of the body that was taken out of it; null for what is as it was queued. */
  readonly formerHash: string | null;
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
  /** Hash of the body that the receipt is for. */
  readonly bodyHash: string;
  readonly receipt: string;
}

/** A withdrawn message whose receipt has come. */
export interface SettledWithdrawal {
  readonly sequence: number;
  /** The kind that it was queued as. */
  readonly kind: string;
  /** What it carried, as its capability calls it. */
  readonly about: string;
  /** True when an attempt before the withdrawal had got through. */
  readonly hadArrived: boolean;
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
    former_hash: string | null;
  }>`
    select envelope, sequence, kind, body, body_hash, former_hash from federation_outbox
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
    formerHash: row.former_hash,
  }));
};

/** Which of these still wait for a receipt with their content in them. */
export const readWithdrawable = async (
  unit: Unit,
  envelopes: readonly EnvelopeId[],
): Promise<readonly EnvelopeId[]> => {
  const { rows } = await sql<{ envelope: string }>`
    select envelope from federation_outbox
    where envelope = any (${[...envelopes]}::uuid[]) and outcome is null and withdrawn_at is null
    order by envelope`.execute(tables(unit));
  return rows.map((row) => asId('envelope', row.envelope));
};

/** Puts another body in the place of what still waits; returns which it was, and for whom. */
export const withdrawEnvelopes = async (
  unit: Unit,
  given: {
    readonly envelopes: readonly EnvelopeId[];
    readonly about: string;
    readonly bodyText: string;
    readonly bodyHash: string;
    readonly at: Instant;
  },
): Promise<readonly { readonly envelope: EnvelopeId; readonly to: PartyId; readonly kind: string }[]> => {
  const { envelopes, about, bodyText, bodyHash, at } = given;
  const { rows } = await sql<{ envelope: string; party: string; kind: string }>`
    update federation_outbox o set withdrawn_at = ${at}, withdrawn_for = ${about}, former_hash = o.body_hash,
      body = ${bodyText}, body_hash = ${bodyHash}, body_bytes = octet_length(${bodyText})
    from federation_link l
    where l.link = o.link and o.envelope = any (${[...envelopes]}::uuid[])
      and o.outcome is null and o.withdrawn_at is null
    returning o.envelope, l.party, o.kind`.execute(tables(unit));
  return rows.map(({ envelope, party, kind }) => ({
    envelope: asId('envelope', envelope),
    to: asId('party', party),
    kind,
  }));
};

/**
 * Writes receipts to messages that had none, and lets go of their bodies; returns the sequences it was new
 * for, and what became of those that were withdrawn meanwhile.
 */
export const settleDeliveries = async (
  unit: Unit,
  link: number,
  settled: readonly Settled[],
): Promise<{
  readonly fresh: ReadonlySet<number>;
  readonly withdrawn: readonly SettledWithdrawal[];
}> => {
  const column = <Key extends keyof Settled>(key: Key) => settled.map((one) => one[key]);
  // A receipt for the body that was taken out shows that it had arrived before: then it was not withdrawn.
  const { rows } = await sql<{
    sequence: number;
    kind: string;
    about: string | null;
    hadArrived: boolean;
  }>`
    update federation_outbox o set sent_at = s.sent_at, received_at = s.received_at, outcome = s.outcome,
      fault = s.fault, receipt = s.receipt, body = null, body_hash = s.body_hash,
      withdrawn_at = case when o.former_hash = s.body_hash then null else o.withdrawn_at end,
      former_hash = case when o.former_hash = s.body_hash then null else o.former_hash end
    from unnest(${column('sequence')}::bigint[], ${column('sentAt')}::timestamptz[],
      ${column('receivedAt')}::timestamptz[], ${column('outcome')}::text[], ${column('fault')}::text[],
      ${column('bodyHash')}::text[], ${column('receipt')}::text[])
      as s (sequence, sent_at, received_at, outcome, fault, body_hash, receipt)
    where o.link = ${link} and o.sequence = s.sequence and o.outcome is null
    returning o.sequence, o.kind, o.withdrawn_for as about, o.withdrawn_at is null as "hadArrived"`.execute(
    tables(unit),
  );
  return {
    fresh: new Set(rows.map((row) => row.sequence)),
    withdrawn: rows.flatMap(({ about, ...row }) => (about === null ? [] : [{ ...row, about }])),
  };
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
