/** Ships' numbers in the one form in which they are compared, and whether they can be such. Pure. */

/** Digits of any script as 0–9, without the letters and spaces that people write around them. */
const digitsOf = (text: string): string =>
  [...text.normalize('NFKC')]
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      for (const zero of [0x0660, 0x06f0]) if (code >= zero && code <= zero + 9) return String(code - zero);
      return letter;
    })
    .join('')
    .replaceAll(/\D/g, '');

/** `IMO 9074729` and `9074729` are one. */
export const normaliseImo = digitsOf;
/** The nine digits of the Maritime Mobile Service Identity (ITU-R M.585). */
export const normaliseMmsi = digitsOf;

const imoDigits = 7;
/** Resolution A.1117(30): the sum of six digits by 7, 6, 5, 4, 3, 2 ends in the seventh. */
export const isImo = (number: string): boolean => {
  if (!/^\d{7}$/.test(number)) return false;
  const digits = [...number].map(Number);
  const sum = digits.slice(0, -1).reduce((total, digit, place) => total + digit * (imoDigits - place), 0);
  return sum % 10 === digits.at(-1) && sum > 0;
};

/** Of ships and coast stations: nine digits; one of a ship begins with 2 to 7. */
export const isMmsi = (number: string): boolean => /^[2-7]\d{8}$/.test(number);
