/** Whether a text shows anything. Spaces, controls, direction marks and fillers alone show nothing. */

/** A letter, digit, sign or punctuation that is drawn; as a pattern of JSON Schema (ECMA-262, `u`). */
export const visiblePattern = '(?![\\p{Default_Ignorable_Code_Point}\\u2800])[\\p{L}\\p{N}\\p{P}\\p{S}]';

const visible = new RegExp(visiblePattern, 'u');

/** True where a reader would see something of it. */
export const isVisible = (text: string): boolean => visible.test(text);

const widthless = '\\u034F|[\\u00AD\\u180E\\u200B\\u2060-\\u2064\\uFEFF]';
const obeyed = '(?![\\n\\r\\t])\\p{Cc}|[\\u202A-\\u202E\\u2066-\\u2069\\u{E0000}-\\u{E007F}]';
const concealed = new RegExp(`${obeyed}|${widthless}`, 'u');

/**
 * True where a text holds what is not seen and cuts a word for who searches, or what the screen obeys
 * (UAX #9, tags). What people type stays: marks of one letter's direction, joiners.
 */
export const hidesSomething = (text: string): boolean => concealed.test(text);

/** True where nothing is hidden in a name of one line. */
export const isUnconcealed = (text: string): boolean => !/[\n\r\t]/.test(text) && !hidesSomething(text);
