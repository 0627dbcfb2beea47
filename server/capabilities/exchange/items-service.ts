/** The verbs on items, one transaction each: those of the author, of the contact point, of the reader. */
import { createDrafting } from './drafting-service.ts';
import type { ExchangeNeeds } from './item-service.ts';
import { createReading } from './reading-service.ts';
import { createReleasing } from './releasing-service.ts';

/** Makes the verbs. Each throws the faults of its policy and of faults.ts. */
export const createItemVerbs = (needs: ExchangeNeeds) => ({
  ...createDrafting(needs),
  ...createReleasing(needs),
  ...createReading(needs),
});

/** The verbs on items. */
export type ExchangeService = ReturnType<typeof createItemVerbs>;
