/** The only SQL of items: one table of items, one of their content objects, one of who was sent what. */
import { type JSONColumnType, type Selectable, sql } from 'kysely';
import { canonical, isObject, type JsonObject, readJson } from '../../kernel/canonical.ts';
import { assert } from '../../kernel/faults.ts';
import type { AgreementId, CircleId, DeskId, ItemId, PartyId, PersonId } from '../../kernel/ids.ts';
import { type Marking, tlpRank } from '../../kernel/marking.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { StixObject } from '../../plumbing/stix/index.ts';
import type { ItemRow, ItemState, Withheld } from './contract.ts';
import { gradeText, type StoredItem, type StoredObject } from './item.ts';

interface ItemTable {
  id: ItemId;
  version: number;
  originator: PartyId;
  via: PartyId | null;
  holder: PartyId;
  identity: JSONColumnType<StixObject>;
  state: ItemState;
  personal: boolean;
  language: ItemRow['language'];
  tlp_rank: number;
  grade: string | null;
  field: string;
  releasable_to: PartyId[];
  review_on: string;
  erase_on: string;
  marking: JSONColumnType<Marking>;
  agreement: AgreementId | null;
  circle: CircleId | null;
  recipients: PartyId[];
  withheld: JSONColumnType<Withheld[]>;
  desk: DeskId | null;
  author: PersonId | null;
  editors: PersonId[];
  object_count: number;
  types: JSONColumnType<Record<string, number>>;
  created_at: Instant;
  modified_at: Instant;
  proposed_at: Instant | null;
  proposed_by: PersonId | null;
  released_at: Instant | null;
  released_by: PersonId | null;
  received_at: Instant | null;
  read_at: Instant | null;
  listed_at: Instant;
  about: ItemId | null;
}
interface ObjectTable {
  item: ItemId;
  ordinal: number;
  stix_id: string;
  stix_type: string;
  content: string;
}
interface WordsTable {
  item: ItemId;
  title: string;
  summary: string;
  returned_reason: string | null;
}
export interface ExchangeTables {
  exchange_item: ItemTable;
  exchange_object: ObjectTable;
  exchange_words: WordsTable;
}

/** Rows of objects written in one statement. */
const objectBatch = 1_000;

/** What an item says in words, as row security shows it: null where the reader has not said why he looks. */
interface Words {
  readonly title: string;
  readonly summary: string;
  readonly returnedReason: string | null;
}
/** To be selected beside the columns of `exchange_item`, a look-up of each row by its key. */
export const wordsOfItem = sql<Words | null>`(
  select jsonb_build_object('title', w.title, 'summary', w.summary, 'returnedReason', w.returned_reason)
  from exchange_words w where w.item = exchange_item.id)`.as('words');

/** A row of items with its words. */
export type ItemWithWords = Selectable<ItemTable> & { readonly words: Words | null };

export const toItem = (row: ItemWithWords): StoredItem => ({
  id: row.id,
  version: row.version,
  originator: row.originator,
  via: row.via,
  holder: row.holder,
  identity: row.identity,
  state: row.state,
  personal: row.personal,
  ...(row.words === null ? { needsReason: true } : {}),
  title: row.words?.title ?? '',
  summary: row.words?.summary ?? '',
  language: row.language,
  marking: row.marking,
  agreement: row.agreement,
  circle: row.circle,
  recipients: row.recipients,
  withheld: row.withheld,
  desk: row.desk,
  author: row.author,
  editors: row.editors,
  objectCount: row.object_count,
  types: row.types,
  createdAt: row.created_at,
  modifiedAt: row.modified_at,
  proposedAt: row.proposed_at,
  proposedBy: row.proposed_by,
  releasedAt: row.released_at,
  releasedBy: row.released_by,
  receivedAt: row.received_at,
  readAt: row.read_at,
  returnedReason: row.words?.returnedReason ?? null,
  listedAt: row.listed_at,
  ...(row.about === null ? {} : { about: row.about }),
});

const toRow = (item: StoredItem) => ({
  id: item.id,
  version: item.version,
  originator: item.originator,
  via: item.via,
  holder: item.holder,
  identity: JSON.stringify(item.identity),
  state: item.state,
  personal: item.personal ?? true,
  language: item.language,
  tlp_rank: tlpRank(item.marking.tlp),
  grade: gradeText(item.marking.grading),
  field: item.marking.field,
  releasable_to: [...item.marking.releasableTo],
  review_on: item.marking.reviewOn,
  erase_on: item.marking.eraseOn,
  marking: JSON.stringify(item.marking),
  agreement: item.agreement,
  circle: item.circle,
  recipients: [...item.recipients],
  withheld: JSON.stringify(item.withheld),
  desk: item.desk,
  author: item.author,
  editors: [...item.editors],
  object_count: item.objectCount,
  types: JSON.stringify(item.types),
  created_at: item.createdAt,
  modified_at: item.modifiedAt,
  proposed_at: item.proposedAt,
  proposed_by: item.proposedBy,
  released_at: item.releasedAt,
  released_by: item.releasedBy,
  received_at: item.receivedAt,
  read_at: item.readAt,
  listed_at: item.listedAt,
  about: item.about ?? null,
});

