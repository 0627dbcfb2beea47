/** SQL of units: the register and the deployments. */
import { sql } from 'kysely';
import type { PartyId, PersonId } from '../../../kernel/ids.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { type Profile, unitLimits } from './contract.ts';
import { papersOf, type StoredUnit } from './unit.ts';
import type { Stage, UnitKind } from './vocabulary.ts';

const tables = (unit: Unit) => unit.tables<object>();

interface UnitTable {
  id: string;
  holder: PartyId;
  kind: UnitKind;
  party: PartyId;
  host: PartyId;
  ask: string | null;
  line: string | null;
  event: string | null;
  stage: Stage;
  person: PersonId | null;
  profile: Profile;
  available_from: Instant;
  available_until: Instant;
  purpose: string;
  legal_basis: string;
  review_on: Day;
  erase_on: Day;
  replaces: string | null;
  vetting: StoredUnit['vetting'];
  arrived_at: Instant | null;
  lodging: string;
  briefed: StoredUnit['briefed'];
  proposal: StoredUnit['proposal'];
  extended: boolean;
  released_at: Instant | null;
  debriefed_by: readonly PartyId[];
  told: StoredUnit['told'];
  badge_until: Day | null;
  created_at: Instant;
  version: number;
  writers: readonly PersonId[];
  envelope: string | null;
  refusal: StoredUnit['refusal'];
  amendment: StoredUnit['amendment'];
}

const toUnit = (row: UnitTable): StoredUnit => ({
  id: row.id,
  holder: row.holder,
  kind: row.kind,
  party: row.party,
  host: row.host,
  ask: row.ask,
  line: row.line,
  event: row.event,
  stage: row.stage,
  person: row.person,
  profile: row.profile,
  available: { from: row.available_from, until: row.available_until },
  grounds: {
    purpose: row.purpose,
    legalBasis: row.legal_basis,
    reviewOn: row.review_on,
    eraseOn: row.erase_on,
  },
  replaces: row.replaces,
  vetting: row.vetting,
  arrivedAt: row.arrived_at,
  lodging: row.lodging,
  briefed: row.briefed,
  proposal: row.proposal,
  extended: row.extended,
  releasedAt: row.released_at,
  debriefedBy: row.debriefed_by,
  told: row.told,
  badgeUntil: row.badge_until,
  createdAt: row.created_at,
  version: row.version,
  writers: row.writers,
  envelope: row.envelope,
  refusal: row.refusal,
  amendment: row.amendment,
});

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Keeps a unit; false where one of this id is here already. */
export const insertUnit = async (unit: Unit, kept: StoredUnit): Promise<boolean> => {
  const { profile, grounds, available } = kept;
  const papers = papersOf(profile);
  const { numAffectedRows = 0n } = await sql`insert into assistance_unit (id, holder, kind, party, host, ask,
      line, event, stage, person, specialty, profile, lacks_papers, papers_until, available_from,
      available_until, purpose, legal_basis, review_on, erase_on, replaces, writers, created_at)
    values (${kept.id}, ${kept.holder}, ${kept.kind}, ${kept.party}, ${kept.host}, ${kept.ask}, ${kept.line},
      ${kept.event}, ${kept.stage}, ${kept.person}, ${profile.specialty}, ${JSON.stringify(profile)},
      ${papers.lacks}, ${papers.until}, ${available.from}, ${available.until}, ${grounds.purpose},
      ${grounds.legalBasis}, ${grounds.reviewOn}, ${grounds.eraseOn}, ${kept.replaces},
      ${[...kept.writers]}::text[], ${kept.createdAt})
    on conflict (id) do nothing`.execute(tables(unit));
  return numAffectedRows > 0n;
};

/** Writes where it has come to, after a step. */
export const updateCourse = async (unit: Unit, kept: StoredUnit): Promise<void> => {
  await sql`update assistance_unit set stage = ${kept.stage}, available_from = ${kept.available.from},
      available_until = ${kept.available.until}, vetting = ${json(kept.vetting)},
      arrived_at = ${kept.arrivedAt},
      lodging = ${kept.lodging}, briefed = ${json(kept.briefed)}, proposal = ${json(kept.proposal)},
      extended = ${kept.extended}, released_at = ${kept.releasedAt},
      debriefed_by = ${[...kept.debriefedBy]}::text[],
      told = ${JSON.stringify(kept.told)}, badge_until = ${kept.badgeUntil}
    where id = ${kept.id}`.execute(tables(unit));
};

