import { defineFaults } from '../../../kernel/faults.ts';

/** What can be wrong with a decision on likely duplicates. */
defineFaults({
  'exchange/pair-decided': {
    status: 409,
    ar: 'سبق البت في هذين العنصرين. حدّث القائمة؛ ويمكن التراجع عن القرار.',
    fr: 'Ces deux éléments ont déjà fait l’objet d’une décision. Actualisez la liste ; la décision peut être annulée.',
    en: 'These two have already been decided on. Refresh the list; the decision can be taken back.',
  },
  'exchange/pair-not-confirmed': {
    status: 409,
    ar: 'أكّد أولاً أن العنصرين عن الشيء نفسه، ثم أطلع الشركاء.',
    fr: 'Confirmez d’abord que les deux éléments ne font qu’un, puis informez les partenaires.',
    en: 'Confirm first that the two are the same, then tell partners.',
  },
});
