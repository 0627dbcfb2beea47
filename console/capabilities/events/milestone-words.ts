import { defineWords } from '../../kit/define-words.ts';

/** The milestones of an event, and what is due at each. */
export const milestoneWords = defineWords({
  title: { ar: 'محطات الإعداد', fr: 'Jalons', en: 'Milestones' },
  't-8-weeks': { ar: 'قبل ثمانية أسابيع', fr: 'J − 8 semaines', en: 'T − 8 weeks' },
  't-2-weeks': { ar: 'قبل أسبوعين', fr: 'J − 2 semaines', en: 'T − 2 weeks' },
  't-0': { ar: 'اليوم الأول', fr: 'Jour J', en: 'T − 0' },
  after: { ar: 'بعد التظاهرة', fr: 'Après', en: 'After' },
  inDays: {
    ar: '{count, plural, zero {اليوم} one {بعد يوم واحد} two {بعد يومين} few {بعد # أيام} many {بعد # يوماً} other {بعد # يوم}}',
    fr: '{count, plural, =0 {aujourd’hui} one {dans # jour} other {dans # jours}}',
    en: '{count, plural, =0 {today} one {in # day} other {in # days}}',
  },
  daysAgo: {
    ar: '{count, plural, zero {اليوم} one {منذ يوم واحد} two {منذ يومين} few {منذ # أيام} many {منذ # يوماً} other {منذ # يوم}}',
    fr: '{count, plural, =0 {aujourd’hui} one {il y a # jour} other {il y a # jours}}',
    en: '{count, plural, =0 {today} one {# day ago} other {# days ago}}',
  },
  day: { ar: 'اليوم المعتمد', fr: 'Date retenue', en: 'The day' },
  byHand: { ar: 'حُدّد يدوياً', fr: 'fixé à la main', en: 'set by hand' },
  computed: {
    ar: 'العودة إلى اليوم المحسوب',
    fr: 'Revenir à la date calculée',
    en: 'Back to the computed day',
  },
  own: { ar: 'استحقاق آخر', fr: 'Autre échéance', en: 'Also due' },
  'risk-first': {
    ar: 'أول تقييم للمخاطر',
    fr: 'Première évaluation des risques',
    en: 'First assessment of risk',
  },
  'visitor-risk-asked': {
    ar: 'طلب تحليل مخاطر الزوار من كل شريك',
    fr: 'Analyse du risque visiteurs demandée à chaque partenaire',
    en: 'Visitor risk analysis requested from each partner',
  },
  'posts-drafted': { ar: 'إعداد مراكز العمل', fr: 'Postes établis', en: 'Posts drawn up' },
  'specialists-asked': {
    ar: 'طلب إيفاد مختصين من الشركاء',
    fr: 'Spécialistes demandés aux partenaires',
    en: 'Specialists requested from partners',
  },
  'risk-reviewed': {
    ar: 'مراجعة تقييم المخاطر',
    fr: 'Évaluation des risques revue',
    en: 'Assessment of risk reviewed',
  },
  'visitor-risk-updated': {
    ar: 'تحيين تحليل مخاطر الزوار',
    fr: 'Analyse du risque visiteurs mise à jour',
    en: 'Visitor risk analysis brought up to date',
  },
  'officers-accredited': {
    ar: 'اعتماد الضباط الزائرين',
    fr: 'Officiers étrangers accrédités',
    en: 'Visiting officers accredited',
  },
  'roster-published': { ar: 'نشر جدول الخدمة', fr: 'Tableau de service publié', en: 'Roster published' },
  'officers-paired': {
    ar: 'تعيين ضابط مضيف لكل ضابط زائر',
    fr: 'Chaque officier étranger en binôme',
    en: 'Each visiting officer paired',
  },
  'officers-briefed': {
    ar: 'إعطاء التعليمات بلغة يفهمها كل ضابط',
    fr: 'Consignes données dans une langue comprise',
    en: 'Briefed in a language that they understand',
  },
  'contacts-checked': {
    ar: 'التحقق من قنوات الاتصال',
    fr: 'Liaisons vérifiées',
    en: 'Lines of contact checked',
  },
  'officers-released': {
    ar: 'إنهاء مهمة الضباط',
    fr: 'Officiers étrangers libérés',
    en: 'Officers released',
  },
  debriefed: { ar: 'استخلاص الحصيلة', fr: 'Retour d’expérience tenu', en: 'Debriefed' },
  'lessons-kept': { ar: 'تدوين الدروس', fr: 'Enseignements consignés', en: 'Lessons kept' },
});
