/** Who may recall, ask, consent and pass on; and what of it may leave, to whom. Pure. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { type Actor, allow, type Decision, refuse } from '../../../kernel/decision.ts';
import type { PartyId, PersonId } from '../../../kernel/ids.ts';
import { type Tlp, tlpRank } from '../../../kernel/marking.ts';
import { mintReleased, type Released } from '../../../kernel/released.ts';
import type { Day } from '../../../kernel/time.ts';
import { type ItemView, mayCompose, mayRead } from '../policy.ts';

interface Carried<Content extends JsonObject> {
  readonly kind: string;
  readonly body: Content;
}

/** His own service's contact point, who can read the item; the reason why not otherwise. */
const contactPointOf = (actor: Actor, self: PartyId, item: ItemView, rule: string): Decision => {
  const readable = mayRead(actor, item);
  if (readable.kind === 'refused') return readable;
  return actor.kind === 'person' && actor.party === self && actor.role === 'contact-point'
    ? allow(rule)
    : refuse(rule);
};

/** May he take back what was given? The originator's contact point; alone, because a recall is urgent. */
export const mayRecall = (actor: Actor, self: PartyId, item: ItemView): Decision => {
  const decision = contactPointOf(actor, self, item, 'control/contact-point-recalls');
  if (decision.kind === 'refused') return decision;
  return item.originator === self ? decision : refuse('control/only-the-originator-recalls');
};

/** May he see who holds it, who has obeyed, who asked? The people of the service whose node this is. */
export const mayFollow = (actor: Actor, self: PartyId, item: ItemView): Decision => {
  const readable = mayRead(actor, item);
  if (readable.kind === 'refused') return readable;
  return actor.party === self ? allow('control/own-service') : refuse('control/own-service', 'access/absent');
};

/** May he ask the originator to let it go further? Whoever may write, and reads what was received. */
export const mayAskOnward = (actor: Actor, self: PartyId, item: ItemView): Decision => {
  const readable = mayRead(actor, item);
  if (readable.kind === 'refused') return readable;
  if (item.originator === self) return refuse('control/originators-release');
  return mayCompose(actor, self, item.marking.tlp);
};

/** May he answer what holders ask? The originator's contact point. */
export const mayDecideOnward = (actor: Actor, self: PartyId, item: ItemView): Decision => {
  const decision = contactPointOf(actor, self, item, 'control/contact-point-consents');
  if (decision.kind === 'refused') return decision;
  return item.originator === self ? decision : refuse('control/only-the-originator-consents');
};

/** May he pass the copy on? The holder's contact point, and never on his own question: four eyes. */
export const mayShareOnward = (
  actor: Actor,
  self: PartyId,
  item: ItemView,
  askedBy: PersonId | null,
): Decision => {
  const decision = contactPointOf(actor, self, item, 'control/contact-point-shares');
  if (decision.kind === 'refused') return decision;
  return actor.kind === 'person' && actor.person === askedBy
    ? refuse('control/four-eyes', 'control/own-question')
    : allow('control/four-eyes');
};

/** May he list what waits for a decision? */
export const mayListQuestions = (actor: Actor, self: PartyId): Decision =>
  actor.kind === 'person' && actor.party === self && actor.role === 'contact-point'
    ? allow('control/contact-point-consents')
    : refuse('control/contact-point-consents');

/** A consent as the rules see it. */
export interface ConsentView {
  readonly party: PartyId;
  readonly recipients: readonly PartyId[];
  readonly withdrawn: readonly PartyId[];
  readonly tlp: Tlp;
  readonly validUntil: Day;
  readonly version: number;
  readonly itemHash: string;
}

/** Why a consent does not let this copy go from `party` to `recipient` today; null when it does. */
export const consentGap = (
  consent: ConsentView,
  copy: { readonly version: number; readonly hash: string; readonly tlp: Tlp },
  way: { readonly party: PartyId; readonly recipient: PartyId; readonly day: Day },
): string | null => {
  if (consent.party !== way.party) return 'other-party';
  if (!consent.recipients.includes(way.recipient)) return 'not-named';
  if (consent.withdrawn.includes(way.recipient)) return 'withdrawn';
  if (way.day > consent.validUntil) return 'expired';
  if (tlpRank(copy.tlp) > tlpRank(consent.tlp)) return 'label';
  if (copy.version !== consent.version || copy.hash !== consent.itemHash) return 'other-content';
  return null;
};

/** Lets a copy go onward, once consent, agreement and link allow it; null where one of them does not. */
export const releaseOnward = <Content extends JsonObject>(
  recipient: PartyId,
  grounds: { readonly consent: string | null; readonly agreement: string | null; readonly linked: boolean },
  copy: Carried<Content>,
): Released<Carried<Content>> | null =>
  grounds.consent === null && grounds.agreement === null && grounds.linked
    ? mintReleased(copy, recipient, 'control/consented-covered-linked')
    : null;

/**
 * Lets a recall, a proof, a question, a consent or a report go to those who take part: the originator, a
 * holder, or one of them through whom another is reached. They carry no content.
 */
export const releaseControl = <Content extends JsonObject>(
  parts: readonly PartyId[],
  recipient: PartyId,
  self: PartyId,
  copy: Carried<Content>,
): Released<Carried<Content>> | null =>
  recipient !== self && parts.includes(recipient)
    ? mintReleased(copy, recipient, 'control/to-those-who-take-part')
    : null;
