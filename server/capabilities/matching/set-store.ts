/** The SQL of sets: those that partners may ask about here, and theirs that are here. The house's alone. */
import { sql } from 'kysely';
import type { AgreementId, PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { tagBytes } from '../../plumbing/oprf/index.ts';
import type { Observed } from './observed.ts';
import type { Announced } from './wire.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** A set that a partner may ask about here. */
export interface StoredSet {
  readonly id: string;
  readonly agreement: AgreementId;
  readonly partner: PartyId;
  readonly epoch: number;
  readonly public_key: Uint8Array;
  /** 0 before its filter is there. */
  readonly version: number;
  /** Whether it was compared with all records; when. */
  readonly is_compared: boolean;
  readonly looked_at: Instant;
}

const columns = sql.raw('id, agreement, partner, epoch, public_key, version, is_compared, looked_at');

export const findSet = async (
  unit: Unit,
  of: { readonly agreement: AgreementId; readonly partner: PartyId; readonly epoch: number },
): Promise<StoredSet | null> => {
  const { rows } = await sql<StoredSet>`select ${columns} from matching_set
    where agreement = ${of.agreement} and partner = ${of.partner} and epoch = ${of.epoch}`.execute(
    tables(unit),
  );
  return rows[0] ?? null;
};

export const insertSet = async (unit: Unit, set: StoredSet & { readonly holder: PartyId }): Promise<void> => {
  await sql`insert into matching_set (id, holder, agreement, partner, epoch, public_key, looked_at)
    values (${set.id}, ${set.holder}, ${set.agreement}, ${set.partner}, ${set.epoch},
      ${Buffer.from(set.public_key)}, ${set.looked_at}) on conflict do nothing`.execute(tables(unit));
};

/** The set of the last epoch that has a filter: the one that may be asked about. */
export const findServing = async (
  unit: Unit,
  agreement: AgreementId,
  partner: PartyId,
): Promise<StoredSet | null> => {
  const { rows } = await sql<StoredSet>`select ${columns} from matching_set
    where agreement = ${agreement} and partner = ${partner} and version > 0
    order by epoch desc limit 1`.execute(tables(unit));
  return rows[0] ?? null;
};

/** Before its first version all of a set is published at once; afterwards what comes waits for the next. */
export const insertTags = async (
  unit: Unit,
  set: string,
  records: readonly Observed[],
  tags: Uint8Array,
): Promise<void> => {
  const [kinds, forms] = [records.map(({ kind }) => kind), records.map(({ form }) => form)];
  const values = records.map((_, at) => Buffer.from(tags.subarray(at * tagBytes, (at + 1) * tagBytes)));
  // The lock keeps its first version from coming about between.
  await sql`with of as (select version from matching_set where id = ${set} for share),
      kept as (insert into matching_tag (set_id, kind, form, tag, published)
        select ${set}, kind, form, tag, of.version = 0
        from of, unnest(${kinds}::text[], ${forms}::text[], ${values}::bytea[]) u(kind, form, tag)
        on conflict do nothing)
    select 1`.execute(tables(unit));
};

/** A comparison with all records begins: it covers what was due until now, and is due itself until done. */
export const beginComparing = async (unit: Unit, set: string, expected: number | null): Promise<void> => {
  await sql`update matching_set set is_compared = false, expected = coalesce(${expected}, expected)
    where id = ${set}`.execute(tables(unit));
  await sql`delete from matching_due where set_id = ${set}`.execute(tables(unit));
};

export const noteProgress = async (unit: Unit, set: string, more: number): Promise<void> => {
  await sql`update matching_set set tagged = tagged + ${more} where id = ${set}`.execute(tables(unit));
};

/** How far the set that is prepared for the first time is; null where none is. */
export const progressOf = async (
  unit: Unit,
  agreement: AgreementId,
  partner: PartyId,
): Promise<{ readonly done: number; readonly all: number } | null> => {
  const { rows } = await sql<{ done: number; all: number }>`
    select tagged::integer as done, greatest(expected, tagged)::integer as all from matching_set
    where agreement = ${agreement} and partner = ${partner} and version = 0
    order by epoch desc limit 1`.execute(tables(unit));
  return rows[0] ?? null;
};

/** Holds the set until the end of the transaction; its version may be another by now. */
export const lockSet = async (unit: Unit, id: string): Promise<StoredSet | null> => {
  const { rows } = await sql<StoredSet>`select ${columns} from matching_set where id = ${id}
    for update`.execute(tables(unit));
  return rows[0] ?? null;
};

/** Tags that are in no version yet; from now on they are. */
export const takeUnpublished = async (unit: Unit, set: string): Promise<readonly Uint8Array[]> => {
  const { rows } = await sql<{ tag: Uint8Array }>`update matching_tag set published = true
    where set_id = ${set} and not published returning tag`.execute(tables(unit));
  return rows.map(({ tag }) => tag);
};

/** All tags of the set, one after the other, put together by the database page by page. */
export const readTags = async (unit: Unit, set: string, page: number): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  let [kind, form] = ['', ''];
  for (;;) {
    const { rows } = await sql<{ tags: Uint8Array | null; kind: string; form: string }>`
      with page as (select kind, form, tag from matching_tag
        where set_id = ${set} and (kind, form) > (${kind}, ${form}) order by kind, form limit ${page})
      select string_agg(tag, ''::bytea) as tags, max(kind) as kind,
        (select form from page order by kind desc, form desc limit 1) as form from page`.execute(
      tables(unit),
    );
    const [last] = rows;
    if (!last?.tags) return Uint8Array.from(Buffer.concat(parts));
    parts.push(last.tags);
    [kind, form] = [last.kind, last.form];
  }
};

