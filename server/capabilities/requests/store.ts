/** The SQL of requests and their strands. Steps and answers: step-store.ts; the board: board-store.ts. */
import type { Selectable } from 'kysely';
import type { DeskId, ItemId, PartyId, PersonId } from '../../kernel/ids.ts';
import type { Field } from '../../kernel/marking.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Level } from './clock.ts';
import type { RefusalGround, StrandState, Urgency } from './contract.ts';
import { drawn, type Strand } from './strand.ts';

interface RequestTable {
  item: ItemId;
  requester: PartyId;
  urgency: Urgency;
  drafting: boolean;
  changed_at: Instant;
}
export interface StrandTable {
  item: ItemId;
  addressee: PartyId;
  requester: PartyId;
  partner: PartyId;
  state: StrandState;
  resume: StrandState | null;
  waits_for: 'us' | 'them' | null;
  urgency: Urgency;
  field: Field;
  term_ms: number;
  started_at: Instant | null;
  paused_at: Instant | null;
  paused_ms: number;
  stopped_at: Instant | null;
  level: Level;
  due_at: Instant | null;
  next_at: Instant | null;
  said_received_at: Instant | null;
  said_due_at: Instant | null;
  ground: RefusalGround | null;
  desk: DeskId | null;
  assignee: PersonId | null;
  escalated_to: PersonId | null;
  opened_at: Instant;
  changed_at: Instant;
  order_at: Instant;
}
export interface RequestTables {
  request: RequestTable;
  request_strand: StrandTable;
}

/** What is kept of a request itself; all that it says stands in its item. */
export interface StoredRequest {
  readonly item: ItemId;
  readonly requester: PartyId;
  readonly urgency: Urgency;
  readonly drafting: boolean;
  readonly changedAt: Instant;
}

const tables = (unit: Unit) => unit.tables<RequestTables>();

const toStrand = (row: Selectable<StrandTable>): Strand => ({
  item: row.item,
  addressee: row.addressee,
  requester: row.requester,
  state: row.state,
  resume: row.resume,
  urgency: row.urgency,
  field: row.field,
  clock: {
    termMs: row.term_ms,
    startedAt: row.started_at,
    pausedAt: row.paused_at,
    pausedMs: row.paused_ms,
    stoppedAt: row.stopped_at,
    level: row.level,
  },
  saidReceivedAt: row.said_received_at,
  saidDueAt: row.said_due_at,
  ground: row.ground,
  desk: row.desk,
  assignee: row.assignee,
  escalatedTo: row.escalated_to,
  openedAt: row.opened_at,
  changedAt: row.changed_at,
});

const toRow = (strand: Strand, self: PartyId): StrandTable => {
  const { waitsFor, dueAt, nextAt, orderAt } = drawn(strand, self);
  return {
    item: strand.item,
    addressee: strand.addressee,
    requester: strand.requester,
    partner: strand.requester === self ? strand.addressee : strand.requester,
    state: strand.state,
    resume: strand.resume,
    waits_for: waitsFor,
    urgency: strand.urgency,
    field: strand.field,
    term_ms: strand.clock.termMs,
    started_at: strand.clock.startedAt,
    paused_at: strand.clock.pausedAt,
    paused_ms: strand.clock.pausedMs,
    stopped_at: strand.clock.stoppedAt,
    level: strand.clock.level,
    due_at: dueAt,
    next_at: nextAt,
    said_received_at: strand.saidReceivedAt,
    said_due_at: strand.saidDueAt,
    ground: strand.ground,
    desk: strand.desk,
    assignee: strand.assignee,
    escalated_to: strand.escalatedTo,
    opened_at: strand.openedAt,
    changed_at: strand.changedAt,
    order_at: orderAt,
  };
};

export const putRequest = async (unit: Unit, request: StoredRequest): Promise<void> => {
  const { item, requester, urgency, drafting, changedAt } = request;
  const changing = { urgency, drafting, changed_at: changedAt };
  await tables(unit)
    .insertInto('request')
    .values({ item, requester, ...changing })
    .onConflict((conflict) => conflict.column('item').doUpdateSet(changing))
    .execute();
};

export const findRequest = async (unit: Unit, item: ItemId): Promise<StoredRequest | null> => {
  const row = await tables(unit)
    .selectFrom('request')
    .selectAll()
    .where('item', '=', item)
    .executeTakeFirst();
  return row === undefined
    ? null
    : {
        item: row.item,
        requester: row.requester,
        urgency: row.urgency,
        drafting: row.drafting,
        changedAt: row.changed_at,
      };
};

/** It asks nothing any more: all that followed from it goes. */
export const deleteRequest = async (unit: Unit, item: ItemId): Promise<void> => {
  await tables(unit).deleteFrom('request').where('item', '=', item).execute();
};

export const putStrand = async (unit: Unit, strand: Strand, self: PartyId): Promise<void> => {
  const { item: _item, addressee: _addressee, opened_at: _opened, ...changing } = toRow(strand, self);
  await tables(unit)
    .insertInto('request_strand')
    .values(toRow(strand, self))
    .onConflict((conflict) => conflict.columns(['item', 'addressee']).doUpdateSet(changing))
    .execute();
};

export const listStrands = async (unit: Unit, item: ItemId): Promise<readonly Strand[]> => {
  const rows = await tables(unit)
    .selectFrom('request_strand')
    .selectAll()
    .where('item', '=', item)
    .orderBy('opened_at')
    .orderBy('addressee')
    .execute();
  return rows.map(toStrand);
};

/** Held until the end of the transaction. */
export const lockStrand = async (unit: Unit, item: ItemId, addressee: PartyId): Promise<Strand | null> => {
  const row = await tables(unit)
    .selectFrom('request_strand')
    .selectAll()
    .where('item', '=', item)
    .where('addressee', '=', addressee)
    .forUpdate()
    .executeTakeFirst();
  return row ? toStrand(row) : null;
};

/** Strands whose next level is reached by now, the longest waiting first. */
export const listDue = async (
  unit: Unit,
  now: Instant,
  limit: number,
): Promise<readonly { readonly item: ItemId; readonly addressee: PartyId }[]> =>
  tables(unit)
    .selectFrom('request_strand')
    .select(['item', 'addressee'])
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(limit)
    .execute();

/** How much each desk has in hand: what is routed goes to the one that has least. */
export const countOpenByDesk = async (unit: Unit): Promise<ReadonlyMap<DeskId, number>> => {
  const rows = await tables(unit)
    .selectFrom('request_strand')
    .select(['desk', (build) => build.fn.countAll<number>().as('open')])
    .where('waits_for', '=', 'us')
    .where('desk', 'is not', null)
    .groupBy('desk')
    .execute();
  return new Map(rows.flatMap(({ desk, open }) => (desk === null ? [] : [[desk, open] as const])));
};
