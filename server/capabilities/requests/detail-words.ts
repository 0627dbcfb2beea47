/** What the states of a request are called in faults. */
import { defineDetailWords } from '../../kernel/faults.ts';

defineDetailWords('requests/state', {
  sent: { ar: 'تم الإرسال', fr: 'envoyé', en: 'sent' },
  received: { ar: 'تم الاستلام', fr: 'reçu', en: 'received' },
  accepted: { ar: 'تم القبول', fr: 'accepté', en: 'accepted' },
  clarification: { ar: 'في انتظار توضيح', fr: 'précision demandée', en: 'clarification asked' },
  refused: { ar: 'تم الرفض', fr: 'refusé', en: 'refused' },
  partly: { ar: 'جواب جزئي', fr: 'répondu en partie', en: 'partly answered' },
  answered: { ar: 'تم الجواب', fr: 'répondu', en: 'answered' },
  'no-record': { ar: 'لا شيء في السجلات', fr: 'rien en fichier', en: 'no record' },
  feedback: { ar: 'تم إبداء الرأي', fr: 'retour donné', en: 'feedback given' },
  closed: { ar: 'تم الإغلاق', fr: 'clos', en: 'closed' },
  withdrawn: { ar: 'تم العدول عنه', fr: 'retiré', en: 'withdrawn' },
});
