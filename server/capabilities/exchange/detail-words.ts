/** What the states of an item are called in faults. */
import { defineDetailWords } from '../../kernel/faults.ts';

defineDetailWords('exchange/state', {
  draft: { ar: 'مسودة', fr: 'brouillon', en: 'draft' },
  proposed: { ar: 'قيد الاقتراح', fr: 'proposé', en: 'proposed' },
  returned: { ar: 'معاد للتصحيح', fr: 'renvoyé', en: 'returned' },
  released: { ar: 'تم الإرسال', fr: 'transmis', en: 'released' },
  received: { ar: 'تم الاستلام', fr: 'reçu', en: 'received' },
  recalled: { ar: 'تم السحب', fr: 'rappelé', en: 'recalled' },
});
