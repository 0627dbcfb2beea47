import { defineWords } from '../../kit/define-words.ts';

/** What was done with the roster, by the verb of the journal. */
export const rosterVerbWords = defineWords({
  'roster.open-page': { ar: 'فتح صفحة خدمات وحدة', fr: 'Page d’une unité ouverte', en: 'Unit’s page opened' },
  'roster.print': { ar: 'إصدار ورقة خدمة', fr: 'Feuille de service éditée', en: 'Duty paper printed' },
  'roster.draft': { ar: 'بدء مسودة جدول', fr: 'Projet de tableau commencé', en: 'Roster draft begun' },
  'roster.edit': { ar: 'تعديل مسودة جدول', fr: 'Projet de tableau modifié', en: 'Roster draft edited' },
  'roster.undo': { ar: 'التراجع عن تعديل', fr: 'Modification annulée', en: 'Edit undone' },
  'roster.redo': { ar: 'إعادة تعديل', fr: 'Modification rétablie', en: 'Edit done again' },
  'roster.discard': { ar: 'حذف مسودة جدول', fr: 'Projet de tableau écarté', en: 'Roster draft discarded' },
  'roster.solve': {
    ar: 'طلب حل آلي للجدول',
    fr: 'Calcul de tableau demandé',
    en: 'Roster solving asked for',
  },
  'roster.solved': { ar: 'انتهاء حل آلي للجدول', fr: 'Tableau calculé', en: 'Roster solved' },
  'roster.cancel': { ar: 'إيقاف حل آلي', fr: 'Calcul arrêté', en: 'Solving cancelled' },
  'roster.replan': { ar: 'طلب إعادة تخطيط', fr: 'Replanification demandée', en: 'Re-plan asked for' },
  'roster.accept': { ar: 'قبول تغييرات الجدول', fr: 'Changements acceptés', en: 'Changes accepted' },
  'roster.propose': { ar: 'عرض جدول للموافقة', fr: 'Tableau soumis', en: 'Roster proposed' },
  'roster.withdraw': { ar: 'سحب عرض جدول', fr: 'Soumission retirée', en: 'Proposal withdrawn' },
  'roster.return': { ar: 'إعادة جدول مع السبب', fr: 'Tableau renvoyé', en: 'Roster sent back' },
  'roster.publish': { ar: 'نشر جدول الخدمة', fr: 'Tableau publié', en: 'Roster published' },
  'roster.make-links': { ar: 'إنشاء روابط شخصية', fr: 'Liens personnels créés', en: 'Personal links made' },
  'roster.revoke-links': {
    ar: 'إلغاء روابط شخصية',
    fr: 'Liens personnels révoqués',
    en: 'Personal links revoked',
  },
  'roster.acknowledge': { ar: 'تأكيد الاطلاع على الخدمات', fr: 'Services lus', en: 'Duties acknowledged' },
  'roster.tell-partner': {
    ar: 'إبلاغ شريك بخدمات ضباطه',
    fr: 'Services communiqués à un partenaire',
    en: 'Partner told of duties',
  },
  'roster.hear-duties': {
    ar: 'استلام خدمات ضباطنا',
    fr: 'Services de nos officiers reçus',
    en: 'Duties of own officers received',
  },
});
