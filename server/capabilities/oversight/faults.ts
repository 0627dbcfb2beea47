import { defineFaults } from '../../kernel/faults.ts';

/** What can be wrong with oversight, and what to do about it. */
defineFaults({
  'oversight/tightened': {
    status: 403,
    ar: 'قيّد مسؤولو هذه المنصّة هذا الإجراء بقاعدة إضافية. اطّلع عليها في صفحة صفتك، وراجع رئيس جهازك إن لزم.',
    fr: 'Le service a restreint cette action par une règle supplémentaire. Consultez-la sur la page de votre fonction ; voyez votre hiérarchie si nécessaire.',
    en: 'Your service has restricted this by a rule of its own. See it on the page of your role; ask your service head if need be.',
  },
  'oversight/own-proposal': {
    status: 403,
    ar: 'اقترحتَ هذه القاعدة بنفسك: يلزم أن يبتّ فيها شخص ثانٍ (مبدأ التوقيعين).',
    fr: 'Vous avez proposé cette règle : une seconde personne doit décider (double validation).',
    en: 'You proposed this rule yourself: a second person must decide (four eyes).',
  },
  'oversight/too-many-tightenings': {
    status: 409,
    ar: 'بلغ عدد القواعد الإضافية حدّه ({limit}). اسحب قاعدة لم تعد لازمة أولاً.',
    fr: 'Le nombre de restrictions a atteint sa limite ({limit}). Retirez d’abord celle qui n’est plus nécessaire.',
    en: 'There are as many tightenings as there may be ({limit}). Withdraw one that is no longer needed first.',
  },
});
