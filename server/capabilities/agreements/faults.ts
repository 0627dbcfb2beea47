import { defineFaults } from '../../kernel/faults.ts';
import './detail-words.ts';

/** What can be wrong with agreements and circles, and what to do about it. */
defineFaults({
  'agreements/draft-unsound': {
    status: 422,
    ar: 'صحّح هذه الحقول قبل الحفظ: {fields}.',
    fr: 'Corrigez ces champs avant d’enregistrer : {fields}.',
    en: 'Correct these fields before saving: {fields}.',
  },
  'agreements/not-linked': {
    status: 409,
    ar: 'لا يوجد ربط نشط مع: {parties}. فعّل الربط أولاً من شاشة «الأجهزة والروابط».',
    fr: 'Aucune liaison active avec : {parties}. Activez d’abord la liaison dans « Services et liaisons ».',
    en: 'There is no active link with: {parties}. Activate the link first under “Services and links”.',
  },
  'agreements/wrong-state': {
    status: 409,
    ar: 'لا يمكن ذلك وحالة الاتفاق «{state}». أعد تحميل الصفحة لرؤية حالته.',
    fr: 'Impossible : l’accord est à l’état « {state} ». Rechargez la page pour voir où il en est.',
    en: 'This cannot be done while the agreement is “{state}”. Reload to see where it stands.',
  },
  'agreements/already-signed': {
    status: 409,
    ar: 'سبق أن وقّع جهازك هذا الاتفاق. يبقى توقيع الأطراف الأخرى.',
    fr: 'Votre service a déjà signé cet accord. Il reste à attendre les autres parties.',
    en: 'Your service has already signed this agreement. It waits for the other parties.',
  },
  'agreements/message-unsound': {
    status: 422,
    ar: 'الرسالة الواردة بشأن الاتفاق غير سليمة: {fields}.',
    fr: 'Message d’accord reçu non valable : {fields}.',
    en: 'The message received about an agreement is not sound: {fields}.',
  },
});
