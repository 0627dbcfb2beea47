/** What the states of a link are called in faults. */
import { defineDetailWords } from '../kernel/faults.ts';

defineDetailWords('federation/state', {
  absent: { ar: 'لا وجود له', fr: 'inexistante', en: 'absent' },
  none: { ar: 'لا وجود له', fr: 'inexistante', en: 'none' },
  proposed: { ar: 'قيد الاقتراح', fr: 'proposée', en: 'proposed' },
  offered: { ar: 'معروض علينا', fr: 'offerte', en: 'offered' },
  'accepted-here': { ar: 'قبلناه نحن', fr: 'acceptée par nous', en: 'accepted by us' },
  'accepted-there': {
    ar: 'قبله الطرف الآخر',
    fr: 'acceptée par l’autre service',
    en: 'accepted by the other',
  },
  active: { ar: 'قائم', fr: 'active', en: 'active' },
  suspended: { ar: 'معلّق', fr: 'suspendue', en: 'suspended' },
  ended: { ar: 'تم الإنهاء', fr: 'terminée', en: 'ended' },
});
