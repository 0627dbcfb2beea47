/** The SQL of imports: what was done, where things came from, and what an import did to each. */
import { sql } from 'kysely';
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { HistoryAct, SubjectKind } from '../contract.ts';
import { tables } from '../rows-store.ts';
import type { ByHand } from './comparing.ts';
import {
  type Import,
  type ImportCounts,
  type ImportSettings,
  type ImportTarget,
  importLimits,
} from './contract.ts';

/**
 * What was changed by hand of what came from files, and by no import since. What an import did that was
 * undone counts no more than its undoing.
 */
export const handChangesOf = async (unit: Unit, event: string, kind: SubjectKind): Promise<ByHand> => {
  const { rows } = await sql<{ subject: string; fields: string[] }>`
    with hand as (
      select distinct c.subject from events_change c join events_source s on s.subject = c.subject
      where c.event = ${event} and c.kind = ${kind} and c.import is null and c.act <> 'made'),
    newest as (
      select distinct on (c.subject, field) c.subject, field, c.import
      from events_change c join hand on hand.subject = c.subject
      cross join lateral jsonb_object_keys(c.after) field
      left join events_import i on i.id = c.import
      where c.act <> 'made' and i.undone_at is null
      order by c.subject, field, c.id desc)
    select subject, array_agg(field order by field) as fields from newest where import is null
    group by subject`.execute(tables(unit));
  return new Map(rows.map(({ subject, fields }) => [subject, new Set(fields)] as const));
};

export interface NewImport {
  readonly id: string;
  readonly event: string;
  readonly at: Instant;
  readonly by: string;
  readonly source: string;
  readonly file: string;
  readonly target: ImportTarget;
  readonly settings: ImportSettings;
  readonly counts: ImportCounts;
}
export const insertImport = async (unit: Unit, holder: PartyId, one: NewImport): Promise<void> => {
  await sql`insert into events_import (id, holder, event, at, by, source, file, target, settings, counts)
    values (${one.id}, ${holder}, ${one.event}, ${one.at}, ${one.by}, ${one.source}, ${one.file},
      ${one.target}, ${JSON.stringify(one.settings)}, ${JSON.stringify(one.counts)})`.execute(tables(unit));
};

/** The last first; the last that stands is marked. */
export const listImports = async (unit: Unit, event: string): Promise<readonly Import[]> => {
  const { rows } = await sql<Omit<Import, 'isLast'>>`select id, at, by, source, file, target, counts,
    undone_at as "undoneAt" from events_import where event = ${event}
    order by at desc, id limit ${importLimits.listed}`.execute(tables(unit));
  const last = rows.find(({ undoneAt }) => undoneAt === null)?.id;
  return rows.map((row) => ({ ...row, isLast: row.id === last }));
};

/** How the source was read the last time; null where it is new. */
export const settingsOf = async (
  unit: Unit,
  event: string,
  source: string,
): Promise<ImportSettings | null> => {
  const { rows } = await sql<{ settings: ImportSettings }>`select settings from events_import
    where event = ${event} and source = ${source} and undone_at is null
    order by at desc, id limit 1`.execute(tables(unit));
  return rows[0]?.settings ?? null;
};

export const importExists = async (unit: Unit, id: string): Promise<boolean> => {
  const { rows } = await sql`select 1 from events_import where id = ${id}`.execute(tables(unit));
  return rows.length > 0;
};

export const markUndone = async (unit: Unit, id: string, by: string, at: Instant): Promise<void> => {
  await sql`update events_import set undone_by = ${by}, undone_at = ${at} where id = ${id}`.execute(
    tables(unit),
  );
};

/** What an import did to one thing. */
export interface Did {
  readonly kind: SubjectKind;
  readonly subject: string;
  readonly act: HistoryAct;
  readonly version: number;
  readonly before: JsonObject;
}
export const didOf = async (unit: Unit, id: string): Promise<readonly Did[]> => {
  const { rows } = await sql<Did>`select kind, subject, act, version, before from events_change
    where import = ${id} order by id`.execute(tables(unit));
  return rows;
};

/** What was changed since an import did something to it, by a hand or by an import that stands. */
export const changedSince = async (unit: Unit, id: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ subject: string }>`
    with mine as (select subject, max(id) as last from events_change where import = ${id} group by subject)
    select distinct c.subject from events_change c join mine on mine.subject = c.subject and c.id > mine.last
    left join events_import i on i.id = c.import where i.undone_at is null`.execute(tables(unit));
  return rows.map(({ subject }) => subject);
};

/** Which of these venues, objects and sessions a post or another session points to. */
export const pointedTo = async (
  unit: Unit,
  event: string,
  ids: readonly string[],
): Promise<readonly string[]> => {
  const all = [...ids];
  const { rows } = await sql<{ subject: string }>`
    select named.subject from unnest(${all}::text[]) as named (subject) where exists (
      select from events_post p where p.event = ${event}
        and named.subject in (p.venue, p.object, p.session))
    union
    select s.venue as subject from events_session s where s.event = ${event}
      and s.venue = any(${all}::text[]) and s.id <> all(${all}::text[])`.execute(tables(unit));
  return rows.map(({ subject }) => subject);
};
