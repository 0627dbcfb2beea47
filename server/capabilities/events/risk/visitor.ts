/** How far a visitor risk analysis has come, and when it is due. Pure. */
import { type Day, dayMs, dayOf, later } from '../../../kernel/time.ts';
import type { AskedOf } from '../../requests/index.ts';
import type { VisitorMilestone, VisitorState } from './visitor-contract.ts';

const weeksBefore: Readonly<Record<VisitorMilestone, number>> = { 't-8-weeks': 8, 't-2-weeks': 2 };

/** The day by which it is to be here. */
export const dueOn = (milestone: VisitorMilestone, firstDay: Day): Day =>
  dayOf(later(`${firstDay}T12:00:00.000Z`, -7 * weeksBefore[milestone] * dayMs));

/** What a planner needs to know of a request's states: who has it in hand, and whether something came. */
export const stateOf = ({ state, strand }: Pick<AskedOf, 'state' | 'strand'>): VisitorState => {
  switch (state) {
    case 'draft':
      return 'drafted';
    case 'proposed':
    case 'returned':
      return state;
    case 'recalled':
      return 'withdrawn';
    case 'released':
      break;
  }
  switch (strand) {
    case 'partly':
    case 'answered':
    case 'no-record':
    case 'refused':
    case 'withdrawn':
      return strand;
    case 'feedback':
    case 'closed':
      return 'answered';
    default:
      return 'released';
  }
};

const settled: readonly VisitorState[] = ['answered', 'no-record', 'refused', 'withdrawn'];

/** Nothing whole came, and its day has passed. */
export const isLate = (state: VisitorState, due: Day, today: Day): boolean =>
  !settled.includes(state) && due < today;
