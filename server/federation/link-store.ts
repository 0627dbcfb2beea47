/** The SQL of links: pairings, stances, partners' keys, this node's own descriptor. */
import { sql } from 'kysely';
import { canonical, readJson } from '../kernel/canonical.ts';
import { assert } from '../kernel/faults.ts';
import { asId, type PartyId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { Unit } from '../plumbing/database/index.ts';
import { certificateOf } from './descriptor.ts';
import type { LinkState, Stance } from './link.ts';
import { type Descriptor, readDescriptor } from './messages.ts';

interface LinkTable {
  party: string;
  pairing: number;
  descriptor: string;
  own_stance: Stance;
  own_revision: number;
  told_revision: number;
  told_descriptor: number;
  their_stance: Stance;
  their_revision: number;
  state: LinkState;
  since: Instant;
}
interface LinkRow extends LinkTable {
  link: number;
}

/** One pairing with a party, as stored. */
export interface Link {
  readonly link: number;
  readonly party: PartyId;
  readonly pairing: number;
  readonly descriptor: Descriptor;
  readonly ownStance: Stance;
  readonly ownRevision: number;
  readonly toldRevision: number;
  readonly toldDescriptor: number;
  readonly theirStance: Stance;
  readonly theirRevision: number;
  readonly state: LinkState;
  readonly since: Instant;
}
export type NewLink = Omit<Link, 'link'>;

export interface PartnerKey {
  readonly publicKey: string;
  /** Null for the key in force. */
  readonly supersededAt: Instant | null;
}

const tables = (unit: Unit) => unit.tables<object>();

/** A descriptor that this house verified and stored. */
export const readStoredDescriptor = (text: string): Descriptor => {
  const descriptor = readDescriptor(readJson(text)?.value);
  assert(descriptor, 'a stored descriptor is not one');
  return descriptor;
};

export const readLinkRow = (row: LinkRow): Link => ({
  link: row.link,
  party: asId('party', row.party),
  pairing: row.pairing,
  descriptor: readStoredDescriptor(row.descriptor),
  ownStance: row.own_stance,
  ownRevision: row.own_revision,
  toldRevision: row.told_revision,
  toldDescriptor: row.told_descriptor,
  theirStance: row.their_stance,
  theirRevision: row.their_revision,
  state: row.state,
  since: row.since,
});

/**
 * Runs `work` as the house within a person's transaction: for what the person's verb was already permitted to
 * change in tables that he only reads. A throw rolls the whole transaction back, and the setting with it.
 */
export const asHouse = async <T>(unit: Unit, work: () => Promise<T>): Promise<T> => {
  if (unit.reader.kind === 'system') return work();
  await sql`select set_config('tansiq.reader', 'system', true)`.execute(tables(unit));
  const result = await work();
  await sql`select set_config('tansiq.reader', ${unit.reader.kind}, true)`.execute(tables(unit));
  return result;
};

/** Waits for this transaction's turn to change links. */
export const lockLinks = async (unit: Unit): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('federation_link', 0))`.execute(tables(unit));
};

export const readCurrentLink = async (unit: Unit, party: string): Promise<Link | null> => {
  const { rows } = await sql<LinkRow>`
    select * from federation_link where party = ${party} and current`.execute(tables(unit));
  return rows[0] ? readLinkRow(rows[0]) : null;
};

export const readCurrentLinks = async (unit: Unit): Promise<readonly Link[]> => {
  const { rows } = await sql<LinkRow>`
    select * from federation_link where current order by party`.execute(tables(unit));
  return rows.map(readLinkRow);
};

/** Parties that something waits to be told or sent to. */
export const readPartiesWithWork = async (unit: Unit, ownVersion: number): Promise<readonly PartyId[]> => {
  const { rows } = await sql<{ party: string }>`
    select party from federation_link l where current and own_stance <> 'unanswered' and (
      told_revision < own_revision or told_descriptor < ${ownVersion}
      or exists (select from federation_outbox o where o.link = l.link and o.outcome is null))`.execute(
    tables(unit),
  );
  return rows.map((row) => asId('party', row.party));
};

/** Offers of strangers that nobody has answered, those made since `after`. */
export const countUnansweredOffers = async (unit: Unit, after: Instant): Promise<number> => {
  const { rows } = await sql<{ offers: number }>`
    select count(*) as offers from federation_link
    where current and own_stance = 'unanswered' and state <> 'ended'
      and since > ${after}`.execute(tables(unit));
  return rows[0]?.offers ?? 0;
};

/** Removes unanswered offers made before `until`: nothing was ever exchanged on them. */
export const removeStaleOffers = async (unit: Unit, until: Instant): Promise<void> => {
  const stale = sql`select link from federation_link
    where current and own_stance = 'unanswered' and own_revision = 0 and state <> 'ended'
      and since <= ${until}`;
  for (const table of ['federation_key', 'federation_outbound', 'federation_inbound', 'federation_turn'])
    await sql`delete from ${sql.table(table)} where link in (${stale})`.execute(tables(unit));
  await sql`delete from federation_link where link in (${stale})`.execute(tables(unit));
};

/** Stores a new pairing, which becomes the current one with its party. */
export const insertLink = async (unit: Unit, link: NewLink): Promise<void> => {
  const descriptor = canonical(link.descriptor);
  await sql`update federation_link set current = false where party = ${link.party} and current`.execute(
    tables(unit),
  );
  const { rows } = await sql<{ link: number }>`
    insert into federation_link (party, pairing, descriptor, certificate, own_stance, own_revision,
      told_revision, told_descriptor, their_stance, their_revision, state, since)
    values (${link.party}, ${link.pairing}, ${descriptor}, ${certificateOf(link.descriptor)},
      ${link.ownStance}, ${link.ownRevision}, ${link.toldRevision}, ${link.toldDescriptor},
      ${link.theirStance}, ${link.theirRevision}, ${link.state}, ${link.since})
    returning link`.execute(tables(unit));
  const row = rows[0];
  assert(row, 'a link was not inserted');
  await sql`insert into federation_outbound (link) values (${row.link})`.execute(tables(unit));
  await sql`insert into federation_inbound (link) values (${row.link})`.execute(tables(unit));
  await sql`insert into federation_key (link, public_key, adopted_at)
    values (${row.link}, ${link.descriptor.identityKey}, ${link.since})`.execute(tables(unit));
};

export const updateLink = async (unit: Unit, link: Link): Promise<void> => {
  await sql`
    update federation_link set pairing = ${link.pairing}, descriptor = ${canonical(link.descriptor)},
      certificate = ${certificateOf(link.descriptor)}, own_stance = ${link.ownStance},
      own_revision = ${link.ownRevision}, told_revision = ${link.toldRevision},
      told_descriptor = ${link.toldDescriptor}, their_stance = ${link.theirStance},
      their_revision = ${link.theirRevision}, state = ${link.state}, since = ${link.since}
    where link = ${link.link}`.execute(tables(unit));
};

/** Makes a key the one in force on a link; the former ones stay, superseded. */
export const adoptKey = async (unit: Unit, link: number, publicKey: string, at: Instant): Promise<void> => {
  await sql`update federation_key set superseded_at = ${at}
    where link = ${link} and superseded_at is null`.execute(tables(unit));
  await sql`insert into federation_key (link, public_key, adopted_at) values (${link}, ${publicKey}, ${at})
    on conflict (link, public_key) do update set superseded_at = null`.execute(tables(unit));
};

export const readKeys = async (unit: Unit, link: number): Promise<readonly PartnerKey[]> => {
  const { rows } = await sql<{ public_key: string; superseded_at: Instant | null }>`
    select public_key, superseded_at from federation_key where link = ${link}
    order by superseded_at desc nulls first`.execute(tables(unit));
  return rows.map((row) => ({ publicKey: row.public_key, supersededAt: row.superseded_at }));
};

/** What this node last said of itself; null at the very first start. */
export const readOwnDescriptor = async (unit: Unit): Promise<Descriptor | null> => {
  const { rows } = await sql<{ descriptor: string }>`
    select descriptor from federation_self order by version desc limit 1`.execute(tables(unit));
  return rows[0] ? readStoredDescriptor(rows[0].descriptor) : null;
};

export const insertOwnDescriptor = async (unit: Unit, descriptor: Descriptor): Promise<void> => {
  await sql`insert into federation_self (version, descriptor)
    values (${descriptor.version}, ${canonical(descriptor)})`.execute(tables(unit));
};

export interface LinkStateRow {
  readonly party: PartyId;
  readonly state: LinkState;
  readonly since: Instant;
}

/** States of current links, for any reader. */
export const readStates = async (unit: Unit, party: PartyId | null): Promise<readonly LinkStateRow[]> => {
  const { rows } = await sql<{ party: string; state: LinkState; since: Instant }>`
    select * from federation_states(${party})`.execute(tables(unit));
  return rows.map((row) => ({ ...row, party: asId('party', row.party) }));
};

export interface QueueFacts {
  readonly waiting: number;
  readonly refused: number;
  readonly lastDeliveredAt: Instant | null;
}

export const readQueues = async (unit: Unit): Promise<ReadonlyMap<number, QueueFacts>> => {
  const { rows } = await sql<{ link: number; waiting: number; refused: number; last: Instant | null }>`
    select l.link,
      (select count(*) from federation_outbox o where o.link = l.link and o.outcome is null) as waiting,
      (select count(*) from federation_inbox i where i.link = l.link and i.outcome = 'refused') as refused,
      (select received_at from federation_outbox o where o.link = l.link and o.outcome is not null
        order by sequence desc limit 1) as last
    from federation_link l where l.current`.execute(tables(unit));
  return new Map(
    rows.map((row) => [row.link, { waiting: row.waiting, refused: row.refused, lastDeliveredAt: row.last }]),
  );
};
