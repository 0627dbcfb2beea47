/**
 * What a holder's node does with a recall: it obeys in the transaction in which it takes the message, tells
 * those to whom it passed the item on, and answers with a signed proof. A recall that comes before its item
 * is kept, so that the item is refused when it comes.
 */
import { canonical } from '../../../kernel/canonical.ts';
import { Fault } from '../../../kernel/faults.ts';
import { asId, type ItemId, type PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { ComplianceMessage, RecallMessage } from '../../../plumbing/stix/index.ts';
import type { StoredItem } from '../item.ts';
import { emptyItem, keepItem } from '../keeping-service.ts';
import { lockItem } from '../store.ts';
import * as compliance from './compliance-store.ts';
import { withdrawConsent } from './consent-store.ts';
import { controlLimits } from './contract.ts';
import {
  announceItem,
  asObject,
  type ControlNeeds,
  isCovered,
  isVerified,
  speakerOf,
  tell,
  tellHolder,
} from './control-service.ts';
import { hearNames } from './naming-service.ts';
import * as store from './recall-store.ts';
import { sharesOf } from './share-store.ts';
import { complianceToWire, controlKinds, remarked } from './wire.ts';

interface Obeyed {
  readonly outcome: ComplianceMessage['outcome'];
  readonly objects: number;
  readonly attachments: number;
}

const nothing = { objects: 0, attachments: 0 } as const;

const parties = (ids: readonly string[]): readonly PartyId[] => ids.map((id) => asId('party', id));

/** Checks who speaks: the originator himself, or whoever passed the item on and relays his signed word. */
const requireOriginators = async (
  needs: ControlNeeds,
  unit: Unit,
  from: PartyId,
  about: { readonly message: RecallMessage; readonly item: StoredItem | null },
): Promise<boolean> => {
  const { message, item } = about;
  const originator = asId('party', message.created_by_ref);
  const isOthers = item !== null && item.originator !== originator;
  if (isOthers || originator === needs.self) throw new Fault('control/not-the-originators');
  const isSound = (message.recall_kind === 're-mark') === (message.new_marking !== undefined);
  if (!isSound) throw new Fault('exchange/message-unsound', { problems: ['new_marking'] });
  const verified = await isVerified(needs, unit, originator, message);
  // A word that cannot be checked is taken from the one who passed the item on, and from nobody else.
  if (!verified && from !== originator && from !== item?.via) throw new Fault('control/forged');
  return verified;
};

export const createObeying = (needs: ControlNeeds) => {
  const { self, clock } = needs;

  /** Does to the copy here what the originator says. */
  const change = async (unit: Unit, message: RecallMessage, item: StoredItem | null): Promise<Obeyed> => {
    const isCarrier = message.party_refs !== undefined && !message.party_refs.includes(self);
    if (isCarrier) return { outcome: 'relayed', ...nothing };
    const isHeld = item !== null && item.state === 'received' && item.version <= message.item_version;
    if (!isHeld) return { outcome: 'not-held', ...nothing };
    const { new_marking: marking } = message;
    if (marking === undefined || !marking.releasable_to_refs.includes(self))
      return { outcome: 'removed', ...(await emptyItem(needs, unit, item, clock.now())) };
    await keepItem(needs, unit, { ...item, marking: remarked(item.marking, marking) });
    return { outcome: 're-marked', ...nothing };
  };

  /** Tells those to whom this service passed the item on; gives how many there are. */
  const relay = async (unit: Unit, recall: store.StoredRecall): Promise<number> => {
    const shares = (await sharesOf(unit, recall.item)).filter(
      (share) => share.party === self && isCovered(recall, share),
    );
    for (const { recipient } of shares) {
      await compliance.insertHolder(unit, { recall: recall.id, party: recipient, via: null });
      const known = await compliance.findCompliance(unit, recall.id, recipient);
      if (known?.outcome !== null) continue;
      await tellHolder(needs, unit, recall, {
        party: recipient,
        via: null,
        isReminder: known.toldAt !== null,
      });
    }
    return shares.length;
  };

  /** Journals the act and signs the proof of it, which names the entry's place and leaf. */
  const prove = async (
    unit: Unit,
    message: RecallMessage,
    obeyed: Obeyed & { readonly onwardCopies: number },
  ): Promise<ComplianceMessage> => {
    const seq = await needs.journal.append(unit, {
      actor: { kind: 'peer', party: asId('party', message.created_by_ref) },
      verb: 'exchange.obey-recall',
      subject: message.item_ref,
      outcome: 'done',
      rule: `control/${obeyed.outcome}`,
      details: { recall: message.id, kind: message.recall_kind, version: message.item_version, ...obeyed },
    });
    const { leafHash: leaf } = await needs.journal.inclusion(unit, seq, seq + 1);
    const { outcome, objects, attachments, onwardCopies } = obeyed;
    const removed = { objects, attachments, onward_copies: onwardCopies };
    return complianceToWire({ recall: message, outcome, removed, seq, leaf }, await speakerOf(needs, unit));
  };

  /** Proofs go to the originator, and to whoever relayed the recall. */
  const answer = async (
    unit: Unit,
    about: { readonly from: PartyId; readonly originator: PartyId; readonly proof: ComplianceMessage },
  ): Promise<void> => {
    const message = { kind: controlKinds.compliance, objects: [about.proof] };
    for (const recipient of new Set([about.originator, about.from]))
      await tell(needs, unit, recipient, message);
  };

  const obey = async (
    unit: Unit,
    message: RecallMessage,
    recall: store.StoredRecall,
    item: StoredItem | null,
  ): Promise<ComplianceMessage> => {
    const obeyed = await change(unit, message, item);
    if (recall.parties.length > 0) await withdrawConsent(unit, recall.item, recall.parties);
    await compliance.insertHolder(unit, { recall: recall.id, party: self, via: null });
    const at = clock.now();
    await compliance.markTold(unit, {
      recall: recall.id,
      party: self,
      at,
      envelope: null,
      isReminder: false,
    });
    const onwardCopies = await relay(unit, recall);
    const proof = await prove(unit, message, { ...obeyed, onwardCopies });
    await compliance.keepProof(unit, proof, { party: self, at, verified: true });
    return proof;
  };

  return {
    /** Takes a recall from the originator or from who relays it; repeated, it is answered as before. */
    take: async (
      unit: Unit,
      from: PartyId,
      message: RecallMessage,
    ): Promise<{ readonly item: ItemId; readonly rule: string }> => {
      const item = await lockItem(unit, asId('item', message.item_ref));
      const originator = asId('party', message.created_by_ref);
      const verified = await requireOriginators(needs, unit, from, { message, item });
      const id = asId('item', message.item_ref);
      const recall: store.StoredRecall = {
        id: message.id,
        item: id,
        version: message.item_version,
        originator,
        kind: message.recall_kind,
        parties: parties(message.party_refs ?? []),
        reason: message.reason,
        recalledAt: message.created,
        complyBy: message.comply_by,
        recalledBy: null,
        verified,
        tombstone: canonical(message),
      };
      await hearNames(needs, unit, id, message);
      if (item === null && (await store.countEarlyRecalls(unit, originator)) >= controlLimits.earlyRecalls)
        throw new Fault('control/too-many-early');
      if (await store.insertRecall(unit, recall)) {
        const proof = await obey(unit, message, recall, item);
        await answer(unit, { from, originator, proof });
        await announceItem(needs, unit, id);
        return { item: id, rule: 'control/obeyed' };
      }
      const before = await store.findRecall(unit, recall.id);
      // Its words went with the item; who reminds says them again.
      const isForgotten = before !== null && before.tombstone === '';
      if (!isForgotten && before?.tombstone !== recall.tombstone) throw new Fault('control/forged');
      await relay(unit, recall);
      const own = await compliance.findCompliance(unit, recall.id, self);
      if (own?.proof)
        await tell(needs, unit, from, { kind: controlKinds.compliance, objects: [asObject(own.proof)] });
      return { item: id, rule: 'control/obeyed-before' };
    },

    /** Takes a proof; where another is the originator, passes it on to him. */
    takeProof: async (
      unit: Unit,
      from: PartyId,
      proof: ComplianceMessage,
    ): Promise<{ readonly item: ItemId; readonly isFirst: boolean; readonly verified: boolean }> => {
      const party = asId('party', proof.party_ref);
      const recall = await store.findRecall(unit, proof.recall_ref);
      if (
        recall === null ||
        recall.item !== proof.item_ref ||
        proof.created_by_ref !== party ||
        party === self
      )
        throw new Fault('exchange/not-for-us');
      const verified = await isVerified(needs, unit, party, proof);
      await hearNames(needs, unit, recall.item, proof);
      const holder = await compliance.findCompliance(unit, recall.id, party);
      // Who relays a proof must be the way by which its holder was reached, or be told of him by the report.
      if (from !== party && holder === null) throw new Fault('exchange/not-for-us');
      await compliance.insertHolder(unit, { recall: recall.id, party, via: null });
      const isFirst = await compliance.keepProof(unit, proof, { party, at: clock.now(), verified });
      if (isFirst && recall.originator !== self) {
        const message = { kind: controlKinds.compliance, objects: [proof] };
        const direct = await tell(needs, unit, recall.originator, message);
        const item = await lockItem(unit, recall.item);
        if (direct === null && item?.via) await tell(needs, unit, item.via, message);
      }
      await announceItem(needs, unit, recall.item);
      return { item: recall.item, isFirst, verified };
    },

    /**
     * A fault where this version was recalled: what comes too late, or once more, is not taken in.
     * `consentAt`: when the originator allowed what was passed on; null for what he sent himself.
     */
    refuseRecalled: async (
      unit: Unit,
      item: { readonly id: ItemId; readonly version: number; readonly originator: PartyId },
      consentAt: Instant | null,
    ): Promise<void> => {
      const { version, originator } = item;
      const recalls = (await store.recallsOf(unit, item.id)).filter(
        (recall) => recall.originator === originator && recall.version >= version,
      );
      const isRecalled = recalls.some((recall) =>
        consentAt === null
          ? recall.verified && recall.parties.length === 0
          : isCovered(recall, { version, recipient: self, consentAt }),
      );
      if (isRecalled) throw new Fault('control/recalled');
    },
  };
};

export type Obeying = ReturnType<typeof createObeying>;
