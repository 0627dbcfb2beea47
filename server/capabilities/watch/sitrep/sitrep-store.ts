/** The only SQL of situation reports. What it finds is what row security shows. */
import { type RawBuilder, sql } from 'kysely';
import { Fault } from '../../../kernel/faults.ts';
import { type CircleId, type ItemId, readId, type SitrepId } from '../../../kernel/ids.ts';
import { type Marking, tlpRank } from '../../../kernel/marking.ts';
import { type Instant, isDay } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { type ProductKind, type SitrepFilter, type SitrepState, sitrepLimits } from './contract.ts';
import type { SitrepContent, StoredSitrep } from './sitrep.ts';

const tables = (unit: Unit) => unit.tables<object>();

interface Row {
  id: SitrepId;
  series: SitrepId;
  version: number;
  revision: number;
  holder: StoredSitrep['holder'];
  product: ProductKind;
  circle: CircleId;
  state: SitrepState;
  from_at: Instant;
  until_at: Instant;
  personal: boolean;
  marking: Marking;
  corrects: SitrepId | null;
  assembled_by: StoredSitrep['assembledBy'];
  editors: StoredSitrep['editors'];
  assembled_at: Instant;
  edited_at: Instant;
  left_out: StoredSitrep['leftOut'];
  content_hash: string | null;
  approved_by: StoredSitrep['approvedBy'];
  approved_at: Instant | null;
  item: ItemId | null;
  sent_at: Instant | null;
}

const columns = sql`s.id, s.series, s.version, s.revision, s.holder, s.product, s.circle, s.state, s.from_at,
  s.until_at, s.personal, s.marking, s.corrects, s.assembled_by, s.editors, s.assembled_at, s.edited_at,
  s.left_out, s.content_hash, s.approved_by, s.approved_at, s.item, s.sent_at`;

const toSitrep = (row: Row): StoredSitrep => ({
  id: row.id,
  series: row.series,
  version: row.version,
  revision: row.revision,
  holder: row.holder,
  product: row.product,
  circle: row.circle,
  state: row.state,
  from: row.from_at,
  until: row.until_at,
  personal: row.personal,
  marking: row.marking,
  corrects: row.corrects,
  assembledBy: row.assembled_by,
  editors: row.editors,
  assembledAt: row.assembled_at,
  editedAt: row.edited_at,
  leftOut: row.left_out,
  contentHash: row.content_hash,
  approvedBy: row.approved_by,
  approvedAt: row.approved_at,
  item: row.item,
  sentAt: row.sent_at,
});

const oneOf = async (unit: Unit, query: RawBuilder<Row>): Promise<StoredSitrep | null> => {
  const { rows } = await query.execute(tables(unit));
  return rows[0] === undefined ? null : toSitrep(rows[0]);
};

export const insertSitrep = async (
  unit: Unit,
  sitrep: StoredSitrep,
  content: SitrepContent,
): Promise<void> => {
  const { marking } = sitrep;
  await sql`insert into watch_sitrep (id, series, version, revision, holder, product, circle, state, from_at,
      until_at, tlp_rank, personal, erase_on, marking, corrects, assembled_by, editors, assembled_at,
      edited_at, left_out)
    values (${sitrep.id}, ${sitrep.series}, ${sitrep.version}, ${sitrep.revision}, ${sitrep.holder},
      ${sitrep.product}, ${sitrep.circle}, ${sitrep.state}, ${sitrep.from}, ${sitrep.until},
      ${tlpRank(marking.tlp)}, ${sitrep.personal}, ${marking.eraseOn}, ${JSON.stringify(marking)},
      ${sitrep.corrects}, ${sitrep.assembledBy}, ${[...sitrep.editors]}, ${sitrep.assembledAt},
      ${sitrep.editedAt}, ${JSON.stringify(sitrep.leftOut)})`.execute(tables(unit));
  await sql`insert into watch_sitrep_content (sitrep, content)
    values (${sitrep.id}, ${JSON.stringify(content)})`.execute(tables(unit));
};

