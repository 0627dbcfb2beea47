/** What identifiers are freed of before they are read: shapes of letters and digits, spaces. Pure. */

/** Zeros of the decimal digits that people write beside 0–9: Arabic, Persian. */
const zeros: readonly number[] = [0x0660, 0x06f0];
const silent = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** In one form (NFKC), digits as 0–9, without what nobody sees, without spaces around. */
export const plain = (text: string): string =>
  [...text.normalize('NFKC').replaceAll(silent, '')]
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      const zero = zeros.find((first) => code >= first && code <= first + 9);
      return zero === undefined ? letter : String(code - zero);
    })
    .join('')
    .trim();

/** Without the spaces, points, strokes and brackets that only part digits from each other. */
export const unspaced = (text: string): string => plain(text).replaceAll(/[\s.\-‐-―_/()[\]]/gu, '');

/** As `unspaced`, capital letters. */
export const compact = (text: string): string => unspaced(text).toUpperCase();
