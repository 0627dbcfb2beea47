/** What a service follows of the control of one item: recalls, proofs, questions, consents, onward copies. */
import type { Actor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { ItemId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import { messages } from '../../../plumbing/stix/index.ts';
import { canFollow } from '../item.ts';
import { viewOf } from '../item-service.ts';
import { mayRead } from '../policy.ts';
import { findItem } from '../store.ts';
import * as compliance from './compliance-store.ts';
import { consentsOf, type StoredConsent } from './consent-store.ts';
import { type ComplianceRow, controlLimits, type ItemControl, type RecallRow } from './contract.ts';
import { asObject, type ControlNeeds, isPast } from './control-service.ts';
import { namesOf } from './names-store.ts';
import { mayAskOnward, mayDecideOnward, mayFollow, mayRecall, mayShareOnward } from './policy.ts';
import { requestsOf, type StoredRequest } from './question-store.ts';
import * as store from './recall-store.ts';
import { sharesOf } from './share-store.ts';

const presentRecall = (recall: store.StoredRecall): RecallRow => ({
  id: recall.id,
  version: recall.version,
  kind: recall.kind,
  originator: recall.originator,
  parties: [...recall.parties],
  reason: recall.reason,
  recalledAt: recall.recalledAt,
  complyBy: recall.complyBy,
  verified: recall.verified,
});

const proofOf = (text: string | null) => {
  const reading = text === null ? null : messages['x-tansiq-compliance'].read(asObject(text));
  return reading?.kind === 'read' ? reading.message : null;
};

const presentCompliance = (
  row: compliance.StoredCompliance,
  recall: store.StoredRecall,
  now: Instant,
): ComplianceRow => {
  const proof = proofOf(row.proof);
  return {
    recall: row.recall,
    party: row.party,
    via: row.via,
    toldAt: row.toldAt,
    remindedAt: row.remindedAt,
    fault: row.fault,
    outcome: row.outcome,
    compliedAt: row.compliedAt,
    verified: row.verified,
    overdue: row.outcome === null && isPast(recall.complyBy, now),
    removed: proof && {
      objects: proof.removed.objects,
      attachments: proof.removed.attachments,
      onwardCopies: proof.removed.onward_copies,
    },
    journalSeq: proof?.journal_seq ?? null,
    journalLeaf: proof?.journal_leaf ?? null,
  };
};

export const presentRequest = (request: StoredRequest) => ({
  id: request.id,
  item: request.item,
  version: request.version,
  party: request.party,
  via: request.via,
  recipients: [...request.recipients],
  reason: request.reason,
  askedAt: request.askedAt,
  state: request.state,
  decidedAt: request.decidedAt,
  decisionReason: request.decisionReason,
});

const presentConsent = (consent: StoredConsent) => ({
  id: consent.id,
  request: consent.request,
  party: consent.party,
  recipients: [...consent.recipients],
  withdrawn: [...consent.withdrawn],
  tlp: consent.tlp,
  validUntil: consent.validUntil,
  givenAt: consent.givenAt,
  verified: consent.verified,
});

export const createFollowing = (needs: ControlNeeds) => {
  const { verbs, self, clock } = needs;
  return {
    /** All that concerns the control of one item, and what this reader may do about it. */
    control: (actor: Actor, id: ItemId): Promise<ItemControl> =>
      verbs.read({ actor, verb: 'exchange.control', subject: id }, async ({ unit, permit }) => {
        const item = await findItem(unit, id);
        if (item === null) throw new Fault('access/absent');
        const view = viewOf(item);
        const { needsReason = false } = item;
        permit(mayRead(actor, view));
        const recalls = await store.recallsOf(unit, id);
        // A guest learns that it was recalled and why; who else held it is the originator's own business.
        const isOurs = mayFollow(actor, self, view).kind === 'allowed';
        const known = isOurs ? recalls : recalls.filter(({ parties }) => parties.length === 0);
        const now = clock.now();
        const can = (verb: 'recall' | 'share-onward') => canFollow(item.state, verb);
        const holders = isOurs
          ? await compliance.complianceOf(
              unit,
              recalls.map((recall) => recall.id),
            )
          : [];
        return {
          needsReason,
          recalls: known.map(presentRecall),
          compliance: holders.flatMap((row) => {
            const recall = recalls.find((one) => one.id === row.recall);
            return recall === undefined ? [] : [presentCompliance(row, recall, now)];
          }),
          requests: (await requestsOf(unit, id, controlLimits.listed)).map(presentRequest),
          consents: (await consentsOf(unit, id)).map(presentConsent),
          shares: (await sharesOf(unit, id)).map(({ consent, party, recipient, sharedAt }) => ({
            consent,
            party,
            recipient,
            sharedAt,
          })),
          named: isOurs ? [...(await namesOf(unit, id))] : [],
          may: {
            recall: can('recall') && mayRecall(actor, self, view).kind === 'allowed',
            ask: can('share-onward') && mayAskOnward(actor, self, view).kind === 'allowed',
            decide: can('recall') && mayDecideOnward(actor, self, view).kind === 'allowed',
            share: can('share-onward') && mayShareOnward(actor, self, view, null).kind === 'allowed',
          },
        };
      }),
  };
};
