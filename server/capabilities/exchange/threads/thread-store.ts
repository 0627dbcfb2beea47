/** The SQL of threads: which items answer an item, what they say, and the notes for this service alone. */
import { sql } from 'kysely';
import { isObject, type JsonObject, readJson } from '../../../kernel/canonical.ts';
import { assert, Fault, type Language } from '../../../kernel/faults.ts';
import { type ItemId, type PartyId, type PersonId, readId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { StoredItem } from '../item.ts';
import { type ExchangeTables, toItem, wordsOfItem } from '../store.ts';
import { type OpinionValue, opinions, threadLimits } from './contract.ts';

interface OwnNoteTable {
  id: string;
  item: ItemId;
  author: PersonId;
  language: Language;
  content: string;
  written_at: Instant;
}
interface Tables extends ExchangeTables {
  exchange_own_note: OwnNoteTable;
}

/** A note for this service alone; `content` is a STIX note. */
export interface OwnNote {
  readonly id: string;
  readonly item: ItemId;
  readonly author: PersonId;
  readonly language: Language;
  readonly content: string;
  readonly writtenAt: Instant;
}

const cursorTime = /^[12]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const readCursor = (text: string | undefined): { readonly at: Instant; readonly id: ItemId } | null => {
  if (text === undefined) return null;
  const [at = '', id = ''] = text.split('~');
  const known = readId('item', id);
  if (known === null || !cursorTime.test(at) || Number.isNaN(Date.parse(at)))
    throw new Fault('input/invalid', { fields: ['cursor'] });
  return { at, id: known };
};

/**
 * One page of the items that these parties made on the item, in order of time; a few of the objects of
 * each.
 */
export const listAnswers = async (
  unit: Unit,
  answered: Pick<StoredItem, 'id' | 'marking'>,
  cursorText: string | undefined,
): Promise<{ readonly items: readonly StoredItem[]; readonly next: string | null }> => {
  const cursor = readCursor(cursorText);
  let query = unit
    .tables<Tables>()
    .selectFrom('exchange_item')
    .selectAll('exchange_item')
    .select(wordsOfItem)
    .where('about', '=', answered.id)
    .where('originator', 'in', [...answered.marking.releasableTo]);
  if (cursor !== null)
    query = query.where(sql<boolean>`(created_at, id) > (${cursor.at}::timestamptz, ${cursor.id})`);
  const rows = await query
    .orderBy('created_at')
    .orderBy('id')
    .limit(threadLimits.page + 1)
    .execute();
  const items = rows.slice(0, threadLimits.page).map(toItem);
  const last = items.at(-1);
  return { items, next: rows.length > threadLimits.page && last ? `${last.createdAt}~${last.id}` : null };
};

/** The first objects of each of these items. */
export const readFirstObjects = async (
  unit: Unit,
  items: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, readonly JsonObject[]>> => {
  const found = new Map<ItemId, JsonObject[]>();
  if (items.length === 0) return found;
  const rows = await unit
    .tables<Tables>()
    .selectFrom('exchange_object')
    .select(['item', 'content'])
    .where('item', 'in', [...items])
    .where('ordinal', '<', threadLimits.objectsRead)
    .orderBy('item')
    .orderBy('ordinal')
    .execute();
  for (const { item, content } of rows) {
    const value = readJson(content)?.value;
    assert(isObject(value), 'a stored object is not JSON');
    found.set(item, [...(found.get(item) ?? []), value]);
  }
  return found;
};

/** The latest opinion that each service has given on the item. */
export const latestOpinions = async (
  unit: Unit,
  answered: Pick<StoredItem, 'id' | 'marking'>,
): Promise<readonly { readonly party: PartyId; readonly opinion: OpinionValue; readonly at: Instant }[]> => {
  const rows = await unit
    .tables<Tables>()
    .selectFrom('exchange_item as i')
    .innerJoin('exchange_object as o', (join) => join.onRef('o.item', '=', 'i.id').on('o.ordinal', '=', 0))
    .distinctOn('i.originator')
    .select(['i.originator as party', 'i.created_at as at', 'o.content'])
    .where('i.about', '=', answered.id)
    .where('i.originator', 'in', [...answered.marking.releasableTo])
    .where('i.state', 'in', ['released', 'received'])
    .where('o.stix_type', '=', 'opinion')
    .orderBy('i.originator')
    .orderBy('i.created_at', 'desc')
    .execute();
  return rows.flatMap(({ party, at, content }) => {
    const value = readJson(content)?.value;
    const opinion = opinions.find((one) => isObject(value) && value.opinion === one);
    return opinion === undefined ? [] : [{ party, at, opinion }];
  });
};

/** True when the item holds an object of this id. */
export const holdsObject = async (unit: Unit, item: ItemId, id: string): Promise<boolean> => {
  const row = await unit
    .tables<Tables>()
    .selectFrom('exchange_object')
    .select('ordinal')
    .where('stix_id', '=', id)
    .where('item', '=', item)
    .executeTakeFirst();
  return row !== undefined;
};

export const insertOwnNote = async (unit: Unit, note: OwnNote): Promise<void> => {
  const { writtenAt, ...rest } = note;
  await unit
    .tables<Tables>()
    .insertInto('exchange_own_note')
    .values({ ...rest, written_at: writtenAt })
    .execute();
};

export const listOwnNotes = async (unit: Unit, item: ItemId): Promise<readonly OwnNote[]> => {
  const rows = await unit
    .tables<Tables>()
    .selectFrom('exchange_own_note')
    .selectAll()
    .where('item', '=', item)
    .orderBy('written_at')
    .orderBy('id')
    .limit(threadLimits.ownNotes)
    .execute();
  return rows.map(({ written_at, ...row }) => ({ ...row, writtenAt: written_at }));
};

export const findOwnNote = async (unit: Unit, id: string): Promise<OwnNote | null> => {
  const row = await unit
    .tables<Tables>()
    .selectFrom('exchange_own_note')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { written_at, ...rest } = row;
  return { ...rest, writtenAt: written_at };
};

/** Takes away all that colleagues noted on the item. */
export const dropOwnNotes = async (unit: Unit, item: ItemId): Promise<void> => {
  await unit.tables<Tables>().deleteFrom('exchange_own_note').where('item', '=', item).execute();
};

export const deleteOwnNote = async (unit: Unit, id: string): Promise<void> => {
  await unit.tables<Tables>().deleteFrom('exchange_own_note').where('id', '=', id).execute();
};
