/** The board: strands by keyset in the order in which they are due, whatever their number. */
import { type Selectable, sql } from 'kysely';
import { Fault, type Language } from '../../kernel/faults.ts';
import { type DeskId, type ItemId, readId } from '../../kernel/ids.ts';
import { type Field, type Marking, tlps } from '../../kernel/marking.ts';
import { dayOf, type Instant, isDay, later } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { hourMs } from './clock.ts';
import {
  type BoardCounts,
  type BoardPage,
  type BoardRow,
  type BoardView,
  requestLimits,
} from './contract.ts';
import type { RequestTables, StrandTable } from './store.ts';
import { type Asked, joined, partsOf, strandsOf } from './view-store.ts';

/** Totals are counted up to here; beyond it the console shows «100+». */
const countedAtMost = 101;
/** The items that the board names: their titles and labels. */
interface ItemTable {
  id: ItemId;
  personal: boolean;
  language: Language;
  tlp_rank: number;
  state: 'draft' | 'proposed' | 'returned' | 'released' | 'received' | 'recalled';
  field: Field;
  desk: DeskId | null;
  author: string | null;
  marking: Marking;
}
/** Not there for who has not said why he looks, where it is of persons. */
interface WordsTable {
  item: ItemId;
  title: string;
}
type Tables = RequestTables & { exchange_item: ItemTable; exchange_words: WordsTable };
const tables = (unit: Unit) => unit.tables<Tables>();

const cursorTime = /^[1-9]\d{3}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

interface Cursor {
  readonly at: Instant;
  readonly item: ItemId;
  readonly addressee: string;
}

const readCursor = (text: string | undefined): Cursor | null => {
  if (text === undefined) return null;
  const [at = '', item = '', addressee = ''] = text.split('~');
  const known = readId('item', item);
  const isParty = addressee === '' || readId('party', addressee) !== null;
  if (known === null || !isParty || !cursorTime.test(at) || !isDay(dayOf(at)))
    throw new Fault('input/invalid', { fields: ['cursor'] });
  return { at, item: known, addressee };
};

const soonAfter = (now: Instant): Instant => later(now, requestLimits.soonHours * hourMs);

interface Titled {
  readonly title: string | null;
  readonly language: Language;
  readonly tlp_rank: number;
  readonly personal: boolean;
}

/**
 * What the board says of the items of one page. Asked after the page and by key: as a join, PostgreSQL may
 * choose to read all items that the reader may read first.
 */
