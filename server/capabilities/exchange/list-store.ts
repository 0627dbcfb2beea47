/** The boxes: lists of items by keyset, so that a page costs the same however many there are. */
import { sql } from 'kysely';
import { Fault } from '../../kernel/faults.ts';
import { readId } from '../../kernel/ids.ts';
import { tlpRank } from '../../kernel/marking.ts';
import { dayMs, dayOf, isDay, later } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { type Box, type Counts, exchangeLimits, type ItemFilter, type ItemState } from './contract.ts';
import { countWaiting } from './control/question-store.ts';
import type { StoredItem } from './item.ts';
import { type ExchangeTables, toItem, wordsOfItem } from './store.ts';

/** Totals are counted up to here; beyond it the console shows «1,000+». */
const countedAtMost = 1_001;

const states: { readonly [Name in Box]: ItemState } = {
  inbox: 'received',
  drafts: 'draft',
  'to-release': 'proposed',
  returned: 'returned',
  sent: 'released',
  recalled: 'recalled',
};

const cursorTime = /^[12]\d{3}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
/** Years that a filter may name; the database has no year 0. */
const filterYear = /^[1-9]/;

/** Where a page ended: `2024-07-26T09:00:00.000Z~grouping--…`. */
const readCursor = (text: string | undefined): { readonly at: string; readonly id: string } | null => {
  if (text === undefined) return null;
  const [at, id] = text.split('~');
  const known = readId('item', id ?? '');
  // A cursor that is none would give the first page again, and whoever follows it would never end.
  if (at === undefined || known === null || !cursorTime.test(at) || !isDay(dayOf(at)))
    throw new Fault('input/invalid', { fields: ['cursor'] });
  return { at, id: known };
};

/** Days come by schema as digits: 2024-02-30 does not exist. */
const requireDays = (filter: ItemFilter): void => {
  const fields = (['from', 'to'] as const).filter((name) => {
    const day = filter[name];
    return day !== undefined && !(isDay(day) && filterYear.test(day));
  });
  if (fields.length > 0) throw new Fault('input/invalid', { fields });
};

const matching = (unit: Unit, filter: ItemFilter) => {
  let query = unit
    .tables<ExchangeTables>()
    .selectFrom('exchange_item')
    .where('state', '=', states[filter.box]);
  if (filter.desk !== undefined) query = query.where('desk', '=', filter.desk);
  if (filter.field !== undefined) query = query.where('field', '=', filter.field);
  if (filter.tlp !== undefined) query = query.where('tlp_rank', '=', tlpRank(filter.tlp));
  if (filter.grade !== undefined) query = query.where('grade', '=', filter.grade);
  if (filter.from !== undefined) query = query.where('listed_at', '>=', `${filter.from}T00:00:00.000Z`);
  if (filter.to !== undefined)
    query = query.where('listed_at', '<', later(`${filter.to}T00:00:00.000Z`, dayMs));
  if (filter.unread === true) query = query.where('read_at', 'is', null);
  const { party } = filter;
  if (party === undefined) return query;
  // What came is found by who sent it, what is ours by who may have it: each box keeps to one index.
  return filter.box === 'inbox'
    ? query.where('originator', '=', party)
    : query.where(sql<boolean>`${party} = any(releasable_to)`);
};

export const listItems = async (
  unit: Unit,
  filter: ItemFilter,
): Promise<{
  readonly items: readonly StoredItem[];
  readonly next: string | null;
  readonly total: number;
}> => {
  requireDays(filter);
  const limit = filter.limit ?? exchangeLimits.page;
  const cursor = readCursor(filter.cursor);
  let query = matching(unit, filter).selectAll('exchange_item').select(wordsOfItem);
  if (cursor !== null)
    query = query.where(sql<boolean>`(listed_at, id) < (${cursor.at}::timestamptz, ${cursor.id})`);
  const rows = await query
    .orderBy('listed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map(toItem);
  const last = items.at(-1);
  const counted = await unit
    .tables<ExchangeTables>()
    .selectFrom(matching(unit, filter).select('id').limit(countedAtMost).as('found'))
    .select((build) => build.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return {
    items,
    next: rows.length > limit && last ? `${last.listedAt}~${last.id}` : null,
    total: counted.total,
  };
};

const isContactPoint = ({ reader }: Unit): boolean =>
  reader.kind === 'person' && reader.role === 'contact-point';

/** What waits in each box for this reader. */
export const countBoxes = async (unit: Unit): Promise<Counts> => {
  const count = async (box: Box, unread: boolean): Promise<number> => {
    const found = matching(unit, { box, unread }).select('id').limit(countedAtMost);
    const row = await unit
      .tables<ExchangeTables>()
      .selectFrom(found.as('found'))
      .select((build) => build.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return row.total;
  };
  return {
    inboxUnread: await count('inbox', true),
    drafts: await count('drafts', false),
    toRelease: await count('to-release', false),
    returned: await count('returned', false),
    toDecide: isContactPoint(unit) ? await countWaiting(unit, unit.reader.party, countedAtMost) : 0,
  };
};
