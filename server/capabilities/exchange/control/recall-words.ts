/** What the house itself says in a recall: in three languages at once, for whoever reads it there. */
import type { Words } from '../../../kernel/faults.ts';

const recallWords = {
  /** It was erased here while its copy was on its way. */
  overtaken: {
    ar: 'مُحيت المعلومة لدى مصدرها قبل أن تُسلَّم؛ فيُمحى ما وصل منها.',
    fr: 'Information effacée chez son émetteur avant d’être remise : ce qui est arrivé est à effacer.',
    en: 'Erased by its originator before it was delivered: what arrived is to be erased.',
  },
  /** A recall that was not obeyed yet when its item was erased, and with it the reason that was given. */
  restated: {
    ar: 'كان مصدر المعلومة قد سحبها أو غيّر وسمها، ثم محاها ومعها السبب الذي ذكره.',
    fr: 'Retirée ou remarquée par son émetteur, qui l’a depuis effacée avec le motif donné alors.',
    en: 'Recalled or re-marked by its originator, who has since erased it with the reason that he had given.',
  },
} as const satisfies Record<string, Words>;

/** The reason that the recall carries. */
export const houseReason = (name: keyof typeof recallWords): string => {
  const { ar, fr, en } = recallWords[name];
  return [ar, fr, en].join(' / ');
};
