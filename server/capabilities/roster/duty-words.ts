/** What units read about their duties, on their telephone and on paper. */
import type { Words } from '../../kernel/faults.ts';

/** Catalogue of the phone page, the calendar and the paper. */
export const dutyWords = {
  title: { ar: 'جدول خدمتك', fr: 'Votre tableau de service', en: 'Your duties' },
  for: { ar: 'الوحدة', fr: 'Unité', en: 'Unit' },
  made: { ar: 'بتاريخ', fr: 'Établi le', en: 'As of' },
  page: { ar: 'صفحة {page} من {pages}', fr: 'Page {page} sur {pages}', en: 'Page {page} of {pages}' },
  marking: {
    ar: 'للوحدة المعنية وحدها. لا يُنشر ولا يُحال على الغير.',
    fr: 'Réservé à l’unité concernée. Ne pas publier ni transmettre.',
    en: 'For the unit alone. Not to be published or passed on.',
  },
  none: { ar: 'لا خدمة لك حتى الآن.', fr: 'Aucun service prévu à ce jour.', en: 'No duty so far.' },
  when: { ar: 'التوقيت', fr: 'Horaire', en: 'When' },
  where: { ar: 'المكان', fr: 'Lieu', en: 'Where' },
  what: { ar: 'المهمة', fr: 'Mission', en: 'Task' },
  powers: {
    ar: 'الصلاحيات بحضور المرافق',
    fr: 'Pouvoirs en présence du binôme',
    en: 'Powers beside the host',
  },
  host: { ar: 'الضابط المرافق', fr: 'Votre binôme', en: 'Your host officer' },
  hostMissing: {
    ar: 'لا ضابط مرافق في هذه المدة. لا تباشر الخدمة واتصل بالمركز.',
    fr: 'Aucun binôme sur cette période. Ne prenez pas le service ; appelez le centre.',
    en: 'No host officer for this time. Do not take up the duty; call the centre.',
  },
  briefing: { ar: 'التعليمات', fr: 'Consignes', en: 'Briefing' },
  suspended: { ar: 'معلّقة: بلا ضابط مرافق', fr: 'Suspendu : sans binôme', en: 'Suspended: no host officer' },
  cancelled: { ar: 'ملغاة', fr: 'Annulé', en: 'Cancelled' },
  isNew: { ar: 'جديدة', fr: 'Nouveau', en: 'New' },
  isChanged: { ar: 'تغيّرت', fr: 'Modifié', en: 'Changed' },
  language: { ar: 'لغة الصفحة', fr: 'Langue de la page', en: 'Language of the page' },
  acknowledge: { ar: 'اطّلعت على جدولي', fr: 'J’ai pris connaissance', en: 'I have read my duties' },
  acknowledgeTeach: {
    ar: 'في جدولك ما لم تؤكد الاطلاع عليه بعد.',
    fr: 'Votre tableau contient des éléments dont vous n’avez pas encore pris connaissance.',
    en: 'There is something here that you have not yet said that you read.',
  },
  acknowledged: {
    ar: 'أكدت الاطلاع على كل ما في هذه الصفحة.',
    fr: 'Vous avez pris connaissance de tout ce qui figure ici.',
    en: 'You have said that you read all of this.',
  },
  calendar: { ar: 'إضافة إلى التقويم', fr: 'Ajouter à l’agenda', en: 'Add to calendar' },
  paper: { ar: 'نسخة للطباعة', fr: 'Version à imprimer', en: 'Paper copy' },
  keep: { ar: 'حفظ للاطلاع دون شبكة', fr: 'Garder hors connexion', en: 'Keep for offline' },
  zone: { ar: 'الأوقات بتوقيت {zone}', fr: 'Heures de {zone}', en: 'Times of {zone}' },
  gone: {
    ar: 'هذا الرابط لم يعد صالحاً. اطلب رابطاً جديداً من مركز التنسيق أو من ضابطك المرافق.',
    fr: 'Ce lien n’est plus valable. Demandez-en un nouveau au centre ou à votre binôme.',
    en: 'This link is no longer good. Ask the centre or your host officer for a new one.',
  },
  day: { ar: 'اليوم', fr: 'Jour', en: 'Day' },
  state: { ar: 'الحالة', fr: 'État', en: 'State' },
  stands: { ar: 'قائمة', fr: 'Maintenu', en: 'Stands' },
} as const satisfies Readonly<Record<string, Words>>;
