/** The SQL of onward sharing: questions, consents, and who passed what on to whom. */
import { sql } from 'kysely';
import type { EnvelopeId, ItemId, PartyId, PersonId } from '../../../kernel/ids.ts';
import { type Tlp, tlpRank, tlps } from '../../../kernel/marking.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';

interface RequestTable {
  id: string;
  item: ItemId;
  version: number;
  party: PartyId;
  via: PartyId | null;
  recipients: PartyId[];
  reason: string;
  asked_at: Instant;
  asked_by: PersonId | null;
  state: 'asked' | 'granted' | 'refused';
  decided_at: Instant | null;
  decided_by: PersonId | null;
  decision_reason: string | null;
}
interface ConsentTable {
  id: string;
  request: string;
  item: ItemId;
  version: number;
  originator: PartyId;
  party: PartyId;
  recipients: PartyId[];
  withdrawn: PartyId[];
  tlp_rank: number;
  valid_until: Day;
  item_hash: string;
  given_at: Instant;
  verified: boolean;
  message: string;
}
interface ShareTable {
  id: string;
  item: ItemId;
  version: number;
  consent: string;
  party: PartyId;
  recipient: PartyId;
  shared_at: Instant;
  shared_by: PersonId | null;
  envelope: EnvelopeId | null;
  message: string;
}
interface Tables {
  exchange_onward_request: RequestTable;
  exchange_consent: ConsentTable;
  exchange_onward_share: ShareTable;
  exchange_item: { id: ItemId; originator: PartyId; state: string; title: string; tlp_rank: number };
}

export interface StoredRequest {
  readonly id: string;
  readonly item: ItemId;
  readonly version: number;
  readonly party: PartyId;
  readonly via: PartyId | null;
  readonly recipients: readonly PartyId[];
  readonly reason: string;
  readonly askedAt: Instant;
  readonly askedBy: PersonId | null;
  readonly state: RequestTable['state'];
  readonly decidedAt: Instant | null;
  readonly decisionReason: string | null;
}

export interface StoredConsent {
  readonly id: string;
  readonly request: string;
  readonly item: ItemId;
  readonly version: number;
  readonly originator: PartyId;
  readonly party: PartyId;
  readonly recipients: readonly PartyId[];
  readonly withdrawn: readonly PartyId[];
  readonly tlp: Tlp;
  readonly validUntil: Day;
  readonly itemHash: string;
  readonly givenAt: Instant;
  readonly verified: boolean;
  readonly message: string;
}

export interface StoredShare {
  readonly id: string;
  readonly item: ItemId;
  readonly version: number;
  readonly consent: string;
  readonly party: PartyId;
  readonly recipient: PartyId;
  readonly sharedAt: Instant;
  readonly sharedBy: PersonId | null;
  readonly envelope: EnvelopeId | null;
  readonly message: string;
}

const toRequest = (row: RequestTable): StoredRequest => ({
  id: row.id,
  item: row.item,
  version: row.version,
  party: row.party,
  via: row.via,
  recipients: row.recipients,
  reason: row.reason,
  askedAt: row.asked_at,
  askedBy: row.asked_by,
  state: row.state,
  decidedAt: row.decided_at,
  decisionReason: row.decision_reason,
});

const toConsent = ({ tlp_rank, valid_until, item_hash, given_at, ...row }: ConsentTable): StoredConsent => ({
  ...row,
  tlp: tlps[tlp_rank] ?? 'clear',
  validUntil: valid_until,
  itemHash: item_hash,
  givenAt: given_at,
});

const toShare = ({ shared_at, shared_by, ...row }: ShareTable): StoredShare => ({
  ...row,
  sharedAt: shared_at,
  sharedBy: shared_by,
});