export const titlesOf = async (unit: Unit, ids: readonly ItemId[]): Promise<ReadonlyMap<ItemId, Titled>> => {
  if (ids.length === 0) return new Map();
  const rows = await tables(unit)
    .selectFrom('exchange_item as i')
    .leftJoin('exchange_words as w', 'w.item', 'i.id')
    .select(['i.id', 'w.title', 'i.language', 'i.tlp_rank', 'i.personal'])
    .where('i.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
};

/** The title, and whether it was left out for want of a reason. */
export const named = ({ title, personal }: Pick<Titled, 'title' | 'personal'>) => ({
  title: title ?? '',
  needsReason: personal && title === null,
});

const toRow = (row: Selectable<StrandTable>, titled: Titled): BoardRow => ({
  item: row.item,
  ...named(titled),
  language: titled.language,
  tlp: tlps[titled.tlp_rank] ?? 'red',
  requester: row.requester,
  addressee: row.addressee,
  state: row.state,
  waitsFor: row.waits_for,
  urgency: row.urgency,
  field: row.field,
  dueAt: row.due_at,
  pausedAt: row.paused_at,
  level: row.level,
  desk: row.desk,
  assignee: row.assignee,
  escalatedTo: row.escalated_to,
  changedAt: row.changed_at,
  offered: [],
});

const listStrands = async (unit: Unit, asked: Asked, limit: number): Promise<BoardPage> => {
  const cursor = readCursor(asked.filter.cursor);
  const isDone = asked.view === 'done';
  let strands = strandsOf(unit, asked);
  if (cursor !== null) {
    const { at, item, addressee } = cursor;
    strands = strands.where(
      isDone
        ? sql<boolean>`(s.order_at, s.item, s.addressee) < (${at}::timestamptz, ${item}, ${addressee})`
        : sql<boolean>`(s.order_at, s.item, s.addressee) > (${at}::timestamptz, ${item}, ${addressee})`,
    );
  }
  const direction = isDone ? 'desc' : 'asc';
  const parts = partsOf(strands, asked).map((part) =>
    tables(unit)
      .selectFrom(
        part
          .selectAll('s')
          .orderBy('s.order_at', direction)
          .orderBy('s.item', direction)
          .orderBy('s.addressee', direction)
          .limit(limit + 1)
          .as('part'),
      )
      .selectAll('part'),
  );
  const rows = await joined(parts)
    .orderBy('order_at', direction)
    .orderBy('item', direction)
    .orderBy('addressee', direction)
    .limit(limit + 1)
    .execute();
  // Cut here and not by the query: a range of both ends is read whole and sorted before it is limited.
  const until = asked.view === 'due-soon' ? soonAfter(asked.now) : null;
  const within = until === null ? rows : rows.filter((row) => row.order_at < until);
  const last = within[limit - 1];
  const shown = within.slice(0, limit);
  const titles = await titlesOf(
    unit,
    shown.map(({ item }) => item),
  );
  return {
    items: shown.flatMap((row) => {
      const titled = titles.get(row.item);
      return titled === undefined ? [] : [toRow(row, titled)];
    }),
    next: within.length > limit && last ? `${last.order_at}~${last.item}~${last.addressee}` : null,
  };
};

const isDraftState = (state: ItemTable['state']): state is 'draft' | 'proposed' | 'returned' =>
  state === 'draft' || state === 'proposed' || state === 'returned';

const draftsOf = (unit: Unit, { filter }: Asked) => {
  const query = tables(unit)
    .selectFrom('request as r')
    .innerJoin('exchange_item as i', 'i.id', 'r.item')
    .where('r.drafting', '=', true);
  return filter.field === undefined ? query : query.where('i.field', '=', filter.field);
};

const listDrafts = async (unit: Unit, asked: Asked, limit: number): Promise<BoardPage> => {
  const cursor = readCursor(asked.filter.cursor);
  let query = draftsOf(unit, asked)
    .select(['r.item', 'r.requester', 'r.urgency', 'r.changed_at'])
    .leftJoin('exchange_words as w', 'w.item', 'i.id')
    .select(['w.title', 'i.personal', 'i.language', 'i.tlp_rank', 'i.state', 'i.field', 'i.desk']);
  if (cursor !== null)
    query = query.where(sql<boolean>`(r.changed_at, r.item) < (${cursor.at}::timestamptz, ${cursor.item})`);
  const rows = await query
    .orderBy('r.changed_at', 'desc')
    .orderBy('r.item', 'desc')
    .limit(limit + 1)
    .execute();
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit).map((row) => ({
      item: row.item,
      ...named(row),
      language: row.language,
      tlp: tlps[row.tlp_rank] ?? 'red',
      requester: row.requester,
      addressee: null,
      state: isDraftState(row.state) ? row.state : 'draft',
      waitsFor: 'us',
      urgency: row.urgency,
      field: row.field,
      dueAt: null,
      pausedAt: null,
      level: 0,
      desk: row.desk,
      assignee: null,
      escalatedTo: null,
      changedAt: row.changed_at,
      offered: [],
    })),
    next: rows.length > limit && last ? `${last.changed_at}~${last.item}~` : null,
  };
};

export const listBoard = (unit: Unit, asked: Asked): Promise<BoardPage> => {
  const limit = asked.filter.limit ?? requestLimits.page;
  return asked.view === 'drafts' ? listDrafts(unit, asked, limit) : listStrands(unit, asked, limit);
};

/** What stands in each view for this reader, counted up to `countedAtMost`. */
export const countBoard = async (unit: Unit, asked: Omit<Asked, 'view' | 'filter'>): Promise<BoardCounts> => {
  const count = async (view: BoardView): Promise<number> => {
    const whole = { ...asked, view, filter: {} };
    const found =
      view === 'drafts'
        ? draftsOf(unit, whole).select('r.changed_at as at').limit(countedAtMost).as('found')
        : joined(
            partsOf(strandsOf(unit, whole), whole).map((part) =>
              tables(unit)
                .selectFrom(
                  part
                    .select(['s.order_at as at', 's.item', 's.addressee'])
                    .orderBy('s.order_at')
                    .limit(countedAtMost)
                    .as('part'),
                )
                .selectAll('part'),
            ),
          )
            .limit(countedAtMost)
            .as('found');
    const counted = tables(unit).selectFrom(found);
    const within = view === 'due-soon' ? counted.where('at', '<', soonAfter(asked.now)) : counted;
    const row = await within
      .select((build) => build.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return row.total;
  };
  const counted = ['mine', 'overdue', 'due-soon', 'waiting-us', 'waiting-them', 'drafts'] as const;
  // Asked together, they leave together.
  const [mine = 0, overdue = 0, dueSoon = 0, us = 0, them = 0, drafts = 0] = await Promise.all(
    counted.map(count),
  );
  return { mine, overdue, 'due-soon': dueSoon, 'waiting-us': us, 'waiting-them': them, drafts };
};
