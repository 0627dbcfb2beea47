import { defineWords } from '../../kit/define-words.ts';

/** Posts of an event, written by hand. */
export const postWords = defineWords({
  none: { ar: 'لا مراكز عمل بعد', fr: 'Aucun poste', en: 'No posts yet' },
  noneTeach: {
    ar: 'تأتي معظم مراكز العمل من مستوى الخطر. أضف هنا ما ينقص، مع السبب.',
    fr: 'La plupart des postes découlent du niveau de risque. Ajoutez ici ceux qui manquent, avec leur motif.',
    en: 'Most posts come of the level of risk. Add here those that are missing, with the reason.',
  },
  total: {
    ar: '{count, plural, zero {لا مراكز عمل} one {مركز عمل واحد} two {مركزا عمل} few {# مراكز عمل} many {# مركز عمل} other {# مركز عمل}}',
    fr: '{count, plural, =0 {aucun poste} one {# poste} other {# postes}}',
    en: '{count, plural, =0 {no posts} one {# post} other {# posts}}',
  },
  wanted: {
    ar: 'العدد المطلوب: {number}',
    fr: 'Effectif demandé : {number}',
    en: 'Wanted in all: {number}',
  },
  add: { ar: 'مركز عمل جديد', fr: 'Nouveau poste', en: 'New post' },
  edit: { ar: 'تعديل مركز العمل', fr: 'Modifier le poste', en: 'Edit the post' },
  remove: { ar: 'حذف', fr: 'Retirer', en: 'Remove' },
  removeSure: { ar: 'حذف مركز العمل؟', fr: 'Retirer ce poste ?', en: 'Remove this post?' },
  removeWhat: {
    ar: 'لن يظهر بعد الآن، ويمكن التراجع. يبقى السبب في السجل.',
    fr: 'Il n’apparaîtra plus ; on peut le rétablir. Le motif reste dans l’historique.',
    en: 'It is not shown any more, and can be put back. The reason stays in the history.',
  },
  removed: { ar: 'حُذف مركز العمل', fr: 'Poste retiré', en: 'The post was removed' },
  because: { ar: 'السبب', fr: 'Motif', en: 'Why' },
  place: { ar: 'المكان', fr: 'Lieu', en: 'Place' },
  what: { ar: 'الاختصاص', fr: 'Spécialité', en: 'Specialty' },
  quantity: { ar: 'العدد', fr: 'Nombre', en: 'How many' },
  priority: { ar: 'الأولوية', fr: 'Priorité', en: 'Priority' },
  priorityTeach: { ar: '1 يُشغل أولاً', fr: '1 est pourvu d’abord', en: '1 is filled first' },
  languages: { ar: 'اللغات', fr: 'Langues', en: 'Languages' },
  powers: { ar: 'الصلاحيات', fr: 'Pouvoirs', en: 'Powers' },
  skills: { ar: 'مهارات أخرى', fr: 'Autres compétences', en: 'Other skills' },
  skillsTeach: { ar: 'واحدة في كل سطر', fr: 'Une par ligne', en: 'One a line' },
  needsHostPair: {
    ar: 'لا يعمل الضابط الزائر هنا إلا مع ضابط مضيف',
    fr: 'Un officier étranger n’y sert qu’en binôme avec un officier du pays hôte',
    en: 'A visiting officer serves here beside a host officer only',
  },
  reason: { ar: 'لماذا هو لازم', fr: 'Pourquoi il est nécessaire', en: 'Why it is wanted' },
  origin: { ar: 'المصدر', fr: 'Origine', en: 'Origin' },
  byHand: { ar: 'أضيف يدوياً', fr: 'Saisi à la main', en: 'By hand' },
  session: { ar: 'من أجل الحصة', fr: 'Pour la session', en: 'For the session' },
  inZone: { ar: '{venue}، {zone}', fr: '{venue}, {zone}', en: '{venue}, {zone}' },
});
