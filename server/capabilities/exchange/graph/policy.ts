/** Who may look at what is related. Pure. What he sees there is up to `mayRead`, item by item. */
import { type Actor, type Decision, refuse } from '../../../kernel/decision.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import { mayList } from '../policy.ts';

/**
 * May he follow edges and compare items? Who may open the boxes, of this service: guests have copies
 * alone.
 */
export const mayExplore = (actor: Actor, self: PartyId): Decision =>
  actor.party === self ? mayList(actor) : refuse('exchange/guests-only-read');
