/** Faults of the edge alone. */
import { defineFaults } from '../../kernel/faults.ts';

defineFaults({
  'input/hidden-characters': {
    status: 422,
    ar: 'في {fields} رموز خفية تغيّر اتجاه القراءة أو لا تُرى، ولم يُحفظ شيء. أعد كتابة النص بدل لصقه.',
    fr: 'Caractères invisibles ou changeant le sens de lecture dans : {fields} ; rien n’a été enregistré. Retapez le texte au lieu de le coller.',
    en: 'Invisible characters, or such as change how a text is read, in: {fields}; nothing was kept. Type it instead of pasting it.',
  },
});
