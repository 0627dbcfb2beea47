/** The SQL of drafts: their facts, who stands where in them, and what people settled. */
import { sql } from 'kysely';
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { DraftFacts, Solved } from './contract.ts';
import { type Change, type DraftState, holdKey, readSeatKey, type Standing, seatKey } from './draft.ts';
import type { Hold } from './plan.ts';

const tables = (unit: Unit) => unit.tables<object>();

const columns = sql.raw(`id, event, plan, name, copied_from as "copiedFrom", state, version, place, solved,
  made_by as "madeBy", made_at as "madeAt", changed_at as "changedAt", proposed_by as "proposedBy",
  proposed_at as "proposedAt", returned, (select coalesce(max(e.place), 0) from roster_edit e
    where e.draft = d.id)::int as edits`);

/** A draft as it is kept; `edits` counts those that were undone as well. */
export type StoredDraft = DraftFacts;

export const insertDraft = async (
  unit: Unit,
  draft: Pick<StoredDraft, 'id' | 'event' | 'plan' | 'name' | 'copiedFrom' | 'madeBy' | 'madeAt'> & {
    readonly holder: PartyId;
  },
): Promise<void> => {
  await sql`insert into roster_draft (id, holder, event, plan, name, copied_from, state, made_by, made_at,
      changed_at)
    values (${draft.id}, ${draft.holder}, ${draft.event}, ${draft.plan}, ${draft.name}, ${draft.copiedFrom},
      'open', ${draft.madeBy}, ${draft.madeAt}, ${draft.madeAt})`.execute(tables(unit));
};

export const findDraft = async (unit: Unit, id: string): Promise<StoredDraft | null> => {
  const { rows } = await sql<StoredDraft>`select ${columns} from roster_draft d where id = ${id}`.execute(
    tables(unit),
  );
  return rows[0] ?? null;
};

/** The same, held until the transaction ends: two edits never meet. */
export const holdDraft = async (unit: Unit, id: string): Promise<StoredDraft | null> => {
  await sql`select 1 from roster_draft where id = ${id} for update`.execute(tables(unit));
  return findDraft(unit, id);
};

/**
 * Whoever made a draft, edited it or let it be solved, and the same of drafts that it is a copy of, back to
 * what was published: that another person had looked at.
 */
export const authorsOf = async (unit: Unit, id: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ author: string }>`with recursive line as (
      select id, copied_from, made_by from roster_draft where id = ${id}
      union
      select d.id, d.copied_from, d.made_by from roster_draft d join line l on d.id = l.copied_from
      where d.state <> 'published')
    select made_by as author from line
    union select e.done_by from roster_edit e join line l on e.draft = l.id
    union select j.started_by from roster_job j join line l on j.draft = l.id`.execute(tables(unit));
  return rows.map(({ author }) => author);
};

export const listDrafts = async (
  unit: Unit,
  event: string,
  limit: number,
): Promise<readonly StoredDraft[]> => {
  const { rows } = await sql<StoredDraft>`select ${columns} from roster_draft d
    where event = ${event} and state <> 'discarded' order by changed_at desc limit ${limit}`.execute(
    tables(unit),
  );
  return rows;
};

/** Drafts that wait, by event: for who approves, save what he proposed himself, and for who plans. */
export const waitingDrafts = async (
  unit: Unit,
  reader: string,
): Promise<readonly { readonly event: string; readonly toApprove: number; readonly returned: number }[]> => {
  const { rows } = await sql<{ event: string; toApprove: number; returned: number }>`select event,
      count(*) filter (where state = 'proposed' and proposed_by <> ${reader})::int as "toApprove",
      count(*) filter (where state = 'open')::int as returned
    from roster_draft where state = 'proposed' or (state = 'open' and returned is not null)
    group by event`.execute(tables(unit));
  return rows;
};

interface StandingRow {
  readonly post: string;
  readonly seat: number;
  readonly unit: string;
  readonly starts_at: Instant | null;
  readonly ends_at: Instant | null;
}

const standingOf = ({ unit, starts_at: from, ends_at: to }: StandingRow): Standing => ({
  unit,
  ...(from === null ? {} : { from }),
  ...(to === null ? {} : { to }),
});

