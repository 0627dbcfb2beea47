/** The day on which an assessment is looked at again. Pure. */
import { Fault } from '../../../kernel/faults.ts';
import { type Day, isDay } from '../../../kernel/time.ts';

/** Faults: `events/risk-unsound` where it is no day, `events/review-past` where it is overdue at once. */
export const requireReviewDay = (reviewOn: string, today: Day): void => {
  if (!isDay(reviewOn)) throw new Fault('events/risk-unsound', { fields: ['reviewOn'] });
  if (reviewOn < today) throw new Fault('events/review-past', { today });
};
