/** Whether a text shows anything. Spaces, controls, direction marks and fillers alone show nothing. */

/** A letter, digit, sign or punctuation that is drawn; as a pattern of JSON Schema (ECMA-262, `u`). */
export const visiblePattern = '(?![\\p{Default_Ignorable_Code_Point}\\u2800])[\\p{L}\\p{N}\\p{P}\\p{S}]';

const visible = new RegExp(visiblePattern, 'u');

/** True where a reader would see something of it. */
export const isVisible = (text: string): boolean => visible.test(text);
