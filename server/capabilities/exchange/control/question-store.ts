/** The SQL of questions: holders who ask to share an item onward. */
import type { Expression } from 'kysely';
import type { ItemId, PartyId, PersonId } from '../../../kernel/ids.ts';
import { type Tlp, tlps } from '../../../kernel/marking.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { insertWords, putDecisionReason, wordOf } from './words-store.ts';

interface RequestTable {
  id: string;
  item: ItemId;
  version: number;
  party: PartyId;
  via: PartyId | null;
  recipients: PartyId[];
  asked_at: Instant;
  asked_by: PersonId | null;
  state: 'asked' | 'granted' | 'refused';
  decided_at: Instant | null;
  decided_by: PersonId | null;
}
interface Words {
  reason: string | null;
  decision_reason: string | null;
}
interface Tables {
  exchange_onward_request: RequestTable;
  exchange_item: { id: ItemId; originator: PartyId; state: string; tlp_rank: number };
  exchange_words: { item: ItemId; title: string };
}

export interface StoredRequest {
  readonly id: string;
  readonly item: ItemId;
  readonly version: number;
  readonly party: PartyId;
  readonly via: PartyId | null;
  readonly recipients: readonly PartyId[];
  /** Empty where it is withheld from the reader. */
  readonly reason: string;
  readonly askedAt: Instant;
  readonly askedBy: PersonId | null;
  readonly state: RequestTable['state'];
  readonly decidedAt: Instant | null;
  readonly decisionReason: string | null;
}

const toRequest = (row: RequestTable & Words): StoredRequest => ({
  id: row.id,
  item: row.item,
  version: row.version,
  party: row.party,
  via: row.via,
  recipients: row.recipients,
  reason: row.reason ?? '',
  askedAt: row.asked_at,
  askedBy: row.asked_by,
  state: row.state,
  decidedAt: row.decided_at,
  decisionReason: row.decision_reason,
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
      asked_at: request.askedAt,
      asked_by: request.askedBy,
      state: 'asked',
      decided_at: null,
      decided_by: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return false;
  const { id, item, reason } = request;
  await insertWords(unit, { id, item, kind: 'request', reason });
  return true;
};

/** The words beside a question, named `r`. */
const words = (id: Expression<string>) =>
  [wordOf(id, 'reason').as('reason'), wordOf(id, 'decision_reason').as('decision_reason')] as const;

/** A question, held until the end of the transaction. */
export const lockRequest = async (unit: Unit, id: string): Promise<StoredRequest | null> => {
  const row = await unit
    .tables<Tables>()
    .selectFrom('exchange_onward_request as r')
    .selectAll('r')
    .select(({ ref }) => words(ref('r.id')))
    .where('r.id', '=', id)
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
    })
    .where('id', '=', decided.id)
    .execute();
  await putDecisionReason(unit, decided.id, decided.reason);
};

export const requestsOf = async (
  unit: Unit,
  item: ItemId,
  limit: number,
): Promise<readonly StoredRequest[]> => {
  const rows = await unit
    .tables<Tables>()
    .selectFrom('exchange_onward_request as r')
    .selectAll('r')
    .select(({ ref }) => words(ref('r.id')))
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

/**
 * Questions about our own items that nobody has answered, oldest first. `title` is null where the reader has
 * not said why he looks.
 */
export const listWaiting = async (
  unit: Unit,
  self: PartyId,
  limit: number,
): Promise<readonly (StoredRequest & { readonly title: string | null; readonly tlp: Tlp })[]> => {
  const rows = await waiting(unit, self)
    .selectAll('r')
    .select((build) => [
      ...words(build.ref('r.id')),
      'i.tlp_rank',
      build.selectFrom('exchange_words as w').select('w.title').whereRef('w.item', '=', 'i.id').as('title'),
    ])
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