/** Keeps a question, once; false when it is here already. */
export const insertRequest = async (
  unit: Unit,
  request: Omit<StoredRequest, 'state' | 'decidedAt' | 'decisionReason'>,
): Promise<boolean> => {
  const row = await unit
    .tables<Tables>()
    .insertInto('exchange_onward_request')
    .values({
      id: request.id,
      item: request.item,
      version: request.version,
      party: request.party,
      via: request.via,
      recipients: [...request.recipients],
      reason: request.reason,
      asked_at: request.askedAt,
      asked_by: request.askedBy,
      state: 'asked',
      decided_at: null,
      decided_by: null,
      decision_reason: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

/** A question, held until the end of the transaction. */
export const lockRequest = async (unit: Unit, id: string): Promise<StoredRequest | null> => {
  const row = await unit
    .tables<Tables>()
    .selectFrom('exchange_onward_request')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toRequest(row) : null;
};

export const decideRequest = async (
  unit: Unit,
  decided: {
    readonly id: string;
    readonly state: 'granted' | 'refused';
    readonly at: Instant;
    readonly by: PersonId | null;
    readonly reason: string | null;
  },
): Promise<void> => {
  await unit
    .tables<Tables>()
    .updateTable('exchange_onward_request')
    .set({
      state: decided.state,
      decided_at: decided.at,
      decided_by: decided.by,
      decision_reason: decided.reason,
    })
    .where('id', '=', decided.id)
    .execute();
};

export const requestsOf = async (
  unit: Unit,
  item: ItemId,
  limit: number,
): Promise<readonly StoredRequest[]> => {
  const rows = await unit
    .tables<Tables>()
    .selectFrom('exchange_onward_request')
    .selectAll()
    .where('item', '=', item)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toRequest);
};

export const countOpen = async (unit: Unit, item: ItemId, party: PartyId): Promise<number> => {
  const row = await unit
    .tables<Tables>()
    .selectFrom('exchange_onward_request')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('item', '=', item)
    .where('party', '=', party)
    .where('state', '=', 'asked')
    .executeTakeFirstOrThrow();
  return row.count;
};

const waiting = (unit: Unit, self: PartyId) =>
  unit
    .tables<Tables>()
    .selectFrom('exchange_onward_request as r')
    .innerJoin('exchange_item as i', 'i.id', 'r.item')
    .where('r.state', '=', 'asked')
    .where('i.originator', '=', self)
    .where('i.state', '=', 'released');

/** Questions about our own items that nobody has answered, oldest first. */
export const listWaiting = async (
  unit: Unit,
  self: PartyId,
  limit: number,
): Promise<readonly (StoredRequest & { readonly title: string; readonly tlp: Tlp })[]> => {
  const rows = await waiting(unit, self)
    .selectAll('r')
    .select(['i.title', 'i.tlp_rank'])
    .orderBy('r.asked_at')
    .orderBy('r.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...toRequest(row), title: row.title, tlp: tlps[row.tlp_rank] ?? 'red' }));
};

export const countWaiting = async (unit: Unit, self: PartyId, limit: number): Promise<number> => {
  const found = waiting(unit, self).select('r.id').limit(limit);
  const row = await unit
    .tables<Tables>()
    .selectFrom(found.as('found'))
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
};

/** Keeps a consent, once; false when it is here already. */
export const insertConsent = async (unit: Unit, consent: StoredConsent): Promise<boolean> => {
  const { tlp, validUntil, itemHash, givenAt, recipients, withdrawn, ...rest } = consent;
  const row = await unit
    .tables<Tables>()
    .insertInto('exchange_consent')
    .values({
      ...rest,
      recipients: [...recipients],
      withdrawn: [...withdrawn],
      tlp_rank: tlpRank(tlp),
      valid_until: validUntil,
      item_hash: itemHash,
      given_at: givenAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

export const findConsent = async (unit: Unit, id: string): Promise<StoredConsent | null> => {
  const row = await unit
    .tables<Tables>()
    .selectFrom('exchange_consent')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toConsent(row) : null;
};

export const consentsOf = async (unit: Unit, item: ItemId): Promise<readonly StoredConsent[]> => {
  const rows = await unit
    .tables<Tables>()
    .selectFrom('exchange_consent')
    .selectAll()
    .where('item', '=', item)
    .orderBy('given_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toConsent);
};

/** The originator took back what he had allowed for these parties. */
export const withdrawConsent = async (
  unit: Unit,
  item: ItemId,
  parties: readonly PartyId[],
): Promise<void> => {
  await unit
    .tables<Tables>()
    .updateTable('exchange_consent')
    .set({
      withdrawn: sql<PartyId[]>`array(select distinct unnest(withdrawn || array(
        select unnest(recipients) intersect select unnest(${[...parties]}::text[]))))`,
    })
    .where('item', '=', item)
    .execute();
};

/** Keeps that a copy was passed on, once; false when that is known already. */
export const insertShare = async (unit: Unit, share: StoredShare): Promise<boolean> => {
  const { sharedAt, sharedBy, ...rest } = share;
  const row = await unit
    .tables<Tables>()
    .insertInto('exchange_onward_share')
    .values({ ...rest, shared_at: sharedAt, shared_by: sharedBy })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

/** Who passed the item on to whom, as far as this node knows; oldest first. */
export const sharesOf = async (unit: Unit, item: ItemId): Promise<readonly StoredShare[]> => {
  const rows = await unit
    .tables<Tables>()
    .selectFrom('exchange_onward_share')
    .selectAll()
    .where('item', '=', item)
    .orderBy('shared_at')
    .orderBy('id')
    .execute();
  return rows.map(toShare);
};
