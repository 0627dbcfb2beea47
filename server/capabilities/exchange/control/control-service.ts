/** What the verbs and messages of originator control share: their needs, telling, and checking signatures. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { EnvelopeId, ItemId, PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Database, Unit } from '../../../plumbing/database/index.ts';
import type { Journal } from '../../../plumbing/journal/index.ts';
import type { Scheduler } from '../../../plumbing/scheduler/index.ts';
import { type StixObject, toBundle } from '../../../plumbing/stix/index.ts';
import type { ExchangeNeeds } from '../item-service.ts';
import * as compliance from './compliance-store.ts';
import { releaseControl } from './policy.ts';
import * as store from './recall-store.ts';
import { sharesOf } from './share-store.ts';
import { isSelfConsistent, type SigningKeys, signedText } from './signed-object.ts';
import { controlKinds, type NamedParty, type Speaker } from './wire.ts';

/** What originator control needs, by name. */
export interface ControlNeeds extends ExchangeNeeds {
  readonly database: Database;
  readonly scheduler: Scheduler;
  readonly keys: SigningKeys;
  readonly journal: Pick<Journal, 'append' | 'entries' | 'inclusion'>;
  readonly federation: ExchangeNeeds['federation'] & {
    /** How this service, and those that it has links with, are called. */
    names(unit: Unit): Promise<readonly NamedParty[]>;
    /** True when the text is signed by a key that this party has, or had. */
    isSignedBy(unit: Unit, party: PartyId, text: string, signature: string): Promise<boolean>;
  };
}

interface Signed {
  readonly public_key: string;
  readonly signature: string;
}

/**
 * True when the party's own key signed the object; false when its key is not known here and the object at
 * least agrees with itself. A signature that is not that of a linked party is a forgery.
 */
export const isVerified = async (
  needs: ControlNeeds,
  unit: Unit,
  party: PartyId,
  object: Signed,
): Promise<boolean> => {
  if (await needs.federation.isSignedBy(unit, party, signedText(object), object.signature)) return true;
  if ((await needs.isLinked(unit, party)) || !isSelfConsistent(object)) throw new Fault('control/forged');
  return false;
};

/** Queues a signed object for one of those who take part; null where no link to him is active. */
export const tell = async (
  needs: ControlNeeds,
  unit: Unit,
  recipient: PartyId,
  message: { readonly kind: string; readonly objects: readonly StixObject[] },
): Promise<EnvelopeId | null> => {
  if (!(await needs.isLinked(unit, recipient))) return null;
  const body: JsonObject = toBundle(message.objects);
  const released = releaseControl([recipient], recipient, needs.self, { kind: message.kind, body });
  return released === null ? null : needs.federation.send(unit, released);
};

/** A kept message as the STIX object that it is. */
export const asObject = (text: string): StixObject => {
  const value = store.readKept(text);
  const { type, id } = value;
  if (typeof type !== 'string' || typeof id !== 'string') throw new Error('bug: a kept message has no id');
  return { ...value, type, id };
};

/** Sends a holder the tombstone, directly or through who passed the item on to him. */
export const tellHolder = async (
  needs: ControlNeeds,
  unit: Unit,
  recall: Pick<store.StoredRecall, 'id' | 'tombstone'>,
  holder: { readonly party: PartyId; readonly via: PartyId | null; readonly isReminder: boolean },
): Promise<boolean> => {
  const message = { kind: controlKinds.recall, objects: [asObject(recall.tombstone)] };
  const { party, via, isReminder } = holder;
  const envelope =
    (await tell(needs, unit, party, message)) ??
    (via === null || via === needs.self ? null : await tell(needs, unit, via, message));
  if (envelope === null) return false;
  const at = needs.clock.now();
  await compliance.markTold(unit, { recall: recall.id, party, at, envelope, isReminder });
  return true;
};

/** Those to whom this service, or those after it, passed the item on; as far as this node knows. */
export const onwardHolders = async (
  unit: Unit,
  item: ItemId,
): Promise<readonly { readonly party: PartyId; readonly via: PartyId }[]> =>
  (await sharesOf(unit, item)).map(({ recipient, party }) => ({ party: recipient, via: party }));

export const announceItem = (needs: ControlNeeds, unit: Unit, id: ItemId): Promise<void> =>
  needs.live.announce(unit, { topic: 'exchange.item', id });

/** True when a recall covers what was passed on: under a consent that was given before it. */
export const isCovered = (
  recall: Pick<store.StoredRecall, 'version' | 'parties' | 'recalledAt'>,
  share: {
    readonly version: number;
    readonly recipient: PartyId;
    readonly consentAt: Instant | null;
  },
): boolean =>
  share.version <= recall.version &&
  (recall.parties.length === 0 || recall.parties.includes(share.recipient)) &&
  (share.consentAt === null || !isPast(recall.recalledAt, share.consentAt));

/** True once a moment has passed. */
export const isPast = (at: Instant, now: Instant): boolean => Date.parse(at) < Date.parse(now);

/** This service as it speaks now. */
export const speakerOf = async (needs: ControlNeeds, unit: Unit): Promise<Speaker> => ({
  self: needs.self,
  at: needs.clock.now(),
  keys: needs.keys,
  names: await needs.federation.names(unit),
});
