/** The verbs of collections put together. */
import { createFilling } from './filling-service.ts';
import { createReading } from './reading-service.ts';
import type { TaxiiNeeds } from './taxii-service.ts';
import { createWriting } from './writing-service.ts';

/** Makes the verbs and the follower that keeps collections in step with items. */
export const createCollections = (needs: TaxiiNeeds) => {
  const { follower, place } = createFilling(needs);
  return { follower, verbs: { ...createReading(needs, place), ...createWriting(needs) } };
};

/** What a TAXII client can do. */
export type TaxiiVerbs = ReturnType<typeof createCollections>['verbs'];
