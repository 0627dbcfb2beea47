/** The only SQL of the log. What it finds is what row security shows. */
import { type RawBuilder, sql } from 'kysely';
import type { EntryId, PersonId } from '../../../kernel/ids.ts';
import { type Marking, tlpRank } from '../../../kernel/marking.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { StoredAttachment } from './attachment.ts';
import { attachmentsBeside } from './attachment-store.ts';
import type { Entry, EntryKind } from './contract.ts';
import type { EntryContent, EntryFact } from './entry.ts';

export const tables = (unit: Unit) => unit.tables<object>();

interface FactRow {
  id: EntryId;
  number: number;
  holder: EntryFact['holder'];
  kind: EntryKind;
  author: EntryFact['author'];
  desk: EntryFact['desk'];
  circle: EntryFact['circle'];
  language: EntryFact['language'];
  happened_at: Instant;
  recorded_at: Instant;
  personal: boolean;
  marking: Marking;
  corrects: EntryId | null;
  content_hash: string;
}
export interface EntryRow extends FactRow {
  text: string | null;
  place: string | null;
  event: string | null;
  pinned_at: Instant | null;
  erased_at: Instant | null;
  corrects_number: number | null;
  corrected_by: EntryId | null;
  corrected_by_number: number | null;
  attachments: readonly StoredAttachment[] | null;
  promoted: readonly Promotion[] | null;
}

/** What an entry became. */
interface Promotion {
  readonly kind: Entry['promotedTo'][number]['kind'];
  readonly target: string;
}

/** An entry with what stands beside it. */
export interface StoredEntry extends EntryFact {
  /** Null once it was erased, and of personal data for who has not stated why he looks. */
  readonly content: EntryContent | null;
  /** Those of the content; none where it is not shown. */
  readonly attachments: readonly StoredAttachment[];
  readonly pinnedAt: Instant | null;
  readonly erasedAt: Instant | null;
  readonly corrected: { readonly id: EntryId; readonly number: number } | null;
  readonly correctedBy: { readonly id: EntryId; readonly number: number } | null;
  readonly promotedTo: readonly Promotion[];
}

const toFact = (row: FactRow): EntryFact => ({
  id: row.id,
  number: row.number,
  holder: row.holder,
  kind: row.kind,
  author: row.author,
  desk: row.desk,
  circle: row.circle,
  language: row.language,
  happenedAt: row.happened_at,
  recordedAt: row.recorded_at,
  personal: row.personal,
  marking: row.marking,
  corrects: row.corrects,
  contentHash: row.content_hash,
});

const named = (id: EntryId | null, number: number | null) =>
  id === null || number === null ? null : { id, number };

/** An entry from its row. */
export const toEntry = (row: EntryRow): StoredEntry => ({
  ...toFact(row),
  content: row.text === null ? null : { text: row.text, place: row.place, event: row.event },
  attachments: row.attachments ?? [],
  pinnedAt: row.pinned_at,
  erasedAt: row.erased_at,
  corrected: named(row.corrects, row.corrects_number),
  correctedBy: named(row.corrected_by, row.corrected_by_number),
  promotedTo: row.promoted ?? [],
});

const factColumns = sql`e.id, e.number, e.holder, e.kind, e.author, e.desk, e.circle, e.language,
  e.happened_at, e.recorded_at, e.personal, e.marking, e.corrects, e.content_hash`;

/** Entries of `found` with what stands beside them, in the order of the log. */
export const beside = (found: RawBuilder<unknown>): RawBuilder<EntryRow> => sql<EntryRow>`
  select ${factColumns}, c.text, c.place, c.event, p.pinned_at, x.erased_at,
    o.number as corrects_number, n.id as corrected_by, n.number as corrected_by_number, t.promoted,
    f.attachments
  from (${found}) e
  left join watch_content c on c.entry = e.id
  left join watch_pin p on p.entry = e.id
  left join watch_erasure x on x.entry = e.id
  left join watch_entry o on o.id = e.corrects
  left join lateral (select id, number from watch_entry where corrects = e.id
    order by recorded_at desc, id desc limit 1) n on true
  left join lateral (select json_agg(json_build_object('kind', kind, 'target', target) order by promoted_at)
    as promoted from watch_promotion where entry = e.id) t on true
  ${attachmentsBeside}
  order by e.recorded_at desc, e.id desc`;

/** Writes the entry, its content and its words; as its author, whom row security lets write his own. */
export const insertEntry = async (
  unit: Unit,
  fact: EntryFact,
  content: EntryContent & { readonly salt: string; readonly document: string },
): Promise<void> => {
  const { marking } = fact;
  await sql`insert into watch_entry (id, number, holder, kind, author, desk, circle, language, happened_at,
      recorded_at, tlp_rank, releasable_to, personal, review_on, erase_on, marking, corrects, content_hash)
    values (${fact.id}, ${fact.number}, ${fact.holder}, ${fact.kind}, ${fact.author}, ${fact.desk},
      ${fact.circle}, ${fact.language}, ${fact.happenedAt}, ${fact.recordedAt}, ${tlpRank(marking.tlp)},
      ${[...marking.releasableTo]}, ${fact.personal}, ${marking.reviewOn}, ${marking.eraseOn},
      ${JSON.stringify(marking)}, ${fact.corrects}, ${fact.contentHash})`.execute(tables(unit));
  await sql`insert into watch_content (entry, salt, text, place, event)
    values (${fact.id}, ${content.salt}, ${content.text}, ${content.place}, ${content.event})`.execute(
    tables(unit),
  );
  await sql`insert into watch_search (entry, recorded_at, document)
    values (${fact.id}, ${fact.recordedAt}, ${content.document}::tsvector)`.execute(tables(unit));
};

