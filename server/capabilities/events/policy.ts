/** Who plans an event, and who sees what is planned. Pure. */
import { type Actor, allow, type Decision, type Role, refuse } from '../../kernel/decision.ts';
import type { PartyId } from '../../kernel/ids.ts';

/** Who plans is also who deploys; the head approves, the contact point releases what partners are asked. */
const readers: readonly Role[] = [
  'event-planner',
  'centre-head',
  'contact-point',
  'watch-officer',
  'operation-commander',
];
const planners: readonly Role[] = ['event-planner'];

/**
 * May he see this service's events and all that is planned of them? The same rule as the row security of
 * migration 001. Guests and other nodes see nothing: not even that there is an event.
 */
export const mayReadEvents = (actor: Actor, holder: PartyId): Decision => {
  switch (actor.kind) {
    case 'system':
      return actor.party === holder ? allow('events/house') : refuse('events/own-people', 'access/absent');
    case 'peer':
      return refuse('events/own-people', 'access/absent');
    case 'person':
      break;
  }
  if (actor.party !== holder) return refuse('events/own-people', 'access/absent');
  return readers.includes(actor.role) ? allow('events/readers') : refuse('events/readers', 'access/absent');
};

/** May he write: events, venues, sessions, objects, posts, imports? */
export const mayPlanEvents = (actor: Actor, holder: PartyId): Decision => {
  const readable = mayReadEvents(actor, holder);
  if (readable.kind === 'refused' || actor.kind !== 'person') return readable;
  return planners.includes(actor.role) ? allow('events/planners') : refuse('events/planners');
};
