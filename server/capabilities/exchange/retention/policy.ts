/** Who decides on review and erasure (Directive (EU) 2016/680 art. 5; law 09-08 art. 3). Pure. */
import { type Actor, allow, type Decision, refuse } from '../../../kernel/decision.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Day } from '../../../kernel/time.ts';
import { type ItemView, mayRead } from '../policy.ts';

const leaders: readonly string[] = ['contact-point', 'centre-head'];

/** May he keep the item after a review, or erase it now? Its author, its desk, and who leads. */
export const mayReview = (actor: Actor, self: PartyId, item: ItemView): Decision => {
  const readable = mayRead(actor, item);
  if (readable.kind === 'refused') return readable;
  if (actor.kind !== 'person') return refuse('exchange/people-review');
  if (actor.party !== self) return refuse('exchange/guests-only-read');
  const isNear = item.author === actor.person || (item.desk !== null && actor.desks.includes(item.desk));
  if (actor.role === 'observer' || actor.role === 'connector') return refuse('exchange/desk-reviews');
  return isNear || leaders.includes(actor.role)
    ? allow('exchange/desk-reviews')
    : refuse('exchange/desk-reviews');
};

/** The house erases by itself what has come to its date, and nothing else. */
export const mayErase = (actor: Actor, eraseOn: Day, today: Day): Decision =>
  actor.kind === 'system' && eraseOn <= today
    ? allow('exchange/erasure-date-reached')
    : refuse('exchange/erasure-date-reached');

/** The list of what is due: who reads items sees his own, and decides where the rule above lets him. */
export const mayListDue = (actor: Actor): Decision =>
  actor.kind === 'person' && actor.role !== 'administrator' && actor.role !== 'data-protection-officer'
    ? allow('exchange/boxes-show-what-he-may-read')
    : refuse('exchange/role-sees-no-content');
