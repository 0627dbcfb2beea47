/** What stands in each view of the board, each part of it as an index of the table holds it. */
import { assert } from '../../kernel/faults.ts';
import type { DeskId, PersonId } from '../../kernel/ids.ts';
import { tlpRank } from '../../kernel/marking.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { BoardFilter, BoardView } from './contract.ts';
import { headsLevel } from './staff/escalation-service.ts';
import type { RequestTables, StrandTable } from './store.ts';

/** At this level it is the centre head's. */
const highestLevel = 4;

/** With its item's label, as the database copies it. */
type Labelled = RequestTables & { request_strand: StrandTable & { tlp_rank: number } };
const tables = (unit: Unit) => unit.tables<Labelled>();

/**
 * Who is cleared to little sees little: for him the label is asked as well, so that an index of the few open
 * strands may answer. Row security asks it again.
 */
const seesOpenOnly = ({ reader }: Unit): boolean =>
  reader.kind === 'person' && (reader.role === 'observer' || tlpRank(reader.clearance) <= tlpRank('green'));

/** Who asks for which view. */
export interface Asked {
  readonly view: BoardView;
  readonly now: Instant;
  readonly desks: readonly DeskId[];
  /** The reader, and those whose place he takes while they are away. */
  readonly persons: readonly PersonId[];
  /** True for who is told of what is long overdue, or has no head of a desk to go to. */
  readonly escalated: boolean;
  readonly filter: Omit<BoardFilter, 'view'>;
}

/** Strands of a view, as an index of the table holds them. */
export const strandsOf = (unit: Unit, { view, now, filter }: Asked) => {
  let query = tables(unit).selectFrom('request_strand as s');
  query = query.where('s.waits_for', view === 'done' ? 'is' : 'is not', null);
  if (view === 'waiting-us') query = query.where('s.waits_for', '=', 'us');
  if (view === 'waiting-them') query = query.where('s.waits_for', '=', 'them');
  // What stands still, or has no date, comes after all that has one.
  if (view === 'overdue') query = query.where('s.order_at', '<', now);
  if (view === 'due-soon') query = query.where('s.order_at', '>=', now);
  if (seesOpenOnly(unit)) query = query.where('s.tlp_rank', '<=', tlpRank('green'));
  if (filter.desk !== undefined) query = query.where('s.desk', '=', filter.desk);
  if (filter.field !== undefined) query = query.where('s.field', '=', filter.field);
  if (filter.assignee !== undefined) query = query.where('s.assignee', '=', filter.assignee);
  return filter.party === undefined ? query : query.where('s.partner', '=', filter.party);
};

type Strands = ReturnType<typeof strandsOf>;

/**
 * The parts of what is his: each of his desks, what is in his hand, what was brought to him. Each is read by
 * an index in the order of the board and no further than it is shown; as one condition, it is read whole.
 */
export const partsOf = (strands: Strands, { view, desks, persons, escalated }: Asked): readonly Strands[] => {
  if (view !== 'mine') return [strands];
  return [
    ...desks.map((desk) => strands.where('s.desk', '=', desk)),
    ...persons.map((person) => strands.where('s.assignee', '=', person)),
    ...persons.map((person) => strands.where('s.escalated_to', '=', person)),
    ...(escalated
      ? [
          strands
            .where('s.level', '>=', headsLevel)
            .where((test) =>
              test.or([test('s.level', '>=', highestLevel), test('s.escalated_to', 'is', null)]),
            ),
        ]
      : []),
  ];
};

/** Each once, whatever part it is of. */
export const joined = <Query extends { union(other: Query): Query }>(parts: readonly Query[]): Query => {
  const [first, ...others] = parts;
  assert(first !== undefined, 'a board has a part');
  return others.reduce((whole, part) => whole.union(part), first);
};
