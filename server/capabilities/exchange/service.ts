/** The verbs of exchange, one transaction each: those of the author, of the contact point, of the reader. */
import type { PersonActor } from '../../kernel/decision.ts';
import type { Database } from '../../plumbing/database/index.ts';
import { createDrafting } from './drafting-service.ts';
import type { ExchangeNeeds } from './item-service.ts';
import { createReading } from './reading-service.ts';
import { createReleasing } from './releasing-service.ts';
import { isVisible } from './store.ts';

/** Makes the verbs. Each throws the faults of its policy and of `exchangeFaults`. */
export const createExchangeService = (needs: ExchangeNeeds & { readonly database: Database }) => ({
  ...createDrafting(needs),
  ...createReleasing(needs),
  ...createReading(needs),
  /** May this person's live stream mention the item? Asked through row security, not journalled. */
  mayHear: (actor: PersonActor, id: string): Promise<boolean> =>
    needs.database.transact(actor, (unit) => isVisible(unit, id)),
});

/** The verbs on items. */
export type ExchangeService = ReturnType<typeof createExchangeService>;
