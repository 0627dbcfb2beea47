/** The SQL of what an officer reads of the checks that were asked. */
import { sql } from 'kysely';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { StoredCheck } from './check-store.ts';
import type { Check, CheckResult } from './contract.ts';

const tables = (unit: Unit) => unit.tables<object>();

type Row = Pick<
  StoredCheck,
  'id' | 'officer' | 'agreement' | 'partner' | 'field' | 'purpose' | 'reason' | 'state' | 'fault' | 'asked'
> &
  Pick<StoredCheck, 'asked_at' | 'done_at' | 'until'> & {
    readonly batch: string | null;
    readonly stopped_at: Instant | null;
    readonly hits: number;
  };

const columns = sql.raw(
  'id, batch, officer, agreement, partner, field, purpose, reason, state, fault, asked, asked_at, done_at, ' +
    'until, stopped_at, ' +
    '(select count(distinct coalesce(q.first_place, q.place)) from matching_query q ' +
    'where q.check_id = matching_check.id and q.hit and not q.decoy) as hits',
);

const view = ({ batch, asked_at, done_at, stopped_at, hits, ...row }: Row): Check => ({
  ...row,
  batch: batch ?? row.id,
  hits: done_at === null ? null : hits,
  askedAt: asked_at,
  doneAt: done_at,
  stoppedAt: stopped_at,
});

export const listChecks = async (unit: Unit, limit: number): Promise<readonly Check[]> => {
  const { rows } = await sql<Row>`select ${columns} from matching_check
    order by asked_at desc, id limit ${limit}`.execute(tables(unit));
  return rows.map(view);
};

const identifiersOf = async (unit: Unit, check: string): Promise<CheckResult['identifiers']> => {
  const { rows } = await sql<CheckResult['identifiers'][number]>`
    select kind, form, coalesce(text, form) as text, any_hit as hit,
      coalesce(any_hit and not hit, false) as partly
    from (select kind, form, text, hit, place, first,
        bool_or(hit) over (partition by first) as any_hit
      from (select *, coalesce(first_place, place) as first from matching_query
        where check_id = ${check} and not decoy) key) identifier
    where place = first order by place`.execute(tables(unit));
  return rows;
};

/** Null where it is not there, or not for this reader. */
export const findCheck = async (unit: Unit, id: string): Promise<CheckResult | null> => {
  const { rows } = await sql<Row>`select ${columns} from matching_check where id = ${id}`.execute(
    tables(unit),
  );
  const [row] = rows;
  return row === undefined ? null : { ...view(row), identifiers: await identifiersOf(unit, row.id) };
};

/** What was asked of several partners at once, as far as it is for this reader. */
export const findBatch = async (
  unit: Unit,
  batch: string,
  limit: number,
): Promise<readonly CheckResult[]> => {
  const { rows } = await sql<Row>`select ${columns} from matching_check
    where batch = ${batch} or (batch is null and id = ${batch})
    order by asked_at, id limit ${limit}`.execute(tables(unit));
  const all: CheckResult[] = [];
  for (const row of rows) all.push({ ...view(row), identifiers: await identifiersOf(unit, row.id) });
  return all;
};

/** Ends a standing watch, and forgets what it was looked up by; false where none runs. */
export const stopWatch = async (unit: Unit, id: string, at: Instant): Promise<boolean> => {
  const { numAffectedRows = 0n } = await sql`update matching_check set until = null, stopped_at = ${at}
    where id = ${id} and until is not null`.execute(tables(unit));
  if (numAffectedRows === 0n) return false;
  await sql`update matching_query set tag = null where check_id = ${id}`.execute(tables(unit));
  return true;
};