/** Stores an item's present version in place of the one before, without its words. */
export const putItem = async (unit: Unit, item: StoredItem): Promise<void> => {
  const { id: _id, created_at: _createdAt, ...changing } = toRow(item);
  await unit
    .tables<ExchangeTables>()
    .insertInto('exchange_item')
    .values(toRow(item))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute();
};

/** Stores what the item says in words. Words that its writer was not shown are left as they are. */
export const putWords = async (unit: Unit, item: StoredItem): Promise<void> => {
  if (item.needsReason === true) return;
  const words = { title: item.title, summary: item.summary, returned_reason: item.returnedReason };
  await unit
    .tables<ExchangeTables>()
    .insertInto('exchange_words')
    .values({ item: item.id, ...words })
    .onConflict((conflict) => conflict.column('item').doUpdateSet(words))
    .execute();
};

/** Replaces an item's content. The text kept is canonical (RFC 8785). */
export const putObjects = async (
  unit: Unit,
  item: ItemId,
  objects: readonly (JsonObject & { readonly id: string; readonly type: string })[],
): Promise<void> => {
  const tables = unit.tables<ExchangeTables>();
  await tables.deleteFrom('exchange_object').where('item', '=', item).execute();
  for (let start = 0; start < objects.length; start += objectBatch) {
    const rows = objects.slice(start, start + objectBatch).map((object, offset) => ({
      item,
      ordinal: start + offset,
      stix_id: object.id,
      stix_type: object.type,
      content: canonical(object),
    }));
    await tables.insertInto('exchange_object').values(rows).execute();
  }
};

export const findItem = async (unit: Unit, id: ItemId): Promise<StoredItem | null> => {
  const row = await unit
    .tables<ExchangeTables>()
    .selectFrom('exchange_item')
    .selectAll('exchange_item')
    .select(wordsOfItem)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toItem(row) : null;
};

/** Of these ids, the items that the reader may read. */
export const findItems = async (
  unit: Unit,
  ids: readonly string[],
): Promise<ReadonlyMap<ItemId, StoredItem>> => {
  if (ids.length === 0) return new Map();
  const rows = await unit
    .tables<ExchangeTables>()
    .selectFrom('exchange_item')
    .selectAll('exchange_item')
    .select(wordsOfItem)
    .where(sql<boolean>`id = any (${[...ids]})`)
    .execute();
  return new Map(rows.map((row) => [row.id, toItem(row)]));
};

/** As `findItem`, held until the end of the transaction. */
export const lockItem = async (unit: Unit, id: ItemId): Promise<StoredItem | null> => {
  // Read once it is held: a statement that waited would show the words of before.
  const held = await unit
    .tables<ExchangeTables>()
    .selectFrom('exchange_item')
    .select('id')
    .where('id', '=', id)
    // Its key stays: what is being written that refers to it need not be waited for.
    .forNoKeyUpdate()
    .executeTakeFirst();
  return held ? findItem(unit, id) : null;
};

/** A content object from its stored text. */
export const readObject = (content: string): StoredObject => {
  const value = readJson(content)?.value;
  assert(isObject(value), 'a stored object is not JSON');
  const { id, type } = value;
  assert(typeof id === 'string' && typeof type === 'string', 'a stored object has no id or type');
  return { ...value, id, type };
};

/** The content in its order; `limit` cuts it. */
export const readObjects = async (unit: Unit, item: ItemId, limit?: number): Promise<StoredObject[]> => {
  const query = unit
    .tables<ExchangeTables>()
    .selectFrom('exchange_object')
    .select('content')
    .where('item', '=', item)
    .orderBy('ordinal');
  const rows = await (limit === undefined ? query : query.limit(limit)).execute();
  return rows.map((row) => readObject(row.content));
};

export const deleteItem = async (unit: Unit, id: ItemId): Promise<void> => {
  await unit.tables<ExchangeTables>().deleteFrom('exchange_item').where('id', '=', id).execute();
};

/** Marks the first reading on this node; false when someone had read it before. */
export const markRead = async (unit: Unit, id: ItemId, at: Instant): Promise<boolean> => {
  const row = await unit
    .tables<ExchangeTables>()
    .updateTable('exchange_item')
    .set({ read_at: at })
    .where('id', '=', id)
    .where('state', '=', 'received')
    .where('read_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

/** True when this reader may know of the item: what a live stream may mention. */
export const isVisible = async (unit: Unit, id: string): Promise<boolean> => {
  const { rows } = await sql`select 1 from exchange_item where id = ${id}`.execute(
    unit.tables<ExchangeTables>(),
  );
  return rows.length > 0;
};
