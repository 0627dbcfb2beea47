/** The only SQL of shifts and handovers. */
import { sql } from 'kysely';
import { canonical, isObject, readJson } from '../../../kernel/canonical.ts';
import { assert } from '../../../kernel/faults.ts';
import type { DeskId, EntryId, PartyId, PersonId, ShiftId } from '../../../kernel/ids.ts';
import { type Tlp, tlpRank, tlps } from '../../../kernel/marking.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { shiftLimits } from './contract.ts';
import type { Note, StoredHandover, StoredShift } from './shift.ts';

const tables = (unit: Unit) => unit.tables<object>();

interface ShiftRow {
  id: ShiftId;
  holder: PartyId;
  desk: DeskId;
  officers: PersonId[];
  starts_at: Instant;
  ends_at: Instant;
  cancelled_at: Instant | null;
}
interface HandoverRow {
  shift: ShiftId;
  tlp_rank: number;
  version: number;
  erase_on: Day;
  note_hash: string | null;
  out_by: PersonId | null;
  out_at: Instant | null;
  in_by: PersonId | null;
  in_at: Instant | null;
  note: string | null;
}

const toShift = (row: ShiftRow): StoredShift => ({
  id: row.id,
  holder: row.holder,
  desk: row.desk,
  officers: row.officers,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  cancelledAt: row.cancelled_at,
});

const signature = (by: PersonId | null, at: Instant | null) =>
  by === null || at === null ? null : { by, at };
const tlpOf = (rank: number): Tlp => tlps[rank] ?? 'red';

/** A note from its stored text: this house wrote it. */
const isNote = (value: unknown): value is Note =>
  isObject(value) && isObject(value.headings) && Array.isArray(value.pinned) && Array.isArray(value.alerts);

const readNote = (text: string): Note => {
  const value: unknown = readJson(text)?.value;
  assert(isNote(value), 'a stored handover note is not one');
  return value;
};

const toHandover = (row: HandoverRow): StoredHandover => ({
  shift: row.shift,
  tlp: tlpOf(row.tlp_rank),
  version: row.version,
  eraseOn: row.erase_on,
  hash: row.note_hash,
  out: signature(row.out_by, row.out_at),
  in: signature(row.in_by, row.in_at),
  note: row.note === null ? null : readNote(row.note),
});

export const insertShift = async (
  unit: Unit,
  shift: Omit<StoredShift, 'cancelledAt'>,
  made: { readonly by: string; readonly at: Instant },
): Promise<void> => {
  await sql`insert into watch_shift (id, holder, desk, officers, starts_at, ends_at, made_by, made_at)
    values (${shift.id}, ${shift.holder}, ${shift.desk}, ${[...shift.officers]}, ${shift.startsAt},
      ${shift.endsAt}, ${made.by}, ${made.at})`.execute(tables(unit));
};

export const cancelShift = async (unit: Unit, id: ShiftId, by: string, at: Instant): Promise<void> => {
  await sql`update watch_shift set cancelled_by = ${by}, cancelled_at = ${at} where id = ${id}`.execute(
    tables(unit),
  );
};

