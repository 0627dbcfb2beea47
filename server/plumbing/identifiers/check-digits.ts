/** Check digits: what was mistyped is told before anybody is asked about it. Pure. */

/** ISO/IEC 7812-1 annex B (Luhn): over digits, the last of which is the check digit. */
export const isLuhn = (digits: string): boolean => {
  let sum = 0;
  for (const [place, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (place % 2 === 0 ? 1 : 2);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

/** ISO 13616-1, by ISO/IEC 7064 MOD 97-10: country and check digits moved to the end, letters as numbers. */
export const isIbanSound = (iban: string): boolean => {
  let rest = 0;
  for (const letter of iban.slice(4) + iban.slice(0, 4))
    for (const digit of String(Number.parseInt(letter, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
};

const imoDigits = 7;
/** IMO resolution A.1117(30): six digits by 7, 6, 5, 4, 3, 2; their sum ends in the seventh. */
export const isImoSound = (number: string): boolean => {
  const digits = [...number].map(Number);
  const sum = digits.slice(0, -1).reduce((total, digit, place) => total + digit * (imoDigits - place), 0);
  return digits.length === imoDigits && sum > 0 && sum % 10 === digits.at(-1);
};