export const findSitrep = (unit: Unit, id: SitrepId): Promise<StoredSitrep | null> =>
  oneOf(unit, sql<Row>`select ${columns} from watch_sitrep s where s.id = ${id}`);

/** As `findSitrep`, held until the transaction ends. */
export const lockSitrep = (unit: Unit, id: SitrepId): Promise<StoredSitrep | null> =>
  oneOf(unit, sql<Row>`select ${columns} from watch_sitrep s where s.id = ${id} for update`);

/** What it says; null once that was recalled or erased. */
export const findContent = async (unit: Unit, id: SitrepId): Promise<SitrepContent | null> => {
  const { rows } = await sql<{ content: SitrepContent }>`
    select content from watch_sitrep_content where sitrep = ${id}`.execute(tables(unit));
  return rows[0]?.content ?? null;
};

/** Writes a draft anew: its content, and what its marking and its hands became by it. */
export const rewriteDraft = async (
  unit: Unit,
  sitrep: StoredSitrep,
  content: SitrepContent,
): Promise<void> => {
  const { marking } = sitrep;
  await sql`update watch_sitrep set revision = ${sitrep.revision}, tlp_rank = ${tlpRank(marking.tlp)},
      personal = ${sitrep.personal}, erase_on = ${marking.eraseOn}, marking = ${JSON.stringify(marking)},
      editors = ${[...sitrep.editors]}, edited_at = ${sitrep.editedAt}
    where id = ${sitrep.id}`.execute(tables(unit));
  await sql`update watch_sitrep_content set content = ${JSON.stringify(content)}
    where sitrep = ${sitrep.id}`.execute(tables(unit));
};

export const deleteDraft = async (unit: Unit, id: SitrepId): Promise<void> => {
  await sql`delete from watch_sitrep where id = ${id}`.execute(tables(unit));
};

export const approve = async (
  unit: Unit,
  id: SitrepId,
  approval: { readonly by: string; readonly at: Instant; readonly hash: string },
): Promise<void> => {
  await sql`update watch_sitrep set state = 'approved', approved_by = ${approval.by},
    approved_at = ${approval.at}, content_hash = ${approval.hash} where id = ${id}`.execute(tables(unit));
};

export const setState = async (unit: Unit, id: SitrepId, state: SitrepState): Promise<void> => {
  await sql`update watch_sitrep set state = ${state} where id = ${id}`.execute(tables(unit));
};

export const markSent = async (unit: Unit, id: SitrepId, at: Instant): Promise<void> => {
  await sql`update watch_sitrep set state = 'sent', sent_at = ${at} where id = ${id}`.execute(tables(unit));
};

/** Marks one that went out as its item was marked since; as the house. */
export const remark = async (unit: Unit, id: SitrepId, marking: Marking): Promise<void> => {
  await sql`update watch_sitrep set marking = ${JSON.stringify(marking)}, tlp_rank = ${tlpRank(marking.tlp)},
    erase_on = ${marking.eraseOn} where id = ${id}`.execute(tables(unit));
};

/** Takes its content away for good; as the house. */
export const deleteContent = async (unit: Unit, id: SitrepId): Promise<void> => {
  await sql`delete from watch_sitrep_content where sitrep = ${id}`.execute(tables(unit));
};

/** The hashes of what the item of a version must stay. */
export interface Sealed {
  readonly head: string;
  readonly objects: string;
}

/** Names the item as which it goes out, or none any more. */
export const linkItem = async (
  unit: Unit,
  id: SitrepId,
  link: ({ readonly item: ItemId } & Sealed) | null,
): Promise<void> => {
  await sql`update watch_sitrep set item = ${link?.item ?? null}, item_head = ${link?.head ?? null},
    item_objects = ${link?.objects ?? null} where id = ${id}`.execute(tables(unit));
};

/** The version that goes out as this item; as the house. */
export const findByItem = async (
  unit: Unit,
  item: ItemId,
): Promise<{ readonly sitrep: StoredSitrep; readonly sealed: Sealed } | null> => {
  const { rows } = await sql<Row & { item_head: string; item_objects: string }>`
    select ${columns}, s.item_head, s.item_objects from watch_sitrep s where s.item = ${item}
    for update`.execute(tables(unit));
  const [row] = rows;
  if (row === undefined) return null;
  return { sitrep: toSitrep(row), sealed: { head: row.item_head, objects: row.item_objects } };
};

