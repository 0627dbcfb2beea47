import { defineWords } from '../../kit/define-words.ts';

/** What an agreement says of blind checks. */
export const matchingTermsWords = defineWords({
  title: { ar: 'المقارنة المحجوبة', fr: 'Comparaison en aveugle', en: 'Blind checks' },
  what: {
    ar: 'يعرف كل طرف هل لدى الآخر المعرّف نفسه، دون أن يُظهر أي منهما ما لديه. تحدّ الحصة اليومية من السؤال عشوائياً.',
    fr: 'Chaque partie peut savoir si l’autre détient le même identifiant, sans que l’une montre rien à l’autre. Le quota quotidien empêche de demander au hasard.',
    en: 'Each party can find out whether the other holds the same identifier, and neither shows what it has. The daily quota keeps anyone from asking at random.',
  },
  allow: {
    ar: 'السماح بالمقارنة المحجوبة',
    fr: 'Permettre la comparaison en aveugle',
    en: 'Allow blind checks',
  },
  none: { ar: 'غير مسموح بها', fr: 'Non prévue', en: 'Not allowed' },
  perDay: {
    ar: 'معرّفات في اليوم لكل جهاز',
    fr: 'Identifiants par jour et par service',
    en: 'Identifiers a day, by one service',
  },
  perOfficer: { ar: 'منها لكل ضابط', fr: 'Dont par officier', en: 'Of which by one officer' },
  hitsTold: {
    ar: 'ما يُخبَر به صاحب المعطيات عن التطابق',
    fr: 'Ce que le détenteur apprend des concordances',
    en: 'What the holder is told of hits',
  },
  'told-nothing': { ar: 'لا شيء', fr: 'Rien', en: 'Nothing' },
  'told-count': { ar: 'عددها', fr: 'Leur nombre', en: 'How many' },
  'told-identifiers': { ar: 'أي معرّفات', fr: 'Les identifiants', en: 'Which identifiers' },
  decoys: { ar: 'تمويه العدد', fr: 'Masquer le nombre', en: 'Hide how many' },
  decoysWhat: {
    ar: 'يُكمَّل كل سؤال بمعرّفات تمويه إلى مضاعفات هذا العدد، وتُحسب من الحصة. اتركه فارغاً لعدم التمويه.',
    fr: 'Chaque question est complétée par des leurres jusqu’au multiple de ce nombre ; ils comptent dans le quota. Vide : pas de leurres.',
    en: 'Each question is filled up with decoys to a multiple of this; they count against the quota. Empty: none.',
  },
  decoysTo: {
    ar: 'تمويه إلى مضاعفات {multiple}',
    fr: 'leurres jusqu’au multiple de {multiple}',
    en: 'decoys to a multiple of {multiple}',
  },
  needOrder: {
    ar: 'حصة الضابط لا تتجاوز حصة الجهاز.',
    fr: 'Le quota d’un officier ne dépasse pas celui du service.',
    en: 'An officer’s quota is not above the service’s.',
  },
  terms: {
    ar: '{perDay} في اليوم لكل جهاز، منها {perOfficer} لكل ضابط',
    fr: '{perDay} par jour et par service, dont {perOfficer} par officier',
    en: '{perDay} a day by one service, of which {perOfficer} by one officer',
  },
});
