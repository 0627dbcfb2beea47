/** Who sees what is at risk, and who says so. Pure. The same rules as the row security of migration 020. */
import { type Actor, allow, type Decision, refuse } from '../../../kernel/decision.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import { mayPlanEvents, mayReadEvents } from '../policy.ts';

/** May he see assessments, templates, what generation would do, and what partners were asked? */
export const mayReadRisk = (actor: Actor, holder: PartyId): Decision => mayReadEvents(actor, holder);

/**
 * May he assess, or accept what the facts speak for? A person who plans: by itself the house assesses
 * nothing, whatever the facts.
 */
export const mayAssess = (actor: Actor, holder: PartyId): Decision => {
  const plans = mayPlanEvents(actor, holder);
  if (plans.kind === 'refused') return plans;
  return actor.kind === 'person' ? allow('events/planners-assess') : refuse('events/a-person-assesses');
};

/** May he tell whose review is overdue? The house alone does, in its time. */
export const mayRemind = (actor: Actor, holder: PartyId): Decision =>
  actor.kind === 'system' && actor.party === holder
    ? allow('events/house-reminds')
    : refuse('events/house-reminds', 'access/absent');

/** May he write templates, and make posts of them? */
export const mayTurnIntoPosts = (actor: Actor, holder: PartyId): Decision => {
  const plans = mayPlanEvents(actor, holder);
  if (plans.kind === 'refused') return plans;
  return actor.kind === 'person'
    ? allow('events/planners-make-posts')
    : refuse('events/a-person-makes-posts');
};

/** May he ask partners for their view? He begins requests; a contact point releases each. */
export const mayAskPartners = (actor: Actor, holder: PartyId): Decision => {
  const plans = mayPlanEvents(actor, holder);
  if (plans.kind === 'refused') return plans;
  return actor.kind === 'person' ? allow('events/planners-ask') : refuse('events/a-person-asks');
};
