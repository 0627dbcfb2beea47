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
  refusedBecause: { ar: 'سبب الرفض', fr: 'Motif du refus', en: 'Why it was refused' },
  watchUntil: { ar: 'ترصد إلى غاية', fr: 'En veille jusqu’au', en: 'Watched until' },
  again: { ar: 'مقارنة جديدة', fr: 'Nouvelle comparaison', en: 'New check' },
});
