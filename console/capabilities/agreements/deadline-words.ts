import { defineWords } from '../../kit/define-words.ts';

export const deadlineWords = defineWords({
  title: { ar: 'آجال الرد على الطلبات', fr: 'Délais de réponse aux demandes', en: 'Time to answer requests' },
  what: {
    ar: 'بالساعات، من وصول الطلب. يتوقف الأجل ما دام توضيح مطلوباً.',
    fr: 'En heures, à compter de la réception. Le délai est suspendu tant que des précisions sont demandées.',
    en: 'In hours, from receipt. The time stands still while a clarification is asked.',
  },
  urgent: { ar: 'عاجل', fr: 'Urgent', en: 'Urgent' },
  urgentIndirect: {
    ar: 'عاجل، بولوج غير مباشر',
    fr: 'Urgent, accès indirect',
    en: 'Urgent, indirect access',
  },
  ordinary: { ar: 'عادي', fr: 'Ordinaire', en: 'Ordinary' },
  olderRule: { ar: 'القاعدة القديمة', fr: 'Ancienne règle', en: 'Older rule' },
  hours: {
    ar: '{count, plural, zero {لا ساعات} one {ساعة} two {ساعتان} few {# ساعات} many {# ساعة} other {# ساعة}}',
    fr: '{count, plural, =0 {0 heure} one {# heure} other {# heures}}',
    en: '{count, plural, =0 {0 hours} one {# hour} other {# hours}}',
  },
});
