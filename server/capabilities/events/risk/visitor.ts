/** How far a visitor risk analysis has come, and when it is due. Pure. */
import type { Day } from '../../../kernel/time.ts';
import type { AskedOf } from '../../requests/index.ts';
import type { MajorEvent } from '../contract.ts';
import type { VisitorMilestone, VisitorState } from './visitor-contract.ts';

/** The day by which it is to be here: that of the event's milestone. */
export const dueOf = (event: Pick<MajorEvent, 'firstDay' | 'milestones'>, milestone: VisitorMilestone): Day =>
  event.milestones.find(({ kind }) => kind === milestone)?.day ?? event.firstDay;

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
