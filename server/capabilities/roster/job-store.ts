/** The SQL of jobs: work in a thread that outlives the page which asked for it. */
import { sql } from 'kysely';
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Job } from './contract.ts';

const tables = (unit: Unit) => unit.tables<object>();

const columns = sql.raw(`id, draft, kind, state, seed, iterations, progress, started_at as "startedAt",
  ended_at as "endedAt"`);

/** A job with what it works on. */
export interface StoredJob extends Job {
  readonly version: number;
  readonly plan: string;
}

export const insertJob = async (
  unit: Unit,
  job: Omit<StoredJob, 'state' | 'progress' | 'endedAt'> & {
    readonly holder: PartyId;
    readonly startedBy: string;
  },
): Promise<void> => {
  await sql`insert into roster_job (id, holder, draft, kind, state, seed, iterations, version, plan,
      started_by, started_at)
    values (${job.id}, ${job.holder}, ${job.draft}, ${job.kind}, 'running', ${job.seed}, ${job.iterations},
      ${job.version}, ${job.plan}, ${job.startedBy}, ${job.startedAt})`.execute(tables(unit));
};

export const findJob = async (unit: Unit, id: string): Promise<StoredJob | null> => {
  const { rows } = await sql<StoredJob>`select ${columns}, version, plan from roster_job
    where id = ${id}`.execute(tables(unit));
  return rows[0] ?? null;
};

/** The last job of a draft, whatever came of it. */
export const lastJob = async (unit: Unit, draft: string): Promise<StoredJob | null> => {
  const { rows } = await sql<StoredJob>`select ${columns}, version, plan from roster_job
    where draft = ${draft} order by started_at desc limit 1`.execute(tables(unit));
  return rows[0] ?? null;
};

export const keepProgress = async (
  unit: Unit,
  id: string,
  progress: NonNullable<Job['progress']>,
): Promise<void> => {
  await sql`update roster_job set progress = ${JSON.stringify(progress)}::jsonb
    where id = ${id} and state = 'running'`.execute(tables(unit));
};

/** Ends a job that runs; false where it had ended before. */
export const endJob = async (
  unit: Unit,
  id: string,
  end: { readonly state: Job['state']; readonly at: Instant; readonly result?: string },
): Promise<boolean> => {
  const { numAffectedRows = 0n } = await sql`update roster_job
    set state = ${end.state}, ended_at = ${end.at}, result = ${end.result ?? null}
    where id = ${id} and state = 'running'`.execute(tables(unit));
  return numAffectedRows > 0n;
};

/** What a job found. */
export const resultOf = async (unit: Unit, id: string): Promise<string | null> => {
  const { rows } = await sql<{ result: string | null }>`select result from roster_job
    where id = ${id}`.execute(tables(unit));
  return rows[0]?.result ?? null;
};

/** Jobs that ran when the process ended have nobody who works on them: they are broken off. */
export const breakOff = async (unit: Unit, at: Instant): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`update roster_job set state = 'broken-off', ended_at = ${at}
    where state = 'running' returning id`.execute(tables(unit));
  return rows.map(({ id }) => id);
};
