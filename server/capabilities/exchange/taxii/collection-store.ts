/** The SQL of collections themselves, of what waits to be put into them, and of status resources. */
import { sql } from 'kysely';
import type { ItemId, PartyId, PersonId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Collection, CollectionKind } from './collection.ts';

interface CollectionTable {
  id: string;
  kind: CollectionKind;
  party: PartyId;
  person: PersonId | null;
  last_added: number;
  created_at: Instant;
}
interface StatusTable {
  id: string;
  person: PersonId;
  created_at: Instant;
  body: string;
}
interface UncollectedTable {
  collection: string;
  item: ItemId;
  queued_at: Instant;
}
interface Tables {
  exchange_collection: CollectionTable;
  exchange_taxii_status: StatusTable;
  exchange_uncollected: UncollectedTable;
}

/**
 * Held shared by who queues an item and alone by who opens a collection: an item that is being kept while a
 * collection is opened is in it, whichever of the two commits first.
 */
const openingLock = 7_210_021;
const columns = ['id', 'kind', 'party', 'person'] as const;
const largeBytes = 1_048_576;

export const findCollection = async (unit: Unit, id: string): Promise<Collection | null> =>
  (await unit.kept<Collection>({ sql: findText, parameters: [id] }))[0] ?? null;
const findText = 'select id, kind, party, person from exchange_collection where id = $1';

/** Those that this reader may know of; in the order in which they were opened. */
export const listCollections = (unit: Unit): Promise<Collection[]> =>
  unit
    .tables<Tables>()
    .selectFrom('exchange_collection')
    .select(columns)
    .orderBy('created_at')
    .orderBy('id')
    .execute();

/**
 * Holds the collection until the end of the transaction. Its latest date_added, and whether collections are
 * large: of so many pages that PostgreSQL plans to look objects up, never to go through them.
 */
export const lockCollection = async (
  unit: Unit,
  id: string,
): Promise<{ last: number; isLarge: boolean } | null> => {
  const held = await unit.kept<{ last: number; isLarge: boolean }>({ sql: lockText, parameters: [id] });
  return held[0] ?? null;
};
const lockText = `
  select last_added as last, pg_relation_size('exchange_collected') >= ${largeBytes}::bigint as "isLarge"
  from exchange_collection where id = $1 for update`;

export const setLastAdded = (unit: Unit, id: string, added: number): void =>
  unit.leave({ sql: lastAddedText, parameters: [id, added] });
const lastAddedText = 'update exchange_collection set last_added = $2 where id = $1';

export const hasCollection = async (
  unit: Unit,
  wanted: Pick<Collection, 'kind' | 'party' | 'person'>,
): Promise<boolean> => {
  const { rows } = await sql`select 1 from exchange_collection where kind = ${wanted.kind}
    and party = ${wanted.party} and coalesce(person, '') = ${wanted.person ?? ''}`.execute(
    unit.tables<Tables>(),
  );
  return rows.length > 0;
};

/** Opens a collection unless it is there, and queues all that belongs into it. As the house. */
export const openCollection = async (
  unit: Unit,
  collection: Collection,
  at: Instant,
  self: PartyId,
): Promise<void> => {
  const tables = unit.tables<Tables>();
  await sql`select pg_advisory_xact_lock(${openingLock})`.execute(tables);
  if (await hasCollection(unit, collection)) return;
  await tables
    .insertInto('exchange_collection')
    .values({ ...collection, last_added: 0, created_at: at })
    .execute();
  if (collection.kind === 'own') return;
  const belongs =
    collection.kind === 'service'
      ? sql`state in ('released', 'received')`
      : sql`state = 'released' and originator = ${self} and ${collection.party} = any (releasable_to)`;
  await sql`insert into exchange_uncollected (collection, item, queued_at)
    select ${collection.id}, id, listed_at from exchange_item where ${belongs}`.execute(tables);
};

/**
 * Queues an item for every collection that it belongs into; `partners` are those who were released a copy.
 */
export const queueItem = async (
  unit: Unit,
  item: ItemId,
  partners: readonly PartyId[],
  at: Instant,
): Promise<void> => {
  const tables = unit.tables<Tables>();
  await sql`select pg_advisory_xact_lock_shared(${openingLock})`.execute(tables);
  await sql`insert into exchange_uncollected (collection, item, queued_at)
    select id, ${item}, ${at} from exchange_collection
    where kind = 'service' or (kind = 'partner' and party = any (${[...partners]}::text[]))
    on conflict do nothing`.execute(tables);
};

export const unqueueItem = async (unit: Unit, item: ItemId): Promise<void> => {
  await unit.tables<Tables>().deleteFrom('exchange_uncollected').where('item', '=', item).execute();
};

/**
 * Items that wait for a place in this collection, the longest waiting first, held until the end of the
 * transaction. One that somebody changes at this moment is left for the next time.
 */
export const holdQueuedItems = async (unit: Unit, collection: string, limit: number): Promise<ItemId[]> => {
  const { rows } = await sql<{ item: ItemId }>`
    select u.item from exchange_uncollected u join exchange_item i on i.id = u.item
    where u.collection = ${collection} order by u.queued_at, u.item limit ${limit}
    for no key update of i skip locked`.execute(unit.tables<Tables>());
  return rows.map(({ item }) => item);
};

export const unqueue = async (unit: Unit, collection: string, items: readonly ItemId[]): Promise<void> => {
  const query = unit.tables<Tables>().deleteFrom('exchange_uncollected');
  await query
    .where('collection', '=', collection)
    .where('item', 'in', [...items])
    .execute();
};

export const isWaiting = async (unit: Unit, collection: string): Promise<boolean> => {
  const query = unit.tables<Tables>().selectFrom('exchange_uncollected').select('item');
  return (await query.where('collection', '=', collection).limit(1).execute()).length > 0;
};

/** Collections in which something waits for a place. */
export const collectionsWaiting = async (unit: Unit): Promise<readonly string[]> => {
  const query = unit.tables<Tables>().selectFrom('exchange_uncollected').select('collection').distinct();
  return (await query.execute()).map(({ collection }) => collection);
};

export const insertStatus = (unit: Unit, { id, person, created_at: at, body }: StatusTable): void =>
  unit.leave({ sql: statusText, parameters: [id, person, at, body] });
const statusText = 'insert into exchange_taxii_status (id, person, created_at, body) values ($1, $2, $3, $4)';

export const findStatus = async (unit: Unit, id: string, since: Instant): Promise<StatusTable | null> => {
  const query = unit.tables<Tables>().selectFrom('exchange_taxii_status').selectAll();
  return (await query.where('id', '=', id).where('created_at', '>', since).executeTakeFirst()) ?? null;
};

export const deleteStatuses = async (unit: Unit, until: Instant): Promise<void> => {
  await unit.tables<Tables>().deleteFrom('exchange_taxii_status').where('created_at', '<=', until).execute();
};
