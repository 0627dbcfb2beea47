/** What reasons, gaps and problems of deployments are called in faults. */
import { defineDetailWords } from '../../../kernel/faults.ts';
import { importProblems } from './import-words.ts';
import { reasonWords } from './reason-words.ts';

defineDetailWords('assistance/reasons', reasonWords);
defineDetailWords('assistance/problem', importProblems);
defineDetailWords('assistance/gap', {
  withdrawn: {
    ar: 'الضابط المرافق غير متاح في السجل',
    fr: 'le binôme n’est pas, ou plus, au registre du pays hôte',
    en: 'the host officer is not, or no longer, in the host’s register',
  },
  'not-available': {
    ar: 'الضابط المرافق غير متفرغ طوال الفترة',
    fr: 'le binôme n’est pas disponible pendant toute la période',
    en: 'the host officer is not available for the whole period',
  },
  'ratio-full': {
    ar: 'بلغ الضابط المرافق الحد الأقصى ممن يرافقهم',
    fr: 'le binôme accompagne déjà le nombre maximal d’officiers',
    en: 'the host officer already has as many visitors as he may',
  },
  'period-empty': { ar: 'الفترة فارغة', fr: 'la période est vide', en: 'the period is empty' },
});
