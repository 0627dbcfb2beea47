import { defineWords } from '../../kit/define-words.ts';

export const withholdingWords = defineWords({
  open: { ar: 'حصر من يتوصّل به', fr: 'Restreindre la diffusion', en: 'Limit who gets it' },
  close: { ar: 'تم', fr: 'Terminé', en: 'Done' },
  teach: {
    ar: 'يصل كل شيء إلى جميع المستلمين، ما لم تحدّد هنا خلاف ذلك.',
    fr: 'Tout parvient à tous les destinataires, sauf ce que vous restreignez ici.',
    en: 'Everything goes to every recipient, except what you limit here.',
  },
  noRecipients: {
    ar: 'اختر المستلمين أولاً لتحديد من يتوصّل بماذا.',
    fr: 'Choisissez d’abord les destinataires pour préciser qui reçoit quoi.',
    en: 'Choose the recipients first, to say who gets what.',
  },
  whole: { ar: 'العنصر كله', fr: 'L’élément entier', en: 'All of it' },
  everyone: { ar: 'لجميع المستلمين', fr: 'Pour tous les destinataires', en: 'For every recipient' },
  never: { ar: 'لا يغادر جهازنا', fr: 'Ne quitte jamais notre service', en: 'Never leaves our service' },
  only: { ar: 'لبعض المستلمين فقط', fr: 'Pour certains seulement', en: 'Only for some' },
  onlyWhom: { ar: 'من يتوصّل به', fr: 'Qui le reçoit', en: 'Who gets it' },
  isNever: {
    ar: '{part}: لا يغادر جهازنا',
    fr: '{part} : ne quitte jamais notre service',
    en: '{part}: never leaves our service',
  },
  isOnly: {
    ar: '{part}: إلى {names} فقط',
    fr: '{part} : seulement pour {names}',
    en: '{part}: only for {names}',
  },
});
