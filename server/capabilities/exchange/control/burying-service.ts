/**
 * What originator control does once an item is erased: what was said of it goes with it, recalls that are not
 * obeyed yet go on in words of the house, and a copy that got through after all is called back.
 */
import { canonical } from '../../../kernel/canonical.ts';
import type { SystemActor } from '../../../kernel/decision.ts';
import type { ItemId, PartyId } from '../../../kernel/ids.ts';
import { dayMs, later } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { messages, type RecallMessage } from '../../../plumbing/stix/index.ts';
import type { StoredItem } from '../item.ts';
import type { ItemFollower } from '../keeping-service.ts';
import type { ExchangeVerb } from '../verbs.ts';
import * as compliance from './compliance-store.ts';
import { controlLimits } from './contract.ts';
import { asObject, type ControlNeeds, speakerOf, tellHolder } from './control-service.ts';
import * as store from './recall-store.ts';
import { houseReason } from './recall-words.ts';
import { recallToWire, spokenAgain } from './wire.ts';
import { deleteWords } from './words-store.ts';

/** A copy that was withdrawn when its item was erased, and had got through before. */
export interface Overtaken {
  readonly item: ItemId;
  readonly to: PartyId;
}

/** What is asked and answered about an item goes with its content; why it was recalled stays. */
export const controlFollower: ItemFollower = {
  kept: async () => undefined,
  dropped: (unit, item) =>
    unit.asHouse('exchange', (house) => deleteWords(house, item.id, ['request', 'consent'])),
};

const messageOf = (recall: store.StoredRecall): RecallMessage | null => {
  const reading = messages['x-tansiq-recall'].read(asObject(recall.tombstone));
  return reading.kind === 'read' ? reading.message : null;
};

export const createBurying = (needs: ControlNeeds) => {
  const { self, clock } = needs;
  const erasing: SystemActor = { kind: 'system', name: 'erasure', party: self };

  const journalled = (
    unit: Unit,
    recall: store.StoredRecall,
    said: { readonly rule: string; readonly holders: readonly PartyId[]; readonly told: readonly PartyId[] },
  ): Promise<unknown> =>
    needs.journal.append(unit, {
      actor: erasing,
      verb: 'exchange.recall' satisfies ExchangeVerb,
      subject: recall.item,
      outcome: 'done',
      rule: said.rule,
      details: {
        recall: recall.id,
        kind: recall.kind,
        version: recall.version,
        complyBy: recall.complyBy,
        holders: [...said.holders],
        told: [...said.told],
      },
    });

  /** Says anew, without its reason, a recall that some have not obeyed; gives what is still to be told. */
  const restate = async (unit: Unit, recall: store.StoredRecall) => {
    const open = (await compliance.complianceOf(unit, [recall.id])).filter(({ outcome }) => outcome === null);
    const former = open.length === 0 ? null : messageOf(recall);
    if (former === null) return null;
    const message = spokenAgain(former, houseReason('restated'), await speakerOf(needs, unit));
    const next = { ...recall, id: message.id, reason: message.reason, tombstone: canonical(message) };
    return { recall: { ...next, recalledAt: message.created }, former: recall.id, open };
  };

  return {
    /** The item was erased in this transaction. Call it last: it takes the journal's turn. */
    bury: (unit: Unit, item: StoredItem): Promise<void> =>
      unit.asHouse('exchange', async (house) => {
        const recalls = await store.recallsOf(house, item.id);
        const again = [];
        for (const recall of recalls)
          if (recall.originator === self) again.push(await restate(house, recall));
          else await compliance.deleteOpen(house, recall.id);
        await deleteWords(house, item.id, ['recall', 'request', 'consent']);
        for (const one of again) {
          if (one === null) continue;
          const { recall, former, open } = one;
          await store.insertRecall(house, recall);
          await compliance.moveOpen(house, { from: former, to: recall.id });
          const envelopes = open.flatMap(({ envelope }) => envelope ?? []);
          await needs.federation.withdraw(house, { envelopes, about: former });
          const told: PartyId[] = [];
          for (const { party, via } of open)
            if (await tellHolder(needs, house, recall, { party, via, isReminder: false })) told.push(party);
          const holders = open.map(({ party }) => party);
          await journalled(house, recall, { rule: 'control/restated-after-erasure', holders, told });
        }
      }),

    /** The partner has a copy of what is erased here: he is told to remove it, and proves that he did. */
    callBack: async (unit: Unit, { item, to }: Overtaken): Promise<void> => {
      const [erasure] = await needs.journal.entries(unit, {
        subject: item,
        verb: 'exchange.erase' satisfies ExchangeVerb,
        limit: 1,
      });
      const { version, originator } = erasure?.details ?? {};
      // What another originated is his to recall; the journal says that the copy got through.
      if (originator !== self || typeof version !== 'number') return;
      const at = clock.now();
      const draft = {
        item,
        version,
        kind: 'withdraw',
        marking: null,
        reason: houseReason('overtaken'),
        complyBy: later(at, controlLimits.callBackDays * dayMs),
        parties: [],
      } as const;
      const message = recallToWire(draft, await speakerOf(needs, unit));
      const recall: store.StoredRecall = {
        ...draft,
        id: message.id,
        originator: self,
        recalledAt: message.created,
        recalledBy: null,
        verified: true,
        tombstone: canonical(message),
      };
      await store.insertRecall(unit, recall);
      await compliance.insertHolder(unit, { recall: recall.id, party: to, via: null });
      const isTold = await tellHolder(needs, unit, recall, { party: to, via: null, isReminder: false });
      const told = isTold ? [to] : [];
      await journalled(unit, recall, { rule: 'control/erased-on-the-way', holders: [to], told });
    },
  };
};
export type Burying = ReturnType<typeof createBurying>;
