/** What the states of shifts and reports are called in faults. */
import { defineDetailWords } from '../../kernel/faults.ts';

defineDetailWords('watch/state', {
  planned: { ar: 'مبرمجة', fr: 'prévue', en: 'planned' },
  running: { ar: 'جارية', fr: 'en cours', en: 'running' },
  'signed-out': { ar: 'وقّعها المغادر', fr: 'signée par le sortant', en: 'signed out' },
  'handed-over': { ar: 'تم التسليم', fr: 'passée', en: 'handed over' },
  'without-handover': { ar: 'بلا تسليم', fr: 'sans passation', en: 'without handover' },
  cancelled: { ar: 'تم الإلغاء', fr: 'annulé', en: 'cancelled' },
  draft: { ar: 'مسودة', fr: 'brouillon', en: 'draft' },
  approved: { ar: 'تم الاعتماد', fr: 'approuvé', en: 'approved' },
  sent: { ar: 'تم الإرسال', fr: 'envoyé', en: 'sent' },
  received: { ar: 'تم الاستلام', fr: 'reçu', en: 'received' },
  superseded: { ar: 'حلّت محله نسخة أحدث', fr: 'remplacé', en: 'superseded' },
  recalled: { ar: 'تم السحب', fr: 'rappelé', en: 'recalled' },
  erased: { ar: 'تم المحو', fr: 'effacé', en: 'erased' },
});
