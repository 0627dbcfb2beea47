/**
 * Who may see, write and release an item, and to whom a copy may go. Pure. `mayRead` is the same rule as the
 * row security of migration 030; a test holds the two together.
 */
import type { JsonObject } from '../../kernel/canonical.ts';
import { type Actor, allow, type Decision, type PersonActor, refuse } from '../../kernel/decision.ts';
import type { DeskId, PartyId, PersonId } from '../../kernel/ids.ts';
import { clears, type Marking, tlpRank } from '../../kernel/marking.ts';
import { mintReleased, type Released } from '../../kernel/released.ts';
import type { ItemState } from './contract.ts';

/** What the rules look at. */
export interface ItemView {
  readonly originator: PartyId;
  readonly via: PartyId | null;
  /** The service whose node holds this copy. */
  readonly holder: PartyId;
  readonly state: ItemState;
  readonly marking: Pick<Marking, 'tlp' | 'releasableTo'>;
  readonly author: PersonId | null;
  /** All who wrote in any version. */
  readonly editors: readonly PersonId[];
  readonly proposedBy: PersonId | null;
  readonly desk: DeskId | null;
}

const writers: readonly string[] = [
  'watch-officer',
  'liaison-officer',
  'analyst',
  'centre-head',
  'event-planner',
  'operation-commander',
  'field-officer',
  'host-officer',
  'contact-point',
];
/** Does this role write items, whatever their marking? */
export const writesItems = (role: string): boolean => writers.includes(role);
const withoutContent: readonly string[] = ['administrator', 'data-protection-officer'];
const assigners: readonly string[] = ['watch-officer', 'centre-head', 'contact-point'];
const readsRed: readonly string[] = ['contact-point', 'centre-head'];

const onDesk = (actor: PersonActor, item: ItemView): boolean =>
  item.desk !== null && actor.desks.includes(item.desk);

/** Received, or the tombstone of what was received. */
const isFromOthers = (item: ItemView): boolean =>
  item.state === 'received' || (item.state === 'recalled' && item.originator !== item.holder);

/** Released by this node, or recalled by it after. */
const isGivenOut = (item: ItemView): boolean =>
  item.state === 'released' || (item.state === 'recalled' && item.originator === item.holder);

const mayPersonRead = (actor: PersonActor, item: ItemView): Decision => {
  const absent = (rule: string) => refuse(rule, 'access/absent');
  // What was passed on to this service with the originator's consent is for its own people.
  const isPassedOn = item.via !== null && actor.party === item.holder;
  if (!item.marking.releasableTo.includes(actor.party) && !isPassedOn)
    return absent('exchange/not-releasable-to-his-party');
  // What others sent here was sent to this service: a guest's own service has a copy made for it.
  if (isFromOthers(item) && actor.party !== item.holder) return absent('exchange/guests-have-their-own-copy');
  if (!clears(actor.clearance, item.marking.tlp)) return absent('exchange/above-his-clearance');
  if (withoutContent.includes(actor.role)) return absent('exchange/role-sees-no-content');
  if (actor.role === 'observer' && tlpRank(item.marking.tlp) > tlpRank('green'))
    return absent('exchange/observers-see-no-operational-data');
  const near = item.author === actor.person || onDesk(actor, item);
  if (isGivenOut(item) || isFromOthers(item)) {
    if (item.marking.tlp !== 'red') return allow('exchange/released-to-his-party');
    return near || readsRed.includes(actor.role)
      ? allow('exchange/red-to-those-named')
      : absent('exchange/red');
  }
  if (actor.party !== item.originator) return absent('exchange/not-released-yet');
  if (near) return allow('exchange/author-and-desk');
  // He keeps sight of what he returned: it may come back to him.
  const wasProposed = item.state === 'proposed' || item.state === 'returned';
  return wasProposed && actor.role === 'contact-point'
    ? allow('exchange/contact-point-reads-proposals')
    : absent('exchange/drafts-are-the-desks');
};

/** May this actor see that the item exists, and what it says? */
export const mayRead = (actor: Actor, item: ItemView): Decision => {
  switch (actor.kind) {
    case 'system':
      return allow('exchange/house');
    case 'peer':
      return item.originator === actor.party ||
        (isGivenOut(item) && item.marking.releasableTo.includes(actor.party))
        ? allow('exchange/peer-sees-what-it-gave-or-got')
        : refuse('exchange/peer-sees-what-it-gave-or-got', 'access/absent');
    case 'person':
      return mayPersonRead(actor, item);
  }
};

/** May he open the boxes at all? What stands in them is up to `mayRead`, item by item. */
export const mayList = (actor: Actor): Decision =>
  actor.kind === 'person' && withoutContent.includes(actor.role)
    ? refuse('exchange/role-sees-no-content')
    : allow('exchange/boxes-show-what-he-may-read');

/** May his reading count as the first one, of which the originator is told? A machine's does not. */
export const mayMarkRead = (actor: Actor, item: ItemView): Decision => {
  const readable = mayRead(actor, item);
  if (readable.kind === 'refused') return readable;
  return actor.kind === 'person' && actor.role === 'connector'
    ? refuse('exchange/people-read')
    : allow('exchange/people-read');
};

