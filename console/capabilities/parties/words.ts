import { defineWords } from '../../kit/define-words.ts';

export const partiesWords = defineWords({
  security: { ar: 'أمن حسابي', fr: 'Sécurité de mon compte', en: 'My security' },
});