/** Writes what it is: a paper that was renewed, a telephone that changed. */
export const updateProfile = async (
  unit: Unit,
  { id, profile, person }: Pick<StoredUnit, 'id' | 'profile' | 'person'>,
): Promise<void> => {
  const papers = papersOf(profile);
  await sql`update assistance_unit set profile = ${JSON.stringify(profile)}, specialty = ${profile.specialty},
      lacks_papers = ${papers.lacks}, papers_until = ${papers.until}, person = ${person},
      available_from = ${profile.available.from}, available_until = ${profile.available.until},
      version = version + 1
    where id = ${id}`.execute(tables(unit));
};

/** Writes what is to leave of a name, by whom it was written, and what became of it on its way. */
export const updateSending = async (
  unit: Unit,
  { id, stage, writers, envelope, refusal, amendment }: StoredUnit,
): Promise<void> => {
  await sql`update assistance_unit set stage = ${stage}, writers = ${[...writers]}::text[],
      envelope = ${envelope}, refusal = ${json(refusal)}, amendment = ${json(amendment)},
      version = version + 1
    where id = ${id}`.execute(tables(unit));
};

/** The unit that a message named or mended, held; null where it was settled before. */
export const lockSent = async (unit: Unit, envelope: string): Promise<StoredUnit | null> => {
  const { rows } = await sql<UnitTable>`select * from assistance_unit where envelope = ${envelope}
    for update`.execute(tables(unit));
  return rows[0] === undefined ? null : toUnit(rows[0]);
};

export const findUnit = async (unit: Unit, id: string): Promise<StoredUnit | null> => {
  const { rows } = await sql<UnitTable>`select * from assistance_unit where id = ${id}`.execute(tables(unit));
  return rows[0] === undefined ? null : toUnit(rows[0]);
};

/** The unit, held until the end of the transaction; as the house. */
export const lockUnit = async (unit: Unit, id: string): Promise<StoredUnit | null> => {
  const { rows } = await sql<UnitTable>`select * from assistance_unit where id = ${id} for update`.execute(
    tables(unit),
  );
  return rows[0] === undefined ? null : toUnit(rows[0]);
};

export const findUnits = async (unit: Unit, ids: readonly string[]): Promise<readonly StoredUnit[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<UnitTable>`select * from assistance_unit
    where id = any(${[...ids]}::text[])`.execute(tables(unit));
  return rows.map(toUnit);
};

/** A page of units, in the order of their ids. */
export const listUnits = async (
  unit: Unit,
  asked: { readonly kind?: UnitKind; readonly ask?: string; readonly after?: string },
): Promise<readonly StoredUnit[]> => {
  const { kind, ask, after } = asked;
  const { rows } = await sql<UnitTable>`select * from assistance_unit
    where id > ${after ?? ''}
      ${kind === undefined ? sql`` : sql`and kind = ${kind}`}
      ${ask === undefined ? sql`` : sql`and ask = ${ask}`}
    order by ${kind === undefined ? sql`id` : sql`kind, id`} limit ${unitLimits.page + 1}`.execute(
    tables(unit),
  );
  return rows.map(toUnit);
};

/** Places of a line that are taken: not by `but`, who is to be replaced, or whose name was turned away. */
export const countNamed = async (
  unit: Unit,
  of: { readonly ask: string; readonly line: string; readonly party: PartyId },
  but?: string,
): Promise<number> => {
  const { rows } = await sql<{ named: number }>`select count(*)::integer as named from assistance_unit u
    where ask = ${of.ask} and line = ${of.line} and party = ${of.party}
      and stage not in ('withdrawn', 'refused', 'turned-away') and id <> ${but ?? ''}
      and not exists (select 1 from assistance_unit d where d.ask = u.ask and d.line = u.line
        and d.stage = 'draft' and d.replaces = u.id)`.execute(tables(unit));
  return rows[0]?.named ?? 0;
};

