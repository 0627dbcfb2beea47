/** Agreements and circles: their states and what they cover. Pure. */
import { contentHash } from '../../kernel/canonical.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Marking } from '../../kernel/marking.ts';
import { type Day, isDay } from '../../kernel/time.ts';
import { isVisible } from '../../kernel/visible.ts';
import type {
  Agreement,
  AgreementDraft,
  AgreementState,
  CircleDraft,
  Deadlines,
  ReadersTerm,
} from './contract.ts';

/** What the parties tell each other of their readers. */
export const readersTermOf = ({ readers = 'first-reading' }: Pick<AgreementDraft, 'readers'>): ReadersTerm =>
  readers;

/** What a party signs: the draft's content, so that no word of it can change after. */
export const agreementHash = (id: string, draft: AgreementDraft): string =>
  contentHash({
    id,
    title: draft.title,
    legalBasis: draft.legalBasis,
    parties: [...draft.parties].sort(),
    fields: [...draft.fields].sort(),
    purposes: [...draft.purposes].sort(),
    validFrom: draft.validFrom,
    validUntil: draft.validUntil,
    defaults: draft.defaults,
    // Left out where it is as it always was: who does not know this term signs the same text as before.
    ...(readersTermOf(draft) === 'first-reading' ? {} : { readers: draft.readers }),
    // Only where they were said: what was signed before agreements had them keeps its hash.
    ...(draft.deadlines === undefined ? {} : { deadlines: draft.deadlines }),
    ...(draft.matching === undefined ? {} : { matching: draft.matching }),
  });

/**
 * Hours to answer a request where the agreement says nothing: Directive (EU) 2023/977 art. 5 (8 hours, 3
 * days, 7 days), and the 14 days of Framework Decision 2006/960/JHA art. 4.
 */
export const usualDeadlines: Deadlines = { urgent: 8, urgentIndirect: 72, ordinary: 168, olderRule: 336 };

/** The text that a signature covers. */
export const signatureText = (id: string, party: PartyId, hash: string): string =>
  `tansiq agreement v1\n${id}\n${party}\n${hash}`;

/** A last day that the database can hold, and no one means. */
const lastYear = 2200;
const isPlausible = (day: Day): boolean => isDay(day) && day >= '1900' && day < String(lastYear);

/** In force: proposed, signed by every party, not ended, and today within its dates. */
export const stateOf = (
  agreement: Pick<Agreement, 'parties' | 'validFrom' | 'validUntil' | 'signatures' | 'endedAt'>,
  proposed: boolean,
  today: Day,
): AgreementState => {
  if (agreement.endedAt !== null || today > agreement.validUntil) return 'ended';
  if (!proposed) return 'draft';
  const signed = new Set(agreement.signatures.map((signature) => signature.party));
  const all = agreement.parties.every((party) => signed.has(party));
  return all && today >= agreement.validFrom ? 'in-force' : 'proposed';
};

/** What of a draft contradicts itself; empty when it is sound. */
export const draftErrors = (draft: AgreementDraft, self: PartyId, today: Day): readonly string[] => {
  const errors: string[] = [];
  if (!draft.parties.includes(self)) errors.push('parties');
  if (!isPlausible(draft.validFrom)) errors.push('validFrom');
  if (!isPlausible(draft.validUntil) || draft.validUntil < draft.validFrom || draft.validUntil < today)
    errors.push('validUntil');
  if (draft.defaults.eraseAfterDays < draft.defaults.reviewAfterDays) errors.push('defaults.eraseAfterDays');
  if (!isVisible(draft.legalBasis)) errors.push('legalBasis');
  if (!Object.values(draft.title).every(isVisible)) errors.push('title');
  return errors;
};

/** What of a circle contradicts itself; a bilateral circle has two members. */
export const circleErrors = (draft: CircleDraft, self: PartyId): readonly string[] => {
  const errors: string[] = [];
  if (!draft.members.includes(self)) errors.push('members');
  if (draft.kind === 'bilateral' && draft.members.length !== 2) errors.push('members');
  if (!Object.values(draft.name).every(isVisible)) errors.push('name');
  return errors;
};

/** What an agreement lacks to cover an exchange. */
export type Gap = 'not-in-force' | 'field' | 'purpose' | 'recipient';

/** Why an agreement does not cover a marking for a recipient; null when it does. */
export const gapOf = (
  agreement: Agreement,
  marking: Pick<Marking, 'field' | 'purpose'>,
  recipient: PartyId,
): Gap | null => {
  if (agreement.state !== 'in-force') return 'not-in-force';
  if (!agreement.parties.includes(recipient)) return 'recipient';
  if (!agreement.fields.includes(marking.field)) return 'field';
  if (!agreement.purposes.includes(marking.purpose)) return 'purpose';
  return null;
};
