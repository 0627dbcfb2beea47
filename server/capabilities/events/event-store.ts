/** The SQL of events themselves. */
import { sql } from 'kysely';
import type { PartyId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { eventsLimits, type MajorEvent, type MilestoneKept } from './contract.ts';
import { milestonesOf } from './milestones.ts';
import { putRows, tables } from './rows-store.ts';

/** An event without what is counted; of its milestones what was set by hand. */
export interface StoredEvent extends Omit<MajorEvent, 'counts' | 'milestones'> {
  readonly milestones: readonly MilestoneKept[];
}
type CountedEvent = StoredEvent & Pick<MajorEvent, 'counts'>;

const present = (event: CountedEvent): MajorEvent => ({
  ...event,
  milestones: milestonesOf(event, event.milestones),
});

const columns = sql`id, code, name, first_day as "firstDay", last_day as "lastDay", country, purpose,
  legal_basis as "legalBasis", milestones, version`;

export const putEvent = (unit: Unit, holder: PartyId, event: StoredEvent): Promise<void> =>
  putRows(unit, 'events_event', [
    {
      ...{ id: event.id, holder, code: event.code, name: event.name },
      ...{ first_day: event.firstDay, last_day: event.lastDay, country: event.country },
      ...{ purpose: event.purpose, legal_basis: event.legalBasis, version: event.version },
      milestones: event.milestones,
    },
  ]);

/** With what stands of each, as it is kept: what was cancelled or removed is not counted. */
const counted = sql`${columns}, json_build_object('venues', venues, 'sessions', sessions, 'teams', teams,
  'objects', objects, 'posts', posts) as counts
  from events_event e join events_count c on c.event = e.id`;

/** All that the reader may see, the next to come first. */
export const listEvents = async (unit: Unit): Promise<readonly MajorEvent[]> => {
  const { rows } = await sql<CountedEvent>`select ${counted}
    order by first_day desc, code limit ${eventsLimits.events}`.execute(tables(unit));
  return rows.map(present);
};

export const findEvent = async (unit: Unit, id: string): Promise<MajorEvent | null> => {
  const { rows } = await sql<CountedEvent>`select ${counted} where id = ${id}`.execute(tables(unit));
  return rows[0] === undefined ? null : present(rows[0]);
};

/** Whether the reader sees such an event. */
export const eventExists = async (unit: Unit, id: string): Promise<boolean> => {
  const { rows } = await sql`select from events_event where id = ${id}`.execute(tables(unit));
  return rows.length > 0;
};

/** The event, held until the end of the transaction: two who plan it come one after the other. */
export const lockEvent = async (unit: Unit, id: string): Promise<StoredEvent | null> => {
  const { rows } = await sql<StoredEvent>`select ${columns} from events_event where id = ${id}
    for update`.execute(tables(unit));
  return rows[0] ?? null;
};

/** Held until the end of the transaction: two who make an event at once do not take the same code. */
export const lockEvents = async (unit: Unit): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${eventsLock})`.execute(tables(unit));
};
const eventsLock = 7_361_090;

/** How many there are, and whether another one has this code. */
export const codeFacts = async (
  unit: Unit,
  code: string,
  except: string | null,
): Promise<{ readonly count: number; readonly taken: boolean }> => {
  const { rows } = await sql<{ count: number; taken: boolean }>`select count(*)::int as count,
    coalesce(bool_or(code = ${code} and id is distinct from ${except}), false) as taken
    from events_event`.execute(tables(unit));
  return rows[0] ?? { count: 0, taken: false };
};