/** May he see to whom it went and who has read it? That is the originator's own service. */
export const mayReadDeliveries = (actor: Actor, self: PartyId, item: ItemView): Decision => {
  const readable = mayRead(actor, item);
  if (readable.kind === 'refused') return readable;
  return actor.party === self
    ? allow('exchange/own-service')
    : refuse('exchange/own-service', 'access/absent');
};

/** May he see what each recipient would get? The service that made the item, and no guest of it. */
export const mayPreview = (actor: Actor, self: PartyId, item: ItemView): Decision => {
  const readable = mayReadDeliveries(actor, self, item);
  if (readable.kind === 'refused') return readable;
  return item.originator === self
    ? allow('exchange/originator-previews')
    : refuse('exchange/originator-previews');
};

/** May he write items for this service? */
export const mayCompose = (actor: Actor, self: PartyId, tlp: Marking['tlp']): Decision => {
  if (actor.kind === 'system') return allow('exchange/house');
  if (actor.kind === 'peer') return refuse('exchange/peers-do-not-write', 'access/absent');
  if (actor.party !== self) return refuse('exchange/guests-only-read');
  if (!writesItems(actor.role)) return refuse('exchange/writers');
  return clears(actor.clearance, tlp) ? allow('exchange/writers') : refuse('exchange/above-his-clearance');
};

/** May he change, discard or propose this draft? Its author and his desk may. */
export const mayEdit = (actor: Actor, self: PartyId, item: ItemView): Decision => {
  const readable = mayRead(actor, item);
  if (readable.kind === 'refused') return readable;
  if (item.originator !== self) return refuse('exchange/only-the-originator-versions');
  // A contact point reads what he returned; to write in it he would have to be on its desk.
  const isNear = actor.kind !== 'person' || item.author === actor.person || onDesk(actor, item);
  if (!isNear) return refuse('exchange/author-and-desk-write');
  return mayCompose(actor, self, item.marking.tlp);
};

/** May he take back this proposal? Who wrote or proposed it may, until it is released. */
export const mayWithdraw = (actor: Actor, self: PartyId, item: ItemView): Decision => {
  const editable = mayEdit(actor, self, item);
  if (editable.kind === 'refused' || actor.kind !== 'person') return editable;
  return actor.person === item.author || actor.person === item.proposedBy
    ? allow('exchange/author-withdraws')
    : refuse('exchange/author-withdraws');
};

/** May he give a received item to another desk? Those who route what comes in. */
export const mayAssign = (actor: Actor, item: ItemView): Decision => {
  const readable = mayRead(actor, item);
  if (readable.kind === 'refused' || actor.kind === 'system') return readable;
  return actor.kind === 'person' && actor.party === item.holder && assigners.includes(actor.role)
    ? allow('exchange/assigners')
    : refuse('exchange/assigners');
};

/** May he release or return this proposal? The contact point, and never what he wrote, edited or proposed. */
export const mayRelease = (actor: Actor, self: PartyId, item: ItemView): Decision => {
  const readable = mayRead(actor, item);
  if (readable.kind === 'refused') return readable;
  if (item.originator !== self) return refuse('exchange/only-the-originator-releases');
  if (actor.kind === 'system') return allow('exchange/house');
  if (actor.kind !== 'person' || actor.party !== self || actor.role !== 'contact-point')
    return refuse('exchange/contact-point-releases');
  const hands = [item.author, item.proposedBy, ...item.editors];
  return hands.includes(actor.person)
    ? refuse('exchange/four-eyes', 'exchange/own-release')
    : allow('exchange/four-eyes');
};

/** Why no copy may go to this recipient; null when one may. */
export const releaseGap = (
  marking: Marking,
  recipient: PartyId,
  gap: string | null,
  linked: boolean,
): string | null => {
  if (!marking.releasableTo.includes(recipient)) return 'not-releasable';
  if (gap !== null) return gap;
  return linked ? null : 'not-linked';
};

/** Mints one recipient's copy once the marking, an agreement in force and an active link allow it. */
export const releaseCopy = <Content extends JsonObject>(
  marking: Marking,
  recipient: PartyId,
  grounds: { readonly gap: string | null; readonly linked: boolean },
  copy: { readonly kind: string; readonly body: Content },
): Released<{ readonly kind: string; readonly body: Content }> | null =>
  releaseGap(marking, recipient, grounds.gap, grounds.linked) === null
    ? mintReleased(copy, recipient, 'exchange/releasable-covered-linked')
    : null;

/** Lets the news that an item was read go back to its originator, and to nobody else. */
export const releaseReadReceipt = <Content extends JsonObject>(
  item: Pick<ItemView, 'originator'>,
  self: PartyId,
  copy: { readonly kind: string; readonly body: Content },
): Released<{ readonly kind: string; readonly body: Content }> | null =>
  item.originator === self ? null : mintReleased(copy, item.originator, 'exchange/receipt-to-originator');

/** May an originator be told of more readers of his item? By the house, and as the agreement says. */
export const mayTellReaders = (actor: Actor, isAgreed: boolean): Decision => {
  if (actor.kind !== 'system') return refuse('exchange/the-house-tells-readers', 'access/absent');
  return allow(isAgreed ? 'exchange/agreement-tells-readers' : 'exchange/agreement-tells-no-more');
};
