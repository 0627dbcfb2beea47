/** Words as they are compared: case, marks, hamza, tatweel and punctuation do not count. Pure. */

const alike: ReadonlyMap<string, string> = new Map([
  ['ى', 'ي'],
  ['ة', 'ه'],
  ['ٱ', 'ا'],
  ['œ', 'oe'],
]);

/** `«Téléphone N°»` → `telephone n`, `الإسم الكامل` → `الاسم الكامل`. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replaceAll(/[ىةٱœ]/g, (letter) => alike.get(letter) ?? letter)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Digits of Arabic and Persian keyboards as Latin ones. */
export const latinDigits = (text: string): string =>
  text.replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => `${(digit.codePointAt(0) ?? 0) & 0xf}`);

/** The value whose words these are; null where none is. */
export const findByWord = <Value extends string>(
  words: ReadonlyMap<string, Value>,
  text: string,
): Value | null => words.get(fold(text)) ?? null;

/** A table of words, each folded, from the words of each value. */
export const wordTable = <Value extends string>(
  entries: Readonly<Record<Value, string>>,
  values: readonly Value[],
): ReadonlyMap<string, Value> =>
  new Map(values.flatMap((value) => entries[value].split('|').map((word) => [fold(word), value] as const)));
