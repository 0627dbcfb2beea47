import { defineWords } from '../../kit/define-words.ts';

/** Hits that partners had here, as far as the agreement lets them be told. */
export const toldWords = defineWords({
  teach: {
    ar: 'وجد الشريك لديكم معرّفاً يملكه أيضاً، والاتفاق يقضي بإخباركم. لم يُنقل شيء مما لديكم: قد يصل طلب رسمي، والقرار لكم.',
    fr: 'Un partenaire a constaté que vous détenez un identifiant qu’il a aussi ; l’accord prévoit qu’il vous le dise. Rien de vos données n’est parti : une demande peut suivre, et la réponse vous appartient.',
    en: 'A partner found that you hold an identifier that he has too; the agreement has him tell you. Nothing of your data has left: a request may follow, and whether to answer is yours.',
  },
  countOnly: {
    ar: '{count, plural, zero {لا معرّفات} one {معرّف واحد مشترك} two {معرّفان مشتركان} few {# معرّفات مشتركة} many {# معرّفاً مشتركاً} other {# معرّف مشترك}}، والاتفاق لا يسمح بتسميتها.',
    fr: '{count, plural, =0 {Aucun identifiant commun} one {# identifiant commun} other {# identifiants communs}}, que l’accord ne permet pas de nommer.',
    en: '{count, plural, =0 {No identifiers in common} one {# identifier in common} other {# identifiers in common}}, which the agreement does not let be named.',
  },
  'state-open': { ar: 'ينتظر قراراً', fr: 'À décider', en: 'To be decided' },
  'state-to-answer': { ar: 'يُجاب إن طُلب', fr: 'À répondre si demandé', en: 'Answer if asked' },
  'state-not-to-answer': { ar: 'لا يُجاب', fr: 'Ne pas répondre', en: 'Not to be answered' },
  toAnswer: {
    ar: 'يُجاب عند وصول الطلب',
    fr: 'Répondre si une demande arrive',
    en: 'Answer when a request comes',
  },
  notToAnswer: { ar: 'لا يُجاب عن طلب', fr: 'Ne pas répondre', en: 'Do not answer' },
  decided: {
    ar: 'سُجّل القرار. لا يعلم الشريك به.',
    fr: 'Décision enregistrée. Le partenaire n’en sait rien.',
    en: 'The decision is kept. The partner is not told.',
  },
  item: { ar: 'معلومتنا التي تذكره', fr: 'Notre information qui le mentionne', en: 'Our item that names it' },
  itemOf: {
    ar: 'معلومتنا رقم {number} التي تذكره',
    fr: 'Notre information nº {number} qui le mentionne',
    en: 'Our item {number} that names it',
  },
  nameForm: {
    ar: 'هكذا قورن الاسم: حروفه الساكنة وتاريخ الميلاد. قد يكون شخصاً آخر وُلد في اليوم نفسه.',
    fr: 'Le nom tel qu’il a été comparé : ses consonnes et la date de naissance. Ce peut être une autre personne née le même jour.',
    en: 'The name as it was compared: its consonants and the birth date. It may be another person born on that day.',
  },
  requests: {
    ar: 'الطلبات التي تنتظر جوابنا',
    fr: 'Demandes qui attendent notre réponse',
    en: 'Requests that wait for us',
  },
  empty: {
    ar: 'لم يُخبر أي شريك بتطابق',
    fr: 'Aucune concordance signalée par un partenaire',
    en: 'No partner told of a hit',
  },
  emptyTeach: {
    ar: 'متى قضى اتفاق بأن يُخبَر صاحب المعطيات بحالات التطابق ظهرت هنا.',
    fr: 'Quand un accord prévoit que le détenteur soit informé des concordances, elles s’affichent ici.',
    en: 'Where an agreement has the holder told of hits, they show here.',
  },
});
