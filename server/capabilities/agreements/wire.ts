/** Agreements, signatures and circles as the STIX objects that travel, and back. Pure. */
import { nameBasedUuid } from '../../kernel/canonical.ts';
import { type AgreementId, type PartyId, readId } from '../../kernel/ids.ts';
import {
  type AgreementMessage,
  type CircleMessage,
  extensionIds,
  type SignatureMessage,
} from '../../plumbing/stix/index.ts';
import { readersTermOf } from './agreement.ts';
import type { Agreement, AgreementDraft, Circle, Deadlines, MatchingTerms } from './contract.ts';

/** Our namespace for signatures: one party's signature on one agreement always has the same id. */
const namespace = '6a2f5f0e-94c1-4b0c-8d5e-3f7a1c2b9e40';

/** The kinds of envelopes that carry them. */
export const kinds = {
  agreement: 'agreements.agreement',
  signature: 'agreements.signature',
  circle: 'agreements.circle',
} as const;

const newSdo = { extension_type: 'new-sdo' } as const;

export const agreementToWire = (agreement: Agreement): AgreementMessage => ({
  type: 'x-tansiq-agreement',
  spec_version: '2.1',
  id: agreement.id,
  created_by_ref: agreement.proposer,
  created: agreement.createdAt,
  modified: agreement.createdAt,
  extensions: { [extensionIds['x-tansiq-agreement']]: newSdo },
  title: agreement.title,
  legal_basis: agreement.legalBasis,
  party_refs: [...agreement.parties],
  fields: [...agreement.fields],
  purposes: [...agreement.purposes],
  valid_from: agreement.validFrom,
  valid_until: agreement.validUntil,
  defaults: {
    tlp: agreement.defaults.tlp,
    pap: agreement.defaults.pap,
    handling: [...agreement.defaults.handling],
    review_after_days: agreement.defaults.reviewAfterDays,
    erase_after_days: agreement.defaults.eraseAfterDays,
  },
  ...(readersTermOf(agreement) === 'first-reading' ? {} : { readers: readersTermOf(agreement) }),
  ...(agreement.deadlines === undefined
    ? {}
    : {
        deadlines: {
          urgent: agreement.deadlines.urgent,
          urgent_indirect: agreement.deadlines.urgentIndirect,
          ordinary: agreement.deadlines.ordinary,
          older_rule: agreement.deadlines.olderRule,
        },
      }),
  ...(agreement.matching === undefined ? {} : { matching: matchingToWire(agreement.matching) }),
});

const readParties = (ids: readonly string[]): PartyId[] | null => {
  const parties = ids.map((id) => readId('party', id));
  return parties.every((party) => party !== null) ? parties : null;
};

const matchingToWire = ({ perDay, perOfficer, hitsTold, decoysTo }: MatchingTerms) => ({
  per_day: perDay,
  per_officer: perOfficer,
  ...(hitsTold === undefined ? {} : { hits_told: hitsTold }),
  ...(decoysTo === undefined ? {} : { decoys_to: decoysTo }),
});

const matchingFromWire = (terms: NonNullable<AgreementMessage['matching']>): MatchingTerms => ({
  perDay: terms.per_day,
  perOfficer: terms.per_officer,
  ...(terms.hits_told === undefined ? {} : { hitsTold: terms.hits_told }),
  ...(terms.decoys_to === undefined ? {} : { decoysTo: terms.decoys_to }),
});

const deadlinesFromWire = (said: NonNullable<AgreementMessage['deadlines']>): Deadlines => ({
  urgent: said.urgent,
  urgentIndirect: said.urgent_indirect,
  ordinary: said.ordinary,
  olderRule: said.older_rule,
});

/** The draft that a proposer sent; null when an id in it is none. */
export const draftFromWire = (message: AgreementMessage): AgreementDraft | null => {
  const parties = readParties(message.party_refs);
  if (parties === null) return null;
  return {
    title: message.title,
    legalBasis: message.legal_basis,
    parties,
    fields: message.fields,
    purposes: message.purposes,
    validFrom: message.valid_from,
    validUntil: message.valid_until,
    defaults: {
      tlp: message.defaults.tlp,
      pap: message.defaults.pap,
      handling: message.defaults.handling,
      reviewAfterDays: message.defaults.review_after_days,
      eraseAfterDays: message.defaults.erase_after_days,
    },
    readers: message.readers ?? 'first-reading',
    ...(message.deadlines === undefined ? {} : { deadlines: deadlinesFromWire(message.deadlines) }),
    ...(message.matching === undefined ? {} : { matching: matchingFromWire(message.matching) }),
  };
};

/** The text that the withdrawal of a signature covers. */
export const withdrawalText = (id: string, party: PartyId, hash: string): string =>
  `tansiq agreement withdrawal v1\n${id}\n${party}\n${hash}`;

export const signatureToWire = (
  agreement: AgreementId,
  signed: {
    readonly party: PartyId;
    readonly contentHash: string;
    readonly signature: string;
    readonly at: string;
  },
  publicKey: string,
  withdrawnAt?: string,
): SignatureMessage => ({
  type: 'x-tansiq-signature',
  spec_version: '2.1',
  id: `x-tansiq-signature--${nameBasedUuid(namespace, `${agreement} ${signed.party}`)}`,
  created_by_ref: signed.party,
  created: signed.at,
  modified: signed.at,
  extensions: { [extensionIds['x-tansiq-signature']]: newSdo },
  agreement_ref: agreement,
  agreement_hash: signed.contentHash,
  party_ref: signed.party,
  signed_at: signed.at,
  public_key: publicKey,
  signature: signed.signature,
  ...(withdrawnAt === undefined ? {} : { withdrawn_at: withdrawnAt }),
});

export const circleToWire = (circle: Circle): CircleMessage => ({
  type: 'x-tansiq-circle',
  spec_version: '2.1',
  id: circle.id,
  created_by_ref: circle.owner,
  created: circle.createdAt,
  modified: circle.createdAt,
  extensions: { [extensionIds['x-tansiq-circle']]: newSdo },
  name: circle.name,
  kind: circle.kind,
  owner_ref: circle.owner,
  member_refs: [...circle.members],
  version: circle.version,
});

export const circleFromWire = (message: CircleMessage): Circle | null => {
  const id = readId('circle', message.id);
  const owner = readId('party', message.owner_ref);
  const members = readParties(message.member_refs);
  if (id === null || owner === null || members === null) return null;
  return {
    id,
    owner,
    members,
    name: message.name,
    kind: message.kind,
    version: message.version,
    createdAt: message.created,
  };
};
