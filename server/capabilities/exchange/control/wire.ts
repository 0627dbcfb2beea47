/** Recalls, proofs, questions, consents and shares as the signed STIX objects that travel. Pure. */
import { canonical, nameBasedUuid } from '../../../kernel/canonical.ts';
import type { Words } from '../../../kernel/faults.ts';
import { asId, type ItemId, type PartyId } from '../../../kernel/ids.ts';
import type { Marking } from '../../../kernel/marking.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import {
  type ComplianceMessage,
  extensionIds,
  type OnwardConsentMessage,
  type OnwardRequestMessage,
  type OnwardShareMessage,
  type RecallMessage,
} from '../../../plumbing/stix/index.ts';
import type { NewMarking } from './contract.ts';
import { type SigningKeys, signed } from './signed-object.ts';

/** The kinds of envelopes that carry them. */
export const controlKinds = {
  recall: 'exchange.recall',
  compliance: 'exchange.compliance',
  request: 'exchange.onward-request',
  consent: 'exchange.onward-consent',
  onward: 'exchange.onward',
  report: 'exchange.onward-report',
} as const;

/** Our namespace: the same party's act on the same thing always has the same id. */
const namespace = '0f7b9c52-3f1d-4c0a-9d6e-8b2a71c4e5d3';

const head = <const Name extends keyof typeof extensionIds & `x-tansiq-${string}`>(
  type: Name,
  by: PartyId,
  at: Instant,
) => ({
  type,
  spec_version: '2.1' as const,
  created_by_ref: by,
  created: at,
  modified: at,
  extensions: { [extensionIds[type]]: { extension_type: 'new-sdo' as const } },
});

