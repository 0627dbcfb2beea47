import { defineWords } from '../../kit/define-words.ts';

/** What came of a check. */
export const resultWords = defineWords({
  title: { ar: 'نتائج المقارنة', fr: 'Résultats de la comparaison', en: 'Results of the check' },
  progress: {
    ar: 'أجاب {done} من {all} من الشركاء',
    fr: '{done} partenaires sur {all} ont répondu',
    en: '{done} of {all} partners have answered',
  },
  complete: { ar: 'اكتملت الأجوبة', fr: 'Toutes les réponses sont là', en: 'All answers are in' },
  byPartner: { ar: 'حسب الشريك', fr: 'Par partenaire', en: 'By partner' },
  byIdentifier: { ar: 'حسب المعرّف', fr: 'Par identifiant', en: 'By identifier' },
  hits: { ar: 'حالات التطابق', fr: 'Concordances', en: 'Hits' },
  noHits: { ar: 'لا تطابق حتى الآن.', fr: 'Aucune concordance pour l’instant.', en: 'No hits so far.' },
  noHitsDone: {
    ar: 'لا تطابق. لا يعني ذلك أن الشريك لا يعرف الشخص أو الشيء بمعرّف آخر.',
    fr: 'Aucune concordance. Le partenaire peut connaître la personne ou l’objet sous un autre identifiant.',
    en: 'No hits. The partner may still know the person or thing by another identifier.',
  },
  identifier: { ar: 'المعرّف', fr: 'Identifiant', en: 'Identifier' },
  kind: { ar: 'النوع', fr: 'Nature', en: 'Kind' },
  hit: { ar: 'تطابق', fr: 'Concordance', en: 'Hit' },
  partly: { ar: 'تطابق جزئي', fr: 'Concordance partielle', en: 'Hit in part' },
  noHit: { ar: 'لا تطابق', fr: 'Aucune', en: 'No hit' },
  pending: { ar: 'قيد الانتظار', fr: 'En attente', en: 'Waiting' },
  unknown: { ar: 'لم يُجب', fr: 'Sans réponse', en: 'Not answered' },
  'show-all': { ar: 'الكل', fr: 'Tous', en: 'All' },
  'show-hits': { ar: 'المتطابق فقط', fr: 'Concordants', en: 'Hits only' },
  show: { ar: 'ما يُعرض', fr: 'Affichage', en: 'Shown' },
  noneShown: {
    ar: 'لا معرّف متطابق هنا.',
    fr: 'Aucun identifiant concordant.',
    en: 'No identifier with a hit.',
  },
  'refused-quota-spent': {
    ar: 'استُنفدت حصة اليوم لدى هذا الشريك. أعد المقارنة غداً.',
    fr: 'Le quota du jour auprès de ce partenaire est épuisé. Recommencez demain.',
    en: 'Today’s quota at this partner is spent. Check again tomorrow.',
  },
  'refused-not-covered': {
    ar: 'لم يعد الاتفاق يسمح بهذه المقارنة. راجع الاتفاق مع رئيس الجهاز.',
    fr: 'L’accord ne permet plus cette comparaison. Voyez l’accord avec le chef de service.',
    en: 'The agreement no longer allows this check. See the agreement with the head of service.',
  },
  'refused-proof-fails': {
    ar: 'لم يصح برهان الشريك على مفتاحه، فلم يُستخلص شيء من جوابه. أبلغ نقطة الاتصال.',
    fr: 'La preuve du partenaire ne tient pas : rien n’a été tiré de sa réponse. Prévenez le point de contact.',
    en: 'The partner’s proof does not hold, and nothing was learned from his answer. Tell the contact point.',
  },
  'refused-other': {
    ar: 'لم يقبل نظام الشريك السؤال. أعد المحاولة، وإن تكرّر فأبلغ نقطة الاتصال.',
    fr: 'Le système du partenaire n’a pas accepté la question. Réessayez ; si cela se répète, prévenez le point de contact.',
    en: 'The partner’s system did not take the question. Try again; if it happens again, tell the contact point.',
  },
  again: { ar: 'مقارنة جديدة', fr: 'Nouvelle comparaison', en: 'New check' },
});
