/** Why a unit cannot be tasked, in words. */
import type { Words } from '../../../kernel/faults.ts';
import type { TaskingReason } from './vocabulary.ts';

export const reasonWords: Readonly<Record<TaskingReason, Words>> = {
  withdrawn: { ar: 'سُحب', fr: 'retiré', en: 'withdrawn' },
  refused: { ar: 'رُفض', fr: 'récusé', en: 'refused' },
  'not-vetted': { ar: 'لم يُدقَّق في ملفه', fr: 'pas encore criblé', en: 'not vetted' },
  'not-accredited': { ar: 'غير معتمد', fr: 'non accrédité', en: 'not accredited' },
  'badge-not-valid': {
    ar: 'بطاقته غير سارية طوال الفترة',
    fr: 'badge non valable pendant toute la période',
    en: 'the badge is not valid for the whole period',
  },
  'not-arrived': { ar: 'لم يصل', fr: 'pas encore arrivé', en: 'not arrived' },
  'certificate-missing': { ar: 'شهادة ناقصة', fr: 'certificat manquant', en: 'a certificate is missing' },
  'certificate-expired': {
    ar: 'شهادة منتهية الصلاحية',
    fr: 'certificat expiré',
    en: 'a certificate has expired',
  },
  'outside-availability': {
    ar: 'خارج فترة وجوده',
    fr: 'hors de sa période de disponibilité',
    en: 'outside the time for which he is available',
  },
  'no-host-pair': {
    ar: 'لا ضابط مرافق له طوال الفترة',
    fr: 'sans binôme pendant toute la période',
    en: 'no host officer is paired with him for the whole period',
  },
  'other-task': {
    ar: 'له مهمة أخرى في الوقت نفسه',
    fr: 'une autre mission au même moment',
    en: 'another task at the same time',
  },
  released: { ar: 'أُعفي من المهمة', fr: 'libéré', en: 'released' },
  erased: { ar: 'حُذفت بياناته', fr: 'données effacées', en: 'his data was erased' },
};
