/** Reviews of risks that are overdue, as who answers for them is told. */
import Type, { type Static } from 'typebox';
import { daySchema } from '../../../kernel/schemas.ts';
import { nameSchema, uuidSchema } from '../contract.ts';
import { hazardSchema, targetKeySchema } from './contract.ts';
import { namedSchema } from './view-contract.ts';

const overdueReviewSchema = Type.Object({
  event: uuidSchema,
  eventName: nameSchema,
  target: targetKeySchema,
  hazard: hazardSchema,
  /** What the target is called: the venue or object, the day, and the title of a session. */
  named: namedSchema,
  /** The day on which it was to be looked at again. */
  reviewOn: daySchema,
});
export type OverdueReview = Static<typeof overdueReviewSchema>;

export const overdueReviewsSchema = Type.Object({ items: Type.Array(overdueReviewSchema) });
export type OverdueReviews = Static<typeof overdueReviewsSchema>;
