/** Who writes, sends, reads and acknowledges alerts, and to whom they may go. Pure. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { type Actor, allow, type Decision, refuse } from '../../../kernel/decision.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Marking } from '../../../kernel/marking.ts';
import { mintReleased, type Released } from '../../../kernel/released.ts';
import { mayRead, mayWrite, type WatchView } from '../policy.ts';
import type { Alert } from './contract.ts';

/** What the rules look at. */
export interface AlertView extends WatchView {
  readonly originator: PartyId;
  readonly state: Alert['state'];
  readonly urgency: Alert['urgency'];
}

const senders: readonly string[] = ['watch-officer', 'contact-point', 'centre-head'];

/** May he read it? Guests read what this service sent to theirs; what came here is for its own people. */
export const mayReadAlert = (actor: Actor, view: AlertView): Decision => {
  const readable = mayRead(actor, view);
  if (readable.kind === 'refused' || actor.kind !== 'person') return readable;
  return view.state === 'sent' || actor.party === view.holder
    ? readable
    : refuse('watch/own-peoples-alerts', 'access/absent');
};

/** May he send it? A second person; alone only where it is immediate, as with a recall. */
export const maySend = (actor: Actor, self: PartyId, view: AlertView): Decision => {
  const readable = mayReadAlert(actor, view);
  if (readable.kind === 'refused') return readable;
  const writes = mayWrite(actor, self, view.marking.tlp);
  if (writes.kind === 'refused') return writes;
  if (actor.kind !== 'person' || !senders.includes(actor.role)) return refuse('watch/senders');
  if (actor.person !== view.author) return allow('watch/four-eyes');
  return view.urgency === 'Immediate'
    ? allow('watch/immediate-is-sent-alone')
    : refuse('watch/four-eyes', 'watch/own-alert');
};

/**
 * May he call it off? Whoever may send may, alone: a false alarm is stopped at once, and nothing new is told.
 * A draft is also given up by who wrote it.
 */
export const mayCancel = (actor: Actor, self: PartyId, view: AlertView): Decision => {
  const readable = mayReadAlert(actor, view);
  if (readable.kind === 'refused') return readable;
  if (view.originator !== self) return refuse('watch/only-the-sender-ends', 'access/absent');
  const writes = mayWrite(actor, self, view.marking.tlp);
  if (writes.kind === 'refused') return writes;
  if (actor.kind !== 'person') return refuse('watch/senders');
  if (view.state === 'draft' && actor.person === view.author) return allow('watch/author-gives-up-draft');
  return senders.includes(actor.role) ? allow('watch/senders') : refuse('watch/senders');
};

/** May he write an update of it? Who writes alerts of this service; it is then sent as an alert is. */
export const mayUpdate = (actor: Actor, self: PartyId, view: AlertView): Decision => {
  const readable = mayReadAlert(actor, view);
  if (readable.kind === 'refused') return readable;
  return view.originator === self
    ? mayWrite(actor, self, view.marking.tlp)
    : refuse('watch/only-the-sender-ends', 'access/absent');
};

/** May he acknowledge it for his service? Who reads what came and writes. */
export const mayAcknowledge = (actor: Actor, self: PartyId, view: AlertView): Decision => {
  const readable = mayReadAlert(actor, view);
  if (readable.kind === 'refused') return readable;
  if (view.state !== 'received') return refuse('watch/only-what-came-is-acknowledged', 'access/absent');
  return actor.kind === 'person'
    ? mayWrite(actor, self, view.marking.tlp)
    : refuse('watch/persons-acknowledge');
};

/** Why no copy may go to this recipient; null when one may. */
const alertGap = (
  marking: Pick<Marking, 'releasableTo'>,
  recipient: PartyId,
  grounds: { readonly gap: string | null; readonly linked: boolean },
): string | null => {
  if (!marking.releasableTo.includes(recipient)) return 'not-releasable';
  if (grounds.gap !== null) return grounds.gap;
  return grounds.linked ? null : 'not-linked';
};

/** Mints one recipient's copy once the marking, an agreement in force and an active link allow it. */
export const releaseAlert = <Content extends JsonObject>(
  marking: Pick<Marking, 'releasableTo'>,
  recipient: PartyId,
  grounds: { readonly gap: string | null; readonly linked: boolean },
  copy: { readonly kind: string; readonly body: Content },
): Released<{ readonly kind: string; readonly body: Content }> | null =>
  alertGap(marking, recipient, grounds) === null
    ? mintReleased(copy, recipient, 'watch/releasable-covered-linked')
    : null;

/** Lets the news that an alert is called off go to those who were told of it: it says nothing that is new. */
export const releaseCancellation = <Content extends JsonObject>(
  told: { readonly recipient: PartyId; readonly linked: boolean },
  copy: { readonly kind: string; readonly body: Content },
): Released<{ readonly kind: string; readonly body: Content }> | null =>
  told.linked ? mintReleased(copy, told.recipient, 'watch/called-off-to-those-told') : null;

/** Lets an acknowledgement go back to who sent the alert, and to nobody else. */
export const releaseAcknowledgement = <Content extends JsonObject>(
  alert: Pick<AlertView, 'originator' | 'state'>,
  copy: { readonly kind: string; readonly body: Content },
): Released<{ readonly kind: string; readonly body: Content }> | null =>
  alert.state === 'received'
    ? mintReleased(copy, alert.originator, 'watch/acknowledgement-to-originator')
    : null;
