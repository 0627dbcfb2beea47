/** The SQL of where things came from: which list has them, and what else lists call venues. */
import { sql } from 'kysely';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { mergedInto } from '../merging/merge-store.ts';
import { tables } from '../rows-store.ts';
import type { Sourced } from './comparing.ts';
import type { ImportTarget } from './contract.ts';
import type { OtherCode } from './plan.ts';

export const sourcesOf = async (unit: Unit, event: string, target: ImportTarget): Promise<Sourced> => {
  const { rows } = await sql<{ subject: string; source: string; gone: boolean }>`
    select subject, source, gone from events_source where event = ${event} and target = ${target}`.execute(
    tables(unit),
  );
  return new Map(rows.map(({ subject, source, gone }) => [subject, { source, gone }] as const));
};

/** Things of an event that a list has, or has not any more. */
export interface Sourcing {
  readonly event: string;
  readonly source: string;
  readonly target: ImportTarget;
  readonly gone: boolean;
  readonly subjects: readonly string[];
}

/** Keeps where these came from, which `putSources` is about to change. */
export const rememberSources = async (
  unit: Unit,
  holder: PartyId,
  given: Sourcing & { readonly import: string },
): Promise<void> => {
  await sql`insert into events_source_before (import, subject, holder, event, source, gone)
    select ${given.import}, named.subject, ${holder}, ${given.event}, was.source, coalesce(was.gone, false)
    from unnest(${[...given.subjects]}::text[]) as named (subject) left join events_source was using (subject)
    where was.source is distinct from ${given.source} or was.gone is distinct from ${given.gone}
    on conflict do nothing`.execute(tables(unit));
};

/** Says of these things that they came from a source, and whether they were in it this time. */
export const putSources = async (unit: Unit, holder: PartyId, given: Sourcing): Promise<void> => {
  const subjects = [...given.subjects];
  await sql`insert into events_source (subject, holder, event, source, target, gone)
    select subject, ${holder}, ${given.event}, ${given.source}, ${given.target}, ${given.gone}
    from unnest(${subjects}::text[]) as subject
    on conflict (subject) do update set source = excluded.source, target = excluded.target,
      gone = excluded.gone`.execute(tables(unit));
};

/** As it was before an import. */
export const restoreSources = async (unit: Unit, id: string): Promise<void> => {
  await sql`delete from events_source s using events_source_before b
    where b.import = ${id} and b.subject = s.subject and b.source is null`.execute(tables(unit));
  await sql`update events_source s set source = b.source, gone = b.gone from events_source_before b
    where b.import = ${id} and b.subject = s.subject and b.source is not null`.execute(tables(unit));
};

export const deleteSources = async (unit: Unit, subjects: readonly string[]): Promise<void> => {
  await sql`delete from events_source where subject = any(${[...subjects]}::text[])`.execute(tables(unit));
};

/** The venue that is shown, of one that may have gone into another. */
export const standingOf = (venue: string, into: ReadonlyMap<string, string>): string => {
  const next = into.get(venue);
  return next === undefined ? venue : standingOf(next, into);
};

/**
 * Venues by the codes of other lists and of venues that went into them; of two that say another, the newest
 * that stands.
 */
export const codesOf = async (unit: Unit, event: string): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ code: string; venue: string }>`select distinct on (code) code, venue from (
      select c.code, c.venue, i.at, i.id from events_venue_code c join events_import i on i.id = c.import
      where c.event = ${event} and i.undone_at is null
      union all
      select code, stays, at, id from events_venue_merge where event = ${event} and undone_at is null) said
    order by code, at desc, id`.execute(tables(unit));
  const into = await mergedInto(unit, event);
  return new Map(rows.map(({ code, venue }) => [code, standingOf(venue, into)] as const));
};

export const putCodes = async (
  unit: Unit,
  holder: PartyId,
  given: { readonly import: string; readonly event: string; readonly codes: readonly OtherCode[] },
): Promise<void> => {
  await sql`insert into events_venue_code (import, code, holder, event, venue)
    select ${given.import}, code, ${holder}, ${given.event}, venue
    from jsonb_to_recordset(${JSON.stringify(given.codes)}::jsonb) as named (code text, venue text)`.execute(
    tables(unit),
  );
};
