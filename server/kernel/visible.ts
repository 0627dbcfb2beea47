/** Whether a text shows anything. Spaces, controls, direction marks and fillers alone show nothing. */

/** A letter, digit, sign or punctuation that is drawn; as a pattern of JSON Schema (ECMA-262, `u`). */
export const visiblePattern = '(?![\\p{Default_Ignorable_Code_Point}\\u2800])[\\p{L}\\p{N}\\p{P}\\p{S}]';

const visible = new RegExp(visiblePattern, 'u');

/** True where a reader would see something of it. */
export const isVisible = (text: string): boolean => visible.test(text);

const concealed = /\p{Cc}|[\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u;

/**
 * True where nothing in a name of one line is hidden: no control, no embedding, override or isolate that
 * would show its letters in another order, no tag.
 */
export const isUnconcealed = (text: string): boolean => !concealed.test(text);
