/** Two names in one word, where each is known to stand alone: Fatimazahra, Mohammadreza, نورالهدى. Pure. */
import type { Script, Word } from './letters.ts';

/** Names that others are written to, and what is written to them. */
const firsts: Readonly<Record<Script, string>> = {
  arabic: 'فاطمة|فاطمه|نور|زين|شمس|بدر|نجم|عبدالحق|محمد|احمد|علي|امير|حميد|غلام|محمود|امين',
  latin:
    'fatima|fatema|fatma|fati|no[u]?r|nur|zine?|zain|zayn|chams|shams|badr|najm|' +
    'mohamm?[ae]d|muhammad|mehmed|ahm[ae]d|ali|amir|hamid|gholam|ghulam|mahmoud|amin',
};
/** After a name: with the article, which no word has within it but for this, or a name that Persians add. */
const seconds: Readonly<Record<Script, string>> = {
  arabic:
    'الزهراء|الزهرا|زهراء|زهرة|الهدى|الهدي|هدى|العابدين|العابدون|رضا|حسين|حسن|مهدي|تقي|باقر|جواد|كاظم|صادق|امين',
  latin:
    "e?[zs]?-?za+h?ra|e?[zs]?zo+h?ra|(?:[eau]l)?h[ou]+da|[eau]l'?abidi+ne?|(?:[eau]l)?abidine|" +
    'r[ei][zd]a|h[ou]+s?sei?[iy]?n|hassan|mehdi|mahdi|taghi|bagher|javad|kazem|sadegh|amine?',
};
const pattern = (script: Script): RegExp => new RegExp(`^(${firsts[script]})(${seconds[script]})$`);
const patterns: Readonly<Record<Script, RegExp>> = { arabic: pattern('arabic'), latin: pattern('latin') };
/** In Arabic letters these end a word, wherever they stand. */
const endsWord = /^(..+[ةى])(...+)$/;
const shortest = 7;

/** The two words that a word is made of; itself where it is one. */
export const cutCompound = (word: Word): readonly Word[] => {
  if (word.initial || word.text.length < shortest) return [word];
  const found =
    patterns[word.script].exec(word.text) ?? (word.script === 'arabic' ? endsWord.exec(word.text) : null);
  const [, first, second] = found ?? [];
  if (first === undefined || second === undefined) return [word];
  return [
    { ...word, text: first },
    { ...word, text: second },
  ];
};
