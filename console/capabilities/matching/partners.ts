/** Under which agreements partners may be asked, and what is left of the day. Pure. */
import type { CheckDraft, Use } from '../../../server/capabilities/matching/contract.ts';
import type { Words } from '../../../server/kernel/faults.ts';
import { listLimits } from './list.ts';

export type Field = CheckDraft['field'];
export type Purpose = CheckDraft['purpose'];

/** What is looked at of an agreement. */
export interface Agreement {
  readonly id: Use['agreement'];
  readonly title: Words;
  readonly legalBasis: string;
  readonly fields: readonly Field[];
  readonly purposes: readonly Purpose[];
  readonly matching?: { readonly decoysTo?: number | undefined } | undefined;
}

/** A partner who may be asked, and the agreements that let him be. */
export interface Partner {
  readonly party: Use['partner'];
  readonly ways: readonly { readonly agreement: Agreement; readonly use: Use }[];
}

const covers = ({ fields, purposes }: Agreement, field: Field, purpose: Purpose): boolean =>
  fields.includes(field) && purposes.includes(purpose);

/** Agreements with terms for matching, as far as the reader's use of them is known. */
export const matchingAgreements = (
  agreements: readonly Agreement[],
  uses: readonly Use[],
): readonly Agreement[] => agreements.filter(({ id }) => uses.some(({ agreement }) => agreement === id));

/** Who may be asked in this field and for this purpose. */
export const partnersFor = (
  agreements: readonly Agreement[],
  uses: readonly Use[],
  asked: { readonly field: Field; readonly purpose: Purpose },
): readonly Partner[] => {
  const parties = [...new Set(uses.map(({ partner }) => partner))];
  return parties.flatMap((party) => {
    const ways = uses.flatMap((use) => {
      const agreement = agreements.find(({ id }) => id === use.agreement);
      const isWay = use.partner === party && agreement && covers(agreement, asked.field, asked.purpose);
      return isWay ? [{ agreement, use }] : [];
    });
    return ways.length === 0 ? [] : [{ party, ways }];
  });
};

/** What the reader may still ask about today. */
export const leftToday = ({ perDay, perOfficer, askedToday, askedByMe }: Use): number =>
  Math.max(0, Math.min(perDay - askedToday, perOfficer - askedByMe));

/** How many are sent for so many: filled up with decoys to a multiple, where the agreement says so. */
export const sentFor = (asked: number, { matching }: Pick<Agreement, 'matching'>): number => {
  const multiple = matching?.decoysTo;
  if (multiple === undefined) return asked;
  return Math.max(asked, Math.min(Math.ceil(asked / multiple) * multiple, listLimits.lines));
};