/** Held until the end of the transaction: two who plan the same shift at once do not both make it. */
export const lockRota = async (unit: Unit): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${rotaLock})`.execute(tables(unit));
};
const rotaLock = 7_361_050;

/** Which of these moments the desk has a shift at already, that was not cancelled. */
export const shiftsAt = async (
  unit: Unit,
  desk: DeskId,
  moments: readonly Pick<StoredShift, 'startsAt' | 'endsAt'>[],
): Promise<readonly Instant[]> => {
  const { rows } = await sql<{ at: Instant }>`select starts_at as at from watch_shift
    where desk = ${desk} and cancelled_at is null and (starts_at, ends_at) in
      (select * from unnest(${moments.map(({ startsAt }) => startsAt)}::timestamptz[],
        ${moments.map(({ endsAt }) => endsAt)}::timestamptz[])) order by starts_at`.execute(tables(unit));
  return rows.map(({ at }) => at);
};

/** The shift, held until the end of the transaction. */
export const lockShift = async (unit: Unit, id: ShiftId): Promise<StoredShift | null> => {
  const { rows } = await sql<ShiftRow>`select * from watch_shift where id = ${id} for update`.execute(
    tables(unit),
  );
  return rows[0] === undefined ? null : toShift(rows[0]);
};

/** Shifts that touch a period, earliest first. */
export const listShifts = async (unit: Unit, from: Instant, to: Instant): Promise<readonly StoredShift[]> => {
  const { rows } = await sql<ShiftRow>`select * from watch_shift
    where starts_at < ${to}::timestamptz and ends_at > ${from}::timestamptz
    order by starts_at, id limit ${shiftLimits.listed}`.execute(tables(unit));
  return rows.map(toShift);
};

/** The next shift of the desk that begins after this one does. */
export const nextShift = async (unit: Unit, shift: StoredShift): Promise<StoredShift | null> => {
  const { rows } = await sql<ShiftRow>`select * from watch_shift
    where desk = ${shift.desk} and starts_at > ${shift.startsAt}::timestamptz and cancelled_at is null
    order by starts_at, id limit 1`.execute(tables(unit));
  return rows[0] === undefined ? null : toShift(rows[0]);
};

export const findHandovers = async (
  unit: Unit,
  shifts: readonly ShiftId[],
): Promise<ReadonlyMap<ShiftId, StoredHandover>> => {
  const { rows } = await sql<HandoverRow>`select h.*, n.note from watch_handover h
    left join watch_handover_note n on n.shift = h.shift where h.shift = any(${[...shifts]}::text[])`.execute(
    tables(unit),
  );
  return new Map(rows.map((row) => [row.shift, toHandover(row)]));
};

/** When the desk was last taken over before this shift ends; null where it never was. */
export const lastTakenOver = async (unit: Unit, shift: StoredShift): Promise<Instant | null> => {
  const { rows } = await sql<{ at: Instant | null }>`select max(h.in_at) as at
    from watch_handover h join watch_shift s on s.id = h.shift
    where s.desk = ${shift.desk} and s.starts_at < ${shift.startsAt}::timestamptz`.execute(tables(unit));
  return rows[0]?.at ?? null;
};

/** Writes the note that is not signed yet. */
export const putNote = async (
  unit: Unit,
  given: {
    readonly shift: StoredShift;
    readonly tlp: Tlp;
    readonly version: number;
    readonly eraseOn: Day;
    readonly note: Note;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<void> => {
  const { shift } = given;
  await sql`insert into watch_handover (shift, holder, tlp_rank, erase_on, version, written_by, written_at)
    values (${shift.id}, ${shift.holder}, ${tlpRank(given.tlp)}, ${given.eraseOn}, ${given.version},
      ${given.by}, ${given.at})
    on conflict (shift) do update set tlp_rank = excluded.tlp_rank, version = excluded.version,
      written_by = excluded.written_by, written_at = excluded.written_at`.execute(tables(unit));
  await sql`insert into watch_handover_note (shift, note) values (${shift.id}, ${canonical(given.note)})
    on conflict (shift) do update set note = excluded.note`.execute(tables(unit));
};

export const signOut = async (
  unit: Unit,
  shift: ShiftId,
  signed: { readonly by: PersonId; readonly at: Instant; readonly hash: string },
): Promise<void> => {
  await sql`update watch_handover set note_hash = ${signed.hash}, out_by = ${signed.by}, out_at = ${signed.at}
    where shift = ${shift}`.execute(tables(unit));
};

export const signIn = async (unit: Unit, shift: ShiftId, by: PersonId, at: Instant): Promise<void> => {
  await sql`update watch_handover set in_by = ${by}, in_at = ${at} where shift = ${shift}`.execute(
    tables(unit),
  );
};

/** What is pinned now, with the hash of its content, as far as the reader may see it. */
export const pinnedNow = async (
  unit: Unit,
): Promise<readonly { readonly entry: EntryId; readonly number: number; readonly hash: string }[]> => {
  const { rows } = await sql<{ entry: EntryId; number: number; hash: string }>`
    select e.id as entry, e.number, e.content_hash as hash
    from watch_pin p join watch_entry e on e.id = p.entry
    order by p.pinned_at, e.id limit ${shiftLimits.pinned}`.execute(tables(unit));
  return rows;
};

/** Those of the entries that the reader may see, with their words save where they hold personal data. */
export const visibleEntries = async (
  unit: Unit,
  entries: readonly EntryId[],
): Promise<ReadonlyMap<EntryId, string | null>> => {
  const { rows } = await sql<{ id: EntryId; text: string | null }>`
    select e.id, case when e.personal then null else c.text end as text
    from watch_entry e left join watch_content c on c.entry = e.id
    where e.id = any(${[...entries]}::text[])`.execute(tables(unit));
  return new Map(rows.map(({ id, text }) => [id, text]));
};

/** Erases the notes that have come to their date; as the house. The shifts whose note went. */
export const eraseNotesDue = async (unit: Unit, day: Day): Promise<readonly ShiftId[]> => {
  const { rows } = await sql<{ shift: ShiftId }>`delete from watch_handover_note n using watch_handover h
    where h.shift = n.shift and h.erase_on <= ${day}::date returning n.shift`.execute(tables(unit));
  return rows.map(({ shift }) => shift);
};
