import { defineWords } from '../../kit/define-words.ts';

/** How urgent a request is: said on its card as well as on the screens of requests. */
export const urgencyWords = defineWords({
  urgent: { ar: 'عاجل', fr: 'Urgent', en: 'Urgent' },
  'urgent-indirect': {
    ar: 'عاجل، بولوج غير مباشر',
    fr: 'Urgent, accès indirect',
    en: 'Urgent, indirect access',
  },
  ordinary: { ar: 'عادي', fr: 'Ordinaire', en: 'Ordinary' },
  'older-rule': { ar: 'القاعدة القديمة', fr: 'Ancienne règle', en: 'Older rule' },
});