/** Who stands where in a draft, and what people settled. */
export const readState = async (
  unit: Unit,
  { id, plan }: Pick<StoredDraft, 'id' | 'plan'>,
): Promise<DraftState> => {
  const [standing, holds] = await Promise.all([
    sql<StandingRow>`select post, seat, unit, starts_at, ends_at from roster_standing
      where draft = ${id}`.execute(tables(unit)),
    sql<{ hold: Hold }>`select hold from roster_hold where draft = ${id} order by key`.execute(tables(unit)),
  ]);
  return {
    plan,
    standing: new Map(standing.rows.map((row) => [seatKey(row.post, row.seat), standingOf(row)])),
    holds: new Map(holds.rows.map(({ hold }) => [holdKey(hold), hold])),
  };
};

const seatsOf = (changes: readonly Change[]) =>
  changes.flatMap((change) => (change.kind === 'stand' ? [change] : []));

const keepSeats = async (
  unit: Unit,
  draft: string,
  holder: PartyId,
  changes: readonly Change[],
): Promise<void> => {
  const seats = seatsOf(changes).map(({ post, seat, after }) => ({
    post,
    seat,
    unit: after?.unit ?? null,
    starts_at: after?.from ?? null,
    ends_at: after?.to ?? null,
  }));
  if (seats.length === 0) return;
  const rows = JSON.stringify(seats);
  await sql`delete from roster_standing s using jsonb_to_recordset(${rows}::jsonb) as n (post text, seat int)
    where s.draft = ${draft} and s.post = n.post and s.seat = n.seat`.execute(tables(unit));
  await sql`insert into roster_standing (draft, holder, post, seat, unit, starts_at, ends_at)
    select ${draft}, ${holder}, post, seat, unit, starts_at, ends_at
    from jsonb_to_recordset(${rows}::jsonb)
      as n (post text, seat int, unit text, starts_at timestamptz, ends_at timestamptz)
    where unit is not null`.execute(tables(unit));
};

const keepHolds = async (
  unit: Unit,
  draft: string,
  holder: PartyId,
  changes: readonly Change[],
): Promise<void> => {
  for (const change of changes) {
    if (change.kind !== 'hold') continue;
    const { before, after } = change;
    if (before !== null)
      await sql`delete from roster_hold where draft = ${draft} and key = ${holdKey(before)}`.execute(
        tables(unit),
      );
    if (after !== null)
      await sql`insert into roster_hold (draft, holder, key, hold)
        values (${draft}, ${holder}, ${holdKey(after)}, ${JSON.stringify(after)}::jsonb)`.execute(
        tables(unit),
      );
  }
};

/** Keeps what changed, in the order of the changes; a seat or a decision is named once among them. */
export const keepChanges = async (
  unit: Unit,
  { id: draft, holder }: { readonly id: string; readonly holder: PartyId },
  changes: readonly Change[],
): Promise<void> => {
  const last = changes.findLast((change) => change.kind === 'plan');
  if (last !== undefined)
    await sql`update roster_draft set plan = ${last.after} where id = ${draft}`.execute(tables(unit));
  await keepSeats(unit, draft, holder, changes);
  await keepHolds(unit, draft, holder, changes);
};

/** The next version of a draft; `place` is how many of its edits stand now. */
export const advance = async (
  unit: Unit,
  id: string,
  { place, at }: { readonly place: number; readonly at: Instant },
): Promise<void> => {
  await sql`update roster_draft set version = version + 1, place = ${place}, changed_at = ${at}
    where id = ${id}`.execute(tables(unit));
};

export const keepSolved = async (unit: Unit, id: string, solved: Solved): Promise<void> => {
  await sql`update roster_draft set solved = ${JSON.stringify(solved)}::jsonb where id = ${id}`.execute(
    tables(unit),
  );
};

/** All that stands somewhere, in a draft that has nothing yet. */
export const copyState = async (
  unit: Unit,
  draft: { readonly id: string; readonly holder: PartyId },
  { standing, holds }: DraftState,
): Promise<void> => {
  const stands = [...standing].map(
    ([key, after]): Change => ({ kind: 'stand', ...readSeatKey(key), before: null, after }),
  );
  const settled = [...holds.values()].map((after): Change => ({ kind: 'hold', before: null, after }));
  await keepChanges(unit, draft, [...stands, ...settled]);
};

/** Another state of the draft: proposed, sent back, published, discarded. */
export const setDraftState = async (
  unit: Unit,
  id: string,
  to: Pick<StoredDraft, 'state' | 'proposedBy' | 'proposedAt' | 'returned'> & { readonly at: Instant },
): Promise<void> => {
  await sql`update roster_draft set state = ${to.state}, proposed_by = ${to.proposedBy},
      proposed_at = ${to.proposedAt}, returned = ${to.returned}, version = version + 1, changed_at = ${to.at}
    where id = ${id}`.execute(tables(unit));
};
