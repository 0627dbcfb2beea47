/**
 * Folding: how a text is written for the index and for the query alike, so that spellings that people use for
 * one another meet. Pure. A change here needs a higher `foldingVersion`, and every node reads its items anew.
 */

/** Which reading of texts an index entry was made with. */
export const foldingVersion = 2;

const letters: Readonly<Record<string, string>> = {
  // Arabic: alef wasla, alef maqsura, taa marbuta; the hamza that stands alone falls away.
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ء: '',
  // Persian, Urdu and Maghrebi letters, as they are typed in names.
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  گ: 'ك',
  ڭ: 'ك',
  ݣ: 'ك',
  پ: 'ب',
  چ: 'ج',
  ژ: 'ز',
  ڤ: 'ف',
  ڥ: 'ف',
  ڨ: 'ق',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  // Latin letters that no decomposition takes apart.
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

const plain = /^[a-z0-9]*$/;
/** Tatweel, soft hyphen, marks of direction, joiners: seen or unseen, they spell nothing. */
const silent = /[\p{M}\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const digit = /[\u0660-\u0669\u06f0-\u06f9]/g;
const mapped = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/**
 * The folded text: lower case, without accents and harakat, hamza carriers as their letter, Arabic-Indic
 * digits as digits. `مُسَاعَدَة` and `مساعده` fold alike, so do `Œuvre` and `oeuvre`.
 */
export const fold = (text: string): string => {
  if (plain.test(text)) return text;
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(silent, '')
    .replace(digit, (figure) => String(figure.charCodeAt(0) & 0xf))
    .replace(mapped, (letter) => letters[letter] ?? letter)
    .replace(/[’‘ʼ]/g, "'");
};

const arabic = /^[\u0621-\u064a]+$/;
const leastSkeleton = 3;
/** The article, with what is written to it; endings of nouns. Verbs keep theirs, so that they stay apart. */
const article = /^(?:[وفبكل]?ال|لل|ولل|وب?ال)(?=..)/;
const nounEnding = /(?<=...)(?:ات|ون|ين|ان|يه|ه|ها|هم)$/;
/** Letters that are written to the word after them: and, so, in, to, as. */
const attached = /^[وفبلك](?=....)/;

const bonesOf = (word: string): readonly string[] => {
  const [first = '', ...rest] = word.replace(nounEnding, '');
  const bones = (/[اي]/.test(first) ? '' : first) + rest.filter((letter) => !/[اوي]/.test(letter)).join('');
  return bones.length >= leastSkeleton ? [bones] : [];
};

/**
 * The consonants of an Arabic word: what a broken plural keeps of its singular (ضابط and ضباط are ضبط, وثيقة
 * and وثائق are وثق). None where too little is left to mean anything; two where the first letter may be one
 * that is written to the word. The word is folded.
 */
export const skeletonsOf = (word: string): readonly string[] => {
  if (!arabic.test(word)) return [];
  const bare = word.replace(article, '');
  const others = bare === word && attached.test(word) ? bonesOf(word.slice(1)) : [];
  return [...new Set([...bonesOf(bare), ...others])];
};
