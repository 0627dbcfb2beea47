/** The SQL of venues that were merged, and of those that are two though they look alike. */
import { sql } from 'kysely';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { tables } from '../rows-store.ts';
import { type Merge, mergeLimits } from './contract.ts';
import type { Did } from './merge.ts';

export interface NewMerge {
  readonly id: string;
  readonly event: string;
  readonly stays: string;
  readonly at: Instant;
  readonly by: string;
  readonly did: Did;
}

/** Keeps a merge, and shows the venue that went no more: its code is free. */
export const insertMerge = async (unit: Unit, holder: PartyId, merge: NewMerge): Promise<void> => {
  const { id, event, stays, at, by, did } = merge;
  const { id: goes, code, name } = did.goes;
  await sql`insert into events_venue_merge (id, holder, event, stays, goes, code, name, at, by, did)
    values (${id}, ${holder}, ${event}, ${stays}, ${goes}, ${code}, ${JSON.stringify(name)}::jsonb, ${at},
      ${by}, ${JSON.stringify(did)}::jsonb)`.execute(tables(unit));
  await sql`update events_venue set merged_into = ${stays}, code = id where id = ${goes}`.execute(
    tables(unit),
  );
};

export const markMergeUndone = async (
  unit: Unit,
  merge: Pick<StoredMerge, 'id' | 'did'>,
  by: string,
  at: Instant,
): Promise<void> => {
  const { id, code } = merge.did.goes;
  await sql`update events_venue_merge set undone_by = ${by}, undone_at = ${at}
    where id = ${merge.id}`.execute(tables(unit));
  await sql`update events_venue set merged_into = null, code = ${code} where id = ${id}`.execute(
    tables(unit),
  );
};

/** The newest first. */
export const listMerges = async (unit: Unit, event: string): Promise<readonly Merge[]> => {
  const { rows } = await sql<Merge>`select id, at, by, stays, code, name,
      jsonb_array_length(did -> 'sessions') as sessions, jsonb_array_length(did -> 'posts') as posts,
      undone_at as "undoneAt"
    from events_venue_merge where event = ${event} order by at desc, id limit ${mergeLimits.listed}`.execute(
    tables(unit),
  );
  return rows;
};

export interface StoredMerge {
  readonly id: string;
  readonly stays: string;
  readonly undoneAt: string | null;
  readonly did: Did;
}
export const findMerge = async (unit: Unit, event: string, id: string): Promise<StoredMerge | null> => {
  const { rows } = await sql<StoredMerge>`select id, stays, undone_at as "undoneAt", did
    from events_venue_merge where id = ${id} and event = ${event}`.execute(tables(unit));
  return rows[0] ?? null;
};

/** Into which venue each went that is shown no more. */
export const mergedInto = async (unit: Unit, event: string): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ goes: string; stays: string }>`select goes, stays from events_venue_merge
    where event = ${event} and undone_at is null`.execute(tables(unit));
  return new Map(rows.map(({ goes, stays }) => [goes, stays] as const));
};

/** The codes of venues that went, by their id. */
export const mergedCodes = async (unit: Unit, event: string): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ goes: string; code: string }>`select goes, code from events_venue_merge
    where event = ${event} and undone_at is null`.execute(tables(unit));
  return new Map(rows.map(({ goes, code }) => [goes, code] as const));
};

/** In which zones of a venue posts stand. */
export const postedZones = async (unit: Unit, event: string, venue: string): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ zone: string }>`select distinct zone from events_post
    where event = ${event} and venue = ${venue} and zone is not null`.execute(tables(unit));
  return new Set(rows.map(({ zone }) => zone));
};

export const putApart = async (
  unit: Unit,
  how: { readonly holder: PartyId; readonly event: string; readonly at: Instant; readonly by: string },
  [one, other]: readonly [string, string],
): Promise<void> => {
  await sql`insert into events_venue_apart (holder, event, one, other, at, by)
    values (${how.holder}, ${how.event}, ${one}, ${other}, ${how.at}, ${how.by})
    on conflict do nothing`.execute(tables(unit));
};
export const deleteApart = async (unit: Unit, [one, other]: readonly [string, string]): Promise<void> => {
  await sql`delete from events_venue_apart where one = ${one} and other = ${other}`.execute(tables(unit));
};
export const apartOf = async (unit: Unit, event: string): Promise<readonly (readonly string[])[]> => {
  const { rows } = await sql<{ one: string; other: string }>`select one, other from events_venue_apart
    where event = ${event}`.execute(tables(unit));
  return rows.map(({ one, other }) => [one, other]);
};
