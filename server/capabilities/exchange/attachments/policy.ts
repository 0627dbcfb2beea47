/** Who may bring, fetch and give the bytes of attachments. Pure. Reading them is reading the item. */
import { type Actor, allow, type Decision, refuse } from '../../../kernel/decision.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Marking } from '../../../kernel/marking.ts';
import { mintReleased, type Released } from '../../../kernel/released.ts';
import type { Day } from '../../../kernel/time.ts';
import { type ConsentView, consentGap } from '../control/policy.ts';
import { type ItemView, mayCompose, mayRead } from '../policy.ts';

/** May he upload? Whoever writes items; the marking is judged when he saves the item. */
export const mayUpload = (actor: Actor, self: PartyId): Decision => mayCompose(actor, self, 'clear');

/** May he ask for another attempt? Those of this service who may read the item. */
export const mayRetry = (actor: Actor, self: PartyId, item: ItemView): Decision => {
  const readable = mayRead(actor, item);
  if (readable.kind === 'refused' || actor.kind === 'system') return readable;
  return actor.kind === 'person' && actor.party === self
    ? allow('exchange/readers-ask-again')
    : refuse('exchange/guests-only-read');
};

/** What was delivered to a party, and how the item stands now. */
export interface Delivered {
  readonly item: Pick<ItemView, 'originator' | 'state'> & {
    readonly marking: Pick<Marking, 'releasableTo' | 'eraseOn'>;
  };
  readonly artifact: string;
  /** The parts that the party's last copy is without; null where he was sent none. */
  readonly withheld: readonly string[] | null;
  /** What the agreement lacks today; null where it covers the item. */
  readonly gap: string | null;
}

/** Why the bytes stay here; null where the party may have them. */
export const bytesGap = (delivered: Delivered, party: PartyId, self: PartyId, today: Day): string | null => {
  const { item, withheld, artifact, gap } = delivered;
  if (withheld === null) return 'never-delivered';
  if (withheld.includes(artifact)) return 'withheld';
  if (item.originator !== self || item.state !== 'released') return 'not-released-here';
  if (!item.marking.releasableTo.includes(party)) return 'not-releasable';
  if (item.marking.eraseOn <= today) return 'to-be-erased';
  return gap;
};

/**
 * Mints the bytes of an artifact for a party to whom a copy that holds it was delivered, and may be today.
 */
export const releaseBytes = <Content>(
  delivered: Delivered,
  to: { readonly party: PartyId; readonly self: PartyId; readonly today: Day },
  content: Content,
): Released<Content> | null =>
  bytesGap(delivered, to.party, to.self, to.today) === null
    ? mintReleased(content, to.party, 'exchange/delivered-copy-holds-it')
    : null;

/** A copy of another's item that this service passed on to a party, and how things stand now. */
export interface PassedOn {
  readonly item: {
    readonly state: ItemView['state'];
    readonly version: number;
    readonly marking: Pick<Marking, 'tlp' | 'eraseOn'>;
  };
  /** The version that was passed on; null where none was. */
  readonly version: number | null;
  /** The consent under which it was; null where it is not here. */
  readonly consent: ConsentView | null;
  /** True once the originator took back what was passed on. */
  readonly isRecalled: boolean;
  /** What the agreement lacks today under which it was passed on; null where it covers the item. */
  readonly gap: string | null;
}

/** Why who passed an item on keeps its bytes from this party; null where he gives them to him. */
export const passedBytesGap = (
  passed: PassedOn,
  party: PartyId,
  self: PartyId,
  today: Day,
): string | null => {
  const { item, consent } = passed;
  if (passed.version === null) return 'never-passed-on';
  if (item.state !== 'received') return 'not-held-here';
  if (passed.isRecalled) return 'recalled';
  // The bytes of another version were not in the copy that he has.
  if (passed.version !== item.version) return 'other-version';
  if (consent === null) return 'no-consent';
  // That the content was the one consented to was asked when it was passed on.
  const copy = { version: item.version, hash: consent.itemHash, tlp: item.marking.tlp };
  const lack = consentGap(consent, copy, { party: self, recipient: party, day: today });
  if (lack !== null) return lack;
  if (item.marking.eraseOn <= today) return 'to-be-erased';
  return passed.gap;
};

/** Mints the bytes of an artifact for a party to whom the copy that holds it was passed on with consent. */
export const releasePassedBytes = <Content>(
  passed: PassedOn,
  to: { readonly party: PartyId; readonly self: PartyId; readonly today: Day },
  content: Content,
): Released<Content> | null =>
  passedBytesGap(passed, to.party, to.self, to.today) === null
    ? mintReleased(content, to.party, 'exchange/copy-passed-on-holds-it')
    : null;
