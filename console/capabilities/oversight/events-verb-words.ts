import { defineWords } from '../../kit/define-words.ts';

/** What was done to plan a major event, by the verb of the journal. */
export const eventsVerbWords = defineWords({
  'events.list': { ar: 'عرض التظاهرات', fr: 'Événements affichés', en: 'Events listed' },
  'events.read': { ar: 'الاطلاع على تظاهرة', fr: 'Événement consulté', en: 'Event read' },
  'events.create': { ar: 'إنشاء تظاهرة', fr: 'Événement créé', en: 'Event made' },
  'events.change': { ar: 'تعديل تظاهرة', fr: 'Événement modifié', en: 'Event changed' },
  'events.change-milestones': {
    ar: 'تعديل محطات الإعداد',
    fr: 'Jalons modifiés',
    en: 'Milestones changed',
  },
  'events.read-history': { ar: 'الاطلاع على سجل تعديلات', fr: 'Historique consulté', en: 'History read' },
  'events.list-overdue-reviews': {
    ar: 'عرض المراجعات المتأخرة',
    fr: 'Réexamens en retard affichés',
    en: 'Overdue reviews listed',
  },
  'events.remind-reviews': {
    ar: 'التذكير بمراجعة مخاطر متأخرة',
    fr: 'Rappel de réexamens en retard',
    en: 'Reminder of overdue reviews',
  },
  'events.list-venues': { ar: 'عرض المواقع', fr: 'Sites affichés', en: 'Venues listed' },
  'events.add-venue': { ar: 'إضافة موقع', fr: 'Site ajouté', en: 'Venue added' },
  'events.change-venue': { ar: 'تعديل موقع', fr: 'Site modifié', en: 'Venue changed' },
  'events.list-alike': {
    ar: 'عرض مواقع يُحتمل أنها مكررة',
    fr: 'Sites probablement en double affichés',
    en: 'Venues that look alike listed',
  },
  'events.keep-apart': {
    ar: 'تأكيد أن موقعين مختلفان',
    fr: 'Sites déclarés distincts',
    en: 'Venues said to be two',
  },
  'events.list-merges': {
    ar: 'عرض عمليات دمج المواقع',
    fr: 'Fusions de sites affichées',
    en: 'Merges listed',
  },
  'events.preview-merge': {
    ar: 'معاينة دمج موقعين',
    fr: 'Aperçu d’une fusion de sites',
    en: 'Merge of venues previewed',
  },
  'events.merge-venues': { ar: 'دمج موقعين', fr: 'Sites fusionnés', en: 'Venues merged' },
  'events.undo-merge': {
    ar: 'التراجع عن دمج موقعين',
    fr: 'Fusion de sites annulée',
    en: 'Merge of venues undone',
  },
  'events.list-teams': { ar: 'عرض المنتخبات', fr: 'Équipes affichées', en: 'Teams listed' },
  'events.list-objects': {
    ar: 'عرض الأماكن المحمية',
    fr: 'Points à protéger affichés',
    en: 'Protected objects listed',
  },
  'events.add-object': {
    ar: 'إضافة مكان محمي',
    fr: 'Point à protéger ajouté',
    en: 'Protected object added',
  },
  'events.change-object': {
    ar: 'تعديل مكان محمي',
    fr: 'Point à protéger modifié',
    en: 'Protected object changed',
  },
  'events.list-sessions': { ar: 'عرض الحصص', fr: 'Sessions affichées', en: 'Sessions listed' },
  'events.read-session': { ar: 'الاطلاع على حصة', fr: 'Session consultée', en: 'Session read' },
  'events.add-session': { ar: 'إضافة حصة', fr: 'Session ajoutée', en: 'Session added' },
  'events.change-session': { ar: 'تعديل حصة', fr: 'Session modifiée', en: 'Session changed' },
  'events.list-posts': { ar: 'عرض مراكز العمل', fr: 'Postes affichés', en: 'Posts listed' },
  'events.read-post': { ar: 'الاطلاع على مركز عمل', fr: 'Poste consulté', en: 'Post read' },
  'events.add-post': { ar: 'إضافة مركز عمل', fr: 'Poste ajouté', en: 'Post added' },
  'events.change-post': { ar: 'تعديل مركز عمل', fr: 'Poste modifié', en: 'Post changed' },
  'events.remove-post': { ar: 'حذف مركز عمل', fr: 'Poste retiré', en: 'Post removed' },
  'events.restore-post': { ar: 'إعادة مركز عمل', fr: 'Poste rétabli', en: 'Post put back' },
  'events.preview-import': {
    ar: 'معاينة ملف قبل استيراده',
    fr: 'Aperçu d’un fichier à importer',
    en: 'File looked at before import',
  },
  'events.import': { ar: 'استيراد ملف في تظاهرة', fr: 'Fichier importé', en: 'File imported' },
  'events.undo-import': { ar: 'التراجع عن استيراد', fr: 'Import annulé', en: 'Import undone' },
  'events.list-imports': {
    ar: 'عرض عمليات الاستيراد',
    fr: 'Imports affichés',
    en: 'Imports listed',
  },
});