export const readFilter = async (unit: Unit, set: string): Promise<Uint8Array | null> => {
  const { rows } = await sql<{ filter: Uint8Array | null }>`
    select filter from matching_set where id = ${set}`.execute(tables(unit));
  return rows[0]?.filter ?? null;
};

export interface Published {
  readonly version: number;
  readonly filter: Uint8Array;
  readonly filterHash: string;
  readonly delta: Uint8Array | null;
  readonly deltaHash: string | null;
}

export const publish = async (unit: Unit, set: string, made: Published): Promise<void> => {
  await sql`update matching_set set version = ${made.version}, filter = ${Buffer.from(made.filter)},
    filter_hash = ${made.filterHash}, delta = ${made.delta === null ? null : Buffer.from(made.delta)},
    delta_hash = ${made.deltaHash} where id = ${set}`.execute(tables(unit));
};

export const noteCompared = async (unit: Unit, set: string, at: Instant): Promise<void> => {
  await sql`update matching_set set is_compared = true, looked_at = ${at} where id = ${set}`.execute(
    tables(unit),
  );
};

/** Sets of epochs that are over, once that of a later one serves. */
export const dropFormerSets = async (unit: Unit, set: StoredSet): Promise<void> => {
  await sql`delete from matching_set where agreement = ${set.agreement} and partner = ${set.partner}
    and epoch < ${set.epoch}`.execute(tables(unit));
};

/** The bytes of this hash that a partner may fetch, with their agreement. */
export const findBytes = async (
  unit: Unit,
  partner: PartyId,
  hash: string,
): Promise<{ readonly agreement: AgreementId; readonly bytes: Uint8Array } | null> => {
  const { rows } = await sql<{ agreement: AgreementId; bytes: Uint8Array }>`
    select agreement, case when filter_hash = ${hash} then filter else delta end as bytes from matching_set
    where partner = ${partner} and (filter_hash = ${hash} or delta_hash = ${hash}) limit 1`.execute(
    tables(unit),
  );
  return rows[0] ?? null;
};

/** A partner's set that is here, or on its way. */
export interface HeldSet {
  readonly agreement: AgreementId;
  readonly partner: PartyId;
  readonly epoch: number;
  readonly public_key: Uint8Array;
  readonly wanted_version: number;
  readonly wanted_hash: string;
  readonly wanted_bytes: number;
  readonly delta_hash: string | null;
  readonly delta_from: number | null;
  readonly version: number | null;
}

const heldColumns = sql.raw(
  'agreement, partner, epoch, public_key, wanted_version, wanted_hash, wanted_bytes, delta_hash, ' +
    'delta_from, version',
);

/** Keeps what was announced, unless a later one was; the filter of another epoch is of no use any more. */
export const keepAnnounced = async (
  unit: Unit,
  set: Announced & { readonly partner: PartyId; readonly holder: PartyId },
): Promise<void> => {
  const { filter, delta } = set;
  await sql`insert into matching_held_set as h (agreement, partner, holder, epoch, public_key, wanted_version,
      wanted_hash, wanted_bytes, delta_hash, delta_from)
    values (${set.agreement}, ${set.partner}, ${set.holder}, ${set.epoch}, ${Buffer.from(set.publicKey)},
      ${set.version}, ${filter.hash}, ${filter.bytes}, ${delta?.hash ?? null},
      ${delta === null ? null : set.version - 1})
    on conflict (agreement, partner) do update set epoch = excluded.epoch, public_key = excluded.public_key,
      wanted_version = excluded.wanted_version, wanted_hash = excluded.wanted_hash,
      wanted_bytes = excluded.wanted_bytes, delta_hash = excluded.delta_hash,
      delta_from = excluded.delta_from,
      version = case when h.public_key = excluded.public_key then h.version end,
      filter = case when h.public_key = excluded.public_key then h.filter end
    where (excluded.epoch, excluded.wanted_version) > (h.epoch, h.wanted_version)`.execute(tables(unit));
};

export const heldSets = async (unit: Unit): Promise<readonly HeldSet[]> => {
  const { rows } = await sql<HeldSet>`select ${heldColumns} from matching_held_set`.execute(tables(unit));
  return rows;
};

/** Its filter's bytes, with the key that they were made under; null where they are not here. */
export const findHeld = async (
  unit: Unit,
  agreement: AgreementId,
  partner: PartyId,
): Promise<(HeldSet & { readonly filter: Uint8Array | null }) | null> => {
  const { rows } = await sql<HeldSet & { filter: Uint8Array | null }>`
    select ${heldColumns}, filter from matching_held_set
    where agreement = ${agreement} and partner = ${partner}`.execute(tables(unit));
  return rows[0] ?? null;
};

export const keepFetched = async (unit: Unit, set: HeldSet, filter: Uint8Array): Promise<void> => {
  await sql`update matching_held_set set version = ${set.wanted_version}, filter = ${Buffer.from(filter)}
    where agreement = ${set.agreement} and partner = ${set.partner}
      and wanted_hash = ${set.wanted_hash}`.execute(tables(unit));
};

/** What was announced is no filter: it is not fetched again before another one is announced. */
export const giveUp = async (unit: Unit, set: HeldSet): Promise<void> => {
  await sql`update matching_held_set set version = ${set.wanted_version}
    where agreement = ${set.agreement} and partner = ${set.partner}
      and wanted_hash = ${set.wanted_hash}`.execute(tables(unit));
};