/** A service as someone calls it. */
export interface NamedParty {
  readonly party: PartyId;
  readonly name: Words;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Who speaks, when, and how he calls the services that he knows. */
export interface Speaker {
  readonly self: PartyId;
  readonly at: Instant;
  readonly keys: SigningKeys;
  readonly names: readonly NamedParty[];
}

/** Signed, with the names of those of its parties that the speaker knows. */
const spoken = <Content extends object>(content: Content, { keys, names }: Speaker) => {
  const text = canonical(content);
  const named = names.filter(({ party }) => text.includes(party));
  const party_names = named.map(({ party, name, country }) => ({ party_ref: party, name, country }));
  return signed({ ...content, ...(named.length === 0 ? {} : { party_names }) }, keys);
};

const markingToWire = (marking: NewMarking): NonNullable<RecallMessage['new_marking']> => ({
  tlp: marking.tlp,
  pap: marking.pap,
  handling: [...marking.handling],
  ...(marking.handlingText ? { handling_text: marking.handlingText } : {}),
  releasable_to_refs: [...marking.releasableTo],
  review_on: marking.reviewOn,
  erase_on: marking.eraseOn,
});

/** The marking of an item once a recall has changed it. */
export const remarked = (marking: Marking, change: NonNullable<RecallMessage['new_marking']>): Marking => {
  const { handlingText: _, ...rest } = marking;
  return {
    ...rest,
    tlp: change.tlp,
    pap: change.pap,
    handling: change.handling,
    ...(change.handling_text === undefined ? {} : { handlingText: change.handling_text }),
    releasableTo: change.releasable_to_refs.map((party) => asId('party', party)),
    reviewOn: change.review_on,
    eraseOn: change.erase_on,
  };
};

export const recallToWire = (
  recall: {
    readonly item: ItemId;
    readonly version: number;
    readonly kind: 'withdraw' | 're-mark';
    readonly marking: NewMarking | null;
    readonly reason: string;
    readonly complyBy: Instant;
    /** Empty: every holder. */
    readonly parties: readonly PartyId[];
  },
  by: Speaker,
): RecallMessage =>
  spoken(
    {
      ...head('x-tansiq-recall', by.self, by.at),
      id: `x-tansiq-recall--${crypto.randomUUID()}`,
      item_ref: recall.item,
      item_version: recall.version,
      recall_kind: recall.kind,
      ...(recall.marking === null ? {} : { new_marking: markingToWire(recall.marking) }),
      reason: recall.reason,
      comply_by: recall.complyBy,
      ...(recall.parties.length === 0 ? {} : { party_refs: [...recall.parties] }),
    },
    by,
  );

/** The same recall under another id and in other words: as its originator says it once its item is erased. */
export const spokenAgain = (
  { party_names: _names, public_key: _key, signature: _signature, ...content }: RecallMessage,
  reason: string,
  by: Speaker,
): RecallMessage =>
  spoken({ ...content, id: `x-tansiq-recall--${crypto.randomUUID()}`, modified: by.at, reason }, by);

export const complianceToWire = (
  act: {
    readonly recall: Pick<RecallMessage, 'id' | 'item_ref'>;
    readonly outcome: ComplianceMessage['outcome'];
    readonly removed: ComplianceMessage['removed'];
    readonly seq: number;
    readonly leaf: string;
  },
  by: Speaker,
): ComplianceMessage =>
  spoken(
    {
      ...head('x-tansiq-compliance', by.self, by.at),
      id: `x-tansiq-compliance--${nameBasedUuid(namespace, `${act.recall.id} ${by.self}`)}`,
      recall_ref: act.recall.id,
      item_ref: act.recall.item_ref,
      party_ref: by.self,
      outcome: act.outcome,
      removed: act.removed,
      complied_at: by.at,
      journal_seq: act.seq,
      journal_leaf: act.leaf,
    },
    by,
  );

export const requestToWire = (
  request: {
    readonly item: ItemId;
    readonly version: number;
    readonly recipients: readonly PartyId[];
    readonly reason: string;
  },
  by: Speaker,
): OnwardRequestMessage =>
  spoken(
    {
      ...head('x-tansiq-onward-request', by.self, by.at),
      id: `x-tansiq-onward-request--${crypto.randomUUID()}`,
      item_ref: request.item,
      item_version: request.version,
      party_ref: by.self,
      recipient_refs: [...request.recipients],
      reason: request.reason,
    },
    by,
  );

export const consentToWire = (
  decision: {
    readonly request: string;
    readonly item: ItemId;
    readonly version: number;
    readonly party: PartyId;
    readonly decision: 'granted' | 'refused';
    readonly recipients: readonly PartyId[];
    readonly reason: string | null;
    readonly tlp: Marking['tlp'];
    readonly until: Day;
    readonly itemHash: string | null;
  },
  by: Speaker,
): OnwardConsentMessage =>
  spoken(
    {
      ...head('x-tansiq-onward-consent', by.self, by.at),
      id: `x-tansiq-onward-consent--${nameBasedUuid(namespace, decision.request)}`,
      request_ref: decision.request,
      item_ref: decision.item,
      item_version: decision.version,
      party_ref: decision.party,
      decision: decision.decision,
      recipient_refs: [...decision.recipients],
      ...(decision.reason === null ? {} : { reason: decision.reason }),
      tlp: decision.tlp,
      valid_until: decision.until,
      ...(decision.itemHash === null ? {} : { item_hash: decision.itemHash }),
    },
    by,
  );

export const shareToWire = (
  share: {
    readonly item: ItemId;
    readonly version: number;
    readonly consent: string;
    readonly agreement: string;
    readonly recipient: PartyId;
  },
  by: Speaker,
): OnwardShareMessage =>
  spoken(
    {
      ...head('x-tansiq-onward-share', by.self, by.at),
      id: `x-tansiq-onward-share--${nameBasedUuid(namespace, `${share.consent} ${share.recipient}`)}`,
      item_ref: share.item,
      item_version: share.version,
      consent_ref: share.consent,
      agreement_ref: share.agreement,
      party_ref: by.self,
      recipient_ref: share.recipient,
      shared_at: by.at,
    },
    by,
  );