/** The last one that went out of this product to this circle, `before` it where given. */
export const lastSent = (
  unit: Unit,
  of: Pick<StoredSitrep, 'product' | 'circle'>,
  before: Instant | null = null,
): Promise<StoredSitrep | null> =>
  oneOf(
    unit,
    sql<Row>`select ${columns} from watch_sitrep s
      where s.product = ${of.product} and s.circle = ${of.circle} and s.state in ('sent', 'recalled')
        and (${before}::timestamptz is null or s.until_at < ${before}::timestamptz)
      order by s.until_at desc, s.version desc limit 1`,
  );

/** All versions, the newest first. */
export const versionsOf = async (unit: Unit, series: SitrepId): Promise<readonly StoredSitrep[]> => {
  const { rows } = await sql<Row>`select ${columns} from watch_sitrep s where s.series = ${series}
    order by s.version desc`.execute(tables(unit));
  return rows.map(toSitrep);
};

const cursorTime = /^[12]\d{3}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** Where a page ended: `2024-07-26T09:00:00.000Z~sitrep--…`. */
const readCursor = (text: string | undefined): { readonly at: string; readonly id: SitrepId } | null => {
  if (text === undefined || text === '') return null;
  const [at = '', id = ''] = text.split('~');
  const known = readId('sitrep', id);
  if (known === null || !cursorTime.test(at) || !isDay(at.slice(0, 10)))
    throw new Fault('input/invalid', { fields: ['cursor'] });
  return { at, id: known };
};

/** One page, the newest first. */
export const listSitreps = async (unit: Unit, filter: SitrepFilter) => {
  const limit = filter.limit ?? sitrepLimits.page;
  const cursor = readCursor(filter.cursor);
  const when: readonly RawBuilder<unknown>[] = [
    filter.product === undefined ? sql`true` : sql`s.product = ${filter.product}`,
    filter.circle === undefined ? sql`true` : sql`s.circle = ${filter.circle}`,
    filter.state === undefined ? sql`true` : sql`s.state = ${filter.state}`,
    cursor === null ? sql`true` : sql`(s.assembled_at, s.id) < (${cursor.at}::timestamptz, ${cursor.id})`,
  ];
  const { rows } =
    await sql<Row>`select ${columns} from watch_sitrep s where ${sql.join([...when], sql` and `)}
    order by s.assembled_at desc, s.id desc limit ${limit + 1}`.execute(tables(unit));
  const items = rows.slice(0, limit).map(toSitrep);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? `${last.assembledAt}~${last.id}` : null };
};

/** Those whose period ends between two moments: a day's products. */
export const sitrepsEnding = async (
  unit: Unit,
  from: Instant,
  before: Instant,
): Promise<readonly StoredSitrep[]> => {
  const { rows } = await sql<Row>`select ${columns} from watch_sitrep s
    where s.until_at >= ${from}::timestamptz and s.until_at < ${before}::timestamptz
    order by s.until_at desc, s.version desc limit ${sitrepLimits.pageAtMost}`.execute(tables(unit));
  return rows.map(toSitrep);
};

/** Versions whose content has come to its date; as the house. */
export const sitrepsDue = async (
  unit: Unit,
  day: string,
  limit: number,
): Promise<readonly StoredSitrep[]> => {
  const { rows } = await sql<Row>`select ${columns} from watch_sitrep s
    where s.erase_on <= ${day}::date and exists (select 1 from watch_sitrep_content c where c.sitrep = s.id)
    order by s.erase_on, s.id limit ${limit}`.execute(tables(unit));
  return rows.map(toSitrep);
};

/** Drafts; as the house, which takes out of them what was erased in the log. */
export const openDrafts = async (unit: Unit): Promise<readonly SitrepId[]> => {
  const { rows } = await sql<{ id: SitrepId }>`select id from watch_sitrep where state = 'draft'
    order by id`.execute(tables(unit));
  return rows.map(({ id }) => id);
};
