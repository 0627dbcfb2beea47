/** Who uses templates of requests, and who writes them for his service. Pure. */
import { type Actor, allow, type Decision, refuse } from '../../../kernel/decision.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import { mayAsk } from '../policy.ts';

/** Those who answer for what their service asks. */
const owners: readonly string[] = ['service-head', 'centre-head', 'contact-point'];

/** May he write, change, retire and bring back his service's own? */
export const mayManageTemplates = (actor: Actor, self: PartyId): Decision => {
  if (actor.kind === 'system') return allow('requests/house');
  const isOwner = actor.kind === 'person' && actor.party === self && owners.includes(actor.role);
  return isOwner ? allow('requests/owners-write-templates') : refuse('requests/owners-write-templates');
};

/** May he use them? Who may ask, and who writes them. */
export const mayUseTemplates = (actor: Actor, self: PartyId): Decision => {
  const manages = mayManageTemplates(actor, self);
  if (manages.kind === 'allowed') return manages;
  return mayAsk(actor, self, 'clear');
};
