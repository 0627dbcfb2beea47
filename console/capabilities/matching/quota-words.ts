import { defineWords } from '../../kit/define-words.ts';

/** Quota, and use in both directions. */
export const quotaWords = defineWords({
  teach: {
    ar: 'كم سُئل في كل اتجاه، وما بقي من حصة اليوم. يعلم الشريك كم تسألونه، وتعلمون كم يسألكم، ولا يعلم أحد عمّاذا.',
    fr: 'Combien a été demandé dans chaque sens, et ce qui reste du quota du jour. Chacun sait combien l’autre demande ; nul ne sait sur quoi.',
    en: 'How much was asked in each direction, and what is left of today’s quota. Each sees how much the other asks; nobody sees about what.',
  },
  empty: {
    ar: 'لا اتفاق يسمح بالمقارنة بعد',
    fr: 'Aucun accord ne permet la comparaison',
    en: 'No agreement allows checks yet',
  },
  emptyTeach: {
    ar: 'متى سرى اتفاق يحدّد حصص المقارنة ظهر هنا استعماله يوماً بيوم.',
    fr: 'Dès qu’un accord fixant des quotas est en vigueur, son usage s’affiche ici jour après jour.',
    en: 'Once an agreement with quotas is in force, its use shows here day by day.',
  },
  mine: { ar: 'سألتُ اليوم', fr: 'Mes demandes du jour', en: 'I asked today' },
  ours: { ar: 'سأل جهازنا اليوم', fr: 'Demandes du service', en: 'We asked today' },
  theirs: { ar: 'سألنا الشريك اليوم', fr: 'Demandes du partenaire', en: 'He asked us today' },
  ofQuota: { ar: '{used} من {all}', fr: '{used} sur {all}', en: '{used} of {all}' },
  left: { ar: 'الباقي: {number}', fr: 'Reste : {number}', en: '{number} left' },
  alarm: { ar: 'استعمال غير معتاد', fr: 'Usage inhabituel', en: 'Unusual use' },
  alarmWhat: {
    ar: 'سأل هذا الشريك في يوم واحد أكثر بكثير من عادته. اسألوا نقطة الاتصال لديه عن السبب؛ ويمكن خفض حصته باتفاق جديد.',
    fr: 'Ce partenaire a demandé en un jour bien plus que d’ordinaire. Demandez-en la raison à son point de contact ; un nouvel accord peut réduire son quota.',
    en: 'In one day this partner asked far more than he usually does. Ask his contact point why; a new agreement can lower his quota.',
  },
  alarmDay: {
    ar: '{count, plural, zero {لا معرّفات} one {معرّف واحد} two {معرّفان} few {# معرّفات} many {# معرّفاً} other {# معرّف}} في اليوم، والمعتاد {usual}.',
    fr: '{count, plural, =0 {0 identifiant} one {# identifiant} other {# identifiants}} dans la journée, contre {usual} d’ordinaire.',
    en: '{count, plural, =0 {0 identifiers} one {# identifier} other {# identifiers}} in the day, against {usual} usually.',
  },
  alarmFirst: {
    ar: '{count, plural, zero {لا معرّفات} one {معرّف واحد} two {معرّفان} few {# معرّفات} many {# معرّفاً} other {# معرّف}} في اليوم، ولم يسأل شيئاً في الأسابيع الأربعة السابقة.',
    fr: '{count, plural, =0 {0 identifiant} one {# identifiant} other {# identifiants}} dans la journée, sans rien avoir demandé les quatre semaines précédentes.',
    en: '{count, plural, =0 {0 identifiers} one {# identifier} other {# identifiers}} in the day, after nothing in the four weeks before.',
  },
  setHere: { ar: 'مجموعته جاهزة', fr: 'Jeu de comparaison reçu', en: 'His set is here' },
  setMissing: { ar: 'مجموعته لم تصل بعد', fr: 'Jeu de comparaison non reçu', en: 'His set is not here yet' },
  preparing: {
    ar: 'تُهيّأ مجموعتنا له: {done} من {all}',
    fr: 'Notre jeu pour ce partenaire se prépare : {done} sur {all}',
    en: 'Our set for him is being prepared: {done} of {all}',
  },
  history: { ar: 'آخر أربعة أسابيع', fr: 'Les quatre dernières semaines', en: 'The last four weeks' },
  day: { ar: 'اليوم', fr: 'Jour', en: 'Day' },
  asked: { ar: 'سألناه', fr: 'Nous avons demandé', en: 'We asked' },
  askedByMe: { ar: 'منها ما سألتُه', fr: 'Dont par moi', en: 'Of which by me' },
  answered: { ar: 'سألنا', fr: 'Il a demandé', en: 'He asked' },
  noDays: {
    ar: 'لم يُسأل شيء في هذه المدة.',
    fr: 'Rien n’a été demandé pendant cette période.',
    en: 'Nothing was asked in this time.',
  },
});
