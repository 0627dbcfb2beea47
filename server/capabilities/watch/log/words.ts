/** Texts of the log that are content: what an entry's marking says where its writer says nothing. */
import type { Words } from '../../../kernel/faults.ts';

/** On what ground a service keeps its log. */
export const ownLogBasis: Words = {
  ar: 'سجل المداومة لدى الجهاز',
  fr: 'Main courante de permanence du service',
  en: 'Duty log of the service',
};
