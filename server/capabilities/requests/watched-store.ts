/** What the watch is told of strands. What is found is what row security shows. */
import { sql } from 'kysely';
import type { DeskId, ItemId, PartyId } from '../../kernel/ids.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';

/** A strand that a shift hands over. */
export interface Standing {
  readonly item: ItemId;
  readonly requester: PartyId;
  readonly addressee: PartyId;
  readonly waitsFor: 'us' | 'them' | null;
  readonly dueAt: Instant | null;
  readonly breachedAt: Instant | null;
}

export interface StandingAsked {
  readonly desk: DeskId;
  readonly since: Instant;
  readonly now: Instant;
  /** What is due before is told, whatever its desk. */
  readonly soon: Instant;
  readonly limit: number;
}

const tables = (unit: Unit) => unit.tables<object>();

/** Where the clock of a strand ends: what it ran over, once it was stopped, stays known by it. */
const deadline = sql`s.started_at + (s.paused_ms + s.term_ms) * interval '1 millisecond'`;

/** When its clock came to stand: a clarification was asked and not given, or it ended. */
const stood = sql`coalesce(s.paused_at, s.stopped_at)`;

/**
 * Answers that are owed: of the desk, of none, and of all desks what is due soon or past its time. Each part
 * is read by an index in the order of the board and no further than it is told; as one condition, what waits
 * is read whole for a desk that has little.
 */
const openOf = async (unit: Unit, asked: StandingAsked): Promise<readonly Standing[]> => {
  const { desk, soon, now, limit } = asked;
  const parts = [sql`s.desk = ${desk}`, sql`s.desk is null`, sql`s.order_at < ${soon}::timestamptz`].map(
    (part) => sql`(select s.item, s.requester, s.addressee, s.waits_for, s.due_at, s.order_at, s.paused_at,
         s.started_at, s.paused_ms, s.term_ms
      from request_strand s where s.waits_for is not null and s.stopped_at is null and ${part}
      order by s.order_at, s.item, s.addressee limit ${limit})`,
  );
  const { rows } = await sql<Standing>`select s.item, s.requester, s.addressee, s.waits_for as "waitsFor",
      s.due_at as "dueAt", case when s.due_at < ${now}::timestamptz then s.due_at
        when s.paused_at > ${deadline} then ${deadline} end as "breachedAt"
    from (${sql.join(parts, sql` union `)}) s
    order by s.order_at, s.item, s.addressee limit ${limit}`.execute(tables(unit));
  return rows;
};

/** What ran over its time since then and has ended meanwhile. */
const brokenSince = async (
  unit: Unit,
  { since, now, limit }: StandingAsked,
): Promise<readonly Standing[]> => {
  const { rows } = await sql<Standing>`select s.item, s.requester, s.addressee, s.waits_for as "waitsFor",
      null as "dueAt", ${deadline} as "breachedAt"
    from request_strand s
    where s.stopped_at >= ${since}::timestamptz and s.stopped_at <= ${now}::timestamptz
      and ${deadline} < ${stood} and ${deadline} >= ${since}::timestamptz
    order by s.stopped_at, s.item, s.addressee limit ${limit}`.execute(tables(unit));
  return rows;
};

/** What a shift hands over: what is open, what is due first before it, then what ran over and has ended. */
export const listStanding = async (unit: Unit, asked: StandingAsked): Promise<readonly Standing[]> => {
  const found = [...(await openOf(unit, asked)), ...(await brokenSince(unit, asked))];
  return found.slice(0, asked.limit);
};

/** Within a period: from its beginning, up to its end. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
  readonly limit: number;
}

const outcomes = ['partly', 'answered', 'no-record', 'refused'] as const;

/** What came of a strand; `word` is the step that told it. */
export interface StrandNews {
  readonly item: ItemId;
  readonly requester: PartyId;
  readonly addressee: PartyId;
  readonly news: 'asked' | 'answered' | 'breached';
  readonly outcome: (typeof outcomes)[number] | null;
  readonly word: string | null;
  readonly at: Instant;
}

const askedIn = async (unit: Unit, { from, until, limit }: Span): Promise<readonly StrandNews[]> => {
  const { rows } = await sql<StrandNews>`select s.item, s.requester, s.addressee, 'asked' as news,
      null as outcome, null as word, s.opened_at as at
    from request_strand s
    where s.opened_at >= ${from}::timestamptz and s.opened_at < ${until}::timestamptz
    order by s.opened_at, s.item, s.addressee limit ${limit}`.execute(tables(unit));
  return rows;
};

const answeredIn = async (unit: Unit, { from, until, limit }: Span): Promise<readonly StrandNews[]> => {
  const { rows } = await sql<StrandNews>`select s.item, s.requester, s.addressee, 'answered' as news,
      w.kind as outcome, w.id as word, w.at
    from request_step w join request_strand s on s.item = w.item and s.addressee = w.addressee
    where w.at >= ${from}::timestamptz and w.at < ${until}::timestamptz and w.effective
      and w.kind = any(${[...outcomes]}::text[])
    order by w.at, w.item, w.addressee, w.ordinal limit ${limit}`.execute(tables(unit));
  return rows;
};

/** What ran over its time in the period: still open (its order is when it is due), or ended meanwhile. */
const breachedIn = async (unit: Unit, { from, until, limit }: Span): Promise<readonly StrandNews[]> => {
  const { rows } = await sql<StrandNews>`select * from (
      select s.item, s.requester, s.addressee, 'breached' as news, null as outcome, null as word,
        s.due_at as at
      from request_strand s
      where s.waits_for is not null and s.order_at >= ${from}::timestamptz
        and s.order_at < ${until}::timestamptz and s.due_at is not null
      union all
      select s.item, s.requester, s.addressee, 'breached', null, null, ${deadline}
      from request_strand s
      where ${stood} >= ${from}::timestamptz and ${deadline} < ${stood}
        and ${deadline} >= ${from}::timestamptz and ${deadline} < ${until}::timestamptz
    ) found order by found.at, found.item, found.addressee limit ${limit}`.execute(tables(unit));
  return rows;
};

/** What came of strands in a period, each kind up to the limit. */
export const listNews = async (unit: Unit, span: Span): Promise<readonly StrandNews[]> => [
  ...(await askedIn(unit, span)),
  ...(await answeredIn(unit, span)),
  ...(await breachedIn(unit, span)),
];

/** An item that asks, as far as a product of the watch looks at it. */
export interface AskingItem {
  readonly id: ItemId;
  readonly marking: Marking;
  readonly personal: boolean;
  readonly recalled: boolean;
  readonly title: string | null;
}

export const itemsOf = async (
  unit: Unit,
  ids: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, AskingItem>> => {
  const { rows } = await sql<AskingItem>`select i.id, i.marking, i.personal, i.state = 'recalled' as recalled,
      w.title from exchange_item i left join exchange_words w on w.item = i.id
    where i.id = any(${[...ids]}::text[])`.execute(tables(unit));
  return new Map(rows.map((row) => [row.id, row]));
};
