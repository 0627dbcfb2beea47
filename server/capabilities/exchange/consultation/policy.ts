/** Personal data is consulted for a stated reason only (Directive (EU) 2016/680 art. 25; law 09-08). Pure. */
import { type Actor, allow, type Decision, refuse } from '../../../kernel/decision.ts';

/** May he consult this now that the floor's rules have let him? A person needs a reason that he stated. */
export const mayConsult = (actor: Actor, isPersonal: boolean): Decision =>
  !isPersonal || actor.kind !== 'person' || actor.context !== undefined
    ? allow('exchange/reason-stated')
    : refuse('exchange/reason-stated', 'parties/reason-needed');
