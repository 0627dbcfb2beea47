/** The SQL of who heads a desk, who is away, and how much each has in hand. */
import type { DeskId, PartyId, PersonId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { RequestTables } from '../store.ts';
import type { StoredAbsence } from './absence.ts';
import { staffLimits } from './contract.ts';

interface Tables extends RequestTables {
  request_desk_head: {
    desk: DeskId;
    person: PersonId;
    holder: PartyId;
    named_by: PersonId | null;
    named_at: Instant;
  };
  request_absence: {
    id: string;
    person: PersonId;
    stand_in: PersonId;
    holder: PartyId;
    from_at: Instant;
    until_at: Instant;
    marked_by: PersonId | null;
    marked_at: Instant;
  };
}
const tables = (unit: Unit) => unit.tables<Tables>();

/** Who did it and when, beside what was done. */
export interface Marked {
  readonly holder: PartyId;
  readonly by: PersonId | null;
  readonly at: Instant;
}

export const listHeads = async (unit: Unit): Promise<ReadonlyMap<DeskId, PersonId>> => {
  const rows = await tables(unit).selectFrom('request_desk_head').select(['desk', 'person']).execute();
  return new Map(rows.map(({ desk, person }) => [desk, person]));
};

export const putHead = async (unit: Unit, desk: DeskId, person: PersonId, how: Marked): Promise<void> => {
  const changing = { person, named_by: how.by, named_at: how.at };
  await tables(unit)
    .insertInto('request_desk_head')
    .values({ desk, holder: how.holder, ...changing })
    .onConflict((conflict) => conflict.column('desk').doUpdateSet(changing))
    .execute();
};

export const deleteHead = async (unit: Unit, desk: DeskId): Promise<void> => {
  await tables(unit).deleteFrom('request_desk_head').where('desk', '=', desk).execute();
};

/** Those that have not ended by then, the next first. */
export const listAbsences = async (unit: Unit, now: Instant): Promise<readonly StoredAbsence[]> =>
  tables(unit)
    .selectFrom('request_absence')
    .select(['id', 'person', 'stand_in as standIn', 'from_at as from', 'until_at as until'])
    .where('until_at', '>', now)
    .orderBy('from_at')
    .orderBy('id')
    .limit(staffLimits.absences)
    .execute();

export const insertAbsence = async (unit: Unit, absence: StoredAbsence, how: Marked): Promise<void> => {
  const { id, person, standIn, from, until } = absence;
  await tables(unit)
    .insertInto('request_absence')
    .values({
      ...{ id, person, stand_in: standIn, from_at: from, until_at: until },
      ...{ holder: how.holder, marked_by: how.by, marked_at: how.at },
    })
    .execute();
};

/** He is back: nothing of one that had not begun stays, of one that had, what has passed. */
export const endAbsence = async (unit: Unit, absence: StoredAbsence, now: Instant): Promise<void> => {
  if (absence.from >= now) {
    await tables(unit).deleteFrom('request_absence').where('id', '=', absence.id).execute();
    return;
  }
  await tables(unit)
    .updateTable('request_absence')
    .set({ until_at: now })
    .where('id', '=', absence.id)
    .execute();
};

export const deleteAbsencesBefore = async (unit: Unit, at: Instant): Promise<void> => {
  await tables(unit).deleteFrom('request_absence').where('until_at', '<', at).execute();
};

/** Changes of heads and absences wait for each other: what one checks, another must not change meanwhile. */
export const lockStaff = async (unit: Unit): Promise<void> => {
  await tables(unit)
    .selectNoFrom((build) => build.fn<string>('pg_advisory_xact_lock', [build.val(staffLock)]).as('locked'))
    .execute();
};
const staffLock = 7_361_001;

/** How much each officer has in hand. */
export const countOpenByOfficer = async (unit: Unit): Promise<ReadonlyMap<PersonId, number>> => {
  const rows = await tables(unit)
    .selectFrom('request_strand')
    .select(['assignee', (build) => build.fn.countAll<number>().as('open')])
    .where('waits_for', 'is not', null)
    .where('assignee', 'is not', null)
    .groupBy('assignee')
    .execute();
  return new Map(
    rows.flatMap(({ assignee, open }) => (assignee === null ? [] : [[assignee, open] as const])),
  );
};

/** Everyone who is away at this moment: desks where nobody is there take nothing in. */
export const absentNow = async (unit: Unit, now: Instant): Promise<ReadonlySet<PersonId>> => {
  const absences = await listAbsences(unit, now);
  return new Set(absences.filter(({ from }) => from <= now).map(({ person }) => person));
};