/** Names of a line, and what mends them, that were not released yet; held. */
export const lockDrafts = async (
  unit: Unit,
  of: { readonly ask: string; readonly line: string },
): Promise<readonly StoredUnit[]> => {
  const { rows } = await sql<UnitTable>`select * from assistance_unit
    where ask = ${of.ask} and line = ${of.line} and kind = 'sent'
      and (stage = 'draft' or amendment is not null)
      and coalesce((amendment->>'isSent')::boolean, false) = false
    order by id limit ${unitLimits.atOnce} for update`.execute(tables(unit));
  return rows.map(toUnit);
};

/** All units of an ask, held; as the house. */
export const lockOf = async (unit: Unit, ask: string): Promise<readonly StoredUnit[]> => {
  const { rows } = await sql<UnitTable>`select * from assistance_unit where ask = ${ask}
    order by id for update`.execute(tables(unit));
  return rows.map(toUnit);
};

/** Host officers that could be paired in a period, the nearest first, who is full last; as the house. */
export const listHosts = async (
  unit: Unit,
  asked: {
    readonly specialty: string;
    readonly languages: readonly string[];
    readonly from: Instant;
    readonly until: Instant;
    /** Visitors that one may have with him. */
    readonly ratio: number;
  },
  limit: number,
): Promise<readonly StoredUnit[]> => {
  const { rows } = await sql<UnitTable>`with nearest as materialized (
      select id, id in (select host from assistance_pair where ended_at is null
        and starts_at < ${asked.until} and ends_at > ${asked.from}
        group by host having count(*) >= ${asked.ratio}) as is_full,
      specialty = ${asked.specialty} as same,
      profile->'languages' ?| ${[...asked.languages]}::text[] as speaks
      from assistance_unit
      where kind = 'own' and stage = 'standing' and available_from <= ${asked.from}
        and available_until >= ${asked.until}
      order by is_full, same desc, speaks desc, id limit ${limit}
    ) select u.* from assistance_unit u where id = any(array(select id from nearest))`.execute(tables(unit));
  return rows.map(toUnit);
};

/** All that the roster may look at for an event: own officers, and visitors sent for it. */
export const listForEvent = async (
  unit: Unit,
  asked: { readonly event: string; readonly from: Instant; readonly until: Instant },
  limit: number,
): Promise<readonly StoredUnit[]> => {
  const { rows } = await sql<UnitTable>`select * from assistance_unit
    where kind = 'visiting' and event = ${asked.event}
      and stage in ('named', 'vetted', 'accredited', 'arrived')
    union all
    select * from assistance_unit
    where kind = 'own' and stage = 'standing' and available_from < ${asked.until}
      and available_until > ${asked.from}
    limit ${limit}`.execute(tables(unit));
  return rows.map(toUnit);
};

/** Deletes units that have come to their date and keeps that they were; as the house. */
export const eraseDue = async (unit: Unit, day: Day, limit: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`with due as (
      select id, holder, party, host from assistance_unit where erase_on <= ${day}::date
      order by erase_on limit ${limit} for update skip locked
    ), badges as (
      update assistance_badge set code = null, zones = '{}',
        revoked_at = coalesce(revoked_at, ${`${day}T00:00:00.000Z`}::timestamptz)
      where unit in (select id from due)
    ), kept as (
      insert into assistance_unit_erased (id, holder, party, host, erased_on)
      select id, holder, party, host, ${day}::date from due on conflict (id) do nothing
    )
    delete from assistance_unit where id in (select id from due) returning id`.execute(tables(unit));
  return rows.map(({ id }) => id);
};

/** Whether a unit of this id was here and was erased. */
export const wasErased = async (unit: Unit, id: string): Promise<boolean> => {
  const { rows } = await sql`select 1 from assistance_unit_erased where id = ${id}`.execute(tables(unit));
  return rows.length > 0;
};

/** Deletes a draft that never left. */
export const deleteUnit = async (unit: Unit, id: string): Promise<void> => {
  await sql`delete from assistance_unit where id = ${id}`.execute(tables(unit));
};

/** Whom a host or field officer sees: himself and his pairs, by the indexes; as the house. */
export const idsBeside = async (unit: Unit, person: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from assistance_unit where person = ${person}
    union select visitor from assistance_pair where host_person = ${person} and ended_at is null
    union select host from assistance_pair where visitor_person = ${person} and ended_at is null
    limit ${unitLimits.page}`.execute(tables(unit));
  return rows.map(({ id }) => id);
};