/** True where the number is taken by an entry that anyone may see; as the house. */
export const isNumberTaken = async (unit: Unit, number: number): Promise<boolean> => {
  const { rows } = await sql`select 1 from watch_entry where number = ${number}`.execute(tables(unit));
  return rows.length > 0;
};

export const findEntry = async (unit: Unit, id: EntryId): Promise<StoredEntry | null> => {
  const found = sql`select * from watch_entry where id = ${id}`;
  const { rows } = await beside(found).execute(tables(unit));
  return rows[0] === undefined ? null : toEntry(rows[0]);
};

/** The fact alone, by id or number. */
export const findFact = async (
  unit: Unit,
  by: { readonly id: EntryId } | { readonly number: number },
): Promise<EntryFact | null> => {
  const condition = 'id' in by ? sql`e.id = ${by.id}` : sql`e.number = ${by.number}`;
  const { rows } = await sql<FactRow>`select ${factColumns} from watch_entry e where ${condition}`.execute(
    tables(unit),
  );
  return rows[0] === undefined ? null : toFact(rows[0]);
};

/** The last entry that this person wrote, with its content where it still stands. */
export const lastEntryOf = async (unit: Unit, author: PersonId): Promise<StoredEntry | null> => {
  const found = sql`select * from watch_entry where author = ${author} and kind <> 'correction'
    order by recorded_at desc, id desc limit 1`;
  const { rows } = await beside(found).execute(tables(unit));
  return rows[0] === undefined ? null : toEntry(rows[0]);
};

/** Pins or unpins; false where it was so already. */
export const setPin = async (
  unit: Unit,
  entry: EntryId,
  pin: { readonly at: Instant; readonly by: PersonId | string } | null,
): Promise<boolean> => {
  const query =
    pin === null
      ? sql`delete from watch_pin where entry = ${entry}`
      : sql`insert into watch_pin (entry, pinned_at, pinned_by) values (${entry}, ${pin.at}, ${pin.by})
          on conflict do nothing`;
  const { numAffectedRows = 0n } = await query.execute(tables(unit));
  return numAffectedRows > 0n;
};

/** Takes the content away and leaves the tombstone; as the house. False where it was gone already. */
export const eraseContent = async (
  unit: Unit,
  entry: EntryId,
  erasure: { readonly at: Instant; readonly by: string | null; readonly reason: string | null },
): Promise<boolean> => {
  const { numAffectedRows = 0n } = await sql`delete from watch_content where entry = ${entry}`.execute(
    tables(unit),
  );
  if (numAffectedRows === 0n) return false;
  await sql`delete from watch_pin where entry = ${entry}`.execute(tables(unit));
  await sql`insert into watch_erasure (entry, erased_at, erased_by, reason)
    values (${entry}, ${erasure.at}, ${erasure.by}, ${erasure.reason})`.execute(tables(unit));
  return true;
};

/** Entries whose content has come to its date, oldest date first; as the house. */
export const entriesDue = async (unit: Unit, day: string, limit: number): Promise<readonly EntryId[]> => {
  const { rows } = await sql<{ id: EntryId }>`select e.id from watch_entry e
    where e.erase_on <= ${day}::date and not exists (select 1 from watch_erasure x where x.entry = e.id)
    order by e.erase_on, e.id limit ${limit}`.execute(tables(unit));
  return rows.map(({ id }) => id);
};

/** Keeps what an entry became. */
export const insertPromotion = async (
  unit: Unit,
  promotion: {
    readonly entry: EntryId;
    readonly kind: Promotion['kind'];
    readonly target: string;
    readonly at: Instant;
    readonly by: string;
  },
): Promise<void> => {
  await sql`insert into watch_promotion (entry, kind, target, promoted_at, promoted_by)
    values (${promotion.entry}, ${promotion.kind}, ${promotion.target}, ${promotion.at},
      ${promotion.by})`.execute(tables(unit));
};

/** The entry of which this was made, with its number; null where there is none that the reader may see. */
export const originOf = async (
  unit: Unit,
  target: string,
): Promise<{ readonly entry: EntryId; readonly number: number } | null> => {
  const { rows } = await sql<{ entry: EntryId; number: number }>`select e.id as entry, e.number
    from watch_promotion p join watch_entry e on e.id = p.entry
    where p.target = ${target} order by p.promoted_at limit 1`.execute(tables(unit));
  return rows[0] ?? null;
};

/** The entries of which these were made, as far as the reader may see them, with how many files each has. */
export const originsOf = async (
  unit: Unit,
  targets: readonly string[],
): Promise<
  ReadonlyMap<string, { readonly id: EntryId; readonly number: number; readonly files: number }>
> => {
  const { rows } = await sql<{ target: string; id: EntryId; number: number; files: number }>`
    select p.target, e.id, e.number,
      (select count(*)::int from watch_attachment a where a.entry = e.id) as files
    from watch_promotion p join watch_entry e on e.id = p.entry
    where p.target = any(${[...targets]}::text[])`.execute(tables(unit));
  return new Map(rows.map(({ target, ...entry }) => [target, entry]));
};
