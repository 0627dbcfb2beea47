/** What the watch is told of strands. What is found is what row security shows. */
import { sql } from 'kysely';
import type { DeskId, ItemId, PartyId } from '../../kernel/ids.ts';
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

/** Answers that are owed: of the desk, of none, and of all desks what is due soon or past its time. */
const openOf = async (unit: Unit, asked: StandingAsked): Promise<readonly Standing[]> => {
  const { desk, soon, now, limit } = asked;
  const { rows } = await sql<Standing>`select s.item, s.requester, s.addressee, s.waits_for as "waitsFor",
      s.due_at as "dueAt", case when s.due_at < ${now}::timestamptz then s.due_at end as "breachedAt"
    from request_strand s
    where s.waits_for is not null and s.stopped_at is null
      and (s.desk = ${desk} or s.desk is null or s.order_at < ${soon}::timestamptz)
    order by s.order_at, s.item, s.addressee limit ${limit}`.execute(tables(unit));
  return rows;
};

/** What ran over its time since then and has ended meanwhile. */
const brokenSince = async (unit: Unit, { since, limit }: StandingAsked): Promise<readonly Standing[]> => {
  const { rows } = await sql<Standing>`select s.item, s.requester, s.addressee, s.waits_for as "waitsFor",
      null as "dueAt", ${deadline} as "breachedAt"
    from request_strand s
    where s.stopped_at >= ${since}::timestamptz
      and ${deadline} < s.stopped_at and ${deadline} >= ${since}::timestamptz
    order by s.stopped_at, s.item, s.addressee limit ${limit}`.execute(tables(unit));
  return rows;
};

/** What a shift hands over: what is open, what is due first before it, then what ran over and has ended. */
export const listStanding = async (unit: Unit, asked: StandingAsked): Promise<readonly Standing[]> => {
  const found = [...(await openOf(unit, asked)), ...(await brokenSince(unit, asked))];
  return found.slice(0, asked.limit);
};
