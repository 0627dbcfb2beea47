import { defineWords } from '../../kit/define-words.ts';

/** Sessions of an event: calendar, list, one session. */
export const sessionWords = defineWords({
  calendar: {
    ar: 'الحصص حسب الموقع واليوم',
    fr: 'Sessions par site et par jour',
    en: 'Sessions by venue and day',
  },
  calendarTeach: {
    ar: 'اختر خانة لعرض حصص ذلك الموقع في ذلك اليوم.',
    fr: 'Choisissez une case pour voir les sessions de ce site ce jour-là.',
    en: 'Choose a cell to see that venue’s sessions on that day.',
  },
  noPlace: { ar: 'بلا موقع', fr: 'Sans site', en: 'No venue' },
  cell: {
    ar: '{venue}، {day}: {count, plural, zero {لا حصص} one {حصة واحدة} two {حصتان} few {# حصص} many {# حصة} other {# حصة}}',
    fr: '{venue}, {day} : {count, plural, =0 {aucune session} one {# session} other {# sessions}}',
    en: '{venue}, {day}: {count, plural, =0 {no sessions} one {# session} other {# sessions}}',
  },
  total: {
    ar: '{count, plural, zero {لا حصص} one {حصة واحدة} two {حصتان} few {# حصص} many {# حصة} other {# حصة}}',
    fr: '{count, plural, =0 {aucune session} one {# session} other {# sessions}}',
    en: '{count, plural, =0 {no sessions} one {# session} other {# sessions}}',
  },
  units: {
    ar: '{count, plural, zero {بلا فقرات} one {فقرة واحدة} two {فقرتان} few {# فقرات} many {# فقرة} other {# فقرة}}',
    fr: '{count, plural, =0 {aucune épreuve} one {# épreuve} other {# épreuves}}',
    en: '{count, plural, =0 {no units} one {# unit} other {# units}}',
  },
  unitsTitle: { ar: 'الفقرات المبرمجة', fr: 'Épreuves programmées', en: 'Scheduled units' },
  search: {
    ar: 'ابحث في العنوان والرياضة والمنتخبات والفقرات',
    fr: 'Chercher dans titres, disciplines, équipes, épreuves',
    en: 'Search titles, disciplines, teams, units',
  },
  day: { ar: 'اليوم', fr: 'Jour', en: 'Day' },
  anyDay: { ar: 'كل الأيام', fr: 'Tous les jours', en: 'Any day' },
  venue: { ar: 'الموقع', fr: 'Site', en: 'Venue' },
  anyVenue: { ar: 'كل المواقع', fr: 'Tous les sites', en: 'Any venue' },
  anyState: { ar: 'كل الحالات', fr: 'Tous les états', en: 'Any state' },
  session: { ar: 'الحصة', fr: 'Session', en: 'Session' },
  time: { ar: 'الوقت', fr: 'Heure', en: 'Time' },
  spectators: { ar: 'الجمهور المتوقع', fr: 'Spectateurs attendus', en: 'Expected spectators' },
  byNation: { ar: 'حسب الجنسية', fr: 'Par nationalité', en: 'By nationality' },
  nation: { ar: 'الجنسية', fr: 'Nationalité', en: 'Nationality' },
  count: { ar: 'العدد', fr: 'Nombre', en: 'How many' },
  addNation: { ar: 'إضافة جنسية', fr: 'Ajouter une nationalité', en: 'Add a nationality' },
  nations: { ar: 'المنتخبات', fr: 'Équipes', en: 'Teams' },
  titleField: { ar: 'العنوان', fr: 'Intitulé', en: 'Title' },
  discipline: { ar: 'الرياضة', fr: 'Discipline', en: 'Discipline' },
  phase: { ar: 'الدور', fr: 'Phase', en: 'Phase' },
  startsAt: { ar: 'البداية', fr: 'Début', en: 'Starts' },
  endsAt: { ar: 'النهاية', fr: 'Fin', en: 'Ends' },
  add: { ar: 'حصة جديدة', fr: 'Nouvelle session', en: 'New session' },
  edit: { ar: 'تعديل الحصة', fr: 'Modifier la session', en: 'Edit the session' },
  none: { ar: 'لا حصص بعد', fr: 'Aucune session', en: 'No sessions yet' },
  noneTeach: {
    ar: 'استورد برنامج المنظّم (CSV أو iCalendar أو JSON) كما هو، أو أضف الحصص واحدة واحدة.',
    fr: 'Importez le programme de l’organisateur (CSV, iCalendar, JSON) tel quel, ou ajoutez les sessions une par une.',
    en: 'Import the organiser’s programme (CSV, iCalendar, JSON) as it is, or add sessions one by one.',
  },
  clear: { ar: 'إلغاء التصفية', fr: 'Effacer les filtres', en: 'Clear filters' },
});
