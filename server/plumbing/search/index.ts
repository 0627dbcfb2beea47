/** Words of texts in three languages, as every index of the house reads them. */
export { fold, foldingVersion } from './folding.ts';
export { createForms, type Forms, formsOf, quoteLexeme, type Stems } from './forms.ts';
export { stemsOf } from './stems-store.ts';
export { isEmptyWord, servantName, type Word, wordsOf } from './words.ts';
